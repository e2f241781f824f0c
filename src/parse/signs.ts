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

/** Gives what tells an item that is none, or several, whatever the text it stands in. */
export const oddItem = (text: string): string | undefined =>
  text.length <= MAX_PAGE_NUMBER && PAGE_NUMBER.test(text)
    ? text
    : text.includes("•") && WITHIN.test(text)
      ? "•"
      : undefined;
