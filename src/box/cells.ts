import { CELL_ENDS } from "../layout/bits.ts";
import { startsAsItem } from "../layout/bullets.ts";
import { type Row, rowOf } from "../layout/row.ts";
import type { Strand } from "../layout/strand.ts";
import type { LabelTable } from "./labels.ts";

/** Where the lines of a box are cut into cells: at bars and tabs, and at the gaps of columns that are drawn with spaces. */

/** How much of what stands before a label is looked at. */
const MAX_BEFORE = 40;

/** Tabs between cells. A line that has some may have bars in a cell. */
const TABS = /\s*\t\s*/g;

/** What stands between columns that are drawn with spaces. */
const GAPS = /\s{2,}/g;

/** Cuts lines into cells. */
export class CellReader {
  /** A label before a bar. */
  private readonly labelCell: RegExp;
  /** The labels of the box, and those of records, of which each row of a table has as many cells. */
  private readonly tables: readonly LabelTable[];

  constructor(
    private readonly table: LabelTable,
    labels: string,
  ) {
    this.tables = [
      table,
      ...table.fields.flatMap(({ node, entries }) => (node.kind === "records" && entries) || []),
    ];
    this.labelCell = new RegExp(`^[*_]*(?:${labels})\\s*:?[*_]*\\s*[|│┃║]`, "iu");
  }

  /** The cells of a line, which has those of another line above. */
  read({ text, body }: Row, above: readonly Strand[]): Strand[] {
    const hasBars =
      /^[|│┃║]/.test(body.text) || this.labelCell.test(body.text) || this.hasFieldsBetweenBars(body.text);
    const ends = hasBars ? CELL_ENDS : /\S\s*\t/.test(text.text) ? TABS : undefined;
    const cells = ends === undefined ? (this.columns(body, above) ?? [body]) : body.split(ends);
    return cells.filter((cell) => !cell.isBlank).map((cell) => cell.trim());
  }

  /** The cells of a line of labels alone, or of one below such a line with as many. */
  private columns(body: Strand, above: readonly Strand[]): Strand[] | undefined {
    const isBelow = above.length > 1 && this.areLabels(above);
    return [CELL_ENDS, GAPS]
      .map((ends) => body.split(ends))
      .find(
        (cells) => cells.length > 1 && ((isBelow && cells.length === above.length) || this.areLabels(cells)),
      );
  }

  /** The cells that stand over those of the next line: the labels of records over all of their rows. */
  over(above: readonly Strand[], cells: readonly Strand[]): readonly Strand[] {
    const isRow = cells.length > 1 && cells.length === above.length;
    return isRow && this.tables.slice(1).some((table) => isHeader(above, table)) ? above : cells;
  }

  private areLabels(cells: readonly Strand[]): boolean {
    return this.tables.some((table) => isHeader(cells, table));
  }

  /** Tells whether bars part the fields of a line: labels stand behind some of them, and no other has a colon. */
  private hasFieldsBetweenBars(text: string): boolean {
    if (!/\s\|\s/.test(text)) return false;
    let count = 0;
    return (
      this.table.matches(text).every(({ from, text: label }) => {
        const isFirst = /(?:^|\s\|)[^\p{L}\p{N}|]*$/u.test(text.slice(Math.max(0, from - MAX_BEFORE), from));
        if (isFirst && from > 0) count++;
        return (
          isFirst || !/^\s*[:：]/.test(text.slice(from + label.length, from + label.length + MAX_BEFORE))
        );
      }) && count > 1
    );
  }
}

const isHeader = (cells: readonly Strand[], table: LabelTable): boolean =>
  cells.every(({ text }) => table.of(text) !== undefined);

/** A row of a drawn table without a first cell. */
const WITHOUT_FIRST = /^[|│┃║]\s*[|│┃║]/;

/** The line under the labels of a table of Markdown, which wraps no cell. */
const DELIMITER = /^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$/;

/** Puts bars around each row of a table of Markdown that has none at its edges, so that it is one of cells. */
export function withOuterBars(rows: readonly Row[]): readonly Row[] {
  const isBare = ({ said }: Row): boolean => said.includes("|") && !said.startsWith("|");
  if (!rows.some((row) => isBare(row) && DELIMITER.test(row.said))) return rows;
  let isTable = false;
  return rows.map((row, i) => {
    const next = rows[i + 1];
    // One line without a bar among the others is none of the table, and no end of it.
    const below = next === undefined || hasBar(next) ? next : rows[i + 2];
    isTable = hasBar(row) ? isTable || isDelimiter(below) : isTable && next !== undefined && hasBar(next);
    return isTable && isBare(row) && !isDelimiter(row) ? rowOf(["| ", row.body, " |"], row.role) : row;
  });
}

const hasBar = ({ said }: Row): boolean => said.includes("|");

const isDelimiter = (row: Row | undefined): boolean => row !== undefined && DELIMITER.test(row.said);

/** Joins cells that were wrapped: a row of a drawn table without a first cell goes on with the one above it, unless its cells stand below labels. */
export function withWholeCells(rows: readonly Row[], table: LabelTable): readonly Row[] {
  if (!rows.some(({ said }) => WITHOUT_FIRST.test(said))) return rows;
  const whole: Row[] = [];
  let isMarkdown = false;
  for (const row of rows) {
    isMarkdown = DELIMITER.test(row.said) || (isMarkdown && row.said.includes("|"));
    const isRest = !isMarkdown && WITHOUT_FIRST.test(row.said);
    const joined = isRest ? cellsJoined(whole.at(-1), row, table) : undefined;
    if (joined === undefined) whole.push(row);
    else whole[whole.length - 1] = joined;
  }
  return whole;
}

function cellsJoined(above: Row | undefined, { body }: Row, table: LabelTable): Row | undefined {
  const cells = body.split(CELL_ENDS);
  const upper = above?.body.split(CELL_ENDS) ?? [];
  const goOn = cells.every(
    (cell, i) =>
      cell.isBlank ||
      (upper[i]?.isBlank === false &&
        table.of(upper[i]?.text ?? "") === undefined &&
        !startsAsItem(cell.text)),
  );
  if (upper.length !== cells.length || !goOn) return undefined;
  const parts = upper.map((cell, i) => (cells[i]?.isBlank ? cell : cell.joinedWith(" ", cells[i] as Strand)));
  return rowOf(
    parts.flatMap((cell, i) => (i === 0 ? [cell] : [" | ", cell])),
    above?.role,
  );
}
