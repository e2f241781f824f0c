/** ASCII alone: its letter case is one step. */
const ASCII = /^[\0-\x7f]*$/;

/** ASCII words of small letters with single spaces between, which most texts are: they are folded as they stand. */
const FOLDED = /^(?:[!-@[-~]+(?: [!-@[-~]+)*)?$/;

/** Gives a text in one letter case. Texts that differ in letter case alone become equal, `STRASSE` and `straße` too. */
export function foldCase(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  // Lower case alone keeps ß apart from SS; upper case alone keeps İ apart from i̇.
  return text.toLowerCase().toUpperCase().toLowerCase();
}

/** Gives a text in one letter case, with white space inside it as single spaces and none at its ends. */
export function fold(text: string): string {
  return FOLDED.test(text) ? text : foldCase(text).replace(/\s+/g, " ").trim();
}
