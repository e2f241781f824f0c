import { type Article, extractTopic, type PartialPost, stringifyPost } from "alphanode-post";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EDITIONS, PROBLEMS, SCENARIOS, STACKS, TITLE_PATTERNS } from "../../src/format/words.ts";
import { denseCopy, factsOf, makePost } from "../support/corpus.ts";

const titled = (title: string): Article => ({ title, intro: [], sections: [], similarPosts: [] });
const ofTitle = (title: string) => extractTopic(titled(title));

const problems = PROBLEMS.filter((problem) => problem !== null);
const anyTitle = fc.record({
  pattern: fc.constantFrom(...TITLE_PATTERNS),
  problem: fc.constantFrom(...problems),
  stack: fc.constantFrom(...STACKS),
  scenario: fc.constantFrom(...SCENARIOS),
  edition: fc.option(fc.constantFrom(...EDITIONS)),
});
type TitleFacts = typeof anyTitle extends fc.Arbitrary<infer Facts> ? Facts : never;

const write = ({ pattern, edition, ...slots }: TitleFacts) =>
  pattern.replace(/\{(\w+)\}/g, (_, slot: keyof typeof slots) => slots[slot]) +
  (edition ? `: ${edition}` : "");

describe("from titles", () => {
  test("every known title comes back as what it was made of", () => {
    fc.assert(
      fc.property(anyTitle, (facts) => {
        const { problem, stack, edition } = facts;
        const scenario = facts.pattern.includes("{scenario}") ? facts.scenario : null;
        expect(ofTitle(write(facts))).toEqual({ problem, stack, scenario, edition });
      }),
      { numRuns: 2000 },
    );
  });

  test("in any letter case and spacing, with the text's own letter case", () => {
    expect(ofTitle(" How to Handle\u00a0Reducing  Build Time in Next.js:  Step by Step ")).toEqual({
      problem: "Reducing Build Time",
      stack: "Next.js",
      scenario: null,
      edition: "Step by Step",
    });
  });

  test.each([
    // The problem holds the word that parts it from the stack.
    [
      "how to handle avoiding duplicate content in large sites in php",
      "avoiding duplicate content in large sites",
      "php",
    ],
    // Only the problem is known, and the stack holds the word too.
    ["how to handle reducing build time in code in rust", "reducing build time", "code in rust"],
    // Only the stack is known.
    ["how to handle noise in logs in react", "noise in logs", "react"],
    // Neither is known: stacks are names, so the last such word parts them.
    ["how to handle noise in logs in rust", "noise in logs", "rust"],
    ["field notes on waiting for builds for zig", "waiting for builds", "zig"],
  ])("known words settle where to split: %s", (title, problem, stack) => {
    expect(ofTitle(title)).toEqual({ problem, stack, scenario: null, edition: null });
  });

  test.each([
    ["rust notes: taming macros on a single vps", "taming macros", "on a single vps"],
    ["rust notes: reducing build time on a tiny board", "reducing build time", "on a tiny board"],
    ["rust notes: taming macros on a tiny board", "taming macros on a tiny board", null],
  ])("a known problem or scenario parts one from the other: %s", (title, problem, scenario) => {
    expect(ofTitle(title)).toEqual({ problem, stack: "rust", scenario, edition: null });
  });

  test("an unknown edition counts after a title that follows a pattern", () => {
    expect(ofTitle("practical guide to reducing build time with zig: second try")?.edition).toBe(
      "second try",
    );
    expect(ofTitle("a diary: second try")).toBeNull();
  });

  test("a title without a pattern tells nothing, however long it is", () => {
    expect(ofTitle("how we moved")).toBeNull();
    expect(ofTitle("")).toBeNull();
    expect(ofTitle(" notes: a".repeat(100_000))).toBeNull();
    expect(extractTopic({ meta: {} })).toBeNull();
    expect(extractTopic("")).toBeNull();
  });
});

describe("from the box", () => {
  test("the topic's line, with the scenario of the payload and the edition of the title", () => {
    for (const n of [0, 2, 5, 39_770]) {
      const { stack, problem, scenario } = factsOf(n);
      const post = makePost(n);
      const topic = extractTopic(post);
      expect(topic).toMatchObject({ stack, problem, scenario });
      expect(topic?.edition).toBe(n % 5 === 0 ? EDITIONS[(n / 5) % 5] : null);
      expect(extractTopic(stringifyPost(post))).toEqual(topic);
      expect(extractTopic(denseCopy(post))).toEqual({ ...topic, scenario: n % 6 === 2 ? scenario : null });
    }
  });

  test("goes before the title", () => {
    const post = { ...makePost(0), title: "how to handle reducing build time in react: step by step" };
    expect(extractTopic(post)).toMatchObject({ stack: "php", edition: "step by step" });
    expect(extractTopic({ ...post, title: "my own words: step by step" })?.edition).toBe("step by step");
  });

  test("known words settle a line with two strokes", () => {
    const topic = (line: string) => extractTopic({ meta: { topic: line } } as PartialPost);
    expect(topic("reducing build time / a / b")).toMatchObject({
      problem: "reducing build time",
      stack: "a / b",
    });
    expect(topic("a / b / php")).toMatchObject({ problem: "a / b", stack: "php" });
    expect(topic("a / b / c")).toMatchObject({ problem: "a / b", stack: "c", scenario: null });
  });

  test("takes the scenario from the payload, else from the outline", () => {
    const { aiOutline, payload, topic } = makePost(0).meta;
    const scenario = (meta: PartialPost["meta"]) => extractTopic({ meta: { topic, ...meta } })?.scenario;
    expect(scenario({ payload: { ...payload, scenario: "on a boat" }, aiOutline })).toBe("on a boat");
    expect(scenario({ payload: { ...payload, scenario: "on a boat" } })).toBe("on a boat");
    expect(scenario({ aiOutline: { ...aiOutline, context: "in a train" } })).toBe("in a train");
  });

  test("falls back to the outline, then to the title, where the line is damaged", () => {
    const { title, meta } = makePost(0);
    const { topic: _, ...rest } = meta;
    expect(extractTopic({ title, meta: rest })).toEqual(extractTopic(makePost(0)));
    const { aiOutline: __, payload: ___, ...bare } = rest;
    expect(extractTopic({ title, meta: { ...bare, topic: "no stroke" } })).toEqual(
      extractTopic(titled(title)),
    );
    expect(extractTopic(stringifyPost(makePost(0)).replace(/^topic.*$/m, "topic"))).toEqual(
      extractTopic(makePost(0)),
    );
  });
});
