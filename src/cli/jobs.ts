import Tinypool from "tinypool";
import { type Batch, type BatchResult, parseBatch } from "./batch.ts";

/** Parses batches, here or in threads of their own. */
export interface Jobs {
  readonly parse: (batch: Batch) => Promise<BatchResult>;
  /** How many batches may be under way at once, so that no thread waits for the next. */
  readonly underWay: number;
  readonly stop: () => Promise<void>;
}

/**
 * Room of a thread, in MB. What a post leaves behind dies young, so that little room for the young serves as well as
 * much; the old need what the longest line takes.
 */
const ROOM = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 512 };

/** Starts a thread for each job; a single one is done here. */
export function startJobs(jobs: number): Jobs {
  if (jobs === 1) return { parse: parseBatch, underWay: 1, stop: async () => {} };
  const pool = new Tinypool({
    filename: new URL("./worker.js", import.meta.url).href,
    minThreads: jobs,
    maxThreads: jobs,
    resourceLimits: ROOM,
    // The next batch is with a thread before it has done with one.
    concurrentTasksPerWorker: 2,
    // Threads wait for messages, not on shared memory, where those of Deno are left without one after some batches.
    useAtomics: false,
  });
  return {
    parse: (batch) => pool.run(batch),
    underWay: 2 * jobs,
    stop: () => pool.destroy(),
  };
}
