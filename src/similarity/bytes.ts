import { isPostNumber } from "../format/number.ts";
import { Corpus } from "./corpus.ts";
import { FACETS, type FacetWeights, namedWeights } from "./facets.ts";
import { NO_NUMBER } from "./numbers.ts";
import { STORED_VERSION } from "./stored.ts";
import { Uint32List } from "./uint32-list.ts";

/** How the bytes of an index begin: "anp" and a zero, read as a number. */
const MAGIC = 0x00706e61;

/** Words before the parts: magic, version, how many parts, posts and bytes of ids, and the weights, each of two words. */
const COUNTS = 5;
const HEAD = COUNTS + 2 * FACETS.length;

/**
 * Writes posts and weights as bytes: 32-bit words, the low byte first, and then the ids as JSON. After the head come the
 * parts, each with its facet, its length and its features; and then the posts: the number of each, and by facet how many parts and their numbers.
 */
export function toBytes(corpus: Corpus, weights: readonly number[]): Uint8Array {
  const numbers = new Map<number, number>();
  const parts = new Uint32List();
  const posts = new Uint32List();
  const ids: string[] = [];
  for (const slot of corpus.slots()) {
    ids.push(corpus.idOf(slot) as string);
    posts.push(corpus.numberOf(slot));
    corpus.partsOf(slot).forEach((found, facet) => {
      posts.push(found.length);
      for (const part of found) {
        const number = numbers.get(part) ?? numbers.size;
        posts.push(number);
        if (number < numbers.size) continue;
        numbers.set(part, number);
        const features = corpus.part(part);
        parts.push(facet);
        parts.push(features.length);
        parts.pushAll(features);
      }
    });
  }
  const end = new TextEncoder().encode(JSON.stringify(ids));
  const bytes = new Uint8Array(4 * (HEAD + parts.length + posts.length) + end.length);
  const view = new DataView(bytes.buffer);
  for (const [at, word] of [MAGIC, STORED_VERSION, numbers.size, ids.length, end.length].entries()) {
    view.setUint32(4 * at, word, true);
  }
  for (const [at, weight] of weights.entries()) view.setFloat64(4 * COUNTS + 8 * at, weight, true);
  let at = 4 * HEAD;
  for (const list of [parts, posts]) {
    for (let index = 0; index < list.length; index++, at += 4) view.setUint32(at, list.at(index), true);
  }
  bytes.set(end, at);
  return bytes;
}

/** Reads an index from bytes, and checks all of it. */
export function readBytes(bytes: unknown): { corpus: Corpus; weights: FacetWeights } {
  if (!(bytes instanceof Uint8Array)) fail("something else", "a Uint8Array");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const word = (): number => {
    if (at + 4 > bytes.length) fail("an end in the middle", "all of the bytes");
    at += 4;
    return view.getUint32(at - 4, true);
  };
  if (word() !== MAGIC) fail("other bytes", "those that toBytes gave");
  const version = word();
  if (version !== STORED_VERSION) {
    throw new RangeError(
      `found version ${version} of a stored index, expected version ${STORED_VERSION}: build the index again from its posts`,
    );
  }
  const [partCount, postCount, idBytes] = [word(), word(), word()];
  const ids = readIds(bytes.subarray(Math.max(0, bytes.length - idBytes)));
  if (ids.length !== postCount || new Set(ids).size !== postCount) {
    fail(`${ids.length} ids`, `${postCount}, no two alike`);
  }
  const weights = FACETS.map(() => {
    const low = word();
    const high = word();
    return new Float64Array(Uint32Array.of(low, high).buffer)[0] as number;
  });
  const corpus = new Corpus();
  /** The facet of each part. */
  const facets: number[] = [];
  for (let part = 0; part < partCount; part++) {
    const facet = word();
    const length = word();
    if (facet >= FACETS.length || length === 0 || at + 4 * length > bytes.length)
      fail("a part", "a set of features");
    const set = new Uint32Array(length);
    for (let index = 0; index < length; index++) {
      set[index] = word();
      if (index > 0 && (set[index] as number) <= (set[index - 1] as number))
        fail("a part", "a set in ascending order");
    }
    if (corpus.intern(facet, [set])[0] !== part) fail("a part twice", "each part once");
    facets.push(facet);
  }
  for (const id of ids) {
    const number = word();
    if (number !== NO_NUMBER && !isPostNumber(number)) fail(`the number ${number}`, "that of a post");
    const parts = FACETS.map(({ long }, facet) => {
      const count = word();
      if (count > (long ? bytes.length : 1)) fail(`${count} parts of a facet`, "one at most");
      return Array.from({ length: count }, () => {
        const part = word();
        return facets[part] === facet ? part : fail(`the part ${part}`, "a part of the facet");
      });
    });
    corpus.addParts(id, number, parts);
  }
  if (at !== bytes.length - idBytes) fail("more than its posts", "nothing between posts and ids");
  return { corpus, weights: namedWeights(weights) };
}

function readIds(bytes: Uint8Array): string[] {
  try {
    const ids: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (Array.isArray(ids) && ids.every((id) => typeof id === "string")) return ids;
  } catch {
    // Told below.
  }
  return fail("no ids at the end", "a list of strings");
}

function fail(found: string, expected: string): never {
  throw new TypeError(`found ${found} in the bytes of an index, expected ${expected}`);
}
