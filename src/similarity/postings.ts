import { Uint32List } from "./uint32-list.ts";

/** The end of a chain of postings. */
const END = 0xffffffff;

/** An inverted index: for each key the slots of the posts that have it, as chains in two typed arrays. */
export class Postings {
  readonly #lists = new Map<number, number>();
  readonly #heads = new Uint32List();
  readonly #counts = new Uint32List();
  readonly #next = new Uint32List();
  readonly #slots = new Uint32List();

  /** Notes that the post in a slot has a key. */
  add(key: number, slot: number): void {
    let list = this.#lists.get(key);
    if (list === undefined) {
      list = this.#heads.length;
      this.#lists.set(key, list);
      this.#heads.push(END);
      this.#counts.push(0);
    }
    this.#next.push(this.#heads.at(list));
    this.#slots.push(slot);
    this.#heads.set(list, this.#slots.length - 1);
    this.#counts.set(list, this.#counts.at(list) + 1);
  }

  /** Notes that one post fewer counts for a key. Its slot stays in the chain. */
  forget(key: number): void {
    const list = this.#lists.get(key);
    if (list !== undefined) this.#counts.set(list, this.#counts.at(list) - 1);
  }

  /** Tells how many posts have a key. */
  count(key: number): number {
    const list = this.#lists.get(key);
    return list === undefined ? 0 : this.#counts.at(list);
  }

  /** Visits the slots of a key, the one added last first. */
  each(key: number, visit: (slot: number) => void): void {
    const list = this.#lists.get(key);
    if (list === undefined) return;
    for (let at = this.#heads.at(list); at !== END; at = this.#next.at(at)) visit(this.#slots.at(at));
  }
}
