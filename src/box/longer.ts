import type { Bit } from "../layout/bits.ts";

/** Labels that start with another: "Engine number", where "Engine" is declared. */

/** What parts a label of more words from its value. */
export type LongerEnd = "bold" | "cell" | "colon" | "dash" | "gap";

/** What is bold at the start of a cell that goes on, without a colon at its end. */
const BOLD = /^(\*{1,2}|_{1,2})(?=\S)([^*_]+?)\s*[:：]?\1\s*[:：]?\s*[^\s:：|]/;

/** More words behind a label, and what parts them from a value. */
const COLON = /^[^:：]{0,30}[:：](?:\s|$)/;
const DASH = /^[^-–—]{0,30}\s[-–—]\s/;
const GAP = /^ (?:\S+ ){1,4}\s+\S/;

/**
 * Tells where a label ends of which a declared one may be but the start.
 *
 * @param bit - what starts with the declared label
 * @param end - where that ends
 * @param isBeforeCell - whether another cell follows in the same row
 * @returns what the longer label ends with; undefined where there is none
 */
export function endOfLonger({ text, cell }: Bit, end: number, isBeforeCell: boolean): LongerEnd | undefined {
  const [, , bold] = BOLD.exec(cell.text) ?? [];
  if (bold !== undefined) return bold.length > end && !COLON.test(bold) ? "bold" : undefined;
  const rest = text.text.slice(end);
  if (COLON.test(rest)) return "colon";
  if (isBeforeCell) return "cell";
  if (DASH.test(rest)) return "dash";
  return GAP.test(rest) ? "gap" : undefined;
}
