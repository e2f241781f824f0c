/** A set of features, each with a place from 0 in the order in which they came: a hash table with open addresses. */
export class Places {
  /** Features are spread over all 32 bits already, so they are their own hashes. */
  #features = new Uint32Array(64);
  /** One more than the place of the feature, or 0; below 0 once it was met. */
  #places = new Int32Array(64);
  /** Of the part of the table that is in use. */
  #mask = 63;
  #size = 0;

  /** How many features there are. */
  get size(): number {
    return this.#size;
  }

  /** Makes this the set of the features of some parts, with room for those of others. */
  fill(parts: readonly Uint32Array[], others: readonly Uint32Array[] = []): this {
    const length = 2 << (32 - Math.clz32(countOf(parts) + countOf(others)));
    this.#mask = length - 1;
    if (length > this.#places.length) {
      this.#features = new Uint32Array(length);
      this.#places = new Int32Array(length);
    } else {
      this.#places.fill(0, 0, length);
    }
    this.#size = 0;
    for (const part of parts) {
      for (let at = 0; at < part.length; at++) {
        const feature = part[at] as number;
        const found = this.#find(feature);
        if (this.#places[found] === 0) this.#add(found, feature);
      }
    }
    return this;
  }

  /** Gives the place of a feature; -1 where the set lacks it. */
  of(feature: number): number {
    return (this.#places[this.#find(feature)] as number) - 1;
  }

  /** Adds the features of the parts there is room for, and counts those that were there before. No place is asked after that. */
  meet(parts: readonly Uint32Array[]): number {
    const before = this.#size;
    let shared = 0;
    for (const part of parts) {
      for (let at = 0; at < part.length; at++) {
        const feature = part[at] as number;
        const found = this.#find(feature);
        const place = this.#places[found] as number;
        if (place === 0) this.#add(found, feature);
        else if (place > 0 && place <= before) {
          this.#places[found] = -place;
          shared++;
        }
      }
    }
    return shared;
  }

  #add(at: number, feature: number): void {
    this.#features[at] = feature;
    this.#places[at] = ++this.#size;
  }

  #find(feature: number): number {
    const mask = this.#mask;
    let at = feature & mask;
    while (this.#places[at] !== 0 && this.#features[at] !== feature) at = (at + 1) & mask;
    return at;
  }
}

function countOf(parts: readonly Uint32Array[]): number {
  let count = 0;
  for (const part of parts) count += part.length;
  return count;
}
