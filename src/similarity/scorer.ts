import { type Corpus, LACKING_PART } from "./corpus.ts";
import { FACETS, LONG, SHORT, TOPIC } from "./facets.ts";
import type { Features } from "./features.ts";
import { Overlap } from "./overlap.ts";
import { A_HAIR, jaccard, meanScore } from "./score.ts";

/**
 * Compares one post with many of a corpus: first with a head, which gives a bound for all posts that have it, then with
 * those posts. What a part shares with the post is worked out once, however many heads and posts have the part.
 */
export class Scorer {
  readonly #corpus: Corpus;
  readonly #weights: readonly number[];
  readonly #overlaps: readonly Overlap[];
  /** By facet: the score of what equals the post. */
  readonly #best: readonly number[];
  /** By short facet and part: the score. By long facet and part: what the part shares with the post. */
  readonly #scoreOf = FACETS.map(() => new Map<number, number>());
  readonly #sharedWith = FACETS.map(() => new Map<number, Uint32Array>());
  readonly #topicBounds = new Map<number, number>();
  /** The scores of the facets, as they are known so far. */
  readonly #scores = new Float64Array(FACETS.length);

  constructor(corpus: Corpus, features: Features, weights: readonly number[]) {
    this.#corpus = corpus;
    this.#weights = weights;
    this.#overlaps = features.map((parts) => new Overlap(parts));
    this.#best = this.#overlaps.map(({ size }) => jaccard(size, size, size));
  }

  /** Gives a bound for the scores of all posts on the topic of a head. */
  topicBoundOf(head: number): number {
    const topic = this.#corpus.partOf(head, TOPIC);
    let bound = this.#topicBounds.get(topic);
    if (bound === undefined) {
      const scores = this.#scores;
      scores.set(this.#best);
      scores[TOPIC] = this.#shortScore(TOPIC, topic);
      bound = meanScore(scores, this.#weights) * A_HAIR;
      this.#topicBounds.set(topic, bound);
    }
    return bound;
  }

  /** Compares the post with a head, and gives a bound for the scores of all posts that have it. */
  boundOf(head: number): number {
    const scores = this.#scores;
    for (let at = 0; at < SHORT.length; at++) {
      const facet = SHORT[at] as number;
      scores[facet] = this.#shortScore(facet, this.#corpus.partOf(head, facet));
    }
    for (let at = 0; at < LONG.length; at++) {
      const facet = LONG[at] as number;
      scores[facet] = this.#best[facet] as number;
    }
    return meanScore(scores, this.#weights) * A_HAIR;
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
