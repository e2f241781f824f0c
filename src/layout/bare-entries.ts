import { type EntriesRow, FIELDS, type FieldRow, isEntriesRow, placeOf } from "../format/fields.ts";
import { flagged } from "../format/pattern.ts";
import { formOf } from "../format/values.ts";
import { anyLabel } from "./words.ts";

/** Entries on one line with nothing but spaces between keys and values, or not even these: the forms of values part them. */

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

/**
 * Finds the entries of a field in a text that holds all of them, and nothing else.
 *
 * @returns where the key and the value of each stand
 */
export function bareEntries(
  row: FieldRow,
  text: string,
): readonly (readonly [key: Stretch, value: Stretch])[] | undefined {
  const found = isEntriesRow(row) ? PATTERNS[placeOf(row)]?.exec(text) : undefined;
  const places = found?.indices?.slice(1) as readonly Stretch[] | undefined;
  return places?.flatMap((key, i) => (i % 2 === 0 ? [[key, places[i + 1] as Stretch] as const] : []));
}
