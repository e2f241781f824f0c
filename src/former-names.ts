import {
  type CodeBlock,
  type ImageBlock,
  type ListBlock,
  type ParagraphBlock,
  PostBlock,
} from "./schema/article.ts";
import type { PostPoint, PostPosition } from "./syntax/position.ts";
import type { PostRoot } from "./syntax/tree-nodes.ts";

/** Names of 0.1 that say too little where an editor offers them among all others. The next minor release drops them. */

/** @deprecated It is called {@link PostBlock}. */
// Spelled out, so that the compiler does not tell users of `PostBlock` by this name.
export type Block = ParagraphBlock | CodeBlock | ListBlock | ImageBlock;
/** @deprecated It is called {@link PostBlock}. */
export const Block: typeof PostBlock = PostBlock;

/** @deprecated It is called {@link PostPoint}. */
export type Point = PostPoint;

/** @deprecated It is called {@link PostPosition}. */
export type Position = PostPosition;

/** @deprecated It is called {@link PostRoot}. */
export type Root = PostRoot;
