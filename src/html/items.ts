import type { Remark } from "../layout/draft.ts";
import { isFurniture, isSurelyFurniture } from "../layout/furniture.ts";
import { endsSentence } from "../syntax/look.ts";
import { BLOCKS } from "./elements.ts";
import { isStruck } from "./glued.ts";
import type { HtmlElement } from "./node.ts";
import { linkOf } from "./parts.ts";
import { isSeveralLines, lineOf, type Segment } from "./segments.ts";
import { remarkOn, strayRemark } from "./stray.ts";

/** Items of lists, and what pages put among them. */

type Item = readonly Segment[];

/** Where items stand, and how what is doubtful in them is told. */
export interface ItemPlace {
  readonly path: readonly string[];
  readonly code: Remark["code"];
}

/** Takes what is no item out of a list, and tells it, as what is doubtful in others. */
export function ownItems(
  html: string,
  items: readonly Item[],
  { path, code }: ItemPlace,
): { items: readonly Item[]; remarks: Remark[] } {
  const remarks: Remark[] = [];
  const others = new Set(items.filter((item) => item.length > 0 && isSurelyFurniture(lineOf(html, item))));
  const own = items.filter((item) => !others.has(item));
  // A list of such lines alone is none of a post, or what they say is meant.
  if (own.length === 0) return { items, remarks };
  for (const item of others)
    remarks.push(strayRemark(item, path, "an item that pages show around their posts; it was left out"));
  const linked = own.filter((item) => item.some((segment) => linkOf(segment) !== undefined));
  const isMixed = !own.every((item) => isStruck(html, item));
  const apart = apartFromOthers(own);
  for (const item of own) {
    // What stands behind a bullet alone is told where the list is read.
    if (item.length === 0) continue;
    const isOnlyLink = linked.length === 1 && linked[0] === item && own.length > 2;
    const message =
      isMixed && isStruck(html, item)
        ? STRUCK
        : (doubtOf(html, item, isOnlyLink) ?? (apart.has(item) ? APART : undefined));
    if (message !== undefined) remarks.push(remarkOn(code, item, path, message));
  }
  return { items: own, remarks };
}

const STRUCK = "an item that is struck, as others are not; it was read as one of the list";
const APART = "an item in another element than most; it was read as one of the list";

/** Finds the items that stand elsewhere than most: outside of the element that holds those, or in one of another name. */
function apartFromOthers(items: readonly Item[]): ReadonlySet<Item> {
  const holders = items.map(([first]) => first && holderOf(first));
  // Of items of lists, how deep they stand tells as much.
  const kinds = items.map(([first], i) => `${holders[i]?.name} ${first?.lists}`);
  const holder = mostOf(holders);
  const kind = holder === undefined ? mostOf(kinds) : undefined;
  // The caption of a picture is an item where all are.
  const isUsual = (i: number): boolean =>
    holder ? holders[i] === holder : kind ? kinds[i] === kind : holders[i]?.name !== "figcaption";
  const apart = items.filter((_, i) => !isUsual(i));
  return new Set(apart.length < items.length ? apart : []);
}

/** Gives what most of several are, and not all. */
function mostOf<One>(all: readonly One[]): One | undefined {
  const counts = new Map<One, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  for (const [one, count] of counts) if (2 * count > all.length && count < all.length) return one;
  return undefined;
}

/** The item of a list that a segment stands in, else the block. */
function holderOf({ item, parent }: Segment): HtmlElement | undefined {
  let at: HtmlElement | undefined = item ?? parent;
  while (at !== undefined && at !== item && !BLOCKS.has(at.name)) at = at.parent;
  return at;
}

/** A dash right behind a word and apart from the next. */
const DASH_WITHIN = /[\p{L}\p{N})][-–] [\p{L}\p{N}(]/u;

/** Tells what is doubtful in an item; undefined where nothing is. */
function doubtOf(html: string, item: Item, isOnlyLink: boolean): string | undefined {
  if (isSeveralLines(item)) return "an item of several lines or blocks; it was read as one line";
  const line = lineOf(html, item);
  if (DASH_WITHIN.test(line)) return "an item with the bullet of another in it; it was read as one";
  if (isOnlyLink) return "an item that is a link, as no other is; it was read as one of the list";
  if (line.includes(" ") && !endsSentence(line) && isFurniture(line))
    return "an item that pages show around their posts; it was read as one of the list";
  return undefined;
}
