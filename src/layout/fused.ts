import { BOX_HEADING, HEADINGS } from "../format/headings.ts";
import { anyCase, flagged, pattern } from "../format/pattern.ts";
import { bareHeading, headingsAlone } from "./markdown.ts";
import { blankAt, Row } from "./row.ts";
import { FIELD_LABEL } from "./words.ts";

/** Headings and labels that lost their line end: the paragraph, the list or the label after one stands on its line. */

/** Headings with a capital at each word. */
const CAPITALS = [...HEADINGS].map((heading) =>
  heading.replace(/\b[a-z]/g, (letter) => letter.toUpperCase()).replace("Alphanode", "AlphaNode"),
);

/** How much of the end of a line is looked at for a heading: the longest, and what may stand before it. */
const MAX_END = Math.max(...[...HEADINGS].map(({ length }) => length)) + "image source: ###### ".length;

/** A known heading right before a letter or a bullet. A word after a space may go on with a sentence. */
const BEFORE = flagged("iu")`^\W{0,3}${HEADINGS}(?=[\p{L}\p{N}]|\s{2,}\p{L}|\s*[•◦‣▪●]|\s+[-*–]\s|:\s*\S)`;

/** A known heading that ends a line: after a stop, an image without a host, a small letter before its capital, or with its marks. */
const AFTER = flagged(
  "iu",
)`(?<=[.!?]\s?|image source:\s?|\p{Ll}(?=\p{Lu}))${HEADINGS}\.?$|(?<=[^#\s])#{2,6} ${HEADINGS}$`;

/** A known heading with capitals that ends a line whatever stands before it. */
const CAPITALS_AFTER = pattern`(?<=\S\s{1,3})${CAPITALS}\.?$`;

/** How a line ends that a known heading ends: few others end with the same letters, and the patterns above take long. */
const MAY_END = flagged("iu")`${[...HEADINGS].map((heading) => heading.slice(-2))}\.?$`;

/** How long a line is that holds a whole text, or a section of it. */
const LONG = 300;

/** What a sentence, or code, ends with. */
const END = /[.!?)\]}"'”…]/;

/**
 * A known heading within a long line: after the end of a sentence, or with capitals that its words have nowhere else; where nothing
 * stands between the texts of a page, right behind an end, or with capitals behind a small letter, and right before a letter; that
 * of a box right before a label, whatever stands before it.
 */
const WITHIN = flagged("gu")`(?:${[
  pattern`(?:(?<=${END}\s)${HEADINGS}|(?<=\s)${CAPITALS}|(?<!\S)${BOX_HEADING})(?=\s)`,
  flagged("u")`(?:(?<=${END})${HEADINGS}|(?<=${END}|\p{Ll})${CAPITALS})(?=[\p{L}\p{N}•])`,
  pattern`${BOX_HEADING}(?=${FIELD_LABEL})`,
]})`;

/** Puts headings on lines of their own. */
export function headingsApart(rows: readonly Row[]): Row[] {
  // A text may name a section that stands elsewhere; a heading that has no line of its own is none of those.
  const alone = headingsAlone(rows);
  const cut = (row: Row): Row[] => cutAtEnds(row, alone);
  return rows.flatMap((row) => {
    if (row.role !== undefined || row.isBlank) return [row];
    return row.said.length > LONG ? cutWithin(row).flatMap(cut) : cut(row);
  });
}

/** Cuts a long row at the headings within. */
function cutWithin(row: Row): Row[] {
  const { text } = row;
  const rows: Row[] = [];
  let last = 0;
  for (const { index, 0: heading } of text.text.matchAll(WITHIN)) {
    const end = index + heading.length;
    rows.push(new Row(text.slice(last, index)), blankAt(row), new Row(text.slice(index, end)), blankAt(row));
    last = end;
  }
  return last === 0 ? [row] : [...rows, new Row(text.slice(last).trim())];
}

/** Parts the heading at the start or the end of a row from what stands on its line. */
function cutAtEnds(row: Row, alone: ReadonlySet<string>): Row[] {
  const { body } = row;
  const before = BEFORE.exec(body.text);
  if (before !== null && body.text.length > before[0].length) {
    const rest = new Row(
      body
        .slice(before[0].length)
        .without(/^\s*:\s*/g)
        .trim(),
    );
    return [blankAt(row), new Row(body.slice(0, before[0].length)), blankAt(row), rest];
  }
  if (!MAY_END.test(body.text.slice(-3))) return [row];
  const end = Math.max(body.text.length - MAX_END, 0);
  const tail = body.text.slice(end);
  const after = AFTER.exec(tail) ?? CAPITALS_AFTER.exec(tail);
  if (after === null || end + after.index === 0) return [row];
  const at = end + after.index;
  if (/\s/.test(body.text.charAt(at - 1)) && alone.has(bareHeading(after[0]))) return [row];
  return [new Row(row.text.slice(0, row.indent + at)), blankAt(row), new Row(body.slice(at)), blankAt(row)];
}

/** A bold label right before the bullet of its first item. */
const LABEL_BEFORE = anyCase`^\*\*${FIELD_LABEL}\*\*(?=\*\s)`;

/** Parts bold labels from the first items of their lists. */
export const labelsApart = (rows: readonly Row[]): Row[] =>
  rows.flatMap((row) => {
    const { body } = row;
    const [{ length }] = LABEL_BEFORE.exec(body.text) ?? [""];
    return length === 0 ? [row] : [new Row(body.slice(0, length)), new Row(body.slice(length))];
  });
