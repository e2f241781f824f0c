import { lower } from "../format/case.ts";
import { FIELDS, type FieldRow, placeOf } from "../format/fields.ts";
import { firstPiece, lastPiece } from "../syntax/ends.ts";
import type { FieldNode } from "../syntax/nodes.ts";
import type { IssueList } from "./issues.ts";
import { META } from "./place.ts";
import { swallowed } from "./usual.ts";

/** Labels at the end of a value, or in it, since the line end before them is lost. */

/** Tells whether a label stands right behind a letter or a stop. */
function isGlued(text: string, label: string): boolean {
  const at = text.indexOf(label);
  return at > 0 && /[\p{L}.]/u.test(text.charAt(at - 1));
}

/**
 * Tells a field that ends with the label that is lost under it, or holds the one that is due there and stands elsewhere, too.
 *
 * @param fields - the fields of the box, by their places in the table
 * @param row - what the field is
 * @param below - the field under it
 */
export function tellGlued(
  list: IssueList,
  fields: readonly (FieldNode | undefined)[],
  field: FieldNode,
  row: FieldRow,
  below: FieldNode,
): void {
  const { from, to } = lastPiece(field);
  const text = lower(list.source.slice(from, to));
  const due: FieldRow | undefined = FIELDS[placeOf(row) + 1];
  const isDue = due && due !== below.row && fields[placeOf(due)] && isGlued(text, due.label);
  const held = isDue ? due : below.head ? undefined : below.row;
  if (held && (isDue || text.endsWith(` ${held.label}`)))
    list.add("unusual_value", META.of(row), swallowed(held), firstPiece(field), lastPiece(field));
}
