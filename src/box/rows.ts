import { type Bit, isRule } from "../layout/bits.ts";
import { bulletReader } from "../layout/bullets.ts";
import { rowsOfAnyLanguage } from "../layout/characters.ts";
import { Row, rowsOf } from "../layout/row.ts";
import { Strand } from "../layout/strand.ts";
import { LineJoiner } from "./broken-lines.ts";
import { CellReader, withOuterBars, withWholeCells } from "./cells.ts";
import { anyOf } from "./codec.ts";
import { withColumns } from "./columns.ts";
import { everyLabel, type LabelTable } from "./labels.ts";
import { withLeading } from "./leading.ts";
import { MarkReader, type Marks, withoutIconLines, withoutIconsBetween, withoutLinks } from "./marks.ts";
import { withoutPartingSigns } from "./parting.ts";
import { withDashLines, withoutColonLines, withoutQuotes } from "./quoted.ts";
import { withoutSharedSigns } from "./shared-signs.ts";
import { TagReader } from "./tags.ts";

/** What a text is made of: lines, and the cells of their tables, without bullets and marks of Markdown. */
export class BitReader {
  private readonly pastBullets: (text: string) => number;
  private readonly marks: MarkReader;
  private readonly cells: CellReader;
  private readonly lines: LineJoiner;
  private readonly tags: TagReader;
  /** A heading that runs into a label. */
  private readonly heading: RegExp | undefined;

  /**
   * @param table - the labels of the box
   * @param headings - its headings
   */
  constructor(
    private readonly table: LabelTable,
    headings: readonly string[],
  ) {
    const labels = everyLabel(table);
    this.pastBullets = bulletReader(labels);
    this.marks = new MarkReader(labels);
    this.cells = new CellReader(table, labels);
    this.lines = new LineJoiner(table);
    this.tags = new TagReader(labels);
    this.heading =
      headings.length === 0
        ? undefined
        : new RegExp(`^(?:${anyOf(headings)})(?=\\P{Ll})(?=(?:${table.pattern}))`, "iu");
  }

  /** Takes a text apart. */
  bitsOf(text: string): readonly Bit[] {
    const unquoted = withoutQuotes(rowsOf(this.tags.read(Strand.of(text))), this.table);
    const lines = rowsOfAnyLanguage(withDashLines(withoutColonLines(unquoted), this.table));
    const rows = this.lines.read(
      withWholeCells(withOuterBars(lines), this.table).flatMap((row) => this.cut(row)),
    );
    const marks = this.marks.marksOf(text, rows);
    const bits: Bit[] = [];
    let isApart = false;
    let above: readonly Strand[] = [];
    for (const row of rows) {
      const { text: said } = row.body;
      const isFence = FENCE.test(said) && this.table.of(said) === undefined;
      const isDrawn = row.isBlank || isRule(said) || isFence;
      const cells = isDrawn ? [] : ITEM.test(row.text.text) ? [row.body] : this.cells.read(row, above);
      if (!isDrawn) above = this.cells.over(above, cells);
      const found = cells.flatMap((cell, i) => this.bit(row, cell, isApart && i === 0, i > 0, marks));
      isApart = found.length === 0 && (row.isBlank || isApart);
      for (const bit of found) bits.push(bit);
    }
    const parted = withoutPartingSigns(bits, this.table);
    const plain = withoutSharedSigns(withoutIconLines(parted, this.table), this.table);
    return withColumns(withLeading(plain, this.table), this.table);
  }

  /** Cuts a line after a heading that runs into the first label. */
  private cut(row: Row): Row[] {
    const { text } = row.body;
    const [heading] = this.heading?.exec(text) ?? [];
    const isLabel = heading === undefined || (this.table.startOf(text)?.length ?? 0) > heading.length;
    return isLabel
      ? [row]
      : [
          new Row(row.body.slice(0, heading.length), row.role),
          new Row(row.body.slice(heading.length), row.role),
        ];
  }

  private bit(row: Row, said: Strand, apart: boolean, after: boolean, marks: Marks): Bit[] {
    const isItem = said.start === row.body.start && ITEM.test(row.text.text);
    const given = isItem
      ? said
      : withoutIconsBetween(this.marks.withoutBrackets(this.marks.withoutHints(said), marks), this.table);
    const isPlain = this.table.startOf(given.text) !== undefined;
    const isBare = isPlain || isItem;
    const cell = isBare ? given : this.marks.withoutIcons(given.without(AROUND), marks);
    // A number in brackets, alone, is a text, and so are a sign that is a word of a field, and stars that draw a rating.
    const isText =
      isPlain || /^\(\d+\)$/.test(cell.text) || DRAWN.test(cell.text) || this.table.isWord(cell.text);
    const past = isText ? 0 : isItem ? 2 : this.pastBullets(cell.text);
    const body = cell.slice(past).trim();
    const inner = isBare || past === 0 ? body : this.marks.withoutIcons(body, marks);
    const isMarked = marks.areMarkdown && !isItem;
    const plain = isMarked ? this.marks.withoutEmphasis(inner) : { text: inner, bold: false };
    // Marks of emphasis may stand around a bullet, too.
    const again = past === 0 && plain.text.text !== inner.text ? this.pastBullets(plain.text.text) : 0;
    const whole = plain.text.slice(again).trim();
    // The icon of a heading stands behind its mark.
    const own = plain.bold ? this.marks.withoutIcons(whole, marks) : whole;
    const shown = isMarked ? this.marks.withoutEmphasisOfValue(own) : own;
    const text = isItem
      ? shown
      : withoutLinks(shown.replace(BULLET_AT_END, () => "").trim(), marks.hasLinkNumbers);
    if (text.text === "" || (isMarked && /^[*_]{2,4}$/.test(text.text))) return [];
    const { bold } = plain;
    return [
      {
        text: isMarked ? text.replace(ESCAPED, ([, sign = ""]) => sign) : text,
        cell,
        row,
        whole: cell === given && !bold,
        isItem: past + again > 0,
        column: row.indent + (cell.start - row.body.start) + past,
        apart,
        after,
        bold,
      },
    ];
  }
}

/** What stands around a text for layout alone: the colon of a definition, the signs of a line that goes on, an anchor. */
const AROUND = /^:(?:\s+|$)|(?<!\s)\s*\\+$|(?:,?\s\+)+$|<<[\w-]*>>$/g;

/** Signs side by side of which each alone is a bullet. */
const DRAWN = /^[★☆●○■□◆◇]{2}/;

/** The fence of a part of Markdown: `::: row`, `::: {.row}`, and `:::` at its end; a heading without a text. */
const FENCE = /^:{3,}(?:\s*(?:\{.*\}|[\w-]+))?$|^#{1,6}$/;

/** A sign that Markdown has escaped, and what it breaks a line with. */
const ESCAPED = /\\([!-/:-@[-`{-~])|\\$/g;

/** A bullet or bar between two rows that was left at the end of the first. */
const BULLET_AT_END = /\s[•·|]\s*$/g;

/** An item as the library writes it: all past the bullet is its text. */
const ITEM = /^ {2,4}• \S/;

/** What stands between two offsets of a bit. */
export function part(bit: Bit, from: number, to = bit.text.text.length): Bit {
  const text = bit.text.slice(from, to).trim();
  const bullets = bit.cell.text.indexOf(bit.text.text);
  return from === 0
    ? { ...bit, text, cell: bullets < 0 ? text : bit.cell.slice(0, bullets + to).trim(), whole: false }
    : { ...bit, text, whole: false, isItem: false, apart: false, after: true };
}

/** The text of bits, one after the other. */
export const joined = (bits: readonly Bit[]): Strand =>
  Strand.join(bits.flatMap(({ text }, i) => (i === 0 ? [text] : [" ", text])));

/** A bit with the number or letter that stands before it: in a value, `8.` before `March` is no bullet, and `o` is a word. */
export const withStart = (bit: Bit): Bit =>
  bit.isItem && /^[\do]/.test(bit.cell.text) ? { ...bit, text: bit.cell } : bit;
