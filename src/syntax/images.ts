import type { Image, Piece } from "./nodes.ts";
import { visible } from "./pieces.ts";
import { isDigit, type Line, type Source } from "./scan.ts";

/** How a caption line ends after its stop: what leads to the host of the image, and the host, which may be lost. */
const CAPTION_END = /\bimage\s+source:\s*(\S*)$/i;

/** How the last line of a caption ends, wrapped or not. */
const CAPTION_LAST = /source:\s*(\S*)$/i;

/** How an alt text ends that lost its caption line. */
const ALT_END = /\bvisual\s+reference\s+\d+$/i;

const STOP = 0x2e;

/** Over how many lines an alt line and its caption line may be wrapped together. */
const MAX_LINES = 8;

/**
 * Reads an image at a line: an alt line and its caption line, or either alone. Wrapped lines are told by the alt
 * text, which the caption repeats.
 *
 * @returns the image and the number of its lines
 */
export function imageAt(
  source: Source,
  lines: readonly Line[],
  at: number,
): { node: Image; took: number } | undefined {
  const line = lines[at] as Line;
  const lastUnit = source.text.charCodeAt(line.to - 1);
  if (lastUnit === STOP) return undefined;
  const within = Math.min(at + MAX_LINES, lines.length);
  const next = source.nextSource(line.from);
  for (let last = at; last < within && next < (lines[within - 1] as Line).to; last++) {
    if ((lines[last] as Line).to <= next) continue;
    const end = CAPTION_LAST.exec(textOf(source, lines[last] as Line));
    if (end === null) continue;
    const past = end[1] === "" && isHost(source, lines[last + 1]) ? last + 2 : last + 1;
    const node = imageOf(source, lines.slice(at, past));
    return node === undefined ? undefined : { node, took: past - at };
  }
  if (!isDigit(lastUnit) || !ALT_END.test(textOf(source, line))) return undefined;
  const alt = [visible(line)];
  return { node: { type: "image", alt, caption: [], lead: [], source: undefined }, took: 1 };
}

/** The text of a line, with what may look like a bullet: a wrapped line may start `1. image source:`. */
function textOf(source: Source, line: Line): string {
  source.touch(line.from, line.to);
  return source.text.slice(line.from, line.to);
}

/** Tells whether a line is one word right under another: the host that was wrapped off a caption line. */
const isHost = (source: Source, line: Line | undefined): boolean =>
  line !== undefined && !line.apart && /^[\w.-]+$/.test(textOf(source, line));

/** Reads lines as `<alt> <caption>. image source: <host>`, or one line without the alt text. */
function imageOf(source: Source, lines: readonly Line[]): Image | undefined {
  const text = lines.map((line) => textOf(source, line)).join(" ");
  const end = CAPTION_END.exec(text);
  if (end === null) return undefined;
  const caption = text.slice(0, end.index).trimEnd();
  const captionEnd = caption.length - Number(caption.endsWith("."));
  if (captionEnd === 0) return undefined;
  const half = (captionEnd - 1) / 2;
  const isTwice = half >= 1 && isSame(text.slice(0, half), text.slice(half + 1, captionEnd));
  if (!isTwice && lines.length > 1) return undefined;
  const from = isTwice ? half + 1 : 0;
  const host = text.length - (end[1] as string).length;
  return {
    type: "image",
    alt: piecesOf(lines, 0, isTwice ? half : 0),
    caption: piecesOf(lines, from, captionEnd),
    lead: piecesOf(lines, captionEnd, text.slice(0, host).trimEnd().length),
    source: piecesOf(lines, host, text.length)[0],
  };
}

/** Tells whether two texts are the same, letter case and kinds of white space set aside. */
const isSame = (one: string, other: string): boolean =>
  one === other || (firstLetter(one) === firstLetter(other) && foldText(one) === foldText(other));

/** The first letter of a text, lower case: most texts that are not the same differ in it. */
const firstLetter = (text: string): string => text.charAt(0).toLowerCase().charAt(0);

const foldText = (text: string): string => text.toLowerCase().replace(/\s+/g, " ");

/** The pieces of lines that make up a part of their joined text. */
function piecesOf(lines: readonly Line[], from: number, to: number): Piece[] {
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
