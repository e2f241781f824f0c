import { hashSet } from "./shingles.ts";
import { Uint32List } from "./uint32-list.ts";

/** Part of the table that may be full before it grows: half of it keeps searches short. */
const MAX_LOAD = 0.5;

/** Lists of whole numbers below 2^32, each kept once however often it comes, and known by a number from 0. */
export class Interned {
  readonly #hashes = new Uint32List();
  readonly #ends = new Uint32List();
  readonly #items = new Uint32List();
  /** A hash table with open addresses: one more than the number of a list, or 0. */
  #table = new Uint32Array(64);

  /** How many lists there are. */
  get length(): number {
    return this.#ends.length;
  }

  /** Gives the number of a list; -1 where it is not known. Lists of different kinds are different. */
  find(kind: number, items: ArrayLike<number>): number {
    return (this.#table[this.#placeOf(hashSet(items, kind), kind, items)] as number) - 1;
  }

  /** Gives the number of a list, a new one for a list not seen before. */
  intern(kind: number, items: ArrayLike<number>): number {
    const hash = hashSet(items, kind);
    const place = this.#placeOf(hash, kind, items);
    const known = this.#table[place] as number;
    if (known > 0) return known - 1;
    const number = this.#ends.length;
    this.#table[place] = number + 1;
    this.#hashes.push(hash);
    this.#items.push(kind);
    this.#items.pushAll(items);
    this.#ends.push(this.#items.length);
    if (this.length > this.#table.length * MAX_LOAD) this.#grow();
    return number;
  }

  /** Gives the kind of a list. */
  kindOf(number: number): number {
    return this.#items.at(this.#start(number));
  }

  /** Gives one item of a list. */
  at(number: number, index: number): number {
    return this.#items.at(this.#start(number) + 1 + index);
  }

  /** Gives a list, as a view that holds until the next one is added. */
  get(number: number): Uint32Array {
    return this.#items.view(this.#start(number) + 1, this.#ends.at(number));
  }

  #start(number: number): number {
    return number === 0 ? 0 : this.#ends.at(number - 1);
  }

  /** Gives the place in the table at which a list stands, or would have to. */
  #placeOf(hash: number, kind: number, items: ArrayLike<number>): number {
    const mask = this.#table.length - 1;
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const number = (this.#table[place] as number) - 1;
      if (number < 0 || (this.#hashes.at(number) === hash >>> 0 && this.#isEqual(number, kind, items)))
        return place;
    }
  }

  #isEqual(number: number, kind: number, items: ArrayLike<number>): boolean {
    const start = this.#start(number);
    if (this.#ends.at(number) - start - 1 !== items.length || this.#items.at(start) !== kind) return false;
    for (let at = 0; at < items.length; at++) {
      if (this.#items.at(start + 1 + at) !== items[at]) return false;
    }
    return true;
  }

  #grow(): void {
    const table = new Uint32Array(this.#table.length * 2);
    const mask = table.length - 1;
    for (let number = 0; number < this.length; number++) {
      let place = this.#hashes.at(number) & mask;
      while (table[place] !== 0) place = (place + 1) & mask;
      table[place] = number + 1;
    }
    this.#table = table;
  }
}
