import { BLOCKS } from "./elements.ts";
import { type HtmlElement, isElement } from "./node.ts";

/** What an element holds: blocks, images and their captions, links. */

/** Tells whether an element within a line holds blocks, as links around figures do. */
export function holdsBlock(element: HtmlElement): boolean {
  return element.children.some((child) => isElement(child) && (BLOCKS.has(child.name) || holdsBlock(child)));
}

/** Tells whether an element is what the classic editor makes of an image with a caption. */
export const isCaptioned = (element: HtmlElement): boolean =>
  /(?:^|\s)wp-caption(?:\s|$)/.test(element.attribute("class"));

/** Tells whether an element is an item of a list as word processors print them: a paragraph that is called so. */
export const isWordItem = ({ name, attributes }: HtmlElement): boolean =>
  name === "p" && /(?:^|\s)MsoList/.test(attributes.get("class") ?? "");

/** What an element looks to be by its name and its class: what looks alike is one of several. */
export const lookOf = (element: HtmlElement): string => `${element.name} ${element.attribute("class")}`;

/** Tells whether a list goes on with the next item of another: editors of notes give each item a list. */
export const isNextItem = (node: HtmlElement, list: HtmlElement): boolean =>
  isOneItem(list) &&
  isOneItem(node) &&
  node.name === list.name &&
  node.attribute("class") === list.attribute("class");

const isOneItem = ({ name, children }: HtmlElement): boolean =>
  (name === "ul" || name === "ol") &&
  children.filter((child) => isElement(child) && child.name === "li").length === 1;

const MEDIA: ReadonlySet<string> = new Set(["audio", "embed", "iframe", "object", "video"]);

/** Tells whether an element is played, or shown by another site. */
export const isMedia = ({ name }: HtmlElement): boolean => MEDIA.has(name);

/** Gives the descendants that a test picks, without looking within them. */
export function descendants(element: HtmlElement, test: (child: HtmlElement) => boolean): HtmlElement[] {
  return element.children.flatMap((child) => {
    if (!isElement(child)) return [];
    return test(child) ? [child] : descendants(child, test);
  });
}

export const imagesOf = (element: HtmlElement): HtmlElement[] =>
  descendants(element, ({ name }) => name === "img" || name === "noscript").filter(
    ({ name }) => name === "img",
  );

export const captionsOf = (element: HtmlElement): HtmlElement[] =>
  descendants(
    element,
    (child) =>
      child.name === "figcaption" ||
      /(?:^|\s)(?:wp-caption-text|wp-element-caption|caption)(?:\s|$)/.test(child.attribute("class")),
  );

/** Tells whether all items of a list lead to places within a page. */
export function isTableOfContents(list: HtmlElement): boolean {
  const links = descendants(list, ({ name }) => name === "a");
  const items = descendants(list, ({ name }) => name === "li");
  return (
    items.length > 0 &&
    links.length >= items.length &&
    links.every((link) => link.attribute("href").includes("#"))
  );
}
