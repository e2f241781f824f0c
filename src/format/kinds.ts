import type { ValueRow } from "./fields.ts";

/**
 * Finds the kind of record that is missing where all others stand and are whole, as if it had been lost.
 *
 * @returns the kind; undefined where none is missing, or more than one
 */
export function missingKind(
  { key, kinds }: ValueRow,
  records: readonly Record<string, unknown>[],
): string | undefined {
  if (kinds === undefined || records.some((record) => record[key] === undefined)) return undefined;
  const found = records.map((record) => String(record[key]).toLowerCase());
  const missing = kinds.filter((kind) => !found.includes(kind));
  return missing.length === 1 ? missing[0] : undefined;
}
