import { isBlank, ODD_LAYOUT, plain } from "../format/text.ts";

/** A line that is not blank. Offsets are UTF-16 units from the start of the source. */
export interface Line {
  /** The line's number in the source, from 1, blank lines counted. */
  readonly number: number;
  /** Where the line starts, its indentation included. */
  readonly start: number;
  /** Where the first visible character stands. */
  readonly from: number;
  /** Where the text after a bullet starts; `from` where there is no bullet. */
  readonly body: number;
  /** Past the last visible character. */
  readonly to: number;
  /** Whether a blank line stands right before. */
  readonly apart: boolean;
}

/** The lines of a source, and the one way by which the grammars read them. */
export class Source {
  readonly text: string;
  readonly lines: Line[] = [];
  /** Characters handed out so far: the measure of the work done, by which tests see that it is linear. */
  touched = 0;
  private readonly odd: boolean;
  private words: Set<string> | undefined;

  constructor(text: string) {
    this.text = text;
    this.odd = ODD_LAYOUT.test(text);
    scanLines(text, this.lines);
  }

  /** The text between two offsets as a value carries it: odd spaces made plain, invisible marks dropped. */
  slice(from: number, to: number): string {
    this.touched += to - from + 1;
    const text = this.text.slice(from, to);
    return this.odd ? plain(text) : text;
  }

  /** The text of a line as it stands, without indentation and bullet. */
  raw(line: Line): string {
    this.touched += line.to - line.body + 1;
    return this.text.slice(line.body, line.to);
  }

  /** Tells whether a word stands anywhere in the source, whole, in any letter case. */
  hasWord(word: string): boolean {
    if (this.words === undefined) {
      this.touched += this.text.length;
      this.words = new Set(this.text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
    }
    return this.words.has(word.toLowerCase());
  }

  /** The text of a line, without indentation and bullet. */
  body(line: Line): string {
    return this.slice(line.body, line.to);
  }
}

/** The end of a line: LF, CR, CRLF, U+2028 or U+2029. */
export const LINE_END = /\r\n|[\n\r\u2028\u2029]/;

const LF = 0x0a;
const CR = 0x0d;
const LINE_SEPARATOR = 0x2028;
const PARAGRAPH_SEPARATOR = 0x2029;

/** Appends the lines of a text that are not blank. */
function scanLines(text: string, lines: Line[]): void {
  let number = 1;
  let start = 0;
  let apart = false;
  while (start <= text.length) {
    const end = lineEnd(text, start);
    let from = start;
    while (from < end && isBlank(text.charCodeAt(from))) from++;
    let to = end;
    while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
    if (from < to) lines.push({ number, start, from, body: afterBullet(text, from, to), to, apart });
    apart = from === to;
    number++;
    start = end + (text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF ? 2 : 1);
  }
}

/** Finds the first line end at or after an offset; the length of the text where there is none. */
function lineEnd(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === LF || unit === CR || unit === LINE_SEPARATOR || unit === PARAGRAPH_SEPARATOR) return at;
  }
  return text.length;
}

/** Bullets that need no space after them, since nothing else starts with them. */
const GLYPHS = "•◦‣▪●";
/** Bullets that are also dashes, signs and dots, so that a space must follow. */
const SIGNS = "-*–—·";

/** Gives the offset of the text after a bullet and its space; `from` where no bullet stands. */
function afterBullet(text: string, from: number, to: number): number {
  const first = text.charCodeAt(from);
  let at = from + 1;
  if (first >= 0x30 && first <= 0x39) {
    while (at < from + 3 && isDigit(text.charCodeAt(at))) at++;
    const mark = text[at];
    if (mark !== "." && mark !== ")") return from;
    at++;
  } else if (GLYPHS.includes(text.charAt(from))) {
    return skipBlank(text, at, to);
  } else if (!SIGNS.includes(text.charAt(from))) {
    return from;
  }
  return at === to || isBlank(text.charCodeAt(at)) ? skipBlank(text, at, to) : from;
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** Gives the first offset from `at` on that is not layout. */
export function skipBlank(text: string, at: number, to: number): number {
  let past = at;
  while (past < to && isBlank(text.charCodeAt(past))) past++;
  return past;
}

/** Tells whether a line starts with a bullet. */
export const hasBullet = (line: Line): boolean => line.body > line.from;
