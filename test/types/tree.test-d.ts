import {
  type Block,
  type CodeBlock,
  type ImageBlock,
  type ListBlock,
  type ParagraphBlock,
  type Point,
  type Position,
  type PostBlock,
  type PostPoint,
  type PostPosition,
  type PostRoot,
  parseTree,
  type Root,
  type TreeBlock,
  type TreeCode,
  type TreeEntry,
  type TreeField,
  type TreeHeading,
  type TreeImage,
  type TreeLabel,
  type TreeList,
  type TreeListItem,
  type TreeLiteral,
  type TreeMarker,
  type TreeMetaBox,
  type TreeNode,
  type TreeParagraph,
  type TreeParent,
  type TreeSection,
  type TreeSeparator,
  type TreeSimilarPosts,
  type TreeStray,
  type TreeText,
  type TreeTitle,
} from "alphanode-post";
import type { Node, Parent } from "unist";
import { select, selectAll } from "unist-util-select";
import { visit } from "unist-util-visit";
import { describe, expectTypeOf, test } from "vitest";

const tree = parseTree("");

describe("the tree", () => {
  test("has nodes that their `type` tells apart", () => {
    expectTypeOf(tree).toEqualTypeOf<PostRoot>();
    expectTypeOf<TreeNode>().toEqualTypeOf<TreeParent | TreeLiteral>();
    expectTypeOf<Extract<TreeNode, { type: "field" }>>().toEqualTypeOf<TreeField>();
    const node = tree.children[0] as TreeNode;
    if (node.type === "label") expectTypeOf(node.value).toBeString();
    if (node.type === "image") expectTypeOf(node.children).toEqualTypeOf<(TreeText | TreeMarker)[]>();
    if (node.type === "text") expectTypeOf(node.part).toEqualTypeOf<"alt" | "caption" | "host" | undefined>();
    // @ts-expect-error a title holds no field
    if (node.type === "title") node.children.find(({ type }) => type === "field");
  });

  test("is what unist calls a tree", () => {
    expectTypeOf<PostRoot>().toExtend<Parent>();
    expectTypeOf<TreeNode>().toExtend<Node>();
    expectTypeOf<TreeParent>().toExtend<Parent>();
  });

  test("is walked with types by unist-util-visit", () => {
    visit(tree, "field", (node, _index, parent) => {
      expectTypeOf(node).toEqualTypeOf<TreeField>();
      expectTypeOf(node.kind).toEqualTypeOf<"value" | "list" | "entries" | "records" | "unknown">();
      if (node.key === "difficulty") expectTypeOf(parent?.type).toEqualTypeOf<"metaBox" | undefined>();
      // @ts-expect-error there is no such field
      return node.key === "dificulty";
    });
    visit(tree, "entry", (node) => expectTypeOf(node).toEqualTypeOf<TreeEntry>());
    visit(tree, "image", (node) => expectTypeOf(node).toEqualTypeOf<TreeImage>());
    visit(tree, "section", (node) => expectTypeOf(node).toEqualTypeOf<TreeSection>());
    visit(tree, "text", (node) => expectTypeOf(node.value).toBeString());
  });

  test("is asked by unist-util-select", () => {
    expectTypeOf(select).toBeCallableWith("field[key=difficulty] > text", tree);
    expectTypeOf(selectAll).toBeCallableWith("text[part=host]", tree);
  });

  test("has an interface for each node", () => {
    expectTypeOf<TreeParent>().toEqualTypeOf<
      | (TreeTitle | TreeParagraph | TreeList | TreeListItem | TreeImage | TreeSection)
      | (TreeMetaBox | TreeField | TreeEntry | TreeStray | TreeSimilarPosts)
    >();
    expectTypeOf<TreeLiteral>().toEqualTypeOf<
      TreeText | TreeCode | TreeHeading | TreeLabel | TreeMarker | TreeSeparator
    >();
    expectTypeOf<TreeBlock>().toEqualTypeOf<TreeParagraph | TreeCode | TreeList | TreeImage>();
  });

  test("of an article has blocks with names", () => {
    expectTypeOf<PostBlock>().toEqualTypeOf<ParagraphBlock | CodeBlock | ListBlock | ImageBlock>();
    expectTypeOf<Extract<PostBlock, { type: "list" }>>().toEqualTypeOf<ListBlock>();
  });

  test("is known by the names of version 0.1, too", () => {
    expectTypeOf<Root>().toEqualTypeOf<PostRoot>();
    expectTypeOf<Point>().toEqualTypeOf<PostPoint>();
    expectTypeOf<Position>().toEqualTypeOf<PostPosition>();
    expectTypeOf<Block>().toEqualTypeOf<PostBlock>();
  });
});
