import { ARTICLE_HEADINGS, BOX_HEADING, CHECKLIST_HEADING, FINAL_HEADING } from "../format/headings.ts";
import { isFurniture } from "../layout/furniture.ts";
import { namesSource } from "../layout/images.ts";
import { firstLine, lastLine, rawText } from "../syntax/ends.ts";
import { headingText } from "../syntax/known-heading.ts";
import type { ArticleNode, BlockNode, Heading } from "../syntax/nodes.ts";
import { visible } from "../syntax/pieces.ts";
import { type Line, SITE_BULLET, type Source } from "../syntax/scan.ts";
import type { IssueList } from "./issues.ts";
import { INTRO, type Place, SECTIONS, TITLE } from "./place.ts";
import { hasSigns, oddItem } from "./signs.ts";
import {
  BULLET_WITHIN,
  hasPageMarks,
  hasProse,
  headingRunIn,
  isDoubleSpaced,
  isJoinedCode,
  isOfPage,
  isPageNumber,
  MARKED_CODE,
  MAX_PARAGRAPH,
  MAX_TITLE,
  SIGNS,
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
 * Tells whether code has lost its indentation: a line that is no comment opens a block, and none is indented; or those
 * that are have one space, as where white space was collapsed.
 */
const isFlatCode = (text: string): boolean =>
  /\n[ \t]/.test(text)
    ? !/\n(?: {2}|\t)/.test(text)
    : FLAT_BLOCK.test(text) || (text.includes("- ") && FLAT_ITEM.test(text));

/** The end of a line that opens a block, which is soon found; then the line is looked back to. */
const FLAT_BLOCK = /[{:]\n(?!\})(?<=^(?![#/;*]).*\n)/m;

/** The keys of an item of YAML, of which the second stands where its list does. */
const FLAT_ITEM = /^- [\w-]+: .*\n[\w-]+:(?:\s|$)/m;

/**
 * Tells code whose indentation is lost. Dense copies, whose extractor takes it off, have no box, and are not asked.
 */
export function tellFlatCode(source: Source, { body }: ArticleNode, list: IssueList): void {
  for (const node of body) {
    if (node.type !== "code" || !isFlatCode(rawText(source, node))) continue;
    const message =
      "the lines of this code are not indented as its blocks ask for; indentation seems to be lost";
    list.add("unusual_article", SECTIONS, message, visible(firstLine(node)), visible(lastLine(node)));
  }
}

/** A bullet within an item. */
const GLYPH_WITHIN = /\S[ \t]+[•◦▪●][ \t]/;

/** Tells what an item of a list has that none of the site's has. */
function faultOfItem(text: string, bullet: string): string | undefined {
  if (GLYPH_WITHIN.test(text) || oddItem(text, bullet) !== undefined)
    return "a bullet stands within an item; several items seem to have lost the line ends between them";
  return hasSigns(text)
    ? "marks stand around an item, or a sign behind it; expected the text alone"
    : undefined;
}

/** Tells faulty items; those of the site's own lists need no look where the shape of the article is the site's. */
export function tellItems(source: Source, { body }: ArticleNode, isTypical: boolean, list: IssueList): void {
  for (const node of body) {
    if (node.type !== "list") continue;
    for (const lines of node.items) {
      const [first, last] = [lines[0] as Line, lines.at(-1) as Line];
      const bullet = source.bulletOf(first);
      if (isTypical && bullet === SITE_BULLET) break;
      const fault = faultOfItem(lines.map((line) => source.body(line)).join(" "), bullet);
      if (fault !== undefined) list.add("unusual_article", SECTIONS, fault, visible(first), visible(last));
    }
  }
}

/** Tells the parts of an article that are missing or seem to be several; `hasBox` says whether the source has a box. */
export function tellShape(source: Source, node: ArticleNode, hasBox: boolean, list: IssueList): void {
  const tell: Tell = (place, message, first, last = first) =>
    list.add("unusual_article", place, message, visible(first), visible(last));
  tellTitle(source, node, tell);
  tellSections(source, node, tell);
  for (const block of node.body) if (block.type !== "heading") tellBlock(source, block, hasBox, tell);
  tellHeadings(source, node, tell);
}

type Tell = (place: Place, message: string, first: Line, last?: Line) => void;

/** Tells a title with more than a title in it, and one with no paragraph under it. */
function tellTitle(source: Source, { title, body }: ArticleNode, tell: Tell): void {
  if (!title) return;
  const [first, last] = [title.lines[0] as Line, title.lines.at(-1) as Line];
  if (source.body(first).length > MAX_TITLE) {
    tell(
      TITLE,
      `a title of more than ${MAX_TITLE} characters; what follows it seems to be run into it`,
      first,
    );
  }
  const [under] = body;
  if (!under) return;
  const section = body.findIndex(({ type }) => type === "heading");
  const paragraphs = body.slice(0, Math.max(section, 0)).filter(({ type }) => type === "paragraph");
  if (source.isLaidOut && paragraphs.length > 1) {
    const message =
      "several paragraphs stand above the first heading; expected the intro alone, a heading seems to be lost";
    tell(INTRO, message, firstLine(paragraphs[1] as BlockNode));
  }
  if (/\w\.$/.test(source.body(last))) {
    tell(TITLE, "the title ends as a sentence; a line of the page seems to stand above it", first, last);
  }
  if (hasPageMarks(source.body(first))) {
    tell(TITLE, "the title seems to hold what a page shows beside it; expected a title alone", first);
  }
  if (under.type !== "paragraph") {
    tell(INTRO, "no paragraph stands between the title and what follows; expected the intro there", last);
  }
}

const OF_PAGE = "a line of the page, or its number, seems to stand with the article; take it out";

/** Tells sections with what does not belong in them, or without what does. */
function tellSections(source: Source, { body }: ArticleNode, tell: Tell): void {
  const sections: Part[] = [];
  for (const node of body) {
    if (node.type === "heading") sections.push({ heading: node, blocks: [] });
    else sections.at(-1)?.blocks.push(node);
  }
  let isPastFinal = false;
  sections.forEach(({ heading: { line }, blocks }, i) => {
    const known = headingText(source.body(line));
    const isFinal = known === FINAL_HEADING;
    if (
      isPageNumber(known) ||
      (!ARTICLE_HEADINGS.has(known) && (isPastFinal || isFurniture(known))) ||
      (isFinal && blocks.some(({ type }) => type === "code"))
    )
      tell(SECTIONS.at(i), OF_PAGE, line);
    isPastFinal ||= isFinal;
    if (known === CHECKLIST_HEADING && !blocks.some(({ type }) => type === "list")) {
      tell(SECTIONS.at(i), `no list stands under "${CHECKLIST_HEADING}"; expected its items`, line);
    } else if (blocks.length === 0 && !isFinal) {
      tell(SECTIONS.at(i), "nothing stands under this heading; expected a paragraph", line);
    }
  });
}

/** Tells a block that seems to be several, or to have lost something. */
function tellBlock(source: Source, block: BlockNode, hasBox: boolean, tell: Tell): void {
  const first = firstLine(block);
  const last = lastLine(block);
  const text =
    block.type === "image" ? source.slice(block.caption, block.captionEnd) : rawText(source, block);
  const faults = hasBox ? FAULTS : [RUN_IN, ...FAULTS];
  const [, , message] = faults.find(([types, isFound]) => types.includes(block.type) && isFound(text)) ?? [];
  if (message !== undefined) tell(SECTIONS, message, first, last);
  else if (block.type === "image" && /[!)}\]#*]$/.test(source.body(last)))
    tell(SECTIONS, "a sign of a layout stands behind the host of an image; expected the host alone", last);
}

/** Tells a known heading at either end of what should be another heading, an item or a block. */
function tellHeadings(source: Source, { body }: ArticleNode, tell: Tell): void {
  const lines = body.flatMap((node) =>
    node.type === "list" ? node.items.flat() : [...new Set([firstLine(node), lastLine(node)])],
  );
  // A text may name a section that stands elsewhere.
  const headings = new Set(
    body.filter((node) => node.type === "heading").map(({ line }) => headingText(source.body(line))),
  );
  for (const line of lines) {
    const heading = headingRunIn(source.body(line).toLowerCase());
    if (heading === undefined || headings.has(heading)) continue;
    tell(SECTIONS, `the heading "${heading}" stands within a line; put it on a line of its own`, line);
  }
}

/** What Markdown puts around code. */
const FENCES = /^`{3}/m;

/** What a block of some types has that none of the site's has: what finds it, and what is said of it. */
type Fault = readonly [
  types: readonly BlockNode["type"][],
  isFound: (text: string) => boolean,
  message: string,
];

/** A box that was lost in the article. */
const RUN_IN: Fault = [
  ["paragraph", "code", "list", "image"],
  (text) => text.toLowerCase().includes(BOX_HEADING),
  `the heading "${BOX_HEADING}" stands within a text; the box seems to be run into the article`,
];

const FAULTS: readonly Fault[] = [
  [
    ["code", "list", "image"],
    namesSource,
    'the words "image source:" stand within a text; an image seems to be run into it',
  ],
  [["paragraph", "code", "list"], (text) => isPageNumber(text) || isOfPage(text), OF_PAGE],
  [
    ["paragraph", "code"],
    (text) => text.includes(BULLET_WITHIN),
    "a bullet stands within a line; a list seems to be run into a paragraph or code",
  ],
  [
    ["image"],
    (text) => SIGNS.test(text),
    "the caption of an image holds signs of a layout; expected a text alone",
  ],
  [["paragraph"], hasSigns, "marks stand around a paragraph, or a sign behind it; expected the text alone"],
  [
    ["paragraph"],
    ({ length }) => length > MAX_PARAGRAPH,
    `a paragraph of more than ${MAX_PARAGRAPH} characters; several seem to have lost what stood between them`,
  ],
  [
    ["code", "paragraph"],
    (text) => MARKED_CODE.test(text) || FENCES.test(text),
    "marks of another format, or a button of the page, stand with these lines; expected the lines alone",
  ],
  [["code"], hasProse, "code with a sentence in it; a paragraph seems to be run together with another line"],
  [
    ["code"],
    isDoubleSpaced,
    "code with an empty line between all of its lines; the ends of lines seem to be doubled",
  ],
  [["code"], isJoinedCode, "code with several statements on one line; its line ends seem to be lost"],
];
