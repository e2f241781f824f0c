import { FIELDS, type Field, type ValueRow } from "../format/fields.ts";
import { writeValue } from "../format/values.ts";
import type { PostMeta } from "../schema/meta.ts";

/** Writes the items of a list. */
export const bullets = (items: readonly string[]): string[] => items.map((item) => `  • ${item}`);

/** Writes the fields of the box in the order of the table, and then those it does not know. */
export function boxLines(meta: PostMeta): string[] {
  const extra = Object.entries(meta.extra).flatMap(([label, value]) => extraLines(label, value));
  return [...FIELDS.flatMap((row) => fieldLines(row, meta)), ...extra];
}

/** Writes a field that the table does not know. */
export const extraLines = (label: string, value: string | string[]): string[] =>
  typeof value === "string" ? [`${label}: ${value}`] : [label, ...bullets(value)];

/** Writes a field of the table; no line where an optional field is empty. */
export function fieldLines(row: Field, meta: PostMeta): string[] {
  switch (row.kind) {
    case "list":
      return [row.label, ...bullets(meta[row.key])];
    case "entries":
      return [row.label, ...entryLines(row.entries, meta[row.key], "  ")];
    case "records": {
      const records = meta[row.key].flatMap((record) => entryLines(row.entries, record, "    "));
      return records.length > 0 ? [row.label, ...records] : [];
    }
    default:
      return [`${row.label}${writeValue(meta[row.key])}`];
  }
}

/** Writes the entries of a field or record. */
function entryLines(rows: readonly ValueRow[], entries: object, indent: string): string[] {
  const values = entries as Record<string, string | number | boolean>;
  return rows.map(
    ({ label, key }) => `${indent}• ${label}: ${writeValue(values[key] as string | number | boolean)}`,
  );
}
