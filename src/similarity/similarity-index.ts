import { type PostLike, readObject } from "../extract/input.ts";
import { byCodeUnit } from "./best.ts";
import { readBytes, toBytes } from "./bytes.ts";
import { Corpus } from "./corpus.ts";
import { Duplicates } from "./duplicates.ts";
import { FACETS, facetWeights, type SimilarityOptions } from "./facets.ts";
import { type Features, featuresOf, toSets } from "./features.ts";
import { NO_NUMBER, postNumber } from "./numbers.ts";
import { describeScore, type Similarity } from "./score.ts";
import { Search } from "./search.ts";
import { readSketch } from "./sketch.ts";
import { readStored, STORED_VERSION, type StoredIndex } from "./stored.ts";

/**
 * A post that a query found.
 *
 * @example
 * ```ts
 * import { SimilarityIndex, type SimilarPost } from "alphanode-post";
 * import { synthesizePost } from "alphanode-post/synth";
 *
 * const index = new SimilarityIndex().add("one", synthesizePost(1));
 * const [found]: SimilarPost[] = index.query(synthesizePost(1));
 * console.log(found?.id, found?.score);
 * ```
 *
 * ```console
 * one 1
 * ```
 */
export interface SimilarPost extends Similarity {
  /** The id the post was added with. */
  id: string;
}

/**
 * Which of the posts found a query gives.
 *
 * @example
 * ```ts
 * import { type QueryOptions, SimilarityIndex } from "alphanode-post";
 * import { synthesizePost, synthesizePosts } from "alphanode-post/synth";
 *
 * const index = new SimilarityIndex();
 * for (const post of synthesizePosts({ count: 100 })) index.add(post.meta.hash, post);
 * const options: QueryOptions = { limit: 5, minScore: 0.9 };
 * console.log(index.query(synthesizePost(7), options).length);
 * ```
 *
 * ```console
 * 1
 * ```
 */
export interface QueryOptions {
  /** How many posts at most, a whole number from 0; 10 if left out. */
  limit?: number | undefined;
  /** The least score, from 0 to 1; 0 if left out. */
  minScore?: number | undefined;
}

/**
 * What counts as the same post.
 *
 * @example
 * ```ts
 * import { type DuplicateOptions, SimilarityIndex } from "alphanode-post";
 * import { synthesizePost } from "alphanode-post/synth";
 *
 * const index = new SimilarityIndex()
 *   .add("a", synthesizePost(1))
 *   .add("b", synthesizePost(1, { images: 0 }));
 * const options: DuplicateOptions = { minScore: 0.95 };
 * console.log(index.duplicates(options));
 * ```
 *
 * ```console
 * [ [ 'a', 'b' ] ]
 * ```
 */
export interface DuplicateOptions {
  /** The least score that joins two posts, from 0 to 1; 0.9 if left out. */
  minScore?: number | undefined;
}

/** Removed posts are cleared away when they are more than this and more than the posts there are. */
const MAX_REMOVED = 64;

/**
 * Finds similar posts, and posts extracted twice, among many.
 *
 * Candidates come from an inverted index in which features weigh by how rare they are among the posts, so that
 * paragraphs that every other post has bring none; their scores are exact, those of {@link similarity}. What an index
 * holds and answers depends on the posts alone, not on the machine; equal scores are ordered by id, by UTF-16 units.
 *
 * Sources: K. Spärck Jones, 1972 (rarity); A. Broder, 1997 (a least shingle for each paragraph).
 * docs/similarity.md compares methods and holds the figures.
 *
 * @example
 * ```ts
 * import { SimilarityIndex } from "alphanode-post";
 * import { synthesizePost, synthesizePosts } from "alphanode-post/synth";
 *
 * const index = new SimilarityIndex();
 * for (const post of synthesizePosts({ count: 500 })) index.add(post.meta.payload.sourceId, post);
 *
 * const found = index.query(synthesizePost(39770), { limit: 3 });
 * for (const { id, score } of found) console.log(id, score.toFixed(2));
 * ```
 *
 * ```console
 * alphanode-000357 0.67
 * alphanode-000070 0.42
 * alphanode-000245 0.41
 * ```
 */
export class SimilarityIndex {
  readonly #weights: number[];
  #corpus = new Corpus();
  #search: Search;

  /**
   * @param options - What the facets weigh, in queries and for duplicates.
   * @throws RangeError where a weight is negative, infinite or not a number, or all are 0.
   */
  constructor(options: SimilarityOptions = {}) {
    this.#weights = facetWeights(options);
    this.#search = new Search(this.#corpus, this.#weights);
  }

  /**
   * How many posts the index holds.
   *
   * @example
   * ```ts
   * import { SimilarityIndex } from "alphanode-post";
   * import { synthesizePost } from "alphanode-post/synth";
   *
   * console.log(new SimilarityIndex().add("one", synthesizePost(1)).size);
   * ```
   *
   * ```console
   * 1
   * ```
   */
  get size(): number {
    return this.#corpus.size;
  }

  /**
   * Tells whether the index holds a post with an id.
   *
   * @param id - The id.
   *
   * @example
   * ```ts
   * import { SimilarityIndex } from "alphanode-post";
   * import { synthesizePost } from "alphanode-post/synth";
   *
   * const index = new SimilarityIndex().add("one", synthesizePost(1));
   * console.log(index.has("one"), index.has("two"));
   * ```
   *
   * ```console
   * true false
   * ```
   */
  has(id: string): boolean {
    return this.#corpus.has(id);
  }

  /**
   * Adds a post; one that was added with the same id is replaced.
   *
   * @param id - Any string; it comes back in answers.
   * @param post - A post or an article, or what could be read of a damaged one.
   * @returns The index.
   * @throws TypeError where the id is not a string or the post not an object.
   *
   * @example
   * ```ts
   * import { parseArticle, SimilarityIndex } from "alphanode-post";
   *
   * const index = new SimilarityIndex();
   * index.add("a.txt", parseArticle("a title\nan excerpt of the post."));
   * index.add("a.txt", parseArticle("another title\nan excerpt of another post."));
   * console.log(index.size);
   * ```
   *
   * ```console
   * 1
   * ```
   */
  add(id: string, post: PostLike): this {
    checkId(id);
    const read = readObject(post);
    this.#put(id, postNumber(read), toSets(featuresOf(read)));
    return this;
  }

  /**
   * Adds a post by its sketch; one that was added with the same id is replaced.
   *
   * @param id - Any string; it comes back in answers.
   * @param features - `features` of what {@link sketchPost} gave for the post.
   * @returns The index, which is as if the post itself had been added.
   * @throws RangeError where the sketch is of another version; the message names both.
   * @throws TypeError where the id is not a string, or the features are not those of a sketch.
   *
   * @example
   * ```ts
   * import { SimilarityIndex, sketchPost } from "alphanode-post";
   * import { synthesizePost } from "alphanode-post/synth";
   *
   * const { features } = sketchPost(synthesizePost(7));
   * const [best] = new SimilarityIndex().addSketch("one", features).query(synthesizePost(7));
   * console.log(best?.id, best?.score);
   * ```
   *
   * ```console
   * one 1
   * ```
   */
  addSketch(id: string, features: string): this {
    checkId(id);
    const sketch = readSketch(features);
    this.#put(id, sketch.number, sketch.features);
    return this;
  }

  /**
   * Removes a post.
   *
   * @param id - The id it was added with.
   * @returns Whether the index held it.
   *
   * @example
   * ```ts
   * import { SimilarityIndex } from "alphanode-post";
   * import { synthesizePost } from "alphanode-post/synth";
   *
   * const index = new SimilarityIndex().add("one", synthesizePost(1));
   * console.log(index.remove("one"), index.remove("one"), index.size);
   * ```
   *
   * ```console
   * true false 0
   * ```
   */
  remove(id: string): boolean {
    const removed = this.#corpus.remove(id);
    const dead = this.#corpus.slotCount - this.#corpus.size;
    if (dead > MAX_REMOVED && dead > this.#corpus.size) this.#clear();
    return removed;
  }

  /**
   * Finds the posts most similar to one, which need not be in the index. Where it is, it finds itself first.
   *
   * @param post - What to look for.
   * @param options - How many, and the least score.
   * @returns The posts found, best first, with exact scores; none from an empty index.
   * @throws RangeError where the limit is not a whole number from 0, or the least score not a number from 0 to 1.
   * @throws TypeError where the post is not an object.
   *
   * @example
   * ```ts
   * import { SimilarityIndex } from "alphanode-post";
   * import { synthesizePost, synthesizePosts } from "alphanode-post/synth";
   *
   * const index = new SimilarityIndex();
   * for (const post of synthesizePosts({ count: 500 })) index.add(post.meta.payload.sourceId, post);
   * const [best] = index.query(synthesizePost(7, { images: 0 }), { limit: 1, minScore: 0.5 });
   * console.log(best?.id, best?.facets.title?.score);
   * ```
   *
   * ```console
   * alphanode-000007 1
   * ```
   */
  query(post: PostLike, { limit = 10, minScore = 0 }: QueryOptions = {}): SimilarPost[] {
    checkLimit(limit);
    checkScore(minScore);
    if (limit === 0) return [];
    const features = toSets(featuresOf(readObject(post)));
    return this.#search
      .best(features, limit, minScore)
      .map(({ id, scores }) => ({ id, ...describeScore(scores, this.#weights) }));
  }

  /**
   * Finds posts that are the same: two of them are in one cluster where their score is high enough, or where others
   * of the cluster link them. Posts whose boxes name two numbers are two posts of the site, and posts on one topic have
   * much in common: of their score only 0.92 counts, unless all that is compared is equal.
   *
   * @param options - The least score that joins two posts.
   * @returns The clusters of two ids and more; ids in order, and clusters by their first id.
   * @throws RangeError where the least score is not a number from 0 to 1.
   *
   * @example
   * ```ts
   * import { parseArticle, SimilarityIndex, stringifyPost } from "alphanode-post";
   * import { synthesizePost, synthesizePosts } from "alphanode-post/synth";
   *
   * const index = new SimilarityIndex();
   * for (const post of synthesizePosts({ count: 100 })) index.add(`${post.meta.payload.seed}.txt`, post);
   * index.add("copy.txt", parseArticle(stringifyPost(synthesizePost(7), { form: "dense" })));
   * console.log(index.duplicates());
   * ```
   *
   * ```console
   * [ [ '7.txt', 'copy.txt' ] ]
   * ```
   */
  duplicates({ minScore = 0.9 }: DuplicateOptions = {}): string[][] {
    checkScore(minScore);
    const { clusters } = new Duplicates(this.#corpus, this.#weights, minScore);
    const members = new Map<number, string[]>();
    for (const slot of this.#corpus.slots()) {
      const root = clusters.find(slot);
      const ids = members.get(root) ?? [];
      ids.push(this.#corpus.idOf(slot) as string);
      members.set(root, ids);
    }
    return [...members.values()]
      .filter((ids) => ids.length > 1)
      .map((ids) => ids.sort(byCodeUnit))
      .sort(([a = ""], [b = ""]) => byCodeUnit(a, b));
  }

  /**
   * Gives the index as plain data, for JSON.
   *
   * @returns Data from which {@link SimilarityIndex.fromJSON} makes an equal index.
   *
   * @example
   * ```ts
   * import { writeFileSync } from "node:fs";
   * import { SimilarityIndex } from "alphanode-post";
   * import { synthesizePost } from "alphanode-post/synth";
   *
   * const index = new SimilarityIndex().add("one", synthesizePost(1));
   * writeFileSync("index.json", JSON.stringify(index));
   * ```
   */
  toJSON(): StoredIndex {
    const numbers = new Map<number, number>();
    const parts: number[][] = [];
    const numberOf = (part: number): number => {
      const known = numbers.get(part);
      if (known !== undefined) return known;
      numbers.set(part, parts.length);
      return parts.push(Array.from(this.#corpus.part(part))) - 1;
    };
    const posts = Array.from(this.#corpus.slots(), (slot) => {
      const facets = this.#corpus.partsOf(slot).map((found) => found.map(numberOf));
      const number = this.#corpus.numberOf(slot);
      return { id: this.#corpus.idOf(slot) as string, number: number === NO_NUMBER ? null : number, facets };
    });
    const weights = Object.fromEntries(FACETS.map(({ name }, at) => [name, this.#weights[at]]));
    return { version: STORED_VERSION, weights: weights as StoredIndex["weights"], parts, posts };
  }

  /**
   * Makes an index from stored data.
   *
   * @param stored - What {@link SimilarityIndex.toJSON} gave, parsed where it was text.
   * @returns An index with the same posts, weights and answers.
   * @throws RangeError where the data are of another version; the message names both.
   * @throws TypeError where the data are not those of an index.
   *
   * @example
   * ```ts
   * import { SimilarityIndex } from "alphanode-post";
   * import { synthesizePost } from "alphanode-post/synth";
   *
   * const stored = JSON.stringify(new SimilarityIndex().add("one", synthesizePost(1)));
   * const index = SimilarityIndex.fromJSON(JSON.parse(stored));
   * console.log(index.query(synthesizePost(1))[0]?.id);
   * ```
   *
   * ```console
   * one
   * ```
   */
  static fromJSON(stored: unknown): SimilarityIndex {
    const { weights, posts } = readStored(stored);
    const index = new SimilarityIndex({ weights });
    for (const { id, number, features } of posts) index.#put(id, number, features);
    return index;
  }

  /**
   * Gives the index as bytes, for a file.
   *
   * @returns Bytes from which {@link SimilarityIndex.fromBytes} makes an equal index, the same on every machine.
   *
   * @example
   * ```ts
   * import { writeFileSync } from "node:fs";
   * import { SimilarityIndex } from "alphanode-post";
   * import { synthesizePost } from "alphanode-post/synth";
   *
   * writeFileSync("posts.index", new SimilarityIndex().add("one", synthesizePost(1)).toBytes());
   * ```
   */
  toBytes(): Uint8Array {
    return toBytes(this.#corpus, this.#weights);
  }

  /**
   * Makes an index from bytes.
   *
   * @param bytes - What {@link SimilarityIndex.toBytes} gave.
   * @returns An index with the same posts, weights and answers.
   * @throws RangeError where the bytes are of another version; the message names both.
   * @throws TypeError where the bytes are not those of an index, or not all of them.
   *
   * @example
   * ```ts
   * import { SimilarityIndex } from "alphanode-post";
   * import { synthesizePost } from "alphanode-post/synth";
   *
   * const bytes = new SimilarityIndex().add("one", synthesizePost(1)).toBytes();
   * console.log(SimilarityIndex.fromBytes(bytes).query(synthesizePost(1))[0]?.id);
   * ```
   *
   * ```console
   * one
   * ```
   */
  static fromBytes(bytes: Uint8Array): SimilarityIndex {
    const { corpus, weights } = readBytes(bytes);
    const index = new SimilarityIndex({
      weights: Object.fromEntries(FACETS.map(({ name }, at) => [name, weights[at]])),
    });
    index.#corpus = corpus;
    index.#search = new Search(corpus, index.#weights);
    return index;
  }

  #put(id: string, number: number, features: Features): void {
    this.remove(id);
    this.#corpus.add(id, number, features);
  }

  /** Lays out the posts anew, without what removed ones left behind. */
  #clear(): void {
    const old = this.#corpus;
    this.#corpus = new Corpus();
    this.#search = new Search(this.#corpus, this.#weights);
    for (const slot of old.slots()) {
      this.#put(old.idOf(slot) as string, old.numberOf(slot), old.featuresOf(slot));
    }
  }
}

function checkId(id: unknown): void {
  if (typeof id !== "string") throw new TypeError(`found a ${typeof id} as id, expected a string`);
}

function checkLimit(limit: number): void {
  if (!Number.isInteger(limit) || limit < 0) {
    throw new RangeError(`found the limit ${String(limit)}, expected a whole number from 0`);
  }
}

function checkScore(minScore: number): void {
  if (!(typeof minScore === "number" && minScore >= 0 && minScore <= 1)) {
    throw new RangeError(`found the least score ${String(minScore)}, expected a number from 0 to 1`);
  }
}
