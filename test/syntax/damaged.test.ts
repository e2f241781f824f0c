import {
  type Block,
  type ParseIssue,
  parsePost,
  parseTree,
  type Root,
  safeParseArticle,
  safeParsePost,
  type TreeNode,
} from "alphanode-post";
import { describe, expect, test } from "vitest";
import { articleCases, boxCases, boxSource } from "../support/damaged.ts";

/** What is reported of a text: where, the code, the path and the message. */
const told = (issues: readonly ParseIssue[]): string[] =>
  issues.map(({ code, path, message, position: { start, end } }) => {
    const place = `${start.line}:${start.column}-${end.line}:${end.column}`;
    return `${place} ${code} ${path.join(".")}: ${message}`;
  });

/** A tree by its types: `title(text) section(heading paragraph(text))`. */
const outlineOf = (node: Root | TreeNode): string =>
  "children" in node ? `${node.type}(${node.children.map(outlineOf).join(" ")})` : node.type;

/** A block on one line. */
function shown(block: Block): string {
  if (block.type === "list") return `list: ${block.items.join(" | ")}`;
  if (block.type === "image") return `image: ${block.caption} | ${block.source}`;
  return `${block.type}: ${block.text}`;
}

describe("an article with", () => {
  test.each(articleCases)("$name", ({ text, title, blocks, similarPosts = [], issues, tree }) => {
    const result = safeParseArticle(text);
    const article = result.value;
    expect(told(result.issues)).toEqual(issues);
    expect(article.title).toBe(title);
    expect([
      ["intro", ...(article.intro ?? []).map(shown)],
      ...(article.sections ?? []).map((section) => [section.heading, ...section.blocks.map(shown)]),
    ]).toEqual(blocks);
    expect(article.similarPosts).toEqual(similarPosts);
    expect(outlineOf(parseTree(text))).toBe(tree);
  });
});

describe("a post with", () => {
  const whole = parsePost(boxSource);

  test.each(boxCases)("$name", ({ text, changes, issues }) => {
    const result = safeParsePost(text);
    const { meta, ...article } = result.value;
    expect(told(result.issues)).toEqual(issues);
    const kept = Object.entries({ ...whole, ...whole.meta, ...changes }).filter(
      ([key, value]) => key !== "meta" && value !== null,
    );
    expect({ ...article, ...meta }).toStrictEqual(Object.fromEntries(kept));
  });
});
