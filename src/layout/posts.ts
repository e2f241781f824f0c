import { lower } from "../format/case.ts";
import { ARTICLE_HEADINGS, BOX_HEADING, FINAL_HEADING, SIMILAR_HEADING } from "../format/headings.ts";
import { anyCase, pattern } from "../format/pattern.ts";
import { isSentence } from "../syntax/look.ts";
import { pastBullets } from "./bullets.ts";
import { isAddress } from "./furniture.ts";
import { fieldsIn } from "./labels.ts";
import { bareHeading, isHeadingText } from "./markdown.ts";
import { type Row, rowsOf } from "./row.ts";
import { Strand } from "./strand.ts";
import { TITLE_PATTERN } from "./title-words.ts";

/**
 * Where the posts of a text start that holds several, as files do that were put together. A post has come to its end
 * with its final notes: the next heading of a section belongs to another, whose title stands over the intro above it.
 */

/** What the rows say of where posts end. */
const END = new Set([FINAL_HEADING, BOX_HEADING, lower(SIMILAR_HEADING)]);

/** Gives the offsets at which the posts of a text start. The first starts with the text. */
export const postStarts = (text: string): number[] => startsOf(rowsOf(Strand.of(text)));

/** Gives the same of the rows of a text. A post that stands within another parts that in two. */
export function startsOf(rows: readonly Row[]): number[] {
  const starts = [0];
  let isDone = false;
  let isBoxed = false;
  /** The last heading of the end of a post, and the last of any kind in the open one. */
  let end = 0;
  let last: number | undefined;
  /** Where another post may start within the open one. */
  let inner: number | undefined;
  headingsOf(rows).forEach(({ heading, at }) => {
    const row = rows[at] as Row;
    if (isDone && ARTICLE_HEADINGS.has(heading)) {
      const start = heading === FINAL_HEADING ? undefined : startOfPost(rows, end, at);
      if (start !== undefined) starts.push(start);
      // Below a box, what has no title of its own is the rest of the post around the inner one.
      else if (isBoxed && inner !== undefined) starts.push(inner, row.text.start);
      else return;
      isDone = isBoxed = false;
      inner = undefined;
    } else if (ARTICLE_HEADINGS.has(heading) && last !== undefined) {
      const start = startOfPost(rows, last, at);
      if (rows.slice(last, at).some(({ text, said }) => text.start === start && TITLE.test(said)))
        inner = start;
    }
    if (END.has(heading)) {
      isBoxed = isDone;
      isDone ||= heading === FINAL_HEADING;
      end = at;
    }
    last = at;
  });
  return starts;
}

/** The heading of a section, of a box or of similar posts, and the index of its row. */
interface Heading {
  readonly heading: string;
  readonly at: number;
}

/** Gives the headings among rows, without the entries of tables of contents. */
function headingsOf(rows: readonly Row[]): Heading[] {
  const all = rows.flatMap(({ said }, at) =>
    isHeadingText(said) && pastBullets(said) === 0 ? [{ heading: bareHeading(said), at }] : [],
  );
  const headings: Heading[] = [];
  for (let i = 0; i < all.length; ) {
    const past = pastContents(rows, all, i);
    if (past === i) headings.push(all[i++] as Heading);
    else i = past;
  }
  return headings;
}

/** Tells whether the last heading of an article stands right above that of another section, as at the end of a table of contents. */
function isLastEntry(rows: readonly Row[], [one, next]: readonly Heading[]): boolean {
  if (one?.heading !== FINAL_HEADING || !next || !ARTICLE_HEADINGS.has(next.heading)) return false;
  return rows.slice(one.at + 1, next.at).every(({ isBlank }) => isBlank);
}

/**
 * Gives the index past the entries of a table of contents that starts at a heading: nothing but their addresses stands between them, and then the
 * first of them comes again. Gives the index itself where none starts there.
 */
function pastContents(rows: readonly Row[], headings: readonly Heading[], first: number): number {
  const again = headings.findIndex(({ heading }, i) => i > first && heading === headings[first]?.heading);
  if (isLastEntry(rows, headings.slice(first, first + 2))) return first + 1;
  if (again < first + 2) return first;
  const ends = headings.slice(first, again).map(({ at }) => at);
  const isRun = rows
    .slice(ends[0], ends.at(-1))
    .every(({ isBlank, said }) => isBlank || isHeadingText(said) || isAddress(said));
  return isRun ? again : first;
}

/** How far above its first section the title of a post may stand. */
const MAX_HEAD = 40;

/** Finds where the post starts whose first section starts at a row: at the line above its intro, with the bars over it. */
function startOfPost(rows: readonly Row[], end: number, section: number): number | undefined {
  let hasIntro = false;
  for (let at = section - 1; at > end && at > section - MAX_HEAD; at--) {
    const row = rows[at] as Row;
    if (row.isBlank || isRule(row)) continue;
    if (isSentence(row.said)) hasIntro = true;
    else if (hasIntro) return isOfBox(rows.slice(at, section)) ? undefined : startOfTitle(rows, at, end);
  }
  return undefined;
}

/** Tells whether rows are those of a box, within which a heading strayed: no title has a bullet, or a label below it. */
const isOfBox = (rows: readonly Row[]): boolean =>
  pastBullets((rows[0] as Row).said) > 0 || fieldsIn(rows).size > 0;

const isRule = ({ said }: Row): boolean => /^[-=]{3,}$/.test(said);

/** Bars that category links left, and what is glued to them of the post before. */
const BARS = pattern`^(?:${SIMILAR_HEADING}(?=\|))?[|\s]+$`;

/** A title of the site, or the bars over one. */
const TITLE = anyCase`${BARS}|${TITLE_PATTERN}`;

/** Where a title starts: with the bars over it, and past what is glued to it of the post before. */
function startOfTitle(rows: readonly Row[], title: number, end: number): number {
  const over = [title - 1, title - 2].find((at) => at > end && !(rows[at] as Row).isBlank) ?? title;
  const { text, body } = rows[BARS.test((rows[over] as Row).said) ? over : title] as Row;
  const glued = lengthOfGlued(body.text);
  return glued === 0 ? text.start : body.slice(glued).start;
}

/**
 * How much of the first line of a post is the last line of the one before, which `cat` leaves there where a file does not
 * end its last line: its heading, or in dense copies its last paragraph. Titles hold no sentences.
 */
function lengthOfGlued(text: string): number {
  if (text.startsWith(SIMILAR_HEADING) && /^\S/.test(text.slice(SIMILAR_HEADING.length)))
    return SIMILAR_HEADING.length;
  const [last = "", ...before] = text.split(/[.!?]\s+/).reverse();
  const stop = before.length > 0 ? last.search(/[.!?]\w/) + 1 : 0;
  return stop > 0 ? text.length - last.length + stop : 0;
}
