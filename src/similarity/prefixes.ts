/**
 * Finds the sets of which one may have a Jaccard index of at least some number with another, without comparing all.
 *
 * Two such sets share a feature among the first of each, in any order that is one for all: so many as are left when all but
 * that share of the set is taken from its end. The rarest come first here, so that few sets have them.
 *
 * Source: R. Bayardo, Y. Ma, R. Srikant, 2007 (prefixes for all pairs).
 *
 * @returns for each set the places of those before it that it may be like, in no order
 */
export function alikeBefore(sets: readonly Uint32Array[], least: number): number[][] {
  if (least <= 0) return sets.map((_, at) => Array.from({ length: at }, (_, other) => other));
  const counts = new Map<number, number>();
  for (const set of sets) for (const feature of set) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const rareFirst = (a: number, b: number): number =>
    (counts.get(a) as number) - (counts.get(b) as number) || a - b;
  const having = new Map<number, number[]>();
  return sets.map((set, at) => {
    const alike = new Set<number>();
    const rest = Math.ceil(set.length * least);
    for (const feature of Array.from(set)
      .sort(rareFirst)
      .slice(0, set.length - rest + 1)) {
      const others = having.get(feature) ?? [];
      for (const other of others) alike.add(other);
      others.push(at);
      having.set(feature, others);
    }
    return [...alike];
  });
}
