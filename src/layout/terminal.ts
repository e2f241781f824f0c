import { flagged } from "../format/pattern.ts";
import { ESCAPE } from "../format/text.ts";
import { Strand } from "./strand.ts";

/**
 * What a terminal was told within a text, and what is no text: colours and other styles, addresses of links, letters that are
 * bold since they are struck twice, or underlined since a line is struck with them, as of manual pages.
 */

/** A character with which codes end, and the one that goes back by a letter. */
const BELL = "\u0007";
const BACK = "\b";

/** A code of a style or a move, one with a text of its own, one of a set of letters (ECMA-48, and xterm's); a letter struck again. */
const CODE = flagged(
  "gu",
)`${ESCAPE}(?:\[[ -?]*[@-~]|\][^\n${BELL}${ESCAPE}]*(?:${BELL}|${ESCAPE}\\)|[()][0AB]|[78=>c])|(\S)${BACK}(?=\1)|_${BACK}(?=\S)`;

/** Gives a text without the codes of terminals; undefined where it has none. */
export function withoutCodes(text: string): Strand | undefined {
  const given = Strand.of(text);
  const codeless = given.without(CODE);
  return codeless === given ? undefined : codeless;
}
