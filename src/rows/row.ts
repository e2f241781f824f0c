import { pointerOf } from "../parse/pointer.ts";
import type { PostMeta } from "../schema/meta.ts";
import type { PartialPost } from "../schema/post.ts";
import type { PostPosition } from "../syntax/position.ts";
import { ROW, type Shape } from "./shape.ts";

/**
 * What {@link toRow} takes: a result of `safeParsePost`, or what a program of your own says of a post in its
 * place, with codes of its own.
 *
 * @example
 * ```ts
 * import { type RowSource, toRow } from "alphanode-post/rows";
 *
 * const lost: RowSource = { success: false, partial: { meta: {} }, issues: [] };
 * console.log(toRow(lost, "17").post.title);
 * ```
 *
 * ```console
 * null
 * ```
 */
export type RowSource = (
  | { readonly success: true; readonly data: PartialPost }
  | { readonly success: false; readonly partial: PartialPost }
) & {
  /** What was found, with codes of the library or of your own. */
  readonly issues: readonly {
    readonly code: string;
    readonly severity: "error" | "warning";
    readonly message: string;
    readonly path: readonly (string | number)[];
    readonly position: PostPosition;
  }[];
};

/**
 * A block in a row. All kinds have the same keys; what a kind has not is null.
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { safeParsePost } from "alphanode-post";
 * import { type RowBlock, toRow } from "alphanode-post/rows";
 *
 * const { post } = toRow(safeParsePost(readFileSync("post.txt", "utf8")), "39770");
 * const { type, text, ...rest } = post.intro?.[0] as RowBlock;
 * console.log(type, text?.length, rest);
 * ```
 *
 * ```console
 * paragraph 198 { items: null, caption: null, source: null }
 * ```
 */
export interface RowBlock {
  /** The kind of the block. */
  type: "paragraph" | "code" | "list" | "image";
  /** The text of a paragraph, the lines of code. */
  text: string | null;
  /** The items of a list. */
  items: string[] | null;
  /** The caption of an image. */
  caption: string | null;
  /** The host of an image; null where it is lost, too. */
  source: string | null;
}

/**
 * The box in a row: the fields of {@link PostMeta}, null where they could not be read, and the unknown ones as a list.
 *
 * @example
 * ```ts
 * import { safeParsePost } from "alphanode-post";
 * import { type RowMeta, toRow } from "alphanode-post/rows";
 *
 * const meta: RowMeta = toRow(safeParsePost(""), "a").post.meta;
 * console.log(meta.viewCount);
 * ```
 *
 * ```console
 * null
 * ```
 */
export type RowMeta = { [Key in Exclude<keyof PostMeta, "extra">]: PostMeta[Key] | null } & {
  /** Fields that the table does not know, in the order of the text. */
  extra: { label: string; values: string[] }[] | null;
};

/**
 * A post in a row: what could be read of it, and null for the rest.
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { safeParsePost } from "alphanode-post";
 * import { type RowPost, toRow } from "alphanode-post/rows";
 *
 * const post: RowPost = toRow(safeParsePost(readFileSync("post.txt", "utf8")), "39770").post;
 * console.log(post.title, post.sections?.length);
 * ```
 *
 * ```console
 * linux server operations notes: handling background jobs behind a cdn: maintenance guide 3
 * ```
 */
export interface RowPost {
  /** The title of the post. */
  title: string | null;
  /** The blocks before the first heading. */
  intro: RowBlock[] | null;
  /** The sections, in order. */
  sections: { heading: string; blocks: RowBlock[] }[] | null;
  /** Titles of similar posts. */
  similarPosts: string[] | null;
  /** The box. */
  meta: RowMeta;
}

/**
 * An issue in a row, in texts alone.
 *
 * @example
 * ```ts
 * import { safeParsePost } from "alphanode-post";
 * import { type RowIssue, toRow } from "alphanode-post/rows";
 *
 * const issue = toRow(safeParsePost(""), "a").issues[0] as RowIssue;
 * console.log(issue.code, issue.severity, issue.position);
 * ```
 *
 * ```console
 * empty_source error 1:1-1:1
 * ```
 */
export interface RowIssue {
  /** What kind of problem it is. */
  code: string;
  /** Whether a value is missing or wrong, or the text holds more than a post. */
  severity: "error" | "warning";
  /** What stood there, what was expected, what to do. */
  message: string;
  /** Where in the post the problem is, as a JSON Pointer: `/meta/score/quality`. */
  path: string;
  /** Where in the source the problem is: line and column of its start and of its end, `60:14-60:17`. */
  position: string;
}

/**
 * A row for engines that know types, such as DuckDB, Spark, polars and Arrow. Each row has the same keys, whatever was
 * found, and no key comes from a text, so that all rows of all posts are of one type. docs/engines.md shows its use.
 *
 * @example
 * ```ts
 * import { safeParsePost } from "alphanode-post";
 * import { type PostRow, toRow } from "alphanode-post/rows";
 *
 * const row: PostRow = toRow(safeParsePost(""), "empty");
 * console.log(Object.keys(row), row.issues.map(({ code }) => code));
 * ```
 *
 * ```console
 * [ 'id', 'success', 'post', 'issues' ] [ 'empty_source' ]
 * ```
 */
export interface PostRow {
  /** What the post is known by; null where nobody knows. */
  id: string | null;
  /** Whether the post has no error. */
  success: boolean;
  /** What is right: the post, or what could be read of one with errors. */
  post: RowPost;
  /** What was found, in the order of the source. */
  issues: RowIssue[];
}

/**
 * Makes a row of a result: one shape for all posts, clean and damaged, which engines can give a type. The type is what
 * {@link engineSchema} writes.
 *
 * @param result - what `safeParsePost` gave
 * @param id - what the post is known by; null where nobody knows
 * @returns the row; what could not be read is null in it
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { safeParsePost } from "alphanode-post";
 * import { toRow } from "alphanode-post/rows";
 *
 * const text = readFileSync("post.txt", "utf8").replace("quality: 36", "quality: high");
 * const { success, post, issues } = toRow(safeParsePost(text), "39770");
 * console.log(success, post.meta.viewCount, post.meta.score);
 * console.log(issues.map(({ code, path, position }) => `${code} ${path} ${position}`));
 * ```
 *
 * ```console
 * false 61739 null
 * [
 *   'field_left_out /meta/score 60:3-63:16',
 *   'invalid_number /meta/score/quality 60:14-60:18'
 * ]
 * ```
 */
export function toRow(result: RowSource, id: string | null): PostRow {
  const { success, issues } = result;
  const post = result.success ? result.data : result.partial;
  const meta = { ...post.meta, extra: post.meta.extra && entriesOf(post.meta.extra) };
  const shown = issues.map((issue) => ({
    ...issue,
    path: pointerOf(issue.path),
    position: showPosition(issue.position),
  }));
  return fit(ROW, { id, success, post: { ...post, meta }, issues: shown }) as PostRow;
}

/** Gives a value the keys of its shape, all of them and no other. */
function fit(shape: Shape, value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (shape.kind === "list") return (value as unknown[]).map((item) => fit(shape.of, item));
  if (shape.kind !== "struct") return value;
  const fitted: Record<string, unknown> = {};
  for (const key in shape.fields) {
    fitted[key] = fit(shape.fields[key] as Shape, (value as Record<string, unknown>)[key]);
  }
  return fitted;
}

/** The unknown fields as a list. A label may be any text, `__proto__` too. */
const entriesOf = (extra: PostMeta["extra"]): { label: string; values: string[] }[] =>
  Object.entries(extra).map(([label, value]) => ({
    label,
    values: typeof value === "string" ? [value] : value,
  }));

/** Writes a position as editors and compilers do. */
const showPosition = ({ start, end }: PostPosition): string =>
  `${start.line}:${start.column}-${end.line}:${end.column}`;
