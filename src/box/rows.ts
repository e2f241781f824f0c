import { AROUND, type Bit, CELL_ENDS, emphasisReader, isRule } from "../layout/bits.ts";
import { bulletReader } from "../layout/bullets.ts";
import { plainRows } from "../layout/characters.ts";
import { Row, rowsOf } from "../layout/row.ts";
import { Strand } from "../layout/strand.ts";
import { anyOf } from "./codec.ts";
import { everyLabel, type LabelTable } from "./labels.ts";
import { withoutEmphasisAtEnd, withoutLinks } from "./marks.ts";

/** How long a line is at least that was wrapped, and how much of the next one may belong to a label. */
const MIN_WRAPPED = 60;
const MAX_LABEL = 40;

/** A pattern of the first words of labels, all but the last ones, at the end of a line; none where all labels are a word. */
function wrappedLabel({ fields }: LabelTable): RegExp | undefined {
  const starts = fields.flatMap(({ node }) =>
    node.labels.flatMap((label) => {
      const words = label.trim().split(/\s+/);
      return words.slice(1).map((_, i) => words.slice(0, i + 1).join(" "));
    }),
  );
  return starts.length === 0 ? undefined : new RegExp(`(?:${anyOf(starts)})$`, "iu");
}

/** What a text is made of: lines, and the cells of their tables, without bullets and marks of Markdown. */
export class BitReader {
  private readonly pastBullets: (text: string) => number;
  private readonly withoutEmphasis: (text: Strand) => { text: Strand; bold: boolean };
  /** A line of Markdown: a heading, or a label with marks of emphasis. */
  private readonly marked: RegExp;
  /** A label before a bar. */
  private readonly labelCell: RegExp;
  /** Marks of emphasis before a label with nothing between them: an icon was. */
  private readonly emptyMarks: RegExp;

  /** The first words of a label, at the end of a line. */
  private readonly wrapped: RegExp | undefined;

  constructor(private readonly table: LabelTable) {
    const labels = everyLabel(table);
    this.pastBullets = bulletReader(labels);
    this.withoutEmphasis = emphasisReader(labels);
    this.marked = new RegExp(
      `^(?:#{1,6}\\s\\S|(?:[-*+•]\\s+)?(?:\\*{1,2}|_{1,2})(?:•\\s+)?(?:${labels})(?:\\s*:?\\s*[*_]|.*[*_]$))`,
      "iu",
    );
    this.wrapped = wrappedLabel(table);
    this.labelCell = new RegExp(`^[*_]*(?:${labels})\\s*:?[*_]*\\s*[|│┃║]`, "iu");
    this.emptyMarks = new RegExp(`^(?:__|\\*\\*)\\s*(?=(?:${labels})(?!.*(?:__|\\*\\*)))`, "giu");
  }

  /** Takes a text apart. */
  bitsOf(text: string): Bit[] {
    const rows = this.unwrapped(plainRows(rowsOf(Strand.of(text))));
    const isMarked = rows.some(({ body }) => this.marked.test(body.text));
    const bits: Bit[] = [];
    let isApart = false;
    for (const row of rows) {
      const found: Bit[] = row.isBlank || isRule(row.body.text) ? [] : this.bitsOfRow(row, isApart, isMarked);
      isApart = found.length === 0 && (row.isBlank || isApart);
      for (const bit of found) bits.push(bit);
    }
    return bits;
  }

  /** Puts lines together that were wrapped within a label, where several fields stand on one line. */
  private unwrapped(rows: readonly Row[]): readonly Row[] {
    if (this.wrapped === undefined) return rows;
    const whole: Row[] = [];
    for (const row of rows) {
      const before = whole.at(-1);
      if (before === undefined || row.isBlank || !this.goesOn(before.body.text, row.body.text))
        whole.push(row);
      else whole[whole.length - 1] = new Row(before.text.joinedWith(" ", row.body), before.role);
    }
    return whole;
  }

  /** Tells whether a label starts in a line, past another one, and ends in the next. */
  private goesOn(line: string, next: string): boolean {
    const [word = ""] = next.split(/\s/, 1);
    if (line.length + word.length < MIN_WRAPPED || this.wrapped?.test(line) !== true) return false;
    const labels = this.table.matches(`${line} ${next.slice(0, MAX_LABEL)}`);
    return (
      labels.some(({ from, text }) => from + text.length <= line.length) &&
      labels.some(({ from, text }) => from < line.length && from + text.length > line.length + 1)
    );
  }

  private bitsOfRow(row: Row, isApart: boolean, isMarked: boolean): Bit[] {
    const cells = this.cellsOf(row).filter((cell) => !cell.isBlank);
    return cells.flatMap((cell, i) => this.bit(row, cell.trim(), isApart && i === 0, i > 0, isMarked));
  }

  private cellsOf({ text, body }: Row): Strand[] {
    if (ITEM.test(text.text)) return [body];
    const isTable = /^[|│┃║]/.test(body.text) || /\S\s*\t/.test(text.text) || this.labelCell.test(body.text);
    return isTable ? body.split(CELL_ENDS) : [body];
  }

  private bit(row: Row, given: Strand, apart: boolean, after: boolean, isMarked: boolean): Bit[] {
    const isItem = given.start === row.body.start && ITEM.test(row.text.text);
    const isPlain = this.table.startOf(given.text) !== undefined;
    const cell =
      isPlain || isItem ? given : given.replace(AROUND, () => "").replace(this.emptyMarks, () => "");
    const past = isPlain ? 0 : isItem ? 2 : this.pastBullets(cell.text);
    const inner = cell.slice(past).trim();
    const plain = isMarked ? this.withoutEmphasis(inner) : { text: inner, bold: false };
    // Marks of emphasis may stand around a bullet, too.
    const again = past === 0 && plain.text.text !== inner.text ? this.pastBullets(plain.text.text) : 0;
    const shown = isMarked ? withoutEmphasisAtEnd(plain.text.slice(again).trim()) : plain.text.slice(again);
    const text = isItem ? shown.trim() : withoutLinks(shown.replace(BULLET_AT_END, () => "").trim());
    if (text.text === "") return [];
    const { bold } = plain;
    return [
      {
        text: isMarked ? text.replace(/\\(?=[!-/:-@[-`{-~])/g, () => "") : text,
        cell,
        row,
        whole: cell === given && !bold,
        bulleted: past + again > 0,
        column: row.indent + (cell.start - row.body.start) + past,
        apart,
        after,
        bold,
      },
    ];
  }
}

/** A bullet between two rows that was left at the end of the first. */
const BULLET_AT_END = /\s[•·]\s*$/g;

/** An item as the library writes it: all past the bullet is its text. */
const ITEM = /^ {2,4}• \S/;

/** What stands between two offsets of a bit. */
export function part(bit: Bit, from: number, to = bit.text.text.length): Bit {
  const text = bit.text.slice(from, to).trim();
  const bullets = bit.cell.text.indexOf(bit.text.text);
  return from === 0
    ? { ...bit, text, cell: bullets < 0 ? text : bit.cell.slice(0, bullets + to).trim(), whole: false }
    : { ...bit, text, whole: false, bulleted: false, apart: false, after: true };
}

/** The text of bits, one after the other. */
export const joined = (bits: readonly Bit[]): Strand =>
  Strand.join(bits.flatMap(({ text }, i) => (i === 0 ? [text] : [" ", text])));

/** A bit with the number that stands before it: in a value, `8.` before `March` is no bullet. */
export const withNumber = (bit: Bit): Bit =>
  bit.bulleted && /^\d/.test(bit.cell.text) ? { ...bit, text: bit.cell } : bit;
