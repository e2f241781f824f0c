import { Row } from "./row.ts";

/** What stands before every line of a text that was quoted, put into a comment, or shown with the numbers of its lines. */
const PREFIXES = [/^(?:>[ \t]?)+/, /^(?:\/\/|\+)[ \t]?/, /^[ \t]*\d{1,4}(?:[:|][ \t]?|\t| )/];

/** The fewest lines of which this can be told. */
const MIN_ROWS = 8;

/** What a program that shows the ends of lines writes there. */
const END = /[$¶↵⏎]/;

const END_OF_LINE = /\s*\S$/g;

/** Takes off what stands at the end of every line, the empty ones included. */
export function withoutEnds(rows: readonly Row[]): readonly Row[] {
  const end = rows[0]?.said.slice(-1) ?? "";
  // What follows the end of the last line is none.
  const shown = rows.at(-1)?.isBlank ? rows.slice(0, -1) : rows;
  if (shown.length < MIN_ROWS || !END.test(end) || !shown.every(({ said }) => said.endsWith(end)))
    return rows;
  return rows.map(({ text }) => new Row(text.without(END_OF_LINE)));
}

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
