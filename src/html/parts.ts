import type { FieldRow } from "../format/fields.ts";
import { ARTICLE_HEADINGS, BOX_HEADING, SIMILAR_HEADING } from "../format/headings.ts";
import { HEADINGS } from "./elements.ts";
import { fieldLabels, hasLabels, isFieldLabel, type Label } from "./labels.ts";
import { elementLine, folded, type Segment, segmentsOf, type Walk } from "./segments.ts";
import { type HtmlElement, type HtmlNode, isElement } from "./tree.ts";

/** Parts of a page under headings of their own: boxes and similar posts. */

/** A part under a heading of its own. */
export interface Part {
  readonly heading: HtmlElement | undefined;
  readonly segments: readonly Segment[];
  /** The labels of a box, where they are known already. */
  readonly labels?: readonly Label<FieldRow | undefined>[];
  /** The elements and bare texts that make up the part, which are left out of the article. */
  readonly nodes: readonly HtmlNode[];
}

/** The heading of similar posts, folded. */
export const SIMILAR = SIMILAR_HEADING.toLowerCase();

/** How many labels tell that what stands under a heading is a box. */
const MIN_LABELS = 2;
/** How many tell a box without a heading. */
const MIN_LABELS_ALONE = 5;

/** Takes what stands under the heading of a box. */
export function boxUnder(heading: HtmlElement, walk: Walk, contents: readonly HtmlElement[]): Part {
  // An article that starts behind the heading is not the box.
  const next = contents.find(({ from }) => from >= heading.to)?.from ?? Number.POSITIVE_INFINITY;
  const belongs = (segment: Segment): boolean => {
    if (segment.text.from >= next) return false;
    const other = headingOf(segment);
    return other === undefined || other === heading || !endsBox(other, heading, walk);
  };
  return partUnder(heading, walk, belongs, (segments) => hasLabels(walk.html, segments, MIN_LABELS));
}

/** Takes what stands under the heading of similar posts, up to the next heading that is none of their titles. */
export function similarUnder(heading: HtmlElement, walk: Walk): Part {
  const belongs = (segment: Segment): boolean => {
    const other = headingOf(segment);
    return (
      other === undefined ||
      linkOf(segment) !== undefined ||
      (HEADINGS.has(heading.name) && other.name > heading.name)
    );
  };
  const { segments, nodes, ...part } = partUnder(heading, walk, belongs, (all) => all.length > 0);
  const [own, ...others] = nodes as [HtmlElement, ...HtmlNode[]];
  const kept = new Set<HtmlNode>(likeFirst(others, segments));
  const holder = own.parent as HtmlElement;
  const isKept = ({ text, parent }: Segment): boolean =>
    kept.has(parent === holder ? text : childWithin(holder, parent));
  return { ...part, segments: segments.filter(isKept), nodes: [own, ...kept] };
}

/** Of what follows a heading, the list under it, or what goes on as it begins: the rest is something else. */
function likeFirst(nodes: readonly HtmlNode[], segments: readonly Segment[]): readonly HtmlNode[] {
  const [first] = nodes;
  if (first === undefined || !isElement(first)) return nodes;
  const within = segments.filter(({ text }) => text.from >= first.from && text.to <= first.to);
  const titles = new Set(within.map((segment) => segment.item ?? linkOf(segment)));
  titles.delete(undefined);
  if (titles.size > 1 || within.every(({ item }) => item !== undefined)) return [first];
  const end = nodes.findIndex(
    (node) =>
      !isElement(node) || node.name !== first.name || node.attribute("class") !== first.attribute("class"),
  );
  return end < 0 ? nodes : nodes.slice(0, end);
}

/** The link that a segment stands in. */
export function linkOf({ parent }: Segment): HtmlElement | undefined {
  for (let at: HtmlElement | undefined = parent, i = 0; at !== undefined && i < 6; at = at.parent, i++)
    if (at.name === "a") return at;
  return undefined;
}

/** Tells whether a heading ends the box above it. */
function endsBox(other: HtmlElement, heading: HtmlElement, walk: Walk): boolean {
  const text = folded(elementLine(other, walk));
  if (isFieldLabel(text)) return false;
  if (text === SIMILAR || text === BOX_HEADING || ARTICLE_HEADINGS.has(text)) return true;
  return HEADINGS.has(heading.name) && other.name <= heading.name;
}

/** The heading that a segment stands in. */
function headingOf({ parent }: Segment): HtmlElement | undefined {
  for (let at: HtmlElement | undefined = parent, i = 0; at !== undefined && i < 4; at = at.parent, i++)
    if (HEADINGS.has(at.name)) return at;
  return undefined;
}

/** Takes what follows a heading, as far as it belongs to it, in the innermost element that holds enough. */
function partUnder(
  heading: HtmlElement,
  walk: Walk,
  belongs: (segment: Segment) => boolean,
  isEnough: (segments: readonly Segment[]) => boolean,
): Part {
  let part = { holder: heading.parent as HtmlElement, segments: [] as readonly Segment[] };
  for (let holder = heading.parent; holder !== undefined; holder = holder.parent) {
    if (isLast(heading, holder, walk.html)) continue;
    const all = segmentsOf(holder, walk);
    const start = all.findIndex(({ text }) => text.from >= heading.to);
    const after = start < 0 ? [] : all.slice(start);
    const end = after.findIndex((segment) => !belongs(segment));
    const segments = end < 0 ? after : after.slice(0, end);
    const enough = isEnough(segments);
    if (enough || (part.segments.length === 0 && segments.length > 0)) part = { holder, segments };
    if (enough || end >= 0 || holder.name === "body") break;
  }
  const { holder, segments } = part;
  return { heading, segments, nodes: [childWithin(holder, heading), ...nodesOf(holder, segments)] };
}

/** End tags, and nothing else. */
const END_TAGS = /^(?:\s|<\/[a-z]+\d?>)*$/i;

/** Tells whether nothing stands behind a heading in an element. */
const isLast = (heading: HtmlElement, { to }: HtmlElement, html: string): boolean =>
  to - heading.to < 100 && END_TAGS.test(html.slice(heading.to, to));

/** The elements and texts right within a holder that segments stand in. */
function nodesOf(holder: HtmlElement, segments: readonly Segment[]): HtmlNode[] {
  return [
    ...new Set(segments.map(({ text, parent }) => (parent === holder ? text : childWithin(holder, parent)))),
  ];
}

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
