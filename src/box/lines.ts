import { ODD_LAYOUT, plain } from "../format/text.ts";
import type { Bit } from "../layout/bits.ts";
import type { Strand } from "../layout/strand.ts";
import type { ValueRule } from "./codec.ts";
import { type Region, ROW } from "./regions.ts";
import { joined } from "./rows.ts";

/** Which lines below a label belong to its value. */

/** What is known of the box around a value. */
export interface Context {
  /** Whether rows of this box have a colon after the label. */
  readonly hasColons: boolean;
  /** Whether values of this box stand below their labels. */
  readonly hasValuesBelow: boolean;
  /** Whether other values of this box stand below a blank line under their labels. */
  standsApart: boolean;
  /** Whether lists of this box do, without bullets. */
  listsApart: boolean;
  /** Whether the label before stands without a value. */
  isAfterLost: boolean;
  /** Finds, in the text of a value, the label of another field that may start there. */
  readonly labelIn: (text: string) => string | undefined;
  /** The width at which lines are wrapped: that of the longest. */
  readonly width: number;
}

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

/** How many lines a value of a closed form may be broken over, and how long each may be. */
const MAX_PIECES = 8;
const MAX_PIECE = 40;

/** How much of a text is tried as a value of a closed form. */
export const MAX_CLOSED = 300;

const ODD = new RegExp(ODD_LAYOUT, "g");

/** The text of bits as a value has it: with plain spaces, and those at its ends gone. */
export const valueText = (bits: readonly Bit[]): Strand =>
  joined(bits)
    .replace(ODD, ([found]) => plain(found))
    .trim();

/** Tells whether a bit below a label cannot be its value: it stands left of it, or is no bullet where the label is one. */
export const isForeign = ({ label }: Region, { column, bulleted }: Bit): boolean =>
  column < label.column && !(bulleted && label.bulleted);

/** Tells whether the value of a label would stand on its line, as those of the other labels there. */
export const hasNoRoom = ({ isRun, found: { joint } }: Region): boolean => isRun && joint === "colon";

/** The cells that follow a label in its row. */
export const cellsOf = ({ found, under }: Region, bits: readonly Bit[]): Bit[] => {
  const row = (bits[found.at] as Bit).row;
  const past = under.findIndex((bit) => !bit.after || bit.row !== row);
  return under.slice(0, past < 0 ? under.length : past);
};

/** Takes as many pieces as make a value of a closed form: its parts may stand on lines of their own. */
export function takeClosed(sought: Sought): readonly Bit[] {
  const { region, rule, first, below } = sought;
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
  return next === undefined || next.apart || region.isLast || hasNoRoom(region) || isForeign(region, next)
    ? []
    : [next];
}

/** The lines below a label over which a value of a closed form may be broken: up to what is too long, apart, or another row. */
function piecesBelow({ region, first, below, context: { hasColons } }: Sought): Bit[] {
  const pieces: Bit[] = [];
  for (const [i, bit] of below.slice(0, MAX_PIECES).entries()) {
    const isFirst = first.length + pieces.length === 0;
    if (isFirst && isForeign(region, bit)) break;
    if (!isFirst && (bit.text.text.length > MAX_PIECE || (hasColons && ROW.test(bit.text.text)))) break;
    if (bit.apart && first.length > 0) break;
    if (region.found.joint === "cell" && below[i + 1]?.after) break;
    pieces.push(bit);
  }
  return pieces;
}

const isDashed = ({ cell, bulleted }: Bit): boolean => bulleted && /^[-–—]/.test(cell.text);

const withBullet = (bit: Bit): Bit => (isDashed(bit) ? { ...bit, text: bit.cell, bulleted: false } : bit);

/** Takes the lines of a text: the first one, and those over which it runs. */
export function takeLines(sought: Sought): readonly Bit[] {
  const { region, first, below, context } = sought;
  if (first.length > 0) return [...first, ...wrappedOf(sought)];
  const [next] = below;
  if (next === undefined || isForeign(region, next)) return [];
  const block = blockOf(below, region, context);
  if (block.length === 0) return [];
  if (next.apart) {
    const { joint } = region.found;
    const isAlone = joint === "alone" && !region.isRun;
    const isOnly = block.length === below.length && !region.isLast;
    if (hasNoRoom(region) || !(isAlone || isOnly || (region.isLast && context.standsApart))) return [];
    return isOnly ? block : block.slice(0, 1);
  }
  return region.isLast ? [next, ...wrappedOf({ ...sought, first: [next], below: below.slice(1) })] : block;
}

/** The lines that follow each other, up to a blank one, a bullet, or a row that nobody declared. */
export function blockOf(below: readonly Bit[], { label }: Region, context: Context): Bit[] {
  const block: Bit[] = [];
  for (const bit of below) {
    // A line without a bullet goes on with the one above it.
    if (block.length > 0 && (bit.apart || (bit.bulleted && (label.bulleted || !block[0]?.bulleted)))) break;
    if (block.length > 0 && !bit.bulleted && block[0]?.bulleted && !label.bulleted) break;
    const isValue = block.length === 0 && context.hasValuesBelow;
    if (context.hasColons && !isValue && ROW.test(bit.text.text)) break;
    block.push(bit);
  }
  return block;
}

/** The lines over which a text goes on: indented below it, or where it is not at its end, or would not have fitted. */
function wrappedOf({ region: { label }, rule, first, below, context: { hasColons, width } }: Sought): Bit[] {
  const wrapped: Bit[] = [];
  let last = first.at(-1) as Bit;
  for (const bit of below) {
    if (bit.apart || bit.bulleted || bit.after || (hasColons && ROW.test(bit.text.text))) break;
    const next = below[below.indexOf(bit) + 1];
    if (next?.bulleted || next?.after) break;
    const isIndented = bit.column > label.column || (label.bulleted && bit.column >= label.column);
    const text = joined([...first, ...wrapped]).text;
    const isUnfinished = rule.isUnfinished?.(text) === true && text.length < MAX_CLOSED;
    const [word = ""] = bit.text.text.split(/\s/, 1);
    const reach = last.row.text.text.trimEnd().length;
    const wouldFit = reach + 1 + word.length <= width;
    const isWide =
      width >= MAX_PIECE && !wouldFit && (reach >= 72 || (reach >= 60 && /^\p{Ll}/u.test(bit.text.text)));
    if (!isIndented && !isUnfinished && !isWide) break;
    wrapped.push(bit);
    last = bit;
  }
  return wrapped;
}
