import { type Article, extractEntities, type PartialPost, stringifyPost } from "alphanode-post";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countPhrase } from "../../src/extract/phrase.ts";
import { denseCopy, makePost } from "../support/corpus.ts";

const withText = (title: string, ...texts: string[]): Article => ({
  title,
  intro: texts.map((text) => ({ type: "paragraph", text })),
  sections: [],
  similarPosts: [],
});

describe("extractEntities", () => {
  test("gives the box's in order, then those only the title names", () => {
    const post = { ...makePost(0), title: "react notes: reducing slow admin pages behind a cdn" };
    const { entities } = post.meta;
    expect(extractEntities(post).map(({ mentions: _, ...entity }) => entity)).toEqual([
      { ...entities[0], sources: ["meta"] },
      { ...entities[1], sources: ["meta"] },
      { ...entities[2], sources: ["meta", "title"] },
      { name: "react", type: "stack", sources: ["title"] },
      { name: "behind a cdn", type: "scenario", sources: ["title"] },
    ]);
  });

  test("agrees on text and parsed post, and on mentions in spaced and dense copies", () => {
    const post = makePost(39_770);
    const spaced = extractEntities(post);
    expect(extractEntities(stringifyPost(post))).toEqual(spaced);
    const dense = extractEntities(denseCopy(post));
    expect(extractEntities(stringifyPost(post, { form: "dense" }))).toEqual(dense);
    const mentions = new Map(spaced.map(({ name, mentions }) => [name, mentions]));
    for (const entity of dense) {
      expect(entity.sources).toEqual(["title"]);
      expect(entity.mentions).toBe(mentions.get(entity.name) ?? entity.mentions);
    }
    expect(dense.map(({ type }) => type)).toEqual(["problem", "stack", "scenario"]);
  });

  test("counts whole phrases in paragraphs and lists, without headings, captions and code", () => {
    const post: Article = {
      title: "how to handle reducing build time in react",
      intro: [
        {
          type: "paragraph",
          text: "React, react. reactive preact react-dom react.js (react) REACT's re\u00a0act",
        },
        { type: "image", caption: "react", source: "react" },
        { type: "code", text: "react" },
      ],
      sections: [
        {
          heading: "react",
          blocks: [{ type: "list", items: ["reducing  build\ttime", "reducing build times", "react"] }],
        },
      ],
      similarPosts: ["react"],
    };
    expect(extractEntities(post)).toEqual([
      { name: "reducing build time", type: "problem", sources: ["title"], mentions: 1 },
      { name: "react", type: "stack", sources: ["title"], mentions: 5 },
    ]);
  });

  test("gives an entity of the box once, but keeps one name with two types", () => {
    const entities = [
      { name: "php", type: "stack" },
      { name: "PHP", type: "Stack" },
      { name: "php", type: "language" },
      { name: "__proto__", type: "constructor" },
    ];
    const post: PartialPost = { title: "x", meta: { entities } };
    expect(extractEntities(post).map(({ name, type }) => ({ name, type }))).toEqual([
      entities[0],
      entities[2],
      entities[3],
    ]);
  });

  test("gives none where none is named, and those of a damaged post that are left", () => {
    expect(extractEntities(withText("a diary", "react"))).toEqual([]);
    expect(extractEntities("")).toEqual([]);
    const damaged = stringifyPost(makePost(0)).replace(/^entities[\s\S]*?image sources/m, "image sources");
    expect(extractEntities(damaged).map(({ sources }) => sources)).toEqual([["title"], ["title"]]);
  });
});

test("a phrase is counted once for each place where words neither run on before nor after", () => {
  const word = fc.constantFrom("a", "b", "ab", "é");
  const gap = fc.constantFrom(" ", ", ", ". ", " - ");
  fc.assert(
    fc.property(fc.array(fc.tuple(word, gap), { maxLength: 20 }), word, (pairs, phrase) => {
      const text = pairs.map((pair) => pair.join("")).join("");
      expect(countPhrase(text, phrase)).toBe(pairs.filter(([other]) => other === phrase).length);
    }),
  );
  expect(countPhrase("a a a", "a a")).toBe(1);
  expect(countPhrase("a-a a a", "a a")).toBe(1);
  expect(countPhrase("x-php php x -php", "php")).toBe(2);
  expect(countPhrase("php", "php")).toBe(1);
  expect(countPhrase("php.", "php")).toBe(1);
  expect(countPhrase("anything", "")).toBe(0);
});
