import { readFileSync } from "node:fs";
import { parsePost, postToMarkdown, safeParsePost } from "alphanode-post";
import { describe, expect, test } from "vitest";

/** What an extractor has lost, swapped or written twice within a box is reported on its field. */

const base = readFileSync(new URL("../../fixtures/posts/two-images-bash.txt", import.meta.url), "utf8");
const post = parsePost(base);
const markdown = postToMarkdown(post);
const { topic, stack, tools, summary } = post.meta;

/** The post in Markdown with one text in the place of another, which must be there. */
function changed(before: string | RegExp, after: string): string {
  const text = markdown.replace(before, () => after);
  expect(text).not.toBe(markdown);
  return text;
}

const toldAt = (text: string, ...path: string[]): string[] =>
  safeParsePost(text)
    .issues.filter((issue) => path.every((key, i) => issue.path[i] === key))
    .map(({ message }) => message);

test("nothing is reported of the post as it is", () => {
  expect(safeParsePost(markdown)).toMatchObject({ success: true, issues: [] });
});

describe("a value or a list that is not whole is reported", () => {
  const rows = (items: readonly string[]): string => items.map((item) => `- ${item}\n`).join("");
  const items = rows(stack);
  test.each<[string, string | RegExp, string, string, string]>([
    ["a topic whose end is lost", topic, topic.replace(/ \S+$/, ""), "topic", "do not agree"],
    ["a topic whose start is lost", topic, topic.replace(/^\S+ /, ""), "topic", "do not agree"],
    ["a stack out of order", items, rows([...stack].reverse()), "stack", "do not agree"],
    ["a stack that is short", items, rows(stack.slice(0, 2)), "stack", "do not agree"],
    ["tools that may have an item of the stack", items, rows(stack.slice(0, 2)), "tools", "do not agree"],
    [
      "a value with a line end that was written out",
      `- ${tools[0]}\n`,
      `- ${tools[0]}\\n\n`,
      "tools",
      "sign of a layout",
    ],
  ])("%s", (_, before, after, key, message) => {
    expect(toldAt(changed(before, after), "meta", key).join("\n")).toContain(message);
  });
});

describe("records", () => {
  const { entities } = post.meta;
  const rows = (records: typeof entities): string =>
    records.map(({ name, type }) => `    • name: ${name}\n    • type: ${type}\n`).join("");
  /** The box as the site writes it, with other records, under an article in Markdown. */
  const withRecords = (records: typeof entities): string => {
    const [, box = ""] = base.split("\nalphanode post meta\n");
    const [article = ""] = markdown.split(/\n#+ alphanode post meta\n/i);
    const text = `${article}\n## alphanode post meta\n${box.replace(rows(entities), () => rows(records))}`;
    expect(box).toContain(rows(entities));
    return text;
  };

  test.each<[string, typeof entities, string]>([
    ["of which all but one are lost", entities.slice(-1), "missing_record"],
    ["of which one stands twice", [...entities, ...entities.slice(0, 1)], "unusual_value"],
  ])("%s are reported", (_, records, code) => {
    const { value, issues } = safeParsePost(withRecords(records));
    expect(value.meta?.entities).toEqual(records);
    expect(issues.filter(({ path }) => path[1] === "entities").map((issue) => issue.code)).toEqual([code]);
  });
});

test("a topic that holds the label of the field that is missing after it is reported", () => {
  const text = base.replace(`\nsummary${summary}`, () => ` summary ${summary}`);
  const { value, issues } = safeParsePost(text);
  const found = issues.filter(({ path }) => path[1] === "topic" || path[1] === "summary");
  if (value.meta?.summary === summary) expect(value.meta.topic).toBe(topic);
  else expect(found.map(({ path }) => path[1])).toEqual(expect.arrayContaining(["topic", "summary"]));
});

test("a long sentence behind its label on the line of the topic is read", () => {
  const long = `${summary.slice(0, -1)}, and ${"so on and ".repeat(12)}more.`;
  const rows = base.split("\n").map((line) => line.replace(/^summary.*/, () => `summary${long}`));
  const at = rows.findIndex((line) => line.startsWith("summary"));
  rows.splice(at - 1, 2, `${rows[at - 1]}${rows[at]}`);
  expect(safeParsePost(rows.join("\n")).value.meta).toMatchObject({ topic, summary: long });
});

test("a sentence whose start may stand over its label, all in small letters, is reported", () => {
  const [first = "", ...more] = summary.match(/.{1,90}(?: |$)/g) ?? [];
  const [article = "", box = ""] = base.split("\nalphanode post meta\n");
  const rows = box
    .replace(/^(topic|hash|difficulty|view count)(?=\S)/gm, "$1\n")
    .replace(`summary${summary}`, () => `${first}\nSUMMARY\n${more.join("")}`);
  const { value, issues } = safeParsePost(`${article}\nalphanode post meta\n${rows}`);
  if (value.meta?.summary !== summary) expect(issues.some(({ path }) => path[1] === "summary")).toBe(true);
});
