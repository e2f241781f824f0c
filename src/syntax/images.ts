import { isBlank, isSpace } from "../format/text.ts";
import { standsAt } from "./letters.ts";
import type { Image, Piece } from "./nodes.ts";
import { isDigit, type Line, type Source, skipBlank, trimBlank } from "./scan.ts";

/** What leads to the host at the end of a caption line, after a stop: `image source: <host>`. */
const IMAGE = "image";
const SOURCE = "source:";

/** How an alt text ends that lost its caption line. */
const ALT_END = /\bvisual\s+reference\s+\d+$/i;

const STOP = 0x2e;
const COLON = ":";

/** Over how many lines an alt line and its caption line may be wrapped together. */
const MAX_LINES = 8;

/** Finds the images of an article: an alt line and its caption line, or either alone. */
export class ImageGrammar {
  /** Where `source:` was last looked for, and where it stands. */
  private from = 0;
  private next = -1;

  constructor(
    private readonly source: Source,
    private readonly lines: readonly Line[],
  ) {}

  /** Reads an image at a line. Wrapped lines are told by the alt text, which the caption repeats. */
  at(at: number): Image | undefined {
    const { source, lines } = this;
    const line = lines[at] as Line;
    const lastUnit = source.text.charCodeAt(line.to - 1);
    if (lastUnit === STOP && !isRepeated(source, line, lines[at + 1])) return undefined;
    const within = Math.min(at + MAX_LINES, lines.length);
    const next = this.nextSource(line.from);
    for (let last = at; last < within && next < (lines[within - 1] as Line).to; last++) {
      const { to } = lines[last] as Line;
      const lead = next < to ? sourceIn(source, lines[last] as Line) : -1;
      if (lead < 0) continue;
      const isLost = lead + SOURCE.length === to;
      const past = isLost && isHost(source, lines[last + 1]) ? last + 2 : last + 1;
      return imageOf(source, lines.slice(at, past), lead);
    }
    // Stryker disable next-line all: a shortcut; what ends otherwise is no alt text below either.
    if (!isDigit(lastUnit)) return undefined;
    const text = source.text.slice(line.from, line.to);
    if (!ALT_END.test(text)) return undefined;
    const { to } = line;
    return { type: "image", lines: [line], alt: to, caption: to, captionEnd: to, lead: to, host: to };
  }

  /** Gives the offset of the next `source:` of the article, in any letter case; its end where there is none. */
  private nextSource(from: number): number {
    // Stryker disable next-line ConditionalExpression,LogicalOperator,EqualityOperator: asked again, the text answers the same.
    if (from < this.from || from > this.next) {
      const end = (this.lines.at(-1) as Line).to;
      this.from = from;
      this.next = findSource(this.source.text, from, end);
      this.source.touch(from, this.next);
    }
    return this.next;
  }
}

/** Tells whether a line starts as the one above it, which ends with a stop as few alt texts do and all sentences. */
function isRepeated({ text }: Source, { from, to }: Line, next: Line | undefined): boolean {
  // Stryker disable next-line ConditionalExpression: a shortcut; texts that start otherwise are not the same below either.
  if (next === undefined || text.charCodeAt(from) !== text.charCodeAt(next.from)) return false;
  return text.slice(from, to) === text.slice(next.from, next.from + to - from);
}

/** Finds `source:` in any letter case between two offsets, by its colon, which is rare; gives the second where there is none. */
function findSource(text: string, from: number, to: number): number {
  for (let at = text.indexOf(COLON, from); at >= 0 && at < to; at = text.indexOf(COLON, at + 1)) {
    const start = at + 1 - SOURCE.length;
    if (start >= from && standsAt(text, start, SOURCE)) return start;
  }
  return to;
}

/**
 * Finds `source:` in a line that ends with it, or with it and one word: the host. Gives -1 where it does not, or ends as
 * a sentence.
 */
function sourceIn(source: Source, { from, to }: Line): number {
  const { text } = source;
  if (text.charCodeAt(to - 1) === STOP) return -1;
  let word = to;
  while (word > from && !isSpace(text.charCodeAt(word - 1))) word--;
  source.touch(word, to);
  const start = trimBlank(text, from, word) - SOURCE.length;
  if (start >= from && standsAt(text, start, SOURCE)) return start;
  const last = text.slice(word, to);
  const within = findSource(last, 0, last.length);
  return within < last.length ? word + within : -1;
}

/** Tells whether a line is one word right under another: the host that was wrapped off a caption line. */
const isHost = (source: Source, line: Line | undefined): boolean =>
  line !== undefined && !line.apart && /^[\w.-]+$/.test(source.slice(line.from, line.to));

/** Reads lines as `<alt> <caption>. image source: <host>`, or one line without the alt text. `at` is where `source:` stands. */
function imageOf(source: Source, lines: readonly Line[], at: number): Image | undefined {
  const { text } = source;
  const { from } = lines[0] as Line;
  const { to } = lines.at(-1) as Line;
  source.touch(from, to);
  const imageEnd = trimBlank(text, from, at);
  const imageAt = imageEnd - IMAGE.length;
  if (imageAt < from || imageEnd === at || !standsAt(text, imageAt, IMAGE)) return undefined;
  if (imageAt > from && /\w/.test(text.charAt(imageAt - 1))) return undefined;
  const stop = trimBlank(text, from, imageAt) - 1;
  const lead = text.charCodeAt(stop) === STOP ? stop : imageAt;
  const captionEnd = trimBlank(text, from, lead);
  if (captionEnd === from) return undefined;
  const alt = endOfFirst(text, from, captionEnd, SLACK + layoutWithin(lines));
  if (alt === from && lines.length > 1) return undefined;
  const host = skipBlank(text, at + SOURCE.length, to);
  return { type: "image", lines, alt, caption: skipBlank(text, alt, to), captionEnd, lead, host };
}

/** How far from the middle the second of two texts may start whose white space differs, line ends aside. */
const SLACK = 16;

/** Counts the units between lines, but for one at each line end. */
function layoutWithin(lines: readonly Line[]): number {
  let count = 0;
  for (let i = 1; i < lines.length; i++) count += (lines[i] as Line).from - (lines[i - 1] as Line).to - 1;
  return count;
}

/**
 * Finds where the first of two texts ends that are the same, letter case and white space set aside; gives `from` where
 * there is one.
 *
 * @param slack - how far from the middle the second may start
 */
function endOfFirst(text: string, from: number, to: number, slack: number): number {
  const middle = from + Math.floor((to - from - 1) / 2);
  // Stryker disable next-line all: a shortcut for texts that are the same to the letter.
  if (isBlank(text.charCodeAt(middle)) && text.slice(from, middle) === text.slice(middle + 1, to))
    return middle;
  const last = Math.min(middle + slack, to);
  for (let at = Math.max(from + 1, middle - slack); at < last; at++) {
    if (!isBlank(text.charCodeAt(at - 1)) || isBlank(text.charCodeAt(at))) continue;
    const end = trimBlank(text, from, at);
    if (isSame(text, from, end, at, to)) return end;
  }
  return from;
}

/** Tells whether two stretches of a text are the same, letter case and white space set aside. */
function isSame(text: string, from: number, end: number, start: number, to: number): boolean {
  let one = from;
  let other = start;
  while (one < end && other < to) {
    const wasBlank = isBlank(text.charCodeAt(one));
    if (wasBlank !== isBlank(text.charCodeAt(other))) return false;
    if (!wasBlank && !isSameLetter(text, one, other)) return false;
    one = wasBlank ? skipBlank(text, one, end) : one + 1;
    other = wasBlank ? skipBlank(text, other, to) : other + 1;
  }
  return one === end && other === to;
}

const isSameLetter = (text: string, one: number, other: number): boolean =>
  text.charCodeAt(one) === text.charCodeAt(other) ||
  text.charAt(one).toLowerCase() === text.charAt(other).toLowerCase();

/** The pieces of an image: its alt text, its caption, what leads to the host, the host. */
export function partsOf(source: Source, image: Image): Record<"alt" | "caption" | "lead" | "host", Piece[]> {
  const { lines, alt, caption, captionEnd, lead, host } = image;
  return {
    alt: piecesOf(lines, (lines[0] as Line).from, alt),
    caption: piecesOf(lines, caption, captionEnd),
    lead: piecesOf(lines, lead, trimBlank(source.text, lead, host)),
    host: piecesOf(lines, host, (lines.at(-1) as Line).to),
  };
}

/** The pieces of lines that stand between two offsets. */
export function piecesOf(lines: readonly Line[], start: number, end: number): Piece[] {
  const pieces: Piece[] = [];
  for (const line of lines) {
    const piece = { line, from: Math.max(line.from, start), to: Math.min(line.to, end) };
    if (piece.from < piece.to) pieces.push(piece);
  }
  return pieces;
}
