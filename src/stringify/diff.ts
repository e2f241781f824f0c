import { isObject, isSame } from "../format/same.ts";
import type { Post } from "../schema/post.ts";

/**
 * A place at which two posts differ.
 *
 * @example
 * ```ts
 * import { diffPosts, type PostDifference } from "alphanode-post";
 * import { synthesizePost } from "alphanode-post/synth";
 *
 * const post = synthesizePost(39770);
 * const [change]: PostDifference[] = diffPosts(post, { ...post, title: "another title" });
 * console.log(change?.path, change?.after);
 * ```
 *
 * ```console
 * [ 'title' ] another title
 * ```
 */
export interface PostDifference {
  /** Where it is: `["meta", "score", "quality"]`. */
  path: (string | number)[];
  /** What stands there in the first post; `undefined` where nothing does. */
  before: unknown;
  /** What stands there in the second post; `undefined` where nothing does. */
  after: unknown;
}

/**
 * Tells where two posts differ, value by value. Lists are compared by place, so that an item put in before others makes a
 * difference of each after it.
 *
 * @param a - a post, an article, or what is left of a damaged one
 * @param b - what it is compared with
 * @returns the differences in the order of the posts' properties; none where both are equal
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { diffPosts, safeParsePost } from "alphanode-post";
 *
 * const text = readFileSync("post.txt", "utf8");
 * const edited = text.replace("quality: 36", "quality: 40").replace(/\n.*\n*$/, "");
 * for (const { path, before, after } of diffPosts(safeParsePost(text).value, safeParsePost(edited).value)) {
 *   console.log(path.join("."), before, after);
 * }
 * ```
 *
 * ```console
 * meta.score.quality 36 40
 * ```
 */
export function diffPosts(a: object, b: object): PostDifference[] {
  return [...differences(a, b, [])];
}

/** Walks two values of plain data side by side. */
export function* differences(a: unknown, b: unknown, path: (string | number)[]): Generator<PostDifference> {
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) {
    if (a !== b) yield { path, before: a, after: b };
    return;
  }
  const place = Array.isArray(a) ? Number : String;
  for (const key of Object.keys({ ...a, ...b })) {
    yield* differences(own(a, key), own(b, key), [...path, place(key)]);
  }
}

/** A value's own property: what an object has by its kind, such as `constructor`, is no data. */
const own = (value: object, key: string): unknown =>
  Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;

/** Tells whether what was given as a post says what a post that was read does; no row of a type may hold more, but `extra` might. */
export function isSamePost(given: Post, read: Post): boolean {
  const { extra } = given.meta;
  return (
    isSame(given, read) &&
    Object.getPrototypeOf(extra) === Object.prototype &&
    Reflect.ownKeys(extra).length === Object.keys(read.meta.extra).length
  );
}
