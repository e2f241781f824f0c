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
      const lead = sourceIn(source, lines[last] as Line);
      if (lead < 0) continue;
      const isLost = lead + SOURCE.length === (lines[last] as Line).to;
      const past = isLost && isHost(source, lines[last + 1]) ? last + 2 : last + 1;
      return imageOf(source, lines.slice(at, past), lead);
    }
    // Stryker disable next-line all: a shortcut; what ends otherwise is no alt text below either.
    if (!isDigit(lastUnit)) return undefined;
    const text = textOf(source, line);
    const { length } = text;
    if (!ALT_END.test(text)) return undefined;
    const ends = { alt: length, caption: length, captionEnd: length, lead: length, host: length };
    return { type: "image", lines: [line], text, ...ends };
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

/** The text of a line, with what may look like a bullet: a wrapped line may start `1. image source:`. */
function textOf(source: Source, line: Line): string {
  source.touch(line.from, line.to);
  return source.text.slice(line.from, line.to);
}

/** Tells whether a line is one word right under another: the host that was wrapped off a caption line. */
const isHost = (source: Source, line: Line | undefined): boolean =>
  line !== undefined && !line.apart && /^[\w.-]+$/.test(textOf(source, line));

/** Reads lines as `<alt> <caption>. image source: <host>`, or one line without the alt text. `at` is where `source:` stands. */
function imageOf(source: Source, lines: readonly Line[], at: number): Image | undefined {
  let text = "";
  let sourceAt = 0;
  for (const line of lines) {
    if (text !== "") text += " ";
    if (line.from <= at) sourceAt = text.length + at - line.from;
    text += textOf(source, line);
  }
  const imageEnd = trimBlank(text, 0, sourceAt);
  const imageAt = imageEnd - IMAGE.length;
  if (imageAt < 0 || imageEnd === sourceAt || !standsAt(text, imageAt, IMAGE)) return undefined;
  if (imageAt > 0 && /\w/.test(text.charAt(imageAt - 1))) return undefined;
  const stop = trimBlank(text, 0, imageAt) - 1;
  const lead = text.charCodeAt(stop) === STOP ? stop : imageAt;
  const captionEnd = trimBlank(text, 0, lead);
  if (captionEnd === 0) return undefined;
  const alt = endOfFirst(text.slice(0, captionEnd));
  if (alt === 0 && lines.length > 1) return undefined;
  const host = skipBlank(text, sourceAt + SOURCE.length, text.length);
  return {
    type: "image",
    lines,
    text,
    alt,
    caption: skipBlank(text, alt, text.length),
    captionEnd,
    lead,
    host,
  };
}

/** How far from the middle the second of two texts may start whose white space differs. */
const SLACK = 16;

/** Finds where the first of two texts ends that are the same, letter case and white space set aside; 0 where there is one. */
function endOfFirst(text: string): number {
  const half = Math.floor((text.length - 1) / 2);
  // Stryker disable next-line all: a shortcut for texts that are the same to the letter.
  if (half >= 1 && text.slice(0, half) === text.slice(half + 1)) return half;
  const to = Math.min(half + SLACK, text.length);
  for (let at = Math.max(1, half - SLACK); at < to; at++) {
    if (!isBlank(text.charCodeAt(at - 1)) || isBlank(text.charCodeAt(at))) continue;
    const end = trimBlank(text, 0, at);
    if (isSame(text, end, at)) return end;
  }
  return 0;
}

/** Tells whether a text up to one offset is the same as from another on. */
function isSame(text: string, end: number, start: number): boolean {
  let one = 0;
  let other = start;
  while (one < end && other < text.length) {
    const wasBlank = isBlank(text.charCodeAt(one));
    if (wasBlank !== isBlank(text.charCodeAt(other))) return false;
    if (!wasBlank && !isSameLetter(text, one, other)) return false;
    one = wasBlank ? skipBlank(text, one, end) : one + 1;
    other = wasBlank ? skipBlank(text, other, text.length) : other + 1;
  }
  return one === end && other === text.length;
}

const isSameLetter = (text: string, one: number, other: number): boolean =>
  text.charCodeAt(one) === text.charCodeAt(other) ||
  text.charAt(one).toLowerCase() === text.charAt(other).toLowerCase();

/** The pieces of an image: its alt text, its caption, what leads to the host, the host. */
export const partsOf = (image: Image): Record<"alt" | "caption" | "lead" | "host", Piece[]> => ({
  alt: piecesOf(image, 0, image.alt),
  caption: piecesOf(image, image.caption, image.captionEnd),
  lead: piecesOf(image, image.lead, trimBlank(image.text, image.lead, image.host)),
  host: piecesOf(image, image.host, image.text.length),
});

/** The pieces of the lines that make up a part of an image's text. */
function piecesOf({ lines }: Image, from: number, to: number): Piece[] {
  let start = 0;
  const pieces: Piece[] = [];
  for (const line of lines) {
    const offset = line.from - start;
    const piece = { line, from: Math.max(line.from, from + offset), to: Math.min(line.to, to + offset) };
    if (piece.from < piece.to) pieces.push(piece);
    start += line.to - line.from + 1;
  }
  return pieces;
}
