import { type PostRoot, parseTree, stringifyPost, type TreeNode, type TreeText } from "alphanode-post";
import { synthesizePost } from "alphanode-post/synth";
import { selectAll } from "unist-util-select";
import { visit } from "unist-util-visit";
import { describe, expect, test } from "vitest";
import { articleCases, boxCases } from "../support/damaged.ts";

/** Which nodes stand in which: what the types of the tree say. */
const CHILDREN: Record<string, readonly TreeNode["type"][]> = {
  root: [
    ...["separator", "title", "paragraph", "code", "list", "image", "section", "metaBox"],
    ...["similarPosts", "marker"],
  ] as TreeNode["type"][],
  title: ["text", "marker"],
  paragraph: ["text", "marker"],
  list: ["listItem"],
  listItem: ["text", "marker"],
  image: ["text", "marker"],
  section: ["heading", "paragraph", "code", "list", "image", "marker"],
  metaBox: ["heading", "field", "stray", "marker"],
  field: ["label", "marker", "text", "entry", "stray"],
  entry: ["label", "marker", "text"],
  stray: ["text", "marker"],
  similarPosts: ["heading", "listItem", "marker"],
};

const post = synthesizePost(39770);
const text = stringifyPost(post);
const valuesOf = (selector: string, tree: PostRoot): string[] =>
  selectAll(selector, tree).map((node) => (node as TreeText).value);

describe("nodes of the tree", () => {
  test.each([...articleCases, ...boxCases])("stand where their types say: $name", ({ text }) => {
    visit(parseTree(text), (node) => {
      if (!("children" in node)) return;
      const types = node.children.map(({ type }) => type);
      expect(CHILDREN[node.type]).toEqual(expect.arrayContaining(types));
    });
  });

  test("tell by key which field they are, however it is spelled", () => {
    const tree = parseTree(text.replace("\ndifficulty", "\ndificulty"));
    expect(valuesOf("field[key=difficulty] > text", tree)).toEqual([post.meta.difficulty]);
    expect(valuesOf("entry[key=quality] > text", tree)).toEqual([String(post.meta.score.quality)]);
  });

  test("tell what a field holds", () => {
    const tree = parseTree(text.replace("\nnotes", "\nmood: fine\nnotes"));
    const kinds = selectAll("field", tree).map((node) => {
      const { key, kind } = node as Extract<TreeNode, { type: "field" }>;
      return [key, kind];
    });
    expect(kinds).toEqual(
      expect.arrayContaining([
        ["readingTime", "value"],
        ["stack", "list"],
        ["score", "entries"],
        ["entities", "records"],
        [undefined, "unknown"],
      ]),
    );
    expect(kinds.filter(([key]) => key !== undefined)).toHaveLength(20);
  });

  test("name the parts of an image", () => {
    const [source] = post.meta.imageSources;
    const tree = parseTree(text);
    const [first] = selectAll("image", tree) as unknown as { children: TreeText[] }[];
    expect(first?.children.map(({ value, part }) => [value, part])).toEqual([
      [source?.caption, "alt"],
      [source?.caption, "caption"],
      [". image source:", undefined],
      [source?.source, "host"],
    ]);
    expect(valuesOf("paragraph > text[part]", tree)).toEqual([]);
  });
});
