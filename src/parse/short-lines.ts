import { FIELDS, isOptional, placeOf } from "../format/fields.ts";
import { firstPiece, lastPiece } from "../syntax/ends.ts";
import type { BoxNode, FieldNode } from "../syntax/nodes.ts";
import type { IssueList } from "./issues.ts";
import { META } from "./place.ts";

/** So many labels that are lost, none as long as the shortest line that is left, tell that length was why. */
const MIN_LOST = 3;

/**
 * Tells the lists of a box whose short lines were left out, as where texts are cleaned: of their items, the short ones are
 * gone, too, and those of a list without its label may stand in the one above.
 *
 * @param fields - by their place in the table
 */
export function tellShortLines(
  list: IssueList,
  { lines }: BoxNode,
  fields: readonly (FieldNode | undefined)[],
): void {
  const lost = FIELDS.filter((row) => !fields[placeOf(row)]?.head && !isOptional(row));
  if (lost.length < MIN_LOST) return;
  const longest = lost.reduce((most, { label }) => Math.max(most, label.length), 0);
  if (!lines.every(({ from, to }) => to - from > longest)) return;
  const message = `no line of the box is as short as the labels that are missing; short items may be, too`;
  for (const row of FIELDS) {
    const node = row.kind === "list" && fields[placeOf(row)];
    if (node) list.add("unusual_value", META.of(row), message, firstPiece(node), lastPiece(node));
  }
}
