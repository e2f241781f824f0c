import { Uint32List } from "./uint32-list.ts";

/** Items of the first block of a list, and of the largest: short lists waste little, and long ones lie together. */
const LEAST = 2;
const MOST = 128;

/** Lists of whole numbers that all grow, in one typed array: each is a chain of blocks, every one twice the one before. */
export class Lists {
  readonly #firsts = new Uint32List();
  /** Where the next item of each list goes. */
  readonly #ends = new Uint32List();
  readonly #lengths = new Uint32List();
  /** Blocks: where the next block is, and items. */
  readonly #blocks = new Uint32List();

  /** Adds an empty list, whose number is how many there were. */
  addList(): void {
    this.#firsts.push(0);
    this.#ends.push(0);
    this.#lengths.push(0);
  }

  /** Tells how long a list is. */
  lengthOf(list: number): number {
    return this.#lengths.at(list);
  }

  push(list: number, item: number): void {
    const length = this.#lengths.at(list);
    let end = this.#ends.at(list);
    if (isFull(length)) {
      const block = this.#blocks.length;
      const size = Math.min(Math.max(length, LEAST), MOST);
      // The end of a full block is where the place of the next one was left free.
      if (length === 0) this.#firsts.set(list, block);
      else this.#blocks.set(end, block);
      this.#blocks.grow(size + 1);
      end = block;
    }
    this.#blocks.set(end, item);
    this.#ends.set(list, end + 1);
    this.#lengths.set(list, length + 1);
  }

  /** Visits the items of a list in the order in which they were added. */
  each(list: number, visit: (item: number) => void): void {
    const length = this.#lengths.at(list);
    let at = this.#firsts.at(list);
    for (let seen = 0; seen < length; ) {
      visit(this.#blocks.at(at++));
      seen++;
      if (seen < length && isFull(seen)) at = this.#blocks.at(at);
    }
  }
}

/** Tells whether a list of a length fills its blocks: these end at 2, 4, 8 and so on, from the largest at its multiples. */
function isFull(length: number): boolean {
  if (length >= MOST) return length % MOST === 0;
  return length !== 1 && (length & (length - 1)) === 0;
}
