import type { Similarity } from "alphanode-post";

/** How many facets a line names. */
const FACETS_SHOWN = 3;

/** Names the facets that add most to a score. */
export function decidedBy({ facets }: Similarity): string {
  return Object.entries(facets)
    .filter(([, { score, weight }]) => score * weight > 0)
    .sort(([, a], [, b]) => b.score * b.weight - a.score * a.weight)
    .slice(0, FACETS_SHOWN)
    .map(([name, { score }]) => `${name} ${score.toFixed(2)}`)
    .join(", ");
}
