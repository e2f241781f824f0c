import fc from "fast-check";
import { expect } from "vitest";
import { SEED } from "./seed.ts";

const asked = process.env.FUZZ_RUNS;

/** Cases a property is tried with: 400 in the ordinary run, more where FUZZ_RUNS says so, fewer for each of many mutants. */
export const RUNS = Number(asked ?? process.env.PROPERTY_RUNS ?? 400);

/** The fewest cases of a property that shares those of its promise. */
const MIN_SHARED = Math.min(30, RUNS / 20);

/**
 * Cases of a property that is one of several which hold one promise: of each form, layout or damage apart, and of all of
 * them mixed. The promise has as many cases as any other, not each of these.
 *
 * @param count - how many properties have as large a share as this one
 */
export const sharedRuns = (count: number): number => Math.max(MIN_SHARED, Math.ceil(RUNS / count));

/** Time for one property, in milliseconds: generators, not the parser, take most of it. */
export const TIMEOUT = 60_000 + RUNS * 300;

fc.configureGlobal({
  numRuns: RUNS,
  ...SEED,
  // A failure is shrunk within the time of the property, then told as far as it got.
  interruptAfterTimeLimit: TIMEOUT / 2,
  // A search that came to fewer cases than it was asked for has not come to its end.
  markInterruptAsFailure: asked !== undefined,
  reporter: (details) => {
    if (asked !== undefined) console.info(`${details.numRuns} cases: ${expect.getState().currentTestName}`);
    if (details.failed) throw new Error(fc.defaultReportMessage(details), { cause: details.errorInstance });
  },
});
