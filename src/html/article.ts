import { ARTICLE_HEADINGS, FINAL_HEADING } from "../format/headings.ts";
import type { Remark } from "../layout/draft.ts";
import { isFurniture as isFurnitureLine } from "../layout/furniture.ts";
import { codeLines, isBlankCode, isCodeAlone } from "./code.ts";
import { BLOCKS, HEADINGS } from "./elements.ts";
import { captionsOf, descendants, holdsBlock, imagesOf, isCaptioned, isTableOfContents } from "./find.ts";
import { isFurniture } from "./furniture.ts";
import { elementLine, folded, isBlankText, isSmiley, segmentsOf, type Walk } from "./segments.ts";
import type { Sheet } from "./sheet.ts";
import { type Stretch, strayRemark } from "./stray.ts";
import { type HtmlElement, type HtmlNode, type HtmlText, isElement, textOf } from "./tree.ts";

/** Lays out the blocks of an article: paragraphs, headings, code, lists, images, each on lines that know what they are. */
export class ArticleLayout {
  /** What was left out and is to be reported. */
  readonly remarks: Remark[] = [];
  /** Whether the last line is the alt text of an image, whose caption may follow. */
  private afterAlt = false;
  /** Whether a paragraph was written; whether this is the last section; whether its first paragraph was written. */
  private hasProse = false;
  private isInEnd = false;
  private isPastEnd = false;
  /** Whether text stands right in an element that is called something, rather than in a paragraph or the article. */
  private isBare = false;
  /** The text gathered for the next paragraph. */
  private run: (HtmlText | "gap")[] = [];

  /**
   * @param walk - how the page is walked through
   * @param sheet - where the lines are written
   * @param start - where the article starts in the page: what stands before its title is none of it
   * @param title - the title, folded, which an article may repeat as its first heading
   */
  constructor(
    private readonly walk: Walk,
    private readonly sheet: Sheet,
    private readonly start: number,
    private readonly title: string,
  ) {}

  /** Writes the blocks of an element. */
  write(element: HtmlElement): void {
    this.blocks(element);
    this.endRun();
  }

  private blocks(parent: HtmlElement): void {
    for (const child of parent.children) {
      if (child.to <= this.start || this.isLeftOut(child)) continue;
      if (isElement(child)) this.element(child);
      else if (child.character === undefined) this.bare(child);
      else this.run.push(child);
    }
  }

  private isLeftOut(node: HtmlNode): boolean {
    if (this.walk.without?.has(node)) return true;
    return isElement(node) && !this.walk.kept.has(node) && isFurniture(node);
  }

  private element(element: HtmlElement): void {
    const { name } = element;
    if (name === "img") {
      if (isSmiley(element)) this.run.push(...element.alt);
      else this.image(element);
      return;
    }
    if (name === "br") {
      this.run.push("gap");
      return;
    }
    if (name === "noscript") {
      // What lazy images fall back on.
      return;
    }
    if (!BLOCKS.has(name) && !holdsBlock(element)) {
      this.blocks(element);
      return;
    }
    this.endRun();
    if (this.isStrayPart(element)) return;
    if (HEADINGS.has(name)) this.heading(element);
    else if (name === "pre") this.code(element);
    else if (this.isCodeFrame(element)) this.framedCode(element);
    else if (name === "ul" || name === "ol" || name === "menu") this.list(element);
    else if (name === "figure" || isCaptioned(element)) this.figure(element);
    else if (name === "table") this.table(element);
    else if (isCodeAlone(this.walk.html, element)) this.code(element);
    else {
      const { isBare } = this;
      this.isBare = name === "div" && element.attributes.size > 0 && !this.walk.kept.has(element);
      this.blocks(element);
      this.endRun();
      this.isBare = isBare;
    }
    this.endRun();
  }

  /** Text right within a block. Raw content of WordPress has no paragraphs: an empty line is their end. */
  private bare(text: HtmlText): void {
    let { from } = text;
    for (const found of textOf(this.walk.html, text).matchAll(/\n[ \t]*\r?\n/g)) {
      this.stretch(from, text.from + found.index);
      this.endRun();
      from = text.from + found.index + found[0].length;
    }
    this.stretch(from, text.to);
  }

  /** Text without an empty line, which may hold the marks of a caption. */
  private stretch(from: number, to: number): void {
    const { html } = this.walk;
    if (from >= to) return;
    const text = html.slice(from, to);
    const mark = text.includes("[") ? /\[\/?(?:wp_)?caption[^\]]*\]/.exec(text) : null;
    if (mark === null) {
      this.run.push({ character: undefined, from, to });
      return;
    }
    this.stretch(from, from + mark.index);
    if (mark[0].startsWith("[/")) this.endRun();
    this.stretch(from + mark.index + mark[0].length, to);
  }

  /** Ends the paragraph whose text was gathered. */
  private endRun(): void {
    const { run } = this;
    if (run.length === 0) return;
    this.run = [];
    const { html } = this.walk;
    if (run.every((part) => part === "gap" || isBlankText(html, part))) return;
    const line = run.map((part) => (part === "gap" ? " " : textOf(html, part))).join("");
    const texts = run.filter((part) => part !== "gap");
    if (isShortcode(line)) {
      this.stray(
        texts,
        "a shortcode of WordPress, which a page would show as something else; it was left out",
      );
      return;
    }
    // Within an article, a paragraph may say what it likes.
    if (
      (!this.hasProse || this.isPastEnd || this.isBare) &&
      isFurnitureLine(line.replace(/\s+/g, " ").trim())
    ) {
      this.stray(texts, "a line that pages show around their posts; it was left out");
      return;
    }
    this.hasProse = true;
    this.isPastEnd ||= this.isInEnd;
    const isCaption = CAPTION.test(line);
    if (!(isCaption && this.afterAlt)) this.sheet.blank();
    this.afterAlt = false;
    this.parts(run);
    this.sheet.end(isCaption ? undefined : "prose");
    this.sheet.blank();
  }

  /** Leaves a part of the page out, and tells it, whose heading is one that pages show around their posts. */
  private isStrayPart(element: HtmlElement): boolean {
    if ((element.name !== "div" && element.name !== "section") || this.walk.kept.has(element)) return false;
    const head = element.children.find(isElement);
    if (head === undefined || !HEADINGS.has(head.name)) return false;
    if (!isFurnitureLine(elementLine(head, this.walk))) return false;
    this.stray([element], "a part that pages show around their posts; it was left out");
    return true;
  }

  /** Tells text that is left out. */
  private stray(texts: readonly Stretch[], message: string): void {
    this.remarks.push(strayRemark(texts, [], message));
  }

  private parts(parts: readonly (HtmlText | "gap")[]): void {
    let place = 0;
    for (const part of parts) {
      if (part === "gap") this.sheet.gap(place, place);
      else {
        this.sheet.add(part);
        place = part.to;
      }
    }
  }

  /** Writes the text of an element as one line. */
  private line(element: HtmlElement): void {
    let isFirst = true;
    for (const { text, starts, spaced } of segmentsOf(element, this.walk)) {
      if (!isFirst && (starts || spaced)) this.sheet.gap(text.from, text.from);
      this.sheet.add(text);
      isFirst = false;
    }
  }

  private heading(element: HtmlElement): void {
    const line = elementLine(element, this.walk);
    if (line === "" || (!this.hasProse && folded(line) === this.title)) return;
    const isKnown = ARTICLE_HEADINGS.has(folded(line));
    if (this.isPastEnd && !isKnown) {
      const message =
        "a section under the final notes, which pages show around their posts; it was read as one of the article";
      this.remarks.push({ ...strayRemark([element], ["sections"], message), code: "unusual_article" });
    }
    this.isInEnd = folded(line) === FINAL_HEADING;
    this.isPastEnd &&= !isKnown;
    this.afterAlt = false;
    this.sheet.blank();
    this.line(element);
    this.sheet.end("heading");
    this.sheet.blank();
  }

  private list(element: HtmlElement): void {
    const segments = segmentsOf(element, this.walk);
    if (segments.length === 0) {
      for (const image of imagesOf(element)) this.image(image);
      return;
    }
    if (isTableOfContents(element)) return;
    this.afterAlt = false;
    this.sheet.blank();
    let item: HtmlElement | undefined;
    segments.forEach(({ text, item: own, starts, spaced }, i) => {
      if (i === 0 || own !== item) {
        if (i > 0) this.sheet.end();
        this.sheet.write("  • ");
        item = own;
      } else if (starts || spaced) {
        this.sheet.gap(text.from, text.from);
      }
      this.sheet.add(text);
    });
    this.sheet.end();
    this.sheet.blank();
    for (const image of imagesOf(element)) this.image(image);
  }

  /** Writes an image and its caption, in the order of text copies: alt text first. */
  private figure(element: HtmlElement): void {
    const captions = captionsOf(element);
    const images = imagesOf(element).filter((image) => !isSmiley(image));
    if (images.length === 0 || images.length > 1) {
      this.blocks(element);
      return;
    }
    const [image] = images as [HtmlElement];
    const text = captions.map((caption) => elementLine(caption, this.walk)).join(" ");
    if (text !== "" && !CAPTION.test(text)) {
      // A caption that names no host stands for the image by itself.
      this.sheet.blank();
      for (const caption of captions) this.line(caption);
      this.sheet.end("alt");
      this.afterAlt = true;
      return;
    }
    this.image(image);
    if (text !== "") {
      if (!this.afterAlt) this.sheet.blank();
      this.afterAlt = false;
      for (const caption of captions) this.line(caption);
      this.sheet.end();
      this.sheet.blank();
    }
  }

  private image(image: HtmlElement): void {
    const { html } = this.walk;
    const alt = image.alt.filter((part) => !isBlankText(html, part));
    if (alt.length === 0) return;
    this.endRun();
    this.sheet.blank();
    this.parts(image.alt);
    this.sheet.end("alt");
    this.afterAlt = true;
  }

  /** Writes a table of the article row by row, unless it only holds code with the numbers of its lines. */
  private table(element: HtmlElement): void {
    const codes = descendants(
      element,
      (child) => child.name === "pre" && !isFurniture(child.parent as HtmlElement),
    );
    if (codes.length > 0) {
      for (const code of codes) this.code(code);
      return;
    }
    for (const row of descendants(element, (child) => child.name === "tr" || this.isLeftOut(child))) {
      if (this.isLeftOut(row) || elementLine(row, this.walk) === "") continue;
      this.afterAlt = false;
      this.sheet.blank();
      this.line(row);
      this.sheet.end("prose");
    }
    this.sheet.blank();
  }

  /** Tells whether an element holds one piece of code, and a line at most that says what it is. */
  private isCodeFrame(element: HtmlElement): boolean {
    if (element.name !== "div" && element.name !== "figure") return false;
    const [code, ...others] = element.children.filter(isElement).filter(({ name }) => name === "pre");
    if (code === undefined || others.length > 0) return false;
    return segmentsOf(element, { ...this.walk, without: new Set([code]) }).length === 1;
  }

  /** Writes code without the name of its language above; the name of a file is told. */
  private framedCode(element: HtmlElement): void {
    const code = element.children.find((child) => isElement(child) && child.name === "pre") as HtmlElement;
    const [name] = segmentsOf(element, { ...this.walk, without: new Set([code]) });
    const text = name === undefined ? "" : textOf(this.walk.html, name.text).trim();
    if (name !== undefined && !/^[\w+#]+$/.test(text))
      this.stray([name.text], "a line at a piece of code, which is no part of it; it was left out");
    this.code(code);
  }

  /** Writes code as it stands, line by line. */
  private code(element: HtmlElement): void {
    const lines = codeLines(this.walk, element);
    while (lines.length > 0 && lines[0]?.every((part) => isBlankCode(this.walk.html, part))) lines.shift();
    if (lines.length === 0) return;
    this.afterAlt = false;
    this.sheet.blank();
    lines.forEach((line, i) => {
      for (const part of line) this.sheet.verbatim(textOf(this.walk.html, part), part.from, part.to);
      const isBlank = line.every((part) => isBlankCode(this.walk.html, part));
      this.sheet.end(isBlank ? undefined : i === 0 ? "new code" : "code");
    });
    this.sheet.blank();
  }
}

/** A caption as the site writes it. */
const CAPTION = /image source\s*:/i;

/** A text that is one shortcode of WordPress, or its end. */
const isShortcode = (text: string): boolean => /^\s*\[\/?[a-z][\w-]*(?:\s[^\]]*)?\/?\]\s*$/i.test(text);
