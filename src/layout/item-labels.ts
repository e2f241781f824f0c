import type { Bit } from "./bits.ts";

/** Boxes whose rows are the items of a list: their labels stand at a column of their own, and what is nested in them further in. */

/** A place that may be a label. */
interface Label {
  readonly row: unknown;
  /** The index of its bit. */
  readonly at: number;
  /** Where it starts in the bit. */
  readonly from: number;
}

/** So many fields tell that the rows of a box are items. */
const MIN_FIELDS = 3;

/** Gives the column at which the labels of such rows start, with nothing else; undefined where rows are no items. */
export function columnOfLabels(bits: readonly Bit[], candidates: readonly Label[]): number | undefined {
  const labels = candidates.filter(({ at, from }) => from === 0 && bits[at]?.isItem);
  const column = Math.min(...labels.map(({ at }) => (bits[at] as Bit).column));
  const own = labels.filter(({ at }) => bits[at]?.column === column);
  const places = new Set(own.map(({ at }) => at));
  const isOther = ({ isItem, column: other }: Bit, at: number): boolean =>
    isItem && other <= column && !places.has(at);
  return new Set(own.map(({ row }) => row)).size < MIN_FIELDS || bits.some(isOther) ? undefined : column;
}

/** Leaves out what starts items that are nested in such rows. */
export const withoutNestedLabels = <L extends Label>(
  bits: readonly Bit[],
  labels: readonly L[],
  column: number | undefined,
): readonly L[] =>
  labels.filter(({ at, from }) => {
    const bit = bits[at];
    return column === undefined || from > 0 || !bit?.isItem || bit.column === column;
  });
