import type { Remark } from "../layout/draft.ts";
import type { Block, Code, Image, List, Prose } from "./block.ts";
import { withoutBullets } from "./bullets.ts";
import { isBlankCode } from "./code.ts";
import { gluedRemarks, isRunTogether, type Joint, plainLine } from "./glued.ts";
import { type ItemPlace, ownItems } from "./items.ts";
import { type HtmlElement, textOf, textsOf } from "./node.ts";
import { folded, type Piece, type Segment, segmentsOf, type Walk } from "./segments.ts";
import type { Sheet } from "./sheet.ts";
import { doubtRemark } from "./stray.ts";

/** Writes the blocks of an article: paragraphs, headings, code, lists, images, each on lines that know what they are. */
export class ArticleWriter {
  /** What was left out of lists, and what is doubtful in them. */
  readonly remarks: Remark[] = [];
  /** Whether the last line is the alt text of an image, whose caption may follow. */
  private afterAlt = false;
  /** Where what is written stands in a post. */
  private path: Remark["path"] = ["intro"];

  /**
   * @param walk - how the page is walked through
   * @param sheet - where the lines are written
   */
  constructor(
    private readonly walk: Walk,
    private readonly sheet: Sheet,
  ) {}

  /** Writes a block. */
  write(block: Block): void {
    switch (block.type) {
      case "prose":
        this.prose(block);
        break;
      case "heading":
        this.path = ["sections"];
        this.apart(block.at, "heading");
        break;
      case "row":
        this.apart(block.at, "prose");
        break;
      case "list":
        this.list(block);
        break;
      case "code":
        this.code(block);
        break;
      case "image":
        this.image(block);
    }
  }

  /** Writes the text of an element on a line between blank ones. */
  private apart(element: HtmlElement, role: "heading" | "prose"): void {
    this.afterAlt = false;
    this.sheet.blank();
    this.line(element);
    this.sheet.end(role);
    this.sheet.blank();
  }

  private prose({ run, isCaption }: Prose): void {
    if (!(isCaption && this.afterAlt)) this.sheet.blank();
    this.afterAlt = false;
    this.segments(run, isRunTogether);
    this.sheet.end(isCaption ? undefined : "prose");
    this.sheet.blank();
  }

  /** Writes the text of an element, or segments, as one line. */
  private line(element: HtmlElement): void {
    this.segments(segmentsOf(element, this.walk));
  }

  private segments(given: readonly Piece[], isGlued?: Joint): void {
    const plain = plainLine(this.walk.html, given, isGlued);
    this.remarks.push(...gluedRemarks(plain, "unusual_article", this.path));
    this.sheet.line(plain.segments);
  }

  private list({ segments }: List): void {
    this.afterAlt = false;
    this.sheet.blank();
    const items: Segment[][] = [];
    for (const segment of segments) {
      const last = items[items.length - 1];
      if (last !== undefined && last[0]?.item === segment.item) last.push(segment);
      else items.push([segment]);
    }
    const { items: own, remarks } = ownItems(
      this.walk.html,
      withoutBullets(this.walk.html, items),
      IN_ARTICLE,
    );
    this.remarks.push(...remarks);
    for (const item of own) {
      this.sheet.write("  • ");
      this.segments(item);
      this.sheet.end();
    }
    this.sheet.blank();
  }

  /** Writes an image and its caption, in the order of text copies: alt text first. */
  private image({ alt, captions, line, isCaption }: Image): void {
    this.sheet.blank();
    if (line !== "" && !isCaption) {
      // A caption that names no host stands for the image by itself.
      for (const caption of captions) this.line(caption);
      this.sheet.end("alt");
      this.afterAlt = true;
      return;
    }
    if (alt.length > 0) {
      for (const text of alt) this.sheet.add(text);
      this.sheet.end("alt");
    }
    this.afterAlt = !isCaption;
    if (!isCaption) return;
    if (folded(line).indexOf(folded(textsOf(this.walk.html, alt))) > 0)
      this.remarks.push(doubtRemark(alt, this.path, "the caption has more before what the image says"));
    for (const caption of captions) this.line(caption);
    this.sheet.end();
    this.sheet.blank();
  }

  /** Writes code as it stands, line by line. */
  private code({ lines }: Code): void {
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

const IN_ARTICLE: ItemPlace = { path: ["sections"], code: "unusual_article" };
