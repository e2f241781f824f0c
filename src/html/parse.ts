import type { ParseOptions } from "../parse/options.ts";
import type { ParseResult, Positioned } from "../parse/result.ts";
import { safeParseLaidOut } from "../parse/run.ts";
import type { PartialPost, Post } from "../schema/post.ts";
import { layOutHtml } from "./lay-out.ts";

/**
 * Parses a web page, or a piece of one, as a post: the article, the box whatever its markup, similar posts. Navigation,
 * comments, share lines, scripts and what is hidden are left out. Nothing of the page is run or loaded.
 *
 * @param html - the page, or the HTML of its article and box
 * @param options - as for text; the default of `maxLength` is 1,000,000 UTF-16 units here, too
 * @returns the post
 * @throws PostParseError if the post has errors; it lists all of them, and the warnings
 * @throws TypeError if `html` is not a string
 *
 * @example
 * ```ts
 * import { postToHtml } from "alphanode-post";
 * import { parseHtml } from "alphanode-post/html";
 * import { synthesizePost } from "alphanode-post/synth";
 *
 * const page = postToHtml(synthesizePost(39770), { box: "table" });
 * console.log(parseHtml(page).meta.topic);
 * ```
 *
 * ```console
 * handling background jobs / linux server operations
 * ```
 */
export function parseHtml(html: string, options?: ParseOptions): Post {
  const result = safeParseHtml(html, options);
  if (result.success) return result.data;
  throw result.error;
}

/**
 * Parses a web page as {@link parseHtml} does, and never throws on a string: what is right is kept, and every problem is
 * reported, with its place in the HTML.
 *
 * @param html - the page, or the HTML of its article and box
 * @param options - as for text
 * @returns `data`, or `partial` and `error`; `issues` in either case, in the order of the page
 * @throws TypeError if `html` is not a string
 *
 * @example
 * ```ts
 * import { postToHtml } from "alphanode-post";
 * import { safeParseHtml } from "alphanode-post/html";
 * import { synthesizePost } from "alphanode-post/synth";
 *
 * const page = postToHtml(synthesizePost(39770)).replace("<span>advanced</span>", "<span></span>");
 * const { issues } = safeParseHtml(page);
 * console.log(issues.map(({ code, path }) => [code, path.join(".")]));
 * ```
 *
 * ```console
 * [ [ 'empty_value', 'meta.difficulty' ] ]
 * ```
 */
export function safeParseHtml(
  html: string,
  options: ParseOptions & { positions: true },
): Positioned<ParseResult<Post, PartialPost>>;
export function safeParseHtml(html: string, options?: ParseOptions): ParseResult<Post, PartialPost>;
export function safeParseHtml(html: string, options?: ParseOptions): ParseResult<Post, PartialPost> {
  return safeParseLaidOut(html, options, layOutHtml);
}
