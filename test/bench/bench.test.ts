import { describe, expect, test } from "vitest";
import { candidates } from "./candidates.ts";
import { byteLength, madePosts } from "./corpus.ts";
import { LONG_TEXTS, SIZES, textOfSize } from "./long.ts";
import { measure } from "./measure.ts";
import { table } from "./table.ts";
import { isMet, TARGETS } from "./targets.ts";

const samples = madePosts(3);
const all = candidates(samples);

describe("candidates", () => {
  test.each(all.map((candidate) => [candidate.name, candidate]))("%s does its work", (_, { run, bytes }) => {
    expect(run(samples)).toBeDefined();
    for (const sample of samples) expect(bytes?.(sample) ?? 1).toBeGreaterThan(0);
  });

  test("have a name each, and those that targets speak of", () => {
    const names = all.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(TARGETS.flatMap(({ of, to }) => [of, to])));
  });
});

test("each task has its turns, in an order that changes, and rounds counted from 0", async () => {
  const calls: string[] = [];
  const tasks = ["a", "b", "c"].map((name) => ({
    name,
    run: (round: number) => calls.push(`${name}${round}`),
  }));
  const times = await measure(tasks, { turns: 3, turnMs: 0 });
  expect([...times.keys()]).toEqual(["a", "b", "c"]);
  const starts = calls
    .filter((call) => call.endsWith("0") && call.length === 2)
    .map((call) => call.charAt(0));
  const turns = [starts.slice(0, 3), starts.slice(3, 6), starts.slice(6)];
  for (const turn of turns) expect([...turn].sort()).toEqual(["a", "b", "c"]);
  expect(new Set(turns.map((turn) => turn.join(""))).size).toBeGreaterThan(1);
});

describe.each(LONG_TEXTS.map((text) => [text.name, text]))("%s", (_, { make, parse }) => {
  test.each(SIZES.filter((size) => size < 1_000_000))("%i bytes", (size) => {
    const text = textOfSize(make, size);
    expect(byteLength(text) / size).toBeGreaterThan(0.75);
    expect(byteLength(text) / size).toBeLessThanOrEqual(1);
    expect(() => parse(text)).not.toThrow();
  });
});

test("a target is met up to its bound, and not beyond", () => {
  expect([7.9, 8, 8.1].map((ratio) => isMet({ most: 8 }, ratio))).toEqual([true, true, false]);
  expect([4.9, 5, 5.1].map((ratio) => isMet({ least: 5 }, ratio))).toEqual([false, true, true]);
});

test("tables are Markdown", () => {
  const rows = [
    ["what", "µs"],
    ["split", "1.50"],
  ];
  expect(table(rows)).toBe("| what  |   µs |\n| ----- | ---: |\n| split | 1.50 |");
});
