import { FIELDS, isOptional, isValueRow, placeOf } from "../format/fields.ts";
import { type BoxLine, firstOfValue } from "../syntax/box-line.ts";
import { isCutWithin } from "../syntax/cut.ts";
import { firstPiece, lastPiece } from "../syntax/ends.ts";
import type { BoxNode, FieldNode } from "../syntax/nodes.ts";
import { visible } from "../syntax/pieces.ts";
import { LINE_END, positionOf } from "../syntax/position.ts";
import type { Line, Origin, Source } from "../syntax/scan.ts";
import type { IssueList } from "./issues.ts";
import { type Place, POST, SIMILAR } from "./place.ts";
import { quote } from "./quote.ts";

/** A source that ends before its post does: what it ends in may go on, and is left out. */

/** A box as far as it tells what must follow a field. */
interface Fields {
  readonly box: BoxNode;
  readonly fields: readonly (FieldNode | undefined)[];
}

/**
 * Tells whether the source ends in a field, so that its last line, or the rest of its list, may be missing. A text shows it
 * where others must follow.
 */
export function isCut(source: Source, { box, fields }: Fields, node: FieldNode): boolean {
  const { row, head, items } = node;
  const isList = row === undefined || row.kind === "list" || row.kind === "records";
  const cut = source.origin?.cut;
  if (cut) {
    const lines = [...(head ? [head] : []), ...items].flatMap(linesOf);
    if (isCutWithin(cut, lines, isList && items.length > 0)) return true;
  }
  if (node !== box.children.at(-1)) return false;
  const { line, to } = lastPiece(node);
  if (line !== source.lines.at(-1)) return false;
  const at = row ? placeOf(row) : -1;
  if (FIELDS.slice(at + 1).every((later) => isOptional(later) || fields[placeOf(later)] !== undefined))
    return false;
  return !LINE_END.test(source.text.slice(to)) || row?.kind === "list" || row?.kind === "records";
}

const linesOf = ({ line, rest = [] }: BoxLine): Line[] => [line, ...rest];

/** Tells a field within which the source ends. */
export function tellCutField(list: IssueList, node: FieldNode, place: Place, label: string): void {
  const { row, head } = node;
  const after = list.source.origin?.cut ? "" : ", before fields that must follow";
  const message = `the source ends within ${label}${after}; its value cannot be trusted`;
  const value = row && head && isValueRow(row) ? firstOfValue(head) : undefined;
  list.add("cut_short", place, message, value ?? firstPiece(node), lastPiece(node));
}

/** Tells lines of an article within which the source was cut off, and whether they are that. They are asked for only where it was. */
export function tellCutLines(
  list: IssueList,
  given: () => readonly Line[],
  place: Place,
  isList?: boolean,
): boolean {
  const cut = list.source.origin?.cut;
  if (!cut) return false;
  const lines = given();
  if (!isCutWithin(cut, lines, isList)) return false;
  const last = lines.at(-1) as Line;
  const message = `the source ends within ${quote(list.source.body(last))}; it was left out, since more of it may be missing`;
  list.add("cut_short", place, message, visible(lines[0] as Line), visible(last));
  return true;
}

/** Tells a source that was cut off before its similar posts, or where nothing was left out for it. */
export function tellCut(list: IssueList, hasSimilar: boolean): void {
  const { origin } = list.source;
  if (!origin?.cut) return;
  const isTold = list.issues.some(({ code }) => code === "cut_short");
  if (isTold && hasSimilar) return;
  const { at } = origin.cut;
  const message = "the source is cut off here, within elements that are open; what follows is missing";
  list.addAt("cut_short", (isTold ? SIMILAR : POST).path, message, positionOf(origin as Origin, at, at));
}
