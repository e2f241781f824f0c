import {
  type CodeBlock,
  type ImageBlock,
  type ListBlock,
  type ParagraphBlock,
  PostBlock,
  PostSection,
} from "./schema/article.ts";
import {
  PostAiOutline,
  PostEntity,
  PostFlags,
  PostImageSource,
  PostPayload,
  PostRevision,
  PostScore,
} from "./schema/meta.ts";
import type { PostWord } from "./schema/values.ts";
import type { PostPoint, PostPosition } from "./syntax/position.ts";
import type { PostRoot } from "./syntax/tree-nodes.ts";

/** Names of 0.1 that say too little where an editor offers them among all others. The next minor release drops them. */

/** @deprecated Use {@link PostBlock}. */
// Spelled out, so that the compiler does not tell users of `PostBlock` by this name.
export type Block = ParagraphBlock | CodeBlock | ListBlock | ImageBlock;
/** @deprecated Use {@link PostBlock}. */
export const Block: typeof PostBlock = PostBlock;

/** @deprecated Use {@link PostSection}. */
export type Section = PostSection;
/** @deprecated Use {@link PostSection}. */
export const Section: typeof PostSection = PostSection;

/** @deprecated Use {@link PostAiOutline}. */
export type AiOutline = PostAiOutline;
/** @deprecated Use {@link PostAiOutline}. */
export const AiOutline: typeof PostAiOutline = PostAiOutline;

/** @deprecated Use {@link PostScore}. */
export type Score = PostScore;
/** @deprecated Use {@link PostScore}. */
export const Score: typeof PostScore = PostScore;

/** @deprecated Use {@link PostRevision}. */
export type Revision = PostRevision;
/** @deprecated Use {@link PostRevision}. */
export const Revision: typeof PostRevision = PostRevision;

/** @deprecated Use {@link PostFlags}. */
export type Flags = PostFlags;
/** @deprecated Use {@link PostFlags}. */
export const Flags: typeof PostFlags = PostFlags;

/** @deprecated Use {@link PostPayload}. */
export type Payload = PostPayload;
/** @deprecated Use {@link PostPayload}. */
export const Payload: typeof PostPayload = PostPayload;

/** @deprecated Use {@link PostEntity}. */
export type Entity = PostEntity;
/** @deprecated Use {@link PostEntity}. */
export const Entity: typeof PostEntity = PostEntity;

/** @deprecated Use {@link PostImageSource}. */
export type ImageSource = PostImageSource;
/** @deprecated Use {@link PostImageSource}. */
export const ImageSource: typeof PostImageSource = PostImageSource;

/** @deprecated Use {@link PostWord}. */
export type Known<Word extends string> = PostWord<Word>;

/** @deprecated Use {@link PostPoint}. */
export type Point = PostPoint;

/** @deprecated Use {@link PostPosition}. */
export type Position = PostPosition;

/** @deprecated Use {@link PostRoot}. */
export type Root = PostRoot;
