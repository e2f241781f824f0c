import { endsSentence, lookOfLine } from "../syntax/look.ts";
import { pastBullets } from "./bullets.ts";
import type { Draft } from "./draft.ts";
import { isHeadingText } from "./markdown.ts";
import { Row, rowOf } from "./row.ts";
import { Strand } from "./strand.ts";

/** Paragraphs of terminals and printed pages, wrapped at a width: a line that no stop ends goes on with the next. */

/** The narrowest width at which a text is wrapped, and the widest. */
const MIN_WIDTH = 40;
const MAX_WIDTH = 130;

/** Joins the lines of wrapped paragraphs, and parts code from a paragraph right above it. */
export function wholeParagraphs(rows: readonly Row[], draft: Draft): Row[] {
  const width = rows.reduce(
    (most, row) => (isText(row) ? Math.max(most, row.text.text.trimEnd().length) : most),
    0,
  );
  const isWrapped = width >= MIN_WIDTH && width <= MAX_WIDTH;
  const out: Row[] = [];
  for (let at = 0; at < rows.length; ) {
    const row = rows[at] as Row;
    const past = isWrapped && isText(row) ? endOfParagraph(rows, at, width) : at + 1;
    const last = rows[past - 1] as Row;
    if (past > at + 1) {
      const message = `the text runs over ${past - at} lines; it was read as one, joined with spaces`;
      draft.tell("wrapped_text", ["sections"], message, row, last);
      const lines = rows.slice(at, past).flatMap(({ body }, i) => (i === 0 ? [body] : [" ", body]));
      out.push(rowOf([Strand.join(lines)], "prose"), blank(row));
    } else {
      out.push(row);
      const next = rows[past];
      if (isProse(row) && next !== undefined && isCode(next)) out.push(blank(row));
    }
    at = past;
  }
  return out;
}

const blank = (row: Row): Row => new Row(row.text.slice(0, 0));

/** Tells whether a row may be a line of a paragraph. */
const isText = (row: Row): boolean =>
  row.role === undefined &&
  !row.isBlank &&
  pastBullets(row.body.text) === 0 &&
  !/image source:/i.test(row.body.text) &&
  !isHeadingText(row.body.text);

const isProse = (row: Row): boolean =>
  isText(row) && endsSentence(row.body.text) && lookOfLine(row.body.text) === "prose";

const isCode = (row: Row): boolean =>
  row.role === undefined &&
  !row.isBlank &&
  lookOfLine(row.body.text) === "code" &&
  !/image source:/i.test(row.body.text);

/** Finds where the paragraph ends that starts at a row: at a stop, on a line that had room for the next word. */
function endOfParagraph(rows: readonly Row[], at: number, width: number): number {
  let past = at;
  let text = "";
  for (; past < rows.length; past++) {
    const row = rows[past] as Row;
    const next = rows[past + 1];
    if (!isText(row)) return at + 1;
    text += ` ${row.body.text}`;
    const reach = row.text.text.trimEnd().length;
    const isFull =
      next !== undefined &&
      isText(next) &&
      reach + 1 + (next.body.text.split(" ", 1)[0] as string).length > width - 3;
    if (endsSentence(row.body.text) && !(isFull && past > at && goesOn(next))) break;
    if (!isFull) {
      if (endsSentence(row.body.text)) break;
      return at + 1;
    }
  }
  if (past === at || past >= rows.length || lookOfLine(text.trim()) !== "prose") return at + 1;
  return past + 1;
}

/** Tells whether a row goes on with a paragraph: it starts with a small letter and is text. */
const goesOn = (row: Row | undefined): boolean =>
  row !== undefined && /^[\p{Ll}("'“]/u.test(row.body.text) && lookOfLine(row.body.text) !== "code";
