import { Row } from "./row.ts";

/** Columns with a tab between them, and labels beside the middle of their lists. */

/** A row without a label before its tab, and an item behind it. */
const ITEM_BEHIND = /^ {2,}\t\s*[*•+-]\s/;

/** So many such rows tell that tabs stand between columns. */
const MIN_ROWS = 3;

/** Puts a gap of spaces in the place of the first tab of each row, as columns have it that are drawn with spaces. */
export function withoutTabs(rows: readonly Row[]): readonly Row[] {
  if (rows.filter(({ text }) => ITEM_BEHIND.test(text.text)).length < MIN_ROWS) return rows;
  return rows.map((row) => {
    const at = row.text.text.indexOf("\t");
    return at < 0 ? row : new Row(row.text.slice(0, at).joinedWith("  ", row.text.slice(at + 1)), row.role);
  });
}
