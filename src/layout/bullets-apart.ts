import { append, endOfRun, itemRow, type Row } from "./row.ts";

/** The bullets of a list that stand all together above its items, as texts taken from PDF have them. */

/** A line that is a bullet alone. */
const BULLET = /^[•◦▪●■○*-]$/;

/** The fewest such lines in a row: one alone may stand before its item. */
const MIN_ROWS = 2;

/** Puts the bullets that stand above a list before its items; where other than as many lines stand there, they are left as they are. */
export function bulletsBeside(rows: readonly Row[]): readonly Row[] {
  const out: Row[] = [];
  for (let at = 0; at < rows.length; ) {
    const past = endOfRun(rows, at, ({ said }) => BULLET.test(said));
    const from = endOfRun(rows, past, ({ isBlank }) => isBlank);
    const end = endOfRun(rows, from, ({ isBlank }) => !isBlank);
    if (past - at >= MIN_ROWS && end - from === past - at) {
      append(
        out,
        rows.slice(from, end).map(({ body }) => itemRow(body)),
      );
      at = end;
    } else {
      append(out, rows.slice(at, Math.max(past, at + 1)));
      at = Math.max(past, at + 1);
    }
  }
  return out;
}
