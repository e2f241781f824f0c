import { type FieldRow, isValueRow } from "../format/fields.ts";
import { VALUE_RULES } from "../format/values.ts";

/** What a field or an entry is expected to hold, for messages. */
export function expectedOf(row: FieldRow): string {
  if (isValueRow(row)) return VALUE_RULES[row.kind].expected;
  if (row.kind === "list") return "a list";
  return `a list of ${row.entries.map(({ label }) => label).join(", ")}`;
}
