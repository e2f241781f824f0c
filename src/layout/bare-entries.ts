import { lower } from "../format/case.ts";
import { type EntriesRow, FIELDS, type FieldRow, isEntriesRow, placeOf } from "../format/fields.ts";
import { flagged } from "../format/pattern.ts";
import { formOf } from "../format/values.ts";
import { anyLabel } from "./words.ts";

/**
 * Entries with nothing but spaces between keys and values, or not even these: the forms of values part them, or their keys,
 * which are known and stand in their order.
 */

/** The pattern of all entries of a field, a group for each; none where one may be any text. */
function patternOf({ entries }: EntriesRow): RegExp | undefined {
  const parts = entries.map((entry) => {
    // A word is as short as may be.
    const value = entry.kind === "word" ? "[a-z]+?" : formOf(entry.kind);
    return value === undefined ? undefined : `(${anyLabel([entry]).source})\\s*(${value})`;
  });
  return parts.includes(undefined) ? undefined : flagged("di")`^${parts.join("[\\s,;]*")}$`;
}

const PATTERNS = FIELDS.map((row: FieldRow) => (row.kind === "entries" ? patternOf(row) : undefined));

/** Where something starts and ends. */
type Stretch = readonly [from: number, to: number];

/** Keys as words, whose value follows behind a space. */
const KEYS = FIELDS.map((row: FieldRow) =>
  isEntriesRow(row) ? flagged("gi")`(?<!\S)${anyLabel(row.entries)}(?=\s+[^\s:])` : undefined,
);

/**
 * Finds the keys of a field in a text that starts with one, all in their order and none twice, but for records; where the
 * first has a capital, others have.
 */
function keysIn(row: EntriesRow, text: string): readonly Stretch[] | undefined {
  const isCapital = /^\p{Lu}/u.test(text);
  const keys = [...text.matchAll(KEYS[placeOf(row)] as RegExp)]
    .filter(([key]) => isCapital === /^\p{Lu}/u.test(key))
    .map(({ index, 0: key }): Stretch => [index, index + key.length]);
  const { length } = row.entries;
  const isWhole =
    row.kind === "records" ? keys.length > 0 && keys.length % length === 0 : keys.length === length;
  const isOrdered = keys.every(
    ([from, to], i) => lower(text.slice(from, to)).replace(/\s+/g, " ") === row.entries[i % length]?.label,
  );
  return isWhole && isOrdered && keys[0]?.[0] === 0 ? keys : undefined;
}

/**
 * Finds the entries of a field in a text that holds all of them, and nothing else.
 *
 * @returns where the key and the value of each stand
 */
export function bareEntries(
  row: FieldRow,
  text: string,
): readonly (readonly [key: Stretch, value: Stretch])[] | undefined {
  if (!isEntriesRow(row)) return undefined;
  const pattern = PATTERNS[placeOf(row)];
  if (!pattern) {
    const keys = keysIn(row, text);
    return keys?.map((key, i) => [key, trimmed(text, key[1], keys[i + 1]?.[0] ?? text.length)] as const);
  }
  const places = pattern.exec(text)?.indices?.slice(1) as readonly Stretch[] | undefined;
  return places?.flatMap((key, i) => (i % 2 === 0 ? [[key, places[i + 1] as Stretch] as const] : []));
}

/** A stretch of a text without the white space at its ends. */
const trimmed = (text: string, from: number, to: number): Stretch => {
  const own = text.slice(from, to);
  return [to - own.trimStart().length, from + own.trimEnd().length];
};
