/** Sets of slots that grow together as pairs are joined (union-find with path halving). */
export class Clusters {
  readonly #parents: Uint32Array;

  constructor(size: number) {
    this.#parents = Uint32Array.from({ length: size }, (_, slot) => slot);
  }

  /** Gives the slot that stands for the cluster of a slot. */
  find(slot: number): number {
    const parents = this.#parents;
    let root = slot;
    while (parents[root] !== root) {
      const parent = parents[root] as number;
      parents[root] = parents[parent] as number;
      root = parent;
    }
    return root;
  }

  join(a: number, b: number): void {
    this.#parents[this.find(a)] = this.find(b);
  }
}
