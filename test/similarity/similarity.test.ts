import {
  type Article,
  type Facet,
  type PartialPost,
  type Post,
  type PostBlock,
  similarity,
} from "alphanode-post";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { anyComparable, mapStrings, reverseKeys } from "../support/comparable.ts";
import { denseCopy, makePost } from "../support/corpus.ts";

// Thousands of posts are compared here; how long that takes is no matter of these tests.
vi.setConfig({ testTimeout: 60_000 });

const FACETS: Facet[] = ["topic", "stack", "tools", "entities", "checklist", "title", "body", "code"];
const EMPTY: Article = { title: "", intro: [], sections: [], similarPosts: [] };

const runs = { numRuns: 400 };

/** Weights as callers set them: any from 0, some left out, not all 0. */
const anyWeights = fc
  .record(Object.fromEntries(FACETS.map((name) => [name, fc.constantFrom(0, 0.001, 0.3, 1, 1e6)])), {
    requiredKeys: [],
  })
  .filter((weights) => FACETS.some((name) => weights[name] !== 0));

describe("promises", () => {
  test("a score from 0 to 1, which is the facets' mean by weights that add up to 1", () => {
    fc.assert(
      fc.property(anyComparable, anyComparable, anyWeights, (a, b, weights) => {
        const { score, facets } = similarity(a, b, { weights });
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        const parts = Object.values(facets);
        for (const part of parts) expect(part.score >= 0 && part.score <= 1 && part.weight >= 0).toBe(true);
        const total = parts.reduce((sum, { weight }) => sum + weight, 0);
        if (total === 0) return;
        expect(total).toBeCloseTo(1, 12);
        expect(parts.reduce((sum, part) => sum + part.score * part.weight, 0)).toBeCloseTo(score, 12);
      }),
      runs,
    );
  });

  test("the same both ways round, to the last bit", () => {
    fc.assert(
      fc.property(anyComparable, anyComparable, anyWeights, (a, b, weights) => {
        expect(similarity(a, b, { weights })).toEqual(similarity(b, a, { weights }));
      }),
      runs,
    );
  });

  test("exactly 1 for equal content, with any weights, in the whole and in each facet", () => {
    fc.assert(
      fc.property(anyComparable, anyWeights, (post, weights) => {
        const { score, facets } = similarity(post, structuredClone(post), { weights });
        expect(score).toBe(1);
        for (const facet of Object.values(facets)) expect(facet.score).toBe(1);
      }),
      runs,
    );
  });

  test("no regard to the order of keys, to letter case and to white space", () => {
    const spread = (text: string) => ` \t${text.replace(/ /g, "\n \u00a0\u2003")} `;
    fc.assert(
      fc.property(anyComparable, anyComparable, (a, b) => {
        const plain = similarity(a, b);
        expect(similarity(reverseKeys(a), b)).toEqual(plain);
        expect(similarity(mapStrings(a, spread), b)).toEqual(plain);
        expect(
          similarity(
            mapStrings(a, (text) => text.toUpperCase()),
            b,
          ),
        ).toEqual(plain);
        expect(
          similarity(
            mapStrings(a, (text) => text.toLowerCase()),
            b,
          ),
        ).toEqual(plain);
      }),
      runs,
    );
  });

  test("no regard to typographic signs, code aside", () => {
    const typeset = (text: string) =>
      text
        .replace(/'/g, "’")
        .replace(/--/g, "–")
        .replace(/\.{3}/g, "…")
        .replace(/(\d)x(?=\d)/g, "$1×");
    const isText = ({ type }: PostBlock) => type !== "code";
    const withoutCode = (post: PartialPost): PartialPost => ({
      ...post,
      intro: (post.intro ?? []).filter(isText),
      sections: (post.sections ?? []).map((section) => ({
        ...section,
        blocks: section.blocks.filter(isText),
      })),
    });
    fc.assert(
      fc.property(anyComparable.map(withoutCode), anyComparable.map(withoutCode), (a, b) => {
        expect(similarity(mapStrings(a, typeset), b)).toEqual(similarity(a, b));
      }),
      runs,
    );
    const code = (text: string): Article => ({ ...EMPTY, intro: [{ type: "code", text }] });
    expect(similarity(code("git log --all"), code("git log -all")).facets.code?.score).toBeLessThan(1);
  });

  test("a shared fact added never lowers the score", () => {
    fc.assert(
      fc.property(
        anyComparable,
        anyComparable,
        fc.constantFrom(...FACTS),
        anyWeights,
        (a, b, fact, weights) => {
          const has = (post: PartialPost) => similarity(post, post).facets[fact.facet] !== undefined;
          // Where only one has the facet it was left out: what the other adds is the first that is known of it.
          fc.pre(has(a) === has(b));
          const before = similarity(a, b, { weights }).score;
          expect(similarity(fact.add(a), fact.add(b), { weights }).score).toBeGreaterThanOrEqual(before);
        },
      ),
      { numRuns: 1500 },
    );
  });
});

/** Ways to add the same fact to a post. The first two are at times there already. */
const FACTS: { facet: Facet; add: (post: PartialPost) => PartialPost }[] = [
  { facet: "tools", add: withMeta("tools", "git") },
  { facet: "tools", add: withMeta("tools", "php") },
  { facet: "stack", add: withMeta("stack", "a new stack") },
  { facet: "checklist", add: withMeta("checklist", "a new task") },
  { facet: "entities", add: withMeta("entities", { name: "a new thing", type: "stack" }) },
  {
    facet: "body",
    add: withBlock({ type: "paragraph", text: "Words that no other paragraph has, in a row." }),
  },
  { facet: "body", add: withBlock({ type: "paragraph", text: "php Cache" }) },
  { facet: "code", add: withBlock({ type: "code", text: "run --with\n  all" }) },
];

function withMeta(key: "tools" | "stack" | "checklist" | "entities", item: unknown) {
  return ({ meta, ...article }: PartialPost): PartialPost => ({
    ...article,
    meta: { ...meta, [key]: [...(meta[key] ?? []), item] },
  });
}

function withBlock(block: NonNullable<PartialPost["intro"]>[number]) {
  return (post: PartialPost): PartialPost => ({ ...post, intro: [...(post.intro ?? []), block] });
}

describe("facets", () => {
  const post = makePost(1);
  const { meta, ...article } = post;
  const lacking: Record<Facet, PartialPost | Article> = {
    topic: { ...article, title: "a diary" },
    stack: article,
    tools: { ...article, meta: { stack: meta.stack } },
    entities: { ...article, meta: { ...meta, entities: [] } },
    checklist: { ...article, sections: article.sections.slice(0, 1) },
    title: { ...article, title: "" },
    body: { title: article.title, meta },
    code: { ...article, sections: [] },
  };

  test.each(FACETS)("%s is left out where either lacks it, and the others share its weight", (facet) => {
    const whole: Post = { ...post, intro: [...post.intro, { type: "code", text: "run" }] };
    const { score, facets } = similarity(whole, lacking[facet]);
    expect(Object.keys(similarity(whole, whole).facets)).toEqual(FACETS);
    expect(facets).not.toHaveProperty(facet);
    expect(similarity(lacking[facet], whole).facets).not.toHaveProperty(facet);
    expect(Object.values(facets).reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
    expect(score).toBeGreaterThan(0);
  });

  test("an empty article compares with anything, and equals another", () => {
    expect(similarity(EMPTY, post)).toEqual({ score: 0, facets: {} });
    expect(similarity(EMPTY, EMPTY)).toEqual({ score: 1, facets: {} });
  });

  test("known sets give known scores", () => {
    const withTools = (...tools: string[]) => ({ meta: { tools } }) as PartialPost;
    expect(similarity(withTools("a", "b", "c"), withTools("B", "c", "d")).score).toBe(2 / 4);
    const text = (words: string) => ({ ...EMPTY, intro: [{ type: "paragraph" as const, text: words }] });
    // Three shingles each (a b c, b c d, c d e and b c d, c d e, d e f), of which two are shared.
    expect(similarity(text("a b c d e"), text("b c d e f")).facets.body?.score).toBe(2 / 4);
    expect(similarity(text("a b"), text("a b")).facets.body?.score).toBe(1);
    expect(similarity(text("a b"), text("b a")).facets.body?.score).toBe(0);
  });

  test("the body is no place for the checklist", () => {
    const withTasks = (...items: string[]): Article => ({
      ...EMPTY,
      intro: [{ type: "paragraph", text: "one two three" }],
      sections: [{ heading: "implementation checklist", blocks: [{ type: "list", items }] }],
    });
    const { facets } = similarity(withTasks("run linting"), withTasks("tag the release"));
    expect([facets.body?.score, facets.checklist?.score]).toEqual([1, 0]);
  });

  test("an entity is its name and its type", () => {
    const entity = (name: string, type: string) => ({ meta: { entities: [{ name, type }] } }) as PartialPost;
    expect(similarity(entity("php", "stack"), entity("php", "area")).score).toBe(0);
  });

  test("boilerplate weighs as far as the topic is shared", () => {
    const about = (topic: string) => ({ ...post, meta: { ...meta, topic } });
    const weight = (topic: string) => similarity(about("a / b"), about(topic)).facets.body?.weight ?? -1;
    expect(weight("c / d")).toBe(0);
    expect(weight("a / d")).toBeGreaterThan(0);
    expect(weight("a / b")).toBeGreaterThan(weight("a / d"));
    const bodyOnly = {
      weights: { topic: 0, title: 0, tools: 0, stack: 0, entities: 0, checklist: 0, code: 0 },
    };
    expect(similarity(about("a / b"), about("c / d"), bodyOnly).score).toBe(1);
  });
});

describe("weights", () => {
  const post = makePost(2);
  const other = makePost(3);

  test.each([
    [{ body: -1 }, "found the weight -1 for body, expected a finite number from 0"],
    [{ topic: Number.NaN }, "found the weight NaN for topic, expected a finite number from 0"],
    [{ code: Infinity }, "found the weight Infinity for code, expected a finite number from 0"],
    [{ tools: "1" }, "found the weight 1 for tools, expected a finite number from 0"],
    [
      { tols: 1 },
      'found a weight for the facet "tols", expected one of: topic, stack, tools, entities, checklist, title, body, code',
    ],
    [
      Object.fromEntries(FACETS.map((name) => [name, 0])),
      "found the weight 0 for every facet, expected one at least above 0",
    ],
    [
      { body: 1e308, title: 1e308 },
      "found weights too large to be added up, expected their sum to be finite",
    ],
  ])("refuses %j", (weights, message) => {
    expect(() => similarity(post, other, { weights: weights as never })).toThrow(new RangeError(message));
  });

  test("only their ratios matter, and 0 leaves a facet without a say", () => {
    const weights = {
      topic: 0.38,
      stack: 0.06,
      tools: 0.04,
      entities: 0.1,
      checklist: 0.05,
      title: 0.16,
      body: 0.18,
      code: 0.03,
    };
    expect(similarity(post, other, { weights })).toEqual(similarity(post, other));
    const doubled = Object.fromEntries(Object.entries(weights).map(([name, weight]) => [name, weight * 2]));
    expect(similarity(post, other, { weights: doubled }).score).toBe(similarity(post, other).score);
    const { score, facets } = similarity(post, denseCopy(other), {
      weights: { ...Object.fromEntries(FACETS.map((name) => [name, 0])), title: 5 },
    });
    expect(score).toBe(facets.title?.score);
    expect(facets.title?.weight).toBe(1);
  });
});

test("says what it found instead of a post", () => {
  expect(() => similarity("text" as never, EMPTY)).toThrow(
    new TypeError("expected a post or an article, found a string"),
  );
});
