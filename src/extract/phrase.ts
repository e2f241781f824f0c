/** A letter, a mark or a digit, as words are made of. */
const WORD = /[\p{L}\p{M}\p{N}_]/u;

/** The same of the units of ASCII, which are looked up. */
const IS_WORD = Array.from({ length: 0x80 }, (_, unit) => WORD.test(String.fromCharCode(unit)));

/** What joins two words to one, as in `php-fpm` and `next.js`. */
const JOINT = /[-.]/;

/**
 * Counts how often a phrase stands in a text as a whole: no word may go on at either of its ends. Both are compared
 * as they are.
 */
export function countPhrase(text: string, phrase: string): number {
  if (phrase === "") return 0;
  let count = 0;
  let at = text.indexOf(phrase);
  while (at >= 0) {
    const end = at + phrase.length;
    const whole = !goesOn(text[at - 1], text[at - 2]) && !goesOn(text[end], text[end + 1]);
    if (whole) count++;
    at = text.indexOf(phrase, whole ? end : at + 1);
  }
  return count;
}

/** Tells whether a word goes on beyond the end of a phrase, given the two characters beyond it. */
export function goesOn(next: string | undefined, afterNext: string | undefined): boolean {
  return isWord(next) || (next !== undefined && JOINT.test(next) && isWord(afterNext));
}

/** Tells whether a UTF-16 unit is part of a word; what is beyond the ends of a text is not. */
export function isWord(unit: string | undefined): boolean {
  if (unit === undefined) return false;
  return IS_WORD[unit.charCodeAt(0)] ?? WORD.test(unit);
}
