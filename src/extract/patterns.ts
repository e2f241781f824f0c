import { EDITIONS, PROBLEMS, SCENARIOS, STACKS, TITLE_PATTERNS } from "../format/words.ts";
import { fold } from "./fold.ts";

/** What a title or a topic's line names. */
export interface Naming {
  readonly problem: string;
  readonly stack: string;
  readonly scenario: string | null;
}

type Slot = keyof Naming;

/** The words a slot of a pattern is known to hold. */
const KNOWN: Readonly<Record<Slot, readonly string[]>> = {
  problem: PROBLEMS.filter((problem) => problem !== null),
  stack: STACKS,
  scenario: SCENARIOS,
};

const TOPIC_PATTERNS = ["{problem} / {stack}"];

/** Longer titles name no topic: none comes near, and a match may take quadratic time. */
const MAX_LENGTH = 400;

/** One way to read a pattern: each slot holds either a known word or anything. */
interface Reading {
  readonly known: number;
  readonly expression: RegExp;
}

/** Gives all ways to read some patterns, those with most known words first. */
function readingsOf(patterns: readonly string[]): RegExp[] {
  const readings = patterns.flatMap((pattern) => {
    const slots = [...pattern.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as Slot);
    return subsetsOf(slots).map((known) => readingOf(pattern, new Set(known)));
  });
  return readings.sort((a, b) => b.known - a.known).map(({ expression }) => expression);
}

function subsetsOf<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: 2 ** items.length }, (_, chosen) =>
    items.filter((_, at) => chosen & (1 << at)),
  );
}

function readingOf(pattern: string, known: ReadonlySet<Slot>): Reading {
  // Nothing but a space parts the problem from the scenario: with neither known, the whole is the problem.
  const parted = known.has("problem") || known.has("scenario") ? pattern : pattern.replace(" {scenario}", "");
  const source = escapeExpression(parted).replace(/\\\{(\w+)\\\}/g, (_, slot: Slot) => {
    return `(?<${slot}>${known.has(slot) ? KNOWN[slot].map(escapeExpression).join("|") : ".+"})`;
  });
  return { known: known.size, expression: new RegExp(`^${source}$`, "i") };
}

function escapeExpression(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

const TITLE_READINGS = readingsOf(TITLE_PATTERNS);
const TOPIC_READINGS = readingsOf(TOPIC_PATTERNS);

function readBy(readings: readonly RegExp[], line: string): Naming | null {
  if (line.length > MAX_LENGTH) return null;
  for (const expression of readings) {
    const { problem, stack, scenario = null } = expression.exec(line)?.groups ?? {};
    if (problem !== undefined && stack !== undefined) return { problem, stack, scenario };
  }
  return null;
}

const tidy = (line: string): string => line.replace(/\s+/g, " ").trim();

/** Splits the topic's line of the box. */
export function readTopicLine(line: string): Naming | null {
  return readBy(TOPIC_READINGS, tidy(line));
}

const isKnownEdition = (text: string): boolean => EDITIONS.some((edition) => edition === fold(text));

/**
 * Reads a title: its topic by the title patterns, and the edition after its last colon. Unknown words after the
 * colon are an edition where the words before it follow a pattern.
 */
export function readTitle(title: string): { topic: Naming | null; edition: string | null } {
  const line = tidy(title);
  const colon = line.lastIndexOf(": ");
  const tail = colon < 0 ? null : line.slice(colon + 2);
  const headed = tail === null ? null : readBy(TITLE_READINGS, line.slice(0, colon));
  if (headed !== null || (tail !== null && isKnownEdition(tail))) return { topic: headed, edition: tail };
  return { topic: readBy(TITLE_READINGS, line), edition: null };
}
