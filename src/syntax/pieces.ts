import { isBlank } from "../format/text.ts";
import type { BoxNode, FieldNode, Item, Label, Piece } from "./nodes.ts";
import type { Line, Source } from "./scan.ts";

/** The visible text of a line, its bullet included, as a piece. */
export const visible = (line: Line): Piece => ({ line, from: line.from, to: line.to });

/** The text of pieces as a value carries it, joined with spaces. */
export function textOf(source: Source, pieces: readonly Piece[]): string {
  const first = pieces[0];
  if (pieces.length === 1 && first !== undefined) return source.slice(first.from, first.to);
  return pieces.map(({ from, to }) => source.slice(from, to)).join(" ");
}

/** The bullet of a line that has one. */
export function bulletOf(source: Source, line: Line): Piece {
  let to = line.body;
  while (to > line.from + 1 && isBlank(source.text.charCodeAt(to - 1))) to--;
  return { line, from: line.from, to };
}

/** The colon or bar after a label, if any. */
export const markOf = ({ line, to, mark }: Label): Piece | undefined =>
  mark > to ? { line, from: mark - 1, to: mark } : undefined;

/** The first piece of an item. */
export const firstOfItem = ({ bullet, label, value }: Item): Piece => bullet ?? label ?? (value[0] as Piece);

/** The last piece of an item. */
export const lastOfItem = ({ bullet, label, value }: Item): Piece =>
  value.at(-1) ?? (label && (markOf(label) ?? label)) ?? (bullet as Piece);

/** The first piece of a field: its label, or its first item where the label is lost. */
export const firstPiece = ({ label, items }: FieldNode): Piece => label ?? firstOfItem(items[0] as Item);

/** The last piece of a field. */
export function lastPiece({ label, value, items }: FieldNode): Piece {
  const last = items.at(-1);
  return last ? lastOfItem(last) : lastOfItem({ bullet: undefined, label, value });
}

/** The first piece of a box: its heading, or where the heading is lost, what stands first in it. */
export function startOfBox({ heading, children }: BoxNode): Piece {
  if (heading !== undefined) return visible(heading);
  const [first] = children as [BoxNode["children"][number]];
  return first.type === "field" ? firstPiece(first) : visible(first.lines[0] as Line);
}

/** The last piece of a box. */
export function endOfBox(box: BoxNode): Piece {
  const last = box.children.at(-1);
  if (last === undefined) return startOfBox(box);
  return last.type === "field" ? lastPiece(last) : visible(last.lines.at(-1) as Line);
}
