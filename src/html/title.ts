import type { Remark } from "../layout/draft.ts";
import { gluedRemarks, plainLine } from "./glued.ts";
import type { HtmlElement } from "./node.ts";
import { linkOf } from "./parts.ts";
import { isSeveralLines, type Segment, segmentsOf, type Walk } from "./segments.ts";
import type { Sheet } from "./sheet.ts";

/** Writes the title of a post, without what WordPress and themes put around it. */

const PATH = ["title"];

/** What WordPress writes before the title of a post that not everybody may read, and browsers before one with news. */
const BEFORE = /^\s*(?:(?:protected|private|gesch(?:ü|ue)tzt|privat)\s*:|\(\d{1,4}\))\s+(?=\S)/i;
/** What is written behind the title of a post with several pages. */
const BEHIND = /\s[-–—|]\s+page \d{1,3}(?: of \d{1,3})?\s*$/i;
/** The name of the site behind a title, and a sign between them that is a reference. */
const SITE = /\s[-–—|»·]\s+[^-–—|»·]*$/;
const SITE_SIGN = /^[-–—|»·]$/;
const SITE_NAME = /^\s[^-–—|»·]*$/;

/** Writes a title; gives what is to be told of it. */
export function writeTitle(title: HtmlElement, walk: Walk, sheet: Sheet): Remark[] {
  const { html } = walk;
  const segments = segmentsOf(title, { ...walk, kept: new Set([title]) });
  if (segments.length === 0) return [];
  const own = title.name === "title" ? withoutSite(html, segments) : segments;
  const isDoubtful = own !== segments && !isNamed(title, html, own);
  const bare = withoutEnds(html, own);
  const line = plainLine(html, bare);
  sheet.line(line.segments);
  sheet.end("title");
  sheet.blank();
  const told =
    bare === own
      ? (oddPart(title, line.segments) ?? (isDoubtful ? NO_SITE : undefined))
      : "what WordPress or a browser put around the title; it was left out";
  return gluedRemarks({ segments: own, told: told ?? line.told }, "unusual_article", PATH);
}

const NO_SITE =
  "what stands behind the last dash was left out as the name of the site, which stands nowhere else";

/** Tells whether what was taken off a document's title as the name of the site stands elsewhere in the page. */
function isNamed(title: HtmlElement, html: string, own: readonly Segment[]): boolean {
  const { to } = (own.at(-1) as Segment).text;
  const name = html
    .slice(to, title.to)
    .replace(/<[^<>]*>?/g, "")
    .replace(/^(?:\s|[-–—|»·]|&[#\w]+;)+/, "")
    .trim();
  const at = html.indexOf(name, title.to);
  return name === "" || at >= 0 || html.slice(0, title.from).includes(name);
}

/** Tells of a title that a link or a block is a part of: something to do with it, its number, what a page puts there. */
function oddPart(title: HtmlElement, segments: readonly Segment[]): string | undefined {
  const isWithin = (segment: Segment): boolean => (linkOf(segment)?.from ?? -1) >= title.from;
  if (segments.some(isWithin) && !segments.every(isWithin))
    return "a part of the title is a link; it may be none of it";
  return isSeveralLines(segments)
    ? "the title has several lines or blocks; one may be none of it"
    : undefined;
}

/** The text of a segment that is no reference; empty for one that is. */
const plainText = (html: string, { text: { character, from, to } }: Segment): string =>
  character === undefined ? html.slice(from, to) : "";

/** A title without what stands at its ends and is none of it; the same where nothing does. */
function withoutEnds(html: string, segments: readonly Segment[]): readonly Segment[] {
  const [first, last] = [segments[0] as Segment, segments.at(-1) as Segment];
  const from = first.text.from + (BEFORE.exec(plainText(html, first))?.[0].length ?? 0);
  const found = BEHIND.exec(plainText(html, last));
  const to = found === null ? last.text.to : last.text.from + found.index;
  if ((from === first.text.from && to === last.text.to) || from >= to) return segments;
  return segments.map((segment, i) => {
    const { text } = segment;
    const start = i === 0 ? from : text.from;
    return { ...segment, text: { ...text, from: start, to: i === segments.length - 1 ? to : text.to } };
  });
}

/** The title of a document without the name of the site behind it. */
function withoutSite(html: string, segments: readonly Segment[]): readonly Segment[] {
  const last = segments.at(-1) as Segment;
  const text = plainText(html, last);
  const sign = segments.at(-2)?.text.character;
  if (segments.length > 2 && sign !== undefined && SITE_SIGN.test(sign) && SITE_NAME.test(text))
    return segments.slice(0, -2);
  const site = SITE.exec(text);
  if (site === null || (site.index === 0 && segments.length === 1)) return segments;
  const { from } = last.text;
  return [...segments.slice(0, -1), { ...last, text: { ...last.text, to: from + site.index } }];
}
