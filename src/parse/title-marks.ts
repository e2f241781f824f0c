import { BOX_HEADING } from "../format/headings.ts";
import { anyCase } from "../format/pattern.ts";
import { isFurniture, isSurelyFurniture, MONTH, SITE_NAME } from "../layout/furniture.ts";
import { halfOf } from "../layout/images.ts";
import { isSeveralTitles, TITLE_STARTS } from "../layout/titles.ts";
import { startsWithCapital } from "../syntax/letters.ts";
import { endsWithWord } from "../syntax/look.ts";
import { hasSigns, startsWithSign } from "./signs.ts";

/** What pages and layouts leave around a title, of the post or of another. */

/** The longest line of likely page furniture that could be taken for a title; titles of the site are longer. */
const MAX_FURNITURE = 40;

/** What a page or a mail shows before a title, and not as a whole: signs, what it is, a date. */
const BEFORE_TITLE =
  /^(?:(?:title|subject|re|fwd?|read|link):|permalink to |heading level \d|(?:---|[=#*]+)\s|\*\*|`{3}|<[a-z]\w*[ >]|[!>[]|h[1-6][.(]|"[^"]*$|\d{1,4}[/.:-]\d)/i;

/** A picture before a title. */
const PICTURE = /^\p{So}/u;

/** What a page shows behind a title: how many read it or had to say something; links to categories, its author, the name of the site. */
const COUNT_BEHIND = /\d (?:comments?|views?|likes?|shares?|min(?:ute)?s?(?: read)?)$/i;
const FILED_BEHIND = anyCase`(?:${MONTH}\.? \d{1,2},? \d{4}|\s\d{4}-\d\d-\d\d)$|\s(?:posted|published) (?:by|in|on)\b`;
const BEHIND_TITLE = anyCase`\s(?:(?:[|»›«→•·>/]|::)\s|${SITE_NAME.source.replace(/^\\s\+|\$$/g, "")})`;

/** The name of another site, with capitals, before or behind a title without any. */
const OTHER_SITE = /^\P{Lu}+\s[-–—]\s\p{Lu}[^.]*$|^(?:\p{Lu}\S*\s){1,4}[-–—]\s\P{Lu}+$/u;

/** A byline right behind the last word of a title, and the name of a site behind a title of the site. */
const BYLINE_BEHIND = /\p{Ll}(?:By|Posted|Published|Written) /u;
const SITE_BEHIND = anyCase`^(?:${TITLE_STARTS}\b|[^:]{1,40} notes: ).* [-–—] `;

/** What stands in no title: a tab, a gap, a comma or colon apart, two sentences, marks of wikis, manuals and books, the heading of the box. */
const MARKS_WITHIN = anyCase`\t| {2,}\S|\s[,:]\s|[a-z]{2}\. [a-z]|\{\{|^(?:@\w+ |\.[a-z]{2} |\\\w+\{)|\s\*[\w-]+\*$|${BOX_HEADING}`;

/** Words alone, as most titles have: none of these marks but those of a start can be among them. */
const PLAIN = /^(?:(?!(?:meta|posted|published)\b)[a-z'’]+(?:-(?!$)|:? |$))+$/i;

/** Tells whether a title has a mark of a page around it. */
export const hasPageMarks = (title: string): boolean =>
  BEFORE_TITLE.test(title) ||
  (!PLAIN.test(title) && hasMarks(title)) ||
  (title.includes(" ") && title.length >= MAX_FURNITURE && halfOf(title) !== undefined);

const hasMarks = (title: string): boolean =>
  hasSigns(title) ||
  (startsWithSign(title) && PICTURE.test(title)) ||
  COUNT_BEHIND.test(title) ||
  FILED_BEHIND.test(title) ||
  BEHIND_TITLE.test(title) ||
  OTHER_SITE.test(title) ||
  BYLINE_BEHIND.test(title) ||
  SITE_BEHIND.test(title) ||
  (!endsWithWord(title) && /(?:[¶…\\\]>"}]|\.{3})$|\s(?:#|[-=]{3,})$/.test(title)) ||
  MARKS_WITHIN.test(title);

/** Tells whether a title is a line of the page. */
export const isFurnitureTitle = (title: string): boolean =>
  title.length < MAX_FURNITURE ? isFurniture(title) : isSurelyFurniture(title);

/** Tells whether a title goes on with what stands under it: it starts with a capital, and so do sentences there, but for the first. */
export const goesOnBelow = (title: string, under: string): boolean =>
  startsWithCapital(title) && /^\p{Ll}.*\.\s+\p{Lu}/u.test(under);

/** The start of a title of the site within a line, what pages show below their posts, an address, and a gap as between columns. */
const MORE = anyCase`https?:\/\/|.\b(?:leave a (?:comment|reply)|your email address|required fields|post navigation|(?:previous|next) post|search for:|recent (?:posts|comments)|powered by)|.${TITLE_STARTS}\b|\[(?=[^\s[\]]*\/)[^\s[\]]{1,200}\]$|\S(?:\t| {2})\s*\S`;

/** Tells whether a title of another post has more behind it: a second one, lines of the page, an address. */
export const hasMore = (title: string): boolean => MORE.test(title) || isSeveralTitles(title);
