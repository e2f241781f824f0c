import { BOX_HEADING } from "../format/headings.ts";
import type { Remark } from "../layout/draft.ts";
import type { LaidOut } from "../layout/lay-out.ts";
import { ArticleWriter } from "./article.ts";
import { BlockReader } from "./blocks.ts";
import { layOutBox } from "./box.ts";
import { fieldLabels } from "./labels.ts";
import { tellLeftOut, tellLeftOutOfBox } from "./left-out.ts";
import { noArticleRemarks } from "./no-article.ts";
import type { HtmlNode } from "./node.ts";
import { cutOf } from "./open-end.ts";
import { openQuoteRemarks } from "./open-quote.ts";
import { type OwnBox, ownBox } from "./own-box.ts";
import { type Page, pageOf } from "./page.ts";
import type { Part } from "./parts.ts";
import { folded, ownLine, type Walk } from "./segments.ts";
import { Sheet } from "./sheet.ts";
import { writeSimilar } from "./similar.ts";
import { withoutStrangers } from "./strangers.ts";
import { doubtRemark, strayRemark } from "./stray.ts";
import { writeTitle } from "./title.ts";
import { parseTreeOf } from "./tree.ts";
import { MAX_DEPTH } from "./tree-builder.ts";

/** Lays out a page as the site's text has a post: title, article, boxes, similar posts. */
export const layOutHtml = (html: string): LaidOut => layOutPage(pageOf(html, parseTreeOf(html)));

/** Lays out the parts of a page, with its own box. */
export function layOutPage(page: Page, { box, remarks: ofBox }: OwnBox = ownBox(page)): LaidOut {
  const sheet = new Sheet(page.walk.html);
  const ofTitle = page.title === undefined ? [] : writeTitle(page.title, page.walk, sheet);
  const ofArticle = writeArticle(page, sheet);
  const remarks = [...ofBox];
  if (box !== undefined) remarks.push(...writeBox(page.walk, box, sheet));
  const [first, ...others] = page.similar;
  if (first !== undefined) remarks.push(...writeSimilar(page.walk, [first, ...others], sheet));
  const { openEnd } = page;
  const isWhole = page.boxes.length > 0 && page.similar.some(({ segments }) => segments.length > 0);
  const cut = openEnd && cutOf(page.walk.html, openEnd, sheet.lastBefore(openEnd.at), isWhole);
  return {
    source: sheet.toSource(cut),
    remarks: [
      ...depthRemarks(page),
      ...secondRemarks(page),
      ...filledRemarks(page),
      ...similarRemarks(page),
      ...openQuoteRemarks(page.quotes.found),
      ...ofTitle,
      ...ofArticle,
      ...remarks,
    ],
  };
}

/** Tells of elements that stand deeper in each other than they are read. */
function depthRemarks({ tooDeep }: Page): Remark[] {
  if (tooDeep === undefined) return [];
  const message = `elements stand more than ${MAX_DEPTH} deep in each other from here on; what is deeper was read as plain lines`;
  return [{ code: "unusual_article", path: [], message, from: tooDeep, to: tooDeep }];
}

/** Tells of a second post, where it starts. */
function secondRemarks({ second }: Page): Remark[] {
  if (second === undefined) return [];
  const { from, to } = second;
  const message = "a second post starts here; only the first is read: give the element of each by itself";
  return [{ code: "several_posts", path: [], message, from, to }];
}

/** Tells of blocks of WordPress that are in the article by their names alone. */
function filledRemarks({ article, filled }: Page): Remark[] {
  const message = "a block that WordPress fills when it shows the post; what it would show is not here";
  return filled
    .filter(({ from, to }) => from >= article.from && to <= article.to)
    .map((block) => strayRemark([block], [], message));
}

/** Tells the heading of similar posts where it was read as none. */
function similarRemarks({ unreadSimilar }: Page): Remark[] {
  if (unreadSimilar === undefined) return [];
  return [doubtRemark([unreadSimilar], ["similarPosts"], UNREAD_SIMILAR)];
}

const UNREAD_SIMILAR =
  "this may be the heading of similar posts, misspelled, or with more in its element; nothing was read under it";

/** Writes the article without what is none of it; gives what was left out. */
function writeArticle(page: Page, sheet: Sheet): Remark[] {
  const { title: heading, article } = page;
  const isWithin = heading !== undefined && heading.from >= article.from && heading.to <= article.to;
  const title = heading === undefined ? "" : folded(ownLine(heading, page.walk));
  const walk = { ...page.walk, without: partsOf(page) };
  const start = isWithin ? heading.from : 0;
  const reader = new BlockReader(walk, article, start);
  const { blocks, remarks } = withoutStrangers(reader.blocks, { walk, article, title });
  const writer = new ArticleWriter(walk, sheet);
  for (const block of blocks) writer.write(block);
  return [
    ...noArticleRemarks(page, blocks),
    ...reader.remarks,
    ...remarks,
    ...writer.remarks,
    ...tellLeftOut(article, walk, blocks, start),
  ];
}

/** What is no part of the article though it may stand in it. */
function partsOf({ title, boxes, similar }: Page): Set<HtmlNode> {
  const parts = new Set([...boxes, ...similar].flatMap(({ nodes }) => nodes));
  if (title !== undefined) parts.add(title);
  return parts;
}

function writeBox(walk: Walk, given: Part, sheet: Sheet): Remark[] {
  const labels = given.labels ?? fieldLabels(walk.html, given.segments);
  const box = { ...given, labels };
  const { heading } = box;
  sheet.blank();
  if (heading !== undefined) {
    sheet.put(BOX_HEADING, heading.from, heading.to);
    sheet.end();
    sheet.blank();
  }
  const remarks = [...layOutBox(walk.html, box, sheet), ...tellLeftOutOfBox(box, labels, walk)];
  const { behind = [] } = box;
  if (behind.length === 0) return remarks;
  return [
    ...remarks,
    strayRemark(behind, ["meta"], "text under the rows of the box, which is none; it was left out"),
  ];
}
