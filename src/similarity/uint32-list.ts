/** A list of whole numbers below 2^32 that grows, in one typed array. */
export class Uint32List {
  #items = new Uint32Array(64);
  length = 0;

  push(item: number): void {
    this.#reserve(this.length + 1);
    this.#items[this.length++] = item;
  }

  pushAll(items: ArrayLike<number>): void {
    this.#reserve(this.length + items.length);
    this.#items.set(items, this.length);
    this.length += items.length;
  }

  at(index: number): number {
    return this.#items[index] as number;
  }

  set(index: number, item: number): void {
    this.#items[index] = item;
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
