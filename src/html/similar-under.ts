import { isFurniture } from "../layout/furniture.ts";
import { HEADINGS } from "./elements.ts";
import { descendants, isNextItem, lookOf } from "./find.ts";
import { type HtmlElement, type HtmlNode, isElement } from "./node.ts";
import { headingOf, linkOf, nodeWithin, type Part, partUnder } from "./parts.ts";
import { elementLine, type Segment, type Walk } from "./segments.ts";

/** What stands under the heading of similar posts, and what of it is their titles. */

/** The longest element at whose end a heading stands for what follows the element. */
const MAX_FRAME = 1000;

/** Takes what stands under the heading of similar posts, up to the next heading that is none of their titles. */
export function similarUnder(heading: HtmlElement, walk: Walk, boxes: readonly Part[]): Part {
  const starts = boxes.flatMap((box) => (box.heading === undefined ? [] : [box.heading.from]));
  const end = starts.find((from) => from >= heading.to) ?? Number.POSITIVE_INFINITY;
  const belongs = (segment: Segment): boolean => {
    if (segment.text.from >= end) return false;
    const other = headingOf(segment);
    return (
      other === undefined ||
      linkOf(segment) !== undefined ||
      (HEADINGS.has(heading.name) && other.name > heading.name)
    );
  };
  const { segments, nodes, ...part } = partUnder(heading, walk, belongs, (all) => all.length > 0, MAX_FRAME);
  const [own, ...others] = nodes as [HtmlElement, ...HtmlNode[]];
  const holder = own.parent as HtmlElement;
  const start = startOfTitles(others, walk);
  const above = new Set(others.slice(0, start));
  const kept = new Set<HtmlNode>(likeFirst(others.slice(start), segments));
  const within = segments.map((segment) => [segment, nodeWithin(holder, segment)] as const);
  const of = (isOwn: (node: HtmlNode) => boolean): Segment[] =>
    within.flatMap(([segment, node]) => (isOwn(node) ? segment : []));
  return {
    ...part,
    segments: of((node) => kept.has(node)),
    behind: of((node) => above.has(node)),
    beyond: of((node) => !kept.has(node) && !above.has(node)),
    nodes: [own, ...above, ...kept],
  };
}

/** Finds the titles below what pages put under a heading: lines of the page, or above a list, lines without links. */
function startOfTitles(nodes: readonly HtmlNode[], walk: Walk): number {
  const list = nodes.findIndex(isList);
  const start = nodes.findIndex(
    (node, i) =>
      !isElement(node) ||
      isList(node) ||
      !(isFurniture(elementLine(node, walk)) || (i < list && !hasLink(node))),
  );
  return Math.max(start, 0);
}

const isList = (node: HtmlNode): boolean => isElement(node) && (node.name === "ul" || node.name === "ol");
const hasLink = (element: HtmlElement): boolean =>
  element.name === "a" || descendants(element, ({ name }) => name === "a").length > 0;

/** Of what follows a heading, the list under it, or what goes on as it begins: the rest is something else. */
function likeFirst(nodes: readonly HtmlNode[], segments: readonly Segment[]): readonly HtmlNode[] {
  const [first] = nodes;
  if (first === undefined || !isElement(first)) return nodes;
  const within = segments.filter(({ text }) => text.from >= first.from && text.to <= first.to);
  const titles = new Set(within.map((segment) => segment.item ?? linkOf(segment)));
  titles.delete(undefined);
  const past = nodes.findIndex((node, i) => i > 0 && !(isElement(node) && isNextItem(node, first)));
  if (past !== 1 && nodes.length > 1) return past < 0 ? nodes : nodes.slice(0, past);
  if (titles.size > 1 || within.every(({ item }) => item !== undefined)) return [first];
  const look = (node: HtmlNode | undefined): string | undefined =>
    node !== undefined && isElement(node) ? lookOf(node) : undefined;
  // A title and an excerpt of each may stand in turns.
  const turn = nodes.findIndex((node, i) => i > 0 && look(node) === look(first));
  const every = turn > 0 && turn <= MAX_TURN ? turn : 1;
  const end = nodes.findIndex((node, i) => look(node) === undefined || look(node) !== look(nodes[i % every]));
  return end < 0 ? nodes : nodes.slice(0, end);
}

/** Of how many elements a title with what belongs to it consists at most. */
const MAX_TURN = 4;
