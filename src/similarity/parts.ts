import { hashSet } from "./shingles.ts";
import { Uint32List } from "./uint32-list.ts";

/** Sets of features, each kept once however many posts have it, and known by a number. */
export class Parts {
  readonly #byHash = new Map<number, number>();
  readonly #ends = new Uint32List();
  readonly #features = new Uint32List();

  /** Gives the number of a set, a new one for a set not seen before. */
  intern(part: Uint32Array): number {
    let hash = hashSet(part);
    for (;;) {
      const known = this.#byHash.get(hash);
      if (known === undefined) break;
      if (areEqual(this.get(known), part)) return known;
      hash = (hash + 1) | 0;
    }
    const number = this.#ends.length;
    this.#byHash.set(hash, number);
    this.#features.pushAll(part);
    this.#ends.push(this.#features.length);
    return number;
  }

  /** Gives the set of a number, as a view that holds until the next set is added. */
  get(number: number): Uint32Array {
    return this.#features.view(number === 0 ? 0 : this.#ends.at(number - 1), this.#ends.at(number));
  }
}

function areEqual(a: Uint32Array, b: Uint32Array): boolean {
  return a.length === b.length && a.every((feature, at) => feature === b[at]);
}
