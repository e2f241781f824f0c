import { beforeNext, type Found, firstWords } from "./found.ts";

/** How well a text suits a field as its value. */
export function valueWeight({ field: { node } }: Found, given: string, isLast: boolean): number {
  const text = isLast ? given.trim() : beforeNext(given.trim());
  if (text === "") return isLast ? 1 : -1;
  const { rule } = node;
  if (rule === undefined || !rule.isClosed) return rule?.words?.includes(text) ? 3 : 1;
  const read = rule.read(text.slice(0, 200));
  if (read !== undefined) return read.note === undefined ? 4 : 2;
  // What follows the last value of a page on one line is none of it; behind another one, a row may stand that nobody declared.
  if (firstWords(text.slice(0, 200)).some((first) => rule.read(first) !== undefined)) return isLast ? 2 : 0;
  // The rest of a value may stand on the next lines.
  return isLast && text.length <= 12 ? 0 : -6;
}
