import { createHash } from "node:crypto";
import { type Block, Post } from "alphanode-post";
import { synthesizePost, synthesizePosts } from "alphanode-post/synth";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fill, numberFacts } from "../../src/format/number.ts";
import { STACKS } from "../../src/format/words.ts";
import { SNIPPETS } from "../../src/synth/code.ts";
import { ASIDES, INTROS, PARAGRAPHS } from "../../src/synth/prose.ts";

const postNumber = () => fc.integer({ min: 0, max: 999_999 });
const options = () =>
  fc.record(
    {
      images: fc.integer({ min: 0, max: 5 }),
      code: fc.boolean(),
      paragraphs: fc.integer({ min: 2, max: 9 }),
    },
    { requiredKeys: [] },
  );

/** All blocks of a post's article, in order. */
const blocksOf = (post: Post) => [...post.intro, ...post.sections.flatMap((section) => section.blocks)];
const ofType = <Type extends Block["type"]>(post: Post, type: Type) =>
  blocksOf(post).filter((block): block is Extract<Block, { type: Type }> => block.type === type);

describe("synthesizePost", () => {
  it("makes posts that the schema accepts, for any number and options", () => {
    fc.assert(
      fc.property(postNumber(), options(), (n, pinned) => {
        const post = synthesizePost(n, pinned);
        expect(Post.parse(post)).toEqual(post);
      }),
    );
  });

  it("makes the same post each time, and a new one", () => {
    fc.assert(
      fc.property(postNumber(), options(), (n, pinned) => {
        const post = synthesizePost(n, pinned);
        const text = JSON.stringify(post);
        post.meta.tools.push("changed");
        post.meta.checklist.push("changed");
        post.meta.notes.push("changed");
        for (const block of ofType(post, "list")) block.items.push("changed");
        expect(JSON.stringify(synthesizePost(n, pinned))).toBe(text);
      }),
    );
  });

  it("makes the same posts as on every other machine and version of Node", () => {
    const digest = createHash("sha256");
    for (const post of synthesizePosts({ count: 1000 })) digest.update(JSON.stringify(post));
    expect(digest.digest("hex")).toMatchInlineSnapshot(
      `"6b2a9c085bdb078342ce39b8a0d8bf71fa739e0cfc767ec1ad1964e12f0ef0ff"`,
    );
  });

  it("pins what the options say, and leaves all else as it was", () => {
    fc.assert(
      fc.property(postNumber(), options(), (n, pinned) => {
        const free = synthesizePost(n);
        const post = synthesizePost(n, pinned);
        if (pinned.images !== undefined) expect(ofType(post, "image")).toHaveLength(pinned.images);
        if (pinned.code !== undefined) expect(ofType(post, "code")).toHaveLength(pinned.code ? 1 : 0);
        if (pinned.paragraphs !== undefined) expect(post.meta.payload.paragraphs).toBe(pinned.paragraphs);
        const texts = (of: Post) => ofType(of, pinned.paragraphs === undefined ? "paragraph" : "list");
        expect(texts(post)).toEqual(texts(free));
        expect(post.meta.score).toEqual(free.meta.score);
        expect(post.meta.revision).toEqual(free.meta.revision);
        expect(post.meta.reference).toBe(free.meta.reference);
        expect(post.meta.viewCount).toBe(free.meta.viewCount);
      }),
    );
  });

  it("lays an article out as the site does", () => {
    fc.assert(
      fc.property(postNumber(), options(), (n, pinned) => {
        const post = synthesizePost(n, pinned);
        const body = post.sections.slice(0, -2);
        const inIntro = post.intro.length - 1;
        const images = post.meta.imageSources.length;
        const intro = fill(INTROS[n % 4] ?? "", numberFacts(n));
        expect(post.intro[0]).toEqual({ type: "paragraph", text: intro });
        expect(inIntro).toBe([0, 1, 1, 2, 2, 2][images]);
        expect([1, 2]).toContain(body.length);
        expect(new Set(body.map(({ heading }) => heading)).size).toBe(body.length);
        const counted = post.meta.payload.paragraphs - 1;
        expect(body.map(({ blocks }) => blocks.filter(({ type }) => type === "paragraph").length)).toEqual(
          counted > 4 ? [4, counted - 4] : [counted],
        );
        for (const { blocks } of body.slice(0, -1)) expect(blocks.at(-1)?.type).toBe("paragraph");
        for (const { heading, blocks } of body) {
          expect(Object.keys(PARAGRAPHS)).toContain(heading);
          expect(blocks[0]?.type).toBe("paragraph");
          expect(blocks.slice(0, -1).every(({ type }) => type === "paragraph")).toBe(true);
        }
        expect(post.sections.slice(-2).map(({ heading }) => heading)).toEqual([
          "implementation checklist",
          "final notes",
        ]);
        const [list, ...after] = post.sections.at(-2)?.blocks ?? [];
        expect(list).toEqual({ type: "list", items: post.meta.checklist });
        expect(after.map(({ type }) => type)).toEqual(
          Array.from({ length: images - inIntro }, () => "image"),
        );
        expect(post.sections.at(-1)?.blocks.map(({ type }) => type)).toEqual(["paragraph"]);
      }),
    );
  });

  it("writes lower-case paragraphs that end in a full stop, none twice", () => {
    fc.assert(
      fc.property(postNumber(), options(), (n, pinned) => {
        const texts = ofType(synthesizePost(n, pinned), "paragraph").map(({ text }) => text);
        for (const text of texts) expect(text).toMatch(/^[a-z][a-z0-9 .,-]*\.$/);
        expect(new Set(texts).size).toBe(texts.length);
      }),
    );
  });

  it("ends every third and fourth body paragraph in an aside", () => {
    const post = synthesizePost(5, { paragraphs: 9, code: false });
    const texts = post.sections.slice(0, 2).flatMap(({ blocks }) => blocks);
    const starts = ASIDES.map(({ text }) => text.split(/[{,]/)[0] ?? "");
    const endings = texts.map((block) =>
      starts.map((start) => block.type === "paragraph" && block.text.includes(`. ${start}`)),
    );
    const [third, fourth] = [endings.map(([is]) => is), endings.map(([, is]) => is)];
    expect(third).toEqual([false, false, true, false, false, true, false, false]);
    expect(fourth).toEqual([false, false, false, true, false, false, false, true]);
  });

  it("takes every choice that is open", () => {
    const seen = {
      images: new Set<number>(),
      paragraphs: new Set<number>(),
      code: new Set<number>(),
      difficulty: new Set<string>(),
      status: new Set<string>(),
      review: new Set<boolean>(),
      score: new Set<number>(),
      stack: new Set<string | undefined>(),
      day: new Set<string>(),
    };
    for (const post of synthesizePosts({ count: 2000 })) {
      seen.images.add(post.meta.imageSources.length);
      seen.paragraphs.add(post.meta.payload.paragraphs);
      seen.code.add(ofType(post, "code").length);
      seen.difficulty.add(post.meta.difficulty);
      seen.status.add(post.meta.revision.status);
      seen.review.add(post.meta.flags.needsHumanReview);
      for (const score of Object.values(post.meta.score)) seen.score.add(score);
      seen.stack.add(post.meta.stack[0]);
      seen.day.add(post.meta.revision.lastReviewed.slice(8));
    }
    expect([...seen.images].sort()).toEqual([0, 1, 2, 3, 4, 5]);
    expect([...seen.paragraphs].sort()).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
    expect([...seen.code].sort()).toEqual([0, 1]);
    expect([...seen.difficulty].sort()).toEqual(["advanced", "beginner", "intermediate"]);
    expect([...seen.status].sort()).toEqual(["drafted", "expanded", "reviewed"]);
    expect(seen.review.size).toBe(2);
    expect([seen.score.size, Math.min(...seen.score), Math.max(...seen.score)]).toEqual([101, 0, 100]);
    expect([...seen.stack].sort()).toEqual([...STACKS].sort());
    expect(seen.day.size).toBe(31);
  });

  it("has code in about half of the posts", () => {
    let withCode = 0;
    for (const post of synthesizePosts({ count: 2000 })) withCode += ofType(post, "code").length;
    expect(withCode).toBeGreaterThan(900);
    expect(withCode).toBeLessThan(1100);
  });

  it("gives each post a hash of its own, options included", () => {
    const hashes = new Set<string>();
    for (let n = 1; n <= 3000; n++) {
      hashes.add(synthesizePost(n, { images: 0 }).meta.hash);
      hashes.add(synthesizePost(n, { images: 1 }).meta.hash);
    }
    expect(hashes.size).toBe(6000);
    const words = new Set([...hashes].flatMap((hash) => hash.match(/.{8}/g) ?? []));
    expect(words.size).toBeGreaterThan(17_900);
  });

  it("has a snippet for each stack, in the stack's manner", () => {
    expect(Object.keys(SNIPPETS)).toEqual([...STACKS]);
    const snippets = Object.values(SNIPPETS);
    expect(snippets.some((code) => code.includes("\n\n"))).toBe(true);
    expect(snippets.filter((code) => !code.includes("\n"))).toEqual([SNIPPETS["cloudflare caching"]]);
    expect(SNIPPETS["cloudflare caching"]).toMatch(/^rule: /);
    for (const code of snippets) expect(code).not.toMatch(/\.$/m);
  });

  it.each([-1, 0.5, 1_000_000, Number.NaN, Number.POSITIVE_INFINITY, "7", undefined, null])(
    "throws a RangeError that holds the value for the number %s",
    (n) => {
      expect(() => synthesizePost(n as number)).toThrow(RangeError);
      expect(() => synthesizePost(n as number)).toThrow(
        `a post number is a whole number from 0 to 999999, got ${n}: ids and references hold six digits`,
      );
    },
  );

  it("makes the posts of both ends of the numbers", () => {
    expect(synthesizePost(0).meta.payload).toMatchObject({ sourceId: "alphanode-000000", seed: 0 });
    expect(synthesizePost(999_999, { images: 5 }).meta.payload.sourceId).toBe("alphanode-999999");
    expect(Post.safeParse(synthesizePost(999_999, { images: 5 })).success).toBe(true);
  });

  it.each([
    [{ images: 6 }, "images is a whole number from 0 to 5, got 6"],
    [{ images: -1 }, "images is a whole number from 0 to 5, got -1"],
    [{ images: 1.5 }, "images is a whole number from 0 to 5, got 1.5"],
    [{ paragraphs: 1 }, "paragraphs is a whole number from 2 to 9, got 1"],
    [{ paragraphs: 10 }, "paragraphs is a whole number from 2 to 9, got 10"],
    [{ paragraphs: Number.NaN }, "paragraphs is a whole number from 2 to 9, got NaN"],
  ])("throws a RangeError that holds the value for %o", (pinned, message) => {
    expect(() => synthesizePost(1, pinned)).toThrow(RangeError);
    expect(() => synthesizePost(1, pinned)).toThrow(message);
  });
});

describe("synthesizePosts", () => {
  it("makes posts of consecutive numbers, from 1 if not told, again and again", () => {
    const posts = synthesizePosts({ count: 3 });
    expect([...posts].map((post) => post.meta.payload.seed)).toEqual([1, 2, 3]);
    expect([...posts]).toEqual([synthesizePost(1), synthesizePost(2), synthesizePost(3)]);
    expect([...synthesizePosts({ first: 999_999, count: 1 })]).toHaveLength(1);
    expect([...synthesizePosts({ first: 999_999, count: 0 })]).toEqual([]);
  });

  it("makes a post only when it is asked for", () => {
    const [first] = synthesizePosts({ first: 0, count: 1_000_000 });
    expect(first?.meta.payload.seed).toBe(0);
  });

  it.each([
    [{ first: 0, count: 1_000_001 }, "got 1000000"],
    [{ first: 999_999, count: 2 }, "got 1000000"],
    [{ first: -1, count: 1 }, "got -1"],
    [{ first: Number.NaN, count: 1 }, "got NaN"],
    [{ first: 1_000_000, count: 0 }, "got 1000000"],
    [{ count: -1 }, "count is a whole number from 0, got -1"],
    [{ count: 1.5 }, "count is a whole number from 0, got 1.5"],
    [{ count: Number.POSITIVE_INFINITY }, "count is a whole number from 0, got Infinity"],
  ])("throws a RangeError at once for %o", (range, message) => {
    expect(() => synthesizePosts(range)).toThrow(RangeError);
    expect(() => synthesizePosts(range)).toThrow(message);
  });
});
