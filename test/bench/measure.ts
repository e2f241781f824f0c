import { do_not_optimize, measure as timeRounds } from "mitata";
import { sample, stream } from "../../src/synth/random.ts";

/** Work that is timed, a round at a time. */
export interface Task {
  readonly name: string;
  /** Does the work of a round, counted from 0, and gives what came of it last. */
  readonly run: (round: number) => unknown;
}

/** How long a task is measured. */
export interface Effort {
  /** How often a task has its turn. */
  readonly turns: number;
  /** Milliseconds that a turn takes at least; it has five rounds, however long they take. */
  readonly turnMs: number;
}

const MIN_ROUNDS = 5;

/** Nanoseconds of processor time so far, of all threads: what others do on the machine does not count. */
function processorNs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) * 1e3;
}

/** Sweeps the garbage of rounds before, where Node runs with `--expose-gc`. */
const sweep = (): void => globalThis.gc?.({ type: "minor" });

/** Gives the median of some numbers. */
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >>> 1] ?? Number.NaN;

/**
 * Times tasks with mitata, turn by turn, so that a slow spell of the machine hits all alike. Each turn has an order of
 * its own, since a task finds the machine as the one before has left it. A round pays for its own garbage alone.
 *
 * @returns the milliseconds of a round, by the name of the task: the median of the turns' medians
 */
export async function measure(
  tasks: readonly Task[],
  { turns, turnMs }: Effort,
): Promise<Map<string, number>> {
  const medians = new Map(tasks.map(({ name }) => [name, [] as number[]]));
  for (let turn = 0; turn < turns; turn++) {
    for (const { name, run } of sample(tasks, tasks.length, stream(turn, "order"))) {
      let round = 0;
      const { p50 } = await timeRounds(() => do_not_optimize(run(round++)), {
        now: processorNs,
        gc: sweep,
        inner_gc: true,
        min_samples: MIN_ROUNDS,
        min_cpu_time: turnMs * 1e6,
      });
      medians.get(name)?.push(p50 / 1e6);
    }
  }
  return new Map(Array.from(medians, ([name, values]) => [name, median(values)]));
}
