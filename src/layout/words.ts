import { FIELDS, type FieldRow, isEntriesRow } from "../format/fields.ts";
import { anyCase } from "../format/pattern.ts";

/** Words of the table as patterns, and texts as they are compared. */

/** The letters and digits of a text. */
export const lettersOf = (text: string): string => text.replace(NO_LETTERS, "");

/** What is no letter and no digit: the plain ones are told first, since engines are slow to tell letters of all scripts. */
const NO_LETTERS = /(?:[\s!-/:-@]|(?![a-zA-Z\d])[^\p{L}\p{N}])+/gu;

/** The labels of rows as a pattern: the longest first, spaces within of any kind. */
export const anyLabel = (rows: readonly FieldRow[]): RegExp =>
  anyCase`${rows.map(({ label }) => label.replace(/ /g, "\\s+")).sort((a, b) => b.length - a.length)}`;

/** The rows of entries. */
export const ENTRIES = FIELDS.flatMap((row: FieldRow) => (isEntriesRow(row) ? row.entries : []));

/** The label of a field. */
export const FIELD_LABEL = anyLabel(FIELDS);

/** The label of a field at the start of a text. */
export const STARTS_WITH_LABEL = anyCase`^${FIELD_LABEL}`;

/** The label of an entry. */
export const ENTRY_LABEL = anyLabel(ENTRIES);

/** The rows of fields and entries. */
export const ROWS: readonly FieldRow[] = [...FIELDS, ...ENTRIES];

/** The label of a field or an entry. */
export const LABEL = anyLabel(ROWS);
