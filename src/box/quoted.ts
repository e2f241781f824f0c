import { Row } from "../layout/row.ts";
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
