import { FIELDS, type FieldRow, isEntriesRow } from "../format/fields.ts";

/** Words of the table as patterns, and texts as they are compared. */

/** The letters and digits of a text. */
export const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, "");

/** Labels as a pattern: the longest first, spaces within of any kind. */
export const asPattern = (labels: readonly string[]): string =>
  [...labels]
    .map((label) => label.replace(/ /g, "\\s+"))
    .sort((a, b) => b.length - a.length)
    .join("|");

/** The labels of fields. */
export const FIELD_PATTERN = asPattern(FIELDS.map(({ label }) => label));

/** The label of a field at the start of a text. */
export const STARTS_WITH_LABEL = new RegExp(`^(?:${FIELD_PATTERN})`, "i");

/** The labels of the entries of a field. */
export const keyPattern = (row: FieldRow): string =>
  isEntriesRow(row) ? asPattern(row.entries.map(({ label }) => label)) : "";

/** The labels of all fields and entries. */
export const LABEL_PATTERN = asPattern(
  FIELDS.flatMap((row: FieldRow) => [
    row.label,
    ...(isEntriesRow(row) ? row.entries.map(({ label }) => label) : []),
  ]),
);
