import { type Post, safeParsePost, stringifyPost } from "alphanode-post";
import { synthesizePost } from "alphanode-post/synth";
import { describe, expect, test } from "vitest";
import { joinParts, partsOf } from "../../src/testing/parts.ts";
import { ROW_LAYOUTS } from "../../src/testing/row-layouts.ts";

/** Boxes whose rows stand in another order, share a line or are items, and signs around all values of a field. */

const post = synthesizePost(61_007);
const text = stringifyPost(post);

const laidOut = (name: string, n = 0, one: Post = post): string => {
  const parts = ROW_LAYOUTS.find((layout) => layout.name === name)?.parts;
  expect(parts).toBeDefined();
  return joinParts(parts?.(partsOf(one), n) ?? partsOf(one));
};

const changed = (source: string, before: string | RegExp, after: string): string => {
  const edited = source.replace(before, after);
  expect(edited).not.toBe(source);
  return edited;
};

/** The fields that are not as the post has them. */
function otherThan(one: Post, source: string): string[] {
  const { meta } = safeParsePost(source).value;
  return Object.entries(one.meta).flatMap(([key, right]) =>
    JSON.stringify(meta?.[key as keyof typeof meta]) === JSON.stringify(right) ? [] : [key],
  );
}

const codesAt = (source: string, key: string): string[] =>
  safeParsePost(source).issues.flatMap(({ code, path }) => (path[1] === key ? [code] : []));

/** A post whose tools are words of labels. */
const withWords: Post = {
  ...post,
  meta: { ...post.meta, tools: ["git", "notes", "curl", "hash"] },
};

describe.each(ROW_LAYOUTS.flatMap(({ name }) => [0, 1].map((n) => [name, n] as const)))(
  "%s, %i",
  (name, n) => {
    test("is read", () => expect(otherThan(post, laidOut(name, n))).toEqual([]));
  },
);

describe("rows that are items", () => {
  test("hold items that are words of labels, be the heading of the box within them once more", () => {
    const rows = laidOut("rows that are items, in another order", 1, withWords);
    expect(otherThan(withWords, rows)).toEqual([]);
    const twice = changed(rows, /\n(?= *• reference)/, "\n\nalphanode post meta\n\n");
    expect(otherThan(withWords, twice)).toEqual([]);
  });
});

test("a box in another order that is cut off is told at its last field", () => {
  const rows = laidOut("values under their labels, in another order");
  const [last = ""] = post.meta.checklist.slice(-1);
  const source = rows.slice(0, rows.lastIndexOf(last) + 4);
  expect(codesAt(source, "checklist")).toContain("cut_short");
});

describe("rows on one line", () => {
  const rows = laidOut("rows run together");

  test("are told", () => expect(codesAt(rows, "summary")).toContain("run_together"));

  test("are read where the label is a cell of a row, and told where it is not read", () => {
    const table = text
      .slice(text.indexOf("\ntopic"))
      .replace(/\n +• /g, " * ")
      .replace(/^(topic|summary|ai outline|ai brief|stack|tools)(?= ?\S)/gm, "$1 | ")
      .replace("\nai brief", " ai brief");
    const source = `${text.slice(0, text.indexOf("\ntopic"))}${table}`;
    expect(otherThan(post, source)).toEqual([]);
    const { problem, recommendedAction } = post.meta.aiOutline;
    const plain = changed(text, recommendedAction, `${recommendedAction} ai brief of it`).replace(
      /^ai brief.*\n/m,
      "",
    );
    expect(safeParsePost(plain).value.meta?.aiOutline?.problem).toBe(problem);
    expect(codesAt(plain, "aiOutline")).toContain("unusual_value");
  });

  test("but a label that stands elsewhere, too, is a word of the text", () => {
    const { topic } = post.meta;
    const source = changed(text, topic, `${topic} summaryx`);
    expect(safeParsePost(source).value.meta?.topic).toBe(`${topic} summaryx`);
  });

  test("and so is one that is not due", () => {
    const source = changed(text, /^ai brief(.*)\.$/m, "ai brief$1 hash of files.");
    expect(safeParsePost(source).value.meta?.aiBrief).toMatch(/ hash of files\.$/);
  });
});

test("bold labels right before the bullets of their first items are read", () => {
  const source = text
    .slice(text.indexOf("\ntopic"))
    .replace(/\n +• /g, "\n* ")
    .replace(new RegExp(`^(${Object.keys(post.meta).map(spaced).join("|")})\\b`, "gm"), "\n**$1**")
    .replace(/\*\*\n\*/g, "***");
  expect(source).toContain("***");
  const head = text.slice(0, text.indexOf("\ntopic"));
  expect(otherThan(post, `${head}\n${source}`)).toEqual([]);
});

test("short lines of a drawn table are none of the items above, which have their bullets", () => {
  const table = laidOut("cells of drawn tables that are wrapped");
  const { tools } = post.meta;
  const line = (item: string): string => `${item.padEnd(44)} │`;
  const source = changed(table, line(`* ${tools[2]}`), line(`${tools[2]}`));
  expect(safeParsePost(source).value.meta?.tools).not.toContain(`${tools[1]} ${tools[2]}`);
  expect(codesAt(source, "tools")).not.toEqual([]);
});

test("a flag that is empty beside one that is not set is refused, and any is told", () => {
  const source = text
    .replace(/(has images|image heavy): ./g, "$1: ")
    .replace(/(needs human review): ./, "$1: 1");
  expect(codesAt(source, "flags")).toContain("unusual_value");
  const beside = source.replace(/(needs human review): ./, "$1: 0");
  expect(safeParsePost(beside).value.meta?.flags).toBeUndefined();
});

describe("signs around values", () => {
  test("are kept and told where one of several items has them alone", () => {
    const [first = "", second = ""] = post.meta.tools;
    const source = changed(laidOut("values that are code"), `\`${second}\``, second);
    expect(safeParsePost(source).value.meta?.tools?.[0]).toBe(`\`${first}\``);
    expect(codesAt(source, "tools")).toContain("unusual_value");
  });

  test("are none of values that have a form of their own in a text otherwise as the site's", () => {
    const source = text.replace(/^(hash|reference|code language)(.*)/gm, "$1<code>$2</code>");
    expect(otherThan(post, source)).toEqual([]);
  });

  test("are told on others there", () => {
    const source = changed(text, /^topic(.*)/m, "topic`$1`");
    expect(codesAt(source, "topic")).toContain("unusual_value");
  });
});

describe("a line of the page between a label and its value is told, and none of it", () => {
  const under = laidOut("values under their labels, in another order", 1);

  test.each(["summary", "ai brief", "topic", "view count"])("under %s", (label) => {
    const source = changed(under, `\n${label}\n`, `\n${label}\nkim lee\n`);
    expect(otherThan(post, source)).toEqual([]);
    expect(safeParsePost(source).issues.map(({ code }) => code)).toContain("stray_text");
  });

  test("but a sentence that was wrapped is read as one", () => {
    const source = changed(under, /(\nsummary\n.{40,60}?) /, "$1\n");
    expect(otherThan(post, source)).toEqual([]);
  });
});

test("the entries of records are none of the checklist above where bullets are doubled and their label is lost", () => {
  const source = text
    .replaceAll("    • name:", " * * name:")
    .replaceAll("    • ", "   * ")
    .replaceAll("  • ", " * ")
    .replace("\nentities\n", "\n");
  expect(otherThan(post, source)).toEqual([]);
  expect(codesAt(source, "entities")).toContain("missing_label");
});

describe("a box that is a table", () => {
  const at = text.indexOf("alphanode post meta");
  const [box = "", tail = ""] = text.slice(at).split("\n\nSimilar Posts");
  const rows = box
    .split("\n")
    .slice(2)
    .join("\n")
    .replace(/\n +• /g, " * ");
  const labels = Object.keys(post.meta).filter((key) => key !== "extra");

  test.each([
    ["bars", (label: string, value: string) => `| ${label} | ${value.trim()} |`],
    ["tabs", (label: string, value: string) => `${label}\t${value.trim()}`],
  ])("may stand above its article: %s", (_, row) => {
    const table = rows.replace(
      new RegExp(`^(${labels.map(spaced).join("|")})(.*)`, "gm"),
      (_line, label, value) => row(label, value),
    );
    const source = `alphanode post meta\n\n${table}\n\n${text.slice(0, at)}\nSimilar Posts${tail}`;
    const { value } = safeParsePost(source);
    expect(value.title).toBe(post.title);
    expect(value.intro).toEqual(post.intro);
  });
});

const spaced = (key: string): string => key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

describe("bulleted lines below the box", () => {
  test("titles of similar posts have the bullets of the box, which are none of them", () => {
    const similarPosts = ["Practical guide to caches with Redis", "How to handle logs in PHP"];
    const one = { ...post, similarPosts };
    const source = stringifyPost(one)
      .replaceAll("•", "+")
      .replace(/^ +\+ /gm, "  + ");
    expect(safeParsePost(changed(source, /^summary/m, "summary:\n")).value.similarPosts).toEqual(
      similarPosts,
    );
  });

  const notes = (items: readonly string[]): string =>
    changed(text, /\nnotes\n(?: .*\n?)+/, `\n\n**notes**\n${items.map((item) => `- ${item}`).join("\n")}\n`)
      .replace("alphanode post meta", "## alphanode post meta")
      .replace(/^summary/m, "**summary** ");

  test("a number may be a note", () => {
    const { value } = safeParsePost(notes(["42", "made up", "7"]));
    expect(value.meta?.notes).toEqual(["42", "made up", "7"]);
  });

  test("but several are pages", () => {
    const source = notes(["made up", "to be read", "2", "3"]);
    expect(safeParsePost(source).value.meta?.notes).toEqual(["made up", "to be read"]);
    expect(codesAt(source, "notes")).toContain("stray_text");
  });
});
