import { Finder, MIN_CANDIDATES } from "./candidates.ts";
import { Clusters } from "./clusters.ts";
import type { Corpus } from "./corpus.ts";
import { LACKING_PART } from "./corpus.ts";
import { FACETS, TOPIC } from "./facets.ts";
import { Interned } from "./interned.ts";
import { leastScore } from "./numbers.ts";
import { meanScore } from "./score.ts";
import { Scorer } from "./scorer.ts";

/**
 * Joins the posts of a corpus whose score is high enough, by their numbers too.
 *
 * Equal posts are joined first, and one stands for all. Where the least score is such that posts on two topics cannot reach
 * it, as by default, all posts on a topic are compared: heads with heads, and what is left with its bounds. Posts without
 * a topic, and all posts where the topic does not decide, are compared with the candidates that a query would have.
 */
export class Duplicates {
  readonly #corpus: Corpus;
  readonly #weights: readonly number[];
  readonly #minScore: number;
  readonly #finder: Finder;
  readonly clusters: Clusters;
  /** By head: a slot of each content. */
  readonly #distinct = new Map<number, number[]>();

  constructor(corpus: Corpus, weights: readonly number[], minScore: number) {
    this.#corpus = corpus;
    this.#weights = weights;
    this.#minScore = minScore;
    this.#finder = new Finder(corpus);
    this.clusters = new Clusters(corpus.slotCount);
    this.#joinEquals();
    for (const [head, slots] of this.#distinct) {
      if (this.#topicDecides(head)) this.#joinOnTopic(head, slots);
      else for (const slot of slots) this.#joinCandidates(slot);
    }
  }

  #joinEquals(): void {
    const contents = new Interned();
    const firsts: number[] = [];
    for (const slot of this.#corpus.slots()) {
      const head = this.#corpus.headOf(slot);
      const content = contents.intern(head, this.#corpus.recordOf(slot));
      const first = firsts[content];
      if (first !== undefined) {
        this.clusters.join(slot, first);
        continue;
      }
      firsts.push(slot);
      const slots = this.#distinct.get(head);
      if (slots === undefined) this.#distinct.set(head, [slot]);
      else slots.push(slot);
    }
  }

  /** Tells whether a post is on the same topic as one with a head, or lacks it, where their score is high enough. */
  #topicDecides(head: number): boolean {
    const topic = this.#corpus.partOf(head, TOPIC);
    if (topic === LACKING_PART) return false;
    const { length } = this.#corpus.part(topic);
    // The closest that another topic can come: all features of this one and one more.
    const scores = FACETS.map((_, facet) => (facet === TOPIC ? length / (length + 1) : 1));
    return meanScore(scores, this.#weights) < this.#minScore;
  }

  /** Joins posts with a head to those on its topic that have this head or one before it. */
  #joinOnTopic(head: number, slots: readonly number[]): void {
    const scorer = new Scorer(this.#corpus, this.#corpus.featuresOf(slots[0] as number), this.#weights);
    const others: number[] = [];
    this.#corpus.eachHolder(this.#corpus.partOf(head, TOPIC), (other) => {
      if (other <= head && scorer.boundOf(other) >= this.#minScore)
        others.push(...(this.#distinct.get(other) ?? []));
    });
    for (const slot of slots) this.#joinTo(slot, others);
  }

  /** Joins a post to those of the candidates for it that score high enough. */
  #joinCandidates(slot: number): void {
    const { heads, slots } = this.#finder.find(this.#corpus.featuresOf(slot), this.#weights, MIN_CANDIDATES);
    this.#joinTo(slot, [...heads.flatMap((head) => this.#distinct.get(head) ?? []), ...slots]);
  }

  #joinTo(slot: number, others: readonly number[]): void {
    const { clusters } = this;
    let scorer: Scorer | undefined;
    let last = -1;
    let bound = 0;
    for (const other of others) {
      if (clusters.find(other) === clusters.find(slot)) continue;
      scorer ??= new Scorer(this.#corpus, this.#corpus.featuresOf(slot), this.#weights);
      const head = this.#corpus.headOf(other);
      if (head !== last) bound = scorer.boundOf(head);
      last = head;
      const least = leastScore(this.#minScore, this.#corpus.numberOf(slot), this.#corpus.numberOf(other));
      if (bound < least) continue;
      if (scorer.scoreOf(other, least) >= least) clusters.join(other, slot);
    }
  }
}
