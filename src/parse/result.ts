import type { PostPosition } from "../syntax/position.ts";
import type { ParseIssue, PostParseError } from "./issues.ts";

/**
 * The result of a safe parse, told apart by `success`. Data comes with warnings only; where there is an error,
 * `partial` holds every field that is right. `value` is either, for those who take what there is.
 *
 * @example
 * ```ts
 * import { type Article, type ParseResult, type PartialArticle, safeParseArticle } from "alphanode-post";
 *
 * const titleOf = ({ value }: ParseResult<Article, PartialArticle>) => value.title;
 * console.log(titleOf(safeParseArticle("a title\nan excerpt of the post.")));
 * ```
 *
 * ```console
 * a title
 * ```
 */
export type ParseResult<T, P> =
  | { success: true; data: T; value: T; issues: ParseIssue[] }
  | { success: false; partial: P; value: P; issues: ParseIssue[]; error: PostParseError };

/**
 * A result that tells where its values stand, as `{ positions: true }` has it: each text, number and flag of `value`, by
 * the JSON Pointer that leads to it there.
 *
 * A position reaches from the first character of the value to its last, over all lines that were joined. The characters read
 * back to the value: a text by taking out what lies between its lines (line ends, indentation, bullets and marks of the
 * layout, of which one space is left), invisible marks and escapes, and writing ligatures out; code keeps its lines and their indentation. Numbers
 * and flags stand as the source writes them: `246,681`, `8 min`, `yes`. What stands nowhere has no position: the `type` of a
 * block, the `source` of an image without one, and an empty list. Lists and objects reach as far as their values:
 * {@link positionAt} finds that out.
 *
 * @typeParam Result - the result without positions
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { type ParseResult, type PartialPost, type Positioned, type Post, safeParsePost } from "alphanode-post";
 *
 * const text = readFileSync("post.txt", "utf8");
 * const result: Positioned<ParseResult<Post, PartialPost>> = safeParsePost(text, { positions: true });
 * const position = result.positions.get("/meta/score/quality");
 * console.log(position?.start, text.slice(position?.start.offset, position?.end.offset));
 * ```
 *
 * ```console
 * { line: 60, column: 14, offset: 2725 } 36
 * ```
 */
export type Positioned<Result> = Result & {
  /** Where each value stands, by JSON Pointer (RFC 6901). */
  positions: ReadonlyMap<string, PostPosition>;
};
