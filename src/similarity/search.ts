import { Best } from "./best.ts";
import { Finder, MIN_CANDIDATES } from "./candidates.ts";
import type { Corpus } from "./corpus.ts";
import type { Features } from "./features.ts";
import { checkLimit, checkScore, type QueryOptions, type SimilarPost } from "./query.ts";
import { describeScore } from "./score.ts";
import { Scorer } from "./scorer.ts";

/** A post found. */
interface Found {
  readonly id: string;
  readonly score: number;
  /** The score of each facet. */
  readonly scores: ArrayLike<number>;
}

/** Finds the posts of a corpus that are most like another. */
export class Search {
  readonly #corpus: Corpus;
  readonly #weights: readonly number[];
  readonly #finder: Finder;

  constructor(corpus: Corpus, weights: readonly number[]) {
    this.#corpus = corpus;
    this.#weights = weights;
    this.#finder = new Finder(corpus);
  }

  /** Gives the best posts for the features of one, best first, with their scores by facet. */
  query(features: Features, { limit = 10, minScore = 0 }: QueryOptions): SimilarPost[] {
    checkLimit(limit);
    checkScore(minScore);
    if (limit === 0) return [];
    return this.#best(features, limit, minScore).map(({ id, scores }) => ({
      id,
      ...describeScore(scores, this.#weights),
    }));
  }

  #best(features: Features, limit: number, minScore: number): Found[] {
    const corpus = this.#corpus;
    const scorer = new Scorer(corpus, features, this.#weights);
    const best = new Best<Found>(limit, minScore);
    const look = (slot: number) => {
      const score = scorer.scoreOf(slot, best.least);
      if (score < best.least) return;
      best.offer({ id: corpus.idOf(slot) as string, score, scores: scorer.facets() });
    };
    const { heads, slots } = this.#candidates(features, limit);
    // The most promising topics first, so that what others have besides need not be looked at.
    const groups = new Map<number, number[]>();
    for (const head of heads) {
      const bound = scorer.topicBoundOf(head);
      const group = groups.get(bound);
      if (group === undefined) groups.set(bound, [head]);
      else group.push(head);
    }
    for (const [topicBound, group] of [...groups].sort(([a], [b]) => b - a)) {
      if (topicBound < best.least) break;
      const bounds = Float64Array.from(group, (head) => scorer.boundOf(head));
      const promising = bounds.slice().sort().at(-limit) ?? 0;
      for (const isTurn of [(at: number) => at >= promising, (at: number) => at < promising]) {
        group.forEach((head, at) => {
          const headBound = bounds[at] as number;
          if (headBound < best.least || !isTurn(headBound)) return;
          scorer.boundOf(head);
          corpus.eachSlot(head, look);
        });
      }
    }
    for (const slot of slots) {
      const head = corpus.headOf(slot);
      // Posts on other topics, as most of these are, are told by their topic alone.
      if (scorer.topicBoundOf(head) >= best.least && scorer.boundOf(head) >= best.least) look(slot);
    }
    return best.items;
  }

  #candidates(features: Features, limit: number) {
    const found = this.#finder.find(features, this.#weights, Math.max(MIN_CANDIDATES, 2 * limit));
    // Posts that share nothing rare are not worth looking up, but a query is owed as many as it asks for.
    return found.posts < Math.min(limit, this.#corpus.size) ? this.#finder.all() : found;
  }
}
