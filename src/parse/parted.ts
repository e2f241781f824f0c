import { type FieldRow, isEntriesRow, isValueRow, placeOf } from "../format/fields.ts";
import { hasLabel } from "../syntax/box-line.ts";
import { firstPiece, lastPiece } from "../syntax/ends.ts";
import type { BoxNode, FieldNode, Stray } from "../syntax/nodes.ts";
import { visible } from "../syntax/pieces.ts";
import { hasBullet, type Line, type Source } from "../syntax/scan.ts";
import type { IssueCode } from "./codes.ts";
import type { IssueList } from "./issues.ts";
import { META } from "./place.ts";

/** Lists of the box that another line may have parted: a label within a list takes the items that follow. */

/** Gives the fields of which a label stands more than once, and whether it does over different things. */
export function doubledRows(source: Source, children: BoxNode["children"]): ReadonlyMap<FieldRow, boolean> {
  const texts = new Map<FieldRow, string>();
  const doubled = new Map<FieldRow, boolean>();
  for (const node of children) {
    if (node.type === "stray" || !node.row) continue;
    const text = source.slice(firstPiece(node).from, lastPiece(node).to);
    const before = texts.get(node.row);
    if (before !== undefined) doubled.set(node.row, doubled.get(node.row) === true || before !== text);
    texts.set(node.row, text);
  }
  return doubled;
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

/**
 * Gives how a field is told that may have parted the list above it; undefined for any other: one that is not known, that stands
 * twice over different things, or that is to have entries and has items without any, out of its place in the table.
 */
export function partingOf(
  { row, items }: FieldNode,
  above: FieldRow | undefined,
  next: FieldNode | Stray | undefined,
  doubled: ReadonlyMap<FieldRow, boolean>,
): IssueCode | undefined {
  if (!row) return "unknown_field";
  if (doubled.has(row)) return doubled.get(row) ? "duplicate_field" : undefined;
  if (!isEntriesRow(row) || items.length === 0 || items.some(hasLabel)) return undefined;
  const under = next?.type === "field" ? next.row : undefined;
  const isInPlace = above && under && placeOf(above) < placeOf(row) && placeOf(row) < placeOf(under);
  return isInPlace ? undefined : "unusual_value";
}

/**
 * Tells that the items of a field which may have parted the list above it may be those of that list. Where a field that stands
 * twice has none, as one of a value, these may be its value on a line of its own, lines right below that fit nowhere, or items
 * without a label.
 */
export function tellParted(
  code: IssueCode,
  node: FieldNode,
  next: FieldNode | Stray | undefined,
  above: FieldRow | undefined,
  list: IssueList,
): void {
  if (!above || above === node.row || isValueRow(above)) return;
  const [first, last] = [firstPiece(node), lastPiece(node)];
  const below = node.row && firstBelow(next);
  const isApart = node.row && /[\n\r]/.test(list.source.givenAt(first.from, last.to));
  if (node.items.length === 0 && !below && !isApart) return;
  const message = `the items that follow may belong to "${above.label}", which ends above; if they do, take out the line between`;
  list.add(code, META.of(above), message, first, below ? visible(below) : last);
}

/** The first line below a field that is under no label. */
function firstBelow(next: FieldNode | Stray | undefined): Line | undefined {
  if (next?.type === "stray") return next.lines[0];
  return next?.head ? undefined : next?.items[0]?.line;
}
