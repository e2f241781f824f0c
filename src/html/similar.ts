import type { Remark } from "../layout/draft.ts";
import { isFurniture, isSurelyFurniture } from "../layout/furniture.ts";
import { TITLE_PATTERN } from "../layout/title-words.ts";
import { gluedRemarks, plainLine } from "./glued.ts";
import type { HtmlElement } from "./node.ts";
import { headingOf, linkOf, type Part } from "./parts.ts";
import { folded, isSeveralLines, lineOf, linesOf, type Segment, type Walk } from "./segments.ts";
import type { Sheet } from "./sheet.ts";
import { doubtRemark, strayRemark } from "./stray.ts";

/** Writes the titles under the heading of similar posts. */

/** What links under similar posts say that are no titles. */
const MORE =
  /^(?:read more|continue reading|more|weiterlesen|→|»|›)\b.{0,20}$|^[→»›]$|^(?:(?:view|see|show|browse) )?(?:all|more)(?: (?:posts|articles|stories))?\W{0,3}$/i;

/** Addresses of what is no post: categories, tags, authors. */
const TERM_ADDRESS = /\/(?:category|categories|tags?|topics?|authors?)\//i;

const PATH = ["similarPosts"];

/** Writes the titles of similar posts: the links, or where there are none the items or lines. Gives what is no title. */
export function writeSimilar(walk: Walk, parts: readonly [Part, ...Part[]], sheet: Sheet): Remark[] {
  const { html } = walk;
  const { from, to } = parts[0].heading as HtmlElement;
  sheet.blank();
  sheet.put("Similar Posts", from, to);
  sheet.end();
  sheet.blank();
  const remarks: Remark[] = [];
  for (const { behind = [] } of parts)
    if (behind.length > 0) remarks.push(strayRemark(behind, PATH, NO_TITLE));
  const titles = parts.flatMap(({ segments }) => titlesOf(html, segments, remarks));
  const lines = titles.map((title) => lineOf(html, title));
  const isAlone = titles.length > 1 && lines.filter((line) => !isLong(line)).length === 1;
  titles.forEach((title, i) => {
    const line = lines[i] as string;
    if (isFurniture(line)) {
      remarks.push(strayRemark(title, PATH, NO_TITLE));
      return;
    }
    const plain = plainLine(html, title);
    sheet.write("  • ");
    sheet.line(plain.segments);
    sheet.end();
    remarks.push(...gluedRemarks(plain, "unusual_article", PATH));
    if (isAlone && isShort(line)) remarks.push(doubt(title, "a title much shorter than the others"));
    if (isSeveralLines(title))
      remarks.push(doubt(title, "a title of several lines or blocks; one may be none of it"));
  });
  const read = new Set(lines.map(folded));
  for (const segment of parts.flatMap(({ segments, beyond = [] }) => [...segments, ...beyond])) {
    const line = lineOf(html, [segment]);
    if (TITLE_PATTERN.test(line) && !read.has(folded(line))) remarks.push(doubt([segment], UNREAD));
  }
  return remarks;
}

const UNREAD =
  "this is a title as the site makes them, and was not read, since it does not stand as the others do";
const NO_TITLE = "no title of a post; it was left out";

const wordsOf = (line: string): number => line.split(" ").length;
const isShort = (line: string): boolean => wordsOf(line) < 4;
const isLong = (line: string): boolean => wordsOf(line) > 4;

const doubt = (title: readonly Segment[], message: string): Remark => doubtRemark(title, PATH, message);

/** The titles under a heading: what stands in headings of their own, else the links, of each item the longest, else lines. */
function titlesOf(html: string, given: readonly Segment[], remarks: Remark[]): Segment[][] {
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
  for (const title of withoutTerms(html, [...titles.values()], remarks)) {
    const key = isOneItem ? title : (title[0]?.item ?? title);
    if (lineOf(html, title).length > lineOf(html, longest.get(key) ?? []).length) longest.set(key, title);
  }
  return onceEach(html, [...longest.values()], remarks);
}

const addressOf = (title: readonly Segment[]): string => linkOf(title[0] as Segment)?.attribute("href") ?? "";

/** Takes out links to categories, which several posts have, or whose addresses say so; and tells them. */
function withoutTerms(html: string, titles: readonly Segment[][], remarks: Remark[]): Segment[][] {
  const counts = new Map<string, number>();
  const nameOf = (title: readonly Segment[]): string => `${addressOf(title)} ${lineOf(html, title)}`;
  for (const title of titles) counts.set(nameOf(title), (counts.get(nameOf(title)) ?? 0) + 1);
  return titles.filter((title) => {
    const isTerm =
      isShort(lineOf(html, title)) &&
      (TERM_ADDRESS.test(addressOf(title)) || (counts.get(nameOf(title)) ?? 0) > 1);
    if (isTerm) remarks.push(strayRemark(title, PATH, NO_TITLE));
    return !isTerm;
  });
}

/** Takes each title once, and of several links to one address the first; tells titles that stand twice apart. */
function onceEach(html: string, titles: readonly Segment[][], remarks: Remark[]): Segment[][] {
  const addresses = new Set(titles.map(addressOf));
  // Where all links lead to one address, that is no post's.
  const isTelling = addresses.size > 1;
  const seen = new Set<string>();
  let before = "";
  return titles.filter((title) => {
    const text = lineOf(html, title);
    const address = addressOf(title);
    if (MORE.test(text)) return false;
    const name = folded(text);
    if (seen.has(name) && name !== before)
      remarks.push(doubt(title, "a title that stands twice; their order may be another"));
    const isLink = isTelling && address !== "" && address !== "#";
    const isSeen = seen.has(name) || (isLink && seen.has(` ${address}`));
    before = name;
    seen.add(name);
    if (isLink) seen.add(` ${address}`);
    return !isSeen;
  });
}
