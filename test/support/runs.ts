import fc from "fast-check";

/** Cases a property is tried with: 1,000 in the ordinary run, more where FUZZ_RUNS says so. */
export const RUNS = Number(process.env.FUZZ_RUNS ?? 1_000);

/** Time for one property, in milliseconds: generators, not the parser, take most of it. */
export const TIMEOUT = 60_000 + RUNS * 60;

// A failure is shrunk within the time of the property, then told as far as it got.
fc.configureGlobal({ numRuns: RUNS, interruptAfterTimeLimit: TIMEOUT / 2 });
