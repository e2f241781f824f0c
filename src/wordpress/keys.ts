import { FIELDS, type FieldRow, isEntriesRow } from "../format/fields.ts";

/** How the site's plugin starts its meta keys. */
export const META_PREFIX = "anp_";

/** The key under which an export carries fields that the table does not know. */
export const EXTRA_KEY = "extra";

/** The key of a field or entry: its label with `_` for spaces. */
export const keyOf = (label: string): string => label.replaceAll(" ", "_");

/** A key as it is compared: lower case, words apart by `_`, however the site writes it. */
export const foldedKey = (key: string): string =>
  key
    .replace(/(?<=[a-z\d])(?=[A-Z])/g, "_")
    .replace(/[-\s.:/]+/g, "_")
    .toLowerCase();

const BY_KEY: ReadonlyMap<string, FieldRow> = new Map(
  (FIELDS as readonly FieldRow[]).map((row) => [keyOf(row.label), row]),
);

/** The label of an entry by its key, as the table has it; else the key in words. */
export function entryLabel(row: FieldRow, key: string): string {
  const name = foldedKey(key);
  const entry = isEntriesRow(row) ? row.entries.find(({ label }) => keyOf(label) === name) : undefined;
  return entry?.label ?? name.replaceAll("_", " ");
}

/** The fields that meta has, by the keys of the site, and those that the table does not know, by their label. */
export interface FieldValues<Value> {
  readonly fields: ReadonlyMap<FieldRow, Value>;
  readonly others: ReadonlyMap<string, Value>;
}

/** Tells fields from other meta: their keys end in a label, and share what stands before it. */
export function fieldsOf<Value>(meta: ReadonlyMap<string, Value>): FieldValues<Value> {
  const byPrefix = new Map<string, Map<FieldRow, Value>>();
  for (const [key, value] of meta) {
    const found = fieldOf(foldedKey(key));
    if (found === undefined) continue;
    const fields = byPrefix.get(found.prefix) ?? new Map();
    if (!fields.has(found.row)) fields.set(found.row, value);
    byPrefix.set(found.prefix, fields);
  }
  const [best] = [...byPrefix].sort(([, a], [, b]) => b.size - a.size);
  if (best === undefined) return { fields: new Map(), others: new Map() };
  const [prefix, fields] = best;
  const others = new Map<string, Value>();
  // Without a prefix of their own, the site's other meta cannot be told from fields.
  for (const [key, value] of prefix.replaceAll("_", "") === "" ? [] : meta) {
    const name = foldedKey(key);
    const label = name.startsWith(prefix) ? name.slice(prefix.length) : "";
    if (label !== "" && !BY_KEY.has(label)) others.set(label.replaceAll("_", " "), value);
  }
  return { fields, others };
}

/** The field whose label a key ends with, the longest there is, and what stands before it. */
function fieldOf(key: string): { row: FieldRow; prefix: string } | undefined {
  for (let start = 0; start >= 0 && start < key.length; ) {
    const row = BY_KEY.get(key.slice(start));
    if (row !== undefined) return { row, prefix: key.slice(0, start) };
    const next = key.indexOf("_", start);
    if (next < 0) return undefined;
    start = next + 1;
  }
  return undefined;
}
