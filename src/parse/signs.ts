import { SITE_BULLET } from "../syntax/scan.ts";

/** Signs that extractors leave in values, and the site has in none. */

/**
 * A bar, a backslash, a back-tick or a bullet at an end, a star or dash after a word, a line that is drawn, a tag, the marks around what a wiki shows as it stands, spaces as
 * between columns, the sign between two cells of LaTeX, a line end that was written out, braces of a wiki.
 */
const SIGNS =
  /^(?:[|│┃║\\`•◦▪●]|[*+&]\s|<<|\{\w+\}$)|(?:[|│┃║\\`*•–-]|\s\+|\\n)$|(?<=\S)\*(?=\s)|(?<=\w)-(?= \w)|\+[-=]{3,}|<\/?[a-z][\w-]*>|%%|''|(?<=\S) {3,}(?=\S)/i;

/** Gives the sign of a layout that stands in a value, if there is one. */
export const signOfLayout = (text: string): string | undefined => SIGNS.exec(text)?.[0];

/** What is left of the number of a page between dashes, of which the first was taken for a bullet. */
const PAGE_NUMBER = /^\d{1,4} [-–—]$/;
const MAX_PAGE_NUMBER = "1234 -".length;

/** The bullet of the site within an item, so that it is several. */
const WITHIN = /\s•\s/;

/** Gives the bullet of a list that stands within an item of it, or the number after that of the item. */
function bulletWithin(text: string, bullet: string): string | undefined {
  const next = bullet.replace(/^\d+/, (number) => String(Number(number) + 1));
  return [bullet, next].find((sign) => text.includes(` ${sign} `));
}

/** Gives what tells an item that is none, or several, whatever the text it stands in, but for the bullet of its list. */
export function oddItem(text: string, bullet: string): string | undefined {
  if (text.length <= MAX_PAGE_NUMBER && PAGE_NUMBER.test(text)) return text;
  if (text.includes(SITE_BULLET) && WITHIN.test(text)) return SITE_BULLET;
  return bullet === SITE_BULLET ? undefined : bulletWithin(text, bullet);
}
