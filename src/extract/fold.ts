/** Gives a text in one letter case. Texts that differ in letter case alone become equal, `STRASSE` and `straße` too. */
export function foldCase(text: string): string {
  // Lower case alone keeps ß apart from SS; upper case alone keeps İ apart from i̇.
  return text.toLowerCase().toUpperCase().toLowerCase();
}

/** Gives a text in one letter case, with white space inside it as single spaces and none at its ends. */
export function fold(text: string): string {
  return foldCase(text).replace(/\s+/g, " ").trim();
}
