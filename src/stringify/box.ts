import { FIELDS, type Field, type ValueRow } from "../format/fields.ts";
import { writeValue } from "../format/values.ts";
import type { PostMeta } from "../schema/meta.ts";

/** The lines of a text, each after a line end: so that a text is put together from them as they are. */

/** Writes the items of a list. */
export function bullets(items: readonly string[]): string {
  let lines = "";
  for (const item of items) lines += `\n  • ${item}`;
  return lines;
}

/** Writes the fields of the box in the order of the table, and then those it does not know. */
export function boxLines(meta: PostMeta): string {
  let lines = "";
  for (const row of FIELDS) lines += fieldLines(row, meta);
  for (const [label, value] of Object.entries(meta.extra)) lines += extraLines(label, value);
  return lines;
}

/** Writes a field that the table does not know. */
export const extraLines = (label: string, value: string | string[]): string =>
  typeof value === "string" ? `\n${label}: ${value}` : `\n${label}${bullets(value)}`;

/** Writes a field of the table; no line where an optional field is empty. */
export function fieldLines(row: Field, meta: PostMeta): string {
  const label = `\n${row.label}`;
  switch (row.kind) {
    case "list":
      return label + bullets(meta[row.key]);
    case "entries":
      return label + entryLines(row.entries, meta[row.key], "  ");
    case "records": {
      let lines = meta[row.key].length > 0 ? label : "";
      for (const record of meta[row.key]) lines += entryLines(row.entries, record, "    ");
      return lines;
    }
    default:
      return label + writeValue(meta[row.key]);
  }
}

/** Writes the entries of a field or record. */
function entryLines(rows: readonly ValueRow[], entries: object, indent: string): string {
  const values = entries as Record<string, string | number | boolean>;
  let lines = "";
  for (const { label, key } of rows) {
    lines += `\n${indent}• ${label}: ${writeValue(values[key] as string | number | boolean)}`;
  }
  return lines;
}
