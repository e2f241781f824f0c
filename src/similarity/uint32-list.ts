/** A list of whole numbers below 2^32 that grows, in one typed array. */
export class Uint32List {
  #items = new Uint32Array(64);
  length = 0;

  /**
   * Gives the items with room for so many more behind them, before the list changes: what is written there is in the list
   * once its length says so.
   */
  roomFor(count: number): Uint32Array {
    this.#reserve(this.length + count);
    return this.#items;
  }

  push(item: number): void {
    if (this.length === this.#items.length) this.#reserve(this.length + 1);
    this.#items[this.length++] = item;
  }

  pushAll(items: ArrayLike<number>): void {
    const { length } = this;
    this.grow(items.length);
    for (let at = 0; at < items.length; at++) this.#items[length + at] = items[at] as number;
  }

  /** Adds a number of zeros. */
  grow(count: number): void {
    this.#reserve(this.length + count);
    this.length += count;
  }

  at(index: number): number {
    return this.#items[index] as number;
  }

  set(index: number, item: number): void {
    this.#items[index] = item;
  }

  /** Adds to an item. */
  increase(index: number, by: number): void {
    this.#items[index] = (this.#items[index] as number) + by;
  }

  /** Gives all items, as an array of their own. */
  copy(): Uint32Array {
    return this.#items.slice(0, this.length);
  }

  /** Gives a view of some items, for use before the list changes. */
  view(start: number, end: number): Uint32Array {
    return this.#items.subarray(start, end);
  }

  #reserve(length: number): void {
    if (length <= this.#items.length) return;
    // Half as much again: doubling would leave more room unused than the posts themselves need.
    const grown = new Uint32Array(Math.max(length, this.#items.length + (this.#items.length >>> 1)));
    grown.set(this.#items.subarray(0, this.length));
    this.#items = grown;
  }
}
