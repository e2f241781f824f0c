import { PassThrough } from "node:stream";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Progress, withProgress } from "../../src/cli/progress.ts";

const CLEAR = "\r\u001b[K";
const bar = (full: number) => "#".repeat(full) + "-".repeat(30 - full);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance"] });
  vi.spyOn(process, "once").mockReturnValue(process);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A terminal, and what was drawn on it since one last looked. */
function makeTerminal() {
  const terminal = new PassThrough({ encoding: "utf8" });
  const drawn = () => (terminal.read() as string | null)?.split(CLEAR).slice(1) ?? [];
  return { terminal, drawn };
}

it("draws how far the run is, its rate and the time left", () => {
  const { terminal, drawn } = makeTerminal();
  const progress = new Progress(terminal, 4_000_000);
  expect(drawn()).toEqual([`[${bar(0)}] 0 %, 0 posts, 0/s`]);
  vi.advanceTimersByTime(2_000);
  progress.add(2_000, 1_000_000);
  expect(drawn()).toEqual([`[${bar(7)}] 25 %, 2,000 posts, 1,000/s, 0:06 left`]);
  vi.advanceTimersByTime(5_000_000);
  progress.add(1_000, 1_000_000);
  expect(drawn()).toEqual([`[${bar(15)}] 50 %, 3,000 posts, 1/s, 1:23:22 left`]);
  progress.total = 2_000_000;
  vi.advanceTimersByTime(100);
  progress.add(0);
  expect(drawn()).toEqual([expect.stringContaining(`[${bar(30)}] 100 %, 3,000 posts`)]);
});

it("tells posts and rate where nobody knows the total, and draws a bar once somebody does", () => {
  const { terminal, drawn } = makeTerminal();
  const progress = new Progress(terminal);
  vi.advanceTimersByTime(500);
  progress.add(600, 2_000);
  progress.total = 8_000;
  vi.advanceTimersByTime(500);
  progress.add(600, 2_000);
  expect(drawn()).toEqual([
    "0 posts, 0/s",
    "600 posts, 1,200/s",
    `[${bar(15)}] 50 %, 1,200 posts, 1,200/s, 0:01 left`,
  ]);
});

it("draws at most ten times a second", () => {
  const { terminal, drawn } = makeTerminal();
  const progress = new Progress(terminal, 1_000);
  for (let done = 0; done < 1_000; done += 1) {
    vi.advanceTimersByTime(1);
    progress.add(1);
  }
  expect(drawn()).toHaveLength(11);
});

it("is whole where there is nothing to do", () => {
  const { terminal, drawn } = makeTerminal();
  new Progress(terminal, 0);
  expect(drawn()).toEqual([`[${bar(30)}] 100 %, 0 posts, 0/s, 0:00 left`]);
});

it("clears the line when the process ends", () => {
  const { terminal, drawn } = makeTerminal();
  new Progress(terminal, 1);
  drawn();
  const [event, clear] = vi.mocked(process.once).mock.calls[0] ?? [];
  expect(event).toBe("exit");
  clear?.();
  expect(drawn()).toEqual([""]);
});

it("passes items on and counts those that have been dealt with", () => {
  const { terminal, drawn } = makeTerminal();
  const items = withProgress(["a", "b", "c"], new Progress(terminal, 3));
  expect(drawn()).toHaveLength(1);
  const seen: string[] = [];
  for (const item of items) {
    seen.push(item);
    vi.advanceTimersByTime(1_000);
  }
  expect(seen).toEqual(["a", "b", "c"]);
  expect(drawn()).toEqual([
    `[${bar(10)}] 33 %, 1 posts, 1/s, 0:02 left`,
    `[${bar(20)}] 66 %, 2 posts, 1/s, 0:01 left`,
    `[${bar(30)}] 100 %, 3 posts, 1/s, 0:00 left`,
  ]);
});
