import type { Remark } from "../layout/draft.ts";
import { isFurniture, isSurelyFurniture } from "../layout/furniture.ts";
import { endsSentence } from "../syntax/look.ts";
import { isStruck } from "./glued.ts";
import { linkOf } from "./parts.ts";
import { lineOf, type Segment } from "./segments.ts";
import { strayRemark } from "./stray.ts";

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
  const others = new Set(items.filter((item) => isSurelyFurniture(lineOf(html, item))));
  const own = items.filter((item) => !others.has(item));
  // A list of such lines alone is none of a post, or what they say is meant.
  if (own.length === 0) return { items, remarks };
  for (const item of others)
    remarks.push(strayRemark(item, path, "an item that pages show around their posts; it was left out"));
  const linked = own.filter((item) => item.some((segment) => linkOf(segment) !== undefined));
  const isMixed = !own.every((item) => isStruck(html, item));
  for (const item of own) {
    const isOnlyLink = linked.length === 1 && linked[0] === item && own.length > 2;
    const message = isMixed && isStruck(html, item) ? STRUCK : doubtOf(html, item, isOnlyLink);
    if (message !== undefined) remarks.push({ ...strayRemark(item, path, message), code });
  }
  return { items: own, remarks };
}

const STRUCK = "an item that is struck, as others are not; it was read as one of the list";

/** Tells what is doubtful in an item; undefined where nothing is. */
function doubtOf(html: string, item: Item, isOnlyLink: boolean): string | undefined {
  if (item.some(({ starts }, i) => i > 0 && starts))
    return "an item of several lines or blocks; it was read as one line";
  const line = lineOf(html, item);
  if (isOnlyLink) return "an item that is a link, as no other is; it was read as one of the list";
  if (line.includes(" ") && !endsSentence(line) && isFurniture(line))
    return "an item that pages show around their posts; it was read as one of the list";
  return undefined;
}
