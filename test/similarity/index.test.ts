import { type Article, type PostLike, SimilarityIndex, similarity } from "alphanode-post";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { anyComparable } from "../support/comparable.ts";
import { denseCopy, makePost, makePosts, withoutParagraph } from "../support/corpus.ts";

// Thousands of posts are compared here; how long that takes is no matter of these tests.
vi.setConfig({ testTimeout: 60_000 });

const EMPTY: Article = { title: "", intro: [], sections: [], similarPosts: [] };

const indexOf = (posts: Iterable<[string, PostLike]>) => {
  const index = new SimilarityIndex();
  for (const [id, post] of posts) index.add(id, post);
  return index;
};
const entriesOf = (posts: readonly PostLike[]) =>
  posts.map((post, n): [string, PostLike] => [String(n), post]);

/** What a query must give: every post compared. */
function bruteForce(posts: Iterable<[string, PostLike]>, post: PostLike, limit = 10) {
  return [...posts]
    .map(([id, other]) => ({ id, ...similarity(post, other) }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, limit);
}

describe("query", () => {
  test("gives the best first, with the scores and facets of similarity, whatever was added and removed before", () => {
    const id = fc.constantFrom("a", "B", "ä", "__proto__", "constructor", "", "10", "9");
    const least = fc.constantFrom(0.05, 0.2, 0.4, 0.6);
    const step = fc.oneof(
      fc.record({ id, post: anyComparable }),
      fc.record({ id, post: fc.constant(undefined) }),
    );
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 25 }),
        anyComparable,
        fc.nat(10),
        least,
        (steps, post, limit, minScore) => {
          const index = new SimilarityIndex();
          const model = new Map<string, PostLike>();
          for (const { id, post } of steps) {
            if (post !== undefined) index.add(id, post);
            else expect(index.remove(id)).toBe(model.has(id));
            if (post !== undefined) model.set(id, post);
            else model.delete(id);
            expect(index.has(id)).toBe(model.has(id));
          }
          expect(index.size).toBe(model.size);
          const best = bruteForce(model, post, limit);
          expect(index.query(post, { limit })).toEqual(best);
          expect(index.query(post, { limit, minScore })).toEqual(
            best.filter(({ score }) => score >= minScore),
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  test("gives the same as before after many posts were removed and others put in their place", () => {
    const posts = makePosts(400);
    const index = indexOf(entriesOf(posts));
    for (let n = 0; n < 400; n++) index.add(String(n), makePost(n + 400));
    const replaced = indexOf(entriesOf(makePosts(400, 400)));
    for (let n = 0; n < 800; n += 7) expect(index.query(makePost(n))).toEqual(replaced.query(makePost(n)));
    for (let n = 100; n < 400; n++) index.remove(String(n));
    for (let n = 0; n < 100; n++) index.add(String(n), posts[n] as PostLike);
    const fresh = indexOf(entriesOf(posts.slice(0, 100)));
    expect(index.size).toBe(100);
    for (let n = 0; n < 400; n += 7) expect(index.query(makePost(n))).toEqual(fresh.query(makePost(n)));
    expect(index.duplicates({ minScore: 0.7 })).toEqual(fresh.duplicates({ minScore: 0.7 }));
  });

  test("holds to limit and least score", () => {
    const index = indexOf(entriesOf(makePosts(300)));
    const post = makePost(5);
    expect(index.query(post)).toHaveLength(10);
    expect(index.query(post, { limit: 0 })).toEqual([]);
    expect(index.query(post, { limit: 1000 })).toHaveLength(300);
    const near = index.query(post, { limit: 1000, minScore: 0.3 });
    expect(near.length).toBeGreaterThan(10);
    expect(near.every(({ score }) => score >= 0.3)).toBe(true);
    expect(near).toEqual(index.query(post, { limit: near.length }));
    expect(index.query(post, { minScore: 1 }).map(({ id }) => id)).toEqual(["5"]);
  });

  test("is owed as many posts as it asks for, though they share nothing", () => {
    const index = indexOf(entriesOf(makePosts(300)));
    const alien: Article = { ...EMPTY, title: "zzz" };
    expect(index.query(alien, { limit: 3 }).map(({ id, score }) => [id, score])).toEqual([
      ["0", 0],
      ["1", 0],
      ["10", 0],
    ]);
  });

  test("an empty index finds nothing, and an empty article is a post like others", () => {
    const index = new SimilarityIndex();
    expect(index.query(makePost(0))).toEqual([]);
    expect(index.duplicates()).toEqual([]);
    expect(index.add("empty", EMPTY).query(EMPTY)).toEqual([{ id: "empty", score: 1, facets: {} }]);
    expect(index.query(makePost(0))).toEqual([{ id: "empty", score: 0, facets: {} }]);
  });

  test("an id added twice is replaced", () => {
    const index = indexOf([
      ["a", makePost(0)],
      ["a", makePost(1)],
    ]);
    expect(index.size).toBe(1);
    expect(index.query(makePost(1))).toMatchObject([{ id: "a", score: 1 }]);
  });

  test("weighs the facets as the index was told", () => {
    const weights = { topic: 0, body: 1, title: 0, checklist: 0, tools: 0, stack: 0, entities: 0, code: 0 };
    const index = new SimilarityIndex({ weights });
    for (const [id, post] of entriesOf(makePosts(50))) index.add(id, post);
    const [, second] = index.query(makePost(7));
    expect(second?.score).toBe(second?.facets.body?.score);
    expect(() => new SimilarityIndex({ weights: { topic: -1 } })).toThrow(RangeError);
  });

  test.each([
    [{ limit: -1 }, "found the limit -1, expected a whole number from 0"],
    [{ limit: 1.5 }, "found the limit 1.5, expected a whole number from 0"],
    [{ limit: Number.NaN }, "found the limit NaN, expected a whole number from 0"],
    [{ minScore: Number.NaN }, "found the least score NaN, expected a number from 0 to 1"],
    [{ minScore: 1.1 }, "found the least score 1.1, expected a number from 0 to 1"],
    [{ minScore: -0.1 }, "found the least score -0.1, expected a number from 0 to 1"],
  ])("refuses %j", (options, message) => {
    const index = indexOf(entriesOf(makePosts(2)));
    expect(() => index.query(makePost(0), options)).toThrow(new RangeError(message));
    if ("minScore" in options) expect(() => index.duplicates(options)).toThrow(new RangeError(message));
  });

  test("refuses ids that are not strings, and posts that are not objects", () => {
    const index = new SimilarityIndex();
    expect(() => index.add(7 as never, EMPTY)).toThrow(
      new TypeError("found a number as id, expected a string"),
    );
    expect(() => index.add("a", null as never)).toThrow("expected a post or an article, found null");
    expect(index.size).toBe(0);
  });
});

describe("duplicates", () => {
  test("gives clusters in the order of ids, however the posts were added", () => {
    const posts: [string, PostLike][] = [7, 300, 4].flatMap((n): [string, PostLike][] => [
      [`${n} spaced`, makePost(n)],
      [`${n} dense`, denseCopy(makePost(n))],
      [`${n} cut`, withoutParagraph(makePost(n), 1)],
    ]);
    const clusters = [300, 4, 7].map((n) => [`${n} cut`, `${n} dense`, `${n} spaced`]);
    const others = makePosts(40, 1000).map((post, n): [string, PostLike] => [`other ${n}`, post]);
    expect(indexOf([...posts, ...others]).duplicates()).toEqual(clusters);
    expect(indexOf([...others, ...posts.reverse()]).duplicates()).toEqual(clusters);
  });

  test("takes thousands of equal posts in its stride", () => {
    const index = new SimilarityIndex();
    for (let n = 0; n < 5000; n++) index.add(String(n), makePost(n % 2));
    expect(index.duplicates().map(({ length }) => length)).toEqual([2500, 2500]);
    expect(index.query(makePost(1), { limit: 2 }).map(({ id }) => id)).toEqual(["1", "1001"]);
  });

  test("at a least score of 1 only equals are the same, and at 0 all are", () => {
    const index = indexOf([...entriesOf(makePosts(5)), ["copy", makePost(3)]]);
    expect(index.duplicates({ minScore: 1 })).toEqual([["3", "copy"]]);
    expect(index.duplicates({ minScore: 0 })).toEqual([["0", "1", "2", "3", "4", "copy"]]);
  });
});

describe("storing", () => {
  const index = new SimilarityIndex({ weights: { code: 0.5 } });
  for (const [id, post] of entriesOf(makePosts(300))) index.add(id, post);
  index.add("__proto__", denseCopy(makePost(9))).remove("17");
  const stored = JSON.stringify(index);

  test("an index comes back from JSON with the same answers, and the same JSON", () => {
    const back = SimilarityIndex.fromJSON(JSON.parse(stored));
    expect(back.size).toBe(300);
    expect(back.has("17")).toBe(false);
    for (const n of [0, 9, 17, 555]) expect(back.query(makePost(n))).toEqual(index.query(makePost(n)));
    expect(back.duplicates()).toEqual(index.duplicates());
    expect(JSON.stringify(back)).toBe(stored);
    expect(JSON.stringify(SimilarityIndex.fromJSON(index.toJSON()))).toBe(stored);
  });

  test.each([
    [
      { version: 1 },
      "found version 1 of a stored index, expected version 2: build the index again from its posts",
    ],
    [
      { version: "2" },
      'found version "2" of a stored index, expected version 2: build the index again from its posts',
    ],
    [{}, "found no version of a stored index, expected version 2: build the index again from its posts"],
  ])("refuses another version: %j", (data, message) => {
    expect(() => SimilarityIndex.fromJSON(data)).toThrow(new RangeError(message));
  });

  const valid = { version: 2, weights: {}, parts: [[3, 1, 3]], posts: [] as unknown[] };
  const facets = [[0], [], [], [], [], [], [], []];

  test.each([
    ["text", 'found "text" for a stored index, expected an object'],
    [null, "found null for a stored index, expected an object"],
    [{ ...valid, weights: [] }, "found a list for weights, expected an object"],
    [{ ...valid, parts: {} }, "found {} for parts, expected a list"],
    [{ ...valid, parts: [[-1]] }, "found -1 for a part, expected whole numbers below 2^32"],
    [{ ...valid, posts: undefined }, "found undefined for posts, expected a list"],
    [{ ...valid, posts: [{ id: 7, facets }] }, "found 7 for the id of a post, expected a string"],
    [
      { ...valid, posts: [{ id: "a", number: 1.5, facets }] },
      "found 1.5 for the number of a post, expected a whole number or null",
    ],
    [{ ...valid, posts: [{ id: "a", number: null, facets: [] }] }, "found 0 for facets, expected 8 lists"],
    [
      { ...valid, posts: [{ id: "a", number: null, facets: [[1]] }] },
      "found 1 for a facet, expected the place of a part",
    ],
  ])("refuses what is no index: %j", (data, message) => {
    expect(() => SimilarityIndex.fromJSON(data)).toThrow(new TypeError(message));
  });

  test("takes parts in any order, and refuses weights that are none", () => {
    const back = SimilarityIndex.fromJSON({ ...valid, posts: [{ id: "a", number: null, facets }] });
    expect(back.toJSON().parts).toEqual([[1, 3]]);
    expect(() => SimilarityIndex.fromJSON({ ...valid, weights: { body: -1 } })).toThrow(RangeError);
  });
});

describe("storing as bytes", () => {
  const index = new SimilarityIndex({ weights: { code: 0.5 } });
  for (const [id, post] of entriesOf(makePosts(300))) index.add(id, post);
  index
    .add("__proto__", denseCopy(makePost(9)))
    .add("\ud800", EMPTY)
    .remove("17");
  const bytes = index.toBytes();

  test("an index comes back with the same answers, and the same bytes", () => {
    // Where bytes come from a larger buffer, they begin anywhere.
    const moved = new Uint8Array(bytes.length + 3);
    moved.set(bytes, 3);
    const back = SimilarityIndex.fromBytes(moved.subarray(3));
    expect(JSON.stringify(back)).toBe(JSON.stringify(index));
    for (const n of [0, 9, 17, 555]) expect(back.query(makePost(n))).toEqual(index.query(makePost(n)));
    expect(back.duplicates()).toEqual(index.duplicates());
    expect(back.toBytes()).toEqual(bytes);
    expect(back.has("\ud800")).toBe(true);
    expect(back.add("new", makePost(555)).query(makePost(555))[0]?.id).toBe("new");
    expect(SimilarityIndex.fromBytes(new SimilarityIndex().toBytes()).size).toBe(0);
  });

  test("refuses another version, and what is not all of an index", () => {
    const other = bytes.slice();
    other[4] = 1;
    expect(() => SimilarityIndex.fromBytes(other)).toThrow(
      new RangeError(
        "found version 1 of a stored index, expected version 2: build the index again from its posts",
      ),
    );
    expect(() => SimilarityIndex.fromBytes("text" as never)).toThrow(TypeError);
    expect(() => SimilarityIndex.fromBytes(new Uint8Array(100))).toThrow(TypeError);
    for (let length = 0; length < bytes.length; length += 997) {
      expect(() => SimilarityIndex.fromBytes(bytes.slice(0, length))).toThrow(TypeError);
    }
  });

  test("bytes that were changed give an index or an error that says so, and never anything else", () => {
    const small = new SimilarityIndex().add("a", makePost(1)).add("b", makePost(2)).toBytes();
    fc.assert(
      fc.property(fc.nat(small.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = small.slice();
        changed[at] = (changed[at] as number) ^ by;
        try {
          expect(SimilarityIndex.fromBytes(changed).size).toBe(2);
        } catch (error) {
          expect(error instanceof TypeError || error instanceof RangeError).toBe(true);
          expect((error as Error).message).toMatch(/^found /);
        }
      }),
    );
  });
});

test("what features are is pinned, for stored indexes live as long as their version", () => {
  const post: Article = {
    title: "how to handle reducing build time in Zig",
    intro: [{ type: "paragraph", text: "straße, one two." }],
    sections: [],
    similarPosts: [],
  };
  expect(new SimilarityIndex().add("a", post).toJSON()).toMatchInlineSnapshot(`
    {
      "parts": [
        [
          2101058625,
          2677842443,
        ],
        [
          82320015,
          1772455356,
          1913274741,
          2212446229,
          2292389313,
          2627693736,
          3439675989,
        ],
        [
          729877156,
          2023165860,
          4133727579,
        ],
      ],
      "posts": [
        {
          "facets": [
            [
              0,
            ],
            [],
            [],
            [],
            [],
            [
              1,
            ],
            [
              2,
            ],
            [],
          ],
          "id": "a",
          "number": null,
        },
      ],
      "version": 2,
      "weights": {
        "body": 0.18,
        "checklist": 0.05,
        "code": 0.03,
        "entities": 0.1,
        "stack": 0.06,
        "title": 0.16,
        "tools": 0.04,
        "topic": 0.38,
      },
    }
  `);
});
