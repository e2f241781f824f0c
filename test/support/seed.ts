import fc from "fast-check";

/**
 * The ordinary run tries the same cases each time, so that it tells of the change and of nothing else. The search for
 * new failures is that of `npm run fuzz`.
 */
export const SEED = process.env.FUZZ_RUNS === undefined ? { seed: 1 } : {};

fc.configureGlobal(SEED);
