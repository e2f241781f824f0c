import type { Corpus } from "./corpus.ts";
import { bitsIn } from "./overlap.ts";
import { Uint32List } from "./uint32-list.ts";

/** Words of a signature: nearly twice as many bits as most posts have features in their text. */
const WORDS = 16;

/** What is known of a text by its signature. */
export interface Signature {
  /** How many features the text has. */
  readonly size: number;
  /** Where its bits stand. */
  readonly start: number;
}

/**
 * Signatures of text, which tell what two posts cannot share without a look at their features: each feature sets a bit, so
 * that a bit which only one of them has stands for one feature at least that the other lacks.
 */
export class Signatures {
  readonly #corpus: Corpus;
  /** The bits of each part; all 0 until they are asked for. */
  readonly #parts: Uint32Array;
  /** The bits of the texts at hand. */
  readonly #texts = new Uint32List();

  constructor(corpus: Corpus) {
    this.#corpus = corpus;
    this.#parts = new Uint32Array(WORDS * corpus.partCount);
  }

  /** Forgets all texts. */
  clear(): void {
    this.#texts.length = 0;
  }

  /** Makes the signature of a text of some parts. */
  add(size: number, parts: Uint32Array): Signature {
    const start = this.#texts.length;
    const words = this.#texts.roomFor(WORDS).fill(0, start, start + WORDS);
    for (let at = 0; at < parts.length; at++) {
      const part = this.#startOf(parts[at] as number);
      for (let word = 0; word < WORDS; word++) {
        words[start + word] = (words[start + word] as number) | (this.#parts[part + word] as number);
      }
    }
    this.#texts.length += WORDS;
    return { size, start };
  }

  /** Gives the most features that two texts may share. */
  mostShared(a: Signature, b: Signature): number {
    const words = this.#texts.roomFor(0);
    let onlyA = 0;
    let onlyB = 0;
    for (let word = 0; word < WORDS; word++) {
      const one = words[a.start + word] as number;
      const other = words[b.start + word] as number;
      onlyA += bitsIn(one & ~other);
      onlyB += bitsIn(other & ~one);
    }
    return Math.min(a.size - onlyA, b.size - onlyB);
  }

  /** Gives where the bits of a part start. */
  #startOf(part: number): number {
    const words = this.#parts;
    const start = WORDS * part;
    for (let word = start; word < start + WORDS; word++) if (words[word] !== 0) return start;
    const set = this.#corpus.part(part);
    for (let at = 0; at < set.length; at++) {
      const feature = set[at] as number;
      const word = start + ((feature >>> 5) & (WORDS - 1));
      words[word] = (words[word] as number) | (1 << (feature & 31));
    }
    return start;
  }
}
