import { ARTICLE_HEADINGS, BOX_HEADING } from "../format/headings.ts";
import { isNear } from "../syntax/labels.ts";
import { HEADINGS } from "./elements.ts";
import { descendants } from "./find.ts";
import { isFurniture } from "./furniture.ts";
import { isHidden, restsOfLists } from "./hidden.ts";
import { type HtmlElement, type HtmlText, isElement, textOf } from "./node.ts";
import type { OpenEnd } from "./open-end.ts";
import type { Tree } from "./page-tree.ts";
import {
  boxUnder,
  commonHolder,
  distinctBoxes,
  holdsRows,
  type Part,
  plainHeading,
  SIMILAR,
  unheadedBox,
} from "./parts.ts";
import { elementLine, folded, ownLine, segmentsOf, type Walk } from "./segments.ts";
import { cutFrom, secondPost } from "./several.ts";
import { similarUnder } from "./similar-under.ts";
import type { Stretch } from "./stray.ts";
import { Survey, TITLE } from "./survey.ts";

/** Where the parts of a post stand in a page. */
export interface Page {
  readonly walk: Walk;
  readonly title: HtmlElement | undefined;
  /** The element that holds the article. */
  readonly article: HtmlElement;
  readonly boxes: readonly Part[];
  readonly similar: readonly Part[];
  /** Where the heading of similar posts stands with more than that in its element, or misspelled, and is read as none. */
  readonly unreadSimilar: HtmlText | undefined;
  /** Where elements start to stand deeper in each other than they are read. */
  readonly tooDeep: number | undefined;
  /** Where comments stand for blocks that WordPress fills. */
  readonly filled: readonly Stretch[];
  /** What attributes took whose quote was not closed. */
  readonly quotes: Tree["quotes"];
  /** Where it was cut off; undefined where it was not. */
  readonly openEnd: OpenEnd | undefined;
  /** Where a second post starts: it is left out, and all that follows. */
  readonly second?: HtmlElement;
}

/** Classes of headings that name the site or what stands beside the post. */
const OTHER_TITLE = /site|logo|brand|widget|comment|reply|related|similar|sidebar|menu/i;

/** How many parts of one kind are looked at: a page has one or two, and each is looked for on its own. */
const MAX_PARTS = 20;

/** Finds the parts of a post in a page. */
export function pageOf(html: string, tree: Tree): Page {
  const { root, tooDeep, openEnd, filled, quotes } = tree;
  const survey = new Survey(html);
  survey.element(root);
  const kept = new Set<HtmlElement>();
  const walk: Walk = { html, kept };
  for (const element of restsOfLists(survey.hidden, html)) kept.add(element);
  const marks = markedElements(survey.marks.slice(0, 20 * MAX_PARTS), walk);
  const marked = (heading: string): HtmlElement[] =>
    marks.flatMap(({ text, element }) => (text === heading ? [element] : [])).slice(0, MAX_PARTS);
  const boxHeadings = marked(BOX_HEADING);
  const similarHeadings = marked(SIMILAR);
  for (const element of [...boxHeadings, ...similarHeadings]) keep(element, kept);
  // What a heading shows and hides is closed at first, and the rows of a box may be called the meta of a post.
  for (const panel of boxHeadings.map(panelOf)) {
    if (panel !== undefined && isFurniture(panel) && holdsRows(panel, walk)) kept.add(panel);
  }
  if (boxHeadings.length > 0) for (const panel of restsOfTabs(survey.hidden, walk)) kept.add(panel);
  for (const panel of similarHeadings.map(panelOf)) if (panel !== undefined) keepTitles(panel, walk, kept);
  const bold = new Set(marks.flatMap(({ text, element }) => (ARTICLE_HEADINGS.has(text) ? [element] : [])));
  const known = [
    ...survey.headings.filter((heading) => ARTICLE_HEADINGS.has(folded(elementLine(heading, walk)))),
    ...bold,
  ].sort((a, b) => a.from - b.from);
  const second = secondPost(survey.headings, known, boxHeadings, walk);
  if (second !== undefined) return { ...pageOf(html, cutFrom(tree, second)), second };
  const title = titleOf(survey, walk);
  if (title !== undefined) keep(title, kept);
  for (const content of survey.contents) keep(content, kept);
  const boxes = distinctBoxes(
    boxHeadings.map((heading) => boxUnder(heading, walk, survey.contents, bold)),
    walk,
  );
  const similar = similarHeadings
    .filter((element) => !isHidden(element))
    .map((element) => similarUnder(element, walk, boxes));
  const found = boxes.length > 0 ? boxes : unheadedBox(root, walk);
  const article = articleOf(
    survey,
    known.slice(0, MAX_PARTS),
    root,
    boxes.filter(({ segments }) => segments.length > 0),
  );
  keep(article, kept);
  const unreadSimilar = similar.length > 0 ? undefined : similarText(survey.marks, walk);
  return { walk, title, article, boxes: found, similar, unreadSimilar, tooDeep, openEnd, filled, quotes };
}

/** Of hidden elements, the panels of tabs whose first one is shown and holds rows of a box. */
function restsOfTabs(hidden: readonly HtmlElement[], walk: Walk): HtmlElement[] {
  const isPanel = (element: HtmlElement): boolean => element.attribute("role") === "tabpanel";
  const panels = hidden.filter(isPanel);
  const holders = [...new Set(panels.map(({ parent }) => parent as HtmlElement))].slice(0, MAX_PARTS);
  const ofBox = new Set(
    holders.filter((holder) => {
      const shown = holder.children.find((node) => isElement(node) && isPanel(node) && !isHidden(node));
      return shown !== undefined && holdsRows(shown as HtmlElement, walk);
    }),
  );
  return panels.filter(({ parent }) => parent !== undefined && ofBox.has(parent));
}

/** Keeps an element and all that it stands in. */
function keep(element: HtmlElement, kept: Set<HtmlElement>): void {
  for (let at: HtmlElement | undefined = element; at !== undefined && !kept.has(at); at = at.parent)
    kept.add(at);
}

/** The longest element that is looked at as a heading. */
const MAX_HEADING = 1000;
/** How much may stand behind one that says nothing, such as a sign; more is what it heads, whatever that is called. */
const MAX_BEHIND = 300;
/** The longest text of one. */
const MAX_TEXT = 32;

const isHeading = (text: string): boolean =>
  text === BOX_HEADING || text === SIMILAR || ARTICLE_HEADINGS.has(text);

/**
 * Finds the elements whose whole text is the heading of a box, of similar posts or, where no heading of HTML says so, of
 * the article: of nested ones, the outermost.
 */
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
      if (best !== undefined && at.to - best.element.to > MAX_BEHIND) break;
      const text = plainHeading(at, walk);
      if (isHeading(text)) best = { element: at, text };
      else if (best !== undefined || text.length > MAX_TEXT) break;
      // What is left out beside a heading is none of its words, and may be what stands under it.
      if (best !== undefined && HEADINGS.has(at.name)) break;
    }
    if (best !== undefined && ARTICLE_HEADINGS.has(best.text) && HEADINGS.has(best.element.name)) continue;
    if (best !== undefined && !isLinked(candidate, best.element)) found.set(best.element, best.text);
  }
  return [...found].map(([element, text]) => ({ element, text }));
}

/** Finds the first text that says what the heading of similar posts does, misspelled or not, and is seen. */
function similarText(marks: readonly HtmlElement[], { html }: Walk): HtmlText | undefined {
  return marks
    .filter((mark) => !isLinked(mark, mark) && !isHidden(mark))
    .flatMap(({ children }) => children.flatMap((child) => (isElement(child) ? [] : [child])))
    .find((text) => isSimilar(folded(textOf(html, text))));
}

const isSimilar = (text: string): boolean => text.startsWith(SIMILAR) || isNear(text, SIMILAR);

/** Tells whether a heading is an entry of a table of contents: a link that opens nothing, or in navigation. */
function isLinked(candidate: HtmlElement, heading: HtmlElement): boolean {
  for (let at: HtmlElement | undefined = candidate; at !== undefined; at = at.parent) {
    if (at.name === "nav" || (at.name === "a" && at.from >= heading.from && !isSwitch(at))) return true;
  }
  return heading.parent?.name === "a" && !isSwitch(heading.parent);
}

/** Tells whether a link is the heading of what it shows and hides. */
const isSwitch = (link: HtmlElement): boolean =>
  link.attribute("role") === "button" || (link.parent !== undefined && HEADINGS.has(link.parent.name));

/** The element that follows a heading, or that follows the head whose last element it is. */
function panelOf(heading: HtmlElement): HtmlElement | undefined {
  let at = heading;
  for (let i = 0; i < MAX_HEAD && at.parent !== undefined; i++, at = at.parent) {
    const next = at.parent.children.find((node) => isElement(node) && node.from >= at.to);
    if (next !== undefined) return next as HtmlElement;
  }
  return undefined;
}

/** Keeps the titles of a panel that is called what plugins call similar posts: its headings, else its links. */
function keepTitles(panel: HtmlElement, walk: Walk, kept: Set<HtmlElement>): void {
  if (isHidden(panel) || (!isFurniture(panel) && segmentsOf(panel, walk).length > 0)) return;
  const headings = descendants(panel, ({ name }) => HEADINGS.has(name));
  const titles = headings.length > 0 ? headings : descendants(panel, ({ name }) => name === "a");
  for (const title of titles) keep(title, kept);
}

/** How deep a heading stands in the head of a panel. */
const MAX_HEAD = 3;

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
  // A heading that the document's title repeats; that may repeat the name of the site, too.
  const titleText = documentTitle === undefined ? "" : folded(ownLine(documentTitle, walk));
  let likely: { heading: HtmlElement; length: number } | undefined;
  for (const heading of [...plain, ...headings.filter(({ name }) => name === "h2")]) {
    const text = titleText === "" ? "" : folded(elementLine(heading, walk));
    if (text.length > (likely?.length ?? 0) && titleText.includes(text))
      likely = { heading, length: text.length };
  }
  return (
    likely?.heading ?? plain.find((heading) => isWithin(heading, "article")) ?? plain[0] ?? documentTitle
  );
}

const isWithin = (element: HtmlElement, name: string): boolean => {
  for (let at = element.parent; at !== undefined; at = at.parent) if (at.name === name) return true;
  return false;
};

/** Finds the element that holds the article. */
function articleOf(
  { contents, landmarks }: Survey,
  known: readonly HtmlElement[],
  root: HtmlElement,
  boxes: readonly Part[],
): HtmlElement {
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
    const holder = known.map((heading) => heading.parent as HtmlElement).reduce(commonHolder);
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

/** The shortest text that is an intro though no paragraph says so. */
const MIN_INTRO = 80;

function hasTextBefore(holder: HtmlElement, heading: HtmlElement): boolean {
  const stack = [holder];
  for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
    for (const child of element.children) {
      if (child.from >= heading.from) continue;
      if (!isElement(child)) {
        if (child.to - child.from >= MIN_INTRO) return true;
        continue;
      }
      if (child.name === "p") return true;
      if (!isFurniture(child) || child.to > heading.from) stack.push(child);
    }
  }
  return false;
}
