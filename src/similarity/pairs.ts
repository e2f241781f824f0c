import { type Corpus, LACKING_PART } from "./corpus.ts";
import { FACETS, LONG, SHORT, TITLE, TOPIC } from "./facets.ts";
import { A_HAIR, jaccard, meanScore } from "./score.ts";
import { Scorer } from "./scorer.ts";
import { type Signature, Signatures } from "./signatures.ts";

/** A post at hand: by long facet the signature of its text. */
export interface Member {
  readonly slot: number;
  readonly texts: readonly Signature[];
}

/**
 * Compares posts of a corpus on one topic with each other, by what costs least first: their heads, the signatures of their
 * text, and at last what text they share. All but the last give bounds for the score.
 */
export class Pairs {
  readonly #corpus: Corpus;
  readonly #weights: readonly number[];
  readonly #signatures: Signatures;
  /** Of the heads compared last, and the texts. */
  readonly #scores = new Float64Array(FACETS.length);
  /** For the first of the posts compared last. */
  #last: { readonly slot: number; readonly scorer: Scorer } | undefined;

  readonly #mostShared = (one: Signature, other: Signature) => this.#signatures.mostShared(one, other);

  constructor(corpus: Corpus, weights: readonly number[]) {
    this.#corpus = corpus;
    this.#weights = weights;
    this.#signatures = new Signatures(corpus);
  }

  /** Forgets the posts at hand. */
  clear(): void {
    this.#signatures.clear();
  }

  /** Has a post at hand. */
  memberOf(slot: number): Member {
    const texts = this.#corpus.textsOf(slot).map(({ size, parts }) => this.#signatures.add(size, parts));
    return { slot, texts };
  }

  /** Gives the score that two titles have at least where the score of their posts is high enough. */
  leastOfTitles(minScore: number): number {
    const sum = this.#weights.reduce((all, weight) => all + weight, 0);
    const weight = this.#weights[TITLE] as number;
    return weight === 0 ? 0 : (1 - (1 - minScore) * (sum / weight)) / A_HAIR;
  }

  /** Compares two heads, and gives a bound for the scores of posts that have them. */
  boundOfHeads(a: number, b: number): number {
    const scores = this.#scores.fill(1);
    for (const facet of SHORT) {
      if (facet === TOPIC) continue;
      scores[facet] = this.#scoreOfParts(this.#corpus.partOf(a, facet), this.#corpus.partOf(b, facet));
    }
    return meanScore(scores, this.#weights) * A_HAIR;
  }

  /** Gives a bound for the score of two posts, after their heads, by the sizes of their texts. */
  boundOfSizes(a: Member, b: Member): number {
    return this.#boundOfTexts(a, b, smaller);
  }

  /** Gives a bound for the score of two posts, after their heads, by the signatures of their texts. */
  boundOfTexts(a: Member, b: Member): number {
    return this.#boundOfTexts(a, b, this.#mostShared);
  }

  #boundOfTexts(a: Member, b: Member, mostShared: (one: Signature, other: Signature) => number): number {
    for (let at = 0; at < LONG.length; at++) {
      const one = a.texts[at] as Signature;
      const other = b.texts[at] as Signature;
      this.#scores[LONG[at] as number] = jaccard(mostShared(one, other), one.size, other.size);
    }
    return meanScore(this.#scores, this.#weights) * A_HAIR;
  }

  /** Gives the score of two posts, or -1 where it is below the least. */
  scoreOf(a: number, b: number, least: number): number {
    if (this.#last?.slot !== a) {
      this.#last = { slot: a, scorer: new Scorer(this.#corpus, this.#corpus.featuresOf(a), this.#weights) };
    }
    const { scorer } = this.#last;
    scorer.boundOf(this.#corpus.headOf(b));
    return scorer.scoreOf(b, least);
  }

  /** Gives the score of two parts of a short facet. */
  #scoreOfParts(a: number, b: number): number {
    if (a === b && a !== LACKING_PART) return 1;
    const sizeA = this.#sizeOf(a);
    const sizeB = this.#sizeOf(b);
    if (sizeA === 0 || sizeB === 0) return jaccard(0, sizeA, sizeB);
    return jaccard(countShared(this.#corpus.part(a), this.#corpus.part(b)), sizeA, sizeB);
  }

  #sizeOf(part: number): number {
    return part === LACKING_PART ? 0 : this.#corpus.part(part).length;
  }
}

/** The most features that two texts may share, by their sizes. */
const smaller = (one: Signature, other: Signature): number => Math.min(one.size, other.size);

/** Counts what two sets share: both are in ascending order. */
function countShared(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let atA = 0, atB = 0; atA < a.length && atB < b.length; ) {
    const one = a[atA] as number;
    const other = b[atB] as number;
    if (one === other) shared++;
    if (one <= other) atA++;
    if (other <= one) atB++;
  }
  return shared;
}
