import { type HtmlElement, type HtmlText, textOf } from "./node.ts";
import { wordsOf } from "./words.ts";

/** Numbers before all lines of code and marks of notes behind some, each in an element of its own: they count, and code does not. */

/** A stretch of code, and the element it stands in. */
export interface Piece {
  readonly text: HtmlText;
  readonly parent: HtmlElement;
}

type Line = readonly Piece[];

const NUMBER = /^(\d{1,5})[.:|]?$/;
const MARK = /^(?:\((\d{1,2})\)|<(\d{1,2})>|([①-⑳]))$/u;

/** Names of a mark of a note, which may be the only one. */
const CALLOUT = /(?:^|[\s_-])(?:conum|callout|co)(?:$|[\s_-])/i;

/** Gives the elements that hold the numbers of all lines, or of notes to some. */
export function notesOf(lines: readonly Line[], code: HtmlElement, html: string): HtmlElement[] {
  const end = lines.findLastIndex((line) => line.length > 0) + 1;
  const numbers = lines.slice(0, end).map((line) => countIn(line[0], code, html, NUMBER));
  if (isCount(numbers)) return numbers.map(({ element }) => element);
  const marks = lines
    .map((line) =>
      countIn(
        line.findLast(({ text }) => textOf(html, text).trim() !== ""),
        code,
        html,
        MARK,
      ),
    )
    .filter((mark) => mark !== undefined);
  const isSure = marks.every(({ element }) => CALLOUT.test(element.attribute("class")));
  return isCount(marks, isSure ? 1 : 2) && marks[0]?.count === 1 ? marks.map(({ element }) => element) : [];
}

interface Count {
  readonly element: HtmlElement;
  readonly count: number;
}

/** The number that a piece is, if it stands alone in an element of its own. */
function countIn(
  piece: Piece | undefined,
  code: HtmlElement,
  html: string,
  pattern: RegExp,
): Count | undefined {
  if (piece === undefined || piece.parent === code) return undefined;
  const { parent, text } = piece;
  if (!pattern.test(textOf(html, text).trim())) return undefined;
  const [, ...groups] = pattern.exec(wordsOf(parent, html)) ?? [];
  const sign = groups.find((group) => group !== undefined);
  if (sign === undefined) return undefined;
  return { element: parent, count: /\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 0x245f };
}

/** Tells whether several numbers rise by one. */
const isCount = (counts: readonly (Count | undefined)[], least = 2): counts is Count[] =>
  counts.length >= least &&
  counts.every((one, i) => one !== undefined && one.count === (counts[0] as Count).count + i);

/** A line without the elements of notes, and without the space before one at its end. */
export function withoutNotes(line: Line, notes: ReadonlySet<HtmlElement>, html: string): HtmlText[] {
  const own = line.filter(({ parent }) => !notes.has(parent)).map(({ text }) => text);
  const last = own.at(-1);
  if (last === undefined || last.character !== undefined) return own;
  if (!notes.has((line.at(-1) as Piece).parent)) return own;
  return [...own.slice(0, -1), { ...last, to: last.from + textOf(html, last).trimEnd().length }];
}
