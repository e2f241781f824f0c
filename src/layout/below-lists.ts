import { FIELDS, type FieldRow, placeOf } from "../format/fields.ts";
import type { Draft } from "./draft.ts";
import type { Region } from "./region.ts";

/**
 * Where labels are items as all else is, the value of a field that has lost its label stands below a list as one more
 * item of it: told of each list below which a label is not there, or has no value.
 */
export function tellBelowLists(regions: readonly Region[], draft: Draft): void {
  for (const { label, head, under } of regions) {
    const { row } = label;
    const last = under.at(-1);
    if (row.kind !== "list" || !head.isItem || !last) continue;
    const next: FieldRow | undefined = FIELDS[placeOf(row) + 1];
    const below = regions.find((region) => region.label.row === next);
    if (!next || below?.rest || below?.under.length) continue;
    const message = `"${next.label}" has no value below this list; the last items may be of that field`;
    draft.tell("unusual_value", ["meta", row.key], message, last.row);
  }
}
