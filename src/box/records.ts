import type { Bit } from "../layout/bits.ts";
import type { Strand } from "../layout/strand.ts";
import { quote } from "../parse/quote.ts";
import { doubtOfCanonical } from "./doubts.ts";
import type { Found } from "./found.ts";
import type { Notes, Path } from "./issues.ts";
import { asLabel, type DeclaredField, type LabelTable } from "./labels.ts";
import { valueText } from "./lines.ts";
import type { Region } from "./regions.ts";
import { startOfNext } from "./starts.ts";
import { columnsOf, widthOf } from "./widths.ts";
import type { LabelsWithin } from "./within.ts";

/** What stands under the label of entries and records. */

/** The bits below a label that may be its entries: past the last label, up to what is none. */
export function entriesBelow({ head, under, isLast }: Region, table: LabelTable): readonly Bit[] {
  const first = head === undefined ? [] : [head];
  if (!isLast) return [...first, ...under];
  const past = under.findIndex(
    (bit, i) => i > 0 && bit.apart && !bit.isItem && !bit.after && table.startOf(bit.text.text) === undefined,
  );
  return [...first, ...(past < 0 ? under : under.slice(0, past))];
}

/** Parts labels into records: each starts where a label comes again, unless the line of the one before stands twice. */
export function recordsOf(labels: readonly Found[], bits: readonly Bit[]): Found[][] {
  const records: Found[][] = [];
  let seen = new Set<DeclaredField>();
  const textAt = (found: Found): string | undefined => bits[found.at]?.text.text;
  for (const found of labels) {
    const own = records.at(-1) ?? [];
    const before = own.at(-1);
    const isTwice = seen.size > 1 && before?.field === found.field && textAt(before) === textAt(found);
    if (records.length === 0 || (seen.has(found.field) && !isTwice)) {
      const led = own.splice(startOfNext(own, found, bits, records[0]?.[0]?.field));
      records.push(led);
      seen = new Set(led.map(({ field }) => field));
    }
    records.at(-1)?.push(found);
    seen.add(found.field);
  }
  return records;
}

/** A table of records. */
export interface Columns {
  /** The cells that are labels, and the fields of those that are declared. */
  readonly labels: readonly Bit[];
  readonly fields: readonly (DeclaredField | undefined)[];
  /** The rows, whose cells stand by the columns of the labels; none where one is empty. */
  readonly rows: readonly TableRow[];
  /** Lines among them that are no rows, or the labels once more. */
  readonly strays: readonly Strand[];
  /** Whether each cell has a line of its own, so that one more or less would move all that follow. */
  readonly areLines: boolean;
}

interface TableRow {
  readonly bits: readonly Bit[];
  readonly cells: readonly (Bit | undefined)[];
  /** Whether it has other cells than the row of the labels, so that nothing tells under which label each stands. */
  readonly isOdd: boolean;
}

/** Reads bits as a table: the labels of the entries in one row, below lines of one cell that are none, and cells below. */
export function tableRows(bits: readonly Bit[], table: LabelTable, isLast: boolean): Columns | undefined {
  const rows: Bit[][] = [];
  for (const bit of bits) {
    if (bit.after && rows.at(-1)?.[0]?.row === bit.row) rows.at(-1)?.push(bit);
    else rows.push([bit]);
  }
  const at = rows.findIndex((row) => row.length > 1 || table.startOf(row[0]?.text.text ?? "") !== undefined);
  const labels = rows[at] ?? [];
  const fields = labels.map(({ text }) => table.of(asLabel(text.text)));
  const declared = fields.filter((field) => field !== undefined);
  const below = rows.slice(at + 1);
  if (declared.length < 2 || new Set(declared).size < declared.length || below.length === 0) return undefined;
  const columns = columnsOf(labels);
  const width = widthOf(labels);
  // A line of one cell is a row where the others are drawn, and empty.
  const isRow = (row: readonly Bit[]): boolean =>
    (row.length > 1 || widthOf(row) === width) && columnsOf(row).some((at) => columns.includes(at));
  const isHeader = (row: readonly Bit[]): boolean =>
    row.length === labels.length &&
    row.every(({ text }, i) => asLabel(text.text) === asLabel(labels[i]?.text.text ?? ""));
  // Past the last row of the box, what stands right below may be of it, and all else is none of the table.
  const past = below.findLastIndex(isRow) + 1;
  const within = isLast ? below.slice(0, past + (below[past]?.[0]?.apart === false ? 1 : 0)) : below;
  return {
    labels,
    fields,
    rows: within
      .filter((row) => isRow(row) && !isHeader(row))
      .map((row) => {
        const own = columnsOf(row);
        const cells = columns.map((column) => row[own.indexOf(column)]);
        // A cell without a label above it may have lost that.
        return { bits: row, cells, isOdd: widthOf(row) !== width || own.some((at) => !columns.includes(at)) };
      }),
    strays: [...rows.slice(0, at), ...within.filter((row) => !isRow(row) || isHeader(row))].map(valueText),
    areLines: false,
  };
}

/** Reads records from a table with their labels above its columns; undefined where no row of it is whole. */
export function recordsOfTable(
  { labels, fields, rows, strays, areLines }: Columns,
  path: Path,
  notes: Notes,
  within: LabelsWithin,
): unknown[] | undefined {
  for (const [column, { text }] of labels.entries())
    if (fields[column] === undefined)
      notes.add("unknown_field", path, `no entry has the label ${quote(text.text)}`, text);
  for (const stray of strays)
    notes.add("stray_text", path, `${quote(stray.text)} stands in the table, and is no row of it`, stray);
  if (areLines)
    notes.doubt(
      path,
      valueText(labels),
      "the cells of this table stand on lines of their own, and nothing else parts its rows",
    );
  if (rows.length === 0) {
    const strand = valueText(labels);
    notes.add("invalid_value", path, `${quote(strand.text)} has no row below; expected one or more`, strand);
    return undefined;
  }
  const texts = new Set<string>();
  return rows.map(({ bits, cells, isOdd }, i) => {
    const own = [...path, i];
    const strand = valueText(bits);
    if (texts.size === texts.add(strand.text).size)
      notes.doubt(own, strand, `${quote(strand.text)} is a row twice`);
    if (isOdd)
      notes.doubt(
        own,
        strand,
        `this row has more or fewer cells than there are labels (${labels.length}), so that some may be another's`,
      );
    return Object.fromEntries(
      fields.flatMap((field, column) => {
        const value = field && cellValue(field, cells, column, [...own, field.key], notes);
        const cell = cells[column];
        // A row of the box may have been joined to the last cell.
        if (cell !== undefined && typeof value === "string" && cell === bits.at(-1))
          doubtOfCanonical(notes, [...own, field?.key ?? ""], cell.text, within);
        return value === undefined ? [] : [[field?.key, value]];
      }),
    );
  });
}

function cellValue(
  { node }: DeclaredField,
  cells: readonly (Bit | undefined)[],
  column: number,
  path: Path,
  notes: Notes,
): unknown {
  const { rule, label, optional } = node;
  const cell = cells[column];
  if (cell === undefined) {
    if (!optional)
      notes.add(
        "missing_field",
        path,
        `there is no "${label}" in this row`,
        (cells.find((one) => one !== undefined) as Bit).text,
      );
    return undefined;
  }
  const read = rule?.read(valueText([cell]).text);
  if (read === undefined) {
    const message = `${quote(cell.text.text)} is not a valid ${label}; expected ${rule?.expected ?? "a value"}`;
    notes.add("invalid_value", path, message, cell.text);
    return undefined;
  }
  notes.place(path, cell.text);
  if (read.note !== undefined) notes.rewritten(path, cell.text, read, rule?.expected ?? "");
  if (read.isUnfamiliar) notes.unfamiliar(path, cell.text, label, rule?.expected ?? "");
  return read.value;
}
