import type { TokenizerCallbacks } from "htmlparser2";
import { ATTRIBUTES, BLOCKS, CLOSED_BY, SCOPES, UNREAD, VOID } from "./elements.ts";
import { isFilled } from "./filled.ts";
import { HtmlElement, type HtmlText, isElement, isWrapper, textOf, textsOf } from "./node.ts";
import { type Extent, halfTagAt, type OpenEnd, openEndOf } from "./open-end.ts";
import { OpenQuotes } from "./open-quote.ts";
import type { Tree } from "./page-tree.ts";
import { hiddenText } from "./scripted.ts";
import type { Stretch } from "./stray.ts";

/** Builds the tree of a page from the tags and texts that a tokenizer finds. */

/** How deep elements are nested at most, as in browsers. */
export const MAX_DEPTH = 512;

/** Puts together elements and texts, as browsers do. */
export class TreeBuilder implements TokenizerCallbacks, Tree {
  readonly root: HtmlElement;
  tooDeep: number | undefined;
  readonly filled: Stretch[] = [];
  readonly quotes: OpenQuotes;
  openEnd: OpenEnd | undefined;
  /** Where half a tag stands at the end, and whether that end was passed. */
  private half: number | undefined;
  private isPastEnd = false;
  /** The elements that are open, the root first, and those of them that are in the tree, each in the one before. */
  private readonly open: HtmlElement[];
  private readonly held: HtmlElement[];
  /** How many elements of a name are open. */
  private readonly counts = new Map<string, number>();
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

  /**
   * @param html - the page
   * @param extent - what of it may be cut off
   */
  constructor(
    private readonly html: string,
    private readonly extent: Extent = { from: 0, to: html.length },
  ) {
    this.quotes = new OpenQuotes(html);
    this.half = halfTagAt(html, extent.to);
    this.root = new HtmlElement("", undefined, 0);
    this.root.to = html.length;
    this.open = [this.root];
    this.held = [this.root];
  }

  /** The innermost element of the tree. */
  private get top(): HtmlElement {
    return this.held[this.held.length - 1] as HtmlElement;
  }

  /** The open element beyond which nothing is ended: tags do not reach farther than a tree is deep. */
  private get farthest(): number {
    return Math.max(0, this.open.length - 1 - MAX_DEPTH);
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
    if (this.unread === 0) this.addText(from + skipped, to + skipped);
  }

  private addText(from: number, to: number): void {
    const { half = to, extent } = this;
    // Half a tag is no text.
    const past = from < extent.to ? Math.min(to, half) : to;
    if (from < past) this.top.children.push({ character: undefined, from, to: past });
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
    this.quotes.name(to + this.skipped);
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

  onattribend(_quote: number, end: number): void {
    this.quotes.end(end + this.skipped);
    const { tag, attribute, value } = this;
    if (tag === undefined || attribute === "") return;
    tag.setAttribute(
      attribute,
      value.length === 1 ? textOf(this.html, value[0] as HtmlText) : textsOf(this.html, value),
    );
    if (attribute === "alt") tag.alt = value;
  }

  onopentagend(to: number): void {
    const element = this.tag as HtmlElement;
    this.tag = undefined;
    element.to = to + 1 + this.skipped;
    this.tagEnd = element.to;
    if (VOID.has(element.name)) return;
    this.open.push(element);
    this.held.push(element);
    if (this.isTooDeep()) this.squeeze();
    if (this.isTooDeep()) this.flatten(element);
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
    if (start >= this.extent.to) this.passEnd();
    // Whatever is open around a page, it is whole.
    if (name === "html") this.isPastEnd = true;
    if (name === "br") {
      this.top.children.push(new HtmlElement("br", this.top, start));
    } else if ((this.counts.get(name) ?? 0) > 0 && this.isInScope(name)) {
      while (this.open[this.open.length - 1]?.name !== name) this.close(start);
      this.close(past);
    }
  }

  /** Tells whether an end tag means an element that is open here: one in a cell ends nothing outside of it. */
  private isInScope(name: string): boolean {
    const scope = SCOPES.get(name);
    if (scope === undefined) return true;
    const { farthest } = this;
    for (let i = this.open.length - 1; i > farthest; i--) {
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
    const { farthest } = this;
    for (let i = this.open.length - 1; i > farthest; i--) {
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

  private isTooDeep(): boolean {
    return this.held.length > MAX_DEPTH + 1;
  }

  /** Takes elements out of the tree that hold another and nothing else. */
  private squeeze(): void {
    const { held } = this;
    let kept = 1;
    for (let i = 1; i < held.length; i++) {
      const element = held[i] as HtmlElement;
      const inner = held[i + 1];
      if (inner === undefined || !isWrapper(this.html, element)) {
        held[kept++] = element;
        continue;
      }
      const holder = held[kept - 1] as HtmlElement;
      holder.children[holder.children.length - 1] = inner;
      inner.parent = holder;
    }
    held.length = kept;
  }

  /** Takes the innermost element out of the tree, so that what it holds stands in the one around it. */
  private flatten({ name, from }: HtmlElement): void {
    this.tooDeep ??= from;
    this.held.pop();
    this.top.children.pop();
    this.separate(name, from);
  }

  /** Keeps lines apart at the start or end of an element that is not in the tree. */
  private separate(name: string, at: number): void {
    const { children } = this.top;
    const last = children[children.length - 1];
    if (!BLOCKS.has(name) || (last !== undefined && isElement(last) && last.from === last.to)) return;
    children.push(new HtmlElement("div", this.top, at));
  }

  private close(to: number): void {
    const element = this.open.pop() as HtmlElement;
    element.to = to;
    const hidden = hiddenText(element);
    if (hidden !== undefined) element.children.splice(0, Number.POSITIVE_INFINITY, hidden);
    if (element === this.top) this.held.pop();
    else this.separate(element.name, to);
    if (UNREAD.has(element.name)) this.unread--;
    this.counts.set(element.name, (this.counts.get(element.name) as number) - 1);
  }

  /** Notes what is open at the end of what may be cut off. */
  private passEnd(): void {
    if (this.isPastEnd) return;
    this.isPastEnd = true;
    this.openEnd = openEndOf(this.open.slice(1), this.extent, this.half);
  }

  onend(): void {
    this.passEnd();
    while (this.open.length > 1) this.close(this.html.length);
  }

  oncdata(): void {}

  oncomment(from: number, to: number, sign: number): void {
    if (isFilled(this.slice(from, to - sign)))
      this.filled.push({ from: from + this.skipped - "<!--".length, to: to + 1 + this.skipped });
    // A comment without an end takes all that follows.
    if (to + this.skipped < this.html.length || from + this.skipped >= this.extent.to) return;
    this.half = this.html.lastIndexOf("<", from + this.skipped);
  }

  ondeclaration(): void {}
  onprocessinginstruction(): void {}
}
