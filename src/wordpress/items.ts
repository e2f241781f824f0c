import { Tokenizer, type TokenizerCallbacks } from "htmlparser2";
import { noText } from "../parse/foreign.ts";
import { textChunks, type WordPressSource } from "./chunks.ts";

/** What an item of an export or feed says, before any of it is read as a post. */
export interface Item {
  /** The text of its elements by their name, the first of each. */
  readonly texts: ReadonlyMap<string, string>;
  /** Whether the title stands as character data, and so is HTML, as WordPress holds it. */
  readonly isHtmlTitle: boolean;
  readonly terms: readonly Term[];
  /** Its meta by key, in order: a key may stand several times. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  /** Whether the source ends within it. */
  readonly isCut: boolean;
  /** The element whose text it ends in. */
  readonly cutIn: string | undefined;
}

/** A category or tag; feeds do not say which. */
export interface Term {
  readonly domain: string;
  readonly name: string;
}

/** The elements of an item whose text is kept. */
const KEPT: ReadonlySet<string> = new Set([
  "title",
  "link",
  "pubDate",
  "guid",
  "content:encoded",
  "description",
  "category",
  // Of Atom.
  "id",
  "published",
  "updated",
  "content",
  "summary",
  "wp:post_id",
  "wp:post_name",
  "wp:status",
  "wp:post_type",
  "wp:post_date_gmt",
]);

/** Elements whose attributes are kept. */
const WITH_ATTRIBUTES: ReadonlySet<string> = new Set(["title", "link", "category", "content"]);

/** Elements that hold a post, and those that hold all of a feed. */
const ITEMS: ReadonlySet<string> = new Set(["item", "entry"]);
const FEEDS: ReadonlySet<string> = new Set(["rss", "rdf:RDF", "feed"]);

/** Elements within a pair of meta. Comments and terms have some of the same name, but under other parents. */
const META = "wp:postmeta";
const META_PARTS: ReadonlySet<string> = new Set(["wp:meta_key", "wp:meta_value"]);

/** How deep elements are told apart. */
const MAX_DEPTH = 32;

/** Reads the items of an export or feed one by one; throws a SyntaxError where the source is none. */
export async function* itemsOf(source: WordPressSource): AsyncGenerator<Item, void, undefined> {
  const reader = new ItemReader();
  let start: string | undefined;
  for await (const chunk of textChunks(source)) {
    start ??= chunk;
    reader.write(chunk);
    yield* reader.take();
  }
  reader.end();
  yield* reader.take();
  if (!reader.isFeed) throw new SyntaxError(`expected an export or feed of WordPress: ${whyNone(start)}`);
}

const whyNone = (start = ""): string => {
  const told = noText(start)?.told;
  return told === undefined
    ? "there is neither <rss> nor <feed> in what was given"
    : `what was given is ${told}, or give its bytes`;
};

class ItemReader implements TokenizerCallbacks {
  private readonly tokenizer = new Tokenizer({ xmlMode: true }, this);
  private items: Item[] = [];
  /** What was given and may still be needed, and where it starts in the source. */
  private buffer = "";
  private base = 0;
  /** Up to here, all is read. */
  private done = 0;
  private readonly open: string[] = [];
  private tooDeep = 0;
  /** How many elements stand around the item; below 0 outside of items. */
  private itemDepth = -1;
  private texts = new Map<string, string>();
  private meta = new Map<string, string[]>();
  private terms: Term[] = [];
  private isHtmlTitle = false;
  /** The element whose text is read, and what there is of it. */
  private kept: string | undefined;
  private text = "";
  private key = "";
  private value = "";
  private readonly attributes = new Map<string, string>();
  private attribute = "";
  /** Whether the element's text is its markup, as Atom has XHTML. */
  private isRaw = false;
  /** Whether what was read is an export or feed at all. */
  isFeed = false;

  /** Takes the next piece of the source. */
  write(chunk: string): void {
    const { done, base } = this;
    this.buffer = done > base ? this.buffer.slice(done - base) + chunk : this.buffer + chunk;
    this.base = Math.max(base, done);
    this.tokenizer.write(chunk);
  }

  /** Takes the end of the source. */
  end(): void {
    this.tokenizer.end();
    if (this.itemDepth >= 0) {
      const { kept } = this;
      this.endText();
      this.endItem(true, kept);
    }
  }

  /** Gives the items that were read since the last call. */
  take(): Item[] {
    const { items } = this;
    if (items.length > 0) this.items = [];
    return items;
  }

  /** Notes that all is read up to a place. */
  private advance(to: number): void {
    if (this.isRaw) this.text += this.slice(this.done, to);
    this.done = to;
  }

  private slice(from: number, to: number): string {
    return this.buffer.slice(from - this.base, to - this.base);
  }

  onopentagname(from: number, to: number): void {
    this.advance(to);
    const name = this.slice(from, to);
    if (this.open.length === MAX_DEPTH) {
      this.tooDeep++;
      return;
    }
    const depth = this.open.push(name) - 1;
    if (this.itemDepth < 0) {
      if (ITEMS.has(name)) this.itemDepth = depth;
      else if (FEEDS.has(name)) this.isFeed = true;
    } else if (depth === this.itemDepth + 1) {
      this.kept = KEPT.has(name) ? name : undefined;
      this.text = "";
      this.attributes.clear();
      if (name === META) {
        this.key = "";
        this.value = "";
      }
    } else if (depth === this.itemDepth + 2 && !this.isRaw) {
      const isMeta = this.open[depth - 1] === META && META_PARTS.has(name);
      this.kept = isMeta ? name : undefined;
      this.text = "";
    }
  }

  onclosetag(from: number, to: number): void {
    const isEnd = this.isRaw && this.tooDeep === 0 && this.open.length === this.itemDepth + 2;
    if (isEnd) {
      this.advance(from - 2);
      this.isRaw = false;
    }
    this.advance(to);
    if (this.tooDeep > 0) this.tooDeep--;
    else this.close(this.slice(from, to));
  }

  onselfclosingtag(to: number): void {
    this.advance(to + 1);
    if (this.tooDeep > 0) this.tooDeep--;
    else this.close(this.open[this.open.length - 1] as string);
  }

  /** Ends the innermost element of a name, and those within it that have no end. */
  private close(name: string): void {
    const depth = this.open.lastIndexOf(name);
    if (depth < 0) return;
    this.open.length = depth;
    if (this.itemDepth < 0) return;
    if (depth <= this.itemDepth + 1 || (depth === this.itemDepth + 2 && !this.isRaw)) this.endText();
    if (depth === this.itemDepth + 1 && name === META) this.keepMeta(this.key, this.value);
    if (depth <= this.itemDepth) this.endItem(false);
  }

  /** Keeps the text of the element that ends. */
  private endText(): void {
    const { kept, text, attributes } = this;
    this.kept = undefined;
    this.isRaw = false;
    if (kept === undefined) return;
    if (kept === "wp:meta_key") this.key = text;
    else if (kept === "wp:meta_value") this.value = text;
    else if (kept === "category") {
      const name = attributes.get("label") ?? attributes.get("term") ?? text.trim();
      this.terms.push({ domain: attributes.get("domain") ?? "", name });
    } else if (kept === "link" && attributes.has("href")) {
      // An entry of Atom has several links.
      if ((attributes.get("rel") ?? "alternate") === "alternate")
        this.keep(kept, attributes.get("href") ?? "");
    } else {
      if (kept === "title" && attributes.get("type") === "html") this.isHtmlTitle = true;
      this.keep(kept, text);
    }
  }

  private keepMeta(key: string, value: string): void {
    const values = this.meta.get(key);
    if (values === undefined) this.meta.set(key, [value]);
    else values.push(value);
  }

  private keep(name: string, text: string): void {
    if (!this.texts.has(name)) this.texts.set(name, text);
  }

  private endItem(isCut: boolean, cutIn?: string): void {
    const { texts, meta, terms, isHtmlTitle } = this;
    this.items.push({ texts, meta, terms, isHtmlTitle, isCut, cutIn });
    this.texts = new Map();
    this.meta = new Map();
    this.terms = [];
    this.isHtmlTitle = false;
    this.itemDepth = -1;
  }

  ontext(from: number, to: number): void {
    if (this.kept !== undefined && !this.isRaw) this.text += this.slice(from, to);
    this.advance(to);
  }

  ontextentity(code: number, to: number): void {
    if (this.kept !== undefined && !this.isRaw) this.text += String.fromCodePoint(code);
    this.advance(to);
  }

  oncdata(from: number, to: number, offset: number): void {
    const { kept } = this;
    if (kept !== undefined && !this.isRaw) {
      // White space around character data is layout.
      if (this.text.trim() === "") this.text = "";
      this.text += this.slice(from, to - offset);
      if (kept === "title") this.isHtmlTitle = true;
    }
    this.advance(to + 1);
  }

  onattribname(from: number, to: number): void {
    const isKept = this.kept !== undefined && WITH_ATTRIBUTES.has(this.kept) && !this.isRaw;
    this.attribute = isKept ? this.slice(from, to) : "";
    if (isKept) this.attributes.set(this.attribute, "");
  }

  onattribdata(from: number, to: number): void {
    if (this.attribute !== "") this.addToAttribute(this.slice(from, to));
  }

  onattribentity(code: number): void {
    if (this.attribute !== "") this.addToAttribute(String.fromCodePoint(code));
  }

  private addToAttribute(text: string): void {
    this.attributes.set(this.attribute, this.attributes.get(this.attribute) + text);
  }

  onopentagend(to: number): void {
    this.advance(to + 1);
    this.isRaw ||= this.kept === "content" && this.attributes.get("type") === "xhtml";
  }

  oncomment(_from: number, to: number): void {
    this.advance(to + 1);
  }

  ondeclaration(_from: number, to: number): void {
    this.advance(to + 1);
  }

  onprocessinginstruction(_from: number, to: number): void {
    this.advance(to + 1);
  }

  onattribend(): void {}
  onend(): void {}
}
