import { lower } from "./case.ts";
import type { ValueRow } from "./fields.ts";

/** Finds the kinds of which no record stands, in any letter case, where records of others do and all are whole, as if they had been lost. */
export function missingKinds(
  { key, kinds }: ValueRow,
  records: readonly Record<string, unknown>[],
): readonly string[] {
  if (kinds === undefined || records.some((record) => record[key] === undefined)) return [];
  const missing = kinds.filter(
    (kind) =>
      // Most are in lower case, and engines are slow to put a text into it.
      !records.some((record) => record[key] === kind) &&
      !records.some((record) => lower(String(record[key])) === kind),
  );
  return missing.length < kinds.length ? missing : [];
}
