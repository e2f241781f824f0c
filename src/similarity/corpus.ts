import { FACETS } from "./facets.ts";
import { type Features, unionOf } from "./features.ts";
import { keysOf } from "./keys.ts";
import { Parts } from "./parts.ts";
import { Postings } from "./postings.ts";
import { Uint32List } from "./uint32-list.ts";

/** Postings looked at for one post: enough for all rare keys, and few enough to answer at once. */
const MAX_VISITS = 2048;

/**
 * The posts of an index. Each post added has a slot, a whole number that is not given again; its features stand in
 * one typed array as the numbers of parts, which posts share.
 */
export class Corpus {
  readonly #parts = new Parts();
  readonly #postings = new Postings();
  /** For each facet of each slot in turn: how many parts it has, how many distinct features, and the parts' numbers. */
  readonly records = new Uint32List();
  /** Where the record of each slot starts. */
  readonly #starts = new Uint32List();
  readonly #ids: (string | undefined)[] = [];
  readonly #slots = new Map<string, number>();
  /** What the keys shared with a candidate add up to, by slot; all 0 between searches. */
  #overlaps = new Float64Array(64);

  /** How many posts there are. */
  get size(): number {
    return this.#slots.size;
  }

  /** How many slots were given, those of removed posts among them. */
  get slotCount(): number {
    return this.#ids.length;
  }

  has(id: string): boolean {
    return this.#slots.has(id);
  }

  /** Gives the id of the post in a slot; undefined where it was removed. */
  idOf(slot: number): string | undefined {
    return this.#ids[slot];
  }

  /** Gives the slots in use, in ascending order. */
  slots(): Iterable<number> {
    return this.#slots.values();
  }

  add(id: string, features: Features): void {
    const slot = this.#ids.length;
    this.#ids.push(id);
    this.#slots.set(id, slot);
    this.#starts.push(this.records.length);
    for (const parts of features) {
      this.records.push(parts.length);
      this.records.push(unionOf(parts).length);
      this.records.pushAll(parts.map((part) => this.#parts.intern(part)));
    }
    for (const keys of keysOf(features)) for (const key of keys) this.#postings.add(key, slot);
  }

  remove(id: string): boolean {
    const slot = this.#slots.get(id);
    if (slot === undefined) return false;
    for (const keys of keysOf(this.featuresOf(slot))) for (const key of keys) this.#postings.forget(key);
    this.#slots.delete(id);
    this.#ids[slot] = undefined;
    return true;
  }

  /** Gives where in {@link Corpus.records} each facet of the post in a slot starts. */
  startsOf(slot: number): number[] {
    let next = this.#starts.at(slot);
    return FACETS.map(() => {
      const start = next;
      next += 2 + this.records.at(start);
      return start;
    });
  }

  /** Gives the numbers of the parts of a post, by facet. */
  partsOf(slot: number): number[][] {
    return this.startsOf(slot).map((start) => {
      return Array.from(this.records.view(start + 2, start + 2 + this.records.at(start)));
    });
  }

  /** Gives a part by its number, as a view that holds until the next post is added. */
  part(number: number): Uint32Array {
    return this.#parts.get(number);
  }

  featuresOf(slot: number): Features {
    return this.partsOf(slot).map((parts) => parts.map((number) => this.part(number)));
  }

  /**
   * Gives the slots of the posts that share the most with some features, in no order; about as many as asked for.
   *
   * A key adds its facet's weight, shared among the facet's keys, times its rarity: how often the corpus can be
   * halved before only the posts with the key are left. Keys are looked up from the rarest on, so boilerplate comes
   * last, if at all.
   */
  candidates(features: Features, weights: readonly number[], count: number): number[] {
    if (this.size <= count) return [...this.slots()];
    const touched = this.#touch(this.#sharedKeys(features, weights), count);
    const overlaps = Float64Array.from(touched, (slot) => this.#overlaps[slot] as number);
    for (const slot of touched) this.#overlaps[slot] = 0;
    if (touched.length <= count) return touched;
    const least = overlaps.slice().sort()[touched.length - count] as number;
    return touched.filter((_, at) => (overlaps[at] as number) >= least);
  }

  /** Gives the keys of some features that posts here have, the rarest first. */
  #sharedKeys(
    features: Features,
    weights: readonly number[],
  ): { key: number; posts: number; weight: number }[] {
    const shared = keysOf(features).flatMap((keys, facet) => {
      const share = (weights[facet] as number) / keys.length;
      return keys.map((key) => {
        const posts = this.#postings.count(key);
        return { key, posts, weight: share * rarity(this.size, posts) };
      });
    });
    return shared.filter(({ posts, weight }) => posts > 0 && weight > 0).sort((a, b) => a.posts - b.posts);
  }

  /** Adds up the weights of keys by slot, and gives the slots that have any. */
  #touch(keys: readonly { key: number; posts: number; weight: number }[], count: number): number[] {
    if (this.#overlaps.length < this.#ids.length) this.#overlaps = new Float64Array(this.#ids.length * 2);
    const overlaps = this.#overlaps;
    const touched: number[] = [];
    let visits = 0;
    for (const { key, posts, weight } of keys) {
      if (visits + posts > MAX_VISITS && touched.length >= count) break;
      visits += posts;
      this.#postings.each(key, (slot) => {
        if (this.#ids[slot] === undefined) return;
        if (overlaps[slot] === 0) touched.push(slot);
        overlaps[slot] = (overlaps[slot] as number) + weight;
      });
    }
    return touched;
  }
}

/**
 * Tells in bits how rare it is that a post is one of `posts` out of `size`: their ratio's binary logarithm, straight
 * between whole bits. `Math.log2` may differ in its last bit from machine to machine; these steps do not.
 */
function rarity(size: number, posts: number): number {
  const ratio = size / posts;
  const whole = 31 - Math.clz32(ratio);
  return whole + ratio / (1 << whole) - 1;
}
