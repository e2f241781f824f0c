import { endsSentence } from "../syntax/look.ts";
import type { Block, List } from "./block.ts";
import { descendants } from "./find.ts";
import type { HtmlElement } from "./node.ts";
import { linkOf } from "./parts.ts";

/** Blocks that are links to something else, or forms. */

/** The shortest sentence that no button beside it makes doubtful. */
const SENTENCE_LENGTH = 60;

/** The longest line that may be a link to something else. */
const MAX_LINK_LINE = 160;

/** Tells whether of the items of a list one is to be chosen. */
export const isPoll = ({ at }: List): boolean =>
  descendants(at, (child) => child.name === "input" && child.attribute("type") === "radio").length > 0;

/** How much of a list is links. */
export function linkedShare({ segments }: List): number {
  let linked = 0;
  let all = 0;
  for (const segment of segments) {
    const length = segment.text.to - segment.text.from;
    all += length;
    if (linkOf(segment) !== undefined) linked += length;
  }
  return linked / all;
}

export const isMostlyLinks = (block: Block): boolean => {
  if (block.type === "list") return linkedShare(block) >= 0.5;
  if (block.type !== "prose" || block.line.length > MAX_LINK_LINE || endsSentence(block.line)) return false;
  return block.linked * 2 >= block.line.length;
};

/** Tells whether an element holds fields of a form, or buttons beside no more than a short line. */
export function hasForm(root: HtmlElement, texts: readonly Block[]): boolean {
  const controls = descendants(root, ({ name }) => CONTROLS.has(name));
  if (controls.some(({ name }) => name !== "button")) return true;
  return (
    controls.length > 0 &&
    !texts.some((block) => block.type === "prose" && block.line.length >= SENTENCE_LENGTH)
  );
}

const CONTROLS: ReadonlySet<string> = new Set(["form", "input", "textarea", "select", "button"]);
