import { lower } from "../format/case.ts";
import { ARTICLE_HEADINGS } from "../format/headings.ts";
import { plain } from "../format/text.ts";
import { byLetter, foldCase } from "./letters.ts";

/** The known headings of an article, which stand in any letter case. */

/** A text as headings are compared: lower case, plain spaces, without a colon at its end. */
export const headingText = (text: string): string => lower(text).replace(/\s+/g, " ").replace(/\s?:$/, "");

/** Headings by the letter that they start with: few lines start with it and are as short. */
const BY_LETTER = byLetter([...ARTICLE_HEADINGS], (heading) => heading.charAt(0));

const lengths = [...ARTICLE_HEADINGS].map((heading) => heading.length);
const MIN_LENGTH = Math.min(...lengths);
/** Twice the longest, for odd spaces within. */
const MAX_LENGTH = 2 * Math.max(...lengths);

/** What headings are made of; most code has other signs, too. */
const WORDS = /^[a-z\s]+:?$/i;

/** A text that is in the form in which headings are compared. */
const FOLDED = /^[a-z]+(?: [a-z]+)*$/;

/**
 * Gives the known heading of the article that a stretch of a text is, which may be odd in its layout: as a value carries it, and
 * the very string of the table where it is written so, which engines compare at once.
 */
export function knownHeadingAt(text: string, from: number, to: number, odd: boolean): string | undefined {
  // Stryker disable all: what these lines turn away would not be found below either, only later.
  const length = to - from;
  if (length < MIN_LENGTH || length > MAX_LENGTH) return undefined;
  const headings = BY_LETTER[text.charCodeAt(from)];
  if (headings === undefined) return undefined;
  const second = foldCase(text.charCodeAt(from + 1));
  let found: string | undefined;
  for (const heading of headings) {
    if (heading.length > length || (heading.charCodeAt(1) !== second && !odd)) continue;
    found ??= text.slice(from, to);
    if (heading === found) return heading;
  }
  if (found === undefined || FOLDED.test(found)) return undefined;
  // Stryker restore all
  const line = odd ? plain(found) : found;
  return WORDS.test(line) && ARTICLE_HEADINGS.has(headingText(line)) ? line : undefined;
}
