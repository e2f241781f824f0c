import type { FieldRow } from "../format/fields.ts";
import { ARTICLE_HEADINGS, BOX_HEADING, SIMILAR_HEADING } from "../format/headings.ts";
import { HEADINGS } from "./elements.ts";
import { isFurniture, isHidden } from "./furniture.ts";
import { fieldLabels, hasLabels, isFieldLabel, type Label } from "./labels.ts";
import { elementLine, folded, type Segment, segmentsOf, type Walk } from "./segments.ts";
import { type HtmlElement, type HtmlNode, isElement } from "./tree.ts";

/** Where the parts of a post stand in a page. */
export interface Page {
  readonly walk: Walk;
  readonly title: HtmlElement | undefined;
  /** The element that holds the article. */
  readonly article: HtmlElement;
  readonly boxes: readonly Part[];
  readonly similar: readonly Part[];
}

/** A part under a heading of its own. */
export interface Part {
  readonly heading: HtmlElement | undefined;
  readonly segments: readonly Segment[];
  /** The labels of a box, where they are known already. */
  readonly labels?: readonly Label<FieldRow | undefined>[];
  /** The elements and bare texts that make up the part, which are left out of the article. */
  readonly nodes: readonly HtmlNode[];
}

const SIMILAR = SIMILAR_HEADING.toLowerCase();

/** Classes of the element that holds an article, in themes and builders. */
const CONTENT =
  /(?:^|\s)(?:entry-content|entry__content|wp-block-post-content|post-content|post_content|post__content|single-content|article-content|article__content|article-body|article__body|post-body|post__body|content-body|td-post-content|e-content|page-content|elementor-widget-theme-post-content|thecontent|the-content)(?:\s|$)/i;

/** Classes of a post's title. */
const TITLE =
  /(?:^|\s)(?:(?:entry|post|article|single|page|p|wp-block-post)[-_]{1,2}(?:title|name|headline)|headline|tdb-title-text)(?:\s|$)/i;

/** Classes of headings that name the site or what stands beside the post. */
const OTHER_TITLE = /site|logo|brand|widget|comment|reply|related|similar|sidebar|menu/i;

/** Elements in which no part of a post stands, wherever they are. */
const UNSEEN: ReadonlySet<string> = new Set(["nav", "script", "style", "svg", "template"]);

/** What is noted of a page on one way through it. */
class Survey {
  /** Headings that stand in no furniture. */
  readonly headings: HtmlElement[] = [];
  readonly contents: HtmlElement[] = [];
  readonly marks: HtmlElement[] = [];
  readonly landmarks: HtmlElement[] = [];
  documentTitle: HtmlElement | undefined;

  constructor(private readonly html: string) {}

  element(element: HtmlElement, outside = false): void {
    const { html } = this;
    for (const child of element.children) {
      if (isElement(child)) {
        const { name } = child;
        if (UNSEEN.has(name)) continue;
        if (name === "title") this.documentTitle ??= child;
        const isOut = outside || (name !== "header" && isFurniture(child));
        if (!isOut && HEADINGS.has(name)) this.headings.push(child);
        else if (!isOut && (name === "article" || name === "main")) this.landmarks.push(child);
        if (child.attributes.size > 0) {
          if (CONTENT.test(child.attribute("class")) || child.attribute("itemprop") === "articleBody")
            this.contents.push(child);
        }
        this.element(child, isOut);
      } else if (child.to - child.from <= MAX_MARK && MARK.test(html.slice(child.from, child.to))) {
        this.marks.push(element);
      }
    }
  }
}

/** How many parts of one kind are looked at: a page has one or two, and each is looked for on its own. */
const MAX_PARTS = 20;

/** The longest stretch of text that may hold the end of a heading, and words that only few other texts have. */
const MAX_MARK = 80;
const MARK = /\b(?:meta|posts)\b/i;

/** Finds the parts of a post in a page. */
export function pageOf(html: string, root: HtmlElement): Page {
  const survey = new Survey(html);
  survey.element(root);
  const kept = new Set<HtmlElement>();
  const walk: Walk = { html, kept };
  const marks = markedElements(survey.marks.slice(0, 10 * MAX_PARTS), walk).slice(0, MAX_PARTS);
  for (const { element } of marks) keep(element, kept);
  const title = titleOf(survey, walk);
  if (title !== undefined) keep(title, kept);
  for (const content of survey.contents) keep(content, kept);
  const boxHeadings = marks.filter(({ text }) => text === BOX_HEADING).map(({ element }) => element);
  const boxes = boxHeadings.map((heading) => boxUnder(heading, walk, survey.contents));
  const real = boxes.filter(({ segments }) => segments.length > 0);
  const similar = marks
    .filter(({ text, element }) => text === SIMILAR && !isHidden(element))
    .map(({ element }) => similarUnder(element, walk));
  const found = boxes.length > 0 ? boxes : unheadedBox(root, walk);
  const article = articleOf(survey, root, walk, real);
  keep(article, kept);
  return { walk, title, article, boxes: found, similar };
}

/** Keeps an element and all that it stands in. */
function keep(element: HtmlElement, kept: Set<HtmlElement>): void {
  for (let at: HtmlElement | undefined = element; at !== undefined && !kept.has(at); at = at.parent)
    kept.add(at);
}

/** The longest element that is looked at as a heading. */
const MAX_HEADING = 1000;

/** Finds the elements whose whole text is the heading of a box or of similar posts: of nested ones, the outermost. */
function markedElements(
  candidates: readonly HtmlElement[],
  walk: Walk,
): { element: HtmlElement; text: string }[] {
  const found = new Map<HtmlElement, string>();
  for (const candidate of candidates) {
    let best: { element: HtmlElement; text: string } | undefined;
    for (
      let at: HtmlElement | undefined = candidate;
      at !== undefined && at.parent !== undefined && at.to - at.from <= MAX_HEADING;
      at = at.parent
    ) {
      const text = folded(elementLine(at, walk));
      if (text === BOX_HEADING || text === SIMILAR) best = { element: at, text };
      else if (best !== undefined || text.length > BOX_HEADING.length) break;
    }
    if (best !== undefined && !isLinked(candidate, best.element)) found.set(best.element, best.text);
  }
  return [...found].map(([element, text]) => ({ element, text }));
}

/** Tells whether a heading is an entry of a table of contents: a link, or in navigation. */
function isLinked(candidate: HtmlElement, heading: HtmlElement): boolean {
  for (let at: HtmlElement | undefined = candidate; at !== undefined; at = at.parent) {
    if (at.name === "nav" || (at.name === "a" && at.from >= heading.from)) return true;
  }
  return heading.parent?.name === "a";
}

/** How many labels tell that what stands under a heading is a box. */
const MIN_LABELS = 2;
/** How many tell a box without a heading. */
const MIN_LABELS_ALONE = 5;

/** Takes what stands under the heading of a box. */
function boxUnder(heading: HtmlElement, walk: Walk, contents: readonly HtmlElement[]): Part {
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
function similarUnder(heading: HtmlElement, walk: Walk): Part {
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
function unheadedBox(root: HtmlElement, walk: Walk): Part[] {
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
function commonHolder(a: HtmlElement, b: HtmlElement): HtmlElement {
  const above = new Set<HtmlElement>();
  for (let at: HtmlElement | undefined = a; at !== undefined; at = at.parent) above.add(at);
  let at = b;
  while (!above.has(at)) at = at.parent as HtmlElement;
  return at;
}

/** Finds the title: a heading that is called so, else the only one of the first order, else what the document's title says. */
function titleOf({ headings, documentTitle }: Survey, walk: Walk): HtmlElement | undefined {
  const named = headings.filter(
    ({ name, attributes }) => (name === "h1" || name === "h2") && TITLE.test(attributes.get("class") ?? ""),
  );
  const first = named.find(({ name }) => name === "h1") ?? (named.length === 1 ? named[0] : undefined);
  if (first !== undefined) return first;
  const plain = headings.filter(
    (heading) => heading.name === "h1" && !OTHER_TITLE.test(heading.attribute("class")),
  );
  if (plain.length === 1) return plain[0];
  const told = documentTitle === undefined ? "" : folded(elementText(documentTitle, walk));
  const likely = [...plain, ...headings.filter(({ name }) => name === "h2")].find((heading) => {
    const text = folded(elementLine(heading, walk));
    return text !== "" && told.includes(text);
  });
  return likely ?? plain.find((heading) => isWithin(heading, "article")) ?? plain[0] ?? documentTitle;
}

const elementText = (element: HtmlElement, walk: Walk): string =>
  elementLine(element, { ...walk, kept: new Set([element]) });

const isWithin = (element: HtmlElement, name: string): boolean => {
  for (let at = element.parent; at !== undefined; at = at.parent) if (at.name === name) return true;
  return false;
};

/** Finds the element that holds the article. */
function articleOf(
  { contents, headings, landmarks }: Survey,
  root: HtmlElement,
  walk: Walk,
  boxes: readonly Part[],
): HtmlElement {
  const known = headings
    .filter((heading) => ARTICLE_HEADINGS.has(folded(elementLine(heading, walk))))
    .slice(0, MAX_PARTS);
  const size = ({ from, to }: HtmlElement): number => to - from;
  const holds = (holder: HtmlElement, element: HtmlElement): boolean =>
    holder.from <= element.from && element.to <= holder.to;
  const named = contents
    .slice(0, MAX_PARTS)
    .filter((content) => known.length === 0 || known.every((heading) => holds(content, heading)));
  // Of nested ones the innermost, else the longest.
  const [best] = named.sort((a, b) => (holds(a, b) ? 1 : holds(b, a) ? -1 : size(b) - size(a)));
  if (best !== undefined) return best;
  if (known.length > 1) {
    const holder = (known as HtmlElement[])
      .map((heading) => heading.parent as HtmlElement)
      .reduce(commonHolder);
    return withIntro(holder, known[0] as HtmlElement);
  }
  const [landmark] = landmarks
    .filter((element) => boxes.every(({ heading }) => heading === undefined || holds(element, heading)))
    .sort((a, b) => size(b) - size(a));
  return landmark ?? root;
}

/** Goes out until something stands before the first heading: the intro. */
function withIntro(holder: HtmlElement, heading: HtmlElement): HtmlElement {
  let at = holder;
  for (let i = 0; i < MAX_PARTS && at.name !== "body" && !hasTextBefore(at, heading); i++) {
    if (at.parent === undefined) break;
    at = at.parent;
  }
  return at;
}

function hasTextBefore(holder: HtmlElement, heading: HtmlElement): boolean {
  const stack = [holder];
  for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
    for (const child of element.children) {
      if (!isElement(child) || child.from >= heading.from) continue;
      if (child.name === "p") return true;
      if (!isFurniture(child) || child.to > heading.from) stack.push(child);
    }
  }
  return false;
}
