import { textOf } from "./node.ts";
import type { Segment } from "./segments.ts";

/** What stands before the items of a list and is none of them: bullets, marks of what is done, numbers that count. */

type Item = readonly Segment[];

/** A bullet that is typed before an item, or a mark of what is done. */
const TYPED_BULLET = /^\s*(?:[•◦‣▪●✓✔✅☑☐]\ufe0f?|[-–*](?=\s|$))\s*/;

/** A number that counts items. */
const COUNT = /^\s*(?:step |item |point )?#?(\d{1,3})(?:\s*[.):](?:\s+|$)|\s*$)/i;

/** Items without the bullets that are typed before them all, or the numbers that count them. */
export function withoutBullets(html: string, given: readonly Item[]): readonly Item[] {
  const items = withoutCounts(html, given);
  const first = items.map(([segment]) => (segment === undefined ? "" : textOf(html, segment.text)));
  const bullets = first.map((text) => TYPED_BULLET.exec(text)?.[0].length ?? 0);
  if (bullets.every((length) => length > 0)) return withoutStarts(items, bullets);
  const counts = first.map((text) => COUNT.exec(text));
  const isCounted = counts.length > 1 && counts.every((count, i) => Number(count?.[1]) === i + 1);
  return isCounted
    ? withoutStarts(
        items,
        counts.map((count) => (count as RegExpExecArray)[0].length),
      )
    : items;
}

/** Items that stand each in a cell behind one that counts it. */
function withoutCounts(html: string, items: readonly Item[]): readonly Item[] {
  const isCount = (item: Item | undefined, i: number): boolean =>
    item?.length === 1 &&
    item[0]?.cell !== undefined &&
    Number(COUNT.exec(textOf(html, item[0].text))?.[1]) === i / 2 + 1;
  const isPaired = items.length > 2 && items.length % 2 === 0;
  return isPaired && items.every((item, i) => i % 2 === 1 || isCount(item, i))
    ? items.filter((_, i) => i % 2 === 1)
    : items;
}

/** Items without so many units at the start of each. An item that is nothing else stays. */
function withoutStarts(items: readonly Item[], lengths: readonly number[]): readonly Item[] {
  return items.map((item, i) => {
    const [first, ...others] = item as [Segment, ...Segment[]];
    const { text } = first;
    const from = text.character === undefined ? text.from + (lengths[i] as number) : text.to;
    return from < text.to ? [{ ...first, text: { ...text, from } }, ...others] : others;
  });
}
