import { lower } from "../format/case.ts";
import { ARTICLE_HEADINGS, CHECKLIST_HEADING, FINAL_HEADING, SIMILAR_HEADING } from "../format/headings.ts";
import { pattern } from "../format/pattern.ts";
import { TABLE } from "../format/table.ts";
import { isFurniture, isSurelyFurniture } from "../layout/furniture.ts";
import { halfOf, namesSource } from "../layout/images.ts";
import { MAX_TITLE } from "../layout/titles.ts";
import { lettersOf } from "../layout/words.ts";
import type { PostBlock, PostSection } from "../schema/article.ts";
import type { PartialArticle, PartialMeta } from "../schema/post.ts";
import { startsWithCapital } from "../syntax/letters.ts";
import { endsSentence, endsWithWord, startsWithWord } from "../syntax/look.ts";
import { SITE_BULLET } from "../syntax/scan.ts";
import { hasByline } from "./byline.ts";
import {
  hasProse,
  isCutCode,
  isDoubleSpaced,
  isJoinedCode,
  isMarkedCode,
  isTwiceCode,
  isTypeset,
  isUnderPageLine,
  startsAsProse,
} from "./marked-code.ts";
import { isPageLine, isPageNumber } from "./page-number.ts";
import { endOfAll, hasSigns, startOfAll, startsWithSign } from "./signs.ts";
import { goesOnBelow, hasPageMarks, isFurnitureTitle } from "./title-marks.ts";

/**
 * How far an article has the shape of the site's own: a title, an intro of one paragraph, known sections of whole
 * paragraphs, a checklist that is a list, final notes of one paragraph.
 */
export interface Shape {
  /** How many parts are as on the site: title, intro, sections. */
  readonly typical: number;
  /** How many are otherwise. */
  readonly odd: number;
  /** Whether all of it is as on the site. What is not is looked at for layouts. */
  readonly isTypical: boolean;
}

/** The shape of what has no article. */
export const NO_SHAPE: Shape = { typical: 0, odd: 0, isTypical: true };

/** Tells the shape of an article. */
export function shapeOf(article: PartialArticle): Shape {
  const typical = Number(hasTypicalTitle(article)) + typicalParts(article);
  const odd = 2 + (article.sections?.length ?? 0) - typical;
  return { typical, odd, isTypical: odd === 0 && article.similarPosts?.length === 0 };
}

/**
 * Tells whether the box of a text shows that it was laid out otherwise: the heading under the box is in a list, several
 * items are one with a star between them, all items have a bullet of their own, another list has run into the stack, or the topic ends
 * as a sentence does. Items with the bullet of the site between them are reported where they are read.
 */
export function isRunTogether(
  { topic = "", stack = [], tools = [], checklist = [], notes = [] }: PartialMeta,
  text: string,
): boolean {
  const lists = [stack, tools, checklist, notes];
  return (
    endsSentence(topic) ||
    stack.length > MAX_STACK ||
    notes.some((note) => note.endsWith(SIMILAR_HEADING)) ||
    (text.includes("*") && lists.some((items) => items.some((item) => SEVERAL_ITEMS.test(item)))) ||
    (lists.every((items) => items.every(isBulleted)) && lists.some((items) => items.length > 1))
  );
}

/** More items than one that came in: another list has run into the stack. */
const MAX_STACK = TABLE.stack.size + 1;

/** Tells whether an item starts with a bullet or the box of a task. */
const isBulleted = (item: string): boolean => !startsWithWord(item) && /^(?:[-*+•]|\[[ x]\])\s/i.test(item);

/** A comma and a star within an item, or the bullet of the site: it is several. */
export const SEVERAL_ITEMS = /,\s\*\s|\s•\s/;

/** Tells whether a title is as on the site, and alone. */
export const hasTypicalTitle = ({ title, intro = [] }: PartialArticle): boolean =>
  title !== undefined && isTitle(title) && !goesOnBelow(title, firstText(intro));

/** Counts the parts under a title that have the shape of the site's own: intro, sections. */
export function typicalParts({ intro = [], sections = [] }: PartialArticle): number {
  let count = Number(isText(intro, INTRO));
  const last = sections.at(-1);
  for (let i = 0; i < sections.length; i++) {
    const section = sections[i] as PostSection;
    // What stands twice does so one after the other, or the last section is none.
    if (isSection(section, section === last) && section.heading !== sections[i - 1]?.heading) count++;
  }
  return count;
}

/** The text of the first block, if that is a paragraph. */
const firstText = ([first]: readonly PostBlock[]): string => (first?.type === "paragraph" ? first.text : "");

/** The known headings of sections, to go through. */
export const HEADINGS = [...ARTICLE_HEADINGS];

/** Gives the known heading that a heading is. Few differ, so that looking at each is sooner than at a table of all. */
export function knownHeading(heading: string): string | undefined {
  for (const known of HEADINGS) if (known === heading) return known;
  // Most are in lower case, and engines are slow to tell that of a text with bullets.
  const folded = lower(heading);
  return ARTICLE_HEADINGS.has(folded) ? folded : undefined;
}

/** Tells whether a section is known and holds what it has on the site: a list, one last paragraph, or paragraphs. */
function isSection({ heading, blocks }: PostSection, isLast: boolean): boolean {
  const known = knownHeading(heading);
  if (known === undefined) return false;
  if (known === CHECKLIST_HEADING) return isList(blocks);
  return known === FINAL_HEADING ? isLast && isText(blocks, FINAL) : isText(blocks, BODY);
}

/**
 * Gives the known heading that a text starts with before more, or that it ends with after more: a heading that has lost
 * the end of its line, or words of the text.
 */
export function headingRunIn(text: string): string | undefined {
  const first = HEADING_FIRST.exec(text)?.[1];
  // Headings end with a letter, and most texts do not.
  return first ?? (endsWithWord(text) ? HEADING_LAST.exec(text.slice(-MAX_HEADING))?.[1] : undefined);
}

const HEADING_FIRST = pattern`^(${HEADINGS}) `;
const HEADING_LAST = pattern`\s(${HEADINGS})$`;

/** Tells whether a text holds several known headings, as where a table of contents ran into it. */
export function hasHeadings(text: string): boolean {
  const words = lower(text);
  return HEADINGS.filter((heading) => words.includes(heading)).length > 1;
}

/** The longest heading and the white space before it. */
const MAX_HEADING = 1 + Math.max(...HEADINGS.map(({ length }) => length));

/** The bullet of the site within a line; engines find it sooner alone than between spaces. */
export const BULLET_WITHIN = ` ${SITE_BULLET} `;

/** Tells whether nothing of another part seems to be run into a text. Texts in capitals have headings in capitals. */
const isAlone = (text: string): boolean =>
  headingRunIn(startsWithCapital(text) ? lower(text) : text) === undefined &&
  !(text.includes(SITE_BULLET) && text.includes(BULLET_WITHIN));

/** Tells whether a title stands alone: no sentence, no link past the head, and nothing of the page with it. */
const isTitle = (title: string): boolean =>
  title.length <= MAX_TITLE &&
  title.includes(" ") &&
  !endsSentence(title) &&
  !hasPageMarks(title) &&
  !isFurnitureTitle(title);

/** What the paragraphs of a part are on the site: whether there is one alone, and what may stand below them. */
interface Paragraphs {
  readonly isOne: boolean;
  readonly below?: PostBlock["type"];
}

const INTRO: Paragraphs = { isOne: true, below: "image" };
const BODY: Paragraphs = { isOne: false, below: "code" };
const FINAL: Paragraphs = { isOne: true };

/** Tells whether blocks are whole paragraphs, as many as there are to be, with what may stand below them. */
function isText(blocks: readonly PostBlock[], { isOne, below }: Paragraphs): boolean {
  let paragraphs = 0;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as PostBlock;
    if (block.type === "paragraph") {
      if (i > paragraphs++ || block.text.length > MAX_PARAGRAPH || !endsSentence(block.text)) return false;
      if (hasSigns(block.text) || !isAlone(block.text) || isSentenceOfPage(block.text)) return false;
      if (isLikeHeading(block.text) || (isOne && hasByline(block.text))) return false;
      if (i > 0 && block.text === (blocks[i - 1] as Partial<typeof block>).text) return false;
    } else if (block.type !== below) {
      return false;
    } else if (block.type === "code") {
      if (i < blocks.length - 1 || !isBareCode(block.text)) return false;
      if (isJoinedCode(block.text) || headingRunIn(block.text) !== undefined) return false;
    } else if (!isImage(block, blocks[i - 1])) {
      return false;
    }
  }
  return isOne ? paragraphs === 1 : paragraphs > 0;
}

/** Tells whether a paragraph is a sentence that speaks of the page. */
export const isSentenceOfPage = (text: string): boolean =>
  text.length <= MAX_SENTENCE_OF_PAGE && isSurelyFurniture(text);

/** No paragraph of the real posts is as short. */
const MAX_SENTENCE_OF_PAGE = 150;

/** The longest paragraph of the site is a third of this. */
export const MAX_PARAGRAPH = 1500;

/** Tells whether blocks are one list with images under it. */
const isList = (blocks: readonly PostBlock[]): boolean =>
  blocks.every((block, i) =>
    i === 0
      ? block.type === "list" &&
        !block.items.some((item) => !LETTERS.test(item) && (hasSigns(item) || isSeveral(item))) &&
        !block.items.every(isBulleted) &&
        (endOfAll(block.items) ?? startOfAll(block.items)) === undefined &&
        headingRunIn(block.items.at(-1) as string) === undefined
      : isImage(block, blocks[i - 1]),
  ) && blocks.length > 0;

/** Letters alone, as most items have: no sign and no number can be among them. */
const LETTERS = /^[a-z](?:[a-z'’ -]*[a-z])?$/i;

/** Tells whether an item has bullets of others or the marks of an image in it. */
const isSeveral = (item: string): boolean =>
  isPageLine(item) || /\s[•◦▪●]\s|\S•\s|,\s[*+-]\s|!\[|\sreference \d+$/.test(item);

/** Tells whether a text is one line of words that pages show around their posts. */
export const isOfPage = (text: string): boolean => /^[\w ,:!'’-]+$/.test(text) && isFurniture(text);

/** Tells whether a text is a known heading with signs around it or between its words. */
export const isLikeHeading = (text: string): boolean =>
  text.length <= MAX_LIKE_HEADING && HEADING_LETTERS.has(lettersOf(lower(text)));
const HEADING_LETTERS = new Set(HEADINGS.map(lettersOf));
const MAX_LIKE_HEADING = 60;

/** A rule between parts of a page, or an address. */
const RULE = /^(?:[-_—]{3,}|(?:\*\s?){3,}|https?:\S+)$/;

/** A line that pages show and no code is: the number of a figure, what stands for one. */
const FIGURE =
  /^(?:(?:figure|fig\.|image|photo) \d{1,3}[.:]?|\[(?:image|img|photo|video|figure|embed)(?::? [^\]\n]*)?\])$/im;

/** Tells whether a line has words that pages show, and starts with a capital as lines of code of words alone do not. */
const isCapitalOfPage = (line: string): boolean => startsWithCapital(line) && isOfPage(line);

/** Tells whether a line of the page stands in code: over it, what it is; words that pages show, a rule or an address with empty lines around it; or other words of pages. */
export const hasPageLine = (code: string): boolean =>
  isUnderPageLine(code) ||
  FIGURE.test(code) ||
  code.split(/\n\s*\n\s*/).some((line) => isOfPage(line) || RULE.test(line)) ||
  code.split("\n").some(isCapitalOfPage);

/** Tells whether code has no marks of another format around it, and no prose within. */
const isBareCode = (text: string): boolean =>
  !isPageNumber(text) &&
  !isLikeHeading(text) &&
  !hasProse(text) &&
  !isDoubleSpaced(text) &&
  !hasPageLine(text) &&
  !text.endsWith("`") &&
  !/^(?:[\s`]|::(?:\n|$)|\.\. |<(?:code|pre)|#{1,6} |\*\*)/.test(text) &&
  !isMarkedCode(text) &&
  !isTypeset(text) &&
  !isCutCode(text) &&
  !isTwiceCode(text) &&
  !startsAsProse(text);

/** Tells whether a caption has what layouts leave in it, or pages write before it. */
export const hasMarksOfImage = (caption: string): boolean =>
  startsWithSign(caption) || NUMBER_ALONE.test(caption) || BRACKET.test(caption);
const NUMBER_ALONE = /^(?:[Ff]igure \d|(?:visual )?reference \d+$)/;
const BRACKET = /[[\]{}\\]/;

/** Tells whether a block is an image whose caption is a text alone, and stands there once. */
const isImage = (block: PostBlock, before: PostBlock | undefined): boolean =>
  block.type === "image" &&
  !hasMarksOfImage(block.caption) &&
  !(block.caption.includes(":") && namesSource(block.caption)) &&
  halfOf(block.caption) === undefined &&
  (block.source === null || endsWithWord(block.source)) &&
  !(before?.type === "image" && before.caption === block.caption);
