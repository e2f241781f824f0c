import { WRAPPERS } from "./elements.ts";

/** What the tree of a page is made of. */

/** A stretch of text, or the character of one reference. */
export interface HtmlText {
  /** The character that a reference names; undefined for text as it stands. */
  readonly character: string | undefined;
  /** Where it stands in the page. */
  readonly from: number;
  readonly to: number;
}

/** A node of the tree. */
export type HtmlNode = HtmlElement | HtmlText;

const NONE: ReadonlyMap<string, string> = new Map();

/** An element. */
export class HtmlElement {
  readonly children: HtmlNode[] = [];
  attributes: ReadonlyMap<string, string> = NONE;
  /** The text of `alt`, in stretches that know where they stand. */
  alt: readonly HtmlText[] = [];
  /** Past its end tag, or where the element ends without one. */
  to: number;

  /**
   * @param name - its name, lower case
   * @param parent - what it stands in; undefined for the root
   * @param from - where its start tag stands
   */
  constructor(
    readonly name: string,
    public parent: HtmlElement | undefined,
    readonly from: number,
  ) {
    this.to = from;
  }

  setAttribute(name: string, value: string): void {
    if (this.attributes === NONE) this.attributes = new Map();
    (this.attributes as Map<string, string>).set(name, value);
  }

  attribute(name: string): string {
    return this.attributes.get(name) ?? "";
  }
}

/** Tells elements from text. */
export const isElement = (node: HtmlNode): node is HtmlElement => node instanceof HtmlElement;

/** The text of a stretch. */
export const textOf = (html: string, { character, from, to }: HtmlText): string =>
  character ?? html.slice(from, to);

/** The text of stretches that follow each other. */
export const textsOf = (html: string, texts: readonly HtmlText[]): string =>
  texts.map((text) => textOf(html, text)).join("");

/** The text of an element, whatever the elements in it are called, hidden or not. */
export const wholeText = (html: string, { children }: HtmlElement): string =>
  children.map((child) => (isElement(child) ? wholeText(html, child) : textOf(html, child))).join("");

/** Tells whether an element that holds another says nothing, and has no text yet. */
export const isWrapper = (html: string, { name, attributes, children }: HtmlElement): boolean =>
  children.length <= 2 &&
  attributes.size === 0 &&
  WRAPPERS.has(name) &&
  children.every((child) => isElement(child) || textOf(html, child).trim() === "");
