import { readFileSync } from "node:fs";
import { safeParsePost } from "alphanode-post";
import { describe, expect, test } from "vitest";
import { rowsOf } from "../../src/layout/row.ts";
import { Strand } from "../../src/layout/strand.ts";
import { joinedTitle } from "../../src/layout/title-lines.ts";

/** What pages and tools leave at the head of a text, and where parts of the article run into it. */

const text = readFileSync(new URL("../../fixtures/posts/two-images-bash.txt", import.meta.url), "utf8");
const { value: whole } = safeParsePost(text);
const { title = "", intro: [first] = [] } = whole;
const INTRO = first?.type === "paragraph" ? first.text : "";
const OTHER = "what a queue of 12 workers shows";

const told = (source: string): string[] =>
  safeParsePost(source).issues.map(({ code, path }) => `${code} ${path.slice(0, 2).join(".")}`);

/** The text with another head: all above the first image. */
const withHead = (head: string): string => head + text.slice(text.indexOf(INTRO) + INTRO.length);

/** The text on one line up to the box, with no mark between its parts but a space. */
const onOneLine = (source: string): string => {
  const box = source.indexOf("alphanode post meta");
  return `${source.slice(0, box).replace(/\n\s*(?:• )?/g, " ")}\n\n${source.slice(box)}`;
};

/** Wraps a paragraph at a width. */
const wrapped = (paragraph: string, width: number): string =>
  paragraph.replace(new RegExp(`(.{1,${width}})(?: |$)`, "g"), "$1\n").trim();

describe("a title", () => {
  test("below the name of a category, which the stack has, is read", () => {
    const { value, issues } = safeParsePost(withHead(`Devops\n\n${OTHER}\n\n${INTRO}`));
    expect(value.title).toBe(OTHER);
    expect(issues.map(({ code, position }) => [code, position.start.line])).toContainEqual(["stray_text", 1]);
  });

  test.each([
    ["a word alone", `Devops\n\n${INTRO}`],
    ["the name of a category right before it", `Devops${OTHER.replace("what", "What")}\n\n${INTRO}`],
    ["no word of the topic, in a text of Markdown", `# ${OTHER}\n\n${INTRO}`],
    ["gaps between its words", `| | |\n\nHow   To   Handle   Running\n\n${INTRO}`],
    [
      "a sentence that goes on below",
      `Running scheduled tasks reliably is rarely\n\nurgent until the day it is. These notes look at it.`,
    ],
    ["an end as none has", `# ${title} and\n\n${INTRO}`],
  ])("is told that has %s", (_, head) => {
    expect(told(withHead(head))).toContain("unusual_article title");
  });

  test("that holds the whole text is told of all parts", () => {
    const line = text.slice(0, text.indexOf("alphanode post meta")).replace(/[\s•.]+/g, " ");
    expect(told(line)).toEqual(
      expect.arrayContaining(["unusual_article title", "unusual_article intro", "unusual_article sections"]),
    );
  });
});

describe("a title over several lines", () => {
  const LINES = ["Troubleshooting Rotating Stored", "Keys (V2.1): What A Queue Of 12", "Workers Shows"];
  const SITE = [
    "Linux Server Operations Notes: Running",
    "Scheduled Tasks Reliably With Simple Rollback",
    "Steps: Step By Step",
  ];

  test.each([
    ["right above the intro", LINES, (lines: string) => `${lines}\n${INTRO}`],
    ["below a byline", LINES, (lines: string) => `By kim\n\n${lines}\n\n${INTRO}`],
    ["of the site", SITE, (lines: string) => `${lines}\n${INTRO}`],
  ])("is read, and told: %s", (_, lines, head) => {
    const { value } = safeParsePost(withHead(head(lines.join("\n"))));
    expect([value.title, value.intro]).toEqual([lines.join(" "), whole.intro]);
    expect(told(withHead(head(lines.join("\n"))))).toContain("wrapped_text title");
  });

  test.each([
    ["of which one has room for more", ["A short line", "A title of some more words than those"]],
    ["of a menu", ["Start", "Notes", "Contact"]],
    ["of which there are many", Array.from({ length: 6 }, () => "a line of some words")],
    ["that are longer than such titles", [`${OTHER} and what they do with all of it`, "Notes"]],
  ])("is none of lines %s", (_, lines) => {
    const rows = rowsOf(Strand.of(lines.join("\n")));
    expect(joinedTitle(rows, () => true)).toBe(rows);
    expect(joinedTitle(rowsOf(Strand.of(LINES.join("\n"))), () => true).map(({ said }) => said)).toEqual([
      LINES.join(" "),
    ]);
  });
});

describe("an intro", () => {
  const TITLE = `${title}: ${title}`;

  test("wrapped below a title that is longer than its lines is read whole", () => {
    const { value } = safeParsePost(withHead(`Devops\n\n${TITLE}\n\n${wrapped(INTRO, 72)}\n`));
    expect(value.intro?.[0]).toEqual(first);
  });

  test.each([
    [
      "lines right above its last that are left out",
      withHead(`Devops\n\n${title}\n\n${wrapped(INTRO, 60).replace(/ (\S+)\n/g, "\n$1\n")}`),
    ],
    ["a byline with a day", withHead(`${title}\n\nBy Kim Berg · 20 March 2025 · 6 min read ${INTRO}`)],
    [
      "known headings within",
      onOneLine(withHead(`${title}\n\n${INTRO}ContentsProduction checksFinal notes Ask first. `)),
    ],
    ["its title on one line with all parts", onOneLine(withHead(`Keys (v2.1): ${OTHER} ${INTRO}`))],
    [
      "an image that runs into a heading",
      `# ${text.slice(text.indexOf(title)).replace(/\nrunning.*reference 1\n.*: loremflickr\.com\n/, "\n## running tasks 1. image source: loremflickr.comContents\n")}`,
    ],
  ])("is told with %s", (_, source) => {
    expect(told(source).some((one) => /^(?:unusual_article|stray_text) intro/.test(one))).toBe(true);
  });
});

describe("is told", () => {
  test.each([
    [
      "an address among similar posts",
      `${text.trimEnd()}\n\na title of some words\nFrom https://a.example/p for all`,
      "unusual_article similarPosts",
    ],
    [
      "what a page leaves where it is printed",
      `${text.trimEnd()}\n\na title of some words\nPrinted from a.example on 20 March 2025`,
      "stray_text similarPosts",
    ],
    [
      "an element of code on one line",
      text.replace(
        /systemctl.*\n.*/,
        () => '<Location "/status"> SetHandler server-status Require ip 10.0.0.0/8 </Location>',
      ),
      "unusual_article sections",
    ],
    [
      "two items of the checklist on one line of Markdown",
      `# ${text
        .slice(text.indexOf(title))
        .replace("the smallest change\n  • watch", "the smallest change watch")
        .replace(/(checklist[\s\S]*)the smallest change\n {2}• watch/, "$1the smallest change watch")}`,
      "unusual_value meta.checklist",
    ],
  ])("%s", (_, source, expected) => {
    expect(told(source)).toContain(expected);
  });
});

describe("is read", () => {
  const box = text.indexOf("alphanode post meta");

  test("a box whose labels are headings between three stars", () => {
    const labels = ["topic", "summary", "ai brief", "stack", "tools", "code language", "difficulty"];
    const framed = text
      .slice(box)
      .replace(new RegExp(`^(${labels.join("|")})`, "gm"), "*** $1 ***\n")
      .replaceAll("•", "*");
    expect(safeParsePost(text.slice(0, box) + framed).value.meta).toEqual(whole.meta);
  });

  test("lists whose bullets stand all together above them", () => {
    const apart = text.replace(/(?: {2}• .*\n)+/g, (list) => {
      const items = list.trimEnd().split("\n");
      return `${items.map(() => "• \n").join("")}\n${items.map((item) => `${item.slice(4).replace(/^• /, "")}\n`).join("")}\n`;
    });
    expect(safeParsePost(apart).value).toEqual(whole);
  });

  test("two such lists below both labels are not read as one without a word", () => {
    const both = text
      .replace(/^stack\n((?: .*\n)+)tools\n((?: .*\n)+)/m, "stack\n\ntools\n\n$1\n$2\n")
      .replaceAll("•", "*");
    expect(told(both)).toContain("unusual_value meta.tools");
  });

  test("lists whose bullets are two dashes before a tab", () => {
    const { value } = safeParsePost(text.replace(/^ +• /gm, "--\t"));
    expect(value).toEqual(whole);
  });

  test("titles of similar posts before the numbers of their links, which are told", () => {
    const { value, issues } = safeParsePost(
      `${text.trimEnd()}\n  * a title of some words⟨2⟩\n  * another title⟨3⟩\n`,
    );
    expect(value.similarPosts).toEqual(["a title of some words", "another title"]);
    expect(issues.filter(({ path }) => path[0] === "similarPosts")).toHaveLength(2);
  });
});

test("an article without title and sections is told to be cut short", () => {
  const start = text.indexOf(INTRO);
  expect(
    told(
      `${INTRO}\n\n${INTRO.replace("rarely", "never")}\n\n${text.slice(start + 3 * INTRO.length).replace(/^.*(?=\nalphanode post meta)/s, "")}`,
    ),
  ).toContain("article_cut_short sections");
});
