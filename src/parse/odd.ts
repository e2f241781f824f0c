import { visible } from "../syntax/pieces.ts";
import type { Line } from "../syntax/scan.ts";
import type { IssueList } from "./issues.ts";
import type { Place } from "./place.ts";

/** What is told of lines and texts that have what none of the site's have, or lack it. */

export const OF_PAGE = "a line of the page, or its number, seems to stand with the article; take it out";
export const MARKED = "marks of a layout or of the page stand with the text; expected the text alone";
export const JOINED = "several lines or parts seem to be run together; put each on lines of its own";
export const BULLETS = "a bullet stands within a line; the line ends before items seem to be lost";
export const SPACED = "empty lines seem to have come into code, or line ends are doubled";
export const FLAT = "this code is not indented as its blocks ask for";
export const WRAPPED = "the text runs over several lines; it was read as one, joined with spaces";

export const TWICE = "this stands here twice, or is the label above";
export const LABEL_WITHIN = "this is a label; the list seems to end above it";
export const OTHER_POST =
  "this is the title of another post; the heading of similar posts seems to be lost above it";
export const DISAGREES = "article and fields do not agree on this; a part seems lost or out of place";

/** Tells lines of an article. */
export type Tell = (place: Place, message: string, first: Line, last?: Line) => void;

/** Makes what tells them. */
export const tellerOf =
  (list: IssueList): Tell =>
  (place, message, first, last = first) =>
    list.add("unusual_article", place, message, visible(first), visible(last));
