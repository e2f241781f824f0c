import { parsePost, safeParseMetaBox, safeParsePost, stringifyPost } from "alphanode-post";
import { synthesizePost } from "alphanode-post/synth";
import { describe, expect, test } from "vitest";

/** What is left of labels, bullets and ends of lines in boxes that are as on the site otherwise. */

const post = synthesizePost(42_003);
const text = stringifyPost(post);

const toldAt = (source: string, key: string, parse: typeof safeParsePost = safeParsePost): boolean =>
  parse(source).issues.some(({ path }) => path.includes(key));

/** The text with one text in the place of another, which must be there. */
function changed(before: string | RegExp, after: string): string {
  const source = text.replace(before, after);
  expect(source).not.toBe(text);
  return source;
}

test("nothing is told of the text as it is", () => {
  expect(safeParsePost(text)).toMatchObject({ success: true, issues: [] });
});

describe("the rest of a longer label before a value is told", () => {
  const rests = ["s: ", "s ", "s:", "(s): ", " #: ", " name: ", "-", " of post: ", "_: ", "’s: ", " no.: "];
  const labels = [
    ["topic", "topic"],
    ["summary", "summary"],
    ["ai brief", "aiBrief"],
  ] as const;

  test.each(rests.flatMap((rest) => labels.map(([label, key]) => [label, rest, key] as const)))(
    "%s%s",
    (label, rest, key) => {
      const source = changed(new RegExp(`^${label}`, "m"), label + rest);
      expect(toldAt(source, key)).toBe(true);
      const box = source.slice(source.indexOf("alphanode post meta"));
      expect(safeParseMetaBox(box).issues.some(({ path }) => path.includes(key))).toBe(true);
    },
  );

  test("but a colon further on is the sentence's own", () => {
    const source = changed(/^ai brief.*/m, "ai briefone line of four words: and more of it.");
    expect(safeParsePost(source).issues).toEqual([]);
  });
});

test("a checklist with items of two on one line is told beside that of the article", () => {
  const [one = "", two = ""] = post.meta.checklist;
  const at = text.lastIndexOf(`${one}\n`);
  const source = `${text.slice(0, at)}${one}${text
    .slice(at)
    .slice(one.length)
    .replace(/^\n +• /, "")}`;
  expect(parsePost(source).meta.checklist[0]).toBe(one + two);
  expect(toldAt(source, "checklist")).toBe(true);
});

test.each(["•", "□", "☐", "○"])("a second bullet before an item is none of it, or told: %s", (bullet) => {
  const item = `  • ${post.meta.tools[1]}\n`;
  const source = changed(item, `  • ${bullet} ${post.meta.tools[1]}\n`);
  const { tools } = safeParsePost(source).value.meta ?? {};
  expect(toldAt(source, "tools") || tools?.[1] === post.meta.tools[1]).toBe(true);
});

describe("a bullet that has lost the line end before it", () => {
  const bullets = ["â€¢", "Â·", "□", "☐", "○", "■", "▪", "✓", "→", "–"];

  test.each([...bullets, "+", "-", "*", "o"])("is none of the value of an entry: %s", (bullet) => {
    const source = text.replaceAll("•", bullet).replace(/(scenario: .*)\n +/, "$1");
    expect(safeParsePost(source).value.meta?.payload?.scenario).toBe(post.meta.payload.scenario);
  });

  test.each([...bullets, "+", "-", "*", "1."])("is told among items: %s", (bullet) => {
    const item = `${bullet} ${post.meta.tools[1]}`;
    expect(toldAt(text.replaceAll("•", bullet).replace(`\n  ${item}`, item), "tools")).toBe(true);
  });
});

describe("a text that ends before its post does, with a line end", () => {
  const notes = text.indexOf("\nnotes\n");

  test.each(["one and", "one of the", "such as"])("within a note: %s", (note) => {
    const source = `${text.slice(0, notes)}\nnotes\n  • a whole note\n  • ${note}\n`;
    expect(toldAt(source, "notes")).toBe(true);
    expect(toldAt(`${source}\nSimilar Posts\n`, "notes")).toBe(false);
  });

  test("after the first note", () => {
    const source = `${text.slice(0, notes)}\nnotes\n  • a whole note\n`;
    expect(toldAt(source, "notes")).toBe(true);
    expect(toldAt(`${source}  • another\n`, "notes")).toBe(false);
    expect(toldAt(`${source}\nSimilar Posts\n`, "notes")).toBe(false);
  });

  test.each([
    ["recommended action: ", "aiOutline"],
    ["reading time", "readingTime"],
    ["clarity: ", "score"],
    ["ai brief", "aiBrief"],
  ])("within %s", (label, key) => {
    const source = `${text.slice(0, text.indexOf(label) + label.length + 1)}\n`;
    expect(safeParsePost(source).issues).toContainEqual(
      expect.objectContaining({ code: "unusual_value", path: ["meta", key] }),
    );
  });

  test.each(["summary", "hash", "last reviewed: ", "needs human review: "])("but not after %s", (label) => {
    const end = text.indexOf("\n", text.indexOf(label, text.indexOf("alphanode post meta")));
    expect(safeParsePost(text.slice(0, end + 1)).issues.map(({ code }) => code)).not.toContain(
      "unusual_value",
    );
  });
});

describe("a line of the page under an address is none of it", () => {
  test.each(["Advertisement", "continued", "17", "https://a.example/b"])("%s", (line) => {
    const source = text.replaceAll("•", "+").replace(/(\+ url: .*\n)/, `$1${line}\n`);
    expect(source).not.toBe(text.replaceAll("•", "+"));
    const { value } = safeParsePost(source);
    expect(value.meta?.imageSources).toEqual(post.meta.imageSources);
  });

  test("but the rest of one is", () => {
    const source = text.replaceAll("•", "+").replace(/(\+ url: .*)(.{9}\n)/, "$1\n$2");
    expect(safeParsePost(source).value.meta?.imageSources).toEqual(post.meta.imageSources);
  });
});

describe("a label among the items of a list in rows that are items is told", () => {
  const LABEL =
    /^(topic|summary|ai outline|ai brief|stack|tools|code language|difficulty|reading time|view count|score|revision|reference|hash|flags|checklist|entities|image sources|payload|notes)/gm;
  const box = text.indexOf("topic", text.indexOf("alphanode post meta"));
  const rows =
    text.slice(0, box) +
    text.slice(box).replaceAll("•", "-").replace(LABEL, "- $1\n- ").replace(/^- \n/gm, "");

  test("is read as it is", () => {
    expect(safeParsePost(rows).value).toEqual(post);
  });

  test.each(["cde language", "dificulty", "hsh"])("misspelled: %s", (label) => {
    const at = rows.indexOf(
      label === "cde language" ? "code language" : label === "hsh" ? "hash" : "difficulty",
      box,
    );
    const own = /^.*/.exec(rows.slice(at))?.[0] as string;
    const source = rows.slice(0, at) + label + rows.slice(at + own.length);
    const issues = safeParsePost(source).issues.filter(({ code }) => code !== "missing_field");
    expect(issues).not.toEqual([]);
  });

  test("of another field", () => {
    const source = rows.replace(/- notes\n/, "- notes\n  - ai brief\n");
    expect(toldAt(source, "notes")).toBe(true);
  });
});
