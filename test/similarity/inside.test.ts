import type { PartialPost } from "alphanode-post";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Finder } from "../../src/similarity/candidates.ts";
import { Clusters } from "../../src/similarity/clusters.ts";
import { Corpus } from "../../src/similarity/corpus.ts";
import { facetWeights } from "../../src/similarity/facets.ts";
import { featuresOf, toSets } from "../../src/similarity/features.ts";
import { Interned } from "../../src/similarity/interned.ts";
import { Lists } from "../../src/similarity/lists.ts";
import { Marks } from "../../src/similarity/marks.ts";
import { NO_NUMBER } from "../../src/similarity/numbers.ts";
import { Overlap } from "../../src/similarity/overlap.ts";
import { Places } from "../../src/similarity/places.ts";
import { hashSet } from "../../src/similarity/shingles.ts";
import { makePosts } from "../support/corpus.ts";

/** What answers do not show, or only among very many posts. */

const weights = facetWeights();
const setsOf = (post: PartialPost) => toSets(featuresOf(post));
const withTools = (...tools: string[]) => setsOf({ meta: { tools } } as PartialPost);

/** Gives the ids of the posts that are found for some features. */
function found(corpus: Corpus, features: ReturnType<typeof setsOf>, count: number): string[] {
  const { heads, slots, posts } = new Finder(corpus).find(features, weights, count);
  const all = [...slots];
  for (const head of heads) corpus.eachSlot(head, (slot) => all.push(slot));
  expect(posts).toBe(all.length);
  return all.map((slot) => corpus.idOf(slot) as string).sort();
}

describe("candidates", () => {
  test("share the rarest features, whatever else others share", () => {
    const corpus = new Corpus();
    for (let n = 0; n < 3000; n++)
      corpus.add(`common ${n}`, NO_NUMBER, withTools("git", "logs", "cron", `own ${n}`));
    corpus.add("rare", NO_NUMBER, withTools("rare", "a", "b", "c"));
    expect(found(corpus, withTools("rare", "git", "logs", "cron"), 1)).toEqual(["rare"]);
  });

  test("are looked for by the rarest features first, for not all can be looked at", () => {
    const corpus = new Corpus();
    for (let n = 0; n < 6000; n++) corpus.add(`${n}`, NO_NUMBER, withTools(n < 2400 ? "common" : `own ${n}`));
    corpus.add("rare", NO_NUMBER, withTools("rare", "git"));
    expect(found(corpus, withTools("common", "rare"), weights.length)).toHaveLength(2401);
    expect(found(corpus, withTools("common", "rare"), 1)).toEqual(["rare"]);
  });

  test("share a facet as a whole, rather than its features with many others", () => {
    const corpus = new Corpus();
    const tools = (n: number) => withTools(`first ${n % 3}`, `second ${Math.floor(n / 3) % 3}`);
    for (let n = 0; n < 9000; n++) corpus.add(`${n}`, NO_NUMBER, tools(n));
    const ids = found(corpus, tools(4), 10);
    expect(ids).toHaveLength(1000);
    expect(ids.every((id) => Number(id) % 9 === 4)).toBe(true);
  });

  test("share paragraphs, where they share nothing else", () => {
    const corpus = new Corpus();
    const body = (...texts: string[]) =>
      setsOf({ meta: {}, intro: texts.map((text) => ({ type: "paragraph", text })) });
    for (let n = 0; n < 200; n++)
      corpus.add(`${n}`, NO_NUMBER, body(`paragraph number ${n}`, "one for all of them"));
    expect(found(corpus, body("paragraph number 7", "paragraph number 9"), 2)).toEqual(["7", "9"]);
    corpus.remove("9");
    expect(found(corpus, body("paragraph number 7", "paragraph number 9"), 1)).toEqual(["7"]);
  });

  test("depend neither on what was asked before nor on what was removed", () => {
    const posts = makePosts(600).map(setsOf);
    const fresh = new Corpus();
    const used = new Corpus();
    posts.forEach((features, n) => {
      if (n < 300) fresh.add(String(n), n, features);
      used.add(String(n), n, features);
    });
    for (let n = 300; n < 600; n++) expect(used.remove(String(n))).toBe(true);
    for (const features of posts) {
      const ids = found(fresh, features, 20);
      expect(found(used, features, 20)).toEqual(ids);
      expect(ids.length).toBeGreaterThanOrEqual(20);
    }
  });
});

test("lists are kept once for each kind, and those with one hash are kept apart", () => {
  const before = (first: number) => Math.imul(hashSet([first]), 0x01000193);
  const twins = [Uint32Array.of(1, 5), Uint32Array.of(2, 5 ^ before(1) ^ before(2))];
  expect(new Set(twins.map((list) => hashSet(list))).size).toBe(1);
  const lists = new Interned();
  expect(twins.map((list) => lists.find(0, list))).toEqual([-1, -1]);
  for (let time = 0; time < 2; time++) expect(twins.map((list) => lists.intern(0, list))).toEqual([0, 1]);
  expect(twins.map((list) => lists.find(0, list))).toEqual([0, 1]);
  expect([lists.get(0), lists.get(1), lists.at(1, 0)]).toEqual([...twins, 2]);
  expect(lists.intern(1, [1, 5])).toBe(2);
  expect(lists.intern(1, [1])).toBe(3);
  expect(lists.intern(1, [])).toBe(4);
  expect([0, 2, 4].map((number) => lists.kindOf(number))).toEqual([0, 1, 1]);
});

test("lists that grow together keep their items apart and in order", () => {
  const lists = new Lists();
  const expected: number[][] = [];
  for (let list = 0; list < 7; list++) {
    lists.addList();
    expected.push([]);
  }
  for (let item = 0; item < 3000; item++) {
    const list = Math.floor(Math.sqrt(item)) % 7;
    lists.push(list, item);
    expected[list]?.push(item);
  }
  lists.addList();
  const items = (list: number) => {
    const all: number[] = [];
    lists.each(list, (item) => all.push(item));
    return all;
  };
  expect(expected.map((_, list) => items(list))).toEqual(expected);
  expect(items(7)).toEqual([]);
});

test("marks are forgotten at once", () => {
  const marks = new Marks();
  marks.clear(4);
  expect([marks.add(3), marks.add(3), marks.has(3), marks.has(2)]).toEqual([true, false, true, false]);
  marks.clear(4);
  expect(marks.has(3)).toBe(false);
  marks.clear(400);
  expect([marks.has(3), marks.add(399), marks.has(399)]).toEqual([false, true, true]);
});

/** Sets of features, the hardest among them: those that a table puts in one place. */
const anyParts = fc.array(
  fc
    .array(
      fc.oneof(
        fc.integer({ min: 0, max: 80 }),
        fc.nat(40).map((n) => n * 4096),
        fc.nat(),
      ),
    )
    .map((list) => Uint32Array.from(list)),
  { maxLength: 5 },
);
const union = (parts: readonly Uint32Array[]) => new Set(parts.flatMap((part) => [...part]));

test("places and overlaps count as sets do", () => {
  const set = new Places();
  fc.assert(
    fc.property(anyParts, anyParts, (partsA, partsB) => {
      const [setA, setB] = [union(partsA), union(partsB)];
      const shared = [...setB].filter((feature) => setA.has(feature)).length;
      expect(set.fill(partsA, partsB).size).toBe(setA.size);
      expect([...setA].map((feature) => set.of(feature)).sort((x, y) => x - y)).toEqual([
        ...Array(setA.size).keys(),
      ]);
      expect(set.meet(partsB)).toBe(shared);
      expect(set.size).toBe(setA.size + setB.size - shared);

      const overlap = new Overlap(partsA);
      expect(overlap.size).toBe(setA.size);
      for (let time = 0; time < 2; time++) {
        for (const part of partsB) overlap.lay(overlap.sharedWith(part));
        expect(overlap.take()).toBe(shared);
      }
      expect(overlap.countIn([...setB])).toBe(shared);
    }),
  );
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
