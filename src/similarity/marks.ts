/** A set of whole numbers that is emptied at once, for searches that follow each other. */
export class Marks {
  /** The round in which each number was last added. */
  #rounds = new Uint32Array();
  #round = 0;

  /** Empties the set, and makes room for numbers below a bound. */
  clear(bound: number): void {
    if (this.#rounds.length < bound) {
      this.#rounds = new Uint32Array(bound + (bound >>> 1));
      this.#round = 0;
    }
    this.#round++;
  }

  has(item: number): boolean {
    return this.#rounds[item] === this.#round;
  }

  /** Adds a number, and tells whether it is new. */
  add(item: number): boolean {
    if (this.has(item)) return false;
    this.#rounds[item] = this.#round;
    return true;
  }
}
