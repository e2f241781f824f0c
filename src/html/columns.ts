import type { ValueRow } from "../format/fields.ts";
import type { Label } from "./label.ts";
import type { Segment } from "./segments.ts";

/** Reads a table whose first row names its columns. */
export function columnsOf(
  labels: readonly Label<ValueRow>[],
  value: readonly Segment[],
): Segment[][] | undefined {
  const { length } = labels;
  const heads = labels.map(({ at, past }) => past - at).reduce((a, b) => a + b, 0);
  if (length < 2 || labels[length - 1]?.past !== heads || labels.some(({ rest }) => rest !== undefined))
    return undefined;
  const cells: Segment[][] = [];
  for (const segment of value.slice(heads)) {
    const last = cells[cells.length - 1];
    if (segment.cell === undefined) return undefined;
    if (last?.[0]?.cell === segment.cell) last.push(segment);
    else cells.push([segment]);
  }
  return cells.length % length === 0 ? cells : undefined;
}
