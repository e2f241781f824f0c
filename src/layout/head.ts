import { PROBLEMS, STACKS } from "../format/words.ts";
import { endsSentence, lookOfLine } from "../syntax/look.ts";
import type { Draft } from "./draft.ts";
import { isFurniture } from "./furniture.ts";
import { bareHeading, isHeadingText } from "./markdown.ts";
import { Row } from "./row.ts";

/**
 * The head of an article: a title, and one paragraph before any section. What pages show around them (category links,
 * the name of the site, a byline, a date, a table of contents) is left out and told.
 */

/** What is known of the post besides its article: the topic of its box. */
export interface Hints {
  readonly topic: string | undefined;
  readonly checklist: readonly string[];
}

const NAMES = [...STACKS, ...PROBLEMS.filter((problem) => problem !== null)];

/** Lays out the rows above the first section. */
export function laidOutHead(rows: readonly Row[], draft: Draft, { topic }: Hints): Row[] {
  const { rows: text, front } = withoutFrontMatter(rows, draft);
  const end = firstSection(text);
  const head = text.slice(0, end);
  const paragraph = head.findIndex((row) => isParagraph(row));
  const above = paragraph < 0 ? head : head.slice(0, paragraph);
  const candidates = above.filter((row) => mayBeTitle(row));
  const best = bestTitle(candidates, topic);
  if (front === undefined && best === undefined) return text;
  const title =
    front === undefined || (best !== undefined && sameText(front, best))
      ? best
      : best !== undefined && weightOf(best, topic, false) >= 4
        ? best
        : front;
  const out: Row[] = [];
  if (title !== undefined) out.push(title.as("title"), blank(title));
  for (const row of above) {
    if (row === title || row.isBlank) continue;
    const isImage = row.role === "alt" || /image source:/i.test(row.body.text);
    if (isImage) out.push(row);
    else if (!/^[|\s]+$/.test(row.body.text)) tellStray(row, draft);
    else out.unshift(row, blank(row));
  }
  if (paragraph >= 0) out.push(...head.slice(paragraph).filter((row) => keepsInHead(row, draft)));
  return [...out, ...text.slice(end)];
}

/** Takes the block of keys off that some tools write over their text, whose `title` is the title. */
function withoutFrontMatter(rows: readonly Row[], draft: Draft): { rows: Row[]; front: Row | undefined } {
  const start = rows.findIndex((row) => !row.isBlank);
  if (start < 0 || rows[start]?.body.text !== "---") return { rows: [...rows], front: undefined };
  const end = rows.findIndex((row, i) => i > start && row.body.text === "---");
  if (
    end < 0 ||
    end > start + 40 ||
    !rows.slice(start + 1, end).every(({ body }) => /^$|^[\w-]+:|^[-\s]/.test(body.text))
  )
    return { rows: [...rows], front: undefined };
  const line = rows.slice(start, end).find(({ body }) => /^title:\s*\S/i.test(body.text));
  const message = "a block of keys and values over the text; its title is the title, the rest was left out";
  draft.tell("stray_text", [], message, rows[start] as Row, rows[end] as Row);
  if (line === undefined) return { rows: rows.slice(end + 1), front: undefined };
  const value = line.body.slice("title:".length).trim();
  const quoted = /^(["']).*\1$/.test(value.text);
  return {
    rows: rows.slice(end + 1),
    front: new Row(quoted ? value.slice(1, value.text.length - 1) : value),
  };
}

const blank = (row: Row): Row => new Row(row.text.slice(0, 0));

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

/** Tells whether a row is a paragraph of its own, as the intro is. */
function isParagraph({ body: { text }, role }: Row): boolean {
  if (role !== undefined && role !== "prose") return false;
  return (
    text.length >= 60 && lookOfLine(text) === "prose" && !isFurniture(text) && !/image source:/i.test(text)
  );
}

function mayBeTitle(row: Row): boolean {
  const { text } = row.body;
  if (row.role === "title") return true;
  if (row.isBlank || (row.role !== undefined && row.role !== "heading")) return false;
  return (
    !isFurniture(text) &&
    !isHeadingText(text) &&
    text.length <= 220 &&
    /\p{L}{2}/u.test(text) &&
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

const sameText = (a: Row, b: Row): boolean => a.body.text.toLowerCase() === b.body.text.toLowerCase();

function tellStray(row: Row, draft: Draft): void {
  const message = `${JSON.stringify(row.body.text.slice(0, 60))} is no part of the article and was left out`;
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
