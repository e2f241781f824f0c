import type { FieldRow } from "../format/fields.ts";
import { ARTICLE_HEADINGS } from "../format/headings.ts";
import type { Remark } from "../layout/draft.ts";
import { isFurniture as isFurnitureLine } from "../layout/furniture.ts";
import { endsSentence } from "../syntax/look.ts";
import { type Block, CAPTION } from "./block.ts";
import { isControl } from "./code-furniture.ts";
import { isFurniture } from "./furniture.ts";
import { isHidden, isHiddenFromAll } from "./hidden.ts";
import type { Label } from "./label.ts";
import { type HtmlElement, isElement, textOf } from "./node.ts";
import type { Part } from "./parts.ts";
import { folded, lineOf, linesOf, segmentsOf, type Walk } from "./segments.ts";
import { strayRemark } from "./stray.ts";
import { wordsOf } from "./words.ts";

/**
 * What is left out for its element or its class, although it holds words of the article or the box: a button within a
 * sentence, a paragraph in an element that is called as those of menus are, code that is hidden. It is told.
 */

/** The elements of a part that are left out, the outermost of nested ones. */
function leftOutOf(root: HtmlElement, walk: Walk): HtmlElement[] {
  const found: HtmlElement[] = [];
  const visit = ({ children }: HtmlElement): void => {
    for (const child of children) {
      if (!isElement(child) || walk.without?.has(child)) continue;
      const isRead = child.name !== "noscript" && (walk.kept.has(child) || !isFurniture(child));
      if (!isRead) found.push(child);
      else if (child.name !== "pre") visit(child);
    }
  };
  visit(root);
  return found;
}

/** Elements that hold a line. */
const LINES = new Set(
  "p li h1 h2 h3 h4 h5 h6 td th dt dd figcaption caption summary blockquote ul ol".split(" "),
);
/** Elements that are as wide as what they hold. */
const INLINE = new Set("a abbr b code em i q s small span strong sub sup u".split(" "));

/** Sites whose frames and scripts show code. */
const CODE_SITES =
  /^(?:https?:)?\/\/(?:[\w-]+\.)*(?:gist\.github\.com|emgithub\.com|carbon\.now\.sh|codepen\.io|jsfiddle\.net|codesandbox\.io|stackblitz\.com|replit\.com|pastebin\.com|jsbin\.com|asciinema\.org)\//i;

/** The shortest sentence that is hardly one of a menu or an advert. */
const MIN_SENTENCE = 40;

/** Judges what is left out of an article. */
class Judge {
  /** Whether a line has words that are read. */
  private readonly lines = new Map<HtmlElement, boolean>();
  /** The lines of the article, and its pieces of code without white space. */
  private readonly said: ReadonlySet<string>;
  /** Elements of which something was read. */
  private readonly read = new Set<HtmlElement>();
  /** Where an article with its headings ends: what follows its last block is none of it, unless that is a heading. */
  private readonly end: number;

  constructor(
    private readonly walk: Walk,
    blocks: readonly Block[],
  ) {
    const last = blocks.at(-1);
    const isWhole =
      last?.type !== "heading" &&
      blocks.some((block) => block.type === "heading" && ARTICLE_HEADINGS.has(folded(block.line)));
    this.end = last !== undefined && isWhole ? last.from : Number.POSITIVE_INFINITY;
    for (const { at } of blocks)
      for (let up: HtmlElement | undefined = at; up !== undefined && !this.read.has(up); up = up.parent)
        this.read.add(up);
    this.said = new Set(blocks.flatMap((block) => saidBy(block, walk.html)));
  }

  /** Tells whether an element seems to hold words of the article. */
  isOwn(element: HtmlElement): boolean {
    if (this.read.has(element)) return false;
    if (!isHidden(element) && this.isInLine(element)) return true;
    return element.from < this.end && this.holdsOwn(element);
  }

  /** Tells whether an element stands among words that are read: in a line, or as an item of a list. */
  private isInLine(element: HtmlElement): boolean {
    if (!hasWords(element, this.walk.html)) return false;
    let holder = element.parent;
    while (holder !== undefined && INLINE.has(holder.name)) holder = holder.parent;
    if (holder?.name === "li" && !this.isRead(holder)) holder = holder.parent;
    return holder !== undefined && LINES.has(holder.name) && this.isRead(holder);
  }

  private isRead(line: HtmlElement): boolean {
    const known = this.lines.get(line) ?? segmentsOf(line, this.walk).length > 0;
    this.lines.set(line, known);
    return known;
  }

  /** Tells whether an element holds a sentence, code, a heading of the article, or an image with its caption. */
  private holdsOwn(element: HtmlElement): boolean {
    const { walk } = this;
    const { name } = element;
    if (CODE_SITES.test(element.attribute("src"))) return true;
    if (name === "template") return element.parent?.name.includes("-") === true;
    if (name === "textarea") return hasWords(element, walk.html);
    return (
      this.holdsOwnCode(element) ||
      linesOf(segmentsOf(element, walk)).some((line) => this.isOwnLine(lineOf(walk.html, line)))
    );
  }

  /** Tells whether an element holds, or is, code that is not shown. */
  private holdsOwnCode(element: HtmlElement): boolean {
    const { html } = this.walk;
    if (element.name !== "pre")
      return element.children.some((child) => isElement(child) && this.holdsOwnCode(child));
    const words = wordsOf(element, html);
    return /\p{L}/u.test(words) && !this.said.has(squeezed(words));
  }

  private isOwnLine(line: string): boolean {
    const text = folded(line);
    if (this.said.has(text)) return false;
    if (CAPTION.test(line)) return true;
    if (ARTICLE_HEADINGS.has(text)) return true;
    return line.length >= MIN_SENTENCE && endsSentence(line) && !isFurnitureLine(line);
  }
}

const squeezed = (text: string): string => text.replace(/\s+/g, "");

/** What a block says, as it is compared. */
function saidBy(block: Block, html: string): string[] {
  if (block.type === "image" || block.type === "prose") return [folded(block.line)];
  if (block.type !== "code") return [];
  return [squeezed(block.lines.flatMap((line) => line.map((part) => textOf(html, part))).join(""))];
}

/** Tells what is left out of an article and seems to be its own. */
export function tellLeftOut(
  article: HtmlElement,
  walk: Walk,
  blocks: readonly Block[],
  start: number,
): Remark[] {
  const judge = new Judge(walk, blocks);
  const first = blocks.find(({ type }) => type === "heading")?.from ?? Number.POSITIVE_INFINITY;
  return leftOutOf(article, walk)
    .filter((element) => element.from >= start && judge.isOwn(element))
    .map((element) => strayRemark([element], [element.from < first ? "intro" : "sections"], LEFT_OUT));
}

const LEFT_OUT =
  "words in an element that is hidden, or called as those are that hold none of a post; it was left out";

/** Tells what is left out of the rows of a box. */
export function tellLeftOutOfBox(
  { nodes }: Part,
  labels: readonly Label<FieldRow | undefined>[],
  walk: Walk,
): Remark[] {
  const elements = nodes.filter(isElement).flatMap((node) => leftOutOf(node, walk));
  // Both stand in the order of the page.
  let next = 0;
  return elements.flatMap((element) => {
    while ((labels[next]?.from ?? element.from) < element.from) next++;
    const label = labels[next - 1];
    if (label === undefined || !hasWords(element, walk.html)) return [];
    // What is hidden from all of a list says what stands there already, else it is read.
    if (isHidden(element) && (element.name !== "li" || isHiddenFromAll(element))) return [];
    return [strayRemark([element], label.row ? ["meta", label.row.key] : ["meta"], LEFT_OUT)];
  });
}

/** Fields of forms that show no words. */
const WORDLESS_INPUT = /^(?:checkbox|color|file|hidden|image|radio|range)$/i;

/** Tags, and what names a drawing, in elements of which the tree has no text. */
const TAGS = /<(title|desc|style|script)\b[^<>]*>[^<]*|<[^<>]*>/gi;

/** Tells whether an element holds words that are more than those of a control or of what pages show around their posts. */
function hasWords(element: HtmlElement, html: string): boolean {
  if (element.name === "input") return !WORDLESS_INPUT.test(element.attribute("type"));
  const isUnread = element.name === "svg" || element.name === "nav";
  const words = isUnread ? html.slice(element.from, element.to).replace(TAGS, "") : wordsOf(element, html);
  return /[\p{L}\p{N}]/u.test(words) && !isControl(words) && !isFurnitureLine(words);
}
