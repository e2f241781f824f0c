import { lower } from "../format/case.ts";
import { BOX_HEADING, SIMILAR_HEADING } from "../format/headings.ts";
import { anyCase } from "../format/pattern.ts";
import { headingText } from "./known-heading.ts";
import { isNear } from "./labels.ts";
import { byLetter } from "./letters.ts";
import type { BoxLines } from "./nodes.ts";
import { LINE_END } from "./position.ts";
import type { Line, Source } from "./scan.ts";

/** The headings that end an article, which are found a little damaged, too. */

/** A heading that ends the article. */
export interface Mark {
  readonly kind: "box" | "similar";
  /** Index of its line. */
  readonly at: number;
  readonly spelling: BoxLines["spelling"];
}

const MARKS = (
  [
    ["box", BOX_HEADING],
    ["similar", SIMILAR_HEADING],
  ] as const
).map(([kind, written]) => {
  const heading = lower(written);
  const words = heading.split(" ");
  return { kind, written, heading, first: words[0] as string, last: words.at(-1) as string };
});

/** Headings by the letter that they start with, and by that of their end or the colon that may follow. */
const BY_START = byLetter(MARKS, ({ first }) => first.charAt(0));
const BY_END = byLetter([...MARKS.map(({ last }) => last.slice(-1)), ":"], (sign) => sign);

/** Tells whether a stretch of a text starts or ends as a heading that is whole there. */
const hasEdge = (text: string, from: number, to: number): boolean =>
  BY_START[text.charCodeAt(from)] !== undefined || BY_END[text.charCodeAt(to - 1)] !== undefined;

/** The shortest there is to find, a letter dropped, but where the text is cut. */
const MIN_MARK = SIMILAR_HEADING.length - 1;
/** The longest, twice over for odd spaces. */
const MAX_MARK = 2 * BOX_HEADING.length;

/** A heading with its first or its last word whole, as one edit leaves it. */
const HAS_WORD = anyCase`${MARKS.map(({ first, last }) => `^${first}|${last}`)}`;

/** Tells which heading a text is, in any letter case, with a colon, or one edit away. */
export function markOf(text: string): Pick<Mark, "kind" | "spelling"> | undefined {
  const { length } = text;
  // Stryker disable next-line all: a shortcut; a text that is turned away here is no heading below either.
  if (length > MAX_MARK || !hasEdge(text, 0, length) || !HAS_WORD.test(text)) return undefined;
  for (const { kind, written } of MARKS) if (written === text) return { kind, spelling: "exact" };
  const folded = headingText(text);
  for (const { kind, heading } of MARKS) {
    if (folded === heading) return { kind, spelling: "exact" };
    if (isNear(folded, heading)) return { kind, spelling: "near" };
  }
  return undefined;
}

/** Reads a line without a bullet as a heading that ends the article: in any letter case, with a colon, one edit away, or cut short. */
export function headingMark(source: Source, line: Line, at: number): Mark | undefined {
  const length = line.to - line.from;
  if (length > MAX_MARK || line.heading !== undefined) return undefined;
  const isLast = at === source.lines.length - 1;
  // Stryker disable next-line all: a shortcut; a line that is turned away here is no heading below either.
  if (!isLast && (length < MIN_MARK || !hasEdge(source.text, line.from, line.to))) return undefined;
  const text = source.body(line);
  const mark = markOf(text);
  if (mark || !isLast) return mark && { at, ...mark };
  const folded = headingText(text);
  const cut = MARKS.find(({ heading }) => isCut(source, line, folded, heading));
  return cut && { kind: cut.kind, at, spelling: "cut" };
}

/** Tells whether the source ends within a heading that stands apart from the text above. */
const isCut = ({ lines, text }: Source, line: Line, start: string, heading: string): boolean =>
  start !== "" &&
  heading.startsWith(start) &&
  line.apart &&
  line !== lines[0] &&
  !LINE_END.test(text.slice(line.to));
