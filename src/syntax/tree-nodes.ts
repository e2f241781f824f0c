import type { PostPosition } from "./position.ts";
import type { TreeEntry, TreeField, TreeMetaBox, TreeStray } from "./tree-box.ts";
import type {
  TreeCode,
  TreeHeading,
  TreeLiteral,
  TreeMarker,
  TreeSeparator,
  TreeText,
} from "./tree-leaves.ts";

/** The nodes of the tree that have children: one interface a node, told apart by `type`, as unist has it. */

/**
 * The title of the post, over several lines where it was wrapped.
 *
 * @example
 * ```ts
 * import { parseTree, type TreeTitle } from "alphanode-post";
 *
 * const title = parseTree("a title\n\nsome text.").children[0] as TreeTitle;
 * console.log(title.children.map(({ value }) => value));
 * ```
 *
 * ```console
 * [ 'a title' ]
 * ```
 */
export interface TreeTitle {
  /** Always `title`. */
  type: "title";
  /** The lines of the title. */
  children: (TreeText | TreeMarker)[];
  /** From the first character of its first child to the last of its last. */
  position: PostPosition;
}

/**
 * A paragraph, over several lines where it was wrapped.
 *
 * @example
 * ```ts
 * import { parseTree, type TreeParagraph } from "alphanode-post";
 *
 * const paragraph = parseTree("a title\n\nsome text.").children[1] as TreeParagraph;
 * console.log(paragraph.children.map(({ value }) => value));
 * ```
 *
 * ```console
 * [ 'some text.' ]
 * ```
 */
export interface TreeParagraph {
  /** Always `paragraph`. */
  type: "paragraph";
  /** The lines of the paragraph. */
  children: (TreeText | TreeMarker)[];
  /** From the first character of its first child to the last of its last. */
  position: PostPosition;
}

/**
 * A list of the article.
 *
 * @example
 * ```ts
 * import { parseTree, type TreeList } from "alphanode-post";
 *
 * const list = parseTree("a title\n\n  • one\n  • two").children[1] as TreeList;
 * console.log(list.children.length);
 * ```
 *
 * ```console
 * 2
 * ```
 */
export interface TreeList {
  /** Always `list`. */
  type: "list";
  /** The items. */
  children: TreeListItem[];
  /** From the first character of its first child to the last of its last. */
  position: PostPosition;
}

/**
 * An item of a list, or a title among the similar posts.
 *
 * @example
 * ```ts
 * import { parseTree, type TreeListItem } from "alphanode-post";
 *
 * const { children } = parseTree("a title\n\n  • one").children[1] as { children: TreeListItem[] };
 * console.log(children[0]?.children.map(({ type, value }) => [type, value]));
 * ```
 *
 * ```console
 * [ [ 'marker', '•' ], [ 'text', 'one' ] ]
 * ```
 */
export interface TreeListItem {
  /** Always `listItem`. */
  type: "listItem";
  /** The bullet, and the text. */
  children: (TreeText | TreeMarker)[];
  /** From the first character of its first child to the last of its last. */
  position: PostPosition;
}

/**
 * An image: its alt line and its caption line. Each text says which `part` it is.
 *
 * @example
 * ```ts
 * import { parseTree, type TreeImage } from "alphanode-post";
 *
 * const image = parseTree("a title\n\na chart\na chart. image source: unsplash").children[1] as TreeImage;
 * for (const { type, value, ...rest } of image.children) console.log([type, value, "part" in rest && rest.part]);
 * ```
 *
 * ```console
 * [ 'text', 'a chart', 'alt' ]
 * [ 'text', 'a chart', 'caption' ]
 * [ 'marker', '. image source:', false ]
 * [ 'text', 'unsplash', 'host' ]
 * ```
 */
export interface TreeImage {
  /** Always `image`. */
  type: "image";
  /** Alt text, caption and host, and the words between the last two. */
  children: (TreeText | TreeMarker)[];
  /** From the first character of its first child to the last of its last. */
  position: PostPosition;
}

/**
 * A section of the article: its heading and what stands under it.
 *
 * @example
 * ```ts
 * import { parseTree, type TreeSection } from "alphanode-post";
 *
 * const section = parseTree("a title\n\nintro.\n\nfinal notes\n\nthe end.").children[2] as TreeSection;
 * console.log(section.children.map(({ type }) => type));
 * ```
 *
 * ```console
 * [ 'heading', 'paragraph' ]
 * ```
 */
export interface TreeSection {
  /** Always `section`. */
  type: "section";
  /** The heading, then the blocks. */
  children: (TreeHeading | TreeBlock | TreeMarker)[];
  /** From the first character of its first child to the last of its last. */
  position: PostPosition;
}

/**
 * Titles of similar posts under their heading.
 *
 * @example
 * ```ts
 * import { parseTree, type TreeSimilarPosts } from "alphanode-post";
 *
 * const similar = parseTree("a title\n\ntext.\n\nSimilar Posts\n\n  • another title").children[2] as TreeSimilarPosts;
 * console.log(similar.children.map(({ type }) => type));
 * ```
 *
 * ```console
 * [ 'heading', 'listItem' ]
 * ```
 */
export interface TreeSimilarPosts {
  /** Always `similarPosts`. */
  type: "similarPosts";
  /** The heading, then the titles. */
  children: (TreeHeading | TreeListItem | TreeMarker)[];
  /** From the first character of its first child to the last of its last. */
  position: PostPosition;
}

/**
 * A block of the article.
 *
 * @example
 * ```ts
 * import { parseTree, type TreeBlock } from "alphanode-post";
 *
 * const isBlock = (node: { type: string }): node is TreeBlock => ["paragraph", "code", "list", "image"].includes(node.type);
 * console.log(parseTree("a title\n\nsome text.").children.filter(isBlock).length);
 * ```
 *
 * ```console
 * 1
 * ```
 */
export type TreeBlock = TreeParagraph | TreeCode | TreeList | TreeImage;

/**
 * A node of the tree with children.
 *
 * @example
 * ```ts
 * import { parseTree, type TreeNode, type TreeParent } from "alphanode-post";
 *
 * const isParent = (node: TreeNode): node is TreeParent => "children" in node;
 * console.log(parseTree("a title\n\nsome text.").children.filter(isParent).map(({ type }) => type));
 * ```
 *
 * ```console
 * [ 'title', 'paragraph' ]
 * ```
 */
export type TreeParent =
  | TreeTitle
  | TreeParagraph
  | TreeList
  | TreeListItem
  | TreeImage
  | TreeSection
  | TreeMetaBox
  | TreeField
  | TreeEntry
  | TreeStray
  | TreeSimilarPosts;

/**
 * A node of the tree under its root. Its `type` tells which: `Extract<TreeNode, { type: "field" }>` is a {@link TreeField}.
 *
 * @example
 * ```ts
 * import { parseTree, type TreeNode } from "alphanode-post";
 *
 * const count = (node: TreeNode): number =>
 *   "children" in node ? node.children.reduce((sum, child) => sum + count(child), 1) : 1;
 * console.log(parseTree("a title\n\nsome text.").children.map(count));
 * ```
 *
 * ```console
 * [ 2, 2 ]
 * ```
 */
export type TreeNode = TreeParent | TreeLiteral;

/**
 * The root of the tree that `parseTree` gives: a unist tree with a position on every node.
 *
 * @example
 * ```ts
 * import { parseTree, type PostRoot } from "alphanode-post";
 *
 * const tree: PostRoot = parseTree("a title\n\nsome text.");
 * console.log(tree.children.map(({ type }) => type));
 * ```
 *
 * ```console
 * [ 'title', 'paragraph' ]
 * ```
 */
export interface PostRoot {
  /** Always `root`. */
  type: "root";
  /** Title, blocks before the first section, sections, boxes and similar posts, in the order of the source. */
  children: (
    | TreeSeparator
    | TreeTitle
    | TreeBlock
    | TreeSection
    | TreeMetaBox
    | TreeSimilarPosts
    | TreeMarker
  )[];
  /** The whole source. */
  position: PostPosition;
}
