import type { ValueRow } from "./fields.ts";

/** Tells whether a value names a kind, in any letter case. */
const isKind = (value: unknown, kind: string): boolean =>
  value === kind || String(value).toLowerCase() === kind;

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
  const missing = kinds.filter((kind) => !records.some((record) => isKind(record[key], kind)));
  return missing.length === 1 ? missing[0] : undefined;
}
