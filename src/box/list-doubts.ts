import type { Bit } from "../layout/bits.ts";
import { Strand } from "../layout/strand.ts";
import { quote } from "../parse/quote.ts";
import { doubtOf, tellNext, tellSigns } from "./doubts.ts";
import { mayBePast, valueText } from "./lines.ts";
import { holdsGluedWords, ODD_TEXTS } from "./odd-texts.ts";
import type { Reading } from "./reading.ts";

/** What tells that the items of a list may not be those that stood there. */

/** A list as it was read. */
export interface ReadItems {
  readonly items: readonly Strand[];
  /** Whether the items were parted at separators. */
  readonly isOne: boolean;
  /** The lines below the label; absent where the list starts in its row. */
  readonly lines: readonly Bit[] | undefined;
  /** What stands in the row of the label. */
  readonly first: readonly Bit[];
  /** All that the list took. */
  readonly used: readonly Bit[];
  /** What stands below it, up to the next label. */
  readonly past: readonly Bit[];
}

/** A comma of its own, which some extractors put on a line between two links. */
export const isSeparator = (bit: Bit | undefined): boolean =>
  bit?.isItem === false && /^[,;|]$/.test(bit.text.text);

/** A bullet between words: that of an item whose line was joined to the one above. */
const BULLET_WITHIN = /\s[*+☆★□■○▫☐]\s|[•◦‣▪●]|^[-*+–]\s/;

/** What several items may have become that ran together: a capital right behind a small letter, or within three words or more. */
const SEVERAL = /\p{Ll}\p{Lu}|^\S+\s.*(?:\s\p{Lu}.*\s|\s\S.*\s\p{Lu})/u;

/** What is odd about a list, in words; undefined where nothing is. */
type Oddity = (list: ReadItems & { readonly all: Strand }, reading: Reading) => string | undefined | false;

const ODDITIES: readonly Oddity[] = [
  ({ items, isOne, lines, all }) =>
    (items.some(({ text }) => BULLET_WITHIN.test(text) || holdsBullet(text, lines)) ||
      (isOne && items.length === 1 && SEVERAL.test(all.text))) &&
    `${quote(all.text)} may hold several items as one, with nothing or a bullet between them`,
  ({ items, lines }, { region }) =>
    lines?.length === 1 &&
    !region.label.isItem &&
    lines[0]?.cell.text.startsWith("-") === true &&
    region.found.field.node.separators.some((one) => items[0]?.text.includes(one)) &&
    `${quote(items[0]?.text ?? "")} holds a separator, and may be several items behind a dash`,
  ({ items }) => doubled(items),
  ({ items, isOne }) => !isOne && oddItem(items),
  ({ lines }, { context, region }) => {
    const [first, ...others] = lines?.filter(({ isItem }) => isItem) ?? [];
    const apart = others.filter((bit) => bit.apart);
    return (
      first !== undefined &&
      apart.length === 1 &&
      others.length > 1 &&
      context.isBeforeMissing(region.found.field, true) &&
      `a blank line stands above ${quote(apart[0]?.text.text ?? "")}, which may be an item of another list`
    );
  },
  ({ items, isOne }, { notes }) =>
    isOne &&
    items.some(({ text }) => holdsGluedWords(text, notes.source)) &&
    "two items may have run together, with nothing between them",
  ({ isOne, used }, { region }) => {
    const text = isOne ? valueText(used).text : "";
    // The last part is none where a text ends with a separator, which is told below.
    const lacks = ({ length }: string, parts: readonly string[]): boolean =>
      length > 0 && parts.slice(0, -1).some((part) => part.trim() === "");
    const sign = region.found.field.node.separators
      .map((one) => one.trim())
      .find((one) => lacks(one, text.split(one)));
    return (
      sign !== undefined &&
      `nothing stands before a "${sign}" in ${quote(text)}, so that items may be missing`
    );
  },
  ({ items, lines, first }) =>
    lines === undefined &&
    first.length > 1 &&
    items.some(({ text }, i) => text !== first[i]?.text.text) &&
    `the items stand in ${first.length} cells and between separators; a cell may be of another row`,
  ({ items, lines }, { context }) => {
    const label =
      lines && items.map(({ text }) => context.within.labelOf(text)).find((one) => one !== undefined);
    return (
      label !== undefined &&
      `one of the items has "${label}", the label of a field that is missing or of an entry`
    );
  },
  ({ lines }, { region, bits, context: { strayAbove } }) =>
    lines !== undefined &&
    strayAbove !== undefined &&
    strayAbove === bits[region.found.at - 1] &&
    strayAbove.isItem === lines[0]?.isItem &&
    (!region.label.isItem || strayAbove.column > region.label.column) &&
    `${quote(strayAbove.text.text)} stands above the label of the list, and may be an item of it`,
  ({ isOne, used }, { region }) => {
    const text = isOne ? valueText(used).text : "";
    const end = region.found.field.node.separators.find((one) => one.trim() && text.endsWith(one.trim()));
    return end !== undefined && `${quote(text)} ends with "${end.trim()}", so that items may be missing`;
  },
  ({ lines }) =>
    lines?.some(isSeparator) &&
    lines.some((bit, i) => i > 0 && !isSeparator(bit) && !isSeparator(lines[i - 1] as Bit)) &&
    "separators stand on lines of their own, but not between all items; two lines were read as one item",
  ({ lines, past: [next], all }, { region }) =>
    region.isLast &&
    lines?.[0]?.isItem === false &&
    next !== undefined &&
    !next.apart &&
    !next.after &&
    `more lines follow ${quote(all.text)} below the last label; they may be items, too`,
  ({ lines, past: [next] }, { region }) =>
    lines?.[0]?.isItem === false &&
    next !== undefined &&
    !region.label.isItem &&
    ((next.isItem && `bullets stand below ${quote(lines[0].text.text)}; they may be the items`) ||
      (isSeparator(next) && `${quote(next.text.text)} stands below, so that items may be missing`)),
  ({ lines, items: [first] }, { context, region }) =>
    lines !== undefined &&
    context.isAfterLost &&
    (region.label.isItem || lines[0]?.isItem === false) &&
    `the label before has no value, so that ${quote(first?.text ?? "")} may not be of "${region.found.field.node.label}"`,
  ({ lines, all }, { context, region }) =>
    context.isLoneBelow &&
    !region.isRun &&
    lines?.length === 1 &&
    !lines[0]?.isItem &&
    `${quote(all.text)} stands below its label, and the values of others beside theirs; it may be another row`,
  ({ lines: [first, ...below] = [] }) =>
    first?.isItem &&
    below.some(({ isItem, column }) => isItem && column < first.column) &&
    `${quote(first.text.text)} stands further right than items below it, and may be of a list above`,
  ({ isOne, lines }, reading) =>
    !isOne &&
    isLoose(lines ?? [], reading) &&
    `the lines of "${reading.region.found.field.node.label}" have no bullets of their own; some may be rows that nobody declared, or none of the list`,
];

/** Says which item stands twice; undefined where none does. */
export function doubled(items: readonly Strand[]): string | undefined {
  const texts = new Set<string>();
  const twice = items.find(({ text }) => texts.size === texts.add(text).size);
  return twice && `${quote(twice.text)} is an item twice`;
}

/** Says what is odd about one of several items; undefined where nothing is. */
function oddItem(items: readonly Strand[]): string | undefined {
  for (const { text } of items)
    for (const oddity of ODD_TEXTS) {
      const odd = oddity(text);
      if (odd !== undefined) return `${quote(text)} ${odd}`;
    }
  return undefined;
}

/** Tells whether a text holds a hyphen or star that is the bullet of its list. */
function holdsBullet(text: string, lines: readonly Bit[] | undefined): boolean {
  const [first] = lines ?? [];
  const [bullet] = (first?.isItem && /^[-*+]/.exec(first.cell.text)) || [];
  return bullet !== undefined && (text.includes(`${bullet} `, 1) || text.includes(` ${bullet}`));
}

/** Tells whether lines have no bullets, or those of the rows around them, so that others may be among them. */
function isLoose(lines: readonly Bit[], { region, context }: Reading): boolean {
  const [first] = lines;
  if (first === undefined || lines.length < 2) return false;
  if (!first.isItem) return true;
  const isBeforeGap = context.isBeforeMissing(region.found.field, true);
  return first.column === region.label.column && (!context.hasColons || isBeforeGap);
}

/** Tells what is odd about a list. */
export function doubtsOfList(reading: Reading, list: ReadItems): void {
  const { region, path, notes, context } = reading;
  const { items, isOne, lines, first, used, past } = list;
  const { node } = region.found.field;
  const all = Strand.join(items);
  if (isOne) {
    doubtOf(reading, valueText(used));
    tellSigns(reading, used);
    if (first.length > 0) tellNext(reading, valueText(used));
  }
  for (const oddity of ODDITIES) {
    const odd = oddity({ ...list, all }, reading);
    if (odd) notes.doubt(path, all, odd);
  }
  if (lines === undefined && used.length > first.length)
    notes.add("wrapped_text", path, "the list runs over several lines; it was read as one", all);
  // Cells of a table that were put together: one may be of a row that lost its label.
  const isJoined =
    lines === undefined &&
    context.isBeforeMissing(region.found.field, true) &&
    notes.source.slice(all.start, all.end).includes("\n");
  if ((!isOne && items.length < (lines?.length ?? 0)) || isJoined)
    notes.add("wrapped_text", path, "items run over several lines; these were joined with spaces", all);
  if (lines?.[0]?.isItem && past[0]?.isItem === false && past[1]?.isItem)
    notes.doubt(
      path,
      past[0].text,
      `${quote(past[0].text.text)} stands between bullets without one; it may be an item, or the label of those below it`,
    );
  if (node.size !== undefined && items.length !== node.size)
    notes.add("unusual_size", path, `"${node.label}" has ${items.length} items; expected ${node.size}`, all);
  if (region.isLast && !region.isRun && mayBePast(lines?.[0], context))
    notes.uncertainLast(path, all, lines?.[0]?.apart === true);
}
