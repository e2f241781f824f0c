import { FIELDS, type FieldRow, placeOf } from "../format/fields.ts";
import type { ColumnLabel, ColumnValue } from "./column-rows.ts";
import type { Row } from "./row.ts";

/** Lists of a table drawn as two columns, where no kind of value tells which of two neighbours an item belongs to. */

/** Tells what it costs that a label has the lines from one up to another, if any. */
export type Costs = (from: number, past: number) => number;

/** A list whose lines from a row on may be those of another. */
export type UnsureList = readonly [row: Row, list: FieldRow];

/** How much more it costs, where a list ends for sure, that it ends a line or two above or below. */
const MIN_MARGIN = 4;

/**
 * Finds the lists that may have lines of others: two that fit no better as they were divided than otherwise, or have the
 * same item on both sides of their end; and one with lines above its label where the field before it has lost its own.
 *
 * @param groups - the lines of each label
 * @param costs - what lines cost each label
 * @param values - all lines
 */
export const unsureLists = (
  labels: readonly ColumnLabel[],
  groups: readonly (readonly ColumnValue[])[],
  costs: readonly Costs[],
  values: readonly ColumnValue[],
): UnsureList[] =>
  labels.flatMap(({ row: list, at }, i): UnsureList[] => {
    const above = labels[i - 1]?.row;
    const [before = [], group = []] = [groups[i - 1], groups[i]];
    const [first] = group;
    // A list starts for sure where its label stands.
    if (list.kind !== "list" || !above || !first || first.at >= at) return [];
    const { row, text } = first.bit;
    if (above !== FIELDS[placeOf(list) - 1]) return [[row, list]];
    const last = before.at(-1);
    if (above.kind !== "list" || !last) return [];
    const end = values.indexOf(first);
    const [start, past] = [end - before.length, end + group.length];
    const costAt = (place: number): number =>
      (costs[i - 1] as Costs)(start, place) + (costs[i] as Costs)(place, past);
    const least = costAt(end);
    const others = [end - 2, end - 1, end + 1, end + 2].filter((place) => place > start && place < past);
    const isUnsure = least > 0 && others.some((place) => costAt(place) < least + MIN_MARGIN);
    const isTwice = last.bit.text.text === text.text;
    return isUnsure || isTwice
      ? [
          [row, above],
          [row, list],
        ]
      : [];
  });
