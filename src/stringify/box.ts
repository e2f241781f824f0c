import { FIELDS, type Field, type ValueRow } from "../format/fields.ts";
import { writeValue } from "../format/values.ts";
import type { PostMeta } from "../schema/meta.ts";

/** Writes the items of a list. */
export const bullets = (items: readonly string[]): string[] => items.map(bullet);

const bullet = (item: string): string => `  • ${item}`;

/** Writes the fields of the box in the order of the table, and then those it does not know. */
export function boxLines(meta: PostMeta): string[] {
  const lines: string[] = [];
  for (const row of FIELDS) addField(lines, row, meta);
  return lines.concat(Object.entries(meta.extra).flatMap(([label, value]) => extraLines(label, value)));
}

/** Writes a field that the table does not know. */
export const extraLines = (label: string, value: string | string[]): string[] =>
  typeof value === "string" ? [`${label}: ${value}`] : [label, ...bullets(value)];

/** Writes a field of the table; no line where an optional field is empty. */
export function fieldLines(row: Field, meta: PostMeta): string[] {
  const lines: string[] = [];
  addField(lines, row, meta);
  return lines;
}

function addField(lines: string[], row: Field, meta: PostMeta): void {
  switch (row.kind) {
    case "list":
      lines.push(row.label);
      for (const item of meta[row.key]) lines.push(bullet(item));
      return;
    case "entries":
      lines.push(row.label);
      addEntries(lines, row.entries, meta[row.key], "  ");
      return;
    case "records":
      if (meta[row.key].length > 0) lines.push(row.label);
      for (const record of meta[row.key]) addEntries(lines, row.entries, record, "    ");
      return;
    default:
      lines.push(`${row.label}${writeValue(meta[row.key])}`);
  }
}

/** Writes the entries of a field or record. */
function addEntries(lines: string[], rows: readonly ValueRow[], entries: object, indent: string): void {
  const values = entries as Record<string, string | number | boolean>;
  for (const { label, key } of rows) {
    lines.push(`${indent}• ${label}: ${writeValue(values[key] as string | number | boolean)}`);
  }
}
