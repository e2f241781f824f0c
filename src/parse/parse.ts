import type { Remark } from "../layout/draft.ts";
import { textInJson } from "../layout/json.ts";
import { type LaidOut, layOut } from "../layout/lay-out.ts";
import type { Article } from "../schema/article.ts";
import type { PostMeta } from "../schema/meta.ts";
import type { PartialArticle, PartialMeta, PartialPost, Post } from "../schema/post.ts";
import { divide } from "../syntax/division.ts";
import { startOfSource } from "../syntax/position.ts";
import { Source } from "../syntax/scan.ts";
import { ArticleComposer } from "./article.ts";
import { isBetter, isSettled, type Reading } from "./better.ts";
import { composeBox, tellBoxHeading } from "./box.ts";
import { foreignForm, type Refusal } from "./foreign.ts";
import { IssueList, type ParseIssue, PostParseError } from "./issues.ts";
import { tellLost } from "./lost.ts";
import { type Grade, isError, type ParseOptions, readOptions } from "./options.ts";
import { NO_SHAPE } from "./typical.ts";

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

/** How many labels tell a box without a heading where no article is expected. */
const LABELS_OF_BOX_ALONE = 1;

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
export function safeParsePost(source: string, options: ParseOptions = {}): ParseResult<Post, PartialPost> {
  return run(source, options, WHOLE, composePost);
}

/** Composes the post of a source. */
function composePost(text: Source, list: IssueList): Composed<PartialPost> {
  const division = divide(text);
  const composer = new ArticleComposer(text, division, list);
  const { article, shape } = composer.compose();
  const box = composeBox(text, division.boxes, list);
  if (box !== undefined) tellBoxHeading(box, list);
  if (article.title === undefined) composer.tellTitle(box !== undefined);
  else if (box !== undefined || article.sections?.length) composer.checkEnd(article);
  if (box !== undefined) tellLost(article, box, list);
  const meta = box?.meta ?? {};
  return { value: Object.assign(article, { meta }), article, shape, meta, list, boxes: division.boxes };
}

/** Parses a post in another form than text, which is laid out as text first; positions point into what was given. */
export function safeParseLaidOut(
  source: string,
  options: ParseOptions | undefined,
  layOut: (source: string) => LaidOut,
): ParseResult<Post, PartialPost> {
  checkText(source);
  const { maxLength, grade } = readOptions(options ?? {});
  if (source.length > maxLength) return refused(WHOLE.nothing as Post, tooLong(source, maxLength), grade);
  const laidOut = layOut(source);
  if (laidOut.source.lines.length === 0) return refused(WHOLE.nothing as Post, EMPTY, grade);
  return resultOf<Post, PartialPost>(readLaidOut(laidOut, WHOLE, composePost), grade);
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
  options: ParseOptions = {},
): ParseResult<Article, PartialArticle> {
  return run(source, options, ARTICLE, (text, list) => {
    const division = divide(text);
    const composer = new ArticleComposer(text, division, list);
    const { article, shape } = composer.compose();
    if (article.title === undefined) composer.tellTitle(division.boxes.length > 0);
    else if (article.sections?.length) composer.checkEnd(article);
    return { value: article, article, shape, meta: {}, list, boxes: [] };
  });
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
  options: ParseOptions = {},
): ParseResult<PostMeta, PartialMeta> {
  return run(source, options, BOX, (text, list) => {
    const { boxes } = divide(text, LABELS_OF_BOX_ALONE);
    const meta = composeBox(text, boxes, list)?.meta ?? {};
    return { value: meta, article: undefined, shape: NO_SHAPE, meta, list, boxes: [] };
  });
}

/** The data of a result, or its error thrown. */
function dataOf<T, P>(result: ParseResult<T, P>): T {
  if (result.success) return result.data;
  throw result.error;
}

/** What is wanted of a source: all of it, its article or its box. */
interface Part<P> {
  /** What there is where nothing is read. */
  readonly nothing: P;
  /** Tells whether it is about this part what a layout has to tell. */
  readonly concerns: (remark: Remark) => boolean;
}

const WHOLE: Part<PartialPost> = {
  nothing: { meta: {} },
  concerns: () => true,
};
const ARTICLE: Part<PartialArticle> = {
  nothing: {},
  concerns: ({ path }) => path[0] !== "meta",
};
const BOX: Part<PartialMeta> = {
  nothing: {},
  concerns: ({ path, code }) => path[0] === "meta" || code === "several_posts",
};

/** A value that was read of a source, with what tells how good it is. */
interface Composed<P> extends Reading {
  readonly value: P;
}

/** More lines than any post has; a text that has more is not laid out. */
const MAX_LINES = 5000;

/**
 * Parses a source and composes a value from it, with the checks and the result that all functions share. Most texts are
 * as the site's own; one in which anything is otherwise is laid out anew and read again, and the better reading counts.
 */
function run<T extends P, P>(
  source: string,
  options: ParseOptions,
  part: Part<P>,
  compose: (text: Source, list: IssueList) => Composed<P>,
): ParseResult<T, P> {
  checkText(source);
  const { maxLength, grade } = readOptions(options);
  const { nothing } = part;
  if (source.length > maxLength) return refused(nothing as T, tooLong(source, maxLength), grade);
  const foreign = foreignForm(source);
  if (foreign !== undefined) return readWithin(source, part, compose, foreign, grade);
  const text = new Source(source);
  if (text.lines.length === 0) return refused(nothing as T, EMPTY, grade);
  const plain = compose(text, new IssueList(text));
  if (isSettled(plain, text) || text.lines.length > MAX_LINES) return resultOf<T, P>(plain, grade);
  const laidOut = readLaidOut(layOut(source), part, compose);
  return resultOf<T, P>(isBetter(laidOut, plain) ? laidOut : plain, grade);
}

/** Refuses a source of another form; the text of a post that stands within JSON is read all the same. */
function readWithin<T extends P, P>(
  source: string,
  part: Part<P>,
  compose: (text: Source, list: IssueList) => Composed<P>,
  refusals: readonly [Refusal, ...Refusal[]],
  grade: Grade,
): ParseResult<T, P> {
  const text = textInJson(source);
  if (text === undefined) return refused(part.nothing as T, refusals, grade);
  const reading = readLaidOut(layOut(source, text), part, compose);
  const [[code, message]] = refusals;
  reading.list.addAt(code, [], message, startOfSource());
  return resultOf<T, P>(reading, grade);
}

/** Composes a value from a source that was laid out anew, and tells what the layout has to tell. */
function readLaidOut<P>(
  { source, remarks }: LaidOut,
  { concerns }: Part<P>,
  compose: (text: Source, list: IssueList) => Composed<P>,
): Composed<P> {
  const read = compose(source, new IssueList(source));
  for (const remark of remarks) if (concerns(remark)) read.list.remark(remark);
  return read;
}

const EMPTY: readonly Refusal[] = [
  ["empty_source", "the text is empty; expected a title line and an article"],
];

/** Refuses what is no text. */
function checkText(source: string): void {
  if (typeof source === "string") return;
  throw new TypeError(
    `expected the text of a post as a string, got ${source === null ? "null" : typeof source}`,
  );
}

const tooLong = ({ length }: string, maxLength: number): readonly Refusal[] => [
  [
    "source_too_long",
    `the text has ${length} characters, more than the ${maxLength} allowed; split it, or raise maxLength`,
  ],
];

/** The result of a text of which nothing is read. */
function refused<T extends P, P>(nothing: T, refusals: readonly Refusal[], grade: Grade): ParseResult<T, P> {
  const list = new IssueList();
  for (const [code, message, path = []] of refusals) list.addAt(code, [...path], message, startOfSource());
  return resultOf<T, P>({ value: nothing, list }, grade);
}

/** Makes the result: data where nothing is graver than a warning. Without an error the value is whole. */
function resultOf<T extends P, P>(
  { value: read, list }: Pick<Composed<P>, "value" | "list">,
  grade: Grade,
): ParseResult<T, P> {
  const value = read as T;
  const issues = grade(list.issues).sort((a, b) => a.position.start.offset - b.position.start.offset);
  if (!issues.some(isError)) return { success: true, data: value, value, issues };
  return { success: false, partial: value, value, issues, error: new PostParseError(issues) };
}
