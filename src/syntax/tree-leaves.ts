import type { PostPosition } from "./position.ts";

/** The nodes of the tree that are text: together they cover every character that is not white space. */

/**
 * A text: a line of a title, a paragraph or an item, or a value of the box.
 *
 * @example
 * ```ts
 * import { parseTree, type TreeText } from "alphanode-post";
 *
 * const { children } = parseTree("a title\n\nsome text.").children[1] as { children: TreeText[] };
 * console.log(children.map(({ value }) => value));
 * ```
 *
 * ```console
 * [ 'some text.' ]
 * ```
 */
export interface TreeText {
  /** Always `text`. */
  type: "text";
  /** Which part of an image it is; absent everywhere else. */
  part?: "alt" | "caption" | "host";
  /** The text, as it stands in the source. */
  value: string;
  /** Where the text stands. */
  position: PostPosition;
}

/**
 * A block of code, with its line ends and indentation.
 *
 * @example
 * ```ts
 * import { parseTree, type TreeCode } from "alphanode-post";
 *
 * const code = parseTree("a title\n\ntext.\n\n#!/bin/sh\necho done").children.at(-1) as TreeCode;
 * console.log(code.type, code.position.start.line);
 * ```
 *
 * ```console
 * code 3
 * ```
 */
export interface TreeCode {
  /** Always `code`. */
  type: "code";
  /** The text, as it stands in the source. */
  value: string;
  /** Where the text stands. */
  position: PostPosition;
}

/**
 * A heading: of a section, of the box, or over similar posts.
 *
 * @example
 * ```ts
 * import { parseTree, type TreeHeading } from "alphanode-post";
 *
 * const [, , section] = parseTree("a title\n\nintro.\n\nfinal notes\n\nthe end.").children;
 * const [heading] = (section as { children: unknown[] }).children as [TreeHeading];
 * console.log(heading.value);
 * ```
 *
 * ```console
 * final notes
 * ```
 */
export interface TreeHeading {
  /** Always `heading`. */
  type: "heading";
  /** The text, as it stands in the source. */
  value: string;
  /** Where the text stands. */
  position: PostPosition;
}

/**
 * The label of a field or an entry, as it stands.
 *
 * @example
 * ```ts
 * import { parseTree, type TreeLabel } from "alphanode-post";
 *
 * const [, box] = parseTree("a title\n\nalphanode post meta\n\nreading time8\nview count7\ndifficultybeginner").children;
 * const [, field] = (box as { children: { children: unknown[] }[] }).children;
 * const [label] = field?.children as [TreeLabel];
 * console.log(label.value);
 * ```
 *
 * ```console
 * reading time
 * ```
 */
export interface TreeLabel {
  /** Always `label`. */
  type: "label";
  /** The text, as it stands in the source. */
  value: string;
  /** Where the text stands. */
  position: PostPosition;
}

/**
 * A bullet, a colon or bar after a label, the words before an image's host, or marks that take no room.
 *
 * @example
 * ```ts
 * import { parseTree, type TreeMarker } from "alphanode-post";
 *
 * const [, list] = parseTree("a title\n\n  • one").children;
 * const [item] = (list as { children: { children: unknown[] }[] }).children;
 * const [bullet] = item?.children as [TreeMarker];
 * console.log(bullet.value);
 * ```
 *
 * ```console
 * •
 * ```
 */
export interface TreeMarker {
  /** Always `marker`. */
  type: "marker";
  /** The text, as it stands in the source. */
  value: string;
  /** Where the text stands. */
  position: PostPosition;
}

/**
 * A line of `|` over the title.
 *
 * @example
 * ```ts
 * import { parseTree, type TreeSeparator } from "alphanode-post";
 *
 * const [bar] = parseTree("|\n\na title").children as [TreeSeparator];
 * console.log(bar.value);
 * ```
 *
 * ```console
 * |
 * ```
 */
export interface TreeSeparator {
  /** Always `separator`. */
  type: "separator";
  /** The text, as it stands in the source. */
  value: string;
  /** Where the text stands. */
  position: PostPosition;
}

/**
 * A leaf of the tree.
 *
 * @example
 * ```ts
 * import { parseTree, type TreeLiteral, type TreeNode } from "alphanode-post";
 *
 * const leaves = (node: TreeNode): TreeLiteral[] => ("children" in node ? node.children.flatMap(leaves) : [node]);
 * console.log(parseTree("a title\n\n  • an item").children.flatMap(leaves).map(({ type, value }) => [type, value]));
 * ```
 *
 * ```console
 * [ [ 'text', 'a title' ], [ 'marker', '•' ], [ 'text', 'an item' ] ]
 * ```
 */
export type TreeLiteral = TreeText | TreeCode | TreeHeading | TreeLabel | TreeMarker | TreeSeparator;
