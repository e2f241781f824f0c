import type { Article } from "../schema/article.ts";
import type { PostMeta } from "../schema/meta.ts";
import type { PartialArticle, PartialMeta, PartialPost, Post } from "../schema/post.ts";
import type { ParseOptions } from "./options.ts";
import { ARTICLE_PART, BOX_PART, POST_PART } from "./part.ts";
import type { ParseResult, Positioned } from "./result.ts";
import { run } from "./run.ts";

/**
 * Parses the text of a post: an article and its meta box.
 *
 * @param source - the extracted text, in any accepted form
 * @param options - see {@link ParseOptions}
 * @returns the post
 * @throws PostParseError if the post has errors; it lists all of them, and the warnings
 * @throws TypeError if `source` is not a string
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { parsePost } from "alphanode-post";
 *
 * const post = parsePost(readFileSync("post.txt", "utf8"));
 * console.log(post.title);
 * console.log(post.meta.difficulty, post.meta.score.quality);
 * ```
 *
 * ```console
 * linux server operations notes: handling background jobs behind a cdn: maintenance guide
 * advanced 36
 * ```
 */
export function parsePost(source: string, options?: ParseOptions): Post {
  return dataOf(safeParsePost(source, options));
}

/**
 * Parses the text of a post and never throws on a string: what is right is kept, and every problem is reported.
 *
 * @param source - the extracted text, in any accepted form
 * @param options - see {@link ParseOptions}
 * @returns `data`, or `partial` and `error`; `issues` in either case, in the order of the source
 * @throws TypeError if `source` is not a string
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { safeParsePost } from "alphanode-post";
 *
 * const text = readFileSync("post.txt", "utf8").replace("quality: 36", "quality: high");
 * const result = safeParsePost(text);
 * if (result.success) console.log(result.data.title);
 * else console.log(result.partial.meta.readingTime, result.error.message);
 * ```
 *
 * ```console
 * 5 the text is not a valid post (2 issues):
 *   60:3 warning field_left_out at meta.score: "score" is left out as a whole, since part of it is wrong; what stands here goes with it
 *   60:14 error invalid_number at meta.score.quality: "high" is not a valid quality; expected a whole number from 0 to 100
 * ```
 */
export function safeParsePost(
  source: string,
  options: ParseOptions & { positions: true },
): Positioned<ParseResult<Post, PartialPost>>;
export function safeParsePost(source: string, options?: ParseOptions): ParseResult<Post, PartialPost>;
export function safeParsePost(source: string, options?: ParseOptions): ParseResult<Post, PartialPost> {
  return run(source, options, POST_PART);
}

/**
 * Parses the article of a text; a box is not needed, and is passed over where there is one. Dense copies and
 * listing pages are articles.
 *
 * @param source - the extracted text of a post, a dense copy or a listing page
 * @param options - see {@link ParseOptions}
 * @returns the article
 * @throws PostParseError if the article has errors
 * @throws TypeError if `source` is not a string
 *
 * @example
 * ```ts
 * import { parseArticle } from "alphanode-post";
 *
 * console.log(parseArticle("a title\nan excerpt of the post."));
 * ```
 *
 * ```console
 * {
 *   title: 'a title',
 *   intro: [ { type: 'paragraph', text: 'an excerpt of the post.' } ],
 *   sections: [],
 *   similarPosts: []
 * }
 * ```
 */
export function parseArticle(source: string, options?: ParseOptions): Article {
  return dataOf(safeParseArticle(source, options));
}

/**
 * Parses the article of a text as {@link parseArticle} does, and never throws on a string.
 *
 * @param source - the extracted text of a post, a dense copy or a listing page
 * @param options - see {@link ParseOptions}
 * @returns `data`, or `partial` and `error`; `issues` in either case
 * @throws TypeError if `source` is not a string
 *
 * @example
 * ```ts
 * import { safeParseArticle } from "alphanode-post";
 *
 * const result = safeParseArticle("  \n");
 * console.log(result.success, result.issues[0]?.message);
 * ```
 *
 * ```console
 * false the text is empty; expected a title line and an article
 * ```
 */
export function safeParseArticle(
  source: string,
  options: ParseOptions & { positions: true },
): Positioned<ParseResult<Article, PartialArticle>>;
export function safeParseArticle(
  source: string,
  options?: ParseOptions,
): ParseResult<Article, PartialArticle>;
export function safeParseArticle(
  source: string,
  options?: ParseOptions,
): ParseResult<Article, PartialArticle> {
  return run(source, options, ARTICLE_PART);
}

/**
 * Parses the meta box of a text; an article is not needed, and is passed over where there is one. The heading over
 * the box may be missing.
 *
 * @param source - the extracted text of a post or of a box
 * @param options - see {@link ParseOptions}
 * @returns the box
 * @throws PostParseError if the box has errors
 * @throws TypeError if `source` is not a string
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { parseMetaBox } from "alphanode-post";
 *
 * const { viewCount, revision } = parseMetaBox(readFileSync("post.txt", "utf8"));
 * console.log(viewCount, revision);
 * ```
 *
 * ```console
 * 61739 { status: 'expanded', version: '1.7.0', lastReviewed: '2020-07-24' }
 * ```
 */
export function parseMetaBox(source: string, options?: ParseOptions): PostMeta {
  return dataOf(safeParseMetaBox(source, options));
}

/**
 * Parses the meta box of a text as {@link parseMetaBox} does, and never throws on a string.
 *
 * @param source - the extracted text of a post or of a box
 * @param options - see {@link ParseOptions}
 * @returns `data`, or `partial` and `error`; `issues` in either case
 * @throws TypeError if `source` is not a string
 *
 * @example
 * ```ts
 * import { safeParseMetaBox } from "alphanode-post";
 *
 * const result = safeParseMetaBox("difficultybeginner\nreading time8\n");
 * if (!result.success) console.log(result.partial);
 * ```
 *
 * ```console
 * { difficulty: 'beginner', readingTime: 8, extra: {} }
 * ```
 */
export function safeParseMetaBox(
  source: string,
  options: ParseOptions & { positions: true },
): Positioned<ParseResult<PostMeta, PartialMeta>>;
export function safeParseMetaBox(source: string, options?: ParseOptions): ParseResult<PostMeta, PartialMeta>;
export function safeParseMetaBox(source: string, options?: ParseOptions): ParseResult<PostMeta, PartialMeta> {
  return run(source, options, BOX_PART);
}

/** The data of a result, or its error thrown. */
function dataOf<T, P>(result: ParseResult<T, P>): T {
  if (result.success) return result.data;
  throw result.error;
}
