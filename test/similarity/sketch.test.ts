import { SimilarityIndex, safeParsePost, sketchPost, stringifyPost } from "alphanode-post";
import { post } from "alphanode-post/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plantedPosts } from "../bench/copies.ts";
import { denseCopy, makePost, withoutParagraph } from "../support/corpus.ts";
import { realTexts } from "../support/texts.ts";

const kinds = (names: readonly string[]): string => names.map(([kind]) => kind).join("");

describe("a sketch", () => {
  test("is in the index as its post is", () => {
    fc.assert(
      fc.property(fc.array(post(), { minLength: 1, maxLength: 4 }), (posts) => {
        const [added, sketched] = [new SimilarityIndex(), new SimilarityIndex()];
        for (const [id, each] of posts.entries()) {
          added.add(`${id}`, each);
          sketched.addSketch(`${id}`, sketchPost(each).features);
        }
        expect(sketched.toJSON()).toEqual(added.toJSON());
      }),
      { numRuns: 30 },
    );
  });

  test.each(realTexts)("of %s, and of half of it", (_, text) => {
    for (const source of [text, text.slice(text.length / 2)]) {
      const { value } = safeParsePost(source);
      const index = new SimilarityIndex().addSketch("a", sketchPost(value).features);
      expect(index.toJSON()).toEqual(new SimilarityIndex().add("a", value).toJSON());
    }
  });

  test("of a post of which nothing could be read is in no block", () => {
    const { blocks, features } = sketchPost(safeParsePost("").value);
    expect(blocks).toEqual([]);
    expect(new SimilarityIndex().addSketch("a", features).duplicates({ minScore: 0 })).toEqual([]);
  });

  test("takes a text of many paragraphs", () => {
    const long = makePost(1);
    const blocks = Array.from({ length: 20_000 }, (_, n) => ({
      type: "paragraph" as const,
      text: `the paragraph number ${n} is not like any other.`,
    }));
    const { features } = sketchPost({ ...long, intro: blocks });
    expect(features.length).toBeGreaterThan(500_000);
    expect(new SimilarityIndex().addSketch("a", features).query({ ...long, intro: blocks })[0]?.score).toBe(
      1,
    );
  });

  test("names blocks by number, by title and by text", () => {
    const whole = makePost(39770);
    expect(kinds(sketchPost(whole).blocks)).toBe("ntab");
    expect(kinds(sketchPost(denseCopy(whole)).blocks)).toBe("tab");
    expect(kinds(sketchPost({ meta: whole.meta }).blocks)).toBe("n");
    const { blocks } = sketchPost(whole);
    // Letter case is no difference; another number, title or text is, each to its own blocks.
    expect(sketchPost({ ...whole, title: whole.title.toUpperCase() }).blocks).toEqual(blocks);
    const other = sketchPost({ ...whole, title: `${whole.title} and more` }).blocks;
    expect(other.map((name, at) => name === blocks[at])).toEqual([true, false, true, true]);
    const shorter = sketchPost(withoutParagraph(whole, 0)).blocks;
    expect(shorter.map((name, at) => name === blocks[at]).slice(0, 2)).toEqual([true, true]);
  });

  test("is made of the post alone, whatever was read before", () => {
    const { blocks, features } = sketchPost(makePost(3));
    sketchPost(makePost(4));
    expect(sketchPost(safeParsePost(stringifyPost(makePost(3))).value)).toEqual({ blocks, features });
  });
});

describe("blocks of sketches", () => {
  test("have all the copies that an index of all posts finds", () => {
    const whole = new SimilarityIndex();
    const blocks = new Map<string, [id: string, features: string][]>();
    const label = new Map<string, string>();
    for (const { id, post } of plantedPosts(600)) {
      whole.add(id, post);
      label.set(id, id);
      const sketch = sketchPost(post);
      for (const name of sketch.blocks)
        blocks.set(name, [...(blocks.get(name) ?? []), [id, sketch.features]]);
    }
    for (const block of blocks.values()) {
      if (block.length === 1) continue;
      const index = new SimilarityIndex();
      for (const [id, features] of block) index.addSketch(id, features);
      for (const ids of index.duplicates()) {
        const joined = new Set(ids.map((id) => label.get(id)));
        for (const [id, old] of label) if (joined.has(old)) label.set(id, ids[0] as string);
      }
    }
    const clusters = new Map<string, string[]>();
    for (const [id, name] of label) clusters.set(name, [...(clusters.get(name) ?? []), id]);
    const found = [...clusters.values()].filter((ids) => ids.length > 1).map((ids) => ids.sort());
    const expected = whole.duplicates();
    expect(expected.length).toBeGreaterThan(80);
    expect(found.map(String).sort()).toEqual(expected.map(String).sort());
  });
});

describe("what is no sketch", () => {
  const { features } = sketchPost(makePost(1));
  const words = (...numbers: number[]): string =>
    Buffer.from(Uint32Array.from(numbers).buffer).toString("base64");
  const NONE = 0xffff_ffff;

  test.each([
    ["no text", 7, "found a number"],
    ["no Base64", "é", "found no Base64"],
    ["nothing", "", "an end in the middle"],
    ["a part of one", Buffer.from(features, "base64").subarray(0, -4).toString("base64"), "found"],
    ["more than one", Buffer.from(`${atob(features)}abcd`, "latin1").toString("base64"), "nothing behind it"],
    ["no number", words(2, 4_000_000_000, 0, 0, 0, 0, 0, 0, 0, 0), "that of a post"],
    ["two topics", words(2, NONE, 2, 1, 7, 1, 8, 0, 0, 0, 0, 0, 0, 0), "one at most"],
    ["a part of nothing", words(2, NONE, 1, 0, 0, 0, 0, 0, 0, 0, 0), "a set of features"],
    ["a part without end", words(2, NONE, 1, NONE, 0), "a set of features"],
    ["parts without end", words(2, NONE, 0, 0, 0, 0, 0, 0, NONE), "one at most"],
  ])("is refused: %s", (_, wrong, message) => {
    expect(() => new SimilarityIndex().addSketch("a", wrong as string)).toThrow(TypeError);
    expect(() => new SimilarityIndex().addSketch("a", wrong as string)).toThrow(message);
  });

  test("is refused: one of another version", () => {
    const error = () => new SimilarityIndex().addSketch("a", words(1, NONE));
    expect(error).toThrow(RangeError);
    expect(error).toThrow("found version 1 of a sketch, expected version 2");
  });

  test("is refused: an id that is no string, a post that is no object", () => {
    expect(() => new SimilarityIndex().addSketch(7 as never, features)).toThrow("found a number as id");
    expect(() => sketchPost("text" as never)).toThrow(TypeError);
  });
});
