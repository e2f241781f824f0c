import type { Row } from "./row.ts";

/** Ends of lines that were doubled, as where CR LF was written as CR CR LF: an empty line follows every line. */

/** The fewest lines of which this can be told. */
const MIN_ROWS = 8;

/** Takes an empty row off behind every row, where one stands behind each. */
export function withoutDoubledEnds(rows: readonly Row[]): readonly Row[] {
  const shown = rows.flatMap(({ isBlank }, i) => (isBlank ? [] : [i]));
  const isDoubled = (at: number): boolean => at === rows.length - 1 || (rows[at + 1] as Row).isBlank;
  if (shown.length < MIN_ROWS || !shown.every(isDoubled)) return rows;
  return rows.filter(({ isBlank }, i) => !isBlank || rows[i - 1]?.isBlank === true);
}
