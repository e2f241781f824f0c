import type { Piece } from "./nodes.ts";
import type { Line } from "./scan.ts";

/**
 * A place in a source, as unist has it.
 *
 * @example
 * ```ts
 * import { type Point, parseTree } from "alphanode-post";
 *
 * const end: Point = parseTree("a title\n\nsome text.").position.end;
 * console.log(end);
 * ```
 *
 * ```console
 * { line: 3, column: 11, offset: 19 }
 * ```
 */
export interface Point {
  /** From 1. Lines end at LF, CR, CRLF, U+2028 and U+2029. */
  line: number;
  /** From 1, in UTF-16 units. */
  column: number;
  /** From 0, in UTF-16 units. */
  offset: number;
}

/**
 * A stretch of a source.
 *
 * @example
 * ```ts
 * import { type Position, parseTree } from "alphanode-post";
 *
 * const text = "a title\n\nsome text.";
 * const cut = ({ start, end }: Position) => text.slice(start.offset, end.offset);
 * console.log(parseTree(text).children.map(({ position }) => cut(position)));
 * ```
 *
 * ```console
 * [ 'a title', 'some text.' ]
 * ```
 */
export interface Position {
  /** Its first character. */
  start: Point;
  /** The place past its last character. */
  end: Point;
}

/** The end of a line: LF, CR, CRLF, U+2028 or U+2029. */
export const LINE_END = /\r\n|[\n\r\u2028\u2029]/;

/** The point at an offset of a line. */
const pointAt = (line: Line, offset: number): Point => ({
  line: line.number,
  column: offset - line.start + 1,
  offset,
});

/** The position of one piece, or from one to another. */
export const spanOf = (first: Piece, last: Piece = first): Position => ({
  start: pointAt(first.line, first.from),
  end: pointAt(last.line, last.to),
});

/** The start of a source, for problems that stand nowhere. */
export const startOfSource = (): Position => ({
  start: { line: 1, column: 1, offset: 0 },
  end: { line: 1, column: 1, offset: 0 },
});
