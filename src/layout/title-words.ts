import { anyCase, escaped, pattern } from "../format/pattern.ts";
import { EDITIONS, PROBLEMS, SCENARIO_STARTS, SCENARIOS, STACKS, TITLE_PATTERNS } from "../format/words.ts";

/** What the site makes titles of: a problem, a stack, where it is for, and an edition. */

/** The words that titles are made of; of each kind, one stands in a title. Without scenarios, what is before them is. */
export interface TitleWords {
  readonly problems: readonly string[];
  readonly stacks: readonly string[];
  readonly scenarios: readonly string[];
}

/** What may follow a title. */
const EDITION = pattern`:\s+${EDITIONS.map(escaped)}`;

const anyOf = (texts: readonly string[]): string =>
  texts.length === 0 ? "" : `(?:${texts.map(escaped).join("|")})`;

/** Writes the pattern of all titles of some words. */
export function titlesOf({ problems, stacks, scenarios }: TitleWords): string {
  const words = { problem: anyOf(problems), stack: anyOf(stacks), scenario: anyOf(scenarios) };
  const titles = TITLE_PATTERNS.map((title) =>
    (scenarios.length === 0 ? title.replace(" {scenario}", "") : title)
      .replace(/\{(\w+)\}/g, (_, name: keyof typeof words) => words[name])
      .replace(/ /g, "\\s+"),
  );
  return `(?:${titles.join("|")})(?:${EDITION.source})?`;
}

/** A whole title, whatever its problem and its stack. */
export const TITLE_PATTERN = anyCase`^${TITLE_PATTERNS.map((title) =>
  title
    .replace("{scenario}", pattern`${SCENARIO_STARTS} [^:]+`.source)
    .replace(/\{problem\}|\{stack\}/g, "[^:]+"),
)}(?:${EDITION})?$`;

/** A title of words that the site is known to have. */
export const KNOWN_TITLE = anyCase`${titlesOf({
  problems: PROBLEMS.filter((problem) => problem !== null),
  stacks: STACKS,
  scenarios: SCENARIOS,
})}`;
