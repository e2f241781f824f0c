import { type PostLike, SimilarityIndex } from "alphanode-post";
import { synthesizePost } from "alphanode-post/synth";
import fc from "fast-check";
import { expect, test } from "vitest";
import { facetWeights, type SimilarityOptions } from "../../src/similarity/facets.ts";
import { featuresOf } from "../../src/similarity/features.ts";
import { leastScore, postNumber } from "../../src/similarity/numbers.ts";
import { alikeBefore } from "../../src/similarity/prefixes.ts";
import { meanScore } from "../../src/similarity/score.ts";
import { facetScores } from "../../src/similarity/similarity.ts";

/** Compares all posts with each other, and gives the ids of those that hang together. */
function bruteForce(posts: readonly PostLike[], minScore: number, options: SimilarityOptions): string[][] {
  const weights = facetWeights(options);
  const features = posts.map(featuresOf);
  const numbers = posts.map((post) => new Set([postNumber(post)]));
  const clusters = posts.map((_, n) => new Set([n]));
  for (let a = 0; a < posts.length; a++) {
    for (let b = 0; b < a; b++) {
      const least = leastScore(minScore, numbers[a] as Set<number>, numbers[b] as Set<number>);
      const [one, other] = [features[a], features[b]] as [
        ReturnType<typeof featuresOf>,
        (typeof features)[0],
      ];
      if (meanScore(facetScores(one, other), weights) < least) continue;
      const joined = new Set([...(clusters[a] as Set<number>), ...(clusters[b] as Set<number>)]);
      for (const member of joined) clusters[member] = joined;
    }
  }
  return [...new Set(clusters)]
    .filter(({ size }) => size > 1)
    .map((cluster) => Array.from(cluster, String).sort())
    .sort(([a = ""], [b = ""]) => (a < b ? -1 : 1));
}

const SENTENCES = [
  "one more line of text.",
  "and another that few posts have.",
  "the last of the three is here.",
];

/** Posts on a handful of topics that differ in everything that is compared, and lack some of it. */
const variant: fc.Arbitrary<PostLike> = fc
  .record({
    topic: fc.nat(3),
    text: fc.nat(3),
    number: fc.nat(4),
    title: fc.constantFrom(undefined, undefined, "", "another title of the same post", "a title"),
    lacks: fc.subarray(["meta", "seed", "body", "tools", "checklist", "topic"] as const, { maxLength: 2 }),
    added: fc.subarray(SENTENCES),
    cut: fc.nat(3),
  })
  .map(({ topic, text, number, title, lacks, added, cut }) => {
    const { meta, ...article } = synthesizePost(39_770 + topic);
    const { sections, intro } = synthesizePost(39_770 + text);
    const has = (name: (typeof lacks)[number]) => !lacks.includes(name);
    const blocks = added.map((sentence) => ({ type: "paragraph" as const, text: sentence }));
    return {
      ...article,
      title: title ?? article.title,
      intro: has("body") ? [...intro, ...blocks] : [],
      sections: has("body") ? sections.slice(cut) : [],
      ...(has("meta") && {
        meta: {
          ...meta,
          ...(has("topic") ? {} : { topic: "", aiOutline: undefined }),
          tools: has("tools") ? meta.tools : [],
          checklist: has("checklist") ? meta.checklist : [],
          payload: has("seed") ? { ...meta.payload, seed: number } : undefined,
        },
      }),
    } as PostLike;
  });

test("duplicates are those that comparing all posts finds", () => {
  let clusters = 0;
  fc.assert(
    fc.property(
      fc.array(variant, { minLength: 2, maxLength: 24 }),
      fc.oneof(fc.constantFrom(0.9, 0.95, 1), fc.double({ min: 0.88, max: 1, noNaN: true })),
      fc.constantFrom(
        {},
        {},
        { weights: { title: 0 } },
        { weights: { title: 1 } },
        { weights: { body: 0.5 } },
      ),
      (posts, minScore, options) => {
        const index = new SimilarityIndex(options);
        for (const [n, post] of posts.entries()) index.add(String(n), post);
        const found = index.duplicates({ minScore });
        clusters += found.length;
        expect(found).toEqual(bruteForce(posts, minScore, options));
      },
    ),
  );
  expect(clusters).toBeGreaterThan(0);
});

test("sets that are alike are found by the first features of each", () => {
  const anySet = fc
    .uniqueArray(fc.nat(30), { minLength: 1, maxLength: 12 })
    .map((list) => Uint32Array.from(list.sort((a, b) => a - b)));
  fc.assert(
    fc.property(
      fc.array(anySet, { maxLength: 12 }),
      fc.double({ min: -0.5, max: 1, noNaN: true }),
      (sets, least) => {
        const alike = alikeBefore(sets, least);
        for (const [a, set] of sets.entries()) {
          for (let b = 0; b < a; b++) {
            const shared = set.filter((feature) => sets[b]?.includes(feature)).length;
            const size = new Set([...set, ...(sets[b] as Uint32Array)]).size;
            if (shared / size >= least) expect(alike[a]).toContain(b);
          }
          expect(new Set(alike[a]).size).toBe(alike[a]?.length);
          expect(alike[a]?.every((b) => b < a)).toBe(true);
        }
      },
    ),
  );
});
