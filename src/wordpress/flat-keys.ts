import { FIELDS, type FieldRow, isEntriesRow, isValueRow } from "../format/fields.ts";
import { foldedKey, keyOf } from "./keys.ts";
import type { PhpValue } from "./php.ts";

/**
 * Advanced Custom Fields keeps groups and repeated rows under a key for each value: `score_quality`, `tools_0_item`,
 * `entities_0_name`, with the count of rows under the field's own key and `field_…` under keys of the same name with `_`.
 */

/** What the plugin keeps under `_topic` for `topic`: the id of the field's declaration. */
const DECLARATION = /^field_[\da-z]+$/;

const rows = (FIELDS as readonly FieldRow[]).filter((row) => !isValueRow(row));
const BY_KEY: ReadonlyMap<string, FieldRow> = new Map(rows.map((row) => [keyOf(row.label), row]));

/** A key of a value within a field: what stands before the field's name, that name, the row, the entry. */
const FLAT = new RegExp(`^(.*?)(${[...BY_KEY.keys()].join("|")})_(?:(\\d{1,4})(?:_(\\w+))?|([a-z_]+))$`);

/** Gives meta with the values of such keys put together as the arrays that they are. */
export function unflattened<Value extends { readonly value: PhpValue }>(
  meta: ReadonlyMap<string, Value>,
): Map<string, Value> {
  const result = new Map<string, Value>();
  const arrays = new Map<string, Map<string, PhpValue>>();
  for (const [key, given] of meta) {
    const { value } = given;
    if (typeof value === "string" && DECLARATION.test(value)) continue;
    const [, prefix = "", name = "", at, part, entry] = FLAT.exec(foldedKey(key)) ?? [];
    const row = BY_KEY.get(name);
    if (row === undefined || !isPartOf(row, at, part ?? entry)) {
      result.set(key, given);
      continue;
    }
    const field = prefix + name;
    const array: Map<string, PhpValue> = arrays.get(field) ?? new Map();
    arrays.set(field, array);
    if (at === undefined) array.set(entry as string, value);
    else if (row.kind === "list") array.set(at, value);
    else {
      const record = array.get(at);
      array.set(at, (record instanceof Map ? record : new Map()).set(part as string, value));
    }
    const own = result.get(field)?.value;
    if (!(own instanceof Map) || own === array) result.set(field, { ...given, value: array });
  }
  return result;
}

/** Tells whether a key names a part that a field has: an item by its place, an entry, or an entry of a record. */
function isPartOf(row: FieldRow, at: string | undefined, name: string | undefined): boolean {
  if (!isEntriesRow(row)) return at !== undefined;
  if ((row.kind === "records") !== (at !== undefined)) return false;
  return row.entries.some(({ label }) => keyOf(label) === name);
}
