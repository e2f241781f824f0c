import { isPostNumber } from "../format/number.ts";
import { Corpus } from "./corpus.ts";
import { FACETS, type FacetWeights, namedWeights } from "./facets.ts";
import type { Features } from "./features.ts";
import { NO_NUMBER } from "./numbers.ts";
import { toSet } from "./shingles.ts";

/** The version of the stored form. It changes with the form, and with what features are. */
export const STORED_VERSION = 2;

/**
 * An index as plain data.
 *
 * @example
 * ```ts
 * import { SimilarityIndex, type StoredIndex } from "alphanode-post";
 * import { synthesizePost } from "alphanode-post/synth";
 *
 * const stored: StoredIndex = new SimilarityIndex().add("one", synthesizePost(1)).toJSON();
 * console.log(stored.version, stored.posts.map(({ id }) => id));
 * ```
 *
 * ```console
 * 2 [ 'one' ]
 * ```
 */
export interface StoredIndex {
  /** The version of the form; data of another are refused. */
  version: typeof STORED_VERSION;
  /** What each facet weighs. */
  weights: FacetWeights;
  /** Sets of features, each in ascending order. */
  parts: number[][];
  /** For each post its id, the number its box names, and for each facet in order the places of its parts in `parts`. */
  posts: { id: string; number: number | null; facets: number[][] }[];
}

type Fields = Readonly<Record<string, unknown>>;

/** Gives posts and weights as plain data. */
export function toStored(corpus: Corpus, weights: readonly number[]): StoredIndex {
  const numbers = new Map<number, number>();
  const parts: number[][] = [];
  const numberOf = (part: number): number => {
    const known = numbers.get(part);
    if (known !== undefined) return known;
    numbers.set(part, parts.length);
    return parts.push(Array.from(corpus.part(part))) - 1;
  };
  const posts = Array.from(corpus.slots(), (slot) => {
    const facets = corpus.partsOf(slot).map((found) => found.map(numberOf));
    const number = corpus.numberOf(slot);
    return { id: corpus.idOf(slot) as string, number: number === NO_NUMBER ? null : number, facets };
  });
  return { version: STORED_VERSION, weights: namedWeights(weights), parts, posts };
}

/** Reads posts and weights from plain data, and checks all of it. */
export function readStored(stored: unknown): { corpus: Corpus; weights: FacetWeights } {
  const { version, weights, parts, posts } = readFields(stored, "a stored index");
  if (version !== STORED_VERSION) {
    const found = version === undefined ? "no version" : `version ${JSON.stringify(version)}`;
    throw new RangeError(
      `found ${found} of a stored index, expected version ${STORED_VERSION}: build the index again from its posts`,
    );
  }
  const sets = readList(parts, "parts").map((part) => toSet(Uint32Array.from(readNumbers(part, "a part"))));
  const corpus = new Corpus();
  for (const post of readList(posts, "posts")) {
    const { id, number, features } = readPost(post, sets);
    corpus.add(id, number, features);
  }
  return { corpus, weights: readFields(weights, "weights") as FacetWeights };
}

function readPost(
  post: unknown,
  sets: readonly Uint32Array[],
): { id: string; number: number; features: Features } {
  const { id, number, facets } = readFields(post, "a post");
  if (typeof id !== "string") fail("the id of a post", "a string", id);
  if (number !== null && !isPostNumber(number))
    fail("the number of a post", "a whole number or null", number);
  const features = readList(facets, "facets").map((facet) =>
    readNumbers(facet, "a facet").map(
      (place) => sets[place] ?? fail("a facet", "the place of a part", place),
    ),
  );
  if (features.length !== FACETS.length) fail("facets", `${FACETS.length} lists`, features.length);
  return { id, number: number ?? NO_NUMBER, features };
}

function readFields(value: unknown, what: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) fail(what, "an object", value);
  return value as Fields;
}

function readList(value: unknown, what: string): unknown[] {
  return Array.isArray(value) ? value : fail(what, "a list", value);
}

function readNumbers(value: unknown, what: string): number[] {
  const isNumber = (item: unknown) => typeof item === "number" && item >>> 0 === item;
  const list = readList(value, what);
  const odd = list.findIndex((item) => !isNumber(item));
  return odd < 0 ? (list as number[]) : fail(what, "whole numbers below 2^32", list[odd]);
}

function fail(what: string, expected: string, found: unknown): never {
  const shown = Array.isArray(found) ? "a list" : (JSON.stringify(found) ?? String(found)).slice(0, 40);
  throw new TypeError(`found ${shown} for ${what}, expected ${expected}`);
}
