import type { Question, Reading, Samples } from "./reading.ts";
import code from "./worker.ts?code";

/** How long a reading may take before the next key ends it, and before it ends by itself, in milliseconds. */
const PATIENCE = 1_000;
const END = 10_000;

/** Has texts read by a worker: one at a time, the latest of those that wait. A reading that takes long is ended. */
export class Reader {
  private worker: Worker | undefined;
  private busySince: number | undefined;
  private waiting: Question | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private id = 0;

  /**
   * @param onSamples - is called with texts to begin with, whenever a worker starts
   * @param onReading - is called with each reading
   * @param onEnd - is called where a text took too long, or could not be read at all
   */
  constructor(
    private readonly onSamples: (samples: Samples["samples"]) => void,
    private readonly onReading: (reading: Reading) => void,
    private readonly onEnd: (reason: string) => void,
  ) {}

  /** Starts the worker before there is a text. */
  open(): void {
    this.worker ??= this.start();
  }

  /** Asks for the reading of a text. */
  ask(text: string, other: string): void {
    this.id += 1;
    this.waiting = { id: this.id, text, other };
    if (this.busySince !== undefined && performance.now() - this.busySince > PATIENCE) this.stop();
    this.next();
  }

  /** Asks for nothing: a reading that is under way is of no use any more. */
  drop(): void {
    this.id += 1;
    this.waiting = undefined;
  }

  private next(): void {
    if (this.busySince !== undefined || this.waiting === undefined) return;
    this.worker ??= this.start();
    this.worker.postMessage(this.waiting);
    this.waiting = undefined;
    this.busySince = performance.now();
    this.timer = setTimeout(() => this.fail("Reading this text took too long and was stopped."), END);
  }

  private start(): Worker {
    const address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
    const worker = new Worker(address);
    URL.revokeObjectURL(address);
    worker.addEventListener("message", ({ data }: MessageEvent<Reading | Samples>) => {
      if ("samples" in data) return this.onSamples(data.samples);
      this.rest();
      if (data.id === this.id) this.onReading(data);
      this.next();
    });
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.fail("This text could not be read.");
    });
    return worker;
  }

  private fail(reason: string): void {
    this.stop();
    this.onEnd(reason);
    this.next();
  }

  private rest(): void {
    clearTimeout(this.timer);
    this.busySince = undefined;
  }

  private stop(): void {
    this.rest();
    this.worker?.terminate();
    this.worker = undefined;
  }
}
