import { escaped } from "../format/pattern.ts";
import type { Bit } from "../layout/bits.ts";
import type { Strand } from "../layout/strand.ts";
import type { Context } from "./context.ts";
import { blockOf, cellsOf, hasNoRoom, isForeign, valueText, wouldFit } from "./lines.ts";
import { doubtsOfList, isSeparator } from "./list-doubts.ts";
import type { Outcome, Reading } from "./reading.ts";
import { type Region, ROW } from "./regions.ts";
import { joined, withStart } from "./rows.ts";
import { ONLY_SIGNS } from "./values.ts";

/** Reads the items of a list. */
export function readList(reading: Reading): Outcome {
  const { region, bits, path, notes, context } = reading;
  const { node } = region.found.field;
  const cells = cellsOf(region, bits);
  const first = [...(region.head === undefined ? [] : [region.head]), ...cells];
  const below = region.under.slice(cells.length);
  const lines = first.length > 0 ? hangingOf(region, first, below) : linesOf(region, below, context);
  const used = lines ?? [...first, ...unfinishedOf(first, below, node.separators)];
  const isOne =
    lines === undefined ||
    lines.some(isSeparator) ||
    (lines.length === 1 && (!(lines[0]?.isItem && !region.label.isItem) || isDash(lines[0])));
  const parts = isOne
    ? (numberedOf(valueText(used.map(withStart))) ?? partsOf(valueText(used), node.separators)).filter(
        ({ text }) => !/^[\s,;|]*$/.test(text),
      )
    : [];
  // Cells without a separator are items each.
  const items = !isOne
    ? itemsOf(lines)
    : parts.length === 1 && lines === undefined && used.length > 1
      ? used.map((bit) => valueText([bit]))
      : parts;
  if (items.length === 0) return { isLost: true, used };
  items.forEach((item, i) => {
    notes.place([...path, i], item);
  });
  doubtsOfList(reading, { items, isOne, lines, first, used, past: below.slice(used.length - first.length) });
  if (lines?.[0]?.apart && !lines[0].isItem) {
    if (lines.length === 1) context.standsApart = true;
    else context.listsApart = true;
  }
  return { value: items.map(({ text }) => text), isLost: false, used };
}

/** Tells whether a region has items of a list below its label, and no bullets of their own tell that they are. */
export const hasLooseItems = ({ found, label }: Region, { used }: Outcome): boolean =>
  found.field.node.kind === "list" &&
  used.some(({ row, isItem }) => row !== label.row && (label.isItem || !isItem));

/** The lines of a list below its label. */
function linesOf(region: Region, below: readonly Bit[], context: Context): Bit[] {
  const [next] = below;
  if (next === undefined || hasNoRoom(region, next, context) || isForeign(region, next, context)) return [];
  if (next.isItem) {
    const { column } = region.label;
    const past = below.findIndex((bit, i) =>
      bit.isItem ? bit.column <= column && next.column > column : !goesOn(below, i, region, context),
    );
    return below.slice(0, past < 0 ? below.length : past);
  }
  const spaced = spacedOf(region, below, context);
  if (spaced.length > 1) return spaced;
  const block = blockOf(below, region, context);
  const chain = chainOf(below);
  if (chain.length > block.length) return chain;
  const isLone = region.found.joint === "colon" && block.length < 2 && !context.standsApart;
  if (next.apart && block.length < below.length && isLone) return [];
  if (next.apart && region.isLast && !context.listsApart && !context.standsApart) return [];
  // Under the last label, nothing tells the second line from what follows the box.
  return region.isLast ? block.filter((_, i) => i === 0 || isBetween(block, i)) : block;
}

/**
 * Tells whether a line without a bullet goes on with the one above it: it hangs below its text, or was wrapped there, or stands
 * between bullets with a small letter where labels have a capital.
 */
function goesOn(below: readonly Bit[], at: number, { label }: Region, context: Context): boolean {
  const [above, bit] = [below[at - 1] as Bit, below[at] as Bit];
  if (bit.apart || bit.after) return false;
  const isBetween = below[at + 1]?.isItem === true;
  return (
    bit.column >= Math.max(above.column, label.column + 1) ||
    (isBetween && /^\p{Ll}/u.test(bit.text.text) && /^\p{Lu}/u.test(label.text.text)) ||
    !wouldFit(above, bit, context)
  );
}

/** The items of lines: each bullet starts one, and each line where there are none. */
function itemsOf(lines: readonly Bit[]): Strand[] {
  const items: Bit[][] = [];
  for (const bit of lines) {
    if (bit.isItem || !lines[0]?.isItem) items.push([bit]);
    else items.at(-1)?.push(bit);
  }
  return items.map(valueText);
}

/** A dash between a label and its value, on the line of the value. */
const isDash = ({ cell }: Bit): boolean => /^[–—]/.test(cell.text);

/** Tells whether a line and all above it are items and the separators between them. */
const isBetween = (block: readonly Bit[], at: number): boolean =>
  block.slice(0, at + 1).every((bit, i) => i % 2 === 0 || isSeparator(bit));

/** Lines between which separators stand alone, with blank lines around them or not. */
function chainOf(below: readonly Bit[]): Bit[] {
  let past = 1;
  while (isSeparator(below[past]) && below[past + 1]?.isItem === false) past += 2;
  return below.slice(0, past);
}

/** How long an item is at most that stands between blank lines. */
const MAX_SPACED = 60;

/** The paragraphs below a label, up to the next one, where all stand apart from their labels and none may be items on one line. */
function spacedOf({ isLast, found, label }: Region, below: readonly Bit[], { hasColons }: Context): Bit[] {
  const { separators } = found.field.node;
  const isItem = ({ apart, isItem, after, text: { text } }: Bit): boolean =>
    apart &&
    !isItem &&
    !after &&
    text.length <= MAX_SPACED &&
    !/[.!?:]$/.test(text) &&
    !(hasColons && ROW.test(text)) &&
    !separators.some((one) => text.includes(one.trim()));
  return !isLast && label.apart && below.every(isItem) ? [...below] : [];
}

/**
 * The items of a cell of several lines: the first in the row of the label, and up to the next label each line that stands in its column,
 * or without cells where the rows have some; undefined where none does, or the first holds several.
 */
function hangingOf(region: Region, first: readonly Bit[], below: readonly Bit[]): Bit[] | undefined {
  const { isLast, isRun, found, label } = region;
  const { separators } = found.field.node;
  const column = label.column + label.text.text.length;
  const isItem = (bit: Bit): boolean =>
    !bit.apart &&
    !bit.isItem &&
    !bit.after &&
    (found.joint === "cell" || bit.column >= column) &&
    bit.text.text.length <= MAX_SPACED &&
    !/[.!?:]$/.test(bit.text.text) &&
    !ROW.test(bit.text.text);
  const isOne = first.length === 1 && partsOf(valueText(first), separators).length === 1;
  const isCell = isOne && !isLast && !isRun && below.length > 0 && !isSeparator(below[0]);
  return isCell && below.every(isItem) ? [...first, ...below] : undefined;
}

/** The lines on which a list goes on that ends with a separator. */
function unfinishedOf(first: readonly Bit[], below: readonly Bit[], separators: readonly string[]): Bit[] {
  const more: Bit[] = [];
  let text = first.at(-1)?.text.text ?? "";
  for (const bit of below) {
    const isOpen =
      isSeparator(bit) || separators.some((one) => one.trim() !== "" && text.endsWith(one.trim()));
    if (!isOpen || bit.apart || bit.isItem || bit.after || ONLY_SIGNS.test(joined(first).text)) break;
    more.push(bit);
    text = bit.text.text;
  }
  return more;
}

/** A number before an item. */
const ITEM_NUMBER = /(?<=^|\s)(\d{1,2})[.)]\s+/g;

/** The items of a text that numbers them, from 1 on. */
function numberedOf(text: Strand): Strand[] | undefined {
  const numbers = [...text.text.matchAll(ITEM_NUMBER)];
  const areInOrder = numbers.every(([, number], i) => Number(number) === i + 1);
  if (numbers.length < 2 || numbers[0]?.index !== 0 || !areInOrder) return undefined;
  return text.split(ITEM_NUMBER).map((item) => item.trim());
}

/** Parts a text at separators: words stand between spaces, signs anywhere. */
function partsOf(text: Strand, separators: readonly string[]): Strand[] {
  const forms = [...separators]
    .filter((one) => one.trim() !== "")
    .sort((a, b) => b.length - a.length)
    .map((one) => {
      const before = /^\s*\w/.test(one) ? "\\s+" : "\\s*";
      const after = /\w\s*$/.test(one) ? "\\s+" : "\\s*";
      return `${before}${escaped(one)}${after}`;
    });
  if (forms.length === 0) return [text];
  return text.split(new RegExp(forms.join("|"), "giu")).map((one) => one.trim());
}
