import { append, itemRow, type Row } from "./row.ts";

/** The bullets of a list that stand all together above its items, as texts taken from PDF have them. */

/** A line that is a bullet alone. */
const BULLET = /^[•◦▪●■○*-]$/;

/** The fewest such lines in a row: one alone may stand before its item. */
const MIN_ROWS = 2;

/** Puts the bullets that stand above a list before its items; where other than as many lines stand there, they are left as they are. */
export function bulletsBeside(rows: readonly Row[]): readonly Row[] {
  const out: Row[] = [];
  for (let at = 0; at < rows.length; ) {
    const past = endOf(rows, at, ({ said }) => BULLET.test(said));
    const from = endOf(rows, past, ({ isBlank }) => isBlank);
    const end = endOf(rows, from, ({ isBlank }) => !isBlank);
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

/** The end of the rows from one on that hold to something. */
function endOf(rows: readonly Row[], at: number, holds: (row: Row) => boolean): number {
  let past = at;
  while (past < rows.length && holds(rows[past] as Row)) past++;
  return past;
}
