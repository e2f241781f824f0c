import { Tokenizer, type TokenizerCallbacks } from "htmlparser2";
import { CLOSED_BY, SCOPES, UNREAD, VOID } from "./elements.ts";

/**
 * The tree of a page: elements, and stretches of text that know where they stand. It is built on htmlparser2's tokenizer
 * rather than on its parser, whose time grows with the square of the depth, and it keeps no text before it is asked for.
 */

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
    readonly parent: HtmlElement | undefined,
    readonly from: number,
  ) {
    this.to = from;
  }

  attribute(name: string): string {
    return this.attributes.get(name) ?? "";
  }
}

/** Tells elements from text. */
export const isElement = (node: HtmlNode): node is HtmlElement => node instanceof HtmlElement;

/** How deep elements are nested at most, as in browsers; what stands deeper is put side by side. */
const MAX_DEPTH = 512;

/** The attributes that are looked at. */
const ATTRIBUTES: ReadonlySet<string> = new Set([
  "alt",
  "aria-hidden",
  "class",
  "hidden",
  "href",
  "id",
  "itemprop",
  "role",
  "style",
  "type",
]);

/** Start tags of what nobody reads, and half of what many pages are: scripts, styles, menus. */
const UNREAD_START = /<(script|style|nav)\b[^<>]*>/gi;

/** Their ends, or that of the page. Of a menu it is looked for as far as something may hide it or have one of its own. */
const UNREAD_ENDS: Readonly<Record<string, RegExp>> = {
  script: /<\/script(?=[\s/>])|$/gi,
  style: /<\/style(?=[\s/>])|$/gi,
  nav: /<(?:\/nav(?=[\s/>])|(?:nav|script|style|textarea|title)\b|!)/gi,
};

/** Builds the tree of a page. The tokenizer is not given what nobody reads, which it would go through unit by unit. */
export function parseTreeOf(html: string): HtmlElement {
  const builder = new TreeBuilder(html);
  const tokenizer = new Tokenizer({}, builder);
  let from = 0;
  for (const { 0: tag, 1: name = "", index } of html.matchAll(UNREAD_START)) {
    const to = index + tag.length;
    if (index < from) continue;
    tokenizer.write(html.slice(from, to));
    from = to;
    // What looks like a tag within a comment or an attribute starts nothing.
    if (!builder.endsTagAt(to)) continue;
    const ends = UNREAD_ENDS[name.toLowerCase()] as RegExp;
    ends.lastIndex = to;
    const end = ends.exec(html);
    if (end === null || /^<[^/]/.test(end[0])) continue;
    from = end.index;
    builder.skip(from - to);
  }
  tokenizer.write(html.slice(from));
  tokenizer.end();
  return builder.root;
}

class TreeBuilder implements TokenizerCallbacks {
  readonly root: HtmlElement;
  /** The elements that are open, the root first. */
  private readonly open: HtmlElement[];
  /** How many elements of a name are open, and how many end tags of it belong to elements that are too deep to be open. */
  private readonly counts = new Map<string, number>();
  private readonly tooDeep = new Map<string, number>();
  /** The element whose start tag is being read. */
  private tag: HtmlElement | undefined;
  private tagStart = 0;
  /** The attribute that is being read; empty where nobody looks at it. */
  private attribute = "";
  private value: HtmlText[] = [];
  /** How many elements are open of which nothing is read: neither texts nor attributes in them are kept. */
  private unread = 0;
  /** Where the last start tag ended, and how much of the page the tokenizer was not given before what it reads. */
  private tagEnd = 0;
  private skipped = 0;

  constructor(private readonly html: string) {
    this.root = new HtmlElement("", undefined, 0);
    this.root.to = html.length;
    this.open = [this.root];
  }

  private get top(): HtmlElement {
    return this.open[this.open.length - 1] as HtmlElement;
  }

  /** Tells whether the last start tag ends at a place of the page. */
  endsTagAt(to: number): boolean {
    return this.tagEnd === to;
  }

  /** Notes that the tokenizer is not given what comes next. */
  skip(length: number): void {
    this.skipped += length;
  }

  ontext(from: number, to: number): void {
    const { skipped } = this;
    if (this.unread === 0)
      this.top.children.push({ character: undefined, from: from + skipped, to: to + skipped });
  }

  ontextentity(code: number, at: number): void {
    if (this.unread > 0) return;
    const to = at + this.skipped;
    const { children } = this.top;
    const character = String.fromCodePoint(code);
    const last = children[children.length - 1];
    // Some references name two characters, which come one after the other.
    if (last !== undefined && !isElement(last) && last.to === to && last.character !== undefined) {
      children[children.length - 1] = { ...last, character: last.character + character };
      return;
    }
    // A reference is at most some 30 units long, so that the last ampersand is its own.
    children.push({ character, from: this.html.lastIndexOf("&", to - 1), to });
  }

  /** What stands in the page between two places of the tokenizer. */
  private slice(from: number, to: number): string {
    return this.html.slice(from + this.skipped, to + this.skipped);
  }

  onopentagname(from: number, to: number): void {
    const name = this.slice(from, to).toLowerCase();
    this.tagStart = from + this.skipped - 1;
    this.closeImplied(name);
    const element = new HtmlElement(name, this.top, this.tagStart);
    this.top.children.push(element);
    this.tag = element;
  }

  onattribname(from: number, to: number): void {
    this.attribute = "";
    if (this.unread > 0) return;
    const name = this.slice(from, to).toLowerCase();
    this.attribute = ATTRIBUTES.has(name) && this.tag?.attributes.has(name) === false ? name : "";
    if (this.attribute !== "") this.value = [];
  }

  onattribdata(from: number, to: number): void {
    const { skipped } = this;
    if (this.attribute !== "")
      this.value.push({ character: undefined, from: from + skipped, to: to + skipped });
  }

  onattribentity(code: number): void {
    if (this.attribute === "") return;
    const from = this.value[this.value.length - 1]?.to ?? this.tagStart;
    const end = this.html.indexOf(";", from);
    this.value.push({ character: String.fromCodePoint(code), from, to: end < 0 ? from : end + 1 });
  }

  onattribend(): void {
    const { tag, attribute, value } = this;
    if (tag === undefined || attribute === "") return;
    if (tag.attributes === NONE) tag.attributes = new Map();
    (tag.attributes as Map<string, string>).set(
      attribute,
      value.length === 1
        ? textOf(this.html, value[0] as HtmlText)
        : value.map((part) => textOf(this.html, part)).join(""),
    );
    if (attribute === "alt") tag.alt = value;
  }

  onopentagend(to: number): void {
    const element = this.tag as HtmlElement;
    this.tag = undefined;
    element.to = to + 1 + this.skipped;
    this.tagEnd = element.to;
    if (VOID.has(element.name)) return;
    if (this.open.length > MAX_DEPTH) {
      this.tooDeep.set(element.name, (this.tooDeep.get(element.name) ?? 0) + 1);
      return;
    }
    this.open.push(element);
    if (UNREAD.has(element.name)) this.unread++;
    this.counts.set(element.name, (this.counts.get(element.name) ?? 0) + 1);
  }

  onselfclosingtag(to: number): void {
    // In HTML the slash says nothing; in the parts of a page that are drawings, nothing is read.
    this.onopentagend(to);
  }

  onclosetag(from: number, to: number): void {
    const name = this.slice(from, to).toLowerCase();
    const start = from - 2 + this.skipped;
    const past = to + 1 + this.skipped;
    const deep = this.tooDeep.get(name) ?? 0;
    if (deep > 0) {
      this.tooDeep.set(name, deep - 1);
    } else if (name === "br") {
      this.top.children.push(new HtmlElement("br", this.top, start));
    } else if ((this.counts.get(name) ?? 0) > 0 && this.isInScope(name)) {
      while (this.top.name !== name) this.close(start);
      this.close(past);
    }
  }

  /** Tells whether an end tag means an element that is open here: one in a cell ends nothing outside of it. */
  private isInScope(name: string): boolean {
    const scope = SCOPES.get(name);
    if (scope === undefined) return true;
    for (let i = this.open.length - 1; i > 0; i--) {
      const { name: open } = this.open[i] as HtmlElement;
      if (open === name) return true;
      if (scope.has(open)) return false;
    }
    return false;
  }

  /** Closes elements whose end tag is left out before a start tag. */
  private closeImplied(name: string): void {
    const closed = CLOSED_BY.get(name);
    if (closed === undefined) return;
    for (let i = this.open.length - 1; i > 0; i--) {
      const { name: open } = this.open[i] as HtmlElement;
      if (closed.ends.has(open)) {
        while (this.open.length > i) this.close(this.tagStart);
        // A paragraph alone is ended where it is; of rows and cells, all that are open.
        if (!closed.all) return;
      } else if (closed.stops.has(open)) {
        return;
      }
    }
  }

  private close(to: number): void {
    const element = this.open.pop() as HtmlElement;
    element.to = to;
    if (UNREAD.has(element.name)) this.unread--;
    this.counts.set(element.name, (this.counts.get(element.name) as number) - 1);
  }

  onend(): void {
    while (this.open.length > 1) this.close(this.html.length);
  }

  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
}

/** The text of a stretch. */
export const textOf = (html: string, { character, from, to }: HtmlText): string =>
  character ?? html.slice(from, to);
