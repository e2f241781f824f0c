import { kindOf } from "../format/kind-of.ts";
import { postStarts } from "../layout/posts.ts";

/**
 * Cuts a text into the posts that it holds, as files do that were put together (`cat *.txt`). Spaced and dense copies
 * are told apart by their headings; a text that holds one post, or none, is one piece.
 *
 * @param text - the texts of posts, one after the other
 * @returns the texts, in order and whole: joined, they are `text`. None for a text without a visible character
 * @throws TypeError if `text` is not a string
 *
 * @example
 * ```ts
 * import { safeParsePost, splitPosts, stringifyPost } from "alphanode-post";
 * import { synthesizePosts } from "alphanode-post/synth";
 *
 * const text = [...synthesizePosts({ count: 3 })].map((post) => stringifyPost(post)).join("\n");
 * console.log(splitPosts(text).map((post) => safeParsePost(post).success));
 * ```
 *
 * ```console
 * [ true, true, true ]
 * ```
 */
export function splitPosts(text: string): string[] {
  if (typeof text !== "string") throw new TypeError(`splitPosts takes a string, got ${kindOf(text)}`);
  if (text.trim() === "") return [];
  const starts = postStarts(text);
  return starts.map((start, i) => text.slice(start, starts[i + 1]));
}

/** How much text is gathered before it is looked at: posts have some 5,000 characters. */
const MIN_TEXT = 100_000;

/**
 * Cuts a stream of text, in pieces of any size, into posts: {@link splitPosts} for files of any length. A post is given
 * as soon as the next one starts, so that memory stays flat.
 *
 * @example
 * ```ts
 * import { PostSplitter, parsePosts, stringifyPost } from "alphanode-post";
 * import { synthesizePosts } from "alphanode-post/synth";
 *
 * const text = [...synthesizePosts({ count: 3 })].map((post) => stringifyPost(post)).join("\n");
 * const chunks = new Blob([text]).stream().pipeThrough(new TextDecoderStream());
 * let count = 0;
 * for await (const { success } of parsePosts(chunks.pipeThrough(new PostSplitter()))) if (success) count++;
 * console.log(count);
 * ```
 *
 * ```console
 * 3
 * ```
 */
export class PostSplitter extends TransformStream<string, string> {
  constructor() {
    let held = "";
    let enough = MIN_TEXT;
    super({
      transform(chunk, controller) {
        held += chunk;
        // Stryker disable next-line ConditionalExpression: looked at too soon, the text is whole again with the next.
        if (held.length < enough) return;
        const posts = splitPosts(held);
        held = posts.pop() ?? "";
        for (const post of posts) controller.enqueue(post);
        enough = Math.max(MIN_TEXT, 2 * held.length);
      },
      flush(controller) {
        for (const post of splitPosts(held)) controller.enqueue(post);
      },
    });
  }
}
