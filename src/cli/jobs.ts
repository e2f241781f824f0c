import { type Batch, type BatchResult, parseBatch } from "./batch.ts";
import { Thread } from "./thread.ts";

/** Parses batches, here and in threads of their own. */
export interface Jobs {
  readonly parse: (batch: Batch) => Promise<BatchResult>;
  /** How many batches may be under way at once, so that no thread waits for the next. */
  readonly underWay: number;
  readonly stop: () => Promise<void>;
}

/** How many batches a thread has at once: the next is with it before it has done with one. */
const AHEAD = 2;

/**
 * Starts a thread for each job but one, which is done here: this thread has little else to do, and one that has begun
 * needs no start. It parses what comes while all others have enough.
 */
export function startJobs(jobs: number): Jobs {
  const threads = Array.from({ length: jobs - 1 }, () => new Thread());
  return {
    parse: (batch) => {
      const [idlest] = threads.toSorted((a, b) => a.underWay - b.underWay);
      return idlest !== undefined && idlest.underWay < AHEAD ? idlest.parse(batch) : parseBatch(batch);
    },
    underWay: 1 + AHEAD * threads.length,
    stop: async () => {
      await Promise.all(threads.map((thread) => thread.stop()));
    },
  };
}
