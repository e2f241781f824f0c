import { lower } from "../format/case.ts";
import { ARTICLE_HEADINGS } from "../format/headings.ts";
import { anyCase, flagged } from "../format/pattern.ts";
import { bareHeading, isHeadingText, isMarkdown } from "./markdown.ts";
import { blankAt, Row } from "./row.ts";
import { Strand } from "./strand.ts";

/**
 * Tags of HTML, or of the XML of TEI that trafilatura writes, which an extractor left in its text: blocks end a line, items
 * get a bullet, all others are taken off.
 */

const BLOCK =
  "h[1-6]|p|div|section|article|header|main|ul|ol|dl|dt|dd|table|thead|tbody|tr|figure|figcaption|details|summary|blockquote|body|html|img|doc|head|list|row|quote|graphic|comments|button";
const INLINE = "li|item|td|th|cell|a|br|lb|hr|pre|class|verbatim";
const OF_WORDS = "strong|b|em|i|u|code|span|small|mark|sup|sub|cite|q|kbd|samp";
const TAG = flagged("gi")`<(/?)(!doctype|${BLOCK}|${INLINE}|${OF_WORDS})(?:\s[^<>]*)?/?>`;
const IS_OF_WORDS = anyCase`^(?:${OF_WORDS})$`;
const IS_BLOCK = anyCase`^(?:${BLOCK}|li|item|br|lb|hr)$`;

/** A tag of words: where there are few, they may be a text's own. */
const TAG_OF_WORDS = anyCase`<(?:${OF_WORDS})(?:\s[^<>]*)?>`;

/** How many tags of blocks and items tell a text that kept them. */
const MIN_TAGS = 3;

/** Tells whether rows that are no code have tags of blocks. */
const hasTags = (rows: readonly Row[]): boolean =>
  rows.filter(
    ({ role, said }) =>
      role !== "code" &&
      /^<(?:h[1-6]|p|li|ul|div|table|tr|td|dt|dd|figure|figcaption|img)\b[^<>]*>/i.test(said),
  ).length >= MIN_TAGS;

/** Rows of lists and figures, which some extractors keep as they are in a text whose other tags are gone. */
const KEPT = /^<\/?(?:ul|ol|li|img|figure|figcaption)\b/i;

/**
 * Takes tags off a text that kept them; in another, what looks like one is a part of its code. Where the headings have
 * lost theirs, so have the paragraphs, and lists and figures alone may have some.
 */
export function articleWithoutTags(rows: readonly Row[]): readonly Row[] {
  if (!hasTags(rows)) return rows;
  const isBare = isBareOf(rows);
  return withoutTags(rows, ({ said }) => !isBare || KEPT.test(said));
}

/** Tells whether the headings of rows stand without tags. */
const isBareOf = (rows: readonly Row[]): boolean =>
  !isMarkdown(rows) && rows.some(({ said }) => isArticleHeading(said));

/** Tells whether a text kept the tags of all of its blocks. */
export const keepsTags = (rows: readonly Row[]): boolean => hasTags(rows) && !isBareOf(rows);

const isArticleHeading = (text: string): boolean =>
  isHeadingText(text) && ARTICLE_HEADINGS.has(bareHeading(text));

/** A comment of HTML, of no more than so many characters. */
const COMMENT = /(?<!\s)\s*<!--(?:(?!-->).){0,200}-->/g;

/** Takes comments off rows where there are several, since a value may hold one; what is one alone is no row. */
function withoutComments(rows: readonly Row[]): readonly Row[] {
  if (rows.filter(({ said }) => said.includes("<!--")).length < MIN_TAGS) return rows;
  return rows.map((row) => (row.said.includes("<!--") ? new Row(row.text.without(COMMENT), row.role) : row));
}

/** Takes comments and tags off rows that are no code; tags of words where there are several, since a value may name one. */
export function withoutAllTags(given: readonly Row[]): Row[] {
  const rows = withoutComments(given);
  const parts = rows.flatMap(({ said }) => (said.includes("<") ? said.split(TAG_OF_WORDS).slice(1) : []));
  return withoutTags(rows, () => true, parts.length >= MIN_TAGS);
}

/** Takes the tags of lists and items off. */
export const listsWithoutTags = (rows: readonly Row[]): Row[] =>
  withoutTags(rows, ({ said }) => /^<\/?(?:ul|ol|li)\b/i.test(said));

/** Takes tags off the rows of a kind, those of words among them or not. */
function withoutTags(rows: readonly Row[], isTagged: (row: Row) => boolean, isOfWords = true): Row[] {
  let depth = 0;
  return rows.flatMap((row) => {
    if (row.role === "code" || !row.text.text.includes("<") || !isTagged(row)) return [row];
    const { text } = row;
    const out: Strand[] = [];
    let parts: (Strand | string)[] = [];
    let last = 0;
    const end = (): void => {
      if (parts.some((part) => typeof part !== "string" && !part.isBlank)) out.push(Strand.join(parts));
      parts = [];
    };
    // What stands before a tag is the indentation of the tags, not of the text.
    last = /^\s*(?=<)/.exec(text.text)?.[0].length ?? 0;
    const start = last;
    for (const { index, 0: tag, 1: closes, 2: name = "" } of text.text.matchAll(TAG)) {
      if (!isOfWords && IS_OF_WORDS.test(name)) continue;
      parts.push(text.slice(last, index));
      last = index + tag.length;
      const kind = lower(name);
      if (/^(?:ul|ol|list)$/.test(kind)) depth = Math.max(0, depth + (closes ? -1 : 1));
      if (/^(?:t[dh]|cell)$/.test(kind) && closes) parts.push("\t");
      if (IS_BLOCK.test(kind)) end();
      if (/^(?:li|item)$/.test(kind) && !closes) parts.push(`${"  ".repeat(depth)}• `);
    }
    if (last === start) return [row];
    parts.push(text.slice(last));
    end();
    return out.length === 0 ? [blankAt(row)] : out.map((part) => new Row(part));
  });
}
