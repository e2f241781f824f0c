import { lower } from "../format/case.ts";
/** Comparisons in any letter case, for words of ASCII letters: no copy is made of the text, nor lower-cased. */

/** Lower-cases an ASCII letter. */
export const foldCase = (unit: number): number => (unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit);

/** Tells whether a text starts with a plain capital. */
export const startsWithCapital = (text: string): boolean => {
  const unit = text.charCodeAt(0);
  return unit !== foldCase(unit);
};

/** Tells whether a word, lower case, stands at an offset of a text. */
export function standsAt(text: string, at: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    if (foldCase(text.charCodeAt(at + i)) !== word.charCodeAt(i)) return false;
  }
  return true;
}

/** Makes a table of what belongs to a letter, of either case, by its UTF-16 unit; `undefined` for all other units. */
export function byLetter<T>(
  values: readonly T[],
  letterOf: (value: T) => string,
): readonly (readonly T[] | undefined)[] {
  const table: (T[] | undefined)[] = Array.from({ length: ASCII }, () => undefined);
  for (const value of values) {
    const letter = letterOf(value);
    for (const unit of new Set([lower(letter), letter.toUpperCase()])) {
      table[unit.charCodeAt(0)] = [...(table[unit.charCodeAt(0)] ?? []), value];
    }
  }
  return table;
}

const ASCII = 0x80;
