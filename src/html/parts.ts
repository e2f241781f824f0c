import type { FieldRow } from "../format/fields.ts";
import { ARTICLE_HEADINGS, BOX_HEADING, SIMILAR_HEADING } from "../format/headings.ts";
import { endsSentence } from "../syntax/look.ts";
import { BLOCKS, HEADINGS } from "./elements.ts";
import { isNextItem } from "./find.ts";
import { isIconName } from "./hidden.ts";
import type { Label } from "./label.ts";
import { fieldLabels, hasLabels, isFieldLabel } from "./labels.ts";
import { type HtmlElement, type HtmlNode, isElement, textOf } from "./node.ts";
import { elementLine, folded, lineOf, type Segment, segmentsOf, type Walk } from "./segments.ts";

/** Parts of a page under headings of their own: boxes and similar posts. */

/** A part under a heading of its own. */
export interface Part {
  readonly heading: HtmlElement | undefined;
  readonly segments: readonly Segment[];
  /** The labels of a box, where they are known already. */
  readonly labels?: readonly Label<FieldRow | undefined>[];
  /** What follows the rows of a box and is none of them. */
  readonly behind?: readonly Segment[];
  /** What stands below the titles of similar posts, and otherwise than they do. */
  readonly beyond?: readonly Segment[];
  /** The elements and bare texts that make up the part, which are left out of the article. */
  readonly nodes: readonly HtmlNode[];
}

/** The heading of similar posts, folded. */
export const SIMILAR = SIMILAR_HEADING.toLowerCase();

/** How many labels tell that what stands under a heading is a box. */
const MIN_LABELS = 2;
/** How many tell a box without a heading. */
const MIN_LABELS_ALONE = 5;

/** Takes what stands under the heading of a box; the article, or a heading of it that is none of HTML's, is not the box. */
export function boxUnder(
  heading: HtmlElement,
  walk: Walk,
  contents: readonly HtmlElement[],
  bold: ReadonlySet<HtmlElement>,
): Part {
  const above = rowsAbove(heading, walk);
  if (above !== undefined) return above;
  const next = contents.find(({ from }) => from >= heading.to)?.from ?? Number.POSITIVE_INFINITY;
  const belongs = (segment: Segment): boolean => {
    const { text, parent } = segment;
    if (text.from >= next || bold.has(parent) || (parent.parent && bold.has(parent.parent))) return false;
    const other = headingOf(segment);
    return other === undefined || other === heading || !endsBox(other, heading, walk);
  };
  const part = partUnder(heading, walk, belongs, (segments) => hasLabels(walk.html, segments, MIN_LABELS));
  return withinRows(part, walk);
}

/** Tells whether an element holds rows of a box, whatever it is called. */
export const holdsRows = (element: HtmlElement, walk: Walk): boolean =>
  hasLabels(walk.html, segmentsOf(element, walk), MIN_LABELS);

/** Takes the rows of a figure or table whose caption is the heading of the box, wherever the caption stands. */
function rowsAbove(heading: HtmlElement, walk: Walk): Part | undefined {
  const { name, parent: holder } = heading;
  if ((name !== "figcaption" && name !== "caption") || holder === undefined) return undefined;
  const segments = segmentsOf(holder, { ...walk, without: new Set([heading]) });
  return hasLabels(walk.html, segments, MIN_LABELS) ? { heading, segments, nodes: [holder] } : undefined;
}

/** The shortest sentence that is a paragraph of the article rather than an item of a list. */
const MIN_PARAGRAPH = 120;

/**
 * Takes off what follows the last value of a box, with no element around the rows: the article, where the box stands above
 * it, else what is none of either.
 */
function withinRows(part: Under, walk: Walk): Part {
  const { heading, holder, ending } = part;
  const labels = fieldLabels(walk.html, part.segments);
  const end = endOfRows(part, labels, walk);
  const segments = part.segments.filter(({ text }) => text.from < end);
  const behind = part.segments.slice(segments.length);
  if (behind.length === 0) return { ...part, labels };
  const under = ending === undefined ? undefined : headingOf(ending);
  const isAbove =
    ending !== undefined && (under === undefined || folded(elementLine(under, walk)) !== SIMILAR);
  if (!isAbove) return { ...part, labels, segments, behind };
  return { heading, labels, segments, nodes: [childWithin(holder, heading), ...nodesOf(holder, segments)] };
}

/** Where the last row of a box ends. */
function endOfRows(
  { holder, segments }: Under,
  labels: readonly Label<FieldRow | undefined>[],
  walk: Walk,
): number {
  const last = labels[labels.length - 1];
  if (last === undefined) return holder.to;
  // A label may stand in several elements.
  const pieces = labels.flatMap(({ at, past }) => [segments[at], segments[past - 1]] as Segment[]);
  const around = pieces.map(({ parent }) => parent).reduce(commonHolder);
  if (around !== holder && around.from >= holder.from && around.to <= holder.to) return around.to;
  const nodeOf = (segment: Segment): HtmlNode => nodeWithin(holder, segment);
  const row = nodeOf(segments[last.past - 1] as Segment);
  // A colon or a space in an element of its own is no value.
  const behind = segments
    .slice(last.past)
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(textOf(walk.html, text)));
  const [first] = behind;
  if (first === undefined || last.rest !== undefined || nodeOf(first) === row) return row.to;
  const value = nodeOf(first);
  // The items of a list may be paragraphs, as those of the article are, which are longer.
  const isItem = (node: HtmlNode): boolean => {
    if (!isElement(node) || !BLOCKS.has(node.name)) return true;
    if (!isElement(value)) return false;
    if (isNextItem(node, value)) return true;
    if (node.name !== value.name || (node.name !== "p" && node.name !== "div")) return false;
    const text = elementLine(node, walk);
    return (
      node.attribute("class") === value.attribute("class") &&
      (text.length < MIN_PARAGRAPH || !endsSentence(text))
    );
  };
  const next = behind.map(nodeOf).find((node) => node !== value && !isItem(node));
  return next?.from ?? holder.to;
}

/**
 * Of headings that name the same rows, as the label of a tab and the heading under it do, the innermost has them; one
 * without rows beside a box that has some is an entry of a table of contents.
 */
export function distinctBoxes(boxes: readonly Part[], { html }: Walk): Part[] {
  const filled = boxes.filter(({ segments }) => hasLabels(html, segments, MIN_LABELS));
  if (boxes.length < 2 || filled.length === 0) return [...boxes];
  const byRows = new Map(filled.map((box) => [fieldLabels(html, box.segments)[0]?.from, box]));
  const [first, ...others] = [...byRows.values()] as [Part, ...Part[]];
  const rest = boxes.filter((box) => !others.includes(box) && box !== first);
  return [
    { ...first, nodes: [...first.nodes, ...rest.map(({ heading }) => heading as HtmlElement)] },
    ...others,
  ];
}

/** The link that a segment stands in. */
export function linkOf({ parent }: Segment): HtmlElement | undefined {
  for (let at: HtmlElement | undefined = parent, i = 0; at !== undefined && i < 6; at = at.parent, i++)
    if (at.name === "a") return at;
  return undefined;
}

/** What stands around the words of a heading: pictures, signs of links to itself, how many follow. */
const AROUND = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]*(?:[([]\d{1,3}[)\]])?[^\p{L}\p{N}]*$/gu;

/** The words of a heading, folded, without names of pictures. */
export const plainHeading = (heading: HtmlElement, walk: Walk): string => {
  const words = segmentsOf(heading, walk).filter(({ parent }) => !isIconName(parent));
  return folded(lineOf(walk.html, words)).replace(AROUND, "");
};

/** Tells whether a heading ends the box above it. */
function endsBox(other: HtmlElement, heading: HtmlElement, walk: Walk): boolean {
  const text = plainHeading(other, walk);
  if (isFieldLabel(text)) return false;
  if (text === SIMILAR || text === BOX_HEADING || ARTICLE_HEADINGS.has(text)) return true;
  return HEADINGS.has(heading.name) && other.name <= heading.name;
}

/** The heading that a segment stands in. */
export function headingOf({ parent }: Segment): HtmlElement | undefined {
  for (let at: HtmlElement | undefined = parent, i = 0; at !== undefined && i < 4; at = at.parent, i++)
    if (HEADINGS.has(at.name)) return at;
  return undefined;
}

/** A part, the element that holds it, and the first text there that follows and is none of it. */
export interface Under extends Part {
  readonly heading: HtmlElement;
  readonly holder: HtmlElement;
  readonly ending: Segment | undefined;
}

/** Takes what follows a heading, as far as it belongs to it, in the innermost element that holds enough. */
export function partUnder(
  heading: HtmlElement,
  walk: Walk,
  belongs: (segment: Segment) => boolean,
  isEnough: (segments: readonly Segment[]) => boolean,
  reach = Number.POSITIVE_INFINITY,
): Under {
  let part = {
    holder: heading.parent as HtmlElement,
    segments: [] as readonly Segment[],
    ending: undefined as Segment | undefined,
  };
  for (let holder = heading.parent; holder !== undefined; holder = holder.parent) {
    if (isLast(heading, holder, walk.html)) {
      if (holder.to - holder.from > reach) break;
      continue;
    }
    const all = segmentsOf(holder, walk);
    const start = all.findIndex(({ text }) => text.from >= heading.to);
    const after = start < 0 ? [] : all.slice(start);
    const end = after.findIndex((segment) => !belongs(segment));
    const segments = end < 0 ? after : after.slice(0, end);
    const enough = isEnough(segments);
    if (enough || (part.segments.length === 0 && segments.length > 0))
      part = { holder, segments, ending: after[end] };
    if (enough || end >= 0 || holder.name === "body") break;
  }
  const { holder, segments } = part;
  return { ...part, heading, nodes: [childWithin(holder, heading), ...nodesOf(holder, segments)] };
}

/** End tags, and nothing else. */
const END_TAGS = /^(?:\s|<\/[a-z]+\d?>)*$/i;

/** Tells whether nothing stands behind a heading in an element. */
const isLast = (heading: HtmlElement, { to }: HtmlElement, html: string): boolean =>
  to - heading.to < 100 && END_TAGS.test(html.slice(heading.to, to));

/** The elements and texts right within a holder that segments stand in. */
function nodesOf(holder: HtmlElement, segments: readonly Segment[]): HtmlNode[] {
  return [...new Set(segments.map((segment) => nodeWithin(holder, segment)))];
}

/** The element or text right within a holder that a segment stands in, or is. */
export const nodeWithin = (holder: HtmlElement, { text, parent }: Segment): HtmlNode =>
  parent === holder ? text : childWithin(holder, parent);

/** The child of a holder that an element stands in, or is. */
function childWithin(holder: HtmlElement, element: HtmlElement): HtmlElement {
  let at = element;
  while (at !== holder && at.parent !== undefined && at.parent !== holder) at = at.parent;
  return at;
}

/** Finds a box that has lost its heading, or has another, by its labels. */
export function unheadedBox(root: HtmlElement, walk: Walk): Part[] {
  const segments = segmentsOf(root, walk);
  if (!hasLabels(walk.html, segments, MIN_LABELS_ALONE)) return [];
  const labels = fieldLabels(walk.html, segments).filter(({ row }) => row !== undefined);
  const parents = labels.map(({ at }) => (segments[at] as Segment).parent);
  const holder = parents.reduce(commonHolder);
  const from = labels[0]?.from ?? 0;
  const all = segmentsOf(holder, walk);
  const own = all.slice(all.findIndex(({ text }) => text.to > from));
  return [{ heading: undefined, segments: own, nodes: nodesOf(holder, own) }];
}

/** The innermost element that holds two others. */
export function commonHolder(a: HtmlElement, b: HtmlElement): HtmlElement {
  const above = new Set<HtmlElement>();
  for (let at: HtmlElement | undefined = a; at !== undefined; at = at.parent) above.add(at);
  let at = b;
  while (!above.has(at)) at = at.parent as HtmlElement;
  return at;
}
