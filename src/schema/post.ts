import { z } from "zod";
import { ARTICLE_SHAPE, type Article } from "./article.ts";
import { PostMeta } from "./meta.ts";
import type { SchemaOf } from "./values.ts";

/**
 * An AlphaNode post: an article and its meta box. The schema and the type share the name.
 *
 * @example
 * ```ts
 * const post: Post = Post.parse(JSON.parse(text)); // a post that was stored as JSON
 * ```
 */
export interface Post extends Article {
  /** The meta box. */
  meta: PostMeta;
}
export const Post: SchemaOf<Post> = z
  .object({ ...ARTICLE_SHAPE, meta: PostMeta })
  .describe("An AlphaNode post.");

/** What could be read of an article that has errors. */
export type PartialArticle = Partial<Article>;

/** What could be read of a box that has errors: every field that is whole, and no other. */
export type PartialMeta = Partial<PostMeta>;

/** What could be read of a post that has errors. `meta` is empty where there is no box. */
export interface PartialPost extends PartialArticle {
  /** The fields of the box that are whole. */
  meta: PartialMeta;
}
