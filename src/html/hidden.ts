import { BLOCKS } from "./elements.ts";
import { type HtmlElement, isElement, wholeText } from "./node.ts";

/** What a reader of a page does not see, and what of that is the page's text all the same. */

/** Class names of what is for screen readers alone, and of what is hidden from all. */
const UNSEEN_CLASS = /(?:^|\s)(?:screen-reader-text|sr-only|visually-hidden|visuallyhidden)(?:\s|$)/i;
const HIDDEN_CLASS = /(?:^|\s)(?:hidden|d-none|is-hidden)(?:\s|$)/i;
/** Classes by which what is hidden on small screens is shown on others. */
const SHOWN_CLASS = /(?:^|\s)(?:d-\w+-|\w+:)(?:block|flex|grid|inline|table|contents)/i;
const HIDDEN_STYLE =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|clip\s*:\s*rect|clip-path\s*:\s*inset\((?:50|100)%|mso-list\s*:\s*ignore|(?:left|text-indent)\s*:\s*-\d{4})/i;
/** Classes of fonts whose letters name a picture. */
const ICON_CLASS = /icon|symbol|glyph|(?:^|\s)fa[a-z]?(?:\s|-|$)/i;

/** Tells whether the letters of an element name a picture. */
export const isIconName = ({ name, attributes }: HtmlElement): boolean =>
  (name === "i" || name === "span") && ICON_CLASS.test(attributes.get("class") ?? "");

/** Tells whether a reader of the page never sees an element. */
export function isHidden(element: HtmlElement): boolean {
  const { attributes } = element;
  return attributes.size > 0 && (isHiddenAnywhere(element) || isHiddenByName(element));
}

/** Tells whether an element is hidden wherever it stands, in code, too. */
export const isHiddenAnywhere = (element: HtmlElement): boolean =>
  isHiddenByStyle(element) || isUnseen(element);

/** Tells whether an element is hidden by what in code may be the name of a word. */
export const isHiddenByName = (element: HtmlElement): boolean =>
  hasHiddenClass(element) || isOfNoVoice(element);

const isHiddenByStyle = (element: HtmlElement): boolean =>
  element.attributes.has("hidden") || HIDDEN_STYLE.test(element.attribute("style"));

function hasHiddenClass(element: HtmlElement): boolean {
  const name = element.attribute("class");
  return HIDDEN_CLASS.test(name) && !SHOWN_CLASS.test(name);
}

/** Tells whether an element is shown to nobody, at first at least. */
export const isHiddenFromAll = (element: HtmlElement): boolean =>
  isHiddenByStyle(element) || hasHiddenClass(element);

/** Tells whether an element within a line is shown to nobody, or read aloud alone, but for what a link says to whom it is read. */
export const isHiddenInLine = (element: HtmlElement): boolean =>
  isHiddenFromAll(element) || (element.parent?.name !== "a" && isUnseen(element));

/** Tells whether an element is for screen readers alone, and says what no picture beside it says. */
function isUnseen(element: HtmlElement): boolean {
  const name = element.attribute("class");
  return UNSEEN_CLASS.test(name) && !SHOWN_CLASS.test(name) && !isBesidePicture(element);
}

/** Tells whether a text says what the picture right before it means. */
function isBesidePicture(element: HtmlElement): boolean {
  const { parent } = element;
  if (parent === undefined || parent.name === "a") return false;
  const [before, last] = parent.children.slice(-2);
  return last === element && before !== undefined && isElement(before) && isPicture(before);
}

const PICTURES: ReadonlySet<string> = new Set(["i", "img", "span", "svg"]);

const isPicture = ({ name, children }: HtmlElement): boolean =>
  PICTURES.has(name) && (name === "svg" || children.length === 0);

/**
 * Tells whether an element is not read aloud and is no text either: blocks, pictures, the numbers of lines of code. Words and
 * letters within a line are seen by all, whoever else they are read to.
 */
function isOfNoVoice(element: HtmlElement): boolean {
  if (element.attribute("aria-hidden") !== "true") return false;
  if (BLOCKS.has(element.name) || element.name === "a" || ICON_CLASS.test(element.attribute("class")))
    return true;
  for (let at: HtmlElement | undefined = element; at !== undefined; at = at.parent)
    if (at.name === "pre" || at.name === "code") return true;
  return false;
}

const LISTS: ReadonlySet<string> = new Set(["ul", "ol"]);

/**
 * Of hidden elements, the rests of lists that are shown, behind a button that says so: items beside others, or a list under
 * one. What says the same as one that is shown is there for other screens.
 */
export function restsOfLists(hidden: readonly HtmlElement[], html: string): HtmlElement[] {
  const shownIn = new Map<HtmlElement, ReadonlySet<string>>();
  return hidden.filter((element) => {
    const { name, parent } = element;
    if (parent === undefined) return false;
    const isWithin = LISTS.has(parent.name);
    if (!isWithin && !LISTS.has(name)) return false;
    const shown = shownIn.get(parent) ?? shownTexts(parent, html, isWithin ? ITEM : LISTS);
    shownIn.set(parent, shown);
    const text = wholeText(html, element).trim();
    return shown.size > 0 && text !== "" && !shown.has(text);
  });
}

const ITEM: ReadonlySet<string> = new Set(["li"]);

/** The texts of the children of some names that are shown. */
const shownTexts = (parent: HtmlElement, html: string, names: ReadonlySet<string>): ReadonlySet<string> =>
  new Set(
    parent.children
      .filter(isElement)
      .filter((child) => names.has(child.name) && !isHidden(child))
      .map((child) => wholeText(html, child).trim()),
  );
