import { expect, it } from "vitest";
import { table } from "../../src/cli/table.ts";

const rows = [
  ["score", "a title", "id"],
  ["1.000", "x".repeat(60), "y".repeat(30)],
];

it("writes columns as wide as they need", () => {
  expect(
    table([
      ["a", "b"],
      ["ccc", "d"],
    ]),
  ).toBe("a    b\nccc  d\n");
});

it.each([100, 80, 60, 40])("fits a terminal of %i columns", (width) => {
  const lines = table(rows, width).split("\n");
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(width);
  expect(lines[1]?.startsWith("1.000  ")).toBe(true);
});

it("keeps the start of each column where the terminal is narrower than all", () => {
  expect(table(rows, 10)).toBe(`score  a title       id\n1.000  ${"x".repeat(11)}…  ${"y".repeat(11)}…\n`);
});
