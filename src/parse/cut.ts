import { FIELDS, type FieldRow, isOptional, isValueRow, placeOf } from "../format/fields.ts";
import { type BoxLine, firstOf, firstOfValue, lastOf, valueText } from "../syntax/box-line.ts";
import { isCutWithin } from "../syntax/cut.ts";
import { firstPiece, lastPiece } from "../syntax/ends.ts";
import { endsSentence } from "../syntax/look.ts";
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

/** Kinds of fields that go on for an unknown number of lines. */
const LISTS: ReadonlySet<unknown> = new Set<FieldRow["kind"]>(["list", "records"]);

/**
 * Tells whether the source ends in a field, so that its last line, or the rest of its list, may be missing. A text shows it
 * where others must follow.
 */
export function isCut(source: Source, { box, fields }: Fields, node: FieldNode): boolean {
  const { row, head, items } = node;
  const isList = row === undefined || LISTS.has(row.kind);
  const cut = source.origin?.cut;
  if (cut) {
    const lines = (head ? [head, ...items] : items).flatMap(linesOf);
    if (isCutWithin(cut, lines, isList && items.length > 0)) return true;
  }
  if (!isLast(source, { box, fields }, node)) return false;
  const { to } = lastPiece(node);
  return !LINE_END.test(source.text.slice(to)) || LISTS.has(row?.kind);
}

/** Tells whether the source ends with a field, where others must follow. */
const isLast = (source: Source, found: Fields, node: FieldNode): boolean =>
  lastPiece(node).line === source.lines.at(-1) && isLastOfBox(found, node);

/** Tells whether the box ends with a field, where others must follow: those after it in the table, or any where the box is in another order. */
function isLastOfBox({ box, fields }: Fields, node: FieldNode): boolean {
  if (node !== box.children.at(-1)) return false;
  const past = node.row ? placeOf(node.row) + 1 : 0;
  const isOrdered = fields.findLastIndex((one) => one !== undefined) + 1 === past;
  return FIELDS.slice(isOrdered ? past : 0).some(
    (later) => !isOptional(later) && fields[placeOf(later)] === undefined,
  );
}

/** Kinds of values that are known to be whole. */
const WHOLE: ReadonlySet<string> = new Set<FieldRow["kind"]>(["date", "reference", "hash", "flag"]);

/**
 * Tells a value, as far as it is read, that stands last where others must follow: an end of line may have come behind what is cut.
 * Of a box with something below it, that is a list, whose rest may stand there.
 */
export function tellLast(list: IssueList, found: Fields, node: FieldNode, place: Place): void {
  const { source } = list;
  const last = (node.items.at(-1) ?? node.head) as BoxLine;
  const isOfSource = isLast(source, found, node);
  if (!isOfSource && !(LISTS.has(node.row?.kind) && isLastOfBox(found, node))) return;
  if (isOfSource && (!last.row || WHOLE.has(last.row.kind))) return;
  if (last.row?.kind === "sentence" && endsSentence(valueText(source, last))) return;
  const what = isOfSource ? "the source" : "the box";
  const message = `${what} ends with this, before fields that must follow; it may be cut short`;
  list.add("unusual_value", place, message, firstOf(last), lastOf(last));
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
