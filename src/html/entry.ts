import { textOf } from "./node.ts";
import type { Segment } from "./segments.ts";

/** Values of entries, and what stands behind them. */

/** Cuts what follows the label of an entry where the list ends that it is an item of. */
export function withinItem(
  label: Segment | undefined,
  behind: readonly Segment[],
): { own: readonly Segment[]; others: readonly Segment[] } {
  const end = behind.findIndex(({ lists }, i) => i > 0 && label !== undefined && lists < label.lists);
  return end < 0 ? { own: behind, others: [] } : { own: behind.slice(0, end), others: behind.slice(end) };
}

/** A value without the comma or bar that leads to the next entry of its line. */
export function withoutJoint(html: string, value: readonly Segment[]): readonly Segment[] {
  const last = value[value.length - 1];
  if (last === undefined || last.text.character !== undefined) return value;
  const text = textOf(html, last.text);
  const { length } = text.replace(/\s*[,;|·/]\s*$/, "");
  if (length === text.length) return value;
  if (length === 0) return value.slice(0, -1);
  return [...value.slice(0, -1), { ...last, text: { ...last.text, to: last.text.from + length } }];
}

/** Signs of pages for a flag that holds or does not, pictures among them. */
const SIGNS: readonly (readonly [sign: RegExp, word: string])[] = [
  [/^\s*(?:✅|✔|👍|🟢)\ufe0f?\s*$/u, "yes"],
  [/^\s*(?:❌|✖|✗|✘|❎|🚫|👎|🔴)\ufe0f?\s*$/u, "no"],
];

/** A flag by its word where a page has a sign for it; any other value as it is. */
export function flagOf(html: string, value: readonly Segment[]): readonly Segment[] {
  const [segment] = value;
  if (segment === undefined || value.length > 1) return value;
  const { text } = segment;
  const word = SIGNS.find(([sign]) => sign.test(textOf(html, text)))?.[1];
  return word === undefined ? value : [{ ...segment, text: { ...text, character: word } }];
}
