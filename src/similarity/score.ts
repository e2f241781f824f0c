import { FACETS, type Facet, TOPIC } from "./facets.ts";

/**
 * How alike two posts are in one facet.
 *
 * @example
 * ```ts
 * import { type FacetScore, similarity } from "alphanode-post";
 * import { synthesizePost } from "alphanode-post/synth";
 *
 * const { facets } = similarity(synthesizePost(1), synthesizePost(1));
 * const topic: FacetScore | undefined = facets.topic;
 * console.log(topic?.score, topic?.weight);
 * ```
 *
 * ```console
 * 1 0.3917525773195876
 * ```
 */
export interface FacetScore {
  /** Jaccard index of the facet's features, from 0 (nothing shared) to 1 (equal). */
  score: number;
  /** The facet's share of the whole, from 0 to 1; the shares of one comparison add up to 1. */
  weight: number;
}

/**
 * How alike two posts are.
 *
 * @example
 * ```ts
 * import { type Similarity, similarity } from "alphanode-post";
 * import { synthesizePost } from "alphanode-post/synth";
 *
 * const result: Similarity = similarity(synthesizePost(1), synthesizePost(2));
 * for (const [facet, { score }] of Object.entries(result.facets)) console.log(facet, score.toFixed(2));
 * ```
 *
 * ```console
 * topic 0.00
 * stack 0.00
 * tools 0.20
 * entities 0.00
 * checklist 0.00
 * title 0.00
 * body 0.37
 * ```
 */
export interface Similarity {
  /** From 0 to 1: the mean of the facets' scores by their weights. */
  score: number;
  /** The facets that both posts have; those that either lacks are left out. */
  facets: Partial<Record<Facet, FacetScore>>;
}

/** The score of a facet that one post has and the other lacks. */
const LACKING = -1;

/** The score of a facet that both posts lack. */
const LACKING_BOTH = -2;

/** Gives the share of features that two sets have in common, from their sizes. */
export function jaccard(shared: number, sizeA: number, sizeB: number): number {
  if (sizeA === 0 && sizeB === 0) return LACKING_BOTH;
  if (sizeA === 0 || sizeB === 0) return LACKING;
  return shared / (sizeA + sizeB - shared);
}

/** Whether each facet is boilerplate. */
const BOILERPLATE = FACETS.map(({ boilerplate }) => boilerplate);

/**
 * By how much the weights of boilerplate are multiplied in one comparison: it weighs as far as the topic is shared; without
 * a topic to go by, or with a caller who weighs the topic at 0, it weighs in full.
 */
function gateOf(scores: ArrayLike<number>, weights: readonly number[]): number {
  const topic = scores[TOPIC] as number;
  return topic >= 0 && (weights[TOPIC] as number) > 0 ? topic : 1;
}

/** What a facet weighs in one comparison. */
function weightOf(at: number, gate: number, weights: readonly number[]): number {
  const weight = weights[at] as number;
  return BOILERPLATE[at] ? weight * gate : weight;
}

/** Gives the mean of the facets' scores by weight, and the sum of the weights that took part. */
function weigh(scores: ArrayLike<number>, weights: readonly number[]): { mean: number; total: number } {
  const gate = gateOf(scores, weights);
  let sum = 0;
  let total = 0;
  for (let at = 0; at < weights.length; at++) {
    const score = scores[at] as number;
    if (score < 0) continue;
    const weight = weightOf(at, gate, weights);
    sum += weight * score;
    total += weight;
  }
  return { mean: total > 0 ? sum / total : nothingCompared(scores, weights), total };
}

/** The score where no facet that weighs could be compared: 1 where both posts lack all of them, as equals do. */
function nothingCompared(scores: ArrayLike<number>, weights: readonly number[]): number {
  return weights.every((weight, at) => weight === 0 || scores[at] === LACKING_BOTH) ? 1 : 0;
}

/** Gives the score of a comparison from the scores of the facets. */
export function meanScore(scores: ArrayLike<number>, weights: readonly number[]): number {
  return weigh(scores, weights).mean;
}

/** Sums of other facets round in other ways, so that a bound may come out a hair too low; this is far more than that. */
export const A_HAIR = 1 + 2 ** -40;

/** Gives a comparison as callers see it. */
export function describeScore(scores: ArrayLike<number>, weights: readonly number[]): Similarity {
  const { mean, total } = weigh(scores, weights);
  const gate = gateOf(scores, weights);
  const facets: Similarity["facets"] = {};
  FACETS.forEach(({ name }, at) => {
    const score = scores[at] as number;
    if (score < 0) return;
    facets[name] = { score, weight: total > 0 ? weightOf(at, gate, weights) / total : 0 };
  });
  return { score: mean, facets };
}
