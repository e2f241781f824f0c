import type { Post } from "../schema/post.ts";
import { synthesizeArticle } from "./article.ts";
import { synthesizeMeta } from "./meta.ts";
import { checkPostNumber, planPost, type SynthesizeOptions } from "./plan.ts";

/**
 * Makes the post of a number: the same post for the same number and options, whatever the machine or version of Node.
 *
 * What the number fixes on the site (stack, problem, scenario, title, edition, checklist, hosts and URLs of images,
 * ids) is as there; the rules were read off some 300 posts. What it leaves open (number of images and paragraphs, code,
 * scores, dates, counts) is drawn by a small generator seeded with the number. Prose and code are this library's own.
 * Every post holds to what the fields say of each other, so `auditPost` finds no contradiction in it.
 *
 * Three things were not observed on the site and are plausible words of this library: problem 15 ("tracing requests
 * across services"), the area, language and tools of all but four stacks, and three of the four Unsplash URLs.
 *
 * @param n - The post number, a whole number from 0 to 999,999: ids and references hold six digits.
 * @param options - What to pin instead of drawing it; pinning one thing leaves all others as they were.
 * @returns A new post, valid by the `Post` schema.
 * @throws RangeError where the number or a pinned size is out of range; the message holds the value.
 *
 * @example
 * ```ts
 * import { synthesizePost } from "alphanode-post/synth";
 *
 * console.log(synthesizePost(39770).title);
 * console.log(synthesizePost(39770, { images: 0 }).meta.imageSources);
 * ```
 *
 * ```console
 * linux server operations notes: handling background jobs behind a cdn: maintenance guide
 * []
 * ```
 */
export function synthesizePost(n: number, options: SynthesizeOptions = {}): Post {
  const plan = planPost(n, options);
  return { ...synthesizeArticle(plan), meta: synthesizeMeta(plan) };
}

/**
 * Which posts to make.
 *
 * @example
 * ```ts
 * import { type SynthesizeRange, synthesizePosts } from "alphanode-post/synth";
 *
 * const range: SynthesizeRange = { first: 39770, count: 2 };
 * console.log([...synthesizePosts(range)].map(({ meta }) => meta.payload.sourceId));
 * ```
 *
 * ```console
 * [ 'alphanode-039770', 'alphanode-039771' ]
 * ```
 */
export interface SynthesizeRange {
  /** Number of the first post, 0 to 999,999; 1 if left out. */
  first?: number | undefined;
  /** How many posts, each with the next number. The last number is at most 999,999. */
  count: number;
}

/**
 * Makes posts of consecutive numbers, one at a time as they are asked for, and anew each time they are iterated.
 *
 * @param range - The first number and how many.
 * @returns The posts of {@link synthesizePost}, in the order of their numbers.
 * @throws RangeError at once where a number would be out of range or the count is not a whole number from 0.
 *
 * @example
 * ```ts
 * import { synthesizePosts } from "alphanode-post/synth";
 *
 * for (const { meta } of synthesizePosts({ first: 100, count: 3 })) console.log(meta.payload.seed, meta.topic);
 * ```
 *
 * ```console
 * 100 making logs useful during incidents / javascript
 * 101 reducing build time / cloudflare caching
 * 102 separating config from business logic / docker compose
 * ```
 */
export function synthesizePosts({ first = 1, count }: SynthesizeRange): Iterable<Post> {
  checkPostNumber(first);
  if (!Number.isInteger(count) || count < 0) {
    throw new RangeError(`count is a whole number from 0, got ${String(count)}`);
  }
  if (count > 0) checkPostNumber(first + count - 1);
  return {
    *[Symbol.iterator]() {
      for (let n = first; n < first + count; n++) yield synthesizePost(n);
    },
  };
}
