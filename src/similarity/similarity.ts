import { type PostLike, readObject } from "../extract/input.ts";
import { facetWeights, type SimilarityOptions } from "./facets.ts";
import { type Features, featuresOf } from "./features.ts";
import { Places } from "./places.ts";
import { describeScore, jaccard, type Similarity } from "./score.ts";

/**
 * Tells how alike two posts are, from 0 to 1, and in what.
 *
 * Each facet (topic, stack, tools, entities, checklist, title, body, code) has its own score: the Jaccard index of
 * its items, or of its shingles for text (runs of 2 tokens in titles, 3 in body and code). The whole is their mean by
 * weight. A facet that either post lacks is left out, as a dense copy's tools. Checklist, body and code are mostly
 * the same in posts about anything, so they weigh only as far as the topic is shared.
 *
 * The score is the same both ways round to the last bit, 1 for equal content, and does not depend on the order of
 * keys, on letter case or on white space. A fact added to a facet that both have, or neither has, never lowers it.
 *
 * Sources: P. Jaccard, 1901 (index); A. Broder, 1997 (shingles). docs/similarity.md holds formulas and an example.
 *
 * @param a - A post or an article, or what could be read of a damaged one.
 * @param b - What to compare it with.
 * @param options - What the facets weigh.
 * @returns The score, and each facet that was compared with its score and its share of the whole.
 * @throws RangeError where a weight is negative, infinite or not a number, or all are 0.
 * @throws TypeError where a post is not an object.
 *
 * @example
 * ```ts
 * import { parseArticle, similarity, stringifyPost } from "alphanode-post";
 * import { synthesizePost } from "alphanode-post/synth";
 *
 * const post = synthesizePost(39770);
 * const copy = parseArticle(stringifyPost(post, { form: "dense" }));
 * const { score, facets } = similarity(post, copy);
 * console.log(score, facets.title?.score, facets.tools);
 * ```
 *
 * ```console
 * 1 1 undefined
 * ```
 */
export function similarity(a: PostLike, b: PostLike, options: SimilarityOptions = {}): Similarity {
  const weights = facetWeights(options);
  return describeScore(facetScores(featuresOf(readObject(a)), featuresOf(readObject(b))), weights);
}

/** The features at hand, for there are two sets of each facet. */
const set = new Places();

/** Gives the score of each facet from the features of two posts. */
export function facetScores(a: Features, b: Features): number[] {
  return a.map((parts, facet) => {
    const others = b[facet] as readonly Uint32Array[];
    const { size } = set.fill(parts, others);
    const shared = set.meet(others);
    return jaccard(shared, size, set.size - size + shared);
  });
}
