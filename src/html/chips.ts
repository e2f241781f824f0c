import { lookOf } from "./find.ts";
import { textOf } from "./node.ts";
import type { Segment } from "./segments.ts";

/** Lines of elements that each hold an item of a list, as pages show tags and names. */

/** Elements of which several on one line are the items of a list. */
const CHIPS = new Set(["a", "b", "code", "em", "kbd", "label", "li", "mark", "span", "strong", "td"]);

/** Signs between elements, and nothing else. */
const BETWEEN = /^[\s,;|·•/]+$/;

/** Cuts a line of elements that each hold one item; any other line is one. */
export function chipsOf(html: string, line: readonly Segment[]): Segment[][] {
  const chips: Segment[][] = [];
  for (const segment of line) {
    if (BETWEEN.test(textOf(html, segment.text))) continue;
    const last = chips[chips.length - 1];
    if (last !== undefined && (last[0] as Segment).parent === segment.parent) last.push(segment);
    else chips.push([segment]);
  }
  return chips.length > 1 && chips.every(([first]) => CHIPS.has((first as Segment).parent.name))
    ? chips
    : [[...line]];
}

/** Cuts a line in the same way where all of its elements are of one kind. */
export function chipsOfKind(html: string, line: readonly Segment[]): Segment[][] {
  const chips = chipsOf(html, line);
  const kinds = new Set(chips.map(([first]) => lookOf((first as Segment).parent)));
  return kinds.size > 1 ? [[...line]] : chips;
}
