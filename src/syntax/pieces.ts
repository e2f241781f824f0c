import type { Piece } from "./nodes.ts";
import type { Line, Source } from "./scan.ts";

/** The visible text of a line, its bullet included, as a piece. */
export const visible = (line: Line): Piece => ({ line, from: line.from, to: line.to });

/** The text of pieces as a value carries it, joined with spaces. */
export function textOf(source: Source, pieces: readonly Piece[]): string {
  const first = pieces[0];
  if (pieces.length === 1 && first !== undefined) return source.slice(first.from, first.to);
  return pieces.map(({ from, to }) => source.slice(from, to)).join(" ");
}
