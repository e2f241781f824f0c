import { Worker } from "node:worker_threads";
import type { Batch, BatchResult } from "./batch.ts";

/**
 * Room of a thread, in MB. What a post leaves behind dies young, so that little room for the young serves as well as
 * much; the old need what the longest line takes.
 */
const ROOM = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 512 };

/** A batch that a thread was given. */
interface Task {
  readonly done: (result: BatchResult) => void;
  readonly fail: (error: unknown) => void;
}

/** A thread that parses batches, in the order in which it is given them. */
export class Thread {
  readonly #worker = new Worker(new URL("./worker.js", import.meta.url), { resourceLimits: ROOM });
  readonly #tasks: Task[] = [];

  constructor() {
    this.#worker.on("message", (result: BatchResult) => this.#tasks.shift()?.done(result));
    this.#worker.on("error", (error) => {
      for (const { fail } of this.#tasks) fail(error);
    });
  }

  /** How many batches it has. */
  get underWay(): number {
    return this.#tasks.length;
  }

  parse(batch: Batch): Promise<BatchResult> {
    return new Promise((done, fail) => {
      this.#tasks.push({ done, fail });
      this.#worker.postMessage(batch, batch.pieces.flatMap(handedOver));
    });
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }
}

/** The memory of a piece that has one for itself, which is handed over; others are copied. */
const handedOver = ({ bytes }: Batch["pieces"][number]): ArrayBuffer[] =>
  bytes.length === bytes.buffer.byteLength ? [bytes.buffer as ArrayBuffer] : [];
