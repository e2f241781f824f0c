import type { Draft } from "./draft.ts";
import { isHeadingText } from "./markdown.ts";
import { hasText, Row } from "./row.ts";

/** What stands before every line of a text that was put into a comment, or shown with the numbers of its lines. */
const PREFIXES = [/^(?:\/\/|\+)[ \t]?/, /^[ \t]*\d{1,4}(?:[:|][ \t]?|\t| )/];

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

/** What a mail puts before each line that it quotes, once more where that was quoted before. */
const QUOTE = /^>/;
const APART = /^>[ \t]/;

/** The share of quoted lines in a mail that quotes a whole post. */
const MOST = 0.75;

/**
 * Takes a post out of the mail that quotes it. Who wrote it stands above, and ends with a colon; with a heading of the site above or
 * below, the quote is a part of a post.
 */
export const withoutQuote = (rows: readonly Row[], draft: Draft): readonly Row[] =>
  outOfQuotes(rows, draft, MAX_QUOTES);

/** So often at most is a post quoted. */
const MAX_QUOTES = 5;

function outOfQuotes(rows: readonly Row[], draft: Draft, most: number): readonly Row[] {
  if (most === 0) return rows;
  const isQuoted = ({ text: { text } }: Row): boolean => QUOTE.test(text);
  const [from, past] = [rows.findIndex(isQuoted), rows.findLastIndex(isQuoted) + 1];
  const shown = rows.slice(from, past).filter(hasText);
  if (shown.length < MIN_ROWS || !shown.every(isQuoted)) return rows;
  const [above, below] = [rows.slice(0, from).filter(hasText), rows.slice(past).filter(hasText)];
  const around = [...above, ...below];
  if (shown.length < MOST * (shown.length + around.length)) return rows;
  if (above.at(-1)?.said.endsWith(":") === false || around.some(({ said }) => isHeadingText(said)))
    return rows;
  for (const row of around) draft.leaveOut([], "stands around the text that is quoted", row);
  // Where no white space follows a sign, what follows others is the text's own.
  const sign = shown.every(({ text }) => APART.test(`${text.text} `)) ? APART : QUOTE;
  const quoted = rows
    .slice(from, past)
    .map(({ text }) => new Row(text.slice(sign.exec(`${text.text} `)?.[0].length ?? 0)));
  return outOfQuotes(quoted, draft, most - 1);
}

/** Takes off what stands before every line; before the blank ones, its white space may be lost. */
export function withoutPrefixes(rows: readonly Row[]): readonly Row[] {
  const shown = rows.filter(hasText);
  if (shown.length < MIN_ROWS) return rows;
  const prefix = PREFIXES.find((one) => shown.every(({ text }) => one.test(`${text.text} `)));
  if (!prefix) return rows;
  return rows.map((row) =>
    row.isBlank ? row : new Row(row.text.slice(prefix.exec(`${row.text.text} `)?.[0].length ?? 0)),
  );
}
