import { BOX_HEADING } from "../format/headings.ts";
import type { Remark } from "../layout/draft.ts";
import { isFurniture, isSurelyFurniture } from "../layout/furniture.ts";
import type { LaidOut } from "../layout/lay-out.ts";
import { ArticleWriter } from "./article.ts";
import { BlockReader } from "./blocks.ts";
import { layOutBox } from "./box.ts";
import { gluedRemarks, plainLine } from "./glued.ts";
import { fieldLabels } from "./labels.ts";
import { tellLeftOut, tellLeftOutOfBox } from "./left-out.ts";
import type { HtmlElement, HtmlNode } from "./node.ts";
import { cutOf } from "./open-end.ts";
import { type Page, pageOf } from "./page.ts";
import { headingOf, linkOf, type Part } from "./parts.ts";
import { elementLine, folded, lineOf, linesOf, type Segment, segmentsOf, type Walk } from "./segments.ts";
import { Sheet } from "./sheet.ts";
import { withoutStrangers } from "./strangers.ts";
import { strayRemark } from "./stray.ts";
import { parseTreeOf } from "./tree.ts";
import { MAX_DEPTH } from "./tree-builder.ts";

/** Lays out a page as the site's text has a post: title, article, boxes, similar posts. */
export const layOutHtml = (html: string): LaidOut => layOutPage(pageOf(html, parseTreeOf(html)));

/** Lays out the parts of a page. */
export function layOutPage(page: Page): LaidOut {
  const sheet = new Sheet(page.walk.html);
  const ofTitle = writeTitle(page, sheet);
  const ofArticle = writeArticle(page, sheet);
  const remarks = page.boxes.flatMap((box) => writeBox(page.walk, box, sheet));
  const [first, ...others] = page.similar;
  if (first !== undefined) remarks.push(...writeSimilar(page.walk, [first, ...others], sheet));
  const { openEnd } = page;
  const isWhole = page.boxes.length > 0 && page.similar.some(({ segments }) => segments.length > 0);
  const cut = openEnd && cutOf(page.walk.html, openEnd, sheet.lastBefore(openEnd.at), isWhole);
  return {
    source: sheet.toSource(cut),
    remarks: [...depthRemarks(page), ...filledRemarks(page), ...ofTitle, ...ofArticle, ...remarks],
  };
}

/** Tells of elements that stand deeper in each other than they are read. */
function depthRemarks({ tooDeep }: Page): Remark[] {
  if (tooDeep === undefined) return [];
  const message = `elements stand more than ${MAX_DEPTH} deep in each other from here on; what is deeper was read as plain lines`;
  return [{ code: "unusual_article", path: [], message, from: tooDeep, to: tooDeep }];
}

/** Tells of blocks of WordPress that are in the article by their names alone. */
function filledRemarks({ article, filled }: Page): Remark[] {
  const message = "a block that WordPress fills when it shows the post; what it would show is not here";
  return filled
    .filter(({ from, to }) => from >= article.from && to <= article.to)
    .map((block) => strayRemark([block], [], message));
}

/** Writes the article without what is none of it; gives what was left out. */
function writeArticle(page: Page, sheet: Sheet): Remark[] {
  const { title: heading, article } = page;
  const isWithin = heading !== undefined && heading.from >= article.from && heading.to <= article.to;
  const title =
    heading === undefined ? "" : folded(elementLine(heading, { ...page.walk, kept: new Set([heading]) }));
  const walk = { ...page.walk, without: partsOf(page) };
  const start = isWithin ? heading.from : 0;
  const reader = new BlockReader(walk, article, start);
  const { blocks, remarks } = withoutStrangers(reader.blocks, { walk, article, title });
  const writer = new ArticleWriter(walk, sheet);
  for (const block of blocks) writer.write(block);
  return [...reader.remarks, ...remarks, ...writer.remarks, ...tellLeftOut(article, walk, blocks, start)];
}

/** What is no part of the article though it may stand in it. */
function partsOf({ title, boxes, similar }: Page): Set<HtmlNode> {
  const parts = new Set([...boxes, ...similar].flatMap(({ nodes }) => nodes));
  if (title !== undefined) parts.add(title);
  return parts;
}

function writeTitle({ title, walk }: Page, sheet: Sheet): Remark[] {
  if (title === undefined) return [];
  const segments = segmentsOf(title, { ...walk, kept: new Set([title]) });
  if (segments.length === 0) return [];
  const line = plainLine(walk.html, title.name === "title" ? withoutSite(walk.html, segments) : segments);
  writeLine(line.segments, sheet);
  sheet.end("title");
  sheet.blank();
  return gluedRemarks(line, "unusual_article", ["title"]);
}

/** The title of a document without the name of the site behind it. */
function withoutSite(html: string, segments: readonly Segment[]): readonly Segment[] {
  const [first] = segments;
  if (segments.length !== 1 || first === undefined || first.text.character !== undefined) return segments;
  const { from, to } = first.text;
  const site = /\s+[-–—|»·]\s+[^-–—|»·]*$/.exec(html.slice(from, to));
  return site === null || site.index === 0
    ? segments
    : [{ ...first, text: { ...first.text, to: from + site.index } }];
}

function writeLine(segments: readonly Segment[], sheet: Sheet): void {
  segments.forEach(({ text, starts, spaced }, i) => {
    if (i > 0 && (starts || spaced)) sheet.gap(text.from, text.from);
    sheet.add(text);
  });
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

/** What links under similar posts say that are no titles. */
const MORE = /^(?:read more|continue reading|more|weiterlesen|→|»|›)\b.{0,20}$|^[→»›]$/i;

/** Writes the titles of similar posts: the links, or where there are none the items or lines. Gives what is no title. */
function writeSimilar(walk: Walk, parts: readonly Part[], sheet: Sheet): Remark[] {
  const [first] = parts as [Part];
  const { from, to } = first.heading as HtmlElement;
  sheet.blank();
  sheet.put("Similar Posts", from, to);
  sheet.end();
  sheet.blank();
  const remarks: Remark[] = [];
  for (const title of parts.flatMap(({ segments }) => titlesOf(walk.html, segments))) {
    if (isFurniture(lineOf(walk.html, title))) {
      remarks.push(strayRemark(title, ["similarPosts"], "no title of a post; it was left out"));
      continue;
    }
    sheet.write("  • ");
    const line = plainLine(walk.html, title);
    writeLine(line.segments, sheet);
    sheet.end();
    remarks.push(...gluedRemarks(line, "unusual_article", ["similarPosts"]));
  }
  return remarks;
}

/** The titles under a heading: what stands in headings of their own, else the links, of each item the longest, else lines. */
function titlesOf(html: string, given: readonly Segment[]): Segment[][] {
  const segments = linesOf(given)
    .filter((line) => !isSurelyFurniture(lineOf(html, line)))
    .flat();
  const headed = segments.filter((segment) => headingOf(segment) !== undefined);
  const linked = segments.filter((segment) => linkOf(segment) !== undefined);
  const all = headed.length > 0 ? headed : linked.length > 0 ? linked : segments;
  const titles = new Map<unknown, Segment[]>();
  all.forEach((segment, i) => {
    const key =
      headingOf(segment) ?? linkOf(segment) ?? segment.item ?? (segment.starts ? segment : all[i - 1]);
    const title = titles.get(key);
    if (title === undefined) titles.set(key, [segment]);
    else title.push(segment);
  });
  const isOneItem = new Set(all.map(({ item }) => item)).size === 1;
  const longest = new Map<unknown, Segment[]>();
  for (const title of titles.values()) {
    const key = isOneItem ? title : (title[0]?.item ?? title);
    if (lineOf(html, title).length > lineOf(html, longest.get(key) ?? []).length) longest.set(key, title);
  }
  const seen = new Set<string>();
  return [...longest.values()].filter((title) => {
    const text = lineOf(html, title);
    const address = linkOf(title[0] as Segment)?.attribute("href") ?? "";
    if (MORE.test(text) || (address !== "" && seen.has(address))) return false;
    if (address !== "" && address !== "#") seen.add(address);
    return true;
  });
}
