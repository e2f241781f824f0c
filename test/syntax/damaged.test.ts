import { readFileSync } from "node:fs";
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
import { expectLossless, expectPromises } from "../support/check.ts";

/** What is told of a text: where, the code, the path and the message. */
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

const read = (path: string): string =>
  readFileSync(new URL(`../../fixtures/${path}`, import.meta.url), "utf8");

/** A case of fixtures/damaged/articles.json: a text, what it is read as and what is told. */
interface ArticleCase {
  name: string;
  text: string;
  title?: string;
  /** The blocks of the intro and of each section, under its heading. */
  blocks: string[][];
  similarPosts?: string[];
  issues: string[];
  tree: string;
}

describe("an article with", () => {
  const cases: ArticleCase[] = JSON.parse(read("damaged/articles.json"));

  test.each(cases)("$name", ({ text, title, blocks, similarPosts = [], issues, tree }) => {
    const result = safeParseArticle(text);
    const article = result.success ? result.data : result.partial;
    expect(told(result.issues)).toEqual(issues);
    expect(article.title).toBe(title);
    expect([
      ["intro", ...(article.intro ?? []).map(shown)],
      ...(article.sections ?? []).map((section) => [section.heading, ...section.blocks.map(shown)]),
    ]).toEqual(blocks);
    expect(article.similarPosts).toEqual(similarPosts);
    expect(outlineOf(parseTree(text))).toBe(tree);
    expectLossless(text);
  });
});

/** A case of fixtures/damaged/boxes.json: what is changed in a post, what it changes in what is read, what is told. */
interface BoxCase {
  name: string;
  /** Texts and what stands in their place. */
  edits: [string, string][];
  /** Where the text ends, and what follows there. */
  upTo?: string;
  then?: string;
  /** The fields that are read otherwise; null for one that is left out. */
  changes: Record<string, unknown>;
  issues: string[];
}

describe("a post with", () => {
  const cases: BoxCase[] = JSON.parse(read("damaged/boxes.json"));
  const source = read("posts/two-images-bash.txt");
  const whole = parsePost(source);

  test.each(cases)("$name", ({ edits, upTo, then, changes, issues }) => {
    let text = source;
    for (const [before, after] of edits) {
      expect(text).toContain(before);
      text = text.replace(before, () => after);
    }
    if (upTo !== undefined) text = text.slice(0, text.indexOf(upTo) + upTo.length) + then;
    const result = safeParsePost(text);
    const { meta, ...article } = result.success ? result.data : result.partial;
    expect(told(result.issues)).toEqual(issues);
    const kept = Object.entries({ ...whole, ...whole.meta, ...changes }).filter(
      ([key, value]) => key !== "meta" && value !== null,
    );
    expect({ ...article, ...meta }).toEqual(Object.fromEntries(kept));
    expectPromises(text, result);
    expectLossless(text);
  });
});
