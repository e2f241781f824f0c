import { type FieldRow, isValueRow } from "../format/fields.ts";
import { firstPiece, lastPiece } from "../syntax/ends.ts";
import type { BoxNode, FieldNode } from "../syntax/nodes.ts";
import { hasBullet, type Source } from "../syntax/scan.ts";
import type { IssueList } from "./issues.ts";
import { META } from "./place.ts";

/** Lists of the box that another line may have parted: a label within a list takes the items that follow. */

/** Gives the fields whose label stands over different things. */
export function twofoldRows(source: Source, children: BoxNode["children"]): ReadonlySet<FieldRow> {
  const texts = new Map<FieldRow, string>();
  const twofold = new Set<FieldRow>();
  for (const node of children) {
    if (node.type === "stray" || !node.row) continue;
    const text = source.slice(firstPiece(node).from, lastPiece(node).to);
    if ((texts.get(node.row) ?? text) !== text) twofold.add(node.row);
    texts.set(node.row, text);
  }
  return twofold;
}

/**
 * Tells whether the labels of a box stand beside the middle of their items, as in columns: items of nothing end right above a
 * label that has items on its line and below it, all at one column.
 */
export const areBeside = ({ children }: BoxNode): boolean =>
  children.some((node, i) => {
    const above = children[i - 1];
    const line = above?.type === "stray" ? above.lines.at(-1) : undefined;
    if (!line || !hasBullet(line) || node.type === "stray" || !node.flat) return false;
    const [first, ...more] = node.items;
    return (
      more.length > 0 &&
      [first, more[0]].every((item) => item && item.from - item.line.start === line.from - line.start)
    );
  });

/** Tells that the items of a field that is not known, or stands twice, may be those of the list above it. */
export function tellParted(node: FieldNode, above: FieldRow | undefined, list: IssueList): void {
  if (node.items.length === 0 || !above || above === node.row || isValueRow(above)) return;
  const code = node.row ? "duplicate_field" : "unknown_field";
  const message = `the items that follow may belong to "${above.label}", which ends above; if they do, take out the line between`;
  list.add(code, META.of(above), message, firstPiece(node), lastPiece(node));
}
