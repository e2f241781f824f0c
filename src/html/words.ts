import { type HtmlElement, isElement, textOf } from "./node.ts";
import { oneLine } from "./segments.ts";

/** All text of an element as one line, whatever the elements in it are called. */
export function wordsOf(element: HtmlElement, html: string): string {
  let words = "";
  const visit = ({ children }: HtmlElement): void => {
    for (const child of children) {
      if (!isElement(child)) words += textOf(html, child);
      else visit(child);
    }
  };
  visit(element);
  return oneLine(words);
}
