import type { Remark } from "../layout/draft.ts";
import { endsSentence } from "../syntax/look.ts";
import { textOf } from "./node.ts";
import { scriptedText } from "./scripted.ts";
import { folded, isSeveralLines, lineOf, type Piece, type Segment } from "./segments.ts";
import { remarkOn } from "./stray.ts";

/**
 * Texts of neighbouring elements with no white space between them. A page may show them apart: marks of notes, what was
 * struck, badges, links, the same for two kinds of screens. As one text they would be another word or number.
 */

/** What is left of a line, and what is to be told of it. */
interface Plain<One> {
  readonly segments: readonly One[];
  readonly told: string | undefined;
}

/** Tells whether two stretches that follow each other are run together. */
export type Joint = (html: string, before: Piece, next: Piece) => boolean;

/** Elements whose text is no part of a value, if it says what is said here, and why. */
const LEFT_OUT: readonly (readonly [names: ReadonlySet<string>, text: RegExp, why: string])[] = [
  [new Set(["sup"]), /^[^\p{L}®™℠©]*$/u, "the mark of a note behind a text was left out"],
  [new Set(["rp", "rt"]), /./u, "how a word is read was left out"],
  [new Set(["del", "s", "strike"]), /./u, "what is struck was left out"],
];

/** Signs of UTF-8 that was read as another encoding. */
const MISREAD = /â€[\u0080-\u009f™œ“”¦˜\u009d]|Ã[\u0080-\u00bf]|Â[\u00a0-\u00bf]/;
const AS_MISREAD = "signs of this text were read in another encoding than they were written in";

/** A bullet at an end of a text. */
const BULLET = /^\s*[•◦‣▪●]|[•◦‣▪●]\s*$/;
const AS_ITEM = "a bullet stands at an end of this text; it is none of it, or parts it from another";

const whyLeftOut = (html: string, { parent, text }: Piece): string | undefined => {
  for (let at: Piece["parent"] | undefined = parent, i = 0; at !== undefined && i < 3; at = at.parent, i++)
    for (const [names, says, why] of LEFT_OUT)
      if (names.has(at.name) && says.test(textOf(html, text))) return why;
  return undefined;
};

/** Tells whether all of a line is no part of a text by its elements, as what is struck is. */
export const isStruck = (html: string, line: readonly Piece[]): boolean =>
  line.every((piece) => whyLeftOut(html, piece) !== undefined);

/** Takes out of a line what is no part of its text, and tells that, or texts that run together. */
export function plainLine<One extends Piece>(
  html: string,
  line: readonly One[],
  isJoint: Joint = isGlued,
): Plain<One> {
  const text = lineOf(html, line);
  const parents = line.map(({ parent }) => parent);
  const hidden = line.some(({ isBesideHidden }) => isBesideHidden)
    ? "a part of this text is hidden"
    : undefined;
  const odd =
    hidden ??
    scriptedText(text, parents) ??
    (MISREAD.test(text) ? AS_MISREAD : undefined) ??
    (BULLET.test(text) ? AS_ITEM : undefined);
  const whys = line.map((segment) => whyLeftOut(html, segment));
  const own = line.filter((_, i) => whys[i] === undefined);
  const why = whys.find((one) => one !== undefined);
  if (line.length < 2 || own.length === 0) return { segments: line, told: odd };
  const kept = why === undefined ? line : own;
  const once = withoutCopy(html, kept);
  if (once !== undefined) return { segments: once, told: "a text that stands twice was taken once" };
  const joint = kept.findIndex((segment, i) => i > 0 && isJoint(html, kept[i - 1] as Piece, segment));
  const told =
    joint < 0 ? (why ?? odd) : "texts of two elements stand here with nothing between them; they may be two";
  return { segments: kept, told };
}

/** Half of a line whose halves are the same. */
function withoutCopy<One extends Piece>(html: string, line: readonly One[]): readonly One[] | undefined {
  const half = line.slice(0, line.length / 2);
  const other = line.slice(half.length);
  const isJoint = other.length === half.length && other[0]?.parent !== half.at(-1)?.parent;
  return isJoint && lineOf(html, half) === lineOf(html, other) && !other[0]?.spaced ? half : undefined;
}

const WORD_END = /[\p{L}\p{N}]$/u;
const WORD_START = /^[\p{L}\p{N}]/u;
const LETTER = /^\p{L}$/u;

/** Tells whether two stretches of different elements are one word or number for want of white space, but for letters one by one. */
function isGlued(html: string, before: Piece, { text, parent, starts, spaced }: Piece): boolean {
  if (starts || spaced || parent === before.parent) return false;
  const [one, other] = [textOf(html, before.text), textOf(html, text)];
  return WORD_END.test(one) && WORD_START.test(other) && !(LETTER.test(one) && LETTER.test(other));
}

/** What one word of a sentence is not made of: a number and letters, words of which the second starts anew, two sentences. */
const TWO_WORDS = /(?:\p{N} \p{L}|\p{L} \p{N}|\p{Ll} \p{Lu}|\p{L}{2,}[.!?] \p{Lu})/u;

/**
 * Tells whether two stretches of a sentence are two words or sentences for want of white space. A part of a word may well
 * be bold, or code.
 */
export const isRunTogether: Joint = (html, before, { text, parent, starts, spaced }) => {
  if (starts || spaced || parent === before.parent || parent.name === "sup" || parent.name === "sub")
    return false;
  const [one, other] = [textOf(html, before.text), textOf(html, text)];
  return TWO_WORDS.test(`${one.slice(-3)} ${other.slice(0, 1)}`);
};

/** A value without marks of notes right behind its label, and without its label once more, as narrow screens have it. */
export function withoutLabelAgain(
  html: string,
  label: string,
  value: readonly Segment[],
): readonly Segment[] {
  let start = 0;
  while (start < value.length) {
    const { text, starts, parent } = value[start] as Segment;
    const isMark =
      !starts && parent.name === "sup" && whyLeftOut(html, value[start] as Segment) !== undefined;
    const isLabel = parent !== value[start + 1]?.parent && folded(textOf(html, text)) === label;
    if (!isMark && !isLabel) break;
    start++;
  }
  return start < value.length ? value.slice(start) : value;
}

/** Tells of a line, where there is something to tell. */
export function gluedRemarks(
  { told, segments }: Plain<Piece>,
  code: "unusual_value" | "unusual_article",
  path: Remark["path"],
): Remark[] {
  return told === undefined || segments.length === 0 ? [] : [remarkOn(code, segments, path, told)];
}

/** Tells a sentence that goes on in another element after its end: what a page shows around it. */
export function secondSentence(html: string, value: readonly Segment[], path: Remark["path"]): Remark[] {
  const at = value.findIndex(({ parent }, i) => {
    const before = value[i - 1];
    return before !== undefined && before.parent !== parent && endsSentence(textOf(html, before.text).trim());
  });
  if (at < 0) return [];
  const message = "more than one sentence, in elements of their own; one may be none of the value";
  return gluedRemarks({ segments: value.slice(at), told: message }, "unusual_value", path);
}

/** Tells a value of several lines or blocks: what a page has put there may be a part of it. */
export function severalLines(value: readonly Segment[], path: Remark["path"]): Remark[] {
  if (!isSeveralLines(value)) return [];
  const told = "a value of several lines or blocks; it was read as one line";
  return gluedRemarks({ segments: value, told }, "unusual_value", path);
}
