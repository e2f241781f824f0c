/**
 * Parse web pages of AlphaNode posts. htmlparser2 is an optional peer: install it to import this entry.
 *
 * @module alphanode-post/html
 */
export { parseHtml, safeParseHtml } from "./parse.ts";
