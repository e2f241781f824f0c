import * as z from "zod";
import { ARTICLE_SHAPE, type Article } from "./article.ts";
import { PostMeta } from "./meta.ts";
import type { SchemaOf } from "./values.ts";

/**
 * An AlphaNode post: an article and its meta box. The schema and the type share the name.
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { Post, parsePost } from "alphanode-post";
 *
 * const stored = JSON.stringify(parsePost(readFileSync("post.txt", "utf8")));
 * const post: Post = Post.parse(JSON.parse(stored));
 * console.log(post.meta.payload.sourceId);
 * ```
 *
 * ```console
 * alphanode-039770
 * ```
 */
export interface Post extends Article {
  /** The meta box. */
  meta: PostMeta;
}
/** The zod schema of a post. */
export const Post: SchemaOf<Post> = z
  .object({ ...ARTICLE_SHAPE, meta: PostMeta })
  .describe("An AlphaNode post.");

/**
 * What could be read of an article that has errors.
 *
 * @example
 * ```ts
 * import { type PartialArticle, safeParseArticle } from "alphanode-post";
 *
 * const result = safeParseArticle("");
 * const article: PartialArticle = result.value;
 * console.log(article);
 * ```
 *
 * ```console
 * {}
 * ```
 */
export type PartialArticle = Partial<Article>;

/**
 * What could be read of a box that has errors: every field that is whole, and no other.
 *
 * @example
 * ```ts
 * import { type PartialMeta, safeParseMetaBox } from "alphanode-post";
 *
 * const result = safeParseMetaBox("difficultybeginner\n");
 * const meta: PartialMeta = result.value;
 * console.log(meta.difficulty, meta.readingTime);
 * ```
 *
 * ```console
 * beginner undefined
 * ```
 */
export type PartialMeta = Partial<PostMeta>;

/**
 * What could be read of a post that has errors. `meta` is empty where there is no box.
 *
 * @example
 * ```ts
 * import { type PartialPost, safeParsePost } from "alphanode-post";
 *
 * const result = safeParsePost("a title\n\nsome text.");
 * const { title, meta }: PartialPost = result.value;
 * console.log(title, meta);
 * ```
 *
 * ```console
 * a title {}
 * ```
 */
export interface PartialPost extends PartialArticle {
  /** The fields of the box that are whole. */
  meta: PartialMeta;
}
