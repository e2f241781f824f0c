import { lower } from "../format/case.ts";
import { ARTICLE_HEADINGS, BOX_HEADING, CHECKLIST_HEADING, FINAL_HEADING } from "../format/headings.ts";
import { isFurniture } from "../layout/furniture.ts";
import { namesSource } from "../layout/images.ts";
import { firstLine, lastLine, rawText, startOfSections } from "../syntax/ends.ts";
import { headingText } from "../syntax/known-heading.ts";
import { isNear } from "../syntax/labels.ts";
import { endsSentence } from "../syntax/look.ts";
import type { ArticleNode, BlockNode, Heading } from "../syntax/nodes.ts";
import { type Line, SITE_BULLET, type Source } from "../syntax/scan.ts";
import { hasByline, startsAsTitle } from "./byline.ts";
import type { IssueList } from "./issues.ts";
import {
  hasProse,
  isCutCode,
  isDoubleSpaced,
  isFlatCode,
  isJoinedCode,
  isMarkedCode,
  isTwiceCode,
  isTypeset,
  startsAsProse,
} from "./marked-code.ts";
import { BULLETS, FLAT, JOINED, MARKED, OF_PAGE, SPACED, type Tell, tellerOf } from "./odd.ts";
import { isPageNumber } from "./page-number.ts";
import { INTRO, type Place, SECTIONS } from "./place.ts";
import { endOfAll, hasSigns, isLongDash, oddItem, startOfAll } from "./signs.ts";
import { hasMore } from "./title-marks.ts";
import { introOf, tellTitle } from "./title-shape.ts";
import {
  BULLET_WITHIN,
  HEADINGS,
  hasMarksOfImage,
  hasPageLine,
  headingRunIn,
  isLikeHeading,
  isOfPage,
  isSentenceOfPage,
  MAX_PARAGRAPH,
} from "./typical.ts";

/**
 * What an article that was laid out anew has otherwise than the site's own: where an extractor lost a part of it or ran
 * parts together, that shows in its shape.
 */

/** What stands under a heading. */
interface Part {
  readonly heading: Heading;
  readonly blocks: BlockNode[];
}

/**
 * Tells code whose indentation is lost. Dense copies, whose extractor takes it off, have no box, and are not asked.
 */
export function tellFlatCode(source: Source, { body }: ArticleNode, list: IssueList): void {
  for (const node of body) {
    if (node.type !== "code") continue;
    const text = rawText(source, node);
    const message = isFlatCode(text)
      ? FLAT
      : node.lines.length > 1 && source.lines.every(({ apart, start }) => apart || start === 0)
        ? SPACED
        : undefined;
    if (message !== undefined) tellerOf(list)(SECTIONS, message, firstLine(node), lastLine(node));
  }
}

/** A bullet within an item. */
const GLYPH_WITHIN = /\S(?:[ \t]+[•◦▪●]|•)[ \t]/;

/** Tells what an item of a list has that none of the site's has. */
function faultOfItem(text: string, bullet: string): string | undefined {
  if (GLYPH_WITHIN.test(text) || oddItem(text, bullet) !== undefined) return BULLETS;
  if (/\sreference \d+$/.test(text)) return JOINED;
  return hasSigns(text) ? MARKED : undefined;
}

/** Tells faulty items of a list, or faulty titles; those of the site's own lists need no look where the shape of the article is the site's. */
export function tellItems(
  source: Source,
  items: readonly (readonly Line[])[],
  place: Place,
  isTypical: boolean,
  list: IssueList,
): void {
  const tell = tellerOf(list);
  const outer = items[0]?.[0] as Line;
  const depth = outer.from - outer.start;
  for (let i = 1; i < items.length; i++) {
    const line = items[i]?.[0] as Line;
    if (line.from - line.start > depth + 1 && source.text[line.from] !== source.text[outer.from])
      tell(place, "an item within another was read as one of the list", line);
  }
  const [dashed, another] = items.filter(([line]) => isLongDash(source.bulletOf(line as Line)));
  if (dashed && !another && items.length > 1) tell(place, OF_PAGE, dashed[0] as Line);
  if (isTypical && source.bulletOf(outer) === SITE_BULLET) return;
  const texts = items.map((lines) => lines.map((line) => source.body(line)).join(" "));
  if (startOfAll(texts) !== undefined) tell(place, MARKED, outer, items.at(-1)?.at(-1));
  if (endOfAll(texts) !== undefined || (items.length === 1 && dashed !== undefined))
    tell(place, OF_PAGE, outer);
  // Similar posts may have one title.
  items.forEach((lines, i) => {
    const [first, last] = [lines[0] as Line, lines.at(-1) as Line];
    const text = texts[i] as string;
    const isOdd = place === SECTIONS ? text === texts[i - 1] : isFurniture(text) || hasMore(text);
    const fault = isOdd ? OF_PAGE : faultOfItem(text, source.bulletOf(first));
    if (fault !== undefined) tell(place, fault, first, last);
  });
}

/** Tells the parts of an article that are missing or seem to be several; `hasBox` says whether the source has a box. */
export function tellShape(source: Source, node: ArticleNode, hasBox: boolean, list: IssueList): void {
  const tell = tellerOf(list);
  tellTitle(source, node, tell);
  tellSections(source, node, tell);
  let before = "";
  let place = INTRO;
  for (const block of node.body) {
    if (block.type === "heading") {
      before = "";
      place = SECTIONS;
      continue;
    }
    // The last one is told as an article that is cut short; a listing has no more than an excerpt.
    const text = textOf(source, block);
    tellBlock(source, block, text, place, hasBox, block !== node.body.at(-1), tell);
    if (text === before) tell(place, OF_PAGE, firstLine(block), lastLine(block));
    before = text;
  }
  tellHeadings(source, node, tell);
  if (source.isLaidOut) tellStarts(source, node, tell);
}

/** For each paragraph that starts without a capital, so many that start with one show that all do. */
const MIN_CAPITALS = 4;

/** Tells paragraphs that start within a sentence, where all others start with a capital. */
function tellStarts(source: Source, node: ArticleNode, tell: Tell): void {
  const starts = node.body.filter(({ type }) => type === "paragraph").map((block) => firstLine(block));
  const small = starts.filter((line) => /^\p{Ll}/u.test(source.body(line)));
  if (starts.length - small.length < MIN_CAPITALS * small.length) return;
  const start = startOfSections(node);
  for (const line of small) tell(line.number < start ? INTRO : SECTIONS, NO_START, line);
}

const NO_START = "a paragraph that starts within a sentence, as if more of it stood above";
const CUT = "a paragraph without an end, as if it were cut";

/** Tells sections with what does not belong in them, or without what does. */
function tellSections(source: Source, { body }: ArticleNode, tell: Tell): void {
  const sections: Part[] = [];
  for (const node of body) {
    if (node.type === "heading") sections.push({ heading: node, blocks: [] });
    else sections.at(-1)?.blocks.push(node);
  }
  let isPastFinal = false;
  let isUnderNothing = false;
  const before = new Set<string>();
  tellStrangers(introOf(body), "paragraph image", INTRO, tell);
  const [first] = sections;
  if (first && namesSource(source.body(first.heading.line))) tell(INTRO, JOINED, first.heading.line);
  sections.forEach(({ heading: { line }, blocks }, i) => {
    const known = headingText(source.body(line));
    const isFinal = known === FINAL_HEADING;
    const isKnown = ARTICLE_HEADINGS.has(known);
    const shown = lower(source.body(line)).replace(/\s?:$/, "");
    const near = ARTICLE_HEADINGS.has(shown) ? undefined : HEADINGS.find((one) => isNear(shown, one));
    if (near !== undefined) tell(SECTIONS.at(i), `unknown heading; did you mean "${near}"?`, line);
    if (before.size === before.add(known).size) tell(SECTIONS.at(i), "this heading stands here twice", line);
    if (
      isPageNumber(known) ||
      (!isKnown && (isPastFinal || isFurniture(known))) ||
      /^(?:\W\W? |\p{Emoji_Presentation})/u.test(known) ||
      (isFinal && blocks.some(({ type }, at) => type !== "image" && (at > 0 || type !== "paragraph")))
    )
      tell(SECTIONS.at(i), OF_PAGE, line);
    isPastFinal ||= isFinal;
    if (known === CHECKLIST_HEADING && !blocks.some(({ type }) => type === "list")) {
      tell(SECTIONS.at(i), `no list stands under "${CHECKLIST_HEADING}"; expected its items`, line);
    } else if (blocks.length === 0 && !isFinal) {
      tell(SECTIONS.at(i), "nothing stands under this heading; expected a paragraph", line);
    } else {
      const types = known === CHECKLIST_HEADING ? "list image" : "paragraph code list";
      const isStrange =
        tellStrangers(blocks, types, SECTIONS.at(i), tell) ||
        (blocks[0]?.type ?? "paragraph") !== "paragraph";
      if (!isKnown && (isStrange || isUnderNothing)) tell(SECTIONS.at(i), STRANGER, line);
      else if (!isKnown && near === undefined && source.isLaidOut) tell(SECTIONS.at(i), UNKNOWN, line);
    }
    isUnderNothing = blocks.length === 0;
  });
}

const UNKNOWN =
  "no post of the site has this heading; it seems to be a line of the page, or a part of another";
const STRANGER =
  "something stands here of a kind that the site has not there; a heading is lost, or a line is none";

/** Tells blocks of other types than a part of the article has, and code with other blocks below it; gives whether there are any. */
function tellStrangers(blocks: readonly BlockNode[], types: string, place: Place, tell: Tell): boolean {
  const strangers = blocks.filter(
    ({ type }, i) => !types.includes(type) || (type === "code" && (blocks[i + 1]?.type ?? "code") !== "code"),
  );
  for (const block of strangers) tell(place, STRANGER, firstLine(block), lastLine(block));
  return strangers.length > 0;
}

/** The text of a block as it stands; of an image, its caption. */
const textOf = (source: Source, block: BlockNode): string =>
  block.type === "image" ? source.slice(block.caption, block.captionEnd) : rawText(source, block);

/** Tells a block that seems to be several, or to have lost something; `goesOn` says that more of the article follows. */
function tellBlock(
  source: Source,
  block: BlockNode,
  text: string,
  place: Place,
  hasBox: boolean,
  goesOn: boolean,
  tell: Tell,
): void {
  const first = firstLine(block);
  const last = lastLine(block);
  const fault =
    !hasBox && lower(text).includes(BOX_HEADING)
      ? JOINED
      : FAULTS.find(([types, isFound]) => types.includes(block.type) && isFound(text))?.[2];
  if (fault !== undefined) {
    tell(place, fault, first, last);
    // What is run into an intro is of the sections.
    if (fault === JOINED && place === INTRO) tell(SECTIONS, fault, first, last);
  } else if (goesOn && block.type === "paragraph" && !endsSentence(text) && !text.endsWith(":"))
    tell(place, CUT, first, last);
  else if (block.type === "image" && /[^\p{L}\p{N}:.]$/u.test(source.body(last))) tell(place, MARKED, last);
}

/** Tells a known heading at either end of what should be another heading, an item or a block. */
function tellHeadings(source: Source, node: ArticleNode, tell: Tell): void {
  const { body } = node;
  const lines = body.flatMap((node) =>
    node.type === "list" ? node.items.flat() : [...new Set([firstLine(node), lastLine(node)])],
  );
  // A text may name a section that stands elsewhere.
  const headings = new Set(
    body.filter((node) => node.type === "heading").map(({ line }) => headingText(source.body(line))),
  );
  const start = startOfSections(node);
  for (const line of lines) {
    const heading = headingRunIn(lower(source.body(line)));
    if (heading === undefined || headings.has(heading)) continue;
    const message = `the heading "${heading}" stands within a line; put it on a line of its own`;
    // What is run into an intro is of the sections.
    if (line.number < start) tell(INTRO, message, line);
    tell(SECTIONS, message, line);
  }
}

/** What Markdown puts around code. */
const FENCES = /^`{3}/m;

/** What a block has that none of the site's has: the types of blocks, what it has, and what is told of that. */
type Fault = readonly [types: string, isFound: (text: string) => boolean, message: string];

const FAULTS: readonly Fault[] = [
  ["code list image", namesSource, JOINED],
  ["paragraph code list", (text) => isPageNumber(text) || isOfPage(text), OF_PAGE],
  ["paragraph", (text) => isSentenceOfPage(text) || hasByline(text), OF_PAGE],
  ["paragraph code list", isLikeHeading, "a heading with signs; take them off"],
  ["paragraph code", (text) => text.includes(BULLET_WITHIN), BULLETS],
  ["image", hasMarksOfImage, MARKED],
  ["paragraph", (text) => hasSigns(text) || text.includes("\t"), MARKED],
  ["paragraph", (text) => text.length > MAX_PARAGRAPH || startsAsTitle(text), JOINED],
  ["code paragraph", (text) => isMarkedCode(text) || FENCES.test(text), MARKED],
  ["code", isTypeset, MARKED],
  ["code", isDoubleSpaced, SPACED],
  ["code", isCutCode, "this code ends where more must follow; it seems to be cut short"],
  ["code", isTwiceCode, "this code stands twice"],
  ["code", hasPageLine, OF_PAGE],
  ["code", (text) => hasProse(text) || isJoinedCode(text) || startsAsProse(text), JOINED],
];
