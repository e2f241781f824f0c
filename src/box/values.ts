import { ODD_LAYOUT, plain } from "../format/text.ts";
import type { Bit } from "../layout/bits.ts";
import { Strand } from "../layout/strand.ts";
import { quote } from "../parse/quote.ts";
import { escaped, type Read, type ValueRule } from "./codec.ts";
import type { Notes, Path } from "./issues.ts";
import { type Region, ROW } from "./regions.ts";
import { joined, withNumber } from "./rows.ts";

/** Reads the value of a label from what stands after it and below. */

/** What became of a field. */
export interface Outcome {
  /** The value; absent where there is none, or none that is right. */
  readonly value?: unknown;
  /** Whether the label stands without a value. */
  readonly isLost: boolean;
  /** The bits that the value took. */
  readonly used: readonly Bit[];
}

/** What is known of the box around a value. */
export interface Context {
  /** Whether rows of this box have a colon after the label. */
  readonly hasColons: boolean;
  /** Whether other values of this box stand below a blank line under their labels. */
  standsApart: boolean;
  /** Whether lists of this box do, without bullets. */
  listsApart: boolean;
  /** Whether the label before stands without a value. */
  isAfterLost: boolean;
  /** Finds, in the text of a value, the label of a field that is missing. */
  readonly absentIn: (text: string) => string | undefined;
  /** The width at which lines are wrapped: that of the longest. */
  readonly width: number;
}

/** Signs that are left of a list whose items are gone. */
const ONLY_SIGNS = /^[\s,;:|/·•.–—-]*$/u;

/** How many lines a value of a closed form may be broken over, and how long each may be. */
const MAX_PIECES = 8;
const MAX_PIECE = 40;

/** How many words a value of a closed form may have that stands before other text. */
const MAX_WORDS = 8;

/** How much of a text is tried as a value of a closed form. */
const MAX_CLOSED = 300;

const ODD = new RegExp(ODD_LAYOUT, "g");

/** The text of bits as a value has it: with plain spaces, and those at its ends gone. */
export const valueText = (bits: readonly Bit[]): Strand =>
  joined(bits)
    .replace(ODD, ([found]) => plain(found))
    .trim();

/** Tells whether a bit below a label cannot be its value: it stands left of it, or is no bullet where the label is one. */
const isForeign = ({ label }: Region, { column, bulleted }: Bit): boolean =>
  column < label.column && !(bulleted && label.bulleted);

/** Tells whether the value of a label would stand on its line, as those of the other labels there. */
const hasNoRoom = ({ isRun, found: { joint } }: Region): boolean => isRun && joint === "colon";

/** The cells that follow a label in its row. */
const cellsOf = ({ found, under }: Region, bits: readonly Bit[]): Bit[] => {
  const row = (bits[found.at] as Bit).row;
  const past = under.findIndex((bit) => !bit.after || bit.row !== row);
  return under.slice(0, past < 0 ? under.length : past);
};

/** Reads one value. */
export function readOne(
  region: Region,
  bits: readonly Bit[],
  rule: ValueRule,
  path: Path,
  notes: Notes,
  context: Context,
): Outcome {
  const cells = cellsOf(region, bits);
  const first = [...(region.head === undefined ? [] : [region.head]), ...cells];
  const below = region.under.slice(cells.length).map(withNumber);
  const isOnlySigns = first.length > 0 && !rule.isClosed && ONLY_SIGNS.test(joined(first).text);
  if (
    isOnlySigns &&
    rule.read(valueText(first).text)?.isUnfamiliar !== false &&
    first.every(({ text }) => /^[\s,;|]*$/.test(text.text))
  )
    return { isLost: true, used: first };
  const taken = rule.isClosed
    ? takeClosed(region, first, below, rule)
    : takeLines(region, first, below, rule, context);
  if (taken.length === 0) return { isLost: true, used: [] };
  const strand = valueText(taken);
  const read = readText(rule, strand.text, region);
  notes.place(path, strand);
  if (read === undefined) {
    notes.add(
      "invalid_value",
      path,
      `${quote(strand.text)} is not a valid ${region.found.seat.node.label}; expected ${rule.expected}`,
      strand,
    );
    return { isLost: false, used: taken };
  }
  tell(read, strand, region, taken, rule, path, notes, context);
  return { value: read.value, isLost: false, used: taken };
}

/** Reads a text. On a line of several fields, the value of the last one may go before a text that is none of its own. */
function readText(rule: ValueRule, text: string, { isRun }: Region): Read<unknown> | undefined {
  const read = rule.read(rule.isClosed ? text.slice(0, MAX_CLOSED) : text);
  if (read !== undefined || !isRun) return read;
  const words = text.split(/(?<=\S)(?=\s)/, MAX_WORDS);
  for (let count = words.length; count > 0; count--) {
    const first = words.slice(0, count).join("");
    const part = rule.read(first);
    if (part !== undefined) return { ...part, note: `without what follows ${quote(first)}` };
  }
  return undefined;
}

/** Tells what is odd about a value that was read. */
function tell(
  read: Read<unknown>,
  strand: Strand,
  region: Region,
  taken: readonly Bit[],
  rule: ValueRule,
  path: Path,
  notes: Notes,
  context: Context,
): void {
  const { label } = region.found.seat.node;
  if (read.note !== undefined)
    notes.add(
      "rewritten_value",
      path,
      `${quote(strand.text)} was read as ${String(read.value)}, ${read.note}; expected ${rule.expected}`,
      strand,
    );
  if (read.isUnfamiliar) notes.unfamiliar(path, strand, label, rule.expected);
  doubtOf(strand, rule.isClosed, path, notes, context);
  const rows = new Set(taken.map(({ row }) => row));
  if (rows.size > 1 && !rule.isClosed)
    notes.add(
      "wrapped_text",
      path,
      "the value runs over several lines; it was read as one, joined with spaces",
      strand,
    );
  const isBelow = region.head === undefined && taken[0]?.row !== region.label.row;
  if (isBelow && taken[0]?.apart) {
    if (region.isLast && !rule.isClosed && !context.standsApart)
      notes.add(
        "uncertain_value",
        path,
        `${quote(strand.text)} stands below the last label, apart from it; it may be no part of the box`,
        strand,
      );
    else if (context.isAfterLost)
      notes.add(
        "uncertain_value",
        path,
        `the label before has no value, so that ${quote(strand.text)} may not be that of "${label}"`,
        strand,
      );
    context.standsApart = true;
  } else if (isBelow && context.isAfterLost && !region.label.bulleted) {
    notes.add(
      "uncertain_value",
      path,
      `the label before has no value, so that ${quote(strand.text)} may not be that of "${label}"`,
      strand,
    );
  }
}

/** Tells a value that holds the label of a field that is missing: it may be two. */
function doubtOf(strand: Strand, isClosed: boolean, path: Path, notes: Notes, { absentIn }: Context): void {
  const absent = isClosed ? undefined : absentIn(strand.text);
  if (absent !== undefined)
    notes.add(
      "uncertain_value",
      path,
      `${quote(strand.text)} holds "${absent}", the label of a field that is missing`,
      strand,
    );
}

/** Takes as many pieces as make a value of a closed form: its parts may stand on lines of their own. */
function takeClosed(
  region: Region,
  first: readonly Bit[],
  below: readonly Bit[],
  rule: ValueRule,
): readonly Bit[] {
  const usable: Bit[] = [];
  for (const bit of below.slice(0, MAX_PIECES)) {
    if (
      (first.length === 0 && isForeign(region, bit)) ||
      (first.length + usable.length > 0 && bit.text.text.length > MAX_PIECE)
    )
      break;
    if (bit.apart && first.length > 0) break;
    usable.push(bit);
  }
  let taken: readonly Bit[] | undefined;
  let noted: readonly Bit[] | undefined;
  for (let count = first.length > 0 ? 0 : 1; count <= usable.length; count++) {
    const pieces = [...first, ...usable.slice(0, count)];
    const read = rule.read(valueText(pieces).text.slice(0, MAX_CLOSED));
    if (read === undefined) continue;
    if (read.note === undefined) taken = pieces;
    else noted ??= pieces;
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

/** Takes the lines of a text: the first one, and those over which it runs. */
function takeLines(
  region: Region,
  first: readonly Bit[],
  below: readonly Bit[],
  rule: ValueRule,
  context: Context,
): readonly Bit[] {
  if (first.length > 0) return [...first, ...wrappedOf(region, first, below, rule, context)];
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
  return region.isLast ? [next, ...wrappedOf(region, [next], below.slice(1), rule, context)] : block;
}

/** The lines that follow each other, up to a blank one, a bullet, or a row that nobody declared. */
function blockOf(below: readonly Bit[], { label }: Region, { hasColons }: Context): Bit[] {
  const block: Bit[] = [];
  for (const bit of below) {
    // A line without a bullet goes on with the one above it.
    if (block.length > 0 && (bit.apart || (bit.bulleted && (label.bulleted || !block[0]?.bulleted)))) break;
    if (block.length > 0 && !bit.bulleted && block[0]?.bulleted && !label.bulleted) break;
    if (hasColons && ROW.test(bit.text.text)) break;
    block.push(bit);
  }
  return block;
}

/** The lines over which a text goes on: indented below it, or where it is not at its end, or would not have fitted. */
function wrappedOf(
  { label }: Region,
  first: readonly Bit[],
  below: readonly Bit[],
  rule: ValueRule,
  { hasColons, width }: Context,
): Bit[] {
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

/** Reads the items of a list. */
export function readList(
  region: Region,
  bits: readonly Bit[],
  path: Path,
  notes: Notes,
  context: Context,
): Outcome {
  const { node } = region.found.seat;
  const cells = cellsOf(region, bits);
  const first = [...(region.head === undefined ? [] : [region.head]), ...cells];
  const below = region.under.slice(cells.length);
  const lines = first.length > 0 ? undefined : linesOf(region, below, context);
  const used = lines ?? [...first, ...unfinishedOf(first, below, node.separators)];
  const isOne =
    lines === undefined || (lines.length === 1 && !(lines[0]?.bulleted && !region.label.bulleted));
  const items = isOne
    ? partsOf(valueText(used), node.separators).filter(({ text }) => !/^[\s,;|]*$/.test(text))
    : used.map((bit) => valueText([bit]));
  if (items.length === 0) return { isLost: true, used };
  items.forEach((item, i) => {
    notes.place([...path, i], item);
  });
  const all = Strand.join(items);
  notes.place(path, all);
  if (isOne) doubtOf(valueText(used), false, path, notes, context);
  if (lines === undefined && used.length > first.length)
    notes.add("wrapped_text", path, "the list runs over several lines; it was read as one", all);
  if (node.size !== undefined && items.length !== node.size)
    notes.add("unusual_size", path, `"${node.label}" has ${items.length} items; expected ${node.size}`, all);
  if (lines?.[0]?.apart && !lines[0].bulleted) {
    if (lines.length === 1) context.standsApart = true;
    else context.listsApart = true;
  }
  return { value: items.map(({ text }) => text), isLost: false, used };
}

/** The lines of a list below its label. */
function linesOf(region: Region, below: readonly Bit[], context: Context): Bit[] {
  const [next] = below;
  if (next === undefined || hasNoRoom(region) || isForeign(region, next)) return [];
  if (next.bulleted) {
    const past = below.findIndex((bit) => !bit.bulleted);
    return below.slice(0, past < 0 ? below.length : past);
  }
  const block = blockOf(below, region, context);
  if (next.apart && block.length < below.length && region.found.joint === "colon" && block.length < 2)
    return [];
  if (next.apart && region.isLast && !context.listsApart && !context.standsApart) return [];
  // Under the last label, nothing tells the second line from what follows the box.
  return region.isLast ? block.slice(0, 1) : block;
}

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
