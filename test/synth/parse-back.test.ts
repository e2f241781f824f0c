import { isDeepStrictEqual } from "node:util";
import {
  type Article,
  auditPost,
  type Block,
  Post,
  safeParseArticle,
  safeParsePost,
  stringifyPost,
} from "alphanode-post";
import { synthesizePost, synthesizePosts } from "alphanode-post/synth";
import fc from "fast-check";
import { expect, it } from "vitest";

/** What a dense copy keeps of blocks: images are dropped, code loses its indentation and its inner empty lines. */
function denseBlocks(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.type === "image") return [];
    if (block.type !== "code") return [block];
    const lines = block.text.split("\n").map((line) => line.trim());
    return [{ type: "code", text: lines.filter((line) => line !== "").join("\n") }];
  });
}

/** What a dense copy keeps of a post. */
const denseArticle = ({ title, intro, sections, similarPosts }: Post): Article => ({
  title,
  intro: denseBlocks(intro),
  sections: sections.map(({ heading, blocks }) => ({ heading, blocks: denseBlocks(blocks) })),
  similarPosts,
});

/** What is wrong with a made post: the names of the promises it breaks. */
function brokenPromises(post: Post): string[] {
  const spaced = safeParsePost(stringifyPost(post));
  const dense = safeParseArticle(stringifyPost(post, { form: "dense" }));
  const promises = {
    "valid by the schema": Post.safeParse(post).success,
    "no contradiction and nothing that the number forbids":
      auditPost(post, { groups: ["consistency", "number"] }).length === 0,
    "spaced text parses without issue": spaced.issues.length === 0,
    "spaced text parses back equal": spaced.success && isDeepStrictEqual(spaced.data, post),
    "dense text parses without issue": dense.issues.length === 0,
    "dense text parses to the article": dense.success && isDeepStrictEqual(dense.data, denseArticle(post)),
  };
  return Object.entries(promises).flatMap(([promise, kept]) => (kept ? [] : [promise]));
}

it("10,000 made posts are valid and audit clean, and their texts parse back", { timeout: 120_000 }, () => {
  const broken: string[] = [];
  for (const post of synthesizePosts({ count: 10_000 })) {
    for (const promise of brokenPromises(post)) broken.push(`${post.meta.payload.sourceId}: ${promise}`);
  }
  expect(broken).toEqual([]);
});

it("posts of any number and options are valid and audit clean, and their texts parse back", () => {
  const options = fc.record(
    {
      images: fc.integer({ min: 0, max: 5 }),
      code: fc.boolean(),
      paragraphs: fc.integer({ min: 2, max: 9 }),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999 }), options, (n, pinned) => {
      expect(brokenPromises(synthesizePost(n, pinned))).toEqual([]);
    }),
  );
});
