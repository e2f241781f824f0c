import type { PostPosition } from "../syntax/point.ts";

/**
 * Finds where a value stands by its JSON Pointer: a text, number or flag as `positions` has it, a list or an object from the
 * first character of its parts to the last.
 *
 * @param positions - where the values of a result stand, as `{ positions: true }` gives them
 * @param pointer - the way to the value, such as `/meta/score` or `/sections/2/blocks/0`; empty for the whole value
 * @returns the position; undefined where the pointer leads to nothing that stands in the source, such as an empty list
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { positionAt, safeParsePost } from "alphanode-post";
 *
 * const text = readFileSync("post.txt", "utf8");
 * const { positions } = safeParsePost(text, { positions: true });
 * const position = positionAt(positions, "/meta/score");
 * console.log(text.slice(position?.start.offset, position?.end.offset));
 * ```
 *
 * ```console
 * 36
 *   • freshness: 83
 *   • depth: 82
 *   • clarity: 46
 * ```
 */
export function positionAt(
  positions: ReadonlyMap<string, PostPosition>,
  pointer: string,
): PostPosition | undefined {
  const known = positions.get(pointer);
  if (known !== undefined) return known;
  const within = `${pointer}/`;
  const parts = [...positions].flatMap(([part, position]) => (part.startsWith(within) ? [position] : []));
  const [first, ...others] = parts;
  return others.reduce(
    (whole, { start, end }) =>
      whole && {
        // Stryker disable EqualityOperator: of two with one offset, either will do.
        start: start.offset < whole.start.offset ? start : whole.start,
        end: end.offset > whole.end.offset ? end : whole.end,
        // Stryker restore EqualityOperator
      },
    first,
  );
}
