import { FACETS } from "./facets.ts";
import type { Features } from "./features.ts";
import { hashFeature, hashSet } from "./shingles.ts";

/** By what a post is found in the index: for each facet, numbers that posts alike in it have in common. */
export type Keys = readonly (readonly number[])[];

/**
 * Gives the keys of a post. A short facet has its features as keys, and itself as a whole, which equals share. In
 * long text each part has its least shingle as its key: equal paragraphs always share it, and others as likely as
 * their Jaccard index is high (min-wise sampling: Broder, 1997).
 */
export function keysOf(features: Features): Keys {
  return FACETS.map(({ long }, facet) => {
    const keys = new Set<number>();
    for (const part of features[facet] ?? []) {
      if (!long) keys.add(hashSet(part, facet + 1));
      for (const feature of long ? part.subarray(0, 1) : part) keys.add(hashFeature(feature, facet + 1));
    }
    return [...keys];
  });
}
