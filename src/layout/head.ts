import { lower } from "../format/case.ts";
import { STACKS } from "../format/words.ts";
import { endsSentence, isSentence } from "../syntax/look.ts";
import { startsAsItem } from "./bullets.ts";
import type { Draft } from "./draft.ts";
import { isAddress, isFurniture, SITE_NAME } from "./furniture.ts";
import type { Hints } from "./hints.ts";
import { isImageRow, namesSource } from "./images.ts";
import { bareHeading, isHeadingRow, isHeadingText } from "./markdown.ts";
import { append, blankAt, Row } from "./row.ts";
import { joinedTitle } from "./title-lines.ts";

/**
 * The head of an article: a title, and one paragraph before any section. What pages show around them (category links,
 * the name of the site, a byline, a date, a table of contents) is left out and reported.
 */

/** Lays out the rows above the first section. */
export function laidOutHead(rows: readonly Row[], draft: Draft, hints: Hints): readonly Row[] {
  const { topic } = hints;
  const end = firstSection(rows);
  const given = rows.slice(0, end);
  const below = given.findIndex((row) => isParagraph(row));
  const above = joinedTitle(below < 0 ? given : given.slice(0, below), (row) => mayBeLine(row, hints));
  const head = below < 0 ? above : [...above, ...given.slice(below)];
  const paragraph = below < 0 ? below : above.length;
  const isJoined = head.length < given.length;
  if (!isJoined && isUsual(above, head.slice(above.length), hints)) return rows;
  const title = bestTitle(
    above.filter((row) => mayBeTitle(row)),
    topic,
  );
  if (!title) return rows;
  const out: Row[] = [];
  out.push(titleRow(title, draft), blankAt(title));
  const beside = besideTitle(above, title);
  const start = paragraph < 0 ? [] : startOfIntro(above);
  for (const row of above) {
    if (row === title || row.isBlank) continue;
    if (isImageRow(row)) out.push(row);
    else if (!isBars(row)) tellStray(row, draft, pathOf(row, beside, start));
    else out.unshift(row, blankAt(row));
  }
  if (paragraph >= 0)
    append(
      out,
      head.slice(paragraph).filter((row) => keepsInHead(row, draft)),
    );
  return [...out, ...rows.slice(end)];
}

/** How many rows of a title may stand below the one that was taken for it. */
const MAX_BELOW = 2;

/** The shortest row above that may be of it: names of categories and of sites are shorter. */
const MIN_ABOVE = 30;

/** Gives the rows right above and below a title that may be of it: up to a blank one, one without words, or one that pages show. */
function besideTitle(rows: readonly Row[], title: Row): Row[] {
  // What was cut out of a line has a blank row behind it. Behind a title that is none of it, unless it goes on with its edition.
  const lines = rows.filter(({ isBlank }, i) => !isBlank || !isEdition(rows[i + 1]));
  const at = lines.indexOf(title);
  const upTo = (others: readonly Row[]): readonly Row[] => {
    const end = others.findIndex(
      (row) => !isEdition(row) && (!WORDS.test(row.said) || isFurniture(row.said)),
    );
    return end < 0 ? others : others.slice(0, end);
  };
  const above = lines.slice(Math.max(0, at - 1), at).filter(({ said }) => said.length >= MIN_ABOVE);
  return [...upTo(above), ...upTo(lines.slice(at + 1, at + 1 + MAX_BELOW))];
}

/** Gives the rows right above the intro that may be of it, where blank rows part what stands above. */
function startOfIntro(above: readonly Row[]): readonly Row[] {
  const blank = above.findLastIndex(({ isBlank }) => isBlank);
  return blank < 0 ? [] : above.slice(blank + 1).filter(({ said }) => WORDS.test(said) && !isFurniture(said));
}

/** Tells of what a row may be that is left out. */
const pathOf = (row: Row, title: readonly Row[], intro: readonly Row[]): string[] =>
  title.includes(row) ? ["title"] : intro.includes(row) ? ["intro"] : [];

/** Words that may be of a title; behind a fence, they say what stands in it. */
const WORDS = /^(?!`{3}|~{3}).*\p{L}/u;

/** Tells whether a row starts with what stands between a title and its edition. */
const isEdition = (row: Row | undefined): boolean => row?.said.startsWith(":") === true;

/** The index of the first known or marked heading that something of its own stands under. */
function firstSection(rows: readonly Row[]): number {
  // A title that stands there twice is no heading.
  const title = rows.find(({ role }) => role === "title")?.said;
  const sections = rows.flatMap((row, i) => (isHeadingRow(row) && row.said !== title ? [i] : []));
  // A table of contents lists the headings first: those that come again further down are its entries, over nothing but the intro.
  const texts = sections.map((i) => bareHeading((rows[i] as Row).said));
  const hasText = (i: number): boolean =>
    i < 0 || rows.slice((sections[i] as number) + 1, sections[i + 1]).some(isParagraph);
  const first = sections.find(
    (_, i) => !texts.includes(texts[i] as string, i + 1) || (hasText(i - 1) && hasText(i)),
  );
  return first ?? rows.length;
}

/**
 * Tells whether nothing shows that a page left something around the title and the intro: no furniture, no name of a
 * site or a category, no other line that goes with the box's topic where the first does not.
 */
function isUsual(above: readonly Row[], below: readonly Row[], { topic, stack }: Hints): boolean {
  const lines = above.filter((row) => !row.isBlank && !isBars(row) && !isImageRow(row));
  if (lines.some(({ said }) => stack.includes(lower(said)))) return false;
  if (!lines.every(isPlainTitle) || below.some((row) => isFurniture(row.said))) return false;
  const [first, ...others] = lines;
  const fits = (row: Row): boolean => weightOf(row, topic, false) >= KNOWN;
  return first === undefined || fits(first) || !others.some(fits);
}

/** How much a line weighs more that names the problem or the stack of the post, or a stack that is known. */
const KNOWN = 3;

const isPlainTitle = ({ said: text, role }: Row): boolean =>
  role === undefined &&
  !isFurniture(text) &&
  !isHeadingText(text) &&
  !SITE_NAME.test(text) &&
  !TWICE.test(text) &&
  !/\s[|»›>]\s/.test(text);

const isBars = ({ said }: Row): boolean => /^[|\s]+$/.test(said);

/** Tells whether a row is a paragraph of its own, as the intro is. */
function isParagraph({ said: text, role }: Row): boolean {
  if (role !== undefined && role !== "prose") return false;
  return isSentence(text) && !isFurniture(text) && !namesSource(text);
}

function mayBeTitle(row: Row): boolean {
  const { text } = row.body;
  if (row.role === "title") return true;
  if (row.isBlank || (row.role !== undefined && row.role !== "heading")) return false;
  return (
    !isFurniture(text) &&
    !isHeadingText(text) &&
    !isParagraph(row) &&
    text.length <= 220 &&
    /\p{L}.*\p{L}/u.test(text) &&
    !namesSource(text) &&
    !startsAsItem(text)
  );
}

/** Tells whether a row may be a line of a title that runs over several. */
const mayBeLine = (row: Row, { stack }: Hints): boolean =>
  mayBeTitle(row) && !/\s[|»›>]\s/.test(row.said) && !stack.includes(lower(row.said));

/** How likely a line is the title. */
function weightOf({ said, role }: Row, topic: Hints["topic"], isLast: boolean): number {
  const text = lower(said);
  const words = text.split(/\s+/).length;
  let weight = role === "title" ? 5 : 0;
  for (const part of topic) if (part !== "" && text.includes(lower(part))) weight += KNOWN;
  if (STACKS.some((stack) => text.includes(stack))) weight += KNOWN;
  if (words >= 4) weight += 2;
  if (isLast) weight += 1;
  if (/\s[|>»›]\s/.test(text)) weight -= 5;
  if (/\s[-–|]\s\S+$/.test(text)) weight -= 1;
  return weight;
}

function bestTitle(rows: readonly Row[], topic: Hints["topic"]): Row | undefined {
  let best: Row | undefined;
  let most = -Infinity;
  for (const row of rows) {
    const weight = weightOf(row, topic, row === rows.at(-1));
    if (weight > most) {
      most = weight;
      best = row;
    }
  }
  return most < 0 ? undefined : best;
}

/** A title, the name of the site and the title again, as the head and the body of a page give it. */
const TWICE = /^(.{8,220}?)\s+[-–—|·»]\s+AlphaNode\s*\1$/i;

/** The row of a title, without the name of the site. */
function titleRow(row: Row, draft: Draft): Row {
  const twice = TWICE.exec(row.said)?.[1];
  if (twice !== undefined) return new Row(row.body.slice(row.said.length - twice.length), "title");
  const name = SITE_NAME.exec(row.said);
  if (name === null) return row.as("title");
  const rest = new Row(row.body.slice(name.index));
  tellStray(rest, draft);
  return new Row(row.body.slice(0, name.index), "title");
}

const tellStray = (row: Row, draft: Draft, path: readonly string[] = []): void =>
  draft.leaveOut(path, "is not part of the article", row);

/** Takes furniture and entries of a table of contents off what stands before the first section. */
function keepsInHead(row: Row, draft: Draft): boolean {
  if (row.isBlank || row.role === "code" || isImageRow(row)) return true;
  if (![isFurniture, isHeadingText, isAddress].some((isStray) => isStray(row.said))) return true;
  if (endsSentence(row.said) && row.said.length > 60) return true;
  tellStray(row, draft);
  return false;
}
