import { type Bit, CELL_ENDS } from "../layout/bits.ts";

/** Where the cells of a row of a table stand, those counted that are empty. */

/** The bar at the start of a row, which other rows of its table may be without, and the one at its end. */
const FIRST_BAR = /^ *[|│┃║]/;
const LAST_BAR = /[|│┃║] *$/;

/** How many cells a row has. */
export const widthOf = (row: readonly Bit[]): number => {
  const text = row[0]?.row.text.text.replace(FIRST_BAR, "").replace(LAST_BAR, "") ?? "";
  return Math.max(text.split(CELL_ENDS).length, row.length);
};

/** The columns in which the cells of a row stand; those that no bar or tab parts are counted as they stand. */
export function columnsOf(row: readonly Bit[]): number[] {
  const text = row[0]?.row.text;
  const [bar = ""] = FIRST_BAR.exec(text?.text ?? "") ?? [];
  const cells = text?.slice(bar.length).split(CELL_ENDS) ?? [];
  const columns = row.map(({ text }) => cells.findLastIndex(({ start }) => start <= text.start));
  return new Set(columns).size === row.length ? columns : row.map((_, column) => column);
}
