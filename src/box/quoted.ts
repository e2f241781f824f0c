import { startsAsItem } from "../layout/bullets.ts";
import { Row, rowOf } from "../layout/row.ts";
import type { LabelTable } from "./labels.ts";

/** Lines of a page that were quoted, or in which a colon has a line of its own. */

/** What stands before a line that is quoted, and the marks that may follow it. */
const QUOTE = /^\s*(?:>[ \t]?)+/;
const MARKS = /^\s*(?:#{1,6}\s+|[-*+•]\s+)?[*_]{0,3}/;

/** So many labels after such signs tell that these quote a box. */
const MIN_LABELS = 2;

/** Takes the signs of a quotation off lines, where several labels stand behind them. */
export function withoutQuotes(rows: readonly Row[], table: LabelTable): readonly Row[] {
  const signs = rows.map(({ text }) => QUOTE.exec(text.text)?.[0].length ?? 0);
  const labels = rows.filter(({ text }, i) => {
    const size = signs[i] as number;
    return size > 0 && table.startOf(text.text.slice(size).replace(MARKS, "")) !== undefined;
  });
  if (labels.length < MIN_LABELS) return rows;
  return rows.map((row, i) => (signs[i] === 0 ? row : new Row(row.text.slice(signs[i] as number))));
}

/** A line of marks of direction alone, and one with a colon between them. */
const DIRECTIONS = /^[\s\u200e\u200f]*[\u200e\u200f][\s\u200e\u200f]*$/;
const COLON = /^[\s\u200e\u200f]*[:：][\s\u200e\u200f]*$/;

/** Puts colons that stand on lines of their own behind the labels above, as shops print them between marks of direction. */
export function withoutColonLines(rows: readonly Row[]): readonly Row[] {
  if (!rows.some(({ text }) => COLON.test(text.text))) return rows;
  const whole: Row[] = [];
  for (const row of rows) {
    if (DIRECTIONS.test(row.text.text)) continue;
    const above = whole.at(-1);
    if (above === undefined || above.isBlank || !COLON.test(row.text.text)) whole.push(row);
    else whole[whole.length - 1] = new Row(above.text.joinedWith("", row.body), above.role);
  }
  return whole;
}

/** A dash alone on a line, as some extractors leave that of a range. */
const DASH_LINE = /^[-–—]$/;

/** Joins the two ends of a range with the dash that stands on a line of its own between them: several such dashes are bullets. */
export function withDashLines(rows: readonly Row[], table: LabelTable): readonly Row[] {
  const isDash = (row: Row | undefined): boolean => row !== undefined && DASH_LINE.test(row.said);
  if (!rows.some(isDash)) return rows;
  const tables = [table, ...table.fields.flatMap(({ entries }) => entries ?? [])];
  const isText = (row: Row | undefined): row is Row =>
    row !== undefined &&
    !row.isBlank &&
    !startsAsItem(row.said) &&
    tables.every((one) => one.of(row.said) === undefined);
  const joined: Row[] = [];
  for (let i = 0; i < rows.length; i++) {
    const [before, row, behind] = [joined.at(-1), rows[i] as Row, rows[i + 1]];
    const isLone = isDash(row) && !isDash(rows[i - 2]) && !isDash(rows[i + 2]);
    if (isLone && isText(before) && isText(behind) && table.startOf(behind.said) === undefined) {
      joined[joined.length - 1] = rowOf([before.text, " ", row.body, " ", behind.body], before.role);
      i++;
    } else joined.push(row);
  }
  return joined;
}
