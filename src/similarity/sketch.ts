import { type PostLike, readObject } from "../extract/input.ts";
import { kindOf } from "../format/kind-of.ts";
import { isPostNumber } from "../format/number.ts";
import { BODY, FACETS, TITLE, TOPIC } from "./facets.ts";
import { type Features, featuresOf, toSets, unionOf } from "./features.ts";
import { NO_NUMBER, postNumber } from "./numbers.ts";
import { hashFeature, hashSet } from "./shingles.ts";
import { STORED_VERSION } from "./stored.ts";
import { Uint32List } from "./uint32-list.ts";

/**
 * What is compared of a post, made of that post alone, and the blocks in which its near copies are to be looked for.
 *
 * @example
 * ```ts
 * import { type PostSketch, sketchPost } from "alphanode-post";
 * import { synthesizePost } from "alphanode-post/synth";
 *
 * const { blocks }: PostSketch = sketchPost(synthesizePost(7));
 * console.log(blocks);
 * ```
 *
 * ```console
 * [ 'n00000007', 'tbd02bc01', 'a6a879c4b', 'bae8539f9' ]
 * ```
 */
export interface PostSketch {
  /** Names of blocks: a letter and eight hex digits each. None where there is nothing to go by. */
  blocks: string[];
  /** The features of the post, as text (Base64), for {@link SimilarityIndex.addSketch}; some 2,000 characters. */
  features: string;
}

/** Features of the text that a block goes by. A copy with a tenth of its text changed shares one block in two. */
const SAMPLED = 6;

/** Blocks by text; a letter for each. */
const SAMPLES = ["a", "b"] as const;

/**
 * Makes the sketch of a post, for what cannot hold all posts at once: machines make sketches apart from each other, bring
 * together those that name the same block, and compare them there. Two posts that `duplicates` joins at 0.9 or more share a
 * block where they have the same number, or the same title, or nearly the same text.
 *
 * Source: A. Broder, 1997 (least features as a sample of a set). docs/engines.md shows it with Spark.
 *
 * @param post - A post or an article, or what could be read of a damaged one.
 * @returns The sketch, the same on every machine.
 * @throws TypeError where the post is not an object.
 *
 * @example
 * ```ts
 * import { SimilarityIndex, sketchPost } from "alphanode-post";
 * import { synthesizePost } from "alphanode-post/synth";
 *
 * const [post, copy] = [sketchPost(synthesizePost(7)), sketchPost(synthesizePost(7, { images: 0 }))];
 * const index = new SimilarityIndex().addSketch("post", post.features).addSketch("copy", copy.features);
 * console.log(post.blocks[0] === copy.blocks[0], index.duplicates());
 * ```
 *
 * ```console
 * true [ [ 'copy', 'post' ] ]
 * ```
 */
export function sketchPost(post: PostLike): PostSketch {
  const read = readObject(post);
  const number = postNumber(read);
  const features = toSets(featuresOf(read));
  return { blocks: blocksOf(number, features), features: toText(number, features) };
}

function blocksOf(number: number, features: Features): string[] {
  const blocks: string[] = [];
  const add = (kind: string, hash: number): void => {
    blocks.push(kind + (hash >>> 0).toString(16).padStart(8, "0"));
  };
  const setOf = (facet: number): Uint32Array => unionOf(features[facet] as Uint32Array[]);
  const [topic, title, body] = [hashSet(setOf(TOPIC)), setOf(TITLE), setOf(BODY)];
  if (number !== NO_NUMBER) add("n", number);
  // Posts on all topics share paragraphs, so that blocks by text alone would grow with the number of posts.
  if (title.length > 0) add("t", hashSet(title, topic));
  if (body.length > 0) for (const [at, kind] of SAMPLES.entries()) add(kind, sampleOf(body, at, topic));
  return blocks;
}

/** Gives one number for the features of a set that come first in each of some orders, and for a salt. */
function sampleOf(set: Uint32Array, sample: number, salt: number): number {
  const first = Int32Array.from({ length: SAMPLED }, (_, at) => {
    const order = sample * SAMPLED + at;
    let least = hashFeature(set[0] as number, order);
    for (let each = 1; each < set.length; each++) {
      const hash = hashFeature(set[each] as number, order);
      if (hash < least) least = hash;
    }
    return least;
  });
  return hashSet(first, salt);
}

/** Writes features as text: 32-bit words with the version, the number, and by facet how many parts, their lengths and features. */
function toText(number: number, features: Features): string {
  const words = new Uint32List();
  words.push(STORED_VERSION);
  words.push(number);
  for (const parts of features) {
    words.push(parts.length);
    for (const part of parts) {
      words.push(part.length);
      words.pushAll(part);
    }
  }
  const view = new DataView(new ArrayBuffer(4 * words.length));
  for (let at = 0; at < words.length; at++) view.setUint32(4 * at, words.at(at), true);
  let characters = "";
  for (let at = 0; at < view.byteLength; at++) characters += String.fromCharCode(view.getUint8(at));
  return btoa(characters);
}

/** Reads the features of a sketch, and checks all of them. */
export function readSketch(text: unknown): { number: number; features: Features } {
  const bytes = bytesOf(text);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const word = (): number => {
    if (at + 4 > bytes.length) fail("an end in the middle", "all of it");
    at += 4;
    return view.getUint32(at - 4, true);
  };
  const version = word();
  if (version !== STORED_VERSION) {
    throw new RangeError(
      `found version ${version} of a sketch, expected version ${STORED_VERSION}: make it again from its post`,
    );
  }
  const number = word();
  if (number !== NO_NUMBER && !isPostNumber(number)) fail(`the number ${number}`, "that of a post");
  const features = FACETS.map(({ long }) => {
    const count = word();
    if (count > (long ? bytes.length : 1)) fail(`${count} parts of a facet`, "one at most");
    return Array.from({ length: count }, () => {
      const length = word();
      if (length === 0 || at + 4 * length > bytes.length) fail("a part", "a set of features");
      return Uint32Array.from({ length }, word);
    });
  });
  if (at !== bytes.length) fail("more than a post", "nothing behind it");
  return { number, features: toSets(features) };
}

function bytesOf(text: unknown): Uint8Array<ArrayBuffer> {
  if (typeof text !== "string") fail(kindOf(text), "a string");
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    return fail("no Base64", "what sketchPost gave");
  }
}

function fail(found: string, expected: string): never {
  throw new TypeError(`found ${found} as the features of a sketch, expected ${expected}`);
}
