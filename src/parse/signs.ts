/** Signs that extractors leave in values, and the site has in none. */

/**
 * A bar, a backslash or a bullet at an end, a tag, the marks around what a wiki shows as it stands, spaces as between
 * columns.
 */
const SIGNS = /^(?:[|│┃║\\•◦▪●]|[*+]\s|<<)|(?:[|│┃║\\]|\s[*+•])$|<\/?[a-z][\w-]*>|%%|''|(?<=\S) {3,}(?=\S)/i;

/** Gives the sign of a layout that stands in a value, if there is one. */
export const signOfLayout = (text: string): string | undefined => SIGNS.exec(text)?.[0];

/** What each UTF-16 unit is: a table, since it is asked for of every value. */
const EDGES = new Uint8Array(0x1_0000);
for (const sign of "|│┃║\\•◦▪●*+<") EDGES[sign.charCodeAt(0)] = 1;

/** Tells whether a sign stands at an end of a value that may be one of a layout. */
export const mayHoldSign = (text: string): boolean =>
  EDGES[text.charCodeAt(0)] === 1 || EDGES[text.charCodeAt(text.length - 1)] === 1;
