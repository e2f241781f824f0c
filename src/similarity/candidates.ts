import type { Corpus } from "./corpus.ts";
import { FACETS } from "./facets.ts";
import type { Features } from "./features.ts";
import { Marks } from "./marks.ts";

/** Posts to be looked at for one post: enough for all rare features, and few enough to answer at once. */
const MAX_POSTS = 2048;

/** Posts to be found for one post, at least. */
export const MIN_CANDIDATES = 128;

/** The posts that are worth comparing with some post: all with one of some heads, and some others. */
export interface Candidates {
  readonly heads: readonly number[];
  /** Those with another head. */
  readonly slots: readonly number[];
  /** How many posts these are. */
  readonly posts: number;
}

/** Finds the posts of a corpus that are worth comparing. */
export class Finder {
  readonly #corpus: Corpus;
  readonly #heads = new Marks();
  readonly #slots = new Marks();

  constructor(corpus: Corpus) {
    this.#corpus = corpus;
  }

  /**
   * Gives the posts that share the rarest with some features: parts, and features of parts, are followed from the rarest
   * on, so boilerplate comes last, if at all. Facets without weight lead nowhere, and neither does what all posts have.
   */
  find(features: Features, weights: readonly number[], count: number): Candidates {
    const corpus = this.#corpus;
    if (corpus.size <= count) return this.all();
    this.#heads.clear(corpus.headCount);
    this.#slots.clear(corpus.slotCount);
    const heads: number[] = [];
    const slots: number[] = [];
    /** How many of the slots have a head. */
    const slotsWith = new Map<number, number>();
    let visited = 0;
    let posts = 0;
    const addHead = (head: number) => {
      if (!this.#heads.add(head)) return;
      heads.push(head);
      posts += corpus.postsWithHead(head) - (slotsWith.get(head) ?? 0);
    };
    const addSlot = (slot: number) => {
      const head = corpus.headOf(slot);
      if (corpus.idOf(slot) === undefined || this.#heads.has(head) || !this.#slots.add(slot)) return;
      slots.push(slot);
      slotsWith.set(head, (slotsWith.get(head) ?? 0) + 1);
      posts++;
    };
    const leads = corpus.leadsOf(features);
    for (const lead of leads.sort((a, b) => a.posts - b.posts)) {
      if ((weights[lead.facet] as number) === 0 || lead.posts === corpus.size) continue;
      if (visited + lead.posts > MAX_POSTS && posts >= count) break;
      visited += lead.posts;
      const addHolder = FACETS[lead.facet]?.long ? addSlot : addHead;
      corpus.eachPart(lead, (part) => corpus.eachHolder(part, addHolder));
    }
    return { heads, slots: slots.filter((slot) => !this.#heads.has(corpus.headOf(slot))), posts };
  }

  /** Gives all posts. */
  all(): Candidates {
    return {
      heads: Array.from({ length: this.#corpus.headCount }, (_, head) => head),
      slots: [],
      posts: this.#corpus.size,
    };
  }
}
