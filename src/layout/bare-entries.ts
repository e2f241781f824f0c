import {
  type EntriesRow,
  FIELDS,
  type FieldRow,
  isEntriesRow,
  placeOf,
  type ValueRow,
} from "../format/fields.ts";
import { flagged } from "../format/pattern.ts";
import { VALUE_RULES } from "../format/values.ts";

/** Entries on one line with nothing but spaces between keys and values, or not even these: the forms of values part them. */

/** How a value is written, a word as short as may be; texts may be anything. */
function formOf({ kind }: ValueRow): string | undefined {
  if (kind === "word") return "[a-z]+?";
  const rule = VALUE_RULES[kind];
  return "pattern" in rule ? rule.pattern.source.slice(1, -1) : undefined;
}

/** The pattern of all entries of a field, a group for each; none where one may be any text. */
function patternOf({ entries }: EntriesRow): RegExp | undefined {
  const parts = entries.map((entry) => {
    const value = formOf(entry);
    return value === undefined ? undefined : `(${entry.label.replace(/ /g, "\\s+")})\\s*(${value})`;
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
