import { flagged } from "../format/pattern.ts";
import { lookOfLine } from "../syntax/look.ts";
import type { Row } from "./row.ts";
import type { Strand } from "./strand.ts";

/** Signs with which languages of marks keep others from acting. A text in none of them has its backslashes as its own. */

/** A sign with the backslash that keeps it from acting. */
export const ESCAPED = /\\([!-/:-@[-`{-~])/g;

/** A backslash before the space that ends emphasis within a word (reStructuredText), signs between marks of their own (DokuWiki, Zim). */
const MARKED = /(?<=[*`])\\ |%%(\S{1,4})%%|''([^\s\w']{1,4})''/g;

/** All of them. */
const ESCAPE = flagged("g")`${ESCAPED}|${MARKED}`;

/** An id, a date or a version in which signs are escaped. */
const ESCAPED_FORM = /\banp\\-ref|\balphanode\\-\d|\d{4}\\-\d\d\\-\d\d|\d\\\.\d+\\\.\d+$/;

/** Tells whether rows of a box show that signs in it are escaped: what has a form of its own has no backslashes. */
export const hasEscapedForms = (rows: readonly Row[]): boolean =>
  rows.some(({ said }) => ESCAPED_FORM.test(said));

/** Takes off the signs that keep others from acting; backslashes where the text has them for that. */
export const unescaped = (text: Strand, isEscaped = true): Strand =>
  text.replace(isEscaped ? ESCAPE : MARKED, ([, ...signs]) => signs.join(""));

/** Tells whether a row looks like code, its backslashes set aside. */
const isCode = ({ body: { text } }: Row): boolean => lookOfLine(text.replace(ESCAPE, "$1")) === "code";

/** A link or an address, in which nothing is escaped. */
const LINKED = /\]\(|https?:\/\//;

/** Signs that some extractors escape where they might act, and leave alone elsewhere. */
const AT_PLACES = "-+#*_>~=|!&[]<";

/** Tells whether escapes in code that nothing marks are its own: an extractor that writes some escapes every such sign. */
function hasOwnEscapes(rows: readonly Row[]): boolean {
  const code = rows.filter((row) => row.role === undefined && row.text.text.includes("\\") && isCode(row));
  const escaped = new Set(
    code.flatMap(({ text }) => [...text.text.matchAll(ESCAPED)].map(([, sign = ""]) => sign)),
  );
  if (escaped.size === 0) return false;
  return rows.some((row) => {
    const bare =
      row.role !== undefined || LINKED.test(row.text.text) ? "" : row.text.text.replace(ESCAPE, "");
    return [...escaped].some((sign) => bare.includes(sign) && (!AT_PLACES.includes(sign) || isCode(row)));
  });
}

/** Makes what takes those signs off a row of an article. */
export function unescaper(rows: readonly Row[], isEscaped: boolean): (row: Row) => Strand {
  const isOwn = !isEscaped || hasOwnEscapes(rows);
  return (row) => (isOwn && isCode(row) ? row.text : unescaped(row.text, isEscaped));
}
