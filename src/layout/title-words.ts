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
  texts.length === 0 ? "" : pattern`${texts.map(escaped)}`.source;

/** Makes the pattern of all titles of some words. */
export function titlesOf({ problems, stacks, scenarios }: TitleWords): RegExp {
  const titles = TITLE_PATTERNS.map((title) =>
    title
      .replace(scenarios.length === 0 ? " {scenario}" : "{scenario}", () => anyOf(scenarios))
      .replace("{problem}", () => anyOf(problems))
      .replace("{stack}", () => anyOf(stacks))
      .replace(/ /g, "\\s+"),
  );
  return pattern`${titles}(?:${EDITION})?`;
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
