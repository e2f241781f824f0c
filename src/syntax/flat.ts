import { flagged, pattern } from "../format/pattern.ts";
import { GLYPHS, skipBlank } from "./scan.ts";

/** Lists that stand on the line of their label: `stack • a • b • c`. */

/** A bullet in front of such a list, or its first number; glyphs tell one that has none in front, too. */
const FLAT_START = pattern`^(?:[${GLYPHS}·*+–-]|0?[01][.)])\s`;
const FLAT_GLYPH = pattern`\s[${GLYPHS}]\s`;

/** Tells whether the items of a list stand in a text. */
export const isFlat = (text: string): boolean => FLAT_START.test(text) || FLAT_GLYPH.test(text);

/** An item of such a list. Offsets count from the start of the text. */
export interface FlatItem {
  /** Absent for a first item without one. */
  readonly bullet: { readonly from: number; readonly to: number } | undefined;
  readonly from: number;
  readonly to: number;
}

/**
 * Makes the pattern of the bullets of a list, by the first one: dashes are bullets only where a dash comes first. A glyph is one right
 * behind a word, too, as where lines were joined with nothing between.
 */
function bulletPattern(text: string): RegExp {
  const first = FLAT_START.exec(text)?.[0].trim();
  if (first === undefined) return flagged("g")`(?:^|\s)[${GLYPHS}](?=\s|$)`;
  if (/\d/.test(first)) return /(?:^|\s)\d{1,2}[.)](?=\s|$)/g;
  const apart = pattern`(?:^|\s)[${first}](?=\s|$)`;
  return GLYPHS.includes(first) ? flagged("g")`${apart}|(?<=\S)${first}(?=\s\S)` : new RegExp(apart, "g");
}

/** Splits a list that stands in a text into its items. */
export function splitFlat(text: string): FlatItem[] {
  const items: FlatItem[] = [];
  let from = 0;
  let bullet: FlatItem["bullet"];
  const close = (end: number): void => {
    const to = from + text.slice(from, end).trimEnd().length;
    if (bullet !== undefined || to > from) items.push({ bullet, from, to });
  };
  for (const { index, 0: whole } of text.matchAll(bulletPattern(text))) {
    close(index);
    const end = index + whole.length;
    bullet = { from: end - whole.trimStart().length, to: end };
    from = skipBlank(text, end, text.length);
  }
  close(text.length);
  return items;
}
