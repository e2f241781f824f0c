import { lower } from "../format/case.ts";
import { isBlank, isSpace } from "../format/text.ts";
import { standsAt } from "./letters.ts";
import { STOP } from "./look.ts";
import type { Image, Piece } from "./nodes.ts";
import { piecesOf } from "./pieces.ts";
import { isDigit, type Line, type Source, skipBlank, trimBlank } from "./scan.ts";

/** What leads to the host at the end of a caption line, after a stop: `image source: <host>`. */
const IMAGE = "image";
const SOURCE = "source:";

/** How an alt text ends that lost its caption line. */
const ALT_END = /\bvisual\s+reference\s+\d+$/i;

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
    const first = lines[at] as Line;
    if (source.roleOf(first) === "alt") return withAlt(source, lines, at);
    const within = Math.min(at + MAX_LINES, lines.length);
    const next = this.nextSource(first.from);
    // Stryker disable next-line EqualityOperator: no source starts where the last line ends.
    for (let last = at; last < within && next < (lines[within - 1] as Line).to; last++) {
      const line = lines[last] as Line;
      // Stryker disable next-line ConditionalExpression,EqualityOperator: a shortcut; no other line has what is looked for.
      const sourceAt = next < line.to ? sourceIn(source, line) : -1;
      if (sourceAt >= 0) {
        const image = imageOf(source, linesOf(source, lines, at, last, sourceAt), sourceAt);
        if (image) return image;
        break;
      }
      // Stryker disable next-line all: a shortcut, as is told below.
      if (endsWithStop(source, line) && !goesOn(source, first, lines[last + 1], next)) break;
    }
    // Stryker disable next-line all: a shortcut; what ends otherwise is no alt text below either.
    if (!isDigit(source.text.charCodeAt(first.to - 1))) return undefined;
    const text = source.text.slice(first.from, first.to);
    return ALT_END.test(text) ? altAlone(first) : undefined;
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

/** Reads an image whose alt text is known to be one: it may say something else than the caption line under it. */
function withAlt(source: Source, lines: readonly Line[], at: number): Image {
  const first = lines[at] as Line;
  const line = lines[at + 1];
  const sourceAt = line ? sourceIn(source, line) : -1;
  const image =
    sourceAt < 0 ? undefined : imageOf(source, linesOf(source, lines, at + 1, at + 1, sourceAt), sourceAt);
  return image ? { ...image, lines: [first, ...image.lines], alt: first.to } : altAlone(first);
}

/** The lines of an image, from one to the one with its `source:`, and the line under it where the host stands there. */
function linesOf(
  source: Source,
  lines: readonly Line[],
  from: number,
  last: number,
  sourceAt: number,
): readonly Line[] {
  const isLost = sourceAt + SOURCE.length === (lines[last] as Line).to && isHost(source, lines[last + 1]);
  return lines.slice(from, isLost ? last + 2 : last + 1);
}

/** An image of which the alt line alone is there. */
const altAlone = (line: Line): Image => {
  const { to } = line;
  return { type: "image", lines: [line], alt: to, caption: to, captionEnd: to, lead: to, host: to };
};

/** Tells whether a line ends with a stop, as all sentences do and few alt texts. */
const endsWithStop = ({ text }: Source, { to }: Line): boolean => text.charCodeAt(to - 1) === STOP;

// Stryker disable all: what this turns away would not be found to be an image below either, only later.
/** Tells whether a line may stand under one of an image that ends with a stop: it has the next source, or starts the caption. */
const goesOn = (source: Source, first: Line, line: Line | undefined, next: number): boolean =>
  line !== undefined && (next < line.to || startsAs(source, line, first));

/** Tells whether a line starts with the whole text of another. */
const startsAs = ({ text }: Source, line: Line, { from, to }: Line): boolean =>
  text.charCodeAt(line.from) === text.charCodeAt(from) &&
  text.slice(line.from, line.from + to - from) === text.slice(from, to);
// Stryker restore all

/** Finds `source:` in any letter case between two offsets, by its colon, which is rare; gives the second where there is none. */
function findSource(text: string, from: number, to: number): number {
  // Stryker disable next-line EqualityOperator: lines end with what is visible, so that no colon stands right behind.
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
function sourceIn(source: Source, line: Line): number {
  if (endsWithStop(source, line)) return -1;
  const { text } = source;
  const { from, to } = line;
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

/** Reads lines as `<alt> <caption>. image source: <host>`, or one without the alt text, of which the host alone may be wrapped. */
function imageOf(source: Source, lines: readonly Line[], sourceAt: number): Image | undefined {
  const { text } = source;
  const first = lines[0] as Line;
  const { from } = first;
  const { to } = lines.at(-1) as Line;
  source.touch(from, to);
  const imageEnd = trimBlank(text, from, sourceAt);
  const imageAt = imageEnd - IMAGE.length;
  if (imageAt < from || imageEnd === sourceAt || !standsAt(text, imageAt, IMAGE)) return undefined;
  if (/\w/.test(text.charAt(imageAt - 1))) return undefined;
  const stop = trimBlank(text, from, imageAt) - 1;
  const lead = text.charCodeAt(stop) === STOP ? stop : imageAt;
  const captionEnd = trimBlank(text, from, lead);
  if (captionEnd === from) return undefined;
  const alt = endOfFirst(text, from, captionEnd);
  if (alt === from && sourceAt > first.to) return undefined;
  const host = skipBlank(text, sourceAt + SOURCE.length, to);
  return { type: "image", lines, alt, caption: skipBlank(text, alt, to), captionEnd, lead, host };
}

/**
 * Finds where the first of two texts ends that are the same, letter case and white space set aside; gives `from` where
 * there is one. Half of what is visible belongs to each, so that there is but one place to try.
 */
function endOfFirst(text: string, from: number, to: number): number {
  // Most are the same to the letter, with one line end between, which is seen without a count.
  // Stryker disable next-line ArithmeticOperator,MethodExpression: a shortcut; what it does not find is found below.
  const middle = from + Math.floor((to - from - 1) / 2);
  // Stryker disable next-line MethodExpression,ArithmeticOperator: likewise.
  if (isBlank(text.charCodeAt(middle)) && text.slice(from, middle) === text.slice(middle + 1, to))
    return middle;
  let visible = 0;
  for (let at = from; at < to; at++) if (!isBlank(text.charCodeAt(at))) visible++;
  if (visible % 2 > 0) return from;
  let end = from;
  for (let left = visible / 2; left > 0; end++) if (!isBlank(text.charCodeAt(end))) left--;
  const start = skipBlank(text, end, to);
  return start > end && isSame(text, from, end, start, to) ? end : from;
}

/** Tells whether two stretches with as much that is visible are the same, letter case and white space set aside. */
function isSame(text: string, from: number, end: number, start: number, to: number): boolean {
  let other = start;
  for (let one = from; one < end; ) {
    const wasBlank = isBlank(text.charCodeAt(one));
    if (wasBlank !== isBlank(text.charCodeAt(other))) return false;
    if (!wasBlank && !isSameLetter(text, one, other)) return false;
    one = wasBlank ? skipBlank(text, one, end) : one + 1;
    other = wasBlank ? skipBlank(text, other, to) : other + 1;
  }
  return true;
}

const isSameLetter = (text: string, one: number, other: number): boolean =>
  text.charCodeAt(one) === text.charCodeAt(other) || lower(text.charAt(one)) === lower(text.charAt(other));

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
