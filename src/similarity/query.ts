import { kindOf } from "../format/kind-of.ts";
import type { Similarity } from "./score.ts";

/**
 * A post that a query found.
 *
 * @example
 * ```ts
 * import { SimilarityIndex, type SimilarPost } from "alphanode-post";
 * import { synthesizePost } from "alphanode-post/synth";
 *
 * const index = new SimilarityIndex().add("one", synthesizePost(1));
 * const [found]: SimilarPost[] = index.query(synthesizePost(1));
 * console.log(found?.id, found?.score);
 * ```
 *
 * ```console
 * one 1
 * ```
 */
export interface SimilarPost extends Similarity {
  /** The id the post was added with. */
  id: string;
}

/**
 * Which of the posts found a query gives.
 *
 * @example
 * ```ts
 * import { type QueryOptions, SimilarityIndex } from "alphanode-post";
 * import { synthesizePost, synthesizePosts } from "alphanode-post/synth";
 *
 * const index = new SimilarityIndex();
 * for (const post of synthesizePosts({ count: 100 })) index.add(post.meta.hash, post);
 * const options: QueryOptions = { limit: 5, minScore: 0.9 };
 * console.log(index.query(synthesizePost(7), options).length);
 * ```
 *
 * ```console
 * 1
 * ```
 */
export interface QueryOptions {
  /** How many posts at most, a whole number from 0; 10 if left out. */
  limit?: number | undefined;
  /** The least score, from 0 to 1; 0 if left out. */
  minScore?: number | undefined;
}

/** Refuses what is no id. */
export function checkId(id: unknown): void {
  if (typeof id !== "string") throw new TypeError(`found ${kindOf(id)} as id, expected a string`);
}

/** Refuses what is no number of posts. */
export function checkLimit(limit: number): void {
  if (!Number.isInteger(limit) || limit < 0) {
    throw new RangeError(`found the limit ${String(limit)}, expected a whole number from 0`);
  }
}

/** Refuses what is no score. */
export function checkScore(minScore: number): void {
  if (!(typeof minScore === "number" && minScore >= 0 && minScore <= 1)) {
    throw new RangeError(`found the least score ${String(minScore)}, expected a number from 0 to 1`);
  }
}
