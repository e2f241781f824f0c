import { ARTICLE_HEADINGS } from "../format/headings.ts";
import type { Remark } from "../layout/draft.ts";
import { isFurniture as isFurnitureLine } from "../layout/furniture.ts";
import { type Block, CAPTION } from "./block.ts";
import { isCodeOnly, isHighlighted } from "./code.ts";
import { holdsCodeAlone, isCodeFrame, readCode, readFramedCode } from "./code-block.ts";
import { BLOCKS, HEADINGS } from "./elements.ts";
import {
  captionsOf,
  descendants,
  holdsBlock,
  imagesOf,
  isCaptioned,
  isMedia,
  isTableOfContents,
  isWordItem,
} from "./find.ts";
import { isFurniture } from "./furniture.ts";
import { isHidden } from "./hidden.ts";
import { type HtmlElement, type HtmlNode, type HtmlText, isElement, textOf, textsOf } from "./node.ts";
import { Run } from "./run.ts";
import {
  elementLine,
  folded,
  isBlankText,
  isSmiley,
  noteHidden,
  oneLine,
  segmentsOf,
  type Walk,
} from "./segments.ts";
import { strayRemark } from "./stray.ts";
import { captionedImage, isLayout, numbersOfCode, startsWithNumbers } from "./table.ts";
import { wordList } from "./word-list.ts";

/** Reads the blocks that stand in an element. */
export class BlockReader {
  readonly blocks: Block[] = [];
  /** What was left out and is to be reported. */
  readonly remarks: Remark[] = [];
  /** Images and captions that were read before what stands around them. */
  private readonly done = new Set<HtmlNode>();
  /** The innermost block of the page that is read. */
  private at: HtmlElement;
  /** The text gathered for the next paragraph. */
  private readonly run: Run;

  /**
   * @param walk - how the page is walked through
   * @param article - the element that is read
   * @param start - where the article starts in the page: what stands before its title is none of it
   */
  constructor(
    private readonly walk: Walk,
    article: HtmlElement,
    private readonly start: number,
  ) {
    this.at = article;
    this.run = new Run(walk.html);
    this.children(article);
    this.endRun();
  }

  private children(parent: HtmlElement): void {
    for (const child of parent.children) {
      if (child.to <= this.start) continue;
      if (this.isLeftOut(child)) this.pass(child);
      else if (isElement(child)) this.element(child);
      else if (child.character === undefined) this.bare(child, parent);
      else this.run.add(child, parent);
    }
  }

  private isLeftOut(node: HtmlNode): boolean {
    if (this.walk.without?.has(node) || this.done.has(node)) return true;
    if (!isElement(node) || this.walk.kept.has(node) || !isFurniture(node)) return false;
    return isHidden(node) || !holdsCodeAlone(node, this.walk.html);
  }

  private pass(node: HtmlNode): void {
    if (isElement(node)) noteHidden(this.walk.html, node, this.run.last);
  }

  private element(element: HtmlElement): void {
    const { name } = element;
    if (name === "img") {
      if (!isSmiley(element)) this.image(element);
      else for (const text of element.alt) this.run.add(text, element);
    } else if (name === "br") this.run.breaks();
    // What lazy images fall back on is there twice.
    else if (name === "noscript") return;
    else if (!BLOCKS.has(name) && !holdsBlock(element)) {
      if (name === "a") this.run.links++;
      this.children(element);
      if (name === "a") this.run.links--;
    } else {
      this.endRun();
      const { at } = this;
      this.at = element;
      if (!this.isStrayPart(element)) this.block(element);
      this.endRun();
      this.at = at;
    }
  }

  private block(element: HtmlElement): void {
    const { name } = element;
    if (HEADINGS.has(name) || element.attribute("role") === "heading")
      this.heading(element, elementLine(element, this.walk));
    else if (name === "pre" || isHighlighted(element)) this.code(readCode(element, this.walk));
    else if (isCodeFrame(element, this.walk)) this.code(readFramedCode(element, this.walk));
    else if (name === "ul" || name === "ol" || name === "menu") this.list(element);
    else if (isWordItem(element)) this.wordList(element);
    else if (name === "figure" || isCaptioned(element)) this.figure(element);
    else if (isCodeOnly(element, this.walk)) this.code(readCode(element, this.walk));
    else if (name === "table") this.table(element);
    else this.children(element);
  }

  /** Text right within a block. Raw content of WordPress has no paragraphs: an empty line is their end. */
  private bare(text: HtmlText, parent: HtmlElement): void {
    let { from } = text;
    for (const found of textOf(this.walk.html, text).matchAll(EMPTY_LINE)) {
      this.stretch(parent, from, text.from + found.index);
      this.endRun();
      from = text.from + found.index + found[0].length;
    }
    this.stretch(parent, from, text.to);
  }

  /** Text without an empty line, which may hold the marks of a caption. */
  private stretch(parent: HtmlElement, from: number, to: number): void {
    const { html } = this.walk;
    if (from >= to) return;
    const text = html.slice(from, to);
    const mark = text.includes("[") ? /\[\/?(?:wp_)?caption[^\]]*\]/.exec(text) : null;
    if (mark === null) {
      this.run.add({ character: undefined, from, to }, parent);
      return;
    }
    this.stretch(parent, from, from + mark.index);
    if (mark[0].startsWith("[/")) this.endRun();
    this.stretch(parent, from + mark.index + mark[0].length, to);
  }

  /** Ends the paragraph whose text was gathered. */
  private endRun(): void {
    const { at } = this;
    const { run, line, linked } = this.run.take();
    const [first, last] = [run[0]?.text, run.at(-1)?.text];
    if (first === undefined || last === undefined || INVISIBLE.test(line)) return;
    const { from } = first;
    const { to } = last;
    if (isShortcode(line)) {
      const message = "a shortcode of WordPress, which a page would show as something else; it was left out";
      this.remarks.push(strayRemark([{ from, to }], [], message));
      return;
    }
    // Editors without headings make a line bold.
    if (
      linked === 0 &&
      line.length <= MAX_HEADING &&
      ARTICLE_HEADINGS.has(folded(line)) &&
      HEADS.has(at.name)
    )
      this.blocks.push({ type: "heading", at, from, to, line });
    else this.blocks.push({ type: "prose", at, from, to, run, line, linked, isCaption: CAPTION.test(line) });
  }

  private heading(element: HtmlElement, line: string): void {
    const { from, to } = element;
    if (line !== "") this.blocks.push({ type: "heading", at: element, from, to, line });
  }

  private list(element: HtmlElement): void {
    const segments = segmentsOf(element, this.walk);
    if (isTableOfContents(element)) return;
    const { from, to } = element;
    if (segments.length > 0) this.blocks.push({ type: "list", at: element, from, to, segments });
    for (const image of imagesOf(element)) this.image(image);
  }

  private wordList(element: HtmlElement): void {
    const { list, items } = wordList(element, this.walk);
    for (const item of items) this.done.add(item);
    if (list.segments.length > 0) this.blocks.push(list);
  }

  /** Reads an image and its caption. */
  private figure(element: HtmlElement): void {
    const images = imagesOf(element).filter((image) => !isSmiley(image) && !this.done.has(image));
    const [image] = images;
    if (this.isMediaFigure(element, images)) {
      const message = "what is played or shown by another site, with its caption; it was left out";
      this.remarks.push(strayRemark([element], [], message));
      return;
    }
    if (image !== undefined && images.length === 1) {
      const captions = captionsOf(element);
      this.image(image, captions);
      // What the image says stands there once more for whoever points at it.
      const alt = oneLine(textsOf(this.walk.html, image.alt));
      const titles = element.children.filter(
        (child) => alt !== "" && isElement(child) && elementLine(child, this.walk) === alt,
      );
      for (const part of [image, ...captions, ...titles]) this.done.add(part);
    }
    this.children(element);
  }

  /** Tells whether a figure holds a sound, a film or a frame, and no text but a caption that names no image. */
  private isMediaFigure(figure: HtmlElement, images: readonly HtmlElement[]): boolean {
    const captions = captionsOf(figure);
    if (images.length > 0 || captions.length === 0 || descendants(figure, isMedia).length === 0) return false;
    const without = new Set<HtmlNode>([...(this.walk.without ?? []), ...captions]);
    return segmentsOf(figure, { ...this.walk, without }).length === 0;
  }

  private image(image: HtmlElement, captions: readonly HtmlElement[] = []): void {
    const { html } = this.walk;
    this.endRun();
    const line = captions.map((caption) => elementLine(caption, this.walk)).join(" ");
    const alt = image.alt.every((part) => isBlankText(html, part)) ? [] : image.alt;
    const { from, to } = image;
    const isCaption = CAPTION.test(line);
    if (alt.length > 0 || line !== "")
      this.blocks.push({ type: "image", at: this.at, from, to, alt, captions, line, isCaption });
  }

  /** Reads a table of the article: code, an image, a layout cell by cell, or row by row. */
  private table(element: HtmlElement): void {
    const { html } = this.walk;
    const numbers = numbersOfCode(element, this.walk);
    const captioned = captionedImage(element, html);
    if (numbers !== undefined) this.code(readCode(element, this.walk, numbers));
    else if (captioned !== undefined) this.image(captioned.image, captioned.captions);
    else this.rows(element, isLayout(element));
  }

  private rows(part: HtmlElement, isLayout: boolean): void {
    for (const child of part.children) {
      if (this.isLeftOut(child)) continue;
      if (!isElement(child)) {
        this.run.add(child, part);
      } else if (child.name === "tr" && isLayout) this.cells(child);
      else if (child.name === "tr") this.row(child);
      else if (/^t(?:head|body|foot)$/.test(child.name)) this.rows(child, isLayout);
      else this.element(child);
    }
  }

  private cells(row: HtmlElement): void {
    const cells = row.children.filter(isElement);
    for (const cell of startsWithNumbers(row, this.walk.html) ? cells.slice(1) : cells)
      if (!this.isLeftOut(cell)) this.element(cell);
  }

  private row(row: HtmlElement): void {
    this.endRun();
    const { from, to } = row;
    if (elementLine(row, this.walk) !== "") this.blocks.push({ type: "row", at: row, from, to });
  }

  private code({ block, remarks }: ReturnType<typeof readCode>): void {
    this.remarks.push(...remarks);
    if (block !== undefined) this.blocks.push({ ...block, at: this.at });
  }

  /** Leaves a part of the page out, and tells it, whose heading is one that pages show around their posts. */
  private isStrayPart(element: HtmlElement): boolean {
    if ((element.name !== "div" && element.name !== "section") || this.walk.kept.has(element)) return false;
    const head = element.children.find(isElement);
    if (head === undefined || !HEADINGS.has(head.name)) return false;
    if (!isFurnitureLine(elementLine(head, this.walk))) return false;
    const message = "a part that pages show around their posts; it was left out";
    this.remarks.push(strayRemark([element], [], message));
    return true;
  }
}

/** Elements of which a heading is all the text, where there are no headings of HTML: bold lines, heads of what is shown and hidden. */
const HEADS = new Set(["p", "summary"]);

/** The longest line that is looked up as a heading of the article. */
const MAX_HEADING = 40;

const EMPTY_LINE = /\n[ \t]*\r?\n/g;

/** Nothing, or control characters alone. */
const INVISIBLE = /^\p{Cc}*$/u;

/** A text that is one shortcode of WordPress, or its end. */
const isShortcode = (text: string): boolean => /^\[\/?[a-z][\w-]*(?:\s[^\]]*)?\/?\]$/i.test(text);
