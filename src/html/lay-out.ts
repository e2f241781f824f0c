import { BOX_HEADING } from "../format/headings.ts";
import type { Remark } from "../layout/draft.ts";
import { isFurniture } from "../layout/furniture.ts";
import type { LaidOut } from "../layout/lay-out.ts";
import { ArticleWriter } from "./article.ts";
import { BlockReader } from "./blocks.ts";
import { layOutBox } from "./box.ts";
import { type Page, pageOf } from "./page.ts";
import { linkOf, type Part } from "./parts.ts";
import { elementLine, folded, lineOf, type Segment, segmentsOf, type Walk } from "./segments.ts";
import { Sheet } from "./sheet.ts";
import { withoutStrangers } from "./strangers.ts";
import { strayRemark } from "./stray.ts";
import { type HtmlElement, type HtmlNode, parseTreeOf } from "./tree.ts";

/** Lays out a page as the site's text has a post: title, article, boxes, similar posts. */
export const layOutHtml = (html: string): LaidOut => layOutPage(pageOf(html, parseTreeOf(html)));

/** Lays out the parts of a page. */
export function layOutPage(page: Page): LaidOut {
  const sheet = new Sheet(page.walk.html);
  writeTitle(page, sheet);
  const told = writeArticle(page, sheet);
  const remarks = page.boxes.flatMap((box) => writeBox(page.walk, box, sheet));
  const [first, ...others] = page.similar;
  if (first !== undefined) remarks.push(...writeSimilar(page.walk, [first, ...others], sheet));
  return { source: sheet.toSource(), remarks: [...told, ...remarks] };
}

/** Writes the article without what is none of it; gives what was left out. */
function writeArticle(page: Page, sheet: Sheet): Remark[] {
  const { title: heading, article } = page;
  const isWithin = heading !== undefined && heading.from >= article.from && heading.to <= article.to;
  const title =
    heading === undefined ? "" : folded(elementLine(heading, { ...page.walk, kept: new Set([heading]) }));
  const walk = { ...page.walk, without: partsOf(page) };
  const reader = new BlockReader(walk, article, isWithin ? heading.from : 0);
  const { blocks, remarks } = withoutStrangers(reader.blocks, { walk, article, title });
  const writer = new ArticleWriter(walk, sheet);
  for (const block of blocks) writer.write(block);
  return [...reader.remarks, ...remarks];
}

/** What is no part of the article though it may stand in it. */
function partsOf({ title, boxes, similar }: Page): Set<HtmlNode> {
  const parts = new Set([...boxes, ...similar].flatMap(({ nodes }) => nodes));
  if (title !== undefined) parts.add(title);
  return parts;
}

function writeTitle({ title, walk }: Page, sheet: Sheet): void {
  if (title === undefined) return;
  const segments = segmentsOf(title, { ...walk, kept: new Set([title]) });
  if (segments.length === 0) return;
  writeLine(title.name === "title" ? withoutSite(walk.html, segments) : segments, sheet);
  sheet.end("title");
  sheet.blank();
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

function writeBox({ html }: Walk, box: Part, sheet: Sheet): Remark[] {
  const { heading } = box;
  sheet.blank();
  if (heading !== undefined) {
    sheet.put(BOX_HEADING, heading.from, heading.to);
    sheet.end();
    sheet.blank();
  }
  return layOutBox(html, box, sheet);
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
    writeLine(title, sheet);
    sheet.end();
  }
  return remarks;
}

function titlesOf(html: string, segments: readonly Segment[]): Segment[][] {
  const isLinked = segments.some((segment) => linkOf(segment) !== undefined);
  const titles = new Map<unknown, Segment[]>();
  segments.forEach((segment, i) => {
    const link = linkOf(segment);
    if (isLinked && link === undefined) return;
    const key = link ?? segment.item ?? (segment.starts ? segment : segments[i - 1]);
    const title = titles.get(key);
    if (title === undefined) titles.set(key, [segment]);
    else title.push(segment);
  });
  const seen = new Set<string>();
  return [...titles.values()].filter((title) => {
    const text = lineOf(html, title);
    const address = linkOf(title[0] as Segment)?.attribute("href") ?? "";
    if (MORE.test(text) || (address !== "" && seen.has(address))) return false;
    if (address !== "" && address !== "#") seen.add(address);
    return true;
  });
}
