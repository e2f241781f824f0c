import { lower } from "../format/case.ts";
import { CHECKLIST_HEADING } from "../format/headings.ts";
import { STACKS } from "../format/words.ts";
import { endsSentence } from "../syntax/look.ts";

import { beforeBullet, pastBullets, withoutBullets } from "./bullets.ts";
import { type Draft, flattened } from "./draft.ts";
import { isFurniture } from "./furniture.ts";
import type { Hints } from "./hints.ts";
import { isImageRow } from "./images.ts";
import { isHeadingOf, isHeadingRow } from "./markdown.ts";
import { blankAt, itemRow, Row } from "./row.ts";
import type { Strand } from "./strand.ts";
import { listsWithoutTags } from "./tags.ts";
import { singleBullets } from "./twice-marked.ts";

/** The list under "implementation checklist", whatever an extractor made of its bullets. */

/** Lays out the article's checklist. */
export function laidOutChecklist(rows: readonly Row[], draft: Draft, { checklist }: Hints): readonly Row[] {
  const at = rows.findIndex((row) => isChecklistHeading(row));
  if (at < 0) return rows;
  const next = rows.findIndex((row, i) => i > at && isHeadingRow(row));
  const end = next < 0 ? rows.length : next;
  const heading = rows[at] as Row;
  const under = singleBullets(listsWithoutTags(rows.slice(at + 1, end)));
  const lines = under.filter((row) => !row.isBlank && !isImageRow(row) && !isBulletAlone(row));
  const images = under.filter((row) => isImageRow(row));
  const items =
    next < 0 && lines.every((row) => pastBullets(row.said) === 0)
      ? undefined
      : itemsOf(lines, draft, checklist);
  if (!items) return rows;
  const list = items.map((item) => (item instanceof Row ? item : itemRow(item)));
  return [
    ...rows.slice(0, at),
    heading,
    blankAt(heading),
    ...list,
    ...images,
    blankAt(heading),
    ...rows.slice(end),
  ];
}

/** Tells whether a row is a bullet that stands under its item, or over it. */
const isBulletAlone = ({ said }: Row): boolean => pastBullets(said) === said.length;

const isChecklistHeading = (row: Row): boolean =>
  (row.role === undefined || row.role === "heading") && isHeadingOf(row.said, CHECKLIST_HEADING);

/** Reads lines as items; undefined where they are none. */
function itemsOf(
  lines: readonly Row[],
  draft: Draft,
  known: readonly string[],
): (Strand | Row)[] | undefined {
  const first = lines[0];
  if (!first) return undefined;
  const bulleted = lines.filter(
    (row) => pastBullets(row.said) > 0 || beforeBullet(row.body) !== undefined,
  ).length;
  if (lines.length === 1) return oneLine(first, draft, known);
  if (bulleted === lines.length) return lines.map((row) => itemOf(row));
  if (
    bulleted === 0 ||
    (bulleted === 1 &&
      pastBullets(first.said) > 0 &&
      lines.slice(1).every(({ indent }) => indent <= first.indent))
  ) {
    if (lines.some(({ said: text }) => endsSentence(text) || text.length > 120)) return undefined;
    const items = lines.filter((row) => !isFurniture(row.said));
    draft.tellBare(["sections"], "the checklist", first, lines.at(-1));
    for (const row of lines)
      if (!items.includes(row)) draft.leaveOut(["sections"], "stands among the items", row);
    return items.map(({ body }) => withoutBullets(body));
  }
  return undefined;
}

/** The text of an item, or its row as it stands. */
function itemOf(row: Row): Strand | Row {
  const { body } = row;
  if (row.indent < 4 && /^[•◦‣▪●]\s\S/.test(body.text) && pastBullets(body.text) === 2) return row;
  return beforeBullet(body) ?? withoutBullets(body);
}

/** Bullets between the items of one line, and the comma that may stand before one, or at the end. */
const BETWEEN = /,?\s+(?:[•◦‣▪●○■*]|[-–—+](?=\s))\s*|,$/g;

/** Reads a list on one line: by the bullets in it, by the items of the box's checklist, or by those of a known one. */
function oneLine(row: Row, draft: Draft, known: readonly string[]): (Strand | Row)[] | undefined {
  const text = withoutBullets(row.body);
  const items = text.split(BETWEEN).filter((item) => !item.isBlank);
  const parts = items.length > 1 ? items : (partsByKnown(text, known) ?? partsByCapitals(text));
  if (!parts) return pastBullets(row.said) > 0 ? [itemOf(row)] : undefined;
  draft.tell("flattened_list", ["sections"], flattened("the checklist"), row);
  return parts;
}

/** A capital right after a small letter, and one after a space: items that begin with one ran together there. */
const GLUED_CAPITALS = /(?<=\p{Ll})(?=\p{Lu}\p{Ll}*\s)/gu;
const SPACED_CAPITALS = /\s+(?=\p{Lu}\p{Ll}*\s)/gu;

/** The names that are written with a capital within an item. */
const NAMES: ReadonlySet<string> = new Set(STACKS.map((stack) => stack.split(" ", 1)[0] as string));

/** Cuts a text where items start with capitals, if each has several words. */
function partsByCapitals(text: Strand): Strand[] | undefined {
  for (const between of [GLUED_CAPITALS, SPACED_CAPITALS]) {
    const parts = text.split(between);
    const isItem = ({ text: item }: Strand): boolean => {
      const [first = "", ...others] = item.trim().split(/\s+/);
      return /^\p{Lu}/u.test(first) && others.length > 0 && !NAMES.has(lower(first));
    };
    if (parts.length > 1 && parts.every(isItem)) return parts.map((part) => part.trim());
  }
  return undefined;
}

/** Cuts a text into the items of the box's checklist, if it is made of them. */
function partsByKnown(text: Strand, known: readonly string[]): Strand[] | undefined {
  const parts: Strand[] = [];
  let at = 0;
  for (const item of known) {
    while (/[\s,;]/.test(text.text.charAt(at))) at++;
    if (item === "" || lower(text.text.slice(at, at + item.length)) !== lower(item)) return undefined;
    parts.push(text.slice(at, at + item.length));
    at += item.length;
  }
  return parts.length > 1 && text.text.slice(at).trim() === "" ? parts : undefined;
}
