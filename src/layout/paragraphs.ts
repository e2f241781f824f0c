import { endsSentence, isSentence, lookOfLine } from "../syntax/look.ts";
import { pastBullets } from "./bullets.ts";
import { withoutIndent } from "./fences.ts";
import { namesSource } from "./images.ts";
import { isHeadingText } from "./markdown.ts";
import { append, blankAt, endOfStretch, hasText, Row } from "./row.ts";

/** Paragraphs and code that no blank line parts, and code that is indented as its page had it. */

/** Tells whether a row is no heading, no image and nothing that its layout told. */
const isOpen = ({ role, said }: Row): boolean =>
  role === undefined && !namesSource(said) && !isHeadingText(said);

const isText = (row: Row): boolean => isOpen(row) && hasText(row) && pastBullets(row.said) === 0;

const isProse = (row: Row | undefined): boolean =>
  row !== undefined &&
  (row.role === "prose" || (isText(row) && row.said.length >= MIN_PROSE && isSentence(row.said)));

/** The shortest line that is a paragraph of its own between others. */
const MIN_PROSE = 40;

/** The end of a sentence before more. */
const SENTENCE_END = /[\p{L}\p{N}%)"'”’][.!?]["”’)]*\s+(?=\S)/gu;

/** Parts a paragraph from the code that starts on its line: where white space was lost, the line goes on as code does. */
function codeApart(row: Row, at: number, rows: readonly Row[]): Row[] {
  const { text } = row.body;
  if (text.length < MIN_PROSE || endsSentence(text) || !isText(row)) return [row];
  const last = [...text.matchAll(SENTENCE_END)].at(-1);
  if (!last) return [row];
  const end = last.index + last[0].length;
  const [before, after] = [new Row(row.body.slice(0, end).trim()), new Row(row.body.slice(end))];
  const below = rows.slice(at + 1, at + 3).find(hasText);
  const isCode = (one: Row | undefined): boolean =>
    one !== undefined && isText(one) && lookOfLine(one.said) === "code";
  const next = rows[at + 1]?.said ?? "";
  const goesOn = isSentence(`${after.said} ${next}`);
  return isProse(before) && !goesOn && (isCode(after) || isCode(below))
    ? [before, blankAt(after), after]
    : [row];
}

/** Gives lines that are whole paragraphs next to others their role, and parts code from a paragraph right above it. */
export function wholeParagraphs(given: readonly Row[]): Row[] {
  const rows = given.flatMap(codeApart);
  const out: Row[] = [];
  rows.forEach((row, at) => {
    const [before, next] = [rows[at - 1], rows[at + 1]];
    if (!isProse(row)) {
      if (isProse(before) && isText(row) && lookOfLine(row.said) === "code") out.push(blankAt(row));
      out.push(row);
      return;
    }
    out.push(isProse(before) || isProse(next) ? row.as("prose") : row);
  });
  return codeWithoutIndent(out);
}

/** Takes off what all lines of a block of code are indented by. A block stands between text, headings and blank lines. */
function codeWithoutIndent(rows: readonly Row[]): Row[] {
  const out: Row[] = [];
  for (let at = 0; at < rows.length; ) {
    const past = hasText(rows[at] as Row) ? Math.max(endOfStretch(rows, at, mayBeCode), at + 1) : at + 1;
    const block = rows.slice(at, past);
    const lines = block.filter(hasText);
    const isCode =
      lines.length > 0 &&
      lines.every((row) => mayBeCode(row) && row.indent > 0) &&
      lines.some((row) => lookOfLine(row.said) === "code");
    append(out, isCode ? withoutIndent(block) : block);
    at = past;
  }
  return out;
}

const mayBeCode = (row: Row): boolean => isOpen(row) && !isProse(row) && !/^[•◦▪●]/.test(row.said);
