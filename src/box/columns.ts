import type { Bit } from "../layout/bits.ts";
import type { DeclaredField, LabelTable } from "./labels.ts";

/** Tables with a row of labels over a row of their values: put in order, each label before its value. */

/** Puts each value of such tables behind its label. */
export function withColumns(bits: readonly Bit[], table: LabelTable): Bit[] {
  const rows = rowsOf(bits);
  const isCell = (i: number): boolean => (rows[i]?.length ?? 0) > 1;
  if (!rows.some((_, i) => isCell(i) && isCell(i + 1))) return [...bits];
  const known = rows.map((cells) => cells.map(({ text }) => table.of(text.text)));
  const starts = countOf(bits, table);
  const ordered: Bit[] = [];
  for (let i = 0; i < rows.length; i++) {
    const [labels, values] = [rows[i], rows[i + 1]] as [Bit[], Bit[] | undefined];
    const fields = known[i] as (DeclaredField | undefined)[];
    const isHeader =
      values !== undefined &&
      labels.length > 1 &&
      values.length === labels.length &&
      values[0]?.apart !== true &&
      !known[i + 1]?.some((field) => field !== undefined) &&
      fields.every((field, k) => field !== undefined && starts.get(field) === 1 && mayHold(field, values[k]));
    if (!isHeader) {
      for (const bit of labels) ordered.push(bit);
      continue;
    }
    labels.forEach((label, k) => {
      ordered.push({ ...label, after: false }, { ...(values[k] as Bit), row: label.row, after: true });
    });
    i++;
  }
  return ordered;
}

/** The bits of each row. */
function rowsOf(bits: readonly Bit[]): Bit[][] {
  const rows: Bit[][] = [];
  for (const bit of bits) {
    if (bit.after) rows.at(-1)?.push(bit);
    else rows.push([bit]);
  }
  return rows;
}

/** How many bits start with a label of each field. */
function countOf(bits: readonly Bit[], table: LabelTable): Map<DeclaredField, number> {
  const count = new Map<DeclaredField, number>();
  for (const { text } of bits) {
    const field = table.of(table.startOf(text.text) ?? "");
    if (field !== undefined) count.set(field, (count.get(field) ?? 0) + 1);
  }
  return count;
}

/** Tells whether a cell may be the value of a field: no other form than that of its kind, and no entries. */
const mayHold = ({ node: { kind, rule } }: DeclaredField, value: Bit | undefined): boolean =>
  (kind === "value" || kind === "list") &&
  (rule?.isClosed !== true || (value !== undefined && rule.read(value.text.text) !== undefined));
