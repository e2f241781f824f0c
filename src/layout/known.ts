import { lower } from "../format/case.ts";
import { escaped, flagged, pattern } from "../format/pattern.ts";
import { SCENARIO_STARTS } from "../format/words.ts";
import { endsSentence } from "../syntax/look.ts";
import type { Draft } from "./draft.ts";
import { isFurniture } from "./furniture.ts";
import type { Hints } from "./hints.ts";
import { HOSTS } from "./images.ts";
import { isHeadingText } from "./markdown.ts";
import { blankAt, Row } from "./row.ts";
import type { Strand } from "./strand.ts";
import { TITLE_PATTERN, titlesOf } from "./title-words.ts";

/**
 * What the box says of an article that has lost its line ends: the captions of its images, and the problem and the stack
 * that its title is made of. They are put on lines of their own, so that what stands between them is read as well.
 */

/** How long a line is that holds several parts of an article. */
const LONG = 120;

/** An image in the marks of Markdown, AsciiDoc or DokuWiki. */
const MARKED = /^(?:!?\[|\{\{|image::)/;

/** What stands between the caption of an image and its host. */
const SOURCE = /image\s+source:/i;

/** Puts the title, and the images of long lines, on lines of their own. */
export function knownApart(rows: readonly Row[], _: Draft, hints: Hints): Row[] {
  const titlesIn = titleFinder(hints);
  const images = imagesOf(hints);
  let hasTitle = titlesIn === undefined;
  /** A page repeats its title, and what stands above the last is no part of the post. */
  const titleIn = (row: Row): RegExpMatchArray[] =>
    (titlesIn?.(row.text.text) ?? []).filter((match) => mayStand(match, row)).slice(-1);
  return wholeTitle(rows, titlesIn).flatMap((row) => {
    if (row.role !== undefined || MARKED.test(row.said)) {
      const found = hasTitle ? [] : titleIn(row);
      if (row.role === "heading" || found.length > 0) hasTitle = true;
      return cut(row, found, "title");
    }
    const mayHaveImages = images !== undefined && row.said.length >= LONG && SOURCE.test(row.text.text);
    const parts = mayHaveImages ? cut(row, [...row.text.text.matchAll(images)]) : [row];
    if (hasTitle) return parts;
    const [first, ...others] = parts as [Row, ...Row[]];
    const found = titleIn(first);
    hasTitle = found.length > 0 || row.said.length >= LONG;
    return [...cut(first, found, "title"), ...others];
  });
}

/** What a page shows before a title: signs of a heading or a link, the number of a link; names of the site or of categories with a joint, itself once more. */
const SIGNS_BEFORE = /^\W*(?:\[\d+\]\W*)?$/;
const NAMES_BEFORE = /(?:\s(?:[-–—•/~«‹→@]|::)|[:\])])\s$|\s[|»›>·]\s|alphanode$/i;

/** What a page shows right behind a title: the name of the site apart from it or in brackets, signs of a heading, the address of a link, a date. */
const BEHIND = flagged("u")`^(?:${[
  /\s?(?:[-–—|·•»«›‹<>/~@←→]|::)\s.{1,60}/,
  /\s[([][^()[\]]{1,40}[)\]]/,
  /[^\p{L}\p{N}:]*/u,
  /\W{1,4}\/\S*[)\]>]*/,
  /\W{0,4}https?:\/\/\S+/,
  /\s\d{1,2}[./]\d{1,2}[./]\d{4}/,
]})$`;

/** Tells whether a title stands apart in a row, or with what a page shows above and below it. */
function mayStand({ index = 0, 0: title }: RegExpMatchArray, { text: { text } }: Row): boolean {
  const before = text.slice(0, index);
  const behind = text.slice(index + title.length);
  const isShort = text.length < LONG;
  const isFused = /\S$/.test(before);
  if (isShort && !BEHIND.test(behind) && !isFurniture(behind.trim())) return false;
  if (SIGNS_BEFORE.test(before)) return true;
  return isShort || isFused
    ? NAMES_BEFORE.test(before) ||
        isFurniture(before.trim()) ||
        (isFused && (before.length < MAX_NAME || before.startsWith(title)))
    : true;
}

/** The longest name of a site, or of a category, that a title is run into. */
const MAX_NAME = 24;

/** Joins the rows of a title that was wrapped: they are what the box makes of it or, without that, any title. */
function wholeTitle(rows: readonly Row[], titlesIn: TitleFinder | undefined): readonly Row[] {
  const isWhole = (row: Row): boolean =>
    titlesIn ? titlesIn(row.text.text).some((match) => mayStand(match, row)) : TITLE_PATTERN.test(row.said);
  for (const [at, row] of rows.entries()) {
    if (isHeadingText(row.said)) break;
    if (!isPartOfTitle(row) || isWhole(row)) continue;
    let whole = row;
    for (const [i, next] of rows.slice(at + 1, at + MAX_ROWS).entries()) {
      // What the box makes of it shows that a blank line parts it.
      if (titlesIn && next.isBlank) continue;
      if (!isPartOfTitle(next) || isWhole(next)) break;
      whole = new Row(whole.body.joinedWith(" ", next.body), row.role);
      if (isWhole(whole)) return [...rows.slice(0, at), whole, ...rows.slice(at + i + 2)];
    }
  }
  return rows;
}

/** How many rows a title may run over, with those between. */
const MAX_ROWS = 4;

/** Tells whether a row may be a part of a title. */
const isPartOfTitle = ({ said: text, isBlank }: Row): boolean =>
  !isBlank && text.length <= LONG && !endsSentence(text) && !/\s[|»›]\s/.test(text);

/** Cuts a row before and after what was found in it. */
function cut(row: Row, found: readonly RegExpMatchArray[], role?: "title"): Row[] {
  const rows: Row[] = [];
  let last = 0;
  const push = (text: Strand, as?: "title"): void => {
    const part = new Row(text.trim(), as);
    if (!/^\.?$/.test(part.said)) rows.push(part, blankAt(part));
  };
  for (const { index = 0, 0: text } of found) {
    push(row.text.slice(last, index));
    last = index + text.length;
    push(row.text.slice(index, last), role);
  }
  if (last === 0) return [row];
  push(row.text.slice(last));
  return rows;
}

/** Finds titles within texts. */
type TitleFinder = (text: string) => RegExpMatchArray[];

/** Tells whether a title ends before a text: it goes on with no small letter, or with a line of the page. */
const isEnd = (behind: string): boolean => !/^[\p{Ll}\p{M}\p{N}'’-]/u.test(behind) || isFurniture(behind);

/** Where the scenario is not known, what would go on with one. */
const OTHER_SCENARIO = pattern`(?!\s+${SCENARIO_STARTS}\b)`;

/** Makes what finds the titles that the site makes of what the box says. */
function titleFinder({ topic, scenario }: Hints): TitleFinder | undefined {
  const [problem, stack] = topic;
  if (problem === undefined || stack === undefined) return undefined;
  const titles = titlesOf({
    problems: [problem],
    stacks: [stack],
    scenarios: scenario === undefined ? [] : [scenario],
  });
  // What the page shows below may follow with nothing between; without the scenario, where the title ends is not known.
  const any = flagged("gi")`${titles}${scenario === undefined ? OTHER_SCENARIO : ""}`;
  const isWhole = ({ index = 0, 0: title }: RegExpMatchArray, text: string): boolean =>
    isEnd(text.slice(index + title.length));
  // A text without a word that each title has is not searched, which takes a pattern of its own for each post.
  const word = lower(problem.trim()).split(/\s+/, 1)[0] as string;
  return (text) =>
    lower(text).includes(word) ? [...text.matchAll(any)].filter((match) => isWhole(match, text)) : [];
}

/** The images whose captions the box names, or that name its topic, each with its host; the alt text may stand before. */
function imagesOf({ captions, topic }: Hints): RegExp | undefined {
  const named = captions.map(escaped);
  const [problem, stack] = topic;
  if (problem !== undefined && stack !== undefined)
    named.push(String.raw`${escaped(problem)}\s+with\s+${escaped(stack)}(?:\s+[a-z]+){1,2}\s+\d+`);
  if (named.length === 0) return undefined;
  const images = named.map((caption) => String.raw`(?:${caption}\s*)?${caption}`);
  return flagged("gi")`${images}\s*\.?\s*image\s+source:\s*(?:${HOSTS}|\S+)`;
}
