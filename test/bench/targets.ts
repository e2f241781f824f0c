import { GRAMMAR, LOCATED, MARKDOWN, PARSE_POST, REGEXES, SAFE, SPLIT } from "./candidates.ts";

/** A ratio of medians that the library is to hold. */
export interface Target {
  readonly name: string;
  readonly of: string;
  readonly to: string;
  /** The largest ratio, or the least. */
  readonly most?: number;
  readonly least?: number;
}

/** The ratios that were set before anything was measured. */
export const TARGETS: readonly Target[] = [
  { name: "parsePost / split", of: PARSE_POST, to: SPLIT, most: 8 },
  { name: "parsePost / regular expressions", of: PARSE_POST, to: REGEXES, most: 1.2 },
  { name: "peggy / parsePost", of: GRAMMAR, to: PARSE_POST, least: 5 },
  { name: "mdast / parsePost", of: MARKDOWN, to: PARSE_POST, least: 50 },
  { name: "with positions / without", of: LOCATED, to: SAFE, most: 1.3 },
];

/** How much dearer a byte of one size of text may be than a byte of another. */
export const MOST_SPREAD = 2;

/** Tells whether a ratio is as the target wants it. */
export const isMet = (
  { most = Infinity, least = 0 }: Omit<Target, "name" | "of" | "to">,
  ratio: number,
): boolean => ratio <= most && ratio >= least;
