import { type Post, type PostLike, SimilarityIndex, similarity } from "alphanode-post";
import { synthesizePost } from "alphanode-post/synth";
import { expect, test, vi } from "vitest";
import { facetWeights } from "../../src/similarity/facets.ts";
import { featuresOf } from "../../src/similarity/features.ts";
import { meanScore } from "../../src/similarity/score.ts";
import { facetScores } from "../../src/similarity/similarity.ts";
import { plantedPosts, quality } from "../bench/copies.ts";
import {
  denseCopy,
  drawer,
  makePost,
  makePosts,
  paragraphCount,
  withoutParagraph,
} from "../support/corpus.ts";

// Thousands of posts are compared here; how long that takes is no matter of these tests.
vi.setConfig({ testTimeout: 300_000 });

/** What the index must find among thousands. Brute force compares features, and its best are checked by `similarity`. */

const COUNT = 10_000;
const LIMIT = 10;

test(`finds the best ${LIMIT} of ${COUNT} posts as brute force does`, () => {
  const posts = makePosts(COUNT);
  const index = new SimilarityIndex();
  for (const [n, post] of posts.entries()) index.add(String(n), post);
  const sets = posts.map(featuresOf);
  const weights = facetWeights();
  const draw = drawer(3);

  let found = 0;
  const queries: PostLike[] = Array.from({ length: 30 }, (_, at) => {
    const post = makePost(at % 3 === 0 ? COUNT + draw(COUNT) : draw(COUNT));
    return at % 2 === 0 ? post : denseCopy(post);
  });
  for (const query of queries) {
    const wanted = featuresOf(query);
    const best = sets
      .map((other, n) => ({ id: String(n), score: meanScore(facetScores(wanted, other), weights) }))
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .slice(0, LIMIT);
    const answer = index.query(query, { limit: LIMIT });
    for (const { id, score, facets } of answer) {
      expect({ score, facets }).toEqual(similarity(query, posts[Number(id)] as Post));
    }
    const ids = new Set(answer.map(({ id }) => id));
    found += best.filter(({ id }) => ids.has(id)).length;
  }
  expect(found / (queries.length * LIMIT)).toBeGreaterThanOrEqual(0.99);
});

const MAKERS = [
  { name: "of these tests", make: makePost },
  { name: "of alphanode-post/synth", make: synthesizePost },
];

test.each(MAKERS)("finds near copies among those of 2,000 posts $name, and nothing else", ({ make }) => {
  const draw = drawer(4);
  const index = new SimilarityIndex();
  for (let n = 0; n < 2000; n++) {
    const post = make(n);
    const cut = withoutParagraph(post, draw(paragraphCount(post)));
    index.add(`${n} spaced`, post);
    index.add(`${n} dense`, denseCopy(post));
    index.add(`${n} cut`, n % 2 === 0 ? cut : denseCopy(cut));
  }
  let pairs = 0;
  let right = 0;
  for (const ids of index.duplicates()) {
    const numbers = ids.map((id) => Number.parseInt(id, 10));
    for (const [at, a] of numbers.entries()) {
      for (const b of numbers.slice(at + 1)) {
        pairs++;
        if (a === b) right++;
      }
    }
  }
  expect(right / pairs).toBeGreaterThanOrEqual(0.99);
  expect(right / (2000 * 3)).toBeGreaterThanOrEqual(0.99);
});

test("of 5,000 posts, finds the copies planted among them, and few others on their topic", () => {
  const posts = [...plantedPosts(5000)];
  const index = new SimilarityIndex();
  for (const { id, post } of posts) index.add(id, post);
  const { recall, precision } = quality(index.duplicates(), posts);
  expect(recall).toBeGreaterThanOrEqual(0.97);
  expect(precision).toBeGreaterThanOrEqual(0.98);
});

test("posts of two numbers are copies only where they are closer than posts on a topic are", () => {
  const post = synthesizePost(1001, { paragraphs: 9 });
  const cut = withoutParagraph(post, 2);
  const { score } = similarity(post, cut);
  const numbered = (seed: number | undefined) =>
    ({ ...cut, meta: { ...cut.meta, payload: { ...cut.meta.payload, seed } } }) as Post;
  const clusters = (other: Post, minScore: number) =>
    new SimilarityIndex().add("a", post).add("b", other).duplicates({ minScore }).length;
  for (const minScore of [0.5, 0.8, score, 0.9 * score, 0.93 * score]) {
    expect(clusters(numbered(1001), minScore)).toBe(1);
    expect(clusters(numbered(undefined), minScore)).toBe(1);
    expect(clusters(numbered(7841), minScore)).toBe(minScore <= 0.92 * score ? 1 : 0);
  }
  expect(
    clusters({ ...post, meta: { ...post.meta, payload: { ...post.meta.payload, seed: 7841 } } }, 1),
  ).toBe(1);
});
