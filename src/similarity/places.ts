/** A set of features, each with a place from 0 in the order in which they came: a hash table with open addresses. */
export class Places {
  /** Features are spread over all 32 bits already, so they are their own hashes. */
  #features = new Uint32Array(64);
  /** One more than the place of the feature, or 0. */
  #places = new Uint32Array(64);
  /** Of the part of the table that is in use. */
  #mask = 63;
  #size = 0;

  /** How many features there are. */
  get size(): number {
    return this.#size;
  }

  /** Makes this the set of the features of some parts. */
  fill(parts: readonly Uint32Array[]): this {
    let count = 0;
    for (const part of parts) count += part.length;
    const length = 2 << (32 - Math.clz32(count));
    this.#mask = length - 1;
    if (length > this.#places.length) {
      this.#features = new Uint32Array(length);
      this.#places = new Uint32Array(length);
    } else {
      this.#places.fill(0, 0, length);
    }
    this.#size = 0;
    for (const part of parts) {
      for (let at = 0; at < part.length; at++) this.#add(part[at] as number);
    }
    return this;
  }

  /** Gives the place of a feature; -1 where the set lacks it. */
  of(feature: number): number {
    return (this.#places[this.#find(feature)] as number) - 1;
  }

  /** Counts the features that another set has, too. */
  sharedWith(other: Places): number {
    let shared = 0;
    for (let at = 0; at <= this.#mask; at++) {
      if (this.#places[at] !== 0 && other.of(this.#features[at] as number) >= 0) shared++;
    }
    return shared;
  }

  #add(feature: number): void {
    const at = this.#find(feature);
    if (this.#places[at] !== 0) return;
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
