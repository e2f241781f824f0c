import { PassThrough } from "node:stream";
import { expect, it, vi } from "vitest";
import { withProgress } from "../../src/cli/progress.ts";

it("passes items on and draws how many were taken, and clears the line when the run ends", () => {
  const once = vi.spyOn(process, "once").mockReturnValue(process);
  const terminal = new PassThrough({ encoding: "utf8" });
  expect([...withProgress(["a", "b", "c"], 3, terminal)]).toEqual(["a", "b", "c"]);
  const bars = [0, 10, 20].map((full) => "#".repeat(full) + "-".repeat(30 - full));
  const drawn = `\r\u001b[K[${bars[0]}] 0 %\r\u001b[K[${bars[1]}] 33 %\r\u001b[K[${bars[2]}] 66 %`;
  expect(terminal.read()).toBe(drawn);
  const [event, clear] = once.mock.calls[0] ?? [];
  expect(event).toBe("exit");
  clear?.();
  expect(terminal.read()).toBe("\r\u001b[K");
  once.mockRestore();
});

it("draws at most once for each percent", () => {
  const terminal = new PassThrough({ encoding: "utf8" });
  const once = vi.spyOn(process, "once").mockReturnValue(process);
  expect([...withProgress(Array.from({ length: 1000 }).keys(), 1000, terminal)]).toHaveLength(1000);
  expect(String(terminal.read()).split("\r\u001b[K")).toHaveLength(101);
  once.mockRestore();
});
