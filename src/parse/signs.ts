/** Signs that extractors leave in values, and the site has in none. */

/**
 * A bar, a backslash, a back-tick or a bullet at an end, a tag, the marks around what a wiki shows as it stands, spaces as
 * between columns.
 */
const SIGNS =
  /^(?:[|│┃║\\`•◦▪●]|[*+]\s|<<)|(?:[|│┃║\\`]|\s[*+•])$|<\/?[a-z][\w-]*>|%%|''|(?<=\S) {3,}(?=\S)/i;

/** Gives the sign of a layout that stands in a value, if there is one. */
export const signOfLayout = (text: string): string | undefined => SIGNS.exec(text)?.[0];
