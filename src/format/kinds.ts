import type { ValueRow } from "./fields.ts";

/**
 * Finds the kind of record that is missing where all others stand and are whole, as if it had been lost; in any letter case.
 *
 * @returns the kind; undefined where none is missing, or more than one
 */
export function missingKind(
  { key, kinds }: ValueRow,
  records: readonly Record<string, unknown>[],
): string | undefined {
  if (kinds === undefined || records.some((record) => record[key] === undefined)) return undefined;
  const missing = kinds.filter(
    (kind) =>
      // Most are in lower case, and engines are slow to put a text into it.
      !records.some((record) => record[key] === kind) &&
      !records.some((record) => String(record[key]).toLowerCase() === kind),
  );
  return missing.length === 1 ? missing[0] : undefined;
}
