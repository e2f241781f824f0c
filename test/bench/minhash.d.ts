/** The part of the package that the bench uses; it has no types of its own. */
declare module "minhash" {
  export class Minhash {
    constructor(options?: { numPerm?: number; seed?: number });
    update(text: string): void;
    jaccard(other: Minhash): number;
  }
  export class LshIndex {
    constructor(options?: { bandSize?: number });
    insert(id: string, hash: Minhash): void;
    query(hash: Minhash): string[];
  }
}
