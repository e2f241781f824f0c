/**
 * Lays a post out as one row, for tables, CSV files and databases of columns: a value for each path, with dots between the
 * keys. Lists are numbered from 0; what is empty has no column. A dot or a backslash within a key, as labels of `extra` may have, has
 * a backslash before it.
 *
 * @param post - a post, an article, or what is left of a damaged one
 * @returns the row, with columns in the order of the post's properties
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { flattenPost, parsePost } from "alphanode-post";
 *
 * const row = flattenPost(parsePost(readFileSync("post.txt", "utf8")));
 * console.log(row["meta.score.quality"], row["meta.stack.0"], row["intro.0.type"]);
 * ```
 *
 * ```console
 * 36 linux server operations paragraph
 * ```
 */
export function flattenPost(post: object): Record<string, string | number | boolean | null> {
  return Object.fromEntries(cells(post, ""));
}

type Cell = [path: string, value: string | number | boolean | null];

/** Gives the cells of a value of plain data. */
function* cells(value: unknown, path: string): Generator<Cell> {
  if (typeof value !== "object" || value === null) {
    yield [path, value as Cell[1]];
    return;
  }
  for (const [key, below] of Object.entries(value)) {
    const step = key.replace(/[.\\]/g, "\\$&");
    if (below !== undefined) yield* cells(below, path === "" ? step : `${path}.${step}`);
  }
}
