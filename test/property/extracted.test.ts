import { type PartialPost, safeParsePost } from "alphanode-post";
import fc from "fast-check";
import { expect, test } from "vitest";
import { FIELDS } from "../../src/format/fields.ts";
import { ownTexts } from "../extractors/texts.ts";
import { expectSame, isSame, isTold } from "../support/check.ts";
import { sharedRuns, TIMEOUT } from "../support/runs.ts";

/** What may happen to a line of a text, given with those after it; a number tells where within it. */
type Fault = (line: string, after: readonly string[], n: number) => readonly string[];

const BULLETS = ["- ", "* ", "+ ", "• ", "  • ", "1. "];

/** Changes the letter of a line at a place. */
const atLetter = (line: string, n: number, write: (letter: string) => string): string => {
  const letters = [...line.matchAll(/[a-z]/gi)];
  const found = letters[n % Math.max(letters.length, 1)];
  if (!found) return line;
  return line.slice(0, found.index) + write(found[0]) + line.slice(found.index + 1);
};

const half = (line: string): number => Math.ceil(line.length / 2);

/** The faults, and how many lines each of them touches: those that add one touch none. */
const FAULTS: readonly (readonly [name: string, touched: 0 | 1 | 2, apply: Fault])[] = [
  ["deleted", 1, (_, after) => after],
  ["doubled", 1, (line, after) => [line, line, ...after]],
  ["swapped with the next", 2, (line, [next = "", ...after]) => [next, line, ...after]],
  ["cut off", 1, (line, after) => [line.slice(0, half(line)), ...after]],
  ["without its start", 1, (line, after) => [line.slice(half(line)), ...after]],
  ["under words of the page", 0, (line, after) => ["some words of the page", line, ...after]],
  ["under the number of a page", 0, (line, after) => ["3 / 7", "", line, ...after]],
  ["fused with the next", 2, (line, [next = "", ...after]) => [line + next.trim(), ...after]],
  ["joined with the next", 2, (line, [next = "", ...after]) => [`${line} ${next.trim()}`, ...after]],
  ["cut in two", 1, (line, after) => [line.slice(0, half(line)), line.slice(half(line)), ...after]],
  ["misspelled", 1, (line, after, n) => [atLetter(line, n, (one) => (one === "x" ? "q" : "x")), ...after]],
  ["without a letter", 1, (line, after, n) => [atLetter(line, n, () => ""), ...after]],
  ["behind a bullet", 1, (line, after, n) => [`${BULLETS[n % BULLETS.length]}${line}`, ...after]],
  ["without its bullet", 1, (line, after) => [line.replace(/^(\s*)[^\w\s]+ /, "$1"), ...after]],
  ["under a label", 0, (line, after, n) => [FIELDS[n % FIELDS.length]?.label as string, line, ...after]],
  ["indented", 1, (line, after, n) => [" ".repeat(1 + (n % 8)) + line, ...after]],
  ["wrapped", 1, (line, after) => [...line.split(/(?<=.{30}) /), ...after]],
];

/** A stretch of a text. */
type Stretch = readonly [from: number, past: number];

/** A part of a post that is read without an issue, and where its values stand. */
interface Part {
  readonly name: string;
  readonly isField: boolean;
  readonly value: unknown;
  readonly places: readonly Stretch[];
}

const readAt = ({ meta, ...article }: PartialPost, { name, isField }: Part): unknown =>
  (isField ? meta : article)[name as never];

/** In tables where labels stand beside the middle of their lists, nothing but their lengths tells where one ends and the next starts. */
const isSameColumn = (name: string, other: string): boolean =>
  ["stack", "tools"].includes(name) && ["stack", "tools"].includes(other);

/** The parts of a post that are read of a text as they stand there. */
function partsOf(text: string): Part[] {
  const { value, issues, positions } = safeParsePost(text, { positions: true });
  const { meta, ...article } = value;
  const named = [
    ...Object.entries(meta).map(([name, one]) => [name, one, true] as const),
    ...Object.entries(article).map(([name, one]) => [name, one, false] as const),
  ];
  return named
    .filter(([name, , isField]) => !isTold(issues, name, isField))
    .map(([name, one, isField]) => {
      const pointer = isField ? `/meta/${name}` : `/${name}`;
      const own = [...positions].filter(([key]) => key === pointer || key.startsWith(`${pointer}/`));
      const places = own.map(([, { start, end }]): Stretch => [start.offset, end.offset]);
      return { name, isField, value: one, places };
    });
}

const texts = ownTexts()
  .map(({ tool, markup, text }) => ({ tool, markup, text, parts: partsOf(text) }))
  .filter(({ parts }) => parts.length > 12);

test(
  "promise 7: a fault in a line of what a tool wrote changes nothing that stands on other lines, or it is told",
  () => {
    expect(texts.length).toBeGreaterThan(100);
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.constantFrom(...FAULTS),
        fc.nat(1_000_000),
        fc.nat(20),
        ({ text, parts }, [, touched, apply], place, n) => {
          const lines = text.split("\n");
          const at = place % lines.length;
          const [line = "", ...after] = lines.slice(at);
          const above = lines.slice(0, at);
          const start = above.join("\n").length + (at > 0 ? 1 : 0);
          const past =
            start +
            after.slice(0, Math.max(touched - 1, 0)).reduce((sum, one) => sum + one.length + 1, line.length);
          const damaged = [...above, ...apply(line, after, n)].join("\n");
          const stands = ({ places }: Part): boolean =>
            touched === 0
              ? places.some(([from, to]) => from < start && start < to)
              : places.some(([from, to]) => from < past && start < to);
          // An article is one stretch: a line between its values belongs to it.
          const isWithin = ({ isField, places }: Part): boolean =>
            !isField && places.some(([from]) => from < past) && places.some(([, to]) => to > start);
          const { value, issues } = safeParsePost(damaged);
          const hit = parts.filter((part) => stands(part) || isWithin(part));
          for (const part of parts) {
            if (hit.some((one) => one === part || isSameColumn(one.name, part.name))) continue;
            const is = readAt(value, part);
            if (!isSame(is, part.value) && !isTold(issues, part.name, part.isField))
              expectSame([part.name, is], [part.name, part.value]);
          }
        },
      ),
      { numRuns: sharedRuns(1) },
    );
  },
  TIMEOUT,
);
