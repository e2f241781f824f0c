/** Signs that extractors leave in values, and the site has in none. */

/**
 * A bar, a backslash, a back-tick or a bullet at an end, a tag, the marks around what a wiki shows as it stands, spaces as
 * between columns.
 */
const SIGNS =
  /^(?:[|│┃║\\`•◦▪●]|[*+]\s|<<)|(?:[|│┃║\\`]|\s[*+•])$|<\/?[a-z][\w-]*>|%%|''|(?<=\S) {3,}(?=\S)/i;

/** Gives the sign of a layout that stands in a value, if there is one. */
export const signOfLayout = (text: string): string | undefined => SIGNS.exec(text)?.[0];

/** What is left of the number of a page between dashes, of which the first was taken for a bullet. */
const PAGE_ITEM = /^\d{1,4} [-–—]$/;

/** Tells whether an item is the number of a page. */
export const isPageItem = (text: string): boolean => PAGE_ITEM.test(text);
