import type { Piece } from "./pieces.ts";
import type { PostPoint, PostPosition } from "./point.ts";
import type { Line, Source } from "./scan.ts";

export type { PostPoint, PostPosition };

/** The end of a line: LF, CR, CRLF, U+2028 or U+2029. */
export const LINE_END = /\r\n|[\n\r\u2028\u2029]/;

/** All ends of lines, one after the other. */
export const LINE_ENDS = new RegExp(LINE_END, "g");

/** The point at an offset of a line. */
export const pointAt = (line: Line, offset: number): PostPoint => ({
  line: line.number,
  column: offset - line.start + 1,
  offset,
});

/** The position of one piece of a source, or from one to another, in the text that was given. */
export const spanOf = (source: Source, first: Piece, last: Piece = first): PostPosition =>
  stretchAt(source, first.line, first.from, last.to, last.line);

/** The position of a stretch of a line, or from one line to another, in the text that was given. */
export function stretchAt(
  { origin }: Source,
  line: Line,
  from: number,
  to: number,
  last: Line,
): PostPosition {
  if (origin === undefined) return { start: pointAt(line, from), end: pointAt(last, to) };
  const given = origin.stretchOf(from, to);
  return positionOf(origin, given.from, given.to);
}

/** Over how many lines of the text that was given a stretch of a laid-out line runs; 1 where lines mean nothing. */
export const linesOf = ({ origin }: Source, from: number, to: number): number =>
  origin === undefined || origin.flows || from >= to
    ? 1
    : origin.pointAt(origin.pastOf(to)).line - origin.pointAt(origin.placeOf(from)).line + 1;

/** The position of a stretch of a text whose lines are known. */
export const positionOf = (lines: Pick<LineTable, "pointAt">, from: number, to: number): PostPosition => ({
  start: lines.pointAt(from),
  end: lines.pointAt(to),
});

/** Where the lines of a text start. */
export class LineTable {
  private readonly starts: { readonly at: number }[] = [{ at: 0 }];

  constructor(text: string) {
    for (const { index, 0: end } of text.matchAll(LINE_ENDS)) this.starts.push({ at: index + end.length });
  }

  /** The point at an offset. */
  pointAt(offset: number): PostPoint {
    const index = indexAt(this.starts, offset);
    const { at } = this.starts[index] as { at: number };
    return { line: index + 1, column: offset - at + 1, offset };
  }
}

/** The index of the stretch in which an offset stands, of stretches that each end where the next starts. */
export function indexAt(stretches: readonly { readonly at: number }[], offset: number): number {
  let low = 0;
  let high = stretches.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((stretches[middle] as { at: number }).at <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The start of a source, for problems that stand nowhere. */
export const startOfSource = (): PostPosition => ({
  start: { line: 1, column: 1, offset: 0 },
  end: { line: 1, column: 1, offset: 0 },
});
