/** A user's file, compiled against the installed package by several compilers. Names that lead nowhere would be `any`,
 * which the expected errors do not put up with. */
import {
  type Known,
  type ParseIssue,
  type PartialPost,
  Post,
  type PostBlock,
  parsePost,
  SimilarityIndex,
  safeParsePost,
  similarity,
  stringifyPost,
} from "alphanode-post";
import { synthesizePost, synthesizePosts } from "alphanode-post/synth";
import { damagedSource, post as posts } from "alphanode-post/testing";
import fc from "fast-check";
import { z } from "zod";

const result = safeParsePost("text", { strict: true });
export const found: Post | PartialPost = result.value;
// @ts-expect-error there may be no data
export const data: Post = result.data;
export const issues: readonly ParseIssue[] = result.success ? [] : result.error.issues;

export const post: Post = parsePost("text");
export const level: Known<"beginner" | "intermediate" | "advanced"> = post.meta.difficulty;
post.meta.difficulty = "hard";
// @ts-expect-error a count is a number
post.meta.viewCount = "8";

export function textOf(block: PostBlock): string {
  switch (block.type) {
    case "list":
      return block.items.join();
    case "image":
      // @ts-expect-error the host may be lost
      return block.source;
    default:
      return block.text;
  }
}

const Stored = Post.extend({ importedAt: z.date() });
export const stored: Post & { importedAt: Date } = Stored.parse({});

const index = new SimilarityIndex();
for (const made of synthesizePosts({ count: 2 })) index.add(made.meta.hash, made);
export const best: number | undefined = index.query(synthesizePost(1))[0]?.score;
export const score: number = similarity(post, { ...post, meta: {} }).score;
export const text: string = stringifyPost(post, { form: "dense" });

fc.assert(fc.property(posts(), ({ meta }) => meta.score.quality <= 100));
// @ts-expect-error what damage touches are names of fields
fc.assert(fc.property(damagedSource(), ({ touches }) => touches.includes("colour")));

// Settings that may be absent are handed on as they are.
declare const settings: { limit: number | undefined; weight: number | undefined };
safeParsePost("text", { maxLength: settings.limit, strict: undefined });
index.query(post, { limit: settings.limit });
similarity(post, post, { weights: { topic: settings.weight } });
