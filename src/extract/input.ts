import { kindOf } from "../format/kind-of.ts";
import { safeParsePost } from "../parse/parse.ts";
import type { Article } from "../schema/article.ts";
import type { PartialPost, Post } from "../schema/post.ts";

/**
 * A post or an article, whole or what could be read of a damaged one.
 *
 * @example
 * ```ts
 * import { type PostLike, safeParsePost, similarity } from "alphanode-post";
 *
 * const read = (text: string): PostLike => {
 *   const result = safeParsePost(text);
 *   return result.value;
 * };
 * console.log(similarity(read("one title\n\nits text."), read("one title\n\nits text.")).score);
 * ```
 *
 * ```console
 * 1
 * ```
 */
export type PostLike = Post | Article | PartialPost;

/**
 * What an extractor reads: the text of a post or an article, or either of them parsed.
 *
 * @example
 * ```ts
 * import { type Extractable, extractTopic } from "alphanode-post";
 * import { synthesizePost } from "alphanode-post/synth";
 *
 * const inputs: Extractable[] = [
 *   "how to handle reducing build time in react",
 *   synthesizePost(39770),
 * ];
 * console.log(inputs.map((input) => extractTopic(input)?.stack));
 * ```
 *
 * ```console
 * [ 'react', 'linux server operations' ]
 * ```
 */
export type Extractable = string | PostLike;

/** What could be read of a post; an article has no `meta`. */
export type Readable = Omit<PartialPost, "meta"> & { readonly meta?: PartialPost["meta"] };

/** Gives the post in a parsed form; damaged text gives what is right of it. */
export function readPost(input: Extractable): Readable {
  return typeof input === "string" ? safeParsePost(input).value : readObject(input, "the text of a post, ");
}

/** Checks that a value from a caller without types is an object at all. */
export function readObject(input: PostLike, others = ""): Readable {
  if (!isObject(input)) throw new TypeError(`expected ${others}a post or an article, found ${kindOf(input)}`);
  const { meta } = input as Readable;
  if (meta !== undefined && !isObject(meta))
    throw new TypeError(
      `expected a post whose meta is an object, or an article, found ${kindOf(meta)} for meta`,
    );
  return input;
}

const isObject = (value: unknown): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value);
