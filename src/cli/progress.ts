import { CLEAR_LINE } from "./output.ts";
import { showNumber } from "./tally.ts";

/** Cells of the bar. */
const WIDTH = 30;

/** The least time between two drawings, in milliseconds. */
const PAUSE = 100;

/** What is drawn on; its width is not known of every one. */
type Terminal = NodeJS.WritableStream & { readonly columns?: number };

/** Draws on a terminal how far a run is. The line goes when the run ends. */
export class Progress {
  /** What is done when the run is through; undefined as long as nobody knows. */
  total: number | undefined;
  readonly #terminal: Terminal;
  readonly #start = performance.now();
  #drawn = Number.NEGATIVE_INFINITY;
  #posts = 0;
  #done = 0;

  constructor(terminal: Terminal, total?: number) {
    this.#terminal = terminal;
    this.total = total;
    // A closed pipe ends the run in the middle, too.
    process.once("exit", () => this.clear());
    this.add(0);
  }

  /** Counts posts, and how much of the total is done with them: by themselves, or by their bytes. */
  add(posts: number, done = posts): void {
    this.#posts += posts;
    this.#done += done;
    const now = performance.now();
    if (now - this.#drawn < PAUSE) return;
    this.#drawn = now;
    // A line that is wider than the terminal would leave its start behind.
    const line = this.#line((now - this.#start) / 1_000).slice(0, this.#terminal.columns);
    this.#terminal.write(CLEAR_LINE + line);
  }

  /** Takes the line away. */
  clear(): void {
    this.#terminal.write(CLEAR_LINE);
  }

  #line(seconds: number): string {
    const rate = seconds > 0 ? this.#posts / seconds : 0;
    const counted = `${showNumber(this.#posts)} posts, ${showNumber(rate)}/s`;
    if (this.total === undefined) return counted;
    const share = this.total > 0 ? Math.min(1, this.#done / this.total) : 1;
    const full = Math.floor(WIDTH * share);
    const left = share > 0 ? `, ${clock((seconds * (1 - share)) / share)} left` : "";
    const bar = "#".repeat(full) + "-".repeat(WIDTH - full);
    return `[${bar}] ${Math.floor(100 * share)} %, ${counted}${left}`;
  }
}

/** Writes a time as hours, minutes and seconds: 2:05, 1:00:00. */
function clock(seconds: number): string {
  const whole = Math.round(seconds);
  const [hours, minutes] = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60];
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(whole % 60)}`;
}

/** Passes items on and counts each that has been dealt with. */
export function* withProgress<Item>(items: Iterable<Item>, progress: Progress): Iterable<Item> {
  for (const item of items) {
    yield item;
    progress.add(1);
  }
}
