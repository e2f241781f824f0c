import { type FieldRow, placeOf } from "../format/fields.ts";
import { type Bit, bitsOf, isRule, tableAmong } from "./bits.ts";
import { isFurniture } from "./furniture.ts";
import { fieldOf } from "./labels.ts";
import { append, Row } from "./row.ts";
import type { Strand } from "./strand.ts";
import { STARTS_WITH_LABEL } from "./words.ts";

/** The rows of tables drawn as two columns, taken apart: labels on the left, lines of values on the right. */

/** A label of the left column, and where it stands. */
export interface ColumnLabel {
  readonly row: FieldRow;
  readonly bit: Bit;
  /** The index of its row; half-way where it runs over two. */
  readonly at: number;
}

/** A line of the right column. */
export interface ColumnValue {
  readonly bit: Bit;
  readonly at: number;
}

/** How many lines tell where the right column starts. */
const MIN_ROWS = 3;

/** A label, a gap, and a value. */
const LABELLED = /^(\s*)(\S+(?: \S+){0,2}?)(\s{2,})(?=\S)/;

/** Finds the column at which values start that stand on the line of their label. */
export function rightColumn(rows: readonly Row[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { text } of rows) {
    const found = text.text.includes("\t") ? null : LABELLED.exec(text.text);
    if (found === null || !fieldOf(found[2] as string)) continue;
    const column = found[0].length;
    counts.set(column, (counts.get(column) ?? 0) + 1);
  }
  // Items start further in than other values.
  const columns = [...counts].filter(([, count]) => count >= MIN_ROWS).map(([column]) => column);
  return columns.length > 0 ? Math.min(...columns) : undefined;
}

/** A row within a table that is none of it. */
export interface ColumnStray {
  readonly row: Row;
  readonly at: number;
}

/** The rows of a table, taken apart at the column of its values. */
interface Split {
  /** The index of its first row, and the one past its last. */
  readonly start: number;
  readonly past: number;
  readonly strays: readonly ColumnStray[];
  readonly labels: readonly ColumnLabel[];
  readonly values: readonly ColumnValue[];
}

/** Splits rows at a column, as far as labels stand left of it; undefined where too few do. */
export function splitAt(rows: readonly Row[], column: number): Split | undefined {
  const labels: ColumnLabel[] = [];
  const values: ColumnValue[] = [];
  const strays: ColumnStray[] = [];
  /** Rows that are none of the table, unless it goes on below them. */
  let others: ColumnStray[] = [];
  const isTableRow = tableAmong(rows);
  /** The first bit of half a row. */
  const bitOf = (text: Strand, apart: boolean): Bit | undefined => {
    const half = new Row(text);
    return bitsOf(half, apart, isTableRow(half))[0];
  };
  let start = 0;
  let past = 0;
  let read = -1;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as Row;
    if (row.isBlank || isRule(row.said)) continue;
    const edge = row.indent >= column - 1 ? 0 : leftEdge(row, column);
    const left = bitOf(row.text.slice(0, edge), false);
    const right = bitOf(row.text.slice(edge), rows[at - 1]?.isBlank ?? false);
    if (left && at !== read) {
      const label = wholeLabel(rows, at, { ...left, row, whole: false }, column);
      const last = labels.at(-1);
      if (last && (!label || (label.row === last.row && row.said === last.bit.row.said))) {
        // A field that is not known has lines of its own, items at the margin are those of a list without columns, and a label of
        // the box stands left of a gap.
        const isField = (right !== undefined && isGap(row, edge)) || STARTS_WITH_LABEL.test(row.said);
        if (!label && (isField || left.isItem) && !isFurniture(row.said)) break;
        others.push({ row, at });
        continue;
      }
      if (!label) {
        start = at + 1;
        continue;
      }
      labels.push(label);
      read = label.last;
    }
    append(strays, others);
    others = [];
    if (right) values.push({ at, bit: { ...right, row, whole: false, column: right.column + edge } });
    past = at + 1;
  }
  const places = labels.map(({ row }) => placeOf(row));
  const isOrdered = places.every((place, i) => i === 0 || place > (places[i - 1] as number));
  return isOrdered && labels.length >= MIN_ROWS ? { labels, values, strays, start, past } : undefined;
}

/** Tells whether two spaces or more stand in a row before an offset. */
const isGap = ({ text }: Row, edge: number): boolean => /\s{2}$/.test(text.text.slice(0, edge));

/** How far below the first word of a label its second may stand. */
const MAX_APART = 3;

/** Reads a label that stands left of a column, be it over two lines; `last` is the row that it ends in. */
function wholeLabel(
  rows: readonly Row[],
  at: number,
  bit: Bit,
  column: number,
): (ColumnLabel & { readonly last: number }) | undefined {
  const row = fieldOf(bit.text.text);
  if (row) return { row, bit, at, last: at };
  for (let last = at + 1; last < Math.min(rows.length, at + 1 + MAX_APART); last++) {
    const below = rows[last] as Row;
    if (below.isBlank || below.indent >= column - 1) continue;
    const text = bit.text.joinedWith(" ", below.text.slice(0, leftEdge(below, column)).trim());
    const field = fieldOf(text.text);
    return field && { row: field, bit: { ...bit, text, cell: text }, at: (at + last) / 2, last };
  }
  return undefined;
}

/** Finds where the left column of a row ends: before the right one, or where a label reaches into it, at the end of its word. */
function leftEdge(row: Row, column: number): number {
  const { text } = row.text;
  if (text.length <= column || /\s/.test(text.charAt(column - 1))) return Math.min(column, text.length);
  for (let at = column; at > row.indent; at--) {
    if (/\s/.test(text.charAt(at - 1)) && /\S/.test(text.charAt(at))) return at;
  }
  return text.length;
}
