import fc from "fast-check";
import { expect } from "vitest";
import { SEED } from "./seed.ts";

const asked = process.env.FUZZ_RUNS;

/** Cases a property is tried with: 1,000 in the ordinary run, more where FUZZ_RUNS says so. */
export const RUNS = Number(asked ?? 1_000);

/** Time for one property, in milliseconds: generators, not the parser, take most of it. */
export const TIMEOUT = 60_000 + RUNS * 60;

fc.configureGlobal({
  numRuns: RUNS,
  ...SEED,
  // A failure is shrunk within the time of the property, then told as far as it got.
  interruptAfterTimeLimit: TIMEOUT / 2,
  reporter: (details) => {
    if (asked !== undefined) console.info(`${details.numRuns} cases: ${expect.getState().currentTestName}`);
    if (details.failed) throw new Error(fc.defaultReportMessage(details), { cause: details.errorInstance });
  },
});
