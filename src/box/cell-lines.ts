import type { Bit } from "../layout/bits.ts";
import type { DeclaredField, LabelTable } from "./labels.ts";
import type { Columns } from "./records.ts";

/** Tables of records of which each cell, those of the labels included, stands on a line of its own. */

/**
 * Reads bits as such a table: as many lines a row as there are labels, where some of these ask for values of closed forms, or the
 * next label of the box stands behind a whole row, which tells that no line is missing. What follows the last row of the box is none of it.
 */
export function rowsOfLines(bits: readonly Bit[], table: LabelTable, isLast: boolean): Columns | undefined {
  const past = bits.findIndex(({ text, after }) => after || table.of(text.text) === undefined);
  const labels = bits.slice(0, Math.max(past, 0));
  const fields = labels.flatMap(({ text }) => table.of(text.text) ?? []);
  const size = labels.length;
  // Where values are texts, as many lines as whole rows have tell it, up to the next label of the box.
  const areTold =
    fields.some(({ node: { rule } }) => rule?.isClosed) || (!isLast && bits.length % size === 0);
  if (size < 2 || new Set(fields).size < size || !areTold) return undefined;
  const rows: Bit[][] = [];
  for (let at = size; at + size <= bits.length; at += size) {
    const cells = bits.slice(at, at + size);
    if (!cells.every((cell, column) => mayHold(fields[column] as DeclaredField, cell))) break;
    rows.push(cells);
  }
  if (rows.length === 0 || (!isLast && (rows.length + 1) * size < bits.length)) return undefined;
  return {
    labels,
    fields,
    rows: rows.map((cells) => ({ bits: cells, cells, isOdd: false })),
    strays: [],
    areLines: true,
  };
}

/** Tells whether a line may be the value of a field. */
function mayHold({ node: { rule } }: DeclaredField, { text, after }: Bit): boolean {
  const read = rule?.read(text.text);
  return !after && read !== undefined && (rule?.isClosed !== true || read.note === undefined);
}
