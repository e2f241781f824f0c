import type { PartialPost } from "alphanode-post";
import { describe, expect, test } from "vitest";
import { Clusters } from "../../src/similarity/clusters.ts";
import { Corpus } from "../../src/similarity/corpus.ts";
import { facetWeights } from "../../src/similarity/facets.ts";
import { featuresOf } from "../../src/similarity/features.ts";
import { Parts } from "../../src/similarity/parts.ts";
import { hashSet } from "../../src/similarity/shingles.ts";
import { makePosts } from "../support/corpus.ts";

/** What answers do not show, or only among very many posts. */

const weights = facetWeights();
const withTools = (...tools: string[]) => featuresOf({ meta: { tools } } as PartialPost);

describe("candidates", () => {
  test("share the rarest keys, whatever else others share", () => {
    const corpus = new Corpus();
    for (let n = 0; n < 100; n++) corpus.add(`common ${n}`, withTools("git", "logs", "cron", `own ${n}`));
    corpus.add("rare", withTools("rare", "a", "b", "c"));
    for (let n = 100; n < 200; n++) corpus.add(`common ${n}`, withTools("git", "logs", "cron", `own ${n}`));
    const found = corpus.candidates(withTools("rare", "git", "logs", "cron"), weights, 1);
    expect(found.map((slot) => corpus.idOf(slot))).toEqual(["rare"]);
  });

  test("are told apart by rarities less than a bit apart", () => {
    const corpus = new Corpus();
    for (let n = 0; n < 200; n++)
      corpus.add(`${n}`, withTools(n < 2 ? "a" : n < 5 ? "b" : `own ${n}`, "git"));
    const found = corpus.candidates(withTools("a", "b"), weights, 2);
    expect(found.map((slot) => corpus.idOf(slot)).sort()).toEqual(["0", "1"]);
  });

  test("are looked for by the rarest keys first, for not all keys can be looked at", () => {
    const corpus = new Corpus();
    for (let n = 0; n < 6000; n++) corpus.add(`${n}`, withTools(n < 2400 ? "common" : `own ${n}`));
    corpus.add("rare", withTools("rare", "git"));
    const found = corpus.candidates(withTools("common", "rare"), weights, 1);
    expect(found.map((slot) => corpus.idOf(slot))).toEqual(["rare"]);
  });

  test("share a facet as a whole, rather than its features with many others", () => {
    const corpus = new Corpus();
    const tools = (n: number) => withTools(`first ${n % 3}`, `second ${Math.floor(n / 3) % 3}`);
    for (let n = 0; n < 9000; n++) corpus.add(`${n}`, tools(n));
    const found = corpus.candidates(tools(4), weights, 10);
    expect(found).toHaveLength(1000);
    expect(found.every((slot) => slot % 9 === 4)).toBe(true);
  });

  test("depend neither on what was asked before nor on what was removed", () => {
    const posts = makePosts(600).map(featuresOf);
    const fresh = new Corpus();
    const used = new Corpus();
    posts.forEach((features, n) => {
      if (n < 300) fresh.add(String(n), features);
      used.add(String(n), features);
    });
    for (let n = 300; n < 600; n++) expect(used.remove(String(n))).toBe(true);
    for (const features of posts) {
      const [a, b] = [fresh, used].map((corpus) =>
        corpus.candidates(features, weights, 20).sort((x, y) => x - y),
      );
      expect(a).toEqual(b);
      expect(a?.length).toBeGreaterThanOrEqual(20);
    }
  });
});

test("parts with one hash are kept apart", () => {
  const before = (first: number) => Math.imul(hashSet(Uint32Array.of(first)), 0x01000193);
  const twins = [Uint32Array.of(1, 5), Uint32Array.of(2, 5 ^ before(1) ^ before(2))];
  expect(new Set(twins.map((part) => hashSet(part))).size).toBe(1);
  const parts = new Parts();
  expect(twins.map((part) => parts.intern(part))).toEqual([0, 1]);
  expect(twins.map((part) => parts.intern(part))).toEqual([0, 1]);
  expect([parts.get(0), parts.get(1)]).toEqual(twins);
});

test("clusters joined by any of their members are one", () => {
  const clusters = new Clusters(6);
  clusters.join(0, 1);
  clusters.join(2, 3);
  clusters.join(0, 4);
  clusters.join(1, 3);
  expect([0, 1, 2, 3, 4].map((slot) => clusters.find(slot) === clusters.find(0))).toEqual(
    Array(5).fill(true),
  );
  expect(clusters.find(5)).toBe(5);
});
