import { FINAL_HEADING, SIMILAR_HEADING } from "../format/headings.ts";
import { hasOwnReferences } from "../format/references.ts";
import { BROKEN, SIGN_OF_NONE } from "../format/text.ts";
import type { PostBlock, PostSection } from "../schema/article.ts";
import type { PartialArticle } from "../schema/post.ts";
import { parseArticleLines } from "../syntax/article.ts";
import { blockLines, firstLine, lastLine, rawText, startOfSections } from "../syntax/ends.ts";
import { partsOf } from "../syntax/images.ts";
import { COLON } from "../syntax/labels.ts";
import { standsAt } from "../syntax/letters.ts";
import { endsSentence } from "../syntax/look.ts";
import type { ArticleNode, BlockNode, Division, Image, Piece, SimilarNode } from "../syntax/nodes.ts";
import { piecesOf, textOf, visible } from "../syntax/pieces.ts";
import { linesOf } from "../syntax/position.ts";
import { type Line, type Source, trimBlank } from "../syntax/scan.ts";
import { tellCutLines } from "./cut.ts";
import { tellMisspelled } from "./heading.ts";
import type { IssueList } from "./issues.ts";
import { tellLaidOut } from "./laid-out.ts";
import { JOINED, MARKED, OF_PAGE, tellerOf, WRAPPED } from "./odd.ts";
import { INTRO, type Place, POST, SECTIONS, SIMILAR, TITLE } from "./place.ts";
import { quote } from "./quote.ts";
import { tellFlatCode, tellItems, tellShape } from "./shape.ts";
import { type Shape, shapeOf } from "./typical.ts";

/** An article whose title may be absent. */
export type ReadArticle = PartialArticle & Omit<Required<PartialArticle>, "title">;

/** An article, and how far it is as on the site. */
export interface ComposedArticle {
  readonly node: ArticleNode;
  readonly article: ReadArticle;
  readonly shape: Shape;
}

/** Composes the article of a source and tells its problems; its title is absent where the source has none. */
export function composeArticle(list: IssueList, division: Division): ComposedArticle {
  const { source } = list;
  const node = parseArticleLines(source, division.article);
  const { title, body } = node;
  const intro: PostBlock[] = [];
  const sections: PostSection[] = [];
  const article = {} as { -readonly [Key in keyof ReadArticle]: ReadArticle[Key] };
  if (title && !tellCutLines(list, () => title.lines, TITLE))
    article.title = composeText(list, title.lines, POST, "title");
  let blocks = intro;
  let place = INTRO;
  for (const one of body) {
    if (one.type === "heading") {
      if (tellCutLines(list, () => [one.line], SECTIONS.at(sections.length))) continue;
      const section = SECTIONS.at(sections.length);
      place = section.at("blocks");
      blocks = [];
      sections.push({ heading: composeHeading(list, one.line, section), blocks });
      continue;
    }
    const block = composeBlock(list, one, place.at(blocks.length));
    if (block) blocks.push(block);
  }
  article.intro = intro;
  article.sections = sections;
  article.similarPosts = composeSimilar(list, division.similar);
  list.spots?.keep();
  const shape = shapeOf(article);
  const hasBox = division.boxes.length > 0;
  if (!shape.isTypical) tellShape(source, node, hasBox, list);
  for (const one of body)
    if (one.type === "list") tellItems(source, one.items, SECTIONS, shape.isTypical, list);
  for (const { titles } of division.similar)
    if (titles.length > 0) tellItems(source, titles, SIMILAR, false, list);
  if (source.isBroken) tellBroken(list, division, node);
  if (source.isLaidOut) tellLaidOut(source, node, list);
  if (source.origin || hasBox) tellFlatCode(source, node, list);
  return { node, article, shape };
}

/** Tells the lines of an article that hold what stands in no text. */
function tellBroken(list: IssueList, { article, similar }: Division, node: ArticleNode): void {
  const { title, body } = node;
  const start = startOfSections(node);
  const placeOf = (line: Line): Place =>
    title?.lines.includes(line) ? TITLE : line.number < start ? INTRO : SECTIONS;
  const places: [Line, Place][] = [
    ...article.map((line): [Line, Place] => [line, placeOf(line)]),
    ...similar.flatMap(({ titles }) => titles.flat().map((line): [Line, Place] => [line, SIMILAR])),
  ];
  const { source } = list;
  const own = new Set(
    body.flatMap((node) =>
      node.type === "code" && hasOwnReferences(rawText(source, node)) ? node.lines : [],
    ),
  );
  for (const [line, place] of places)
    if ((own.has(line) ? SIGN_OF_NONE : BROKEN).test(source.raw(line))) tellerOf(list)(place, MARKED, line);
}

/** Tells that the title is missing, or the whole article where only a box stands. */
export function tellNoTitle(list: IssueList, { body }: ArticleNode, hasBox: boolean): void {
  const isBoxAlone = hasBox && body.length === 0;
  const message = isBoxAlone
    ? "a box without an article; expected title and text before it"
    : "expected a title on a line of its own before the text";
  const first = visible(list.source.lines[0] as Line);
  list.add(isBoxAlone ? "missing_article" : "missing_title", TITLE, message, first);
  const [intro, next] = body;
  if (intro && next && areOnOneLine(list.source, firstLine(intro), firstLine(next)))
    tellerOf(list)(INTRO, JOINED, firstLine(intro), lastLine(intro));
}

/** Tells whether two lines stood on one in the given text, so that the title may stand there, too. */
const areOnOneLine = ({ origin }: Source, one: Line, other: Line): boolean =>
  origin !== undefined &&
  !origin.flows &&
  origin.pointAt(origin.placeOf(one.from)).line === origin.pointAt(origin.placeOf(other.from)).line;

/** Warns where an article ends before its final notes, or within their last sentence. */
export function checkEnd(list: IssueList, { title, body }: ArticleNode, { sections }: ReadArticle): void {
  const final = sections.findIndex(isFinal);
  const last = body.at(-1);
  const line = last ? lastLine(last) : title?.lines.at(-1);
  if (!line) return;
  const ended = last?.type !== "paragraph" || endsSentence(list.source.body(line));
  if (final >= 0 && ended && sections[final]?.blocks.length !== 0) return;
  const message =
    final < 0
      ? 'the article ends without a section "final notes"; its end seems to be cut off'
      : "the article ends within its final notes; expected a sentence that ends";
  list.add("article_cut_short", final < 0 ? SECTIONS : SECTIONS.at(final), message, visible(line));
}

/** Joins the text of lines; more than one is reported as wrapped. */
function composeText(list: IssueList, lines: readonly Line[], around: Place, key: string | number): string {
  const { source, spots } = list;
  const first = lines[0] as Line;
  const last = lines.at(-1) as Line;
  const count = first === last ? linesOf(source, first.body, first.to) : lines.length;
  if (count > 1) {
    list.add("wrapped_text", around.at(key), WRAPPED, visible(first), visible(last));
    if (!source.isLaidOut && lines.some((line) => line !== last && isShort(source, line)))
      tellerOf(list)(around.at(key), OF_PAGE, first, last);
  }
  // Most texts are one line, for which no list is made.
  if (first === last) {
    spots?.note(around.at(key), first, first.body, first.to);
    return source.body(first);
  }
  const pieces = lines.map(textOfLine).filter(({ from, to }) => from < to);
  spots?.notePieces(around.at(key), pieces);
  return textOf(source, pieces);
}

/** Tells whether a line says something and ends where none is wrapped: others are twice as long. */
const isShort = (source: Source, { start, body, to }: Line): boolean =>
  body < to && source.width >= MIN_WIDTH && 2 * (to - start) < source.width;

/** The narrowest text of which the lines are no columns. */
const MIN_WIDTH = 80;

/** Takes a heading without the colon that may end it. */
function composeHeading({ source, spots }: IssueList, line: Line, section: Place): string {
  const { text } = source;
  const { body, to } = line;
  const end = text.charCodeAt(to - 1) === COLON ? trimBlank(text, body, to - 1) : to;
  spots?.note(section.at("heading"), line, body, end);
  // Stryker disable next-line ConditionalExpression: a shortcut; a known heading is what stands there.
  return end === to && line.heading !== undefined ? line.heading : source.slice(body, end);
}

function composeBlock(list: IssueList, node: BlockNode, place: Place): PostBlock | undefined {
  if (tellCutLines(list, () => blockLines(node), place, node.type === "list")) return undefined;
  switch (node.type) {
    case "paragraph":
      return { type: "paragraph", text: composeText(list, node.lines, place, "text") };
    case "code":
      return { type: "code", text: composeCode(list, node.lines, place) };
    case "image":
      return composeImage(list, node, place);
    case "list": {
      const items = composeItems(list, node.items, place.at("items"));
      return items.length > 0 ? { type: "list", items } : undefined;
    }
  }
}

/** Composes the items of a list; a bullet without a text is reported and left out. */
function composeItems(list: IssueList, nodes: readonly (readonly Line[])[], place: Place): string[] {
  const items: string[] = [];
  for (const lines of nodes) {
    if (lines.some((line) => line.body < line.to)) {
      items.push(composeText(list, lines, place, items.length));
    } else {
      const message = "a bullet without a text; write the item or take it out";
      list.add("stray_text", place, message, visible(lines[0] as Line));
    }
  }
  return items;
}

/** Takes the lines of code as they stand, with indentation and inner empty lines. */
function composeCode({ source, spots }: IssueList, lines: readonly Line[], place: Place): string {
  const first = lines[0] as Line;
  const last = lines.at(-1) as Line;
  spots?.note(place.at("text"), first, first.start, last.to, last);
  let text = "";
  let { number } = first;
  for (const line of lines) {
    text += "\n".repeat(line.number - number) + source.slice(line.start, line.to);
    number = line.number;
  }
  return text;
}

function composeImage(list: IssueList, image: Image, place: Place): PostBlock {
  const { source, spots } = list;
  const { lines, alt, caption, captionEnd, host } = image;
  const { from } = lines[0] as Line;
  const { to } = lines.at(-1) as Line;
  const pieces = captionEnd > caption ? piecesOf(lines, caption, captionEnd) : piecesOf(lines, from, alt);
  spots?.notePieces(place.at("caption"), pieces);
  const shown = textOf(source, pieces);
  checkImage(list, image, place, shown);
  if (host >= to) return { type: "image", caption: shown, source: null };
  spots?.notePieces(place.at("source"), piecesOf(lines, host, to));
  return { type: "image", caption: shown, source: source.slice(host, to) };
}

/** Warns of an image without its caption line, and of one whose lines were wrapped. */
function checkImage(list: IssueList, image: Image, place: Place, shown: string): void {
  const isPlain = image.lines.length === 2 && image.alt === image.lines[0]?.to;
  if (isPlain && !image.lines.some(({ from, to }) => linesOf(list.source, from, to) > 1)) return;
  const { alt, caption, lead, host } = partsOf(list.source, image);
  const first = alt[0] ?? (caption[0] as Piece);
  const last = lead.at(-1) ?? (alt.at(-1) as Piece);
  if (lead.length === 0) {
    const message = `${quote(shown)} is an image without its caption line; expected "<caption>. image source: <host>" under it`;
    list.add("missing_caption", place.at("source"), message, first, last);
  } else if (
    isPlain ||
    alt.length > 1 ||
    caption.length > 1 ||
    lead.length > 1 ||
    (host[0] && host[0].line !== last.line)
  ) {
    list.add("wrapped_text", place.at("caption"), WRAPPED, first, host[0] ?? last);
  }
}

function composeSimilar(list: IssueList, nodes: readonly SimilarNode[]): string[] {
  for (const { heading, spelling } of nodes) {
    if (spelling === "near") tellMisspelled(SIMILAR_HEADING, heading, SIMILAR, list);
  }
  // Most texts have one heading of them at most, whose titles need not be copied.
  const titles = nodes.length === 1 ? (nodes[0] as SimilarNode).titles : nodes.flatMap((node) => node.titles);
  tellCutLines(list, () => titles.flat(), SIMILAR, true);
  return composeItems(list, titles, SIMILAR);
}

/** The text of a line, without its bullet. */
const textOfLine = (line: Line): Piece => ({ line, from: line.body, to: line.to });

/** Tells whether a section is the one of the final notes. */
const isFinal = ({ heading }: PostSection): boolean =>
  heading.length === FINAL_HEADING.length && standsAt(heading, 0, FINAL_HEADING);
