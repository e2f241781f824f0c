import { type Corpus, LACKING_PART } from "./corpus.ts";
import { FACETS, LONG, SHORT } from "./facets.ts";
import type { Features } from "./features.ts";
import { Overlap } from "./overlap.ts";
import { jaccard, meanScore } from "./score.ts";

/**
 * Compares one post with many of a corpus: first with a head, which gives a bound for all posts that have it, then with
 * those posts. What a part shares with the post is worked out once, however many heads and posts have the part.
 */
export class Scorer {
  readonly #corpus: Corpus;
  readonly #weights: readonly number[];
  readonly #overlaps: readonly Overlap[];
  /** By short facet and part: the score. By long facet and part: what the part shares with the post. */
  readonly #scoreOf = FACETS.map(() => new Map<number, number>());
  readonly #sharedWith = FACETS.map(() => new Map<number, Uint32Array>());
  /** The scores of the facets, as they are known so far. */
  readonly #scores = new Float64Array(FACETS.length);

  constructor(corpus: Corpus, features: Features, weights: readonly number[]) {
    this.#corpus = corpus;
    this.#weights = weights;
    this.#overlaps = features.map((parts) => new Overlap(parts));
  }

  /** Compares the post with a head, and gives the score of a post that has the head and otherwise equals this one. */
  boundOf(head: number): number {
    const scores = this.#scores;
    for (const facet of SHORT) scores[facet] = this.#shortScore(facet, this.#corpus.partOf(head, facet));
    for (const facet of LONG) {
      const { size } = this.#overlaps[facet] as Overlap;
      scores[facet] = jaccard(size, size, size);
    }
    return meanScore(scores, this.#weights);
  }

  /**
   * Compares the post with the one in a slot, after its head; the score is that of `similarity`, bit by bit. Gives -1 where
   * the score would be below `least` even if all long text that may be equal were, which saves comparing it.
   */
  scoreOf(slot: number, least: number): number {
    const { records } = this.#corpus;
    const start = this.#corpus.startOf(slot);
    const scores = this.#scores;
    let at = start;
    for (const facet of LONG) {
      const { size } = this.#overlaps[facet] as Overlap;
      const otherSize = records.at(at + 1);
      scores[facet] = jaccard(Math.min(size, otherSize), size, otherSize);
      at += 2 + records.at(at);
    }
    if (meanScore(scores, this.#weights) < least) return -1;
    at = start;
    for (const facet of LONG) {
      const first = at + 2;
      at = first + records.at(at);
      const shared = this.#sharedSize(facet, first, at);
      scores[facet] = jaccard(shared, (this.#overlaps[facet] as Overlap).size, records.at(first - 1));
    }
    return meanScore(scores, this.#weights);
  }

  /** Gives the scores of the facets of the last comparison. */
  facets(): Float64Array {
    return this.#scores.slice();
  }

  #shortScore(facet: number, part: number): number {
    const { size } = this.#overlaps[facet] as Overlap;
    if (part === LACKING_PART) return jaccard(0, size, 0);
    const known = this.#scoreOf[facet] as Map<number, number>;
    let score = known.get(part);
    if (score === undefined) {
      const set = this.#corpus.part(part);
      score = jaccard((this.#overlaps[facet] as Overlap).countIn(set), size, set.length);
      known.set(part, score);
    }
    return score;
  }

  /** Counts the features of the post that the parts in a stretch of the records hold, each once. */
  #sharedSize(facet: number, start: number, end: number): number {
    const { records } = this.#corpus;
    const overlap = this.#overlaps[facet] as Overlap;
    const sharedWith = this.#sharedWith[facet] as Map<number, Uint32Array>;
    for (let at = start; at < end; at++) {
      const part = records.at(at);
      let shared = sharedWith.get(part);
      if (shared === undefined) {
        shared = overlap.sharedWith(this.#corpus.part(part));
        sharedWith.set(part, shared);
      }
      overlap.lay(shared);
    }
    return overlap.take();
  }
}
