import { CHECKLISTS, EDITIONS, PROBLEMS, SCENARIOS, STACKS, TITLE_PATTERNS } from "./words.ts";

/**
 * What the post number fixes. The rules were worked out from 275 numbered titles of the site, which they give back
 * without exception, and from five whole posts.
 */

/** The largest post number: the ids of the site hold six digits. */
export const MAX_POST_NUMBER = 999_999;

/** Stands in for problem 15, which was never seen: a phrase of this library's own, not the site's. */
export const UNSEEN_PROBLEM = "tracing requests across services";

/** The words that patterns of titles and prose leave open. */
export interface Subject {
  readonly stack: (typeof STACKS)[number];
  readonly problem: string;
  readonly scenario: string;
}

/** What the number of a post fixes of it, images aside. */
export interface NumberFacts extends Subject {
  /** Whether the problem is the site's phrase and not {@link UNSEEN_PROBLEM}. */
  readonly problemSeen: boolean;
  readonly title: string;
  /** Index of the pattern of the intro, from 0 to 3. */
  readonly introPattern: number;
  readonly checklist: readonly string[];
  readonly sourceId: string;
  /** The reference up to its last four digits, which the number does not fix. */
  readonly referencePrefix: string;
}

/** Tells whether a value is a number that a post can have. */
export function isPostNumber(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MAX_POST_NUMBER;
}

/** Writes a number in six digits, or in more where six do not hold it. */
export function sixDigits(number: number): string {
  return String(number).padStart(6, "0");
}

/** Gives the item of a list at an index that goes round and round it, backwards below 0. */
export function cycle<Item>(list: readonly Item[], index: number): Item {
  return list[((index % list.length) + list.length) % list.length] as Item;
}

/** Fills the gaps of a pattern: `{problem}`, `{stack}` and `{scenario}`. */
export function fill(pattern: string, subject: Subject): string {
  // Cut at each brace that opens a gap, each piece after the first starts with the word of one.
  const [first = "", ...pieces] = pattern.split("{");
  let text = first;
  for (const piece of pieces) {
    const end = piece.indexOf("}");
    const word = subject[piece.slice(0, Math.max(end, 0)) as keyof Subject] as string | undefined;
    text += word === undefined ? `{${piece}` : word + piece.slice(end + 1);
  }
  return text;
}

/** Works out what a post number (see {@link isPostNumber}) fixes. */
export function numberFacts(n: number): NumberFacts {
  const problem = cycle<string | null>(PROBLEMS, 17 * n + Math.floor(n / 19));
  const stack = cycle(STACKS, 13 * n + Math.floor(n / 31));
  const scenario = cycle(SCENARIOS, 7 * n + Math.floor(n / 23));
  const subject = { stack, problem: problem ?? UNSEEN_PROBLEM, scenario };
  const edition = n % 5 === 0 ? `: ${cycle(EDITIONS, n / 5)}` : "";
  return {
    stack,
    problem: subject.problem,
    scenario,
    problemSeen: problem !== null,
    title: fill(cycle(TITLE_PATTERNS, n), subject) + edition,
    introPattern: n % 4,
    checklist: cycle<readonly string[]>(CHECKLISTS, n),
    sourceId: `alphanode-${sixDigits(n)}`,
    referencePrefix: `anp-ref-${sixDigits(n)}-`,
  };
}
