import { isFurniture } from "./furniture.ts";
import { type HtmlElement, isElement } from "./node.ts";
import type { Tree } from "./page-tree.ts";
import { elementLine, folded, type Walk } from "./segments.ts";
import { TITLE } from "./survey.ts";

/** Pages that hold several posts, as archives do and pages that load the next post: the first is read. */

/** Classes of the element that holds a post. */
const POST = /(?:^|\s)(?:post|hentry|h-entry|post-\d+|type-post|blog-post)(?:\s|$)/i;

/** Elements that hold the page, whatever their classes say. */
const FRAMES: ReadonlySet<string> = new Set(["html", "body", "main"]);

/** What stands in the element of a post, but for that in one within it. */
interface Holding {
  readonly known: Set<string>;
  hasBox: boolean;
  hasTitle: boolean;
}

/** How many headings are looked at: a post has some ten, and each is looked for on its own. */
const MAX_HEADINGS = 200;

/** So many headings that the first post has, too, tell another post. */
const MIN_REPEATED = 2;

/**
 * Finds the element of a second post: one that has headings of an article, and a title, a box, or the first one's headings
 * once more.
 *
 * @param headings - those of the page that stand in no furniture
 * @param known - those of an article, in their order
 * @param boxes - those of boxes
 */
export function secondPost(
  headings: readonly HtmlElement[],
  known: readonly HtmlElement[],
  boxes: readonly HtmlElement[],
  walk: Walk,
): HtmlElement | undefined {
  const posts = new Map<HtmlElement | undefined, Holding>();
  for (const heading of known.slice(0, MAX_HEADINGS)) {
    const holder = holderOf(heading);
    const post = posts.get(holder) ?? { known: new Set(), hasBox: false, hasTitle: false };
    post.known.add(folded(elementLine(heading, walk)));
    posts.set(holder, post);
  }
  if (posts.size < 2) return undefined;
  for (const heading of boxes) {
    const post = posts.get(holderOf(heading));
    if (post !== undefined) post.hasBox = true;
  }
  const articles = new Set(known);
  const titles = headings.filter((heading) => isTitle(heading) && !articles.has(heading));
  for (const title of titles.slice(0, MAX_HEADINGS)) {
    const post = posts.get(holderOf(title));
    if (post !== undefined) post.hasTitle = true;
  }
  const [[, first], ...others] = [...posts] as [[unknown, Holding], ...[HtmlElement | undefined, Holding][]];
  const start = (known[0] as HtmlElement).from;
  return others.find(([holder, { known: own, hasBox, hasTitle }]) => {
    const repeated = [...own].filter((text) => first.known.has(text));
    const isSecond = hasBox || hasTitle || repeated.length >= MIN_REPEATED;
    return holder !== undefined && holder.from > start && isSecond;
  })?.[0];
}

/** Tells whether a heading is called the title of a post, is of the first order, or leads to a post. */
const isTitle = ({ name, attributes, children }: HtmlElement): boolean =>
  name === "h1" ||
  (name === "h2" &&
    (TITLE.test(attributes.get("class") ?? "") ||
      children.some((child) => isElement(child) && child.name === "a" && child.attribute("href") !== "")));

/** The element of the post that a heading stands in; undefined where none says so, or the heading is furniture's. */
function holderOf(heading: HtmlElement): HtmlElement | undefined {
  let holder: HtmlElement | undefined;
  for (let at = heading.parent; at !== undefined; at = at.parent) {
    if (at.name !== "header" && isFurniture(at)) return undefined;
    if (holder === undefined && isPostElement(at)) holder = at;
  }
  return holder;
}

/** Tells whether an element is called one that holds a post. */
export const isPostElement = ({ name, attributes }: HtmlElement): boolean =>
  name === "article" || (POST.test(attributes.get("class") ?? "") && !FRAMES.has(name));

/** Takes an element out of a tree, and all that follows it. */
export function cutFrom(tree: Tree, { from, parent }: HtmlElement): Tree {
  for (let at = parent; at !== undefined; at = at.parent) {
    const end = at.children.findIndex((node) => node.from >= from);
    if (end >= 0) at.children.length = end;
    at.to = from;
  }
  const { root, tooDeep, filled, quotes, openEnd } = tree;
  const found = quotes.found.filter(({ to }) => to < from);
  return {
    root,
    tooDeep,
    filled,
    quotes: { found },
    openEnd: openEnd && openEnd.at < from ? openEnd : undefined,
  };
}
