import { readFileSync } from "node:fs";
import { parseTree } from "alphanode-post";
import type { Node } from "unist";
import { assert as assertUnist } from "unist-util-assert";
import { describe, expect, test } from "vitest";
import { expectLossless } from "./support/check.ts";

const read = (name: string): string =>
  readFileSync(new URL(`../fixtures/${name}.txt`, import.meta.url), "utf8");

describe("parseTree", () => {
  test.each([
    "posts/three-images-yaml",
    "posts/unknown-fields",
    "posts/similar-posts",
    "articles/dense-javascript",
  ])("gives a unist tree of %s", (name) => {
    const tree = parseTree(read(name));
    assertUnist(tree as Node);
    expect(tree.position).toEqual({
      start: { line: 1, column: 1, offset: 0 },
      end: { line: read(name).split("\n").length, column: 1, offset: read(name).length },
    });
  });

  test("names what stands where", () => {
    const tree = parseTree(read("posts/one-image-php"));
    expect(tree.children.map(({ type }) => type)).toEqual([
      "separator",
      "title",
      "paragraph",
      "image",
      "section",
      "section",
      "section",
      "metaBox",
      "similarPosts",
    ]);
    const box = tree.children[7];
    const fields = box && "children" in box ? box.children : [];
    expect(fields.slice(0, 3).map((node) => [node.type, "children" in node && node.children.length])).toEqual(
      [
        ["heading", false],
        ["field", 2],
        ["field", 2],
      ],
    );
    expect(fields[3]).toMatchObject({
      type: "field",
      children: [
        { type: "label", value: "ai outline" },
        {
          type: "entry",
          children: [
            { type: "marker", value: "•" },
            { type: "label", value: "context" },
            { type: "marker", value: ":" },
            { type: "text", value: "behind a cdn" },
          ],
        },
        {},
        {},
        {},
      ],
    });
  });

  test("has boxes and similar posts in the order they stand in, and what fits no field", () => {
    const text = "a title\n\nSimilar Posts\n\n• one\n\nalphanode post meta\n\n!!!\ntopica / b\n";
    const { children } = parseTree(text);
    expect(children.map(({ type }) => type)).toEqual(["title", "similarPosts", "metaBox"]);
    expect(children[2]).toMatchObject({
      children: [
        { type: "heading", value: "alphanode post meta" },
        { type: "stray", children: [{ type: "text", value: "!!!" }] },
        { type: "field" },
      ],
    });
  });

  test("has bullets of all digits, and no text where a bullet has none", () => {
    const { children } = parseTree("a title\n\n0) a\n9. b\n10) c\n•\n");
    const items = ["0)", "9.", "10)", "•"].map((value) => ({ type: "marker", value }));
    expect(children[1]).toMatchObject({
      type: "list",
      children: items.map((marker, i) => ({
        type: "listItem",
        children: i < 3 ? [marker, { type: "text", value: "abc"[i] }] : [marker],
      })),
    });
  });

  test("covers invisible marks, which are no white space to others, with markers", () => {
    const text = "\u200b\na\u200btitle\u2060\n\u200b \u200b\n";
    expectLossless(text);
    assertUnist(parseTree(text) as Node);
  });

  test("has positions in every kind of line end", () => {
    const tree = parseTree("a title\r\n\ran intro.\u2028\u2029");
    expect(tree.children[1]?.position).toEqual({
      start: { line: 3, column: 1, offset: 10 },
      end: { line: 3, column: 10, offset: 19 },
    });
    expect(tree.position.end).toEqual({ line: 5, column: 1, offset: 21 });
  });

  test("takes strings only", () => {
    expect(() => parseTree(7 as never)).toThrow(new TypeError("parseTree takes a string, got a number"));
  });
});
