import { endsSentence, lookOfLine } from "../syntax/look.ts";
import { pastBullets } from "./bullets.ts";
import { withoutIndent } from "./fences.ts";
import { isHeadingText } from "./markdown.ts";
import { blankAt, type Row } from "./row.ts";

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

/** Takes off what all lines of a block of code are indented by. Blocks are what stands between text and the next heading. */
function codeWithoutIndent(rows: readonly Row[]): Row[] {
  const out: Row[] = [];
  for (let at = 0; at < rows.length; ) {
    let past = at;
    while (past < rows.length && isIndented(rows, past)) past++;
    while (past > at && (rows[past - 1] as Row).isBlank) past--;
    const block = rows.slice(at, past);
    const isCode = past > at && block.some((row) => !row.isBlank && lookOfLine(row.body.text) === "code");
    if (isCode) out.push(...withoutIndent(block));
    else out.push(...block);
    if (past === at) out.push(rows[past++] as Row);
    at = past;
  }
  return out;
}

/** Tells whether a row is indented and may be code, or is blank within such rows. */
function isIndented(rows: readonly Row[], at: number): boolean {
  const row = rows[at] as Row;
  if (row.isBlank)
    return at > 0 && rows.slice(at, at + 3).some((next) => !next.isBlank && next.indent > 0 && isText(next));
  return (
    row.role === undefined &&
    row.indent > 0 &&
    !isProse(row) &&
    !/image source:/i.test(row.body.text) &&
    !isHeadingText(row.body.text) &&
    !/^[•◦▪●]/.test(row.body.text)
  );
}
