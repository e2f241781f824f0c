import { Places } from "./places.ts";

/** The places of a set that a part shares: the words of a bit set that are not 0, each after its number. */
type Shared = Uint32Array;

const NONE: Shared = new Uint32Array();

/**
 * Counts what one set shares with many others that are made of parts. What a part shares is worked out once, however many
 * sets have it, as bits; the bits of several parts are laid over each other, so that each feature counts once.
 */
export class Overlap {
  readonly #set: Places;
  /** What is noted, and what one part shares while it is worked out. */
  readonly #words: Uint32Array;
  readonly #own: Uint32Array;

  constructor(parts: readonly Uint32Array[]) {
    this.#set = new Places().fill(parts);
    this.#words = new Uint32Array((this.#set.size + 31) >>> 5);
    this.#own = this.#words.slice();
  }

  /** How many features the set has. */
  get size(): number {
    return this.#set.size;
  }

  /** Counts the features of a part that the set has. */
  countIn(part: ArrayLike<number>): number {
    let count = 0;
    for (let at = 0; at < part.length; at++) if (this.#set.of(part[at] as number) >= 0) count++;
    return count;
  }

  /** Tells what a part shares with the set. */
  sharedWith(part: ArrayLike<number>): Shared {
    const words = this.#own;
    let any = 0;
    for (let at = 0; at < part.length; at++) {
      const place = this.#set.of(part[at] as number);
      if (place < 0) continue;
      words[place >>> 5] = (words[place >>> 5] as number) | (1 << (place & 31));
      any++;
    }
    if (any === 0) return NONE;
    const shared: number[] = [];
    for (let at = 0; at < words.length; at++) if (words[at] !== 0) shared.push(at, words[at] as number);
    words.fill(0);
    return Uint32Array.from(shared);
  }

  /** Notes what a part shares, for {@link Overlap.take}. */
  lay(shared: Shared): void {
    const words = this.#words;
    for (let at = 0; at < shared.length; at += 2) {
      const word = shared[at] as number;
      words[word] = (words[word] as number) | (shared[at + 1] as number);
    }
  }

  /** Counts the features noted since the last time. */
  take(): number {
    const words = this.#words;
    let count = 0;
    for (let at = 0; at < words.length; at++) {
      count += bitsIn(words[at] as number);
      words[at] = 0;
    }
    return count;
  }
}

/** Counts the bits that are set in a word. */
export function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
