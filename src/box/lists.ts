import type { Bit } from "../layout/bits.ts";
import { Strand } from "../layout/strand.ts";
import { quote } from "../parse/quote.ts";
import { escaped } from "./codec.ts";
import type { Context } from "./context.ts";
import { blockOf, cellsOf, hasNoRoom, isForeign, mayBePast, valueText, wouldFit } from "./lines.ts";
import type { Region } from "./regions.ts";
import { joined, withStart } from "./rows.ts";
import { doubtOf, ONLY_SIGNS, type Outcome, type Reading, tellSigns } from "./values.ts";

/** Reads the items of a list. */
export function readList(reading: Reading): Outcome {
  const { region, bits, path, notes, context } = reading;
  const { node } = region.found.field;
  const cells = cellsOf(region, bits);
  const first = [...(region.head === undefined ? [] : [region.head]), ...cells];
  const below = region.under.slice(cells.length);
  const lines = first.length > 0 ? undefined : linesOf(region, below, context);
  const used = lines ?? [...first, ...unfinishedOf(first, below, node.separators)];
  const isOne =
    lines === undefined ||
    lines.some(isSeparator) ||
    (lines.length === 1 && (!(lines[0]?.bulleted && !region.label.bulleted) || isDash(lines[0])));
  const parts = isOne
    ? (numberedOf(valueText(used.map(withStart))) ?? partsOf(valueText(used), node.separators)).filter(
        ({ text }) => !/^[\s,;|]*$/.test(text),
      )
    : [];
  // Cells without a separator are items each.
  const items = !isOne
    ? itemsOf(lines)
    : parts.length === 1 && lines === undefined
      ? used.map((bit) => valueText([bit]))
      : parts;
  if (items.length === 0) return { isLost: true, used };
  items.forEach((item, i) => {
    notes.place([...path, i], item);
  });
  const all = Strand.join(items);
  if (isOne) {
    doubtOf(reading, valueText(used));
    tellSigns(reading, used);
  }
  if (
    items.some(({ text }) => BULLET_WITHIN.test(text)) ||
    (isOne && items.length === 1 && SEVERAL.test(all.text))
  )
    notes.add(
      "uncertain_value",
      path,
      `${quote(all.text)} may hold several items as one, with nothing or a bullet between them`,
      all,
    );
  if (lines === undefined && used.length > first.length)
    notes.add("wrapped_text", path, "the list runs over several lines; it was read as one", all);
  if (!isOne && items.length < lines.length)
    notes.add("wrapped_text", path, "items run over several lines; these were joined with spaces", all);
  if (
    lines?.some(isSeparator) &&
    lines.some((bit, i) => i > 0 && !isSeparator(bit) && !isSeparator(lines[i - 1] as Bit))
  )
    notes.add(
      "uncertain_value",
      path,
      "separators stand on lines of their own, but not between all items; two lines were read as one item",
      all,
    );
  const past = below[used.length];
  if (region.isLast && lines?.[0]?.bulleted === false && past !== undefined && !past.apart && !past.after)
    notes.add(
      "uncertain_value",
      path,
      `more lines follow ${quote(all.text)} below the last label; they may be items, too`,
      all,
    );
  if (lines?.[0]?.bulleted && past?.bulleted === false && below[used.length + 1]?.bulleted)
    notes.add(
      "uncertain_value",
      path,
      `${quote(past.text.text)} stands between bullets without one; it may be an item, or the label of those below it`,
      past.text,
    );
  if (node.size !== undefined && items.length !== node.size)
    notes.add("unusual_size", path, `"${node.label}" has ${items.length} items; expected ${node.size}`, all);
  const isBeforeGap = context.isBeforeMissing(region.found.field, true);
  const isLoose = lines?.[0]?.bulleted !== true || lines[0].column === region.label.column;
  if (!isOne && lines.length > 1 && isLoose && (!context.hasColons || isBeforeGap))
    notes.add(
      "uncertain_value",
      path,
      `the lines of "${node.label}" have no bullets of their own; some may be rows that nobody declared`,
      all,
    );
  if (region.isLast && !region.isRun && mayBePast(lines?.[0], context))
    notes.uncertainLast(path, all, lines?.[0]?.apart === true);
  if (lines?.[0]?.apart && !lines[0].bulleted) {
    if (lines.length === 1) context.standsApart = true;
    else context.listsApart = true;
  }
  return { value: items.map(({ text }) => text), isLost: false, used };
}

/** A bullet between words: that of an item whose line was joined to the one above. */
const BULLET_WITHIN = /\s[*+•◦▪●]\s/;

/** What several items may have become that ran together: a capital right behind a small letter, or within three words or more. */
const SEVERAL = /\p{Ll}\p{Lu}|^\S+\s.*(?:\s\p{Lu}.*\s|\s\S.*\s\p{Lu})/u;

/** The lines of a list below its label. */
function linesOf(region: Region, below: readonly Bit[], context: Context): Bit[] {
  const [next] = below;
  if (next === undefined || hasNoRoom(region, next, context) || isForeign(region, next, context)) return [];
  if (next.bulleted) {
    const past = below.findIndex((bit, i) => !bit.bulleted && !goesOn(below, i, region, context));
    return below.slice(0, past < 0 ? below.length : past);
  }
  const block = blockOf(below, region, context);
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
  const isBetween = below[at + 1]?.bulleted === true;
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
    if (bit.bulleted || !lines[0]?.bulleted) items.push([bit]);
    else items.at(-1)?.push(bit);
  }
  return items.map(valueText);
}

/** A comma of its own, which some extractors put on a line between two links. */
const isSeparator = ({ text, bulleted }: Bit): boolean => !bulleted && /^[,;|]$/.test(text.text);

/** A dash between a label and its value, on the line of the value. */
const isDash = ({ cell }: Bit): boolean => /^[–—]/.test(cell.text);

/** Tells whether a line and all above it are items and the separators between them. */
const isBetween = (block: readonly Bit[], at: number): boolean =>
  block.slice(0, at + 1).every((bit, i) => i % 2 === 0 || isSeparator(bit));

/** The lines on which a list goes on that ends with a separator. */
function unfinishedOf(first: readonly Bit[], below: readonly Bit[], separators: readonly string[]): Bit[] {
  const more: Bit[] = [];
  let text = first.at(-1)?.text.text ?? "";
  for (const bit of below) {
    const isOpen = separators.some((one) => one.trim() !== "" && text.endsWith(one.trim()));
    if (!isOpen || bit.apart || bit.bulleted || bit.after || ONLY_SIGNS.test(joined(first).text)) break;
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
