import { PROBLEMS, STACKS } from "../format/words.ts";
import { endsSentence, lookOfLine } from "../syntax/look.ts";
import type { Draft } from "./draft.ts";
import { isFurniture, SITE_NAME } from "./furniture.ts";
import { isImageRow } from "./images.ts";
import { bareHeading, isHeadingText } from "./markdown.ts";
import { append, blankAt, Row } from "./row.ts";

/**
 * The head of an article: a title, and one paragraph before any section. What pages show around them (category links,
 * the name of the site, a byline, a date, a table of contents) is left out and reported.
 */

/** What is known of the post besides its article, from its box. */
export interface Hints {
  readonly topic: string | undefined;
  /** The circumstances that a title may name. */
  readonly scenario: string | undefined;
  readonly checklist: readonly string[];
  /** The captions of the images. */
  readonly captions: readonly string[];
}

const NAMES = [...STACKS, ...PROBLEMS.filter((problem) => problem !== null)];

/** Lays out the rows above the first section. */
export function laidOutHead(rows: readonly Row[], draft: Draft, { topic }: Hints): Row[] {
  const end = firstSection(rows);
  const head = rows.slice(0, end);
  const paragraph = head.findIndex((row) => isParagraph(row));
  const above = paragraph < 0 ? head : head.slice(0, paragraph);
  if (isUsual(above, head.slice(above.length), topic)) return [...rows];
  const title = bestTitle(
    above.filter((row) => mayBeTitle(row)),
    topic,
  );
  if (title === undefined) return [...rows];
  const out: Row[] = [];
  out.push(titleRow(title, draft), blankAt(title));
  for (const row of above) {
    if (row === title || row.isBlank) continue;
    if (isImageRow(row)) out.push(row);
    else if (!isBars(row)) tellStray(row, draft);
    else out.unshift(row, blankAt(row));
  }
  if (paragraph >= 0)
    append(
      out,
      head.slice(paragraph).filter((row) => keepsInHead(row, draft)),
    );
  return [...out, ...rows.slice(end)];
}

/** The index of the first known or marked heading that something of its own stands under. */
function firstSection(rows: readonly Row[]): number {
  const isHead = (row: Row): boolean =>
    row.role === "heading" || (row.role === undefined && isHeadingText(row.body.text));
  const sections = rows.flatMap((row, i) => (isHead(row) ? [i] : []));
  // A table of contents lists the headings first: those that come again further down are its entries.
  const texts = sections.map((i) => bareHeading((rows[i] as Row).body.text));
  const first = sections.find((_, i) => !texts.includes(texts[i] as string, i + 1));
  return first ?? rows.length;
}

/**
 * Tells whether nothing shows that a page left something around the title and the intro: no furniture, no name of a
 * site, no other line that goes with the box's topic where the first does not.
 */
function isUsual(above: readonly Row[], below: readonly Row[], topic: string | undefined): boolean {
  const lines = above.filter((row) => !row.isBlank && !isBars(row) && !isImageRow(row));
  if (!lines.every(isPlainTitle) || below.some((row) => isFurniture(row.body.text))) return false;
  const [first, ...others] = lines;
  const fits = (row: Row): boolean => weightOf(row, topic, false) >= KNOWN;
  return first === undefined || fits(first) || !others.some(fits);
}

/** How much a line weighs that names a problem or a stack. */
const KNOWN = 3;

const isPlainTitle = ({ body: { text }, role }: Row): boolean =>
  role === undefined &&
  !isFurniture(text) &&
  !SITE_NAME.test(text) &&
  !TWICE.test(text) &&
  !/\s[|»›>]\s/.test(text);

const isBars = ({ body }: Row): boolean => /^[|\s]+$/.test(body.text);

/** Tells whether a row is a paragraph of its own, as the intro is. */
function isParagraph({ body: { text }, role }: Row): boolean {
  if (role !== undefined && role !== "prose") return false;
  return (
    endsSentence(text) && lookOfLine(text) === "prose" && !isFurniture(text) && !/image source:/i.test(text)
  );
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
    !/image source:/i.test(text) &&
    !/^(?:[-*+•·]|\d{1,2}[.)])\s/.test(text)
  );
}

/** How likely a line is the title. */
function weightOf({ body, role }: Row, topic: string | undefined, isLast: boolean): number {
  const text = body.text.toLowerCase();
  const words = text.split(/\s+/).length;
  let weight = role === "title" ? 5 : 0;
  for (const part of topic?.toLowerCase().split(" / ") ?? [])
    if (part !== "" && text.includes(part)) weight += 3;
  if (NAMES.some((name) => text.includes(name))) weight += 3;
  if (words >= 4) weight += 2;
  if (isLast) weight += 1;
  if (/\s[|>»›]\s/.test(text)) weight -= 5;
  if (/\s[-–|]\s\S+$/.test(text)) weight -= 1;
  return weight;
}

function bestTitle(rows: readonly Row[], topic: string | undefined): Row | undefined {
  let best: Row | undefined;
  let most = Number.NEGATIVE_INFINITY;
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
  const twice = TWICE.exec(row.body.text)?.[1];
  if (twice !== undefined) return new Row(row.body.slice(row.body.text.length - twice.length), "title");
  const name = SITE_NAME.exec(row.body.text);
  if (name === null) return row.as("title");
  const rest = new Row(row.body.slice(name.index));
  tellStray(rest, draft);
  return new Row(row.body.slice(0, name.index), "title");
}

function tellStray(row: Row, draft: Draft): void {
  const message = `${JSON.stringify(row.body.text.slice(0, 60))} is not part of the article and was left out`;
  draft.tell("stray_text", [], message, row);
}

/** Takes furniture and entries of a table of contents off what stands before the first section. */
function keepsInHead(row: Row, draft: Draft): boolean {
  if (row.isBlank || row.role === "alt" || row.role === "code" || /image source:/i.test(row.body.text))
    return true;
  if (!isFurniture(row.body.text) && !isHeadingText(row.body.text)) return true;
  if (endsSentence(row.body.text) && row.body.text.length > 60) return true;
  tellStray(row, draft);
  return false;
}
