import type { Bit } from "../layout/bits.ts";
import { quote } from "../parse/quote.ts";
import type { Read, ValueRule } from "./codec.ts";
import { doubtOf, tellNext, tellSigns } from "./doubts.ts";
import { beforeNext, firstWords } from "./found.ts";
import { cellsOf, MAX_CLOSED, mayBePast, takeClosed, takeLines, valueText } from "./lines.ts";
import type { Outcome, Reading } from "./reading.ts";
import type { Region } from "./regions.ts";
import { joined, withStart } from "./rows.ts";
import { PROSE } from "./undeclared.ts";

/** Reads the value of a label from what stands after it and below. */

/** Signs that are left of a list whose items are gone. */
export const ONLY_SIGNS = /^[\s,;:|/·•.–—-]*$/u;

/** Reads one value. */
export function readOne(reading: Reading, rule: ValueRule): Outcome {
  const { region, bits, path, notes, context } = reading;
  const cells = cellsOf(region, bits);
  const first = [...(region.head === undefined ? [] : [region.head]), ...cells.map(withStart)];
  const below = region.under.slice(cells.length).map(withStart);
  const isOnlySigns = first.length > 0 && !rule.isClosed && ONLY_SIGNS.test(joined(first).text);
  if (
    isOnlySigns &&
    rule.read(valueText(first).text)?.isUnfamiliar !== false &&
    first.every(({ text }) => /^[\s,;|]*$/.test(text.text))
  )
    return { isLost: true, used: first };
  const sought = { region, rule, first, below, context };
  const taken = rule.isClosed ? takeClosed(sought) : takeLines(sought);
  if (taken.length === 0) return { isLost: true, used: [] };
  const strand = valueText(taken);
  const read = readText(rule, strand.text, region);
  if (read === undefined) {
    notes.add(
      "invalid_value",
      path,
      `${quote(strand.text)} is not a valid ${region.found.field.node.label}; expected ${rule.expected}`,
      strand,
    );
    return { isLost: false, used: taken };
  }
  notes.place(path, strand);
  tell(reading, rule, read, taken);
  return { value: read.value, isLost: false, used: taken };
}

/** A dash on a line of its own. */
const DASH_LINE = /\n\s*[-–—]\s*\n/;

/** The number of a note behind a value. */
const NOTE = /\[\d{1,3}\]$/;

/** Reads a text. On a line of several fields, the value of the last one may go before a text that is none of its own. */
function readText(rule: ValueRule, text: string, { isRun }: Region): Read<unknown> | undefined {
  const whole = rule.isClosed ? text.slice(0, MAX_CLOSED) : text;
  // A sign between rows may have been left at the end of a line.
  const read = rule.read(whole) ?? rule.read(beforeNext(whole));
  if (read !== undefined) return read;
  const [note] = NOTE.exec(whole) ?? [];
  const noted = note && rule.read(whole.slice(0, -note.length));
  if (noted) return { ...noted, note: `without ${quote(note)}, the number of a note` };
  if (!isRun) return undefined;
  for (const first of firstWords(text)) {
    const part = rule.read(first);
    if (part !== undefined) return { ...part, note: `without what follows ${quote(first)}` };
  }
  return undefined;
}

/** Tells what is odd about a value that was read. */
function tell(reading: Reading, rule: ValueRule, read: Read<unknown>, taken: readonly Bit[]): void {
  const { region, path, notes, context } = reading;
  const strand = valueText(taken);
  const { label } = region.found.field.node;
  if (read.note !== undefined) notes.rewritten(path, strand, read, rule.expected);
  if (read.isUnfamiliar) notes.unfamiliar(path, strand, label, rule.expected);
  // A codec may take more than it should, as texts do.
  const mayBeMore = !rule.isClosed || rule.kind === "of";
  if (mayBeMore) doubtOf(reading, strand);
  if (rule.isUnfinished?.(strand.text)) notes.unfinished(path, strand, rule.expected);
  tellSigns(reading, taken);
  const rows = new Set(taken.map(({ row }) => row));
  if (mayBeMore && rows.size === 1 && taken.length > 1)
    notes.doubt(
      path,
      strand,
      `the value stands in ${taken.length} cells; it was read as one, joined with spaces`,
    );
  // What a codec takes may go on in a row that nobody declared, or start in one; a text may do so, too.
  const reads = (bits: readonly Bit[]): boolean => rule.read(valueText(bits).text) !== undefined;
  const isMore =
    rule.kind === "of" &&
    rows.size > 1 &&
    (reads(taken.slice(0, 1)) || taken.some((_, i) => i > 0 && reads(taken.slice(i))));
  // Cells of a table that were put together: one may be of a row that lost its label.
  const isJoined =
    rows.size === 1 &&
    context.isBeforeMissing(region.found.field, true) &&
    /\n/.test(notes.source.slice(strand.start, strand.end));
  const isOver = rows.size > 1 || isJoined || DASH_LINE.test(notes.source.slice(strand.start, strand.end));
  if ((rows.size > 1 && isMore) || (isOver && !rule.isClosed) || (isJoined && mayBeMore))
    notes.add(
      "wrapped_text",
      path,
      "the value runs over several lines; it was read as one, joined with spaces",
      strand,
    );
  const isBelow = region.head === undefined && taken[0]?.row !== region.label.row;
  // One of the words that the field may have is no line of the page.
  const isOpen = !rule.isClosed && (rule.words === undefined || read.isUnfamiliar === true);
  // Where no blank line stands, a long sentence may be the first of what follows the box.
  const mayBePage = !context.hasBlankLines && PROSE.test(strand.text) && rule.isUnfinished === undefined;
  const isPast =
    isBelow && region.isLast && !region.isRun && isOpen && (mayBePage || mayBePast(taken[0], context));
  if (isPast) notes.uncertainLast(path, strand, taken[0]?.apart === true);
  else if (isOpen) tellNext(reading, strand);
  const isApart = isBelow && taken[0]?.apart === true;
  if (isBelow && context.isLoneBelow && !region.isRun && isOpen && !isPast)
    notes.doubt(
      path,
      strand,
      `${quote(strand.text)} stands below its label, and the values of others beside theirs; it may be another row`,
    );
  if (isBelow && context.isAfterLost && !isPast && (isApart || !region.label.isItem))
    notes.doubt(
      path,
      strand,
      `the label before has no value, so that ${quote(strand.text)} may not be that of "${label}"`,
    );
  if (isBelow && isOpen && context.hasLost && context.isBeforeMissing(region.found.field, true))
    notes.doubt(
      path,
      strand,
      `labels stand without values here, and the one after "${label}" is missing, so that ${quote(strand.text)} may be of that`,
    );
  const { strayAbove } = context;
  if (
    isBelow &&
    rule.isClosed &&
    strayAbove === reading.bits[region.found.at - 1] &&
    strayAbove &&
    rule.read(strayAbove.text.text)
  )
    notes.doubt(
      path,
      strand,
      `${quote(strayAbove.text.text)} stands above the label, and may be of the value, too`,
    );
  if (isApart) context.standsApart = true;
}
