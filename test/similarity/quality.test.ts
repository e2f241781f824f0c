import {
  type Article,
  type Post,
  type PostLike,
  safeParsePost,
  similarity,
  stringifyPost,
} from "alphanode-post";
import { describe, expect, test, vi } from "vitest";
import { mapStrings } from "../support/comparable.ts";
import { denseCopy, drawer, factsOf, makePost } from "../support/corpus.ts";

// Thousands of posts are compared here; how long that takes is no matter of these tests.
vi.setConfig({ testTimeout: 60_000 });

/** What the site's posts must come out as, over posts whose paragraphs are mostly the same word for word. */

const COUNT = 10_000;
const facts = Array.from({ length: COUNT }, (_, n) => factsOf(n));

/** Numbers of posts by stack, by problem and by both. */
const groups = new Map<string, number[]>();
facts.forEach(({ stack, problem }, n) => {
  for (const key of [`${stack} / ${problem}`, `stack ${stack}`, `problem ${problem}`]) {
    groups.set(key, [...(groups.get(key) ?? []), n]);
  }
});

const FORMS: [string, (post: Post) => PostLike, (post: Post) => PostLike][] = [
  ["spaced and spaced", (post) => post, (post) => post],
  ["dense and dense", denseCopy, denseCopy],
  ["spaced and dense", (post) => post, denseCopy],
];

function textCopy(post: Post, form: "spaced" | "dense"): PostLike {
  const result = safeParsePost(stringifyPost(post, { form }));
  return result.value;
}

test("the spaced and the dense copy of one post are the same post, through the parser", () => {
  for (let n = 0; n < 300; n++) {
    const post = makePost(n * 31);
    const { score, facets } = similarity(textCopy(post, "spaced"), textCopy(post, "dense"));
    expect(score).toBeGreaterThanOrEqual(0.9);
    for (const name of ["topic", "body", "checklist"] as const) {
      expect(facets[name]?.score).toBeGreaterThanOrEqual(0.95);
    }
  }
});

describe.each(FORMS)("%s posts", (_, formA, formB) => {
  const draw = drawer(1);
  const anyOf = (numbers: readonly number[], fits: (n: number) => boolean): number | undefined => {
    const fitting = numbers.filter(fits);
    return fitting[draw(fitting.length)];
  };

  test("of another problem and another stack score under 0.35", () => {
    let most = 0;
    for (let pair = 0; pair < 4000; pair++) {
      const [a, b] = [draw(COUNT), draw(COUNT)];
      if (facts[a]?.stack === facts[b]?.stack || facts[a]?.problem === facts[b]?.problem) continue;
      most = Math.max(most, similarity(formA(makePost(a)), formB(makePost(b))).score);
    }
    expect(most).toBeLessThan(0.35);
    expect(most).toBeGreaterThan(0);
  });

  test("come in order in 99 % of random triples: same topic, half of the topic, neither", () => {
    let triples = 0;
    let right = 0;
    while (triples < 1500) {
      const anchor = draw(COUNT);
      const { stack = "", problem = "" } = facts[anchor] ?? {};
      const half = draw(2) === 0 ? `stack ${stack}` : `problem ${problem}`;
      const one = anyOf(groups.get(`${stack} / ${problem}`) ?? [], (n) => n !== anchor);
      const two = anyOf(
        groups.get(half) ?? [],
        (n) => facts[n]?.stack !== stack || facts[n]?.problem !== problem,
      );
      const three = draw(COUNT);
      if (one === undefined || two === undefined) continue;
      if (facts[three]?.stack === stack || facts[three]?.problem === problem) continue;
      triples++;
      const post = formA(makePost(anchor));
      const [same = 0, near = 0, far = 0] = [one, two, three].map(
        (n) => similarity(post, formB(makePost(n))).score,
      );
      if (same > near && near > far) right++;
    }
    expect(right / triples).toBeGreaterThanOrEqual(0.99);
  });

  test("with equal boilerplate and another topic score under 0.35", () => {
    for (let n = 0; n < 200; n++) {
      const post = makePost(n);
      const { stack, problem } = factsOf(n);
      const renamed = mapStrings(post, (text) =>
        text.replaceAll(stack, "zig").replaceAll(problem, "taming macros"),
      );
      // Not only is the rest of the text the same: where the text names the topic, it names the old one.
      const disguised: Post = { ...renamed, intro: post.intro, sections: post.sections };
      const { score, facets } = similarity(formA(post), formB(disguised));
      expect(facets.body?.score).toBe(1);
      expect(facets.checklist?.score).toBe(1);
      expect(score).toBeLessThan(0.35);
    }
  });
});

test("articles without a topic are compared by their text", () => {
  const { title: _, ...rest } = denseCopy(makePost(3));
  const a: Article = { title: "a diary", ...rest };
  const { score, facets } = similarity(a, { title: "another diary", ...rest });
  expect(facets).not.toHaveProperty("topic");
  expect(facets.body?.weight).toBeGreaterThan(0.4);
  expect(score).toBeGreaterThan(0.5);
});
