import { anyCase } from "../format/pattern.ts";
import { endsSentence, lookOfLine } from "../syntax/look.ts";
import { pastBullets } from "./bullets.ts";
import { HOSTS, namesSource } from "./images.ts";
import { isHeadingText } from "./markdown.ts";
import { blankAt, type Row, rowOf } from "./row.ts";

/** Text of terminals and printed pages, wrapped at a width: paragraphs and images run over several lines. */

/** The narrowest width at which a text is wrapped, and the widest; beyond the usual, lines have to show it. */
const MIN_WIDTH = 32;
const USUAL_WIDTH = 130;
const WIDE_WIDTH = 200;
const MAX_WIDTH = 400;

/** How many lines show a wide width: they have no room for the first word of the next. Of those that end within a sentence, one does. */
const MIN_FULL = 3;

/** Words that break a line early are not longer than this. */
const SLACK = 3;

/** Joins the lines over which paragraphs and images run; a title that does is told by what it says. */
export function unwrapped(rows: readonly Row[]): readonly Row[] {
  const width = widthOf(rows);
  if (width === undefined) return rows;
  const out: Row[] = [];
  for (let at = 0; at < rows.length; ) {
    const row = rows[at] as Row;
    const past: number = isLine(row) ? endOf(rows, at, width) : at + 1;
    if (past === at + 1) out.push(row);
    else out.push(joinedRow(rows.slice(at, past)), blankAt(row));
    at = past;
  }
  return out;
}

function joinedRow(rows: readonly Row[]): Row {
  const joined = rowOf(rows.flatMap(({ body }, i) => (i === 0 ? [body] : [" ", body])));
  return isImageText(joined) || !endsSentence(joined.said) ? joined : joined.as("prose");
}

/** The width at which a text is wrapped; undefined where lines are longer than any program wraps at, or several have to show it and do not. */
export function widthOf(rows: readonly Row[], usual = USUAL_WIDTH): number | undefined {
  let width = 0;
  for (const [at, row] of rows.entries()) {
    if (!isLine(row) || isImageText(row) || /\]\(|https?:/.test(row.said) || isTitle(rows, at)) continue;
    const reach = reachOf(row);
    // Code is not wrapped, and reaches as far as it likes.
    if (reach > width && lookOfLine(row.said) !== "code") width = reach;
  }
  if (width < MIN_WIDTH || width > MAX_WIDTH) return undefined;
  if (width <= usual) return width;
  const full = rows.flatMap((row, at) => {
    const next = rows[at + 1];
    const isPair = next && isLine(row) && isLine(next) && reachOf(row) <= width && isFull(row, next, width);
    return isPair ? [at] : [];
  });
  if (width <= WIDE_WIDTH && full.length >= MIN_FULL) return width;
  return width > USUAL_WIDTH && full.some((at) => endsWithin(rows, at)) ? width : undefined;
}

/** Tells whether a paragraph starts with a row, below a title, whose sentence ends in the next. */
function endsWithin(rows: readonly Row[], at: number): boolean {
  const [{ said: text }, { said: rest }] = rows.slice(at, at + 2) as [Row, Row];
  if (endsSentence(text) || !/^\p{Ll}/u.test(rest) || lookOfLine(`${text} ${rest}`) !== "prose") return false;
  return rows[at - 1]?.isBlank === true && rows.slice(0, at).some(({ said }) => /\p{L}/u.test(said));
}

/** Tells whether a row stands alone and is words, but no sentence: programs that wrap paragraphs leave titles as long as they are. */
const isTitle = (rows: readonly Row[], at: number): boolean =>
  (rows[at - 1]?.isBlank ?? true) && rows[at + 1]?.isBlank === true && !endsSentence((rows[at] as Row).said);

const reachOf = (row: Row): number => row.indent + row.said.length;

/** Tells whether a row is a line of text, with no bullet and no heading. */
const isLine = (row: Row): boolean =>
  row.role === undefined && !row.isBlank && pastBullets(row.said) === 0 && !isHeadingText(row.said);

const isImageText = ({ said }: Row): boolean => /image source:|^!\[/i.test(said);

/** How many lines a paragraph may run over: more than the longest has at the narrowest width. */
const MAX_PARAGRAPH = 60;

/** Finds the end of what starts at a row and runs over several lines; the next row where it does not. */
function endOf(rows: readonly Row[], at: number, width: number): number {
  let chunk = at;
  const most = Math.min(rows.length, at + MAX_PARAGRAPH);
  while (chunk < most && isLine(rows[chunk] as Row)) chunk++;
  if (chunk === at + 1) return chunk;
  return endOfImage(rows, at, chunk, width) ?? endOfParagraph(rows, at, chunk, width) ?? at + 1;
}

/** Tells whether a row had no room for the first word of the next. */
export function isFull(row: Row, next: Row | undefined, width: number): boolean {
  const word = next?.said.split(" ", 1)[0];
  return word !== undefined && reachOf(row) + 1 + word.length > width - SLACK;
}

/** How many lines the lines of an image may run over. */
const MAX_IMAGE = 8;

/** An image whose line goes on with another. */
const GOES_ON = /image source:\s*\S+\s+!?\[?\p{L}/iu;

/** Finds the end of an image; of several that run into each other, of the last. */
function endOfImage(rows: readonly Row[], at: number, end: number, width: number): number | undefined {
  const first = endOfOneImage(rows, at, at, end, width);
  let past = first;
  while (past !== undefined && GOES_ON.test((rows[past - 1] as Row).said)) {
    const next = endOfOneImage(rows, past - 1, past, end, width);
    if (next === undefined) break;
    past = next;
  }
  return past === at + 1 ? undefined : past;
}

/** The host of an image at the start of a row: a known one, which the next caption may stand right behind, or the only word there. */
const HOST = anyCase`^(?:${HOSTS}|[\w-]+(?:\.[\w-]+)*$)`;

/** Finds the end of an image that starts in a row, and whose source stands in that row `from` or below. */
function endOfOneImage(
  rows: readonly Row[],
  at: number,
  from: number,
  end: number,
  width: number,
): number | undefined {
  const found = rows
    .slice(from, Math.min(end, at + MAX_IMAGE))
    .findIndex((row, i) => namesSource(row.said) || isCutSource(rows, from + i));
  if (found < 0) return undefined;
  const last = from + found;
  const isWhole = rows
    .slice(at, last)
    .every(
      (row, i) =>
        (!endsSentence(row.said) || /^image source:/i.test(rows[at + i + 1]?.said ?? "")) &&
        (isFull(row, rows[at + i + 1], width) || /\]\([^)]*$/.test(row.said)),
    );
  if (!isWhole) return undefined;
  const isOpen = /image source:\s*$/i.test((rows[last] as Row).said);
  return isOpen && last + 1 < end && HOST.test((rows[last + 1] as Row).said) ? last + 2 : last + 1;
}

/** Tells whether the words before the host of an image were parted, and a row starts with the second. */
const isCutSource = (rows: readonly Row[], at: number): boolean =>
  /^source:\s*\S/i.test((rows[at] as Row).said) && /\bimage$/i.test(rows[at - 1]?.said ?? "");

function endOfParagraph(rows: readonly Row[], at: number, end: number, width: number): number | undefined {
  let text = "";
  for (let past = at; past < end; past++) {
    const row = rows[past] as Row;
    const next = past + 1 < end ? rows[past + 1] : undefined;
    text += ` ${row.said}`;
    const full = isFull(row, next, width);
    if (endsSentence(row.said) && !(full && goesOn(next))) {
      return past > at && lookOfLine(text.trim()) === "prose" ? past + 1 : undefined;
    }
    if (!full || isImageText(row)) return undefined;
  }
  return undefined;
}

/** Tells whether a row goes on with a paragraph though the line above ends with a stop. */
const goesOn = (row: Row | undefined): boolean =>
  row !== undefined && lookOfLine(row.said) !== "code" && !isImageText(row);
