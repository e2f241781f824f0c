/**
 * The facets two posts are compared by. Which facets there are, what each weighs and how its text is cut stands here
 * alone; docs/similarity.md tells why.
 */

/** A facet's row. */
interface FacetRow {
  readonly name: string;
  /** What the facet weighs where the caller sets no weight. */
  readonly weight: number;
  /**
   * Whether most posts of the site share the facet's content whatever they are about. Such wording weighs only as
   * far as the topic is shared.
   */
  readonly boilerplate: boolean;
  /** Whether it is long text in many parts, of which the index samples one shingle each. */
  readonly long: boolean;
}

export const FACETS = [
  { name: "topic", weight: 0.38, boilerplate: false, long: false },
  { name: "stack", weight: 0.06, boilerplate: false, long: false },
  { name: "tools", weight: 0.04, boilerplate: false, long: false },
  { name: "entities", weight: 0.1, boilerplate: false, long: false },
  { name: "checklist", weight: 0.05, boilerplate: true, long: false },
  { name: "title", weight: 0.16, boilerplate: false, long: false },
  { name: "body", weight: 0.18, boilerplate: true, long: true },
  { name: "code", weight: 0.03, boilerplate: true, long: true },
] as const satisfies readonly FacetRow[];

/**
 * The name of a facet by which two posts are compared.
 *
 * @example
 * ```ts
 * import { type Facet, similarity } from "alphanode-post";
 * import { synthesizePost } from "alphanode-post/synth";
 *
 * const { facets } = similarity(synthesizePost(1), synthesizePost(1));
 * console.log(Object.keys(facets) as Facet[]);
 * ```
 *
 * ```console
 * [ 'topic', 'stack', 'tools', 'entities', 'checklist', 'title', 'body' ]
 * ```
 */
export type Facet = (typeof FACETS)[number]["name"];

/** The places of the facets of one part at most, and of those of long text. */
export const SHORT: readonly number[] = FACETS.flatMap(({ long }, facet) => (long ? [] : facet));
export const LONG: readonly number[] = FACETS.flatMap(({ long }, facet) => (long ? facet : []));

const placeOf = (name: Facet): number => FACETS.findIndex((facet) => facet.name === name);

/** The places of some facets. */
export const [TOPIC, TITLE, BODY] = [placeOf("topic"), placeOf("title"), placeOf("body")];

/**
 * What each facet weighs: any finite numbers from 0, of which one at least is not 0; only their ratios matter.
 *
 * @example
 * ```ts
 * import { type FacetWeights, SimilarityIndex } from "alphanode-post";
 *
 * const weights: FacetWeights = new SimilarityIndex({ weights: { title: 0.5 } }).toJSON().weights;
 * console.log(weights.topic, weights.title);
 * ```
 *
 * ```console
 * 0.38 0.5
 * ```
 */
export type FacetWeights = Record<Facet, number>;

/**
 * How two posts are compared.
 *
 * @example
 * ```ts
 * import { type SimilarityOptions, similarity } from "alphanode-post";
 * import { synthesizePost } from "alphanode-post/synth";
 *
 * const byText: SimilarityOptions = { weights: { topic: 0, title: 0, body: 1 } };
 * console.log(similarity(synthesizePost(1), synthesizePost(1), byText).score);
 * ```
 *
 * ```console
 * 1
 * ```
 */
export interface SimilarityOptions {
  /**
   * What each facet weighs; facets left out keep their default. A weight is a finite number from 0, not all are 0,
   * and their sum is finite. Only their ratios matter.
   */
  weights?: { [Name in Facet]?: number | undefined } | undefined;
}

/** Gives the weights of all facets in their order. */
export function facetWeights({ weights = {} }: SimilarityOptions = {}): number[] {
  if (typeof weights !== "object" || weights === null)
    throw new TypeError(`found ${String(weights)} for the weights, expected an object of them by facet`);
  for (const name of Object.keys(weights)) {
    if (!FACETS.some((facet) => facet.name === name)) {
      const names = FACETS.map((facet) => facet.name).join(", ");
      throw new RangeError(`found a weight for the facet "${name}", expected one of: ${names}`);
    }
  }
  const all = FACETS.map((facet) => weights[facet.name] ?? facet.weight);
  all.forEach((weight, at) => {
    if (typeof weight === "number" && weight >= 0 && weight < Infinity) return;
    const name = FACETS[at]?.name;
    throw new RangeError(`found the weight ${String(weight)} for ${name}, expected a finite number from 0`);
  });
  if (all.every((weight) => weight === 0)) {
    throw new RangeError("found the weight 0 for every facet, expected one at least above 0");
  }
  if (all.reduce((sum, weight) => sum + weight, 0) === Infinity) {
    throw new RangeError("found weights too large to be added up, expected their sum to be finite");
  }
  return all;
}

/** Gives the weights of all facets by name. */
export const namedWeights = (weights: readonly number[]): FacetWeights =>
  Object.fromEntries(FACETS.map(({ name }, at) => [name, weights[at]])) as FacetWeights;
