import { foldTypography } from "../format/typography.ts";
import { formatPath } from "../parse/issues.ts";
import { showUnsafe } from "../parse/quote.ts";
import type { Post } from "../schema/post.ts";

/** Where a value stands in a post. */
export type Path = (string | number)[];

/** One of two values that a rule compares. */
export interface Side {
  /** The value; `undefined` where the post has none. */
  readonly value: unknown;
  /** What the value is, as messages call it: most sides agree, and are never named. */
  readonly name: () => string;
  /** Where in the post the value comes from; the list that lacks it where there is none. */
  readonly paths: () => readonly Path[];
}

/** Two sides that should be equal and are not. */
export interface Disagreement {
  readonly message: string;
  readonly paths: Path[];
}

/** Takes a side from its place in a post. */
export function at(post: Post, ...path: Path): Side {
  let value: unknown = post;
  for (const key of path) value = (value as Record<string, unknown> | undefined)?.[key];
  return placed(value, () => path);
}

/** Makes a side of a value that stands at a place of a post. */
export const placed = (value: unknown, path: () => Path): Side => ({
  value,
  name: () => formatPath(path()),
  paths: () => [value === undefined ? path().slice(0, -1) : path()],
});

/**
 * Gives what is compared of a value: extractors may change the case of letters, and sites their signs, so the audit looks
 * past both.
 */
const folded = (value: unknown): string | undefined =>
  JSON.stringify(value, (_, item) => (typeof item === "string" ? foldTypography(item) : item))?.toLowerCase();

/** Tells whether two values are equal as they stand, as most are: values of JSON that are equal are folded alike. */
function isSame(left: unknown, right: unknown): boolean {
  if (!Array.isArray(left) || !Array.isArray(right)) return left === right;
  return left.length === right.length && left.every((item, at) => isSame(item, right[at]));
}

/** Says a side in words, for a message. */
export function described({ name, value }: Side): string {
  return value === undefined ? `${name()} is missing` : `${name()} is ${showUnsafe(JSON.stringify(value))}`;
}

/** Compares two sides; gives the disagreement, or nothing. */
export function compare(left: Side, right: Side): Disagreement[] {
  if (isSame(left.value, right.value) || folded(left.value) === folded(right.value)) return [];
  return [
    { message: `${described(left)}, but ${described(right)}`, paths: [...left.paths(), ...right.paths()] },
  ];
}

/** One rule of the audit. */
export interface Rule {
  readonly id: string;
  /** What the rule compares, in one line. */
  readonly about: string;
  readonly check: (post: Post) => Disagreement[];
}
