import { textOf } from "./node.ts";
import type { Segment } from "./segments.ts";

/** A bullet that is typed before an item, or a mark of what is done. */
const TYPED_BULLET = /^\s*(?:[•◦‣▪●✓✔✅☑☐]\ufe0f?|[-–*](?=\s|$))\s*/;

/** Items without the bullets that are typed before them all. */
export function withoutBullets(
  html: string,
  items: readonly (readonly Segment[])[],
): readonly (readonly Segment[])[] {
  const lengths = items.map(([first]) => {
    if (first === undefined) return 0;
    return TYPED_BULLET.exec(textOf(html, first.text))?.[0].length ?? 0;
  });
  if (!lengths.every((length) => length > 0)) return items;
  return items.map(([first, ...others], i) => {
    const { text } = first as Segment;
    const from = text.character === undefined ? text.from + (lengths[i] as number) : text.to;
    return from < text.to ? [{ ...(first as Segment), text: { ...text, from } }, ...others] : others;
  });
}
