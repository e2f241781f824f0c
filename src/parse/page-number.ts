import { anyCase } from "../format/pattern.ts";

/** The numbers of pages, which stand between two pages of a print. */

/** The number of a page, alone or between dashes, as it stands between two pages of a print. */
const PAGE_NUMBER = /^(?:[-–—]\s)?(?:page\s)?\d{1,4}(?:(?:\s(?:of|\/)\s|\/)\d{1,4})?(?:\s[-–—])?$/i;
const MAX_PAGE_NUMBER = "- page 1234 of 1234 -".length;

/** A line that is one by its words, its dashes or the count of all. */
const PAGE_LINE =
  /[^\S\n]*(?:[-–—]\s\d{1,4}\s[-–—]|page\s\d{1,4}(?:\s(?:of|\/)\s\d{1,4})?|\d{1,3}\s?\/\s?\d{1,3})[^\S\n]*(?![^\n])/;

/** The first of several lines that is one, or another; a number alone may be a line of code, but not its first or last. */
const FIRST_PAGE_LINE = anyCase`^(?:\d{1,4}\n|${PAGE_LINE})`;
const OTHER_PAGE_LINE = anyCase`\n(?:\d{1,4}(?![^])|${PAGE_LINE})`;

/** Tells whether a line is the number of a page. */
export const isPageLine = (line: string): boolean => line.length <= MAX_PAGE_NUMBER && PAGE_NUMBER.test(line);

/** Tells whether a text is the number of a page, which is no code, no heading and no item, or has a line that is one. */
export const isPageNumber = (text: string): boolean =>
  isPageLine(text) || (text.includes("\n") && (FIRST_PAGE_LINE.test(text) || OTHER_PAGE_LINE.test(text)));
