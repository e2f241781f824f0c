import { readFileSync } from "node:fs";
import { parsePost, safeParsePost } from "alphanode-post";
import { expect, test } from "vitest";
import { wrapLine } from "../support/wrap.ts";

/** Classes that Markdown keeps in divisions and spans, rubrics, and items in tags, that were wrapped. */

const base = readFileSync(new URL("../../fixtures/posts/two-images-bash.txt", import.meta.url), "utf8");
const post = parsePost(base);
const at = base.indexOf("alphanode post meta");
const [article, box] = [base.slice(0, at), base.slice(at, base.indexOf("\nSimilar Posts"))];

const LABELLED =
  /^(topic|summary|ai brief|code language|difficulty|reading time|view count|reference|hash)(.+)$/gm;

test.each([
  ["spans", (_: string, label: string, value: string) => `[${label}:]{.label} [${value}]{.value}`],
  [
    "divisions",
    (_: string, label: string, value: string) =>
      `::: row\n::: label\n${label}\n:::\n\n::: {.value}\n${value}\n:::\n:::`,
  ],
])("labels and values in %s are read, over several lines, too", (_, shown) => {
  const lines = box.replace(LABELLED, shown).split("\n");
  const text = article + lines.map((line) => (/^[[\w]/.test(line) ? wrapLine(line, 72) : line)).join("\n");
  const { value, issues } = safeParsePost(`::: entry-content\n${text}\n:::\n`);
  expect(value).toEqual({ ...post, similarPosts: [] });
  expect(issues.filter(({ code }) => code !== "wrapped_text" && code !== "marked_label")).toEqual([]);
});

test("brackets and braces of a few lines are the text's own", () => {
  const item = "[a]{.b}";
  const { value } = safeParsePost(base.replace("journalctl\n", `${item}\n`));
  expect(value.meta.tools).toContain(item);
});

test("items in tags are whole where they run over several lines", () => {
  const rows = box.replace(/^ {2}• (.*)$/gm, (_, item: string) => `<li>${wrapLine(item, 40)}</li>`);
  const { value } = safeParsePost(`${article}${rows.replace(/(?:<li>[^<]*<\/li>\n)+/g, "<ul>\n$&</ul>\n")}`);
  expect(value.meta).toMatchObject({
    aiOutline: post.meta.aiOutline,
    notes: post.meta.notes,
    tools: post.meta.tools,
  });
});

test("a rubric that runs over several lines is one", () => {
  const { title } = post;
  const half = title.indexOf(" ", title.length / 2);
  const rubric = `.. rubric:: ${title.slice(0, half)}\n   ${title.slice(half + 1)}\n   :name: a\n   :class: b\n`;
  const text = base
    .replace(title, () => rubric)
    .replace(/^production checks$/m, ".. rubric:: $&\n   :name: c");
  const { value } = safeParsePost(text);
  expect(value.title).toBe(title);
  expect(value.intro).toEqual(post.intro);
});
