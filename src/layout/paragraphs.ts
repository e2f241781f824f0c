import { endsSentence, lookOfLine } from "../syntax/look.ts";
import { pastBullets } from "./bullets.ts";
import { withoutIndent } from "./fences.ts";
import { isHeadingText } from "./markdown.ts";
import { append, blankAt, type Row } from "./row.ts";

/** Paragraphs and code that no blank line parts, and code that is indented as its page had it. */

const isText = (row: Row): boolean =>
  row.role === undefined &&
  !row.isBlank &&
  pastBullets(row.body.text) === 0 &&
  !/image source:/i.test(row.body.text) &&
  !isHeadingText(row.body.text);

const isProse = (row: Row | undefined): boolean =>
  row !== undefined &&
  (row.role === "prose" ||
    (isText(row) &&
      endsSentence(row.body.text) &&
      row.body.text.length >= MIN_PROSE &&
      lookOfLine(row.body.text) === "prose"));

/** The shortest line that is a paragraph of its own between others. */
const MIN_PROSE = 40;

/** Gives lines that are whole paragraphs next to others their role, and parts code from a paragraph right above it. */
export function wholeParagraphs(rows: readonly Row[]): Row[] {
  const out: Row[] = [];
  rows.forEach((row, at) => {
    const [before, next] = [rows[at - 1], rows[at + 1]];
    if (!isProse(row)) {
      if (isProse(before) && isText(row) && lookOfLine(row.body.text) === "code") out.push(blankAt(row));
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
    const past = endOfBlock(rows, at);
    const block = rows.slice(at, past);
    const lines = block.filter((row) => !row.isBlank);
    const isCode =
      lines.length > 0 &&
      lines.every((row) => mayBeCode(row) && row.indent > 0) &&
      lines.some((row) => lookOfLine(row.body.text) === "code");
    append(out, isCode ? withoutIndent(block) : block);
    at = past;
  }
  return out;
}

/** Finds the end of the lines that may be one block of code, blank lines within them included; the next row where none is. */
function endOfBlock(rows: readonly Row[], at: number): number {
  let past = at;
  for (let next = at; next < rows.length && (rows[next]?.isBlank || mayBeCode(rows[next] as Row)); next++) {
    if (!rows[next]?.isBlank) past = next + 1;
  }
  return Math.max(past, at + 1);
}

const mayBeCode = (row: Row): boolean =>
  row.role === undefined &&
  !isProse(row) &&
  !/image source:/i.test(row.body.text) &&
  !isHeadingText(row.body.text) &&
  !/^[•◦▪●]/.test(row.body.text);
