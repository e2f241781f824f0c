import { type PostLike, readObject } from "../extract/input.ts";
import { readBytes, toBytes } from "./bytes.ts";
import { type DuplicateOptions, Duplicates } from "./duplicates.ts";
import { facetWeights, type SimilarityOptions } from "./facets.ts";
import { featuresOf, toSets } from "./features.ts";
import { Held } from "./held.ts";
import { postNumber } from "./numbers.ts";
import type { QueryOptions, SimilarPost } from "./query.ts";
import { readSketch } from "./sketch.ts";
import { readStored, type StoredIndex, toStored } from "./stored.ts";

/**
 * Finds similar posts, and posts extracted twice, among many.
 *
 * Candidates come from an inverted index in which features weigh by how rare they are, so that paragraphs of every other
 * post bring none; their scores are exact, those of {@link similarity}. What an index answers depends on the posts alone, not
 * on the machine; equal scores are ordered by id, by UTF-16 units. docs/similarity.md has sources, methods and figures.
 *
 * @example
 * ```ts
 * import { SimilarityIndex } from "alphanode-post";
 * import { synthesizePost } from "alphanode-post/synth";
 *
 * const index = new SimilarityIndex().add("one", synthesizePost(1)).add("two", synthesizePost(2));
 * console.log(index.query(synthesizePost(1)).map(({ id }) => id));
 * ```
 *
 * ```console
 * [ 'one', 'two' ]
 * ```
 */
export class SimilarityIndex {
  #held: Held;

  /**
   * @param options - What the facets weigh, in queries and for duplicates.
   * @throws RangeError where a weight is negative, infinite or not a number, or all are 0.
   */
  constructor(options: SimilarityOptions = {}) {
    this.#held = new Held(facetWeights(options));
  }

  /**
   * How many posts the index holds.
   *
   * @example
   * ```ts
   * import { SimilarityIndex } from "alphanode-post";
   *
   * console.log(new SimilarityIndex().size);
   * ```
   *
   * ```console
   * 0
   * ```
   */
  get size(): number {
    return this.#held.corpus.size;
  }

  /**
   * Tells whether the index holds a post with an id.
   *
   * @param id - The id.
   * @returns Whether it does.
   *
   * @example
   * ```ts
   * import { SimilarityIndex } from "alphanode-post";
   *
   * console.log(new SimilarityIndex().has("one"));
   * ```
   *
   * ```console
   * false
   * ```
   */
  has(id: string): boolean {
    return this.#held.corpus.has(id);
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
   * const index = new SimilarityIndex().add("a.txt", parseArticle("a title\nan excerpt of the post."));
   * index.add("a.txt", parseArticle("another title\nan excerpt of another post."));
   * console.log(index.size);
   * ```
   *
   * ```console
   * 1
   * ```
   */
  add(id: string, post: PostLike): this {
    const read = readObject(post);
    this.#held.put(id, postNumber(read), toSets(featuresOf(read)));
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
   * const index = new SimilarityIndex().addSketch("one", sketchPost(synthesizePost(7)).features);
   * console.log(index.query(synthesizePost(7))[0]?.score);
   * ```
   *
   * ```console
   * 1
   * ```
   */
  addSketch(id: string, features: string): this {
    const sketch = readSketch(features);
    this.#held.put(id, sketch.number, sketch.features);
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
    return this.#held.remove(id);
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
   * import { synthesizePost } from "alphanode-post/synth";
   *
   * const index = new SimilarityIndex().add("one", synthesizePost(1)).add("seven", synthesizePost(7));
   * console.log(index.query(synthesizePost(7, { images: 0 }), { limit: 1, minScore: 0.5 })[0]?.id);
   * ```
   *
   * ```console
   * seven
   * ```
   */
  query(post: PostLike, options: QueryOptions = {}): SimilarPost[] {
    return this.#held.search.query(toSets(featuresOf(readObject(post))), options);
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
   * import { synthesizePost } from "alphanode-post/synth";
   *
   * const index = new SimilarityIndex().add("7.txt", synthesizePost(7)).add("8.txt", synthesizePost(8));
   * index.add("copy.txt", parseArticle(stringifyPost(synthesizePost(7), { form: "dense" })));
   * console.log(index.duplicates());
   * ```
   *
   * ```console
   * [ [ '7.txt', 'copy.txt' ] ]
   * ```
   */
  duplicates(options: DuplicateOptions = {}): string[][] {
    return new Duplicates(this.#held.corpus, this.#held.weights, options).ids();
  }

  /**
   * Gives the index as plain data, for JSON.
   *
   * @returns Data from which {@link SimilarityIndex.fromJSON} makes an equal index.
   *
   * @example
   * ```ts
   * import { SimilarityIndex, type StoredIndex } from "alphanode-post";
   *
   * export const stored: StoredIndex = new SimilarityIndex().toJSON();
   * ```
   */
  toJSON(): StoredIndex {
    return toStored(this.#held.corpus, this.#held.weights);
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
   * console.log(SimilarityIndex.fromJSON(JSON.parse(stored)).has("one"));
   * ```
   *
   * ```console
   * true
   * ```
   */
  static fromJSON(stored: unknown): SimilarityIndex {
    return SimilarityIndex.#of(readStored(stored));
  }

  /**
   * Gives the index as bytes, for a file.
   *
   * @returns Bytes from which {@link SimilarityIndex.fromBytes} makes an equal index, the same on every machine.
   *
   * @example
   * ```ts
   * import { SimilarityIndex } from "alphanode-post";
   *
   * export const bytes: Uint8Array = new SimilarityIndex().toBytes();
   * ```
   */
  toBytes(): Uint8Array {
    return toBytes(this.#held.corpus, this.#held.weights);
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
   * console.log(SimilarityIndex.fromBytes(bytes).has("one"));
   * ```
   *
   * ```console
   * true
   * ```
   */
  static fromBytes(bytes: Uint8Array): SimilarityIndex {
    return SimilarityIndex.#of(readBytes(bytes));
  }

  static #of({ corpus, weights }: ReturnType<typeof readBytes>): SimilarityIndex {
    const index = new SimilarityIndex({ weights });
    index.#held = new Held(index.#held.weights, corpus);
    return index;
  }
}
