import type { FieldKey } from "../format/fields.ts";
import type { PostPosition } from "./position.ts";
import type { TreeHeading, TreeLabel, TreeMarker, TreeText } from "./tree-leaves.ts";

/** The nodes of the tree that a meta box is made of. */

/**
 * A meta box.
 *
 * @example
 * ```ts
 * import { parseTree, type TreeMetaBox } from "alphanode-post";
 *
 * const [, box] = parseTree("a title\n\nalphanode post meta\n\nreading time8\nview count7\ndifficultybeginner").children;
 * console.log((box as TreeMetaBox).children.map(({ type }) => type));
 * ```
 *
 * ```console
 * [ 'heading', 'field', 'field', 'field' ]
 * ```
 */
export interface TreeMetaBox {
  /** Always `metaBox`. */
  type: "metaBox";
  /** The heading, then fields, and lines that fit none. */
  children: (TreeHeading | TreeField | TreeStray | TreeMarker)[];
  /** From the first character of its first child to the last of its last. */
  position: PostPosition;
}

/**
 * A field of the box.
 *
 * @example
 * ```ts
 * import { parseTree, type TreeField } from "alphanode-post";
 *
 * const [, box] = parseTree("a title\n\nalphanode post meta\n\ndificultyadvanced\nreading time8\nview count7").children;
 * const [, field] = (box as { children: unknown[] }).children as [unknown, TreeField];
 * console.log(field.key, field.kind, field.children.map(({ type }) => type));
 * ```
 *
 * ```console
 * difficulty value [ 'label', 'text' ]
 * ```
 */
export interface TreeField {
  /** Always `field`. */
  type: "field";
  /** The property of `meta` that the field is; absent for a field that the table does not know. */
  key?: FieldKey;
  /** What the field holds: one value, a list, labelled entries, or records of these; `unknown` without a `key`. */
  kind: "value" | "list" | "entries" | "records" | "unknown";
  /** The label and the value, or the entries under the label. */
  children: (TreeLabel | TreeMarker | TreeText | TreeEntry | TreeStray)[];
  /** From the first character of its first child to the last of its last. */
  position: PostPosition;
}

/**
 * A line under the label of a field: an item of its list, or a labelled entry.
 *
 * @example
 * ```ts
 * import { parseTree, type TreeEntry } from "alphanode-post";
 *
 * const text = "a title\n\nalphanode post meta\n\nscore\n  • quality: 36\n  • depth: 82\nreading time8\nview count7";
 * const [, box] = parseTree(text).children as { children: { children: TreeEntry[] }[] }[];
 * console.log(box?.children[1]?.children.slice(1).map(({ key }) => key));
 * ```
 *
 * ```console
 * [ 'quality', 'depth' ]
 * ```
 */
export interface TreeEntry {
  /** Always `entry`. */
  type: "entry";
  /** The property of the field that the entry is; absent for an item of a list, and for an entry that the table does not know. */
  key?: string;
  /** Bullet, label, mark and value, as far as they are there. */
  children: (TreeLabel | TreeMarker | TreeText)[];
  /** From the first character of its first child to the last of its last. */
  position: PostPosition;
}

/**
 * Lines of the box that fit no field.
 *
 * @example
 * ```ts
 * import { parseTree, type TreeStray } from "alphanode-post";
 *
 * const [, box] = parseTree("a title\n\nalphanode post meta\n\n!!!\ntopica / b\nreading time8").children;
 * const [, stray] = (box as { children: unknown[] }).children as [unknown, TreeStray];
 * console.log(stray.type, stray.children[0]?.value);
 * ```
 *
 * ```console
 * stray !!!
 * ```
 */
export interface TreeStray {
  /** Always `stray`. */
  type: "stray";
  /** The lines. */
  children: (TreeText | TreeMarker)[];
  /** From the first character of its first child to the last of its last. */
  position: PostPosition;
}
