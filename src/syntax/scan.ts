import { lower } from "../format/case.ts";
import { hasReference } from "../format/references.ts";
import { ESCAPE, isBlank, isOdd, isUsual, ODD_LAYOUT, plain, SIGN_OF_NONE } from "../format/text.ts";
import type { Cut } from "./cut.ts";
import { knownHeadingAt } from "./known-heading.ts";
import type { PostPoint } from "./point.ts";

/** A line that is not blank. Offsets are UTF-16 units from the start of the source. */
export class Line {
  /**
   * @param number - the line's number in the source, from 1, blank lines counted
   * @param start - where the line starts, its indentation included
   * @param from - where the first visible character stands
   * @param body - where the text after a bullet starts; `from` where there is no bullet
   * @param to - past the last visible character
   * @param apart - whether a blank line stands right before
   * @param heading - the heading of an article that the line is by its words or its layout, as a value carries it
   */
  constructor(
    readonly number: number,
    readonly start: number,
    readonly from: number,
    readonly body: number,
    readonly to: number,
    readonly apart: boolean,
    readonly heading: string | undefined,
  ) {}
}

/**
 * What a line is known to be by its layout, so that no grammar has to guess: `new code` starts code right under other code, `alt` is the alt text of the caption line
 * under it, `unsure` a line of the box that may belong to more than one field.
 */
export type Role = "title" | "heading" | "prose" | "code" | "new code" | "alt" | "unsure";

/** What a text that was laid out anew came from. */
export interface Origin {
  /** The text that was given. */
  readonly text: string;
  /** The point at an offset of the given text. */
  readonly pointAt: (offset: number) => PostPoint;
  /** Gives the offset in the given text at which a character of the laid-out one starts. */
  readonly placeOf: (offset: number) => number;
  /** Gives the offset in the given text past the character that ends at an offset of the laid-out one. */
  readonly pastOf: (offset: number) => number;
  /** Gives the stretch of the given text from the first to the last of what stands between two offsets of the laid-out one. */
  readonly stretchOf: (from: number, to: number) => { readonly from: number; readonly to: number };
  /** Whether line ends of the given text are layout and mean nothing, as in HTML. */
  readonly flows?: boolean;
  /** Where the given text was cut off, if it shows that. */
  readonly cut?: Cut;
  /** The roles of lines, by the number of the line less one. */
  readonly roles: readonly (Role | undefined)[];
}

/** What of characters a text may have that most have not. */
export interface Characters {
  /** Whether a sign stands in the text that stands in none. */
  readonly isBroken: boolean;
  /** Whether other line ends than LF may stand in the text, or odd spaces and invisible marks. */
  readonly isOdd: boolean;
  /** Whether odd spaces and invisible marks do. */
  readonly hasOddLayout: boolean;
}

/** Tells what of characters a text has, of which what follows its start may be known to be plain. */
export function charactersOf(whole: string, start = whole.length): Characters {
  const text = whole.slice(0, start);
  const usual = isUsual(text);
  const odd = isOdd(text, usual);
  return {
    isBroken: hasReference(whole) || (usual ? text.includes(ESCAPE) : SIGN_OF_NONE.test(text)),
    isOdd: odd,
    // Stryker disable next-line ConditionalExpression: a shortcut.
    hasOddLayout: odd && ODD_LAYOUT.test(text),
  };
}

/** The lines of a source, and the one way by which the grammars read them. */
export class Source {
  private scanned: readonly Line[] | undefined;
  private words: Set<string> | undefined;
  private widest: number | undefined;

  /**
   * @param text - the text that is read
   * @param origin - what it was made from, where it was laid out anew
   * @param characters - what of characters it has
   */
  constructor(
    readonly text: string,
    readonly origin?: Origin,
    private readonly characters: Characters = charactersOf(text),
  ) {}

  /** Whether a sign stands in the text that stands in none. */
  get isBroken(): boolean {
    return this.characters.isBroken;
  }

  /** Whether other line ends than LF may stand in the text, or odd spaces and invisible marks. */
  get isOdd(): boolean {
    return this.characters.isOdd;
  }

  /** The lines that are not blank, which are looked for when they are asked for. */
  get lines(): readonly Line[] {
    this.scanned ??= scanLines(this.text, this.isOdd, this.origin?.roles);
    return this.scanned;
  }

  /** How far the widest line reaches, in UTF-16 units. */
  get width(): number {
    this.widest ??= this.lines.reduce((most, { start, to }) => Math.max(most, to - start), 0);
    return this.widest;
  }

  /** The text that was given, into which positions point. */
  get given(): string {
    return this.origin?.text ?? this.text;
  }

  /** Whether the text was laid out anew from lines that meant something; those of a page mean nothing. */
  get isLaidOut(): boolean {
    return this.origin !== undefined && !this.origin.flows;
  }

  /** What a line is known to be by its layout. */
  roleOf(line: Line): Role | undefined {
    return this.origin?.roles[line.number - 1];
  }

  /** The bullet with which a line was given; that of the site where it has none, and in a page, whose bullets are no text. */
  bulletOf(line: Line): string {
    if (this.origin !== undefined)
      return this.origin.flows ? SITE_BULLET : signBefore(this.origin, line.body);
    return this.text.charCodeAt(line.from) === SITE_UNIT ? SITE_BULLET : ownBullet(this.text, line);
  }

  /** Is called with each stretch that a grammar reads, again where it is read again: by it, tests count the work done. */
  touch(_from: number, _to: number): void {}

  /** The text between two offsets as a value carries it: odd spaces made plain, invisible marks dropped. */
  slice(from: number, to: number): string {
    this.touch(from, to);
    const text = this.text.slice(from, to);
    return this.characters.hasOddLayout ? plain(text) : text;
  }

  /** What was given in the place of a stretch; of a page, whose tags mean nothing, the stretch itself. */
  givenAt(from: number, to: number): string {
    if (this.origin === undefined || this.origin.flows) return this.slice(from, to);
    return this.origin.text.slice(this.origin.placeOf(from), this.origin.pastOf(to));
  }

  /** The text of a line as it stands, without indentation and bullet. */
  raw(line: Line): string {
    this.touch(line.body, line.to);
    return this.text.slice(line.body, line.to);
  }

  /** Tells whether a word stands anywhere in the source, whole, in any letter case. */
  hasWord(word: string): boolean {
    // Stryker disable next-line ConditionalExpression: they are kept to be found sooner.
    if (this.words === undefined) {
      this.touch(0, this.text.length);
      this.words = new Set(lower(this.text).match(/[\p{L}\p{N}]+/gu));
    }
    return this.words.has(lower(word));
  }

  /** The text of a line, without indentation and bullet. */
  body(line: Line): string {
    return this.slice(line.body, line.to);
  }
}

/** The bullet of the site. */
export const SITE_BULLET = "•";
const SITE_UNIT = SITE_BULLET.charCodeAt(0);

/** What may be a bullet, right before a text: signs, also gone wrong, the box of a task, a number, the letter that terminals write. */
const LAST_SIGN = /(?<!\S)(\[[ x]?\]|\d{1,3}[.)]|[^\p{L}\p{N}\s]{1,3}|â\S\S|Â·|o)\s+$/iu;
const MAX_SIGN = 12;

/** Gives the bullet in the given text before what stands at an offset of the laid-out one. */
function signBefore({ text, placeOf }: Origin, offset: number): string {
  const at = placeOf(offset);
  return LAST_SIGN.exec(text.slice(Math.max(at - MAX_SIGN, 0), at))?.[1] ?? SITE_BULLET;
}

const ownBullet = (text: string, { from, body }: Line): string =>
  body > from ? text.slice(from, trimBlank(text, from, body)) : SITE_BULLET;

const LF = 0x0a;
const CR = 0x0d;
const LINE_SEPARATOR = 0x2028;
const PARAGRAPH_SEPARATOR = 0x2029;

/** Finds the lines of a text that are not blank. `odd` tells whether it may have line ends other than LF. */
function scanLines(text: string, odd: boolean, roles: Origin["roles"] | undefined): Line[] {
  const lines: Line[] = [];
  let number = 1;
  let start = 0;
  let apart = false;
  while (start <= text.length) {
    const end = odd ? lineEnd(text, start) : lineFeed(text, start);
    const from = skipBlank(text, start, end);
    if (from < end) {
      const to = trimBlank(text, from, end);
      const role = roles?.[number - 1];
      const body = role === undefined || role === "unsure" ? afterBullet(text, from, to) : from;
      const heading =
        role === "heading"
          ? plain(text.slice(from, to))
          : role === undefined && body === from
            ? knownHeadingAt(text, from, to, odd)
            : undefined;
      lines.push(new Line(number, start, from, body, to, apart, heading));
    }
    apart = from === end;
    number++;
    start = end + (odd && text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF ? 2 : 1);
  }
  return lines;
}

/** Finds LF alone, which is all that most texts have, at the speed of the engine's own search. */
export function lineFeed(text: string, start: number): number {
  // Of an empty line, which many are, the end need not be searched.
  if (text.charCodeAt(start) === LF) return start;
  const end = text.indexOf("\n", start);
  return end < 0 ? text.length : end;
}

/** Finds any line end. */
function lineEnd(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === LF || unit === CR || unit === LINE_SEPARATOR || unit === PARAGRAPH_SEPARATOR) return at;
  }
  return text.length;
}

/** Bullets that need no space after them, since nothing else starts with them. */
export const GLYPHS = "•◦‣▪●";
/** Bullets that are also dashes, signs and dots, so that a space must follow. */
const SIGNS = "-*–—·";

const NO_BULLET = 0;
const GLYPH = 1;
const SIGN = 2;
const DIGIT = 3;

/** What each UTF-16 unit is at the start of a line. */
const STARTS = new Uint8Array(0x1_0000);
for (const glyph of GLYPHS) STARTS[glyph.charCodeAt(0)] = GLYPH;
for (const sign of SIGNS) STARTS[sign.charCodeAt(0)] = SIGN;
for (const digit of "0123456789") STARTS[digit.charCodeAt(0)] = DIGIT;

/** Gives the offset of the text after a bullet and its space; `from` where no bullet stands. */
export function afterBullet(text: string, from: number, to: number): number {
  const first = STARTS[text.charCodeAt(from)];
  if (first === NO_BULLET) return from;
  let at = from + 1;
  if (first === GLYPH) return skipBlank(text, at, to);
  if (first === DIGIT) {
    while (at < from + 3 && isDigit(text.charCodeAt(at))) at++;
    const mark = text[at];
    if (mark !== "." && mark !== ")") return from;
    at++;
  }
  return at === to || isBlank(text.charCodeAt(at)) ? skipBlank(text, at, to) : from;
}

/** Tells whether a UTF-16 unit is one of the ten digits. */
export const isDigit = (unit: number): boolean => STARTS[unit] === DIGIT;

/** Gives the first offset from `at` on that is not layout. */
export function skipBlank(text: string, at: number, to: number): number {
  let past = at;
  while (past < to && isBlank(text.charCodeAt(past))) past++;
  return past;
}

/** Gives the offset past the last unit before `at` that is not layout. */
export function trimBlank(text: string, from: number, at: number): number {
  let past = at;
  while (past > from && isBlank(text.charCodeAt(past - 1))) past--;
  return past;
}

/** Gives the offset past the bullet of a stretch, whose text after it starts at `body`; `from` where there is none. */
export const bulletEnd = (text: string, from: number, body: number): number =>
  body === from ? from : trimBlank(text, from + 1, body);

/** Tells whether a line starts with a bullet. */
export const hasBullet = (line: Line): boolean => line.body > line.from;
