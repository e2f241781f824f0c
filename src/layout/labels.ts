import { lower } from "../format/case.ts";
import { FIELDS, type FieldRow, isEntriesRow, isValueRow, placeOf, type ValueRow } from "../format/fields.ts";
import { anyCase, type Part, pattern } from "../format/pattern.ts";
import { readValue } from "../format/values.ts";
import { isFlat } from "../syntax/flat.ts";
import { endsSentence } from "../syntax/look.ts";
import { GLYPHS } from "../syntax/scan.ts";
import { bareEntries } from "./bare-entries.ts";
import { type Bit, bitsOfRows } from "./bits.ts";
import { columnOfLabels, withoutNestedLabels } from "./item-labels.ts";
import type { Row } from "./row.ts";
import { anyLabel, ENTRIES, ENTRY_LABEL, FIELD_LABEL, STARTS_WITH_LABEL } from "./words.ts";

/** Where labels may stand in the bits of a box, and how sure each is. */

/** A place that may be the label of a field. */
export interface Candidate {
  readonly row: FieldRow;
  /** The index of its bit. */
  readonly at: number;
  /** Where the label starts and ends in the bit's text. */
  readonly from: number;
  readonly end: number;
  /** Past the mark after it; `end` where there is none. */
  readonly to: number;
  /** How sure it is, from 0 on. */
  readonly weight: number;
}

const ANY_LABEL = new RegExp(FIELD_LABEL, "gi");

const BY_LABEL: ReadonlyMap<string, FieldRow> = new Map(FIELDS.map((row: FieldRow) => [row.label, row]));

/** The field of a label, in any letter case and with spaces of any kind. */
export const fieldOf = (text: string): FieldRow | undefined => BY_LABEL.get(lower(text).replace(/\s+/g, " "));

/** What may stand between a label and its value. */
const MARK = /^\s*(?:[:|]\.?|&)(?=\s|$)|^\.(?=\s|$)|^\s*[:|]/;

/** How many items a list has, behind its label. */
const MARK_OR_COUNT = pattern`${MARK}|^\s?[([]\d{1,3}[)\]]:?$`;

/** Labels of entries at the start of a text, with what follows one: a colon, or its end. */
const startOfEntry = (labels: Part): RegExp => anyCase`^\W{0,12}${labels}\W{0,3}(?:\s*:|$)`;

/** By field. */
const KEYS = FIELDS.map((row: FieldRow) =>
  isEntriesRow(row) ? startOfEntry(anyLabel(row.entries)) : undefined,
);

const ANY_KEY = startOfEntry(ENTRY_LABEL);

/** Fields whose label an entry has, too, with the start of the entry that stands before that one. */
const FOLLOWS: ReadonlyMap<FieldRow, RegExp> = new Map(
  FIELDS.flatMap((outer: FieldRow) => (isEntriesRow(outer) ? [outer.entries] : [])).flatMap((entries) =>
    entries.flatMap(({ label }, i): [FieldRow, RegExp][] => {
      const row = BY_LABEL.get(label);
      const before = entries[i - 1];
      return !row || !before ? [] : [[row, startOfEntry(before.label)]];
    }),
  ),
);

/** Tells whether a text starts as the entries of a field do. */
export const startsEntry = (row: FieldRow, text: string): boolean => KEYS[placeOf(row)]?.test(text) ?? false;

/** Tells whether a text starts as the entry of any field does. */
export const startsAnyEntry = (text: string): boolean => ANY_KEY.test(text);

/** Tells whether a text may be a field that is not known: a few words, a colon, and more. */
export const looksLabelled = (text: string): boolean => /^[^:\t]{1,40}:\s/.test(text);

/** Tells whether a text is a value that only a field of this kind has, or a word that is known of it. */
export function isSureValue(row: ValueRow, text: string): boolean {
  if (row.kind === "text") return row.joint !== undefined && text.includes(row.joint);
  if (row.kind === "sentence") return endsSentence(text);
  if (row.kind === "word") return row.words?.includes(lower(text)) ?? false;
  return readValue(row, text) !== undefined;
}

/** Tells whether a text cannot be the value of a field. */
export function isNoValue(row: ValueRow, text: string): boolean {
  if (row.kind === "text" || row.kind === "sentence") return false;
  return row.kind === "word" ? /\s/.test(text.trim()) : readValue(row, text.trim()) === undefined;
}

/** Tells whether a line between a label and its value is none of it: it cannot be, or is a few words above many. */
export function isBetween(row: ValueRow, { text: { text } }: Bit, next: Bit | undefined): boolean {
  const value = next?.text.text ?? "";
  if (isSureValue(row, text) || !isSureValue(row, value)) return false;
  return isNoValue(row, text) || (text.split(" ").length <= FEW_WORDS && text.length * 2 < value.length);
}
const FEW_WORDS = 3;

/** How sure the parts of a candidate make it. */
export const SURE = 10;
export const LIKELY = 6;
const WEAK = 2;

/** How many letters stand before a label within a text. */
export const MIN_BEFORE = 3;

/** The least weight of a label within a text: there, most are words of the text. */
const MIN_WITHIN = 4;

/** Finds the labels that may stand in bits. */
export function candidatesOf(bits: readonly Bit[]): Candidate[] {
  const isCapital = writesCapitals(bits);
  const starts = new Set(bits.map(({ text }) => fieldOf(STARTS_WITH_LABEL.exec(text.text)?.[0] ?? "")));
  /** The places in the table of the labels that were found in a row. */
  const places = new Set<number>();
  const all = bits.flatMap((bit, at) => {
    const found: Candidate[] = [];
    if (!bit.after) places.clear();
    /** Tells whether a field follows one whose label stands before it in the row, and its own starts nothing. */
    const isDue = (row: FieldRow): boolean => !starts.has(row) && places.has(placeOf(row) - 1);
    // Most bits have no label, which is found out without an iterator.
    const { text } = bit.text;
    for (const match of FIELD_LABEL.test(text) ? text.matchAll(ANY_LABEL) : []) {
      const row = fieldOf(match[0]) as FieldRow;
      const end = match.index + match[0].length;
      const mark = isValueRow(row) ? MARK : MARK_OR_COUNT;
      const to = end + (mark.exec(text.slice(end, end + 8))?.[0].length ?? 0);
      const weight =
        match.index === 0
          ? weightOfStart(row, bits, at, end, to, isCapital)
          : weightWithin(row, text, match.index, end, to, bits[at + 1], isCapital, isDue(row));
      if (weight === 0) continue;
      found.push({ row, at, from: match.index, end, to, weight });
      places.add(placeOf(row));
    }
    return found;
  });
  // Where a box has lost all of its labels, that of an entry still tells that it is one.
  const fields = all.filter((candidate) => !isOfEntry(candidate, bits));
  return fields.length > 0 ? fields : all;
}

/** Tells whether a label is that of an entry: a colon and a value behind it, and above it the entry that stands there. */
function isOfEntry({ row, at, from, end, to }: Candidate, bits: readonly Bit[]): boolean {
  const { text } = bits[at] as Bit;
  const above = bits[at - 1]?.text.text;
  return (
    from === 0 &&
    to > end &&
    text.text.length > to &&
    above !== undefined &&
    FOLLOWS.get(row)?.test(above) === true
  );
}

/** The labels that start their bit and are likely. */
export const likelyLabels = (bits: readonly Bit[]): Candidate[] =>
  candidatesOf(bits).filter(({ from, weight }) => from === 0 && weight >= LIKELY);

/** The fields whose labels start rows; where rows are items, none of those that are nested in them. */
export function fieldsIn(rows: readonly Row[]): Set<FieldRow> {
  const bits = bitsOfRows(rows);
  const labels = likelyLabels(bits);
  return new Set(withoutNestedLabels(bits, labels, columnOfLabels(bits, labels)).map(({ row }) => row));
}

/** Tells whether labels at the start of bits are written with a capital. */
function writesCapitals(bits: readonly Bit[]): boolean {
  let capitals = 0;
  let labels = 0;
  for (const { text } of bits) {
    if (!STARTS_WITH_LABEL.test(text.text)) continue;
    labels++;
    if (/^\p{Lu}/u.test(text.text)) capitals++;
  }
  return capitals > labels / 2;
}

/** Tells how sure a label is that starts a bit. */
function weightOfStart(
  row: FieldRow,
  bits: readonly Bit[],
  at: number,
  end: number,
  to: number,
  isCapital: boolean,
): number {
  const { text, bold, isItem } = bits[at] as Bit;
  const rest = text.text.slice(to).trim();
  const before = bits[at - 1];
  const next = bits[at + 1];
  const isUnderKey =
    before !== undefined &&
    isKeyAlone(before) &&
    !isNoValueUnder(before, text.text) &&
    (before.text.text.endsWith(":") || next === undefined || !next.isItem);
  const mark = text.text.slice(end, to);
  if (isUnderKey && rest === "" && mark === "" && !bold) return 0;
  const more = (bold ? 3 : 0) + (mark === "" ? 0 : 1);
  if (isValueRow(row)) {
    if (rest === "") return next ? weightAbove(row, next, bits[at + 2]) + more : WEAK;
    if (isSureValue(row, rest)) return SURE + more;
    if (isNoValue(row, rest)) return rest.split(/\s/).length > 3 ? WEAK : 1;
    return LIKELY + more;
  }
  if (rest === "") return (isItem && !next ? WEAK : SURE) + more;
  if (isEntriesRow(row)) {
    if (startsEntry(row, rest) || bareEntries(row, rest)) return SURE + more;
    return FIELD_LABEL.test(rest) ? WEAK : 0;
  }
  if (isFlat(rest)) return SURE + more;
  if (GAPS.test(text.text.slice(to))) return LIKELY + more;
  // A word of a text may start as a label does.
  const fused = isCapital && mark === "" && !isItem ? text.text.charAt(end) : "";
  if (mark !== "" || bold || next?.after || /\p{Lu}/u.test(fused)) return LIKELY + more;
  if (/\p{Ll}/u.test(fused)) return WEAK;
  return COMMAS.test(rest) && !endsSentence(rest) ? WEAK : 0;
}

/** Tells how sure a label is that stands above what may be its value. */
function weightAbove(row: ValueRow, next: Bit, after: Bit | undefined): number {
  const { text } = (isBetween(row, next, after) ? (after as Bit) : next).text;
  if (isNoValue(row, text)) return WEAK;
  return isSureValue(row, text) ? SURE : LIKELY;
}

/** Items with gaps before and between them. */
const GAPS = /^\s{2,}\S.*?\s{2}/;

/** Items with commas between them. */
const COMMAS = /^[^,.:;]{1,60}(?:, [^,.:;]{1,60}){1,12}$/;

/** The label of an entry, and nothing else. */
const KEY_ALONE = anyCase`^${ENTRY_LABEL}\s*:?$`;

/** Tells whether a bit is the label of an entry, whose value stands in the next one, and of no field. */
const isKeyAlone = ({ text: { text } }: Bit): boolean => KEY_ALONE.test(text) && fieldOf(text) === undefined;

/** Tells whether a text cannot be the value of the entry above it. */
const isNoValueUnder = ({ text }: Bit, value: string): boolean => {
  const name = lower(text.text).replace(/\s*:$/, "");
  return ENTRIES.some((row) => row.label === name && isNoValue(row, value));
};

/** The end of a language whose name ends with a sign. */
const LANGUAGE_END = /[cf](?:#|\+\+)$/i;

/** A bullet before the first item of a list, and one right before a text, which is an item then. */
const STARTS_LIST = pattern`^[${GLYPHS}*]\s`;
const ENDS_WITH_BULLET = pattern`[${GLYPHS}*]\s*$`;

/** How much of a line is looked at for the end of a value: sentences of the site are half as long. */
const MAX_VALUE = 400;

/** Tells how sure a label is within a text, by what stands on either side of it. */
function weightWithin(
  row: FieldRow,
  text: string,
  from: number,
  end: number,
  to: number,
  next: Bit | undefined,
  isCapital: boolean,
  isDue: boolean,
): number {
  const before = text.charAt(from - 1);
  const gap = /\s{2,}$|[.!?…]\s*$/.test(text.slice(Math.max(from - 4, 0), from));
  const isFusedBefore = /\S/.test(before);
  const isFusedAfter = /[\p{L}\p{N}]/u.test(text.charAt(end));
  const hasCapital = /\p{Lu}/u.test(text.charAt(from));
  // A letter or two before a label are a slip of the pen.
  if (from < MIN_BEFORE || (isCapital && !hasCapital)) return 0;
  if (/[-/+_=&?#.@]/.test(before) && !gap && !LANGUAGE_END.test(text.slice(0, from))) return 0;
  const rest = text.slice(to).trim();
  let weight = 0;
  if (hasCapital && isCapital) weight += isFusedBefore ? 5 : 4;
  if (gap) weight += 4;
  else if (isFusedBefore) weight += 3;
  if (isFusedAfter) weight += 3;
  if (to > end) weight += 1;
  if (/\s/.test(row.label)) weight += 2;
  if (rest === "") weight += isValueRow(row) ? 0 : next ? 3 : 1;
  else if (isValueRow(row)) {
    const first = rest.slice(0, MAX_VALUE).split(FIELD_LABEL, 1)[0] ?? "";
    if (isSureValue(row, first.trim())) weight += 3;
    else if (isNoValue(row, first.trim())) weight -= 4;
  } else if (isEntriesRow(row)) weight += startsEntry(row, rest) ? 4 : -4;
  else if (STARTS_LIST.test(rest) && !ENDS_WITH_BULLET.test(text.slice(0, from))) weight += 4;
  if (isDue && (isValueRow(row) || rest === "" || isFlat(rest))) weight += 3;
  return weight >= MIN_WITHIN ? weight : 0;
}
