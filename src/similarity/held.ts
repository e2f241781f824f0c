import { Corpus } from "./corpus.ts";
import type { Features } from "./features.ts";
import { checkId } from "./query.ts";
import { Search } from "./search.ts";

/** Removed posts are cleared away when they are more than this and more than the posts there are. */
const MAX_REMOVED = 64;

/** The posts that an index holds, and search among them. */
export class Held {
  readonly weights: readonly number[];
  #corpus: Corpus;
  #search: Search;

  constructor(weights: readonly number[], corpus = new Corpus()) {
    this.weights = weights;
    this.#corpus = corpus;
    this.#search = new Search(corpus, weights);
  }

  get corpus(): Corpus {
    return this.#corpus;
  }

  get search(): Search {
    return this.#search;
  }

  /** Adds a post; one with the same id is replaced. */
  put(id: string, number: number, features: Features): void {
    checkId(id);
    this.#corpus.add(id, number, features);
    this.#tidy();
  }

  remove(id: string): boolean {
    const removed = this.#corpus.remove(id);
    this.#tidy();
    return removed;
  }

  /** Lays the posts out anew where removed ones have left too much behind. */
  #tidy(): void {
    const old = this.#corpus;
    const removed = old.slotCount - old.size;
    if (removed <= MAX_REMOVED || removed <= old.size) return;
    this.#corpus = new Corpus();
    this.#search = new Search(this.#corpus, this.weights);
    for (const slot of old.slots()) {
      this.#corpus.add(old.idOf(slot) as string, old.numberOf(slot), old.featuresOf(slot));
    }
  }
}
