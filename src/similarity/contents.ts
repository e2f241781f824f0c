import type { Clusters } from "./clusters.ts";
import type { Corpus } from "./corpus.ts";
import { Interned } from "./interned.ts";
import { NO_NUMBER } from "./numbers.ts";

/** The posts of a corpus by what they hold. Equal posts are joined, and the first stands for all, with the numbers of all. */
export class Contents {
  readonly #corpus: Corpus;
  /** By head: a slot of each content. */
  readonly #slots = new Map<number, number[]>();
  /** By slot that stands for others: the numbers, where there is another than its own. */
  readonly #numbers = new Map<number, Set<number>>();

  constructor(corpus: Corpus, clusters: Clusters) {
    this.#corpus = corpus;
    const contents = new Interned();
    const firsts: number[] = [];
    for (const slot of corpus.slots()) {
      const head = corpus.headOf(slot);
      const first = firsts[contents.intern(head, corpus.recordOf(slot))];
      if (first === undefined) {
        firsts.push(slot);
        const slots = this.#slots.get(head);
        if (slots === undefined) this.#slots.set(head, [slot]);
        else slots.push(slot);
      } else {
        clusters.join(slot, first);
        const number = corpus.numberOf(slot);
        const numbers = this.numbersOf(first);
        if (!numbers.has(number)) this.#numbers.set(first, new Set(numbers).add(number));
      }
    }
  }

  /** Gives the heads that posts have. */
  heads(): Iterable<number> {
    return this.#slots.keys();
  }

  /** Gives a slot for each content of the posts that have a head. */
  slotsOf(head: number): readonly number[] {
    return this.#slots.get(head) ?? [];
  }

  /** Gives the numbers of the posts that a slot stands for. */
  numbersOf(slot: number): ReadonlySet<number> {
    return this.#numbers.get(slot) ?? new Set([this.#corpus.numberOf(slot)]);
  }

  /** Tells whether one of the posts that a slot stands for lacks its number. */
  isLost(slot: number): boolean {
    return this.numbersOf(slot).has(NO_NUMBER);
  }
}
