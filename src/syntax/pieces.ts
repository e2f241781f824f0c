import type { Line, Source } from "./scan.ts";

/** A stretch of one line. */
export interface Piece {
  readonly line: Line;
  readonly from: number;
  readonly to: number;
}

/** The visible text of a line, its bullet included, as a piece. */
export const visible = (line: Line): Piece => ({ line, from: line.from, to: line.to });

/** The text of pieces as a value carries it, joined with spaces. */
export function textOf(source: Source, pieces: readonly Piece[]): string {
  const first = pieces[0];
  if (pieces.length === 1 && first) return source.slice(first.from, first.to);
  return pieces.map(({ from, to }) => source.slice(from, to)).join(" ");
}

/** The pieces of lines that stand between two offsets. */
export function piecesOf(lines: readonly Line[], start: number, end: number): Piece[] {
  const pieces: Piece[] = [];
  for (const line of lines) {
    const piece = { line, from: Math.max(line.from, start), to: Math.min(line.to, end) };
    if (piece.from < piece.to) pieces.push(piece);
  }
  return pieces;
}
