import { isBlank } from "../format/text.ts";
import { BLOCKS } from "./elements.ts";
import { isWordItem } from "./find.ts";
import { isFurniture } from "./furniture.ts";
import { isHiddenInLine } from "./hidden.ts";
import { type HtmlElement, type HtmlNode, type HtmlText, isElement, textOf, wholeText } from "./node.ts";

/** A stretch of the text of a line, and the element it stands in. */
export interface Piece {
  readonly text: HtmlText;
  readonly parent: HtmlElement;
  /** Whether it starts a line, and whether white space stands before it. */
  readonly starts: boolean;
  readonly spaced: boolean;
  /** Whether something stands beside it, within its line, that is hidden. */
  isBesideHidden?: boolean;
}

/** A stretch of text in the order of the page, and where it stands. */
export interface Segment extends Piece {
  /** How deep it stands in the tree. */
  readonly depth: number;
  /** The innermost item of a list that it stands in, and in how many lists. */
  readonly item: HtmlElement | undefined;
  readonly lists: number;
  /** The innermost cell of a table that it stands in. */
  readonly cell: HtmlElement | undefined;
}

/** What is walked through: an element, what of it is left out, and where the walk starts and stops. */
export interface Walk {
  readonly html: string;
  /** Elements that are walked through whatever they are called. */
  readonly kept: ReadonlySet<HtmlElement>;
  /** Elements and texts that are left out. */
  readonly without?: ReadonlySet<HtmlNode>;
}

/** Gives the text of an element that is not blank, stretch by stretch. */
export function segmentsOf(root: HtmlElement, walk: Walk): Segment[] {
  const segments: Segment[] = [];
  new Flattener(walk, segments).element(root, 0, undefined, 0, undefined);
  return segments;
}

class Flattener {
  private starts = true;
  private spaced = false;

  constructor(
    private readonly walk: Walk,
    private readonly segments: Segment[],
  ) {}

  element(
    parent: HtmlElement,
    depth: number,
    item: HtmlElement | undefined,
    lists: number,
    cell: HtmlElement | undefined,
  ): void {
    const { kept, without } = this.walk;
    for (const child of parent.children) {
      if (without?.has(child)) continue;
      if (!isElement(child)) {
        this.text(child, parent, depth, item, lists, cell);
        continue;
      }
      const { name } = child;
      if (name === "br" || name === "hr") this.starts = true;
      else if (name === "wbr") continue;
      else if (name === "img") this.image(child, depth, item, lists, cell);
      else if (kept.has(child) || !(isFurniture(child) || isAnchor(child, this.walk.html))) {
        const isBlock = BLOCKS.has(name);
        if (isBlock) this.starts = true;
        const isItem = name === "li" || isWordItem(child);
        const isList = name === "ul" || name === "ol" || (isItem && name === "p");
        this.element(
          child,
          depth + 1,
          isItem ? child : item,
          isList ? lists + 1 : lists,
          name === "td" || name === "th" ? child : cell,
        );
        if (isBlock) this.starts = true;
      } else noteHidden(this.walk.html, child, this.starts ? undefined : this.segments.at(-1));
    }
  }

  private text(
    text: HtmlText,
    parent: HtmlElement,
    depth: number,
    item: HtmlElement | undefined,
    lists: number,
    cell: HtmlElement | undefined,
  ): void {
    const { html } = this.walk;
    if (isBlankText(html, text)) {
      this.spaced = true;
      return;
    }
    const { starts } = this;
    const spaced = this.spaced || touchesSpace(html, text, "start");
    this.segments.push({ text, parent, depth, item, lists, cell, starts, spaced });
    this.starts = false;
    this.spaced = touchesSpace(html, text, "end");
  }

  /** A picture of a smiley stands for the smiley. */
  private image(
    image: HtmlElement,
    depth: number,
    item: HtmlElement | undefined,
    lists: number,
    cell: HtmlElement | undefined,
  ): void {
    if (!isSmiley(image)) return;
    for (const text of image.alt) this.text(text, image, depth + 1, item, lists, cell);
  }
}

/** Tells whether a link leads to a place of the page and says nothing, as those do that headings have for their address. */
function isAnchor(link: HtmlElement, html: string): boolean {
  if (link.name !== "a" || !link.attribute("href").startsWith("#")) return false;
  return link.children.every((child) => !isElement(child) && !/[\p{L}\p{N}]/u.test(textOf(html, child)));
}

/** Tells whether an image is a smiley or another character that WordPress shows as a picture. */
export const isSmiley = (image: HtmlElement): boolean =>
  /(?:^|\s)(?:wp-smiley|emoji)(?:\s|$)/.test(image.attribute("class"));

/** Tells whether a stretch is white space that stands there as layout. A reference to a space is a space. */
export function isBlankText(html: string, { character, from, to }: HtmlText): boolean {
  if (character !== undefined) return false;
  for (let at = from; at < to; at++) if (!isBlank(html.charCodeAt(at))) return false;
  return true;
}

/** Tells whether white space stands at an end of a stretch. */
export const touchesSpace = (
  html: string,
  { character, from, to }: HtmlText,
  end: "start" | "end",
): boolean => character === undefined && isBlank(html.charCodeAt(end === "start" ? from : to - 1));

/** Notes what is hidden beside a stretch, within its line; what stands there twice, for other screens, is shown once. */
export function noteHidden(html: string, element: HtmlElement, beside: Piece | undefined): void {
  if (beside === undefined || BLOCKS.has(element.name) || !isHiddenInLine(element)) return;
  // What is seen and not read aloud has what is read aloud beside it.
  if (beside.parent.attribute("aria-hidden") === "true") return;
  const text = wholeText(html, element);
  if (/[\p{L}\p{N}]/u.test(text) && text.trim() !== textOf(html, beside.text).trim())
    beside.isBesideHidden = true;
}

/** Cuts segments into lines. */
export function linesOf(segments: readonly Segment[]): Segment[][] {
  const lines: Segment[][] = [];
  for (const segment of segments) {
    const last = lines[lines.length - 1];
    if (last === undefined || segment.starts) lines.push([segment]);
    else last.push(segment);
  }
  return lines;
}

/** Tells whether segments stand on more lines than one, or in several blocks. */
export const isSeveralLines = (segments: readonly Segment[]): boolean =>
  segments.some(({ starts }, i) => i > 0 && starts);

/** The text of segments as one line. */
export function lineOf(html: string, segments: readonly Piece[]): string {
  let line = "";
  for (const { text, starts, spaced } of segments) {
    if ((starts || spaced) && line !== "") line += " ";
    line += textOf(html, text);
  }
  return oneLine(line);
}

/** The text of an element as one line. */
export const elementLine = (element: HtmlElement, walk: Walk): string =>
  lineOf(walk.html, segmentsOf(element, walk));

/** The text of an element that is read whatever it is called. */
export const ownLine = (element: HtmlElement, walk: Walk): string =>
  elementLine(element, { ...walk, kept: new Set([element]) });

/** White space that is not one plain space. */
const ODD_SPACE = /[^\S ]| {2}/;

/** A text with each run of white space as one plain space, and none at its ends. */
export const oneLine = (text: string): string =>
  (ODD_SPACE.test(text) ? text.replace(/\s+/g, " ") : text).trim();

/** Signs within words that nobody sees. */
const UNSEEN = /\u00ad|\u200b|\u2060|\ufeff/g;

/** A text as labels and headings are compared: lower case, spaces plain, without a colon at its end and signs that nobody sees. */
export function folded(text: string): string {
  const plain = oneLine(text.replace(UNSEEN, ""));
  return (/[:：]$/.test(plain) ? plain.slice(0, -1).trimEnd() : plain).toLowerCase();
}
