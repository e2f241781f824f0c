import { flagged, pattern } from "./pattern.ts";

/** References to characters, as HTML writes what would act as markup (`&amp;`, `&#8217;`); the site's own text has none. */

/** Characters that references name: those of markup, and what typography and lists are made of. */
export const NAMED: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", " "],
  ["bull", "•"],
  ["middot", "·"],
  ["ndash", "–"],
  ["mdash", "—"],
  ["hellip", "…"],
  ["lsquo", "‘"],
  ["rsquo", "’"],
  ["ldquo", "“"],
  ["rdquo", "”"],
]);

/** A reference behind its first sign. */
export const NAME = flagged("y")`(?:NBSP|${NAMED.keys()}|#\d{1,7}|#[xX][\da-fA-F]{1,6});`;

export const REFERENCE = pattern`&${NAME}`;

/** The longest reference. */
const MAX_REFERENCE = 10;

/** Tells whether a text holds a reference. Few do: addresses have its first sign, and its last one seldom stands so near. */
export function hasReference(text: string): boolean {
  let end = -1;
  for (let at = text.indexOf("&"); at >= 0; at = text.indexOf("&", at + 1)) {
    if (end < at) end = text.indexOf(";", at);
    if (end < 0) return false;
    NAME.lastIndex = at + 1;
    if (end - at < MAX_REFERENCE && NAME.test(text)) return true;
  }
  return false;
}

/** Signs that references stand for, as they are: the start of a tag, an ampersand that starts no reference. */
const AS_IT_IS = pattern`<[/!]?[a-z]|&(?!${NAME})`;

/** Tells whether references in code are its own: it has such signs as they are, too. */
export const hasOwnReferences = (code: string): boolean => AS_IT_IS.test(code);
