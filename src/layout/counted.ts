import type { Strand } from "./strand.ts";

/** The items of a numbered list on one line, as a program leaves it within a cell: `1. git2. logs3. cron`. */

/** What may be the number of an item. */
const NUMBER = /\d{1,2}\. /g;

/** Cuts a text at the numbers of items; undefined where it does not start with the first, or has other numbers than those in their order. */
export function countedItems(text: Strand): readonly Strand[] | undefined {
  const numbers = [...text.text.matchAll(NUMBER)];
  const isCounted = numbers.length > 1 && numbers.every(([number], i) => number === `${i + 1}. `);
  if (!isCounted || numbers[0]?.index !== 0) return undefined;
  return numbers.map(({ index, 0: number }, i) =>
    text.slice(index + number.length, numbers[i + 1]?.index ?? text.text.length).trim(),
  );
}
