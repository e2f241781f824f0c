import type { Bit } from "../layout/bits.ts";
import type { DeclaredField, LabelTable } from "./labels.ts";
import { columnsOf, widthOf } from "./widths.ts";

/** Labels that stand together over their values, as a table has them: put in order, each label before its value. */

/** Labels and their values, one by one. */
interface Columns {
  readonly labels: readonly Bit[];
  /** The value of each label; none where its cell is empty. */
  readonly values: readonly (Bit | undefined)[];
  /** How many rows they take. */
  readonly count: number;
  /** Whether nothing but their place among the others tells whose the texts are. */
  readonly areStacked?: boolean;
}

/** What is odd about a cell beside a label in a row of labels. */
const IN_HEADER = "stands in a row of labels, and may be the label of a column that nobody declared";

/** What is odd about a text among values that stand below all of their labels. */
const IN_STACK = "stands below several labels, and is theirs whose place it has among the values";

/** How many values below their labels are of forms that tell whose they are, and how long a text among them is at most. */
const MIN_TOLD = 2;
const MAX_TEXT = 60;

/** Puts values that stand below a row of labels, or below as many labels as they are, each behind its own. */
export function withColumns(bits: readonly Bit[], table: LabelTable): readonly Bit[] {
  const reader = new ColumnReader(bits, table);
  return reader.hasLabelsTogether() ? reader.read() : bits;
}

class ColumnReader {
  private readonly rows: readonly (readonly Bit[])[];
  /** The field of the label that a bit is. */
  private readonly fields: ReadonlyMap<Bit, DeclaredField>;
  /** How many bits start with a label of each field. */
  private readonly starts = new Map<DeclaredField, number>();

  constructor(bits: readonly Bit[], table: LabelTable) {
    const fields = new Map<Bit, DeclaredField>();
    for (const bit of bits) {
      const label = table.startOf(bit.text.text);
      const field = label === undefined ? undefined : table.of(label);
      if (field === undefined) continue;
      this.starts.set(field, (this.starts.get(field) ?? 0) + 1);
      if (table.of(bit.text.text) === field) fields.set(bit, field);
    }
    this.fields = fields;
    this.rows = rowsOf(bits);
  }

  /** Tells whether two labels alone stand side by side or one over the other: most texts have none. */
  hasLabelsTogether(): boolean {
    return this.rows.some((row, i) =>
      row.length > 1 ? this.isHeader(row) : this.areLabels(row) && this.isLabelRow(i + 1),
    );
  }

  read(): Bit[] {
    const ordered: Bit[] = [];
    for (let i = 0; i < this.rows.length; i++) {
      const past = this.pastLabels(i);
      const columns = this.sideBySide(i) ?? this.stacked(i, past);
      if (columns === undefined) {
        // Where labels that stand together have too few values, nothing tells which of them have none.
        const next = Math.max(past, i + 1);
        for (const row of this.rows.slice(i, next)) for (const bit of this.doubted(row)) ordered.push(bit);
        i = next - 1;
        continue;
      }
      for (const bit of this.inOrder(columns)) ordered.push(bit);
      i += columns.count - 1;
    }
    return ordered;
  }

  /** Labels before their values: first those of fields, then those that nobody declared, and last those without a value. */
  private inOrder({ labels, values, areStacked }: Columns): Bit[] {
    const { apart } = labels[0] as Bit;
    const pairs = labels.map((label, k) => ({ label, value: values[k], isKnown: this.fields.has(label) }));
    const whole = pairs.filter(({ value }) => value !== undefined);
    const lost = pairs.filter(({ value, isKnown }) => value === undefined && isKnown);
    return [
      ...whole.filter(({ isKnown }) => isKnown),
      ...whole.filter(({ isKnown }) => !isKnown),
      ...lost,
    ].flatMap(({ label, value }, k) => {
      const isTold = areStacked !== true || value === undefined || this.reads(label, value);
      const own = { ...label, after: false, apart: apart && k === 0, ...(!isTold && { odd: IN_STACK }) };
      return value === undefined ? [own] : [own, { ...value, row: label.row, after: true }];
    });
  }

  /** A row that has the labels of columns without values: what stands beside a label in it may be another label. */
  private doubted(row: readonly Bit[]): readonly Bit[] {
    if (row.length < 2 || !this.isHeader(row)) return row;
    return row.map((bit, k) => {
      const next = row[k + 1];
      const isBeside = this.fields.has(bit) && next !== undefined && !this.fields.has(next);
      return isBeside ? { ...bit, odd: IN_HEADER } : bit;
    });
  }

  /** A row of labels, and one of as many cells, of which some may be empty. */
  private sideBySide(at: number): Columns | undefined {
    const labels = this.rows[at] as readonly Bit[];
    const row = this.rows[at + 1];
    if (row === undefined || row[0]?.apart === true || !this.isHeader(labels)) return undefined;
    if (row.length < 2 || row.some((cell) => this.fields.has(cell)) || widthOf(row) !== widthOf(labels))
      return undefined;
    const columns = columnsOf(row);
    const values = columnsOf(labels).map((column) => row[columns.indexOf(column)]);
    const known = labels.flatMap((label, k) => (this.fields.has(label) ? [{ label, value: values[k] }] : []));
    const areTheirs = known.every(({ label, value }) => value === undefined || this.mayHold(label, value));
    return areTheirs ? { labels, values, count: 2 } : undefined;
  }

  /** Tells whether a row has the labels of columns: most of its cells are, or two side by side, or the last; and none is empty between. */
  private isHeader(row: readonly Bit[]): boolean {
    const areLabels = row.map((bit) => this.isLabel(bit));
    const count = areLabels.filter(Boolean).length;
    const isTogether = areLabels.some((isLabel, k) => isLabel && (areLabels[k + 1] ?? true));
    if (count < 2 || !(count * 2 > row.length || isTogether)) return false;
    const columns = columnsOf(row);
    return (columns.at(-1) as number) - (columns[0] as number) === row.length - 1;
  }

  /** Labels one below the other, and as many values, of which most are of closed forms, and the first is none of the last label. */
  private stacked(at: number, past: number): Columns | undefined {
    const size = past - at;
    if (size < 2) return undefined;
    const labels = this.rows.slice(at, past).flat();
    const rows = this.rows.slice(past, past + size);
    const values = rows.flat();
    if (
      rows.length < size ||
      rows.some((row) => row.length > 1) ||
      values.some((value) => this.fields.has(value))
    )
      return undefined;
    const told = labels.filter((label, k) => this.reads(label, values[k] as Bit)).length;
    const areTheirs = labels.every(
      (label, k) => this.reads(label, values[k] as Bit) || this.isText(label, values[k] as Bit),
    );
    const isPlain = size > 2 || !this.reads(labels.at(-1) as Bit, values[0] as Bit);
    const areTold = told === size || (told >= MIN_TOLD && told * 2 >= size);
    return areTheirs && areTold && isPlain
      ? { labels, values, count: 2 * size, areStacked: true }
      : undefined;
  }

  /** Tells whether a text may be the value of a label that takes any, among values that tell where they stand. */
  private isText(label: Bit, { text: { text }, isItem }: Bit): boolean {
    const { kind, rule } = (this.fields.get(label) as DeclaredField).node;
    return (
      kind === "value" &&
      rule?.isClosed === false &&
      !isItem &&
      text.length <= MAX_TEXT &&
      !/[.!?:]$/.test(text)
    );
  }

  /** Past the labels alone that stand one below the other from a row on. */
  private pastLabels(at: number): number {
    let past = at;
    while (this.isLabelRow(past)) past++;
    return past;
  }

  private isLabelRow(at: number): boolean {
    const row = this.rows[at];
    return row?.length === 1 && this.areLabels(row);
  }

  private areLabels(row: readonly Bit[]): boolean {
    return row.every((bit) => this.isLabel(bit));
  }

  /** Tells whether a bit is a label that stands nowhere else. */
  private isLabel(bit: Bit): boolean {
    const field = this.fields.get(bit);
    return field !== undefined && this.starts.get(field) === 1;
  }

  /** Tells whether a cell may be the value of a label: not of another form than that of its kind, and no entries. */
  private mayHold(label: Bit, value: Bit): boolean {
    const { kind, rule } = (this.fields.get(label) as DeclaredField).node;
    const isOne = kind === "value" || kind === "list";
    return isOne && (rule?.isClosed !== true || rule.read(value.text.text) !== undefined);
  }

  /** Tells whether a text is a value of the closed form that a label asks for, or one of its words. */
  private reads(label: Bit, { text }: Bit): boolean {
    const rule = this.fields.get(label)?.node.rule;
    const read = rule?.isClosed || rule?.words !== undefined ? rule.read(text.text) : undefined;
    return read !== undefined && read.note === undefined && read.isUnfamiliar !== true;
  }
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
