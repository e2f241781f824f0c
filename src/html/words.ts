import { type HtmlElement, wholeText } from "./node.ts";
import { oneLine } from "./segments.ts";

/** All text of an element as one line, whatever the elements in it are called. */
export const wordsOf = (element: HtmlElement, html: string): string => oneLine(wholeText(html, element));
