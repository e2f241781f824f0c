import type { List } from "./block.ts";
import { isWordItem } from "./find.ts";
import { type HtmlElement, type HtmlNode, isElement } from "./node.ts";
import { isBlankText, segmentsOf, type Walk } from "./segments.ts";

/** Reads a list that a word processor printed as paragraphs, from its first item on; gives its items, too. */
export function wordList(first: HtmlElement, walk: Walk): { list: List; items: readonly HtmlElement[] } {
  const all = (first.parent as HtmlElement).children;
  const isNone = (node: HtmlNode): boolean =>
    isElement(node) ? !isWordItem(node) : !isBlankText(walk.html, node);
  const start = all.indexOf(first);
  const end = all.findIndex((node, i) => i > start && isNone(node));
  const items = all.slice(start, end < 0 ? undefined : end).filter(isElement);
  const segments = items.flatMap((item) => segmentsOf(item, walk).map((segment) => ({ ...segment, item })));
  const { to } = items[items.length - 1] as HtmlElement;
  return { list: { type: "list", at: first, from: first.from, to, segments }, items };
}
