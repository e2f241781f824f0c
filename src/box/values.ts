import type { Bit } from "../layout/bits.ts";
import type { Strand } from "../layout/strand.ts";
import { quote } from "../parse/quote.ts";
import type { Read, ValueRule } from "./codec.ts";
import type { Context } from "./context.ts";
import { beforeNext, firstWords } from "./found.ts";
import type { Notes, Path } from "./issues.ts";
import { cellsOf, MAX_CLOSED, mayBePast, takeClosed, takeLines, valueText } from "./lines.ts";
import type { Region } from "./regions.ts";
import { joined, withStart } from "./rows.ts";

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

/** A field as it is read: from what, and where it is reported. */
export interface Reading {
  readonly region: Region;
  /** The bits of the text. */
  readonly bits: readonly Bit[];
  readonly path: Path;
  readonly notes: Notes;
  readonly context: Context;
}

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

/** Reads a text. On a line of several fields, the value of the last one may go before a text that is none of its own. */
function readText(rule: ValueRule, text: string, { isRun }: Region): Read<unknown> | undefined {
  const whole = rule.isClosed ? text.slice(0, MAX_CLOSED) : text;
  // A sign between rows may have been left at the end of a line.
  const read = rule.read(whole) ?? rule.read(beforeNext(whole));
  if (read !== undefined || !isRun) return read;
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
  if (!rule.isClosed) doubtOf(reading, strand);
  tellSigns(reading, taken);
  const rows = new Set(taken.map(({ row }) => row));
  if (!rule.isClosed && rows.size === 1 && taken.length > 1)
    notes.add(
      "uncertain_value",
      path,
      `the value stands in ${taken.length} cells; it was read as one, joined with spaces`,
      strand,
    );
  // What a codec takes may go on in a row that nobody declared; a text may do so, too.
  const isMore = rule.kind === "of" && rule.read(valueText(taken.slice(0, 1)).text) !== undefined;
  if (rows.size > 1 && (!rule.isClosed || isMore))
    notes.add(
      "wrapped_text",
      path,
      "the value runs over several lines; it was read as one, joined with spaces",
      strand,
    );
  const isBelow = region.head === undefined && taken[0]?.row !== region.label.row;
  const isPast = isBelow && region.isLast && !region.isRun && !rule.isClosed && mayBePast(taken[0], context);
  if (isPast) notes.uncertainLast(path, strand, taken[0]?.apart === true);
  if (isBelow && taken[0]?.apart) {
    if (!isPast && context.isAfterLost)
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

/** Tells signs before and behind a value that no other row has: they were left out, and may be of the value. */
export function tellSigns({ region, path, notes, context }: Reading, taken: readonly Bit[]): void {
  const [first, last] = [taken[0], taken.at(-1)];
  if (first === undefined || last === undefined) return;
  const { signs } = context;
  const before =
    first.row === region.label.row ? signs.strangeBefore(region.label, first.text.start) : undefined;
  const behind = region.isRun ? undefined : signs.strangeBehind(region.label, last);
  for (const [found, side] of [
    [before, "before"],
    [behind, "behind"],
  ] as const)
    if (found !== undefined)
      notes.add(
        "uncertain_value",
        path,
        `"${found}" stands ${side} ${quote(valueText(taken).text)} as in no other row, so that it may be part of the value`,
        valueText(taken),
      );
}

/** A character that nobody sees, where a label ends, and the joint after it. */
const PAST_LABEL = /^\p{Cc}+\s*[:|–—-]/u;

/** The end of a value, a sentence that starts right after it, and more. */
const GLUED = /^.{0,60}?[\p{Ll}\p{N}.!?%)\p{Sc}](?=\p{Lu}\p{Ll}*\s).{60,}[.!?]/u;

/** A tag of a page, which some extractors leave in what they take for text. */
const TAG = /<\/?(?:a|b|br|dd|div|dl|dt|em|h[1-6]|i|img|li|ol|p|span|strong|t[dhr]|ul)\b[^<>]*>/i;

/**
 * Tells a value that holds the label of another field, and may be two, one that starts before the colon of its label, one
 * that goes on in what follows the box, and one with a tag in it.
 */
export function doubtOf({ region, path, notes, context }: Reading, strand: Strand): void {
  if (region.isLast && !region.isRun && GLUED.test(strand.text))
    notes.add(
      "uncertain_value",
      path,
      `${quote(strand.text)} seems to go on in the text that follows the box, with nothing between`,
      strand,
    );
  if (PAST_LABEL.test(strand.text))
    notes.add(
      "uncertain_value",
      path,
      `a control character stands between the label and its colon, so that ${quote(strand.text)} may start too early`,
      strand,
    );
  const [tag] = TAG.exec(strand.text) ?? [];
  if (tag !== undefined)
    notes.add(
      "uncertain_value",
      path,
      `${quote(strand.text)} holds ${quote(tag)}, which may be a tag of the page`,
      strand,
    );
  const label = context.labelIn(strand.text);
  if (label !== undefined)
    notes.add(
      "uncertain_value",
      path,
      `${quote(strand.text)} holds "${label}", which may be the label of another field`,
      strand,
    );
}
