import { safeParsePost, stringifyPost } from "alphanode-post";
import { synthesizePost } from "alphanode-post/synth";
import { describe, expect, test } from "vitest";

/** Signs that people and programs put around labels, values and whole lines. */

const post = synthesizePost(42_001);
const text = stringifyPost(post);
const LABEL =
  /^(topic|summary|ai brief|code language|difficulty|reading time|view count|reference|hash)(?=.)/gm;

const told = (source: string): string[] =>
  safeParsePost(source).issues.map(({ code, path }) => `${code} ${path.join(".")}`);

describe("signs around the labels of several rows are none of the values", () => {
  test.each(["=", " = ", " => ", " -> ", " → ", " - ", " – ", "....", " . . . ", "::", "; ", " / "])(
    "a label joined by %j",
    (sign) => expect(safeParsePost(text.replace(LABEL, `$1${sign}`)).value).toEqual(post),
  );

  test.each([
    ["[", "] "],
    ['"', '": '],
    ["📌 ", " "],
    ["“", "” "],
    ["{", "} "],
  ])("a label between %j and %j", (before, behind) =>
    expect(safeParsePost(text.replace(LABEL, `${before}$1${behind}`)).value).toEqual(post),
  );

  test("with an arrow, entries, too", () => {
    const source = text.replace(LABEL, "$1 → ").replace(/^( +• [a-z ]+): /gm, "$1 → ");
    expect(safeParsePost(source).value).toEqual(post);
  });

  test.each(["topic", "summary", "ai brief", "code language"])(
    "but a sign in one row is told: %s",
    (label) => {
      const source = text.replace(new RegExp(`^${label}`, "m"), `${label} - `);
      const { issues } = safeParsePost(source);
      expect(issues).toMatchObject([
        { code: "unusual_value", message: expect.stringContaining('holds "-"') },
      ]);
    },
  );
});

describe("signs around several headings are none of them", () => {
  const HEADING =
    /^(?:the practical approach|why this matters|production checks|security and maintenance notes|implementation checklist|final notes)$/gm;

  test.each([
    ["§ ", ""],
    ["", " ¶"],
    ["", " [edit]"],
    ["📌 ", ""],
    ["“", "”"],
    ["[", "]"],
    ["H2: ", ""],
    ["heading level 2 ", ""],
    ["a) ", ""],
  ])("%j and %j", (before, behind) =>
    expect(safeParsePost(text.replace(HEADING, `${before}$&${behind}`)).value).toEqual(post),
  );

  test("anchors of which each names its heading", () => {
    const anchored = text.replace(HEADING, (heading) => `${heading} {#${heading.replaceAll(" ", "-")}}`);
    expect(safeParsePost(anchored).value).toEqual(post);
  });

  test("but a table of contents has no headings", () => {
    const contents = (text.match(HEADING) ?? []).map((heading) => `§ ${heading}`).join("\n");
    const { value } = safeParsePost(text.replace("\n\n", `\n\n${contents}\n\n`));
    expect(value.sections?.map(({ heading }) => heading)).toEqual(
      post.sections.map(({ heading }) => heading),
    );
  });
});

test.each(["**", '"'])("%s around a paragraph is told", (mark) => {
  const [intro] = post.intro;
  const words = intro?.type === "paragraph" ? intro.text : "";
  expect(told(text.replace(words, `${mark}${words}${mark}`))).toEqual(["unusual_article intro"]);
});

test("a semicolon behind the items of the checklist is told", () =>
  expect(told(text.replace(/^( +• .*)$(?=[\s\S]*\nfinal notes)/gm, "$1;"))).toContain(
    "unusual_article sections",
  ));

test.each([
  '"git"',
  "`git`",
  "**git**",
  "(git)",
  "[git]",
  "“git”",
  "<b>git</b>",
  "git;",
  "git,",
  "git -",
  "[git](x)",
  "git[3]",
  "git (https://x.example)",
  "#git",
  '"git',
  'git"',
  "…",
])("an item %j is told", (item) =>
  expect(told(text.replace("  • git\n", `  • ${item}\n`))).toContain("unusual_value meta.tools.4"),
);

test.each([
  "c++",
  "c#",
  ".net",
  "node.js",
  "a (b)",
  "don't",
  '5" disk',
  "/etc/hosts",
  "--force",
  "100%",
  "__init__",
  '7"',
  "#1 of 2",
  "none of them",
  "a [b] c",
])("an item %j is not", (item) => expect(told(text.replace("  • git\n", `  • ${item}\n`))).toEqual([]));

test.each(["none", "n/a", "and 2 more", "Show 3 more"])("an item %j is told", (item) => {
  expect(told(text.replace("  • logs\n", `  • ${item}\n`))).toContain("unusual_value meta.tools.5");
  expect(told(text.replace("  • git\n", `  • ${item}\n`))).toEqual(["unusual_value meta.tools.4"]);
});

test.each(["…", " …", "...", " [...]", " […]"])("a value that was cut off is told: %s", (end) => {
  const { summary } = post.meta;
  const source = text.replace(summary, `${summary.slice(0, 60)}${end}`);
  expect(told(source)).toEqual(["unusual_value meta.summary"]);
});

describe("what stands before every line is taken off", () => {
  test.each([
    ["a quotation", () => "> "],
    ["a quotation of a quotation", () => ">> "],
    ["a comment", () => "// "],
    ["the number of the line", (n: number) => `${String(n).padStart(3)} `],
    ["the number of the line and a tab", (n: number) => `${n}\t`],
  ])("%s", (_, prefix) => {
    let n = 0;
    const source = text.replace(/^/gm, () => prefix(++n));
    expect(safeParsePost(source)).toMatchObject({ success: true, data: post });
  });
});

describe("an empty line behind every line", () => {
  const doubled = text.replace(/\n/g, "\n\n");

  test("is no part of the code", () => expect(safeParsePost(doubled).value).toEqual(post));

  test("is told where only the code has it", () => {
    const code = post.sections.flatMap(({ blocks }) => blocks).find(({ type }) => type === "code");
    const lines = "one();\n\ntwo();\n\nthree();\n\nfour();";
    expect(code).toBeDefined();
    expect(told(text.replace(code?.type === "code" ? code.text : "", lines))).toEqual([
      "unusual_article sections",
    ]);
  });
});

test("a title with a quotation mark before it, or between two, is told", () => {
  expect(told(`"${text}`)).toEqual(["stray_text "]);
  expect(told(`"${text.replace("\n", '"\n')}`)).toEqual(["stray_text ", "stray_text "]);
});

test("a box on one line with its heading is parted from the article", () => {
  const at = text.indexOf("alphanode post meta");
  const source = text.slice(0, at) + text.slice(at).replace(/\s*\n\s*/g, " ");
  const { value } = safeParsePost(source);
  expect(value.sections).toEqual(post.sections);
  expect(value.meta).toMatchObject({ readingTime: post.meta.readingTime, hash: post.meta.hash });
});

test("a similar post whose title starts as a byline does is one", () => {
  const titles = ["by the numbers: a year of slow queries", "another post"];
  const source = stringifyPost({ ...post, similarPosts: titles });
  expect(safeParsePost(source).value.similarPosts).toEqual(titles);
});
