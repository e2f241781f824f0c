import { FINAL_HEADING, SIMILAR_HEADING } from "../format/headings.ts";
import type { PostBlock, PostSection } from "../schema/article.ts";
import type { PartialArticle } from "../schema/post.ts";
import { parseArticleLines } from "../syntax/article.ts";
import { lastLine } from "../syntax/ends.ts";
import { partsOf } from "../syntax/images.ts";
import { COLON } from "../syntax/labels.ts";
import { standsAt } from "../syntax/letters.ts";
import { endsSentence } from "../syntax/look.ts";
import type { ArticleNode, BlockNode, Division, Image, Piece, SimilarNode } from "../syntax/nodes.ts";
import { piecesOf, textOf, visible } from "../syntax/pieces.ts";
import { linesOf } from "../syntax/position.ts";
import { type Line, type Source, trimBlank } from "../syntax/scan.ts";
import { tellMisspelled } from "./heading.ts";
import type { IssueList } from "./issues.ts";
import { tellLaidOut } from "./laid-out.ts";
import { INTRO, type Place, POST, SECTIONS, SIMILAR, TITLE } from "./place.ts";
import { quote } from "./quote.ts";
import { tellFlatCode, tellItems, tellShape } from "./shape.ts";
import type { Spots } from "./spots.ts";
import { type Shape, shapeOf } from "./typical.ts";

/** An article, and how far it is as on the site. */
export interface ComposedArticle {
  readonly article: PartialArticle;
  readonly shape: Shape;
}

/** Composes the article of a source, tells its problems, and notes where its values stand, if there is somebody to take notes. */
export class ArticleComposer {
  private readonly node: ArticleNode;

  constructor(
    private readonly source: Source,
    private readonly division: Division,
    private readonly list: IssueList,
    private readonly spots?: Spots | undefined,
  ) {
    this.node = parseArticleLines(source, division.article);
  }

  /** Gives the article; its title is absent where the source has none. */
  compose(): ComposedArticle {
    const { title, body } = this.node;
    const intro: PostBlock[] = [];
    const sections: PostSection[] = [];
    const article: PartialArticle = {};
    if (title !== undefined) article.title = this.text(title.lines, POST, "title");
    let blocks = intro;
    let place = INTRO;
    for (const node of body) {
      if (node.type === "heading") {
        const section = SECTIONS.at(sections.length);
        place = section.at("blocks");
        blocks = [];
        sections.push({ heading: this.heading(node.line, section), blocks });
        continue;
      }
      const block = this.block(node, place.at(blocks.length));
      if (block !== undefined) blocks.push(block);
    }
    article.intro = intro;
    article.sections = sections;
    article.similarPosts = this.similar(this.division.similar);
    this.spots?.keep();
    const shape = shapeOf(article);
    const hasBox = this.division.boxes.length > 0;
    if (!shape.isTypical) tellShape(this.source, this.node, hasBox, this.list);
    tellItems(this.source, this.node, shape.isTypical, this.list);
    if (this.source.isLaidOut) tellLaidOut(this.source, this.node, this.list);
    if (this.source.origin !== undefined || hasBox) tellFlatCode(this.source, this.node, this.list);
    return { article, shape };
  }

  /** Tells that the title is missing, or the whole article where only a box stands. */
  tellTitle(hasBox: boolean): void {
    const isBoxAlone = hasBox && this.node.body.length === 0;
    const message = isBoxAlone
      ? "a box without an article; expected title and text before it"
      : "expected a title on a line of its own before the text";
    const first = visible(this.source.lines[0] as Line);
    this.list.add(isBoxAlone ? "missing_article" : "missing_title", TITLE, message, first);
  }

  /** Warns where the article ends before its final notes, or within their last sentence. */
  checkEnd({ sections = [] }: PartialArticle): void {
    const { title, body } = this.node;
    const final = sections.findIndex(isFinal);
    const last = body.at(-1);
    const line = last === undefined ? title?.lines.at(-1) : lastLine(last);
    if (line === undefined) return;
    const ended = last?.type !== "paragraph" || endsSentence(this.source.body(line));
    if (final >= 0 && ended && sections[final]?.blocks.length !== 0) return;
    const message =
      final < 0
        ? 'the article ends without a section "final notes"; its end seems to be cut off'
        : "the article ends within its final notes; expected a sentence that ends";
    this.list.add("article_cut_short", final < 0 ? SECTIONS : SECTIONS.at(final), message, visible(line));
  }

  /** Joins the text of lines; more than one is reported as wrapped. */
  private text(lines: readonly Line[], around: Place, key: string | number): string {
    const first = lines[0] as Line;
    const last = lines.at(-1) as Line;
    const count = first === last ? linesOf(this.source, first.body, first.to) : lines.length;
    if (count > 1) {
      const message = `the text runs over ${count} lines; it was read as one, joined with spaces`;
      this.list.add("wrapped_text", around.at(key), message, visible(first), visible(last));
    }
    // Most texts are one line, for which no list is made.
    if (first === last) {
      this.spots?.note(around.at(key), first, first.body, first.to);
      return this.source.body(first);
    }
    const pieces = lines.map(textOfLine).filter(({ from, to }) => from < to);
    this.spots?.notePieces(around.at(key), pieces);
    return textOf(this.source, pieces);
  }

  /** Takes a heading without the colon that may end it. */
  private heading(line: Line, section: Place): string {
    const { text } = this.source;
    const { body, to } = line;
    const end = text.charCodeAt(to - 1) === COLON ? trimBlank(text, body, to - 1) : to;
    this.spots?.note(section.at("heading"), line, body, end);
    return end === to && line.heading !== undefined ? line.heading : this.source.slice(body, end);
  }

  private block(node: BlockNode, place: Place): PostBlock | undefined {
    switch (node.type) {
      case "paragraph":
        return { type: "paragraph", text: this.text(node.lines, place, "text") };
      case "code":
        return { type: "code", text: this.code(node.lines, place) };
      case "image":
        return this.image(node, place);
      case "list": {
        const items = this.items(node.items, place.at("items"));
        return items.length > 0 ? { type: "list", items } : undefined;
      }
    }
  }

  /** Composes the items of a list; a bullet without a text is reported and left out. */
  private items(lists: readonly (readonly Line[])[], place: Place): string[] {
    const items: string[] = [];
    for (const lines of lists) {
      if (lines.some((line) => line.body < line.to)) {
        items.push(this.text(lines, place, items.length));
      } else {
        const message = "a bullet without a text; write the item or take it out";
        this.list.add("stray_text", place, message, visible(lines[0] as Line));
      }
    }
    return items;
  }

  /** Takes the lines of code as they stand, with indentation and inner empty lines. */
  private code(lines: readonly Line[], place: Place): string {
    const first = lines[0] as Line;
    const last = lines.at(-1) as Line;
    this.spots?.note(place.at("text"), first, first.start, last.to, last);
    let text = "";
    let { number } = first;
    for (const line of lines) {
      text += "\n".repeat(line.number - number) + this.source.slice(line.start, line.to);
      number = line.number;
    }
    return text;
  }

  private image(image: Image, place: Place): PostBlock {
    const { lines, alt, caption, captionEnd, host } = image;
    const { from } = lines[0] as Line;
    const { to } = lines.at(-1) as Line;
    const pieces = captionEnd > caption ? piecesOf(lines, caption, captionEnd) : piecesOf(lines, from, alt);
    this.spots?.notePieces(place.at("caption"), pieces);
    const shown = textOf(this.source, pieces);
    this.checkImage(image, place, shown);
    if (host >= to) return { type: "image", caption: shown, source: null };
    this.spots?.notePieces(place.at("source"), piecesOf(lines, host, to));
    return { type: "image", caption: shown, source: this.source.slice(host, to) };
  }

  /** Warns of an image without its caption line, and of one whose lines were wrapped. */
  private checkImage(image: Image, place: Place, shown: string): void {
    const isPlain = image.lines.length === 2 && image.alt === image.lines[0]?.to;
    if (isPlain && !image.lines.some(({ from, to }) => linesOf(this.source, from, to) > 1)) return;
    const { alt, caption, lead, host } = partsOf(this.source, image);
    const first = alt[0] ?? (caption[0] as Piece);
    const last = lead.at(-1) ?? (alt.at(-1) as Piece);
    if (lead.length === 0) {
      const message = `${quote(shown)} is an image without its caption line; expected "<caption>. image source: <host>" under it`;
      this.list.add("missing_caption", place.at("source"), message, first, last);
    } else if (
      isPlain ||
      alt.length > 1 ||
      caption.length > 1 ||
      lead.length > 1 ||
      (host[0] && host[0].line !== last.line)
    ) {
      const message = "the lines of an image are wrapped; each was read as one, joined with spaces";
      this.list.add("wrapped_text", place.at("caption"), message, first, host[0] ?? last);
    }
  }

  private similar(nodes: readonly SimilarNode[]): string[] {
    for (const { heading, headingSpelling } of nodes) {
      if (headingSpelling === "near") tellMisspelled(SIMILAR_HEADING, heading, SIMILAR, this.list);
    }
    // Most texts have one heading of them at most, whose titles need not be copied.
    const titles =
      nodes.length === 1 ? (nodes[0] as SimilarNode).titles : nodes.flatMap((node) => node.titles);
    return this.items(titles, SIMILAR);
  }
}

/** The text of a line, without its bullet. */
const textOfLine = (line: Line): Piece => ({ line, from: line.body, to: line.to });

/** Tells whether a section is the one of the final notes. */
const isFinal = ({ heading }: PostSection): boolean =>
  heading.length === FINAL_HEADING.length && standsAt(heading, 0, FINAL_HEADING);
