import type { Corpus } from "./corpus.ts";
import { FACETS } from "./facets.ts";
import { type Features, unionOf } from "./features.ts";
import { jaccard, meanScore } from "./score.ts";

/** Facets by what it takes to compare them. Long texts take longest, so they come last. */
const SHORT = FACETS.flatMap(({ long }, facet) => (long ? [] : facet));
const LONG = FACETS.flatMap(({ long }, facet) => (long ? facet : []));

/** A post compared with another. */
export interface Comparison {
  readonly score: number;
  /** The score of each facet. */
  readonly scores: ArrayLike<number>;
}

/**
 * Compares one post with many of a corpus. What a part shares with the post is worked out once, however many posts
 * have the part.
 */
export class Scorer {
  readonly #corpus: Corpus;
  readonly #weights: readonly number[];
  readonly #sets: readonly Uint32Array[];
  /** By facet and part: the places in the post's set of the features that the part shares with it. */
  readonly #shared = FACETS.map(() => new Map<number, Uint32Array>());
  /** By facet and place: the round in which the feature there was last counted. */
  readonly #counted: readonly Uint32Array[];
  #round = 0;

  constructor(corpus: Corpus, features: Features, weights: readonly number[]) {
    this.#corpus = corpus;
    this.#weights = weights;
    this.#sets = features.map(unionOf);
    this.#counted = this.#sets.map((set) => new Uint32Array(set.length));
  }

  /**
   * Compares the post with the one in a slot; score and facets are those of `similarity`, bit by bit. Gives nothing
   * where the score would be below `least` even if the long texts were equal, which saves comparing them.
   */
  compare(slot: number, least: number): Comparison | undefined {
    this.#round++;
    const starts = this.#corpus.startsOf(slot);
    const scores = new Float64Array(FACETS.length);
    for (const facet of SHORT) scores[facet] = this.#jaccard(facet, starts[facet] as number);
    for (const facet of LONG) scores[facet] = this.#jaccardOfEquals(facet, starts[facet] as number);
    if (meanScore(scores, this.#weights) < least) return undefined;
    for (const facet of LONG) scores[facet] = this.#jaccard(facet, starts[facet] as number);
    return { score: meanScore(scores, this.#weights), scores };
  }

  /** Gives the score of a facet against the one whose record starts at a place. */
  #jaccard(facet: number, start: number): number {
    const { records } = this.#corpus;
    const first = start + 2;
    const shared = this.#sharedSize(facet, first, first + records.at(start));
    return jaccard(shared, (this.#sets[facet] as Uint32Array).length, records.at(start + 1));
  }

  /** Gives the score of a facet as if all that both have were equal. */
  #jaccardOfEquals(facet: number, start: number): number {
    const size = (this.#sets[facet] as Uint32Array).length;
    const otherSize = this.#corpus.records.at(start + 1);
    return jaccard(Math.min(size, otherSize), size, otherSize);
  }

  /** Counts the features of the post that the parts in a stretch of the records hold, each once. */
  #sharedSize(facet: number, start: number, end: number): number {
    const { records } = this.#corpus;
    if (end - start === 1) return this.#placesOf(facet, records.at(start)).length;
    const counted = this.#counted[facet] as Uint32Array;
    let size = 0;
    for (let at = start; at < end; at++) {
      const places = this.#placesOf(facet, records.at(at));
      for (let next = 0; next < places.length; next++) {
        const place = places[next] as number;
        if (counted[place] === this.#round) continue;
        counted[place] = this.#round;
        size++;
      }
    }
    return size;
  }

  #placesOf(facet: number, part: number): Uint32Array {
    const shared = this.#shared[facet] as Map<number, Uint32Array>;
    let places = shared.get(part);
    if (places === undefined) {
      places = placesIn(this.#sets[facet] as Uint32Array, this.#corpus.part(part));
      shared.set(part, places);
    }
    return places;
  }
}

/** Gives the places in an ascending set at which the features of another stand. */
function placesIn(set: Uint32Array, features: Uint32Array): Uint32Array {
  const places: number[] = [];
  for (const feature of features) {
    let low = 0;
    for (let high = set.length; low < high; ) {
      const middle = (low + high) >>> 1;
      if ((set[middle] as number) < feature) low = middle + 1;
      else high = middle;
    }
    if (set[low] === feature) places.push(low);
  }
  return Uint32Array.from(places);
}
