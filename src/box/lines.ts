import { flagged } from "../format/pattern.ts";
import { NON_JOINER, ODD_LAYOUT, plain } from "../format/text.ts";
import type { Bit } from "../layout/bits.ts";
import type { Strand } from "../layout/strand.ts";
import type { ValueRule } from "./codec.ts";
import type { Context } from "./context.ts";
import { type Region, ROW } from "./regions.ts";
import { joined } from "./rows.ts";

/** Which lines below a label belong to its value. */

/** A value that is looked for: at which label, and what may be it. */
export interface Sought {
  readonly region: Region;
  readonly rule: ValueRule;
  /** What stands in the row of the label. */
  readonly first: readonly Bit[];
  /** What stands below, up to the next label. */
  readonly below: readonly Bit[];
  readonly context: Context;
}

/** How long a line is at least that is full, and one below which anything may go on. */
const MIN_FULL = 60;
const MAX_FULL = 72;

/** One space before a label, as is left of an icon. */
const AFTER_ICON = /^ \S/;

/** How many lines a value of a closed form may be broken over, and how long each may be. */
const MAX_PIECES = 8;
const MAX_PIECE = 40;

/** How much of a text is tried as a value of a closed form. */
export const MAX_CLOSED = 300;

const ODD = flagged("gu")`(?!${NON_JOINER})${ODD_LAYOUT}`;

/** The text of bits as a value has it: with plain spaces, and those at its ends gone. */
export const valueText = (bits: readonly Bit[]): Strand =>
  joined(bits)
    .replace(ODD, ([found]) => plain(found))
    .trim();

/**
 * Tells whether a bit below a label cannot be its value: it stands left of it, or is no bullet where the label is one. Not where
 * nothing else stands between two bullets, and where most labels stand alone, as headings do: their values are paragraphs that
 * start where all do, nor where values stand left of their labels, as a rule.
 */
export const isForeign = (region: Region, bit: Bit, context: Context): boolean => {
  const { label, under, isBetweenBullets } = region;
  const { column, isItem, apart } = bit;
  return (
    column < label.column &&
    !AFTER_ICON.test(label.row.text.text) &&
    !context.areOutdented &&
    !(isItem && label.isItem) &&
    !(isBetweenBullets && under.length === 1) &&
    !((apart || label.bold) && !isItem && context.areHeadings(label.isItem)) &&
    !isWrappedCell(region, bit, context)
  );
};

/** Tells whether a line goes on with a row of cells that was wrapped behind the colon of a label, the last of them. */
const isWrappedCell = (
  { label, found }: Region,
  { text: { text }, apart }: Bit,
  { width }: Context,
): boolean =>
  found.joint === "colon" &&
  label.after &&
  !apart &&
  reachOf(label) >= MIN_FULL &&
  reachOf(label) + 1 + firstWord(text).length > width;

const reachOf = ({ row }: Bit): number => row.text.text.trimEnd().length;

const firstWord = (text: string): string => text.split(/\s/, 1).join();

/**
 * Tells whether the value of a label would stand on its line, as those of the other labels there: unless the line is full,
 * so that it was wrapped.
 */
export function hasNoRoom(
  { isRun, found: { joint }, label }: Region,
  next: Bit,
  { width }: Context,
): boolean {
  if (!isRun || joint !== "colon") return false;
  const reach = reachOf(label);
  return next.apart || reach < MIN_FULL || reach + 1 + firstWord(next.text.text).length <= width;
}

/** The cells that follow a label up to the next. */
function cellsBehind({ found, under }: Region, bits: readonly Bit[]): Bit[] {
  const { row } = bits[found.at] as Bit;
  const past = under.findIndex((bit) => !bit.after || bit.row !== row);
  return under.slice(0, past < 0 ? under.length : past);
}

/** Tells whether other labels stand in the row of a label. */
function sharesRow({ found }: Region, cells: readonly Bit[], bits: readonly Bit[]): boolean {
  const { row, after } = bits[found.at] as Bit;
  const next = bits[found.at + cells.length + 1];
  return after || (next?.after === true && next.row === row);
}

/** The cells that are the value of a label. A row of several labels may go on past the last value. */
export function cellsOf(region: Region, bits: readonly Bit[]): Bit[] {
  const cells = cellsBehind(region, bits);
  if (!sharesRow(region, cells, bits)) return cells;
  return region.head !== undefined ? [] : region.isLast ? cells.slice(0, 1) : cells;
}

/** Tells whether a label in a row of several has more than one cell: some may be rows that nobody declared. */
export function holdsCells(region: Region, bits: readonly Bit[]): boolean {
  const cells = cellsOf(region, bits);
  return cells.length > 1 && sharesRow(region, cells, bits);
}

/** Tells whether a line below the last label may be none of the box: it stands apart, or no other value stands below its label. */
export const mayBePast = (bit: Bit | undefined, { hasValuesBelow }: Context): boolean =>
  bit !== undefined && !bit.isItem && (bit.apart || !hasValuesBelow);

/** Takes as many pieces as make a value of a closed form: its parts may stand on lines of their own. */
export function takeClosed(sought: Sought): readonly Bit[] {
  const { region, rule, first, below, context } = sought;
  const usable = piecesBelow(sought);
  let taken: readonly Bit[] | undefined;
  let noted: readonly Bit[] | undefined;
  for (let count = first.length > 0 ? 0 : 1; count <= usable.length; count++) {
    const pieces = [...first, ...usable.slice(0, count)];
    // A dash at the start of a line may be that of a range, and not a bullet.
    for (const one of pieces.some(isDashed) ? [pieces, pieces.map(withBullet)] : [pieces]) {
      const read = rule.read(valueText(one).text.slice(0, MAX_CLOSED));
      if (read === undefined) continue;
      if (read.note === undefined) taken = one;
      else noted ??= one;
      break;
    }
  }
  if (taken !== undefined) return taken;
  if (noted !== undefined) return noted;
  if (first.length > 0) return first;
  // A line of another kind below a blank one, or under the last label, is none of its value.
  const [next] = below;
  return next === undefined ||
    next.apart ||
    region.isLast ||
    hasNoRoom(region, next, context) ||
    isForeign(region, next, context)
    ? []
    : [next];
}

/** The lines below a label over which a value of a closed form may be broken: up to what is too long, apart, or another row. */
function piecesBelow({ region, first, below, context }: Sought): Bit[] {
  const pieces: Bit[] = [];
  for (const [i, bit] of below.slice(0, MAX_PIECES).entries()) {
    const isFirst = first.length + pieces.length === 0;
    if (isFirst && isForeign(region, bit, context)) break;
    if (!isFirst && (bit.text.text.length > MAX_PIECE || (context.hasColons && ROW.test(bit.text.text))))
      break;
    if (bit.apart && first.length > 0) break;
    if (region.found.joint === "cell" && below[i + 1]?.after) break;
    pieces.push(bit);
  }
  return pieces;
}

const isDashed = ({ cell, isItem }: Bit): boolean => isItem && /^[-–—]/.test(cell.text);

const withBullet = (bit: Bit): Bit => (isDashed(bit) ? { ...bit, text: bit.cell, isItem: false } : bit);

/** Takes the lines of a text: the first one, and those over which it runs. */
export function takeLines(sought: Sought): readonly Bit[] {
  const { region, first, below, context } = sought;
  if (first.length > 0) return [...first, ...wrappedOf(sought)];
  const [next] = below;
  if (next === undefined || isForeign(region, next, context) || PARTS_ROWS.test(next.text.text)) return [];
  const block = blockOf(below, region, context);
  if (block.length === 0) return [];
  if (next.apart) {
    const { joint } = region.found;
    const isAlone = joint === "alone" && !region.isRun;
    const isOnly = block.length === below.length && !region.isLast;
    if (hasNoRoom(region, next, context) || !(isAlone || isOnly || (region.isLast && context.standsApart)))
      return [];
    return isOnly ? block : block.slice(0, 1);
  }
  return region.isLast ? [next, ...wrappedOf({ ...sought, first: [next], below: below.slice(1) })] : block;
}

/** A sign that parts rows, alone on a line: it is no value. */
const PARTS_ROWS = /^[,;|/·•]$/;

/** The lines that follow each other, up to a blank one, a bullet, or a row that nobody declared. */
export function blockOf(below: readonly Bit[], { label }: Region, context: Context): Bit[] {
  const block: Bit[] = [];
  for (const bit of below) {
    // A line without a bullet goes on with the one above it.
    if (block.length > 0 && (bit.apart || (bit.isItem && (label.isItem || !block[0]?.isItem)))) break;
    if (block.length > 0 && !bit.isItem && block[0]?.isItem && !label.isItem) break;
    const isValue = block.length === 0 && context.hasValuesBelow;
    if (context.hasColons && !isValue && ROW.test(bit.text.text)) break;
    if (context.hasColons && OTHER_LABEL.test(bit.text.text)) break;
    block.push(bit);
  }
  return block;
}

/** A label alone, with the colon that labels of the box have: that of a row which nobody declared. */
const OTHER_LABEL = /^[^:：]{1,40}[:：]$/;

/** A letter or a digit, which each line has that was wrapped. */
const WORD = /[\p{L}\p{N}]/u;

/** The lines over which a text goes on: indented below it, or where it is not at its end, or would not have fitted. */
function wrappedOf({ region, rule, first, below, context }: Sought): Bit[] {
  const { label, found } = region;
  const isPlain = !context.isBeforeMissing(found.field);
  const wrapped: Bit[] = [];
  // A text that is long has come to its end, whatever it says.
  let text = joined(first).text;
  for (const [i, bit] of below.entries()) {
    if (bit.apart || bit.isItem || bit.after || (context.hasColons && ROW.test(bit.text.text))) break;
    const next = below[i + 1];
    if (next?.isItem || next?.after) break;
    const isIndented = bit.column > label.column || (label.isItem && bit.column >= label.column);
    const isUnfinished = text.length < MAX_CLOSED && rule.isUnfinished?.(text) === true;
    const isWide =
      isPlain && WORD.test(bit.text.text) && !wouldFit(wrapped.at(-1) ?? (first.at(-1) as Bit), bit, context);
    if (!isIndented && !isUnfinished && !isWide) break;
    wrapped.push(bit);
    if (text.length < MAX_CLOSED) text += ` ${bit.text.text}`;
  }
  return wrapped;
}

/** Tells whether the first word of a line would have fitted in the one above, so that this is not where it was wrapped. */
export function wouldFit(above: Bit, { text: { text } }: Bit, { width }: Context): boolean {
  const reach = reachOf(above);
  const isFull = reach >= MAX_FULL || (reach >= MIN_FULL && /^\p{Ll}/u.test(text));
  return width < MAX_PIECE || reach + 1 + firstWord(text).length <= width || !isFull;
}
