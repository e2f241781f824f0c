import { sample, stream } from "../../src/synth/random.ts";

/** Work that is timed, a round at a time. */
export interface Task {
  readonly name: string;
  /** Does the work of a round, counted from 0, and gives what came of it last. */
  readonly run: (round: number) => unknown;
}

/** Rounds before the ones that count: time for the engine to compile what is hot. */
const WARM_UP = 10;

/** Gives the median of some numbers. */
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >>> 1] ?? Number.NaN;

/** Milliseconds of processor time so far, of all threads: what others do on the machine does not count. */
function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Times tasks in turn, round by round, so that noise of the machine hits all alike. Each round has an order of its own,
 * since a task finds the caches as the one before has left them. The garbage of one is swept before the next, where Node
 * runs with `--expose-gc`.
 *
 * @returns the median milliseconds of a round, by the name of the task
 */
export function measure(tasks: readonly Task[], rounds: number): Map<string, number> {
  const times = new Map(tasks.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < WARM_UP + rounds; round++) {
    for (const { name, run } of sample(tasks, tasks.length, stream(round, "order"))) {
      globalThis.gc?.({ type: "minor" });
      const start = processorMs();
      run(round);
      if (round >= WARM_UP) times.get(name)?.push(processorMs() - start);
    }
  }
  return new Map(Array.from(times, ([name, values]) => [name, median(values)]));
}
