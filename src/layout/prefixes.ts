import { Row } from "./row.ts";

/** What stands before every line of a text that was quoted, put into a comment, or shown with the numbers of its lines. */
const PREFIXES = [/^(?:>[ \t]?)+/, /^(?:\/\/|\+)[ \t]?/, /^[ \t]*\d{1,4}(?:[:|][ \t]?|\t| )/];

/** The fewest lines of which this can be told. */
const MIN_ROWS = 8;

/** Takes off what stands before every line; before the blank ones, its white space may be lost. */
export function withoutPrefixes(rows: readonly Row[]): readonly Row[] {
  const shown = rows.filter(({ isBlank }) => !isBlank);
  if (shown.length < MIN_ROWS) return rows;
  const prefix = PREFIXES.find((one) => shown.every(({ text }) => one.test(`${text.text} `)));
  if (!prefix) return rows;
  return rows.map((row) =>
    row.isBlank ? row : new Row(row.text.slice(prefix.exec(`${row.text.text} `)?.[0].length ?? 0)),
  );
}
