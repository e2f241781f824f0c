import { expect, it, vi } from "vitest";
import { table, terminalWidth } from "../../src/cli/table.ts";

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
  const lines = table(rows, { width }).split("\n");
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(width);
  expect(lines[1]?.startsWith("1.000  ")).toBe(true);
});

it("cuts the widest columns alone, and to one width", () => {
  const [, line] = table(rows, { width: 60 }).split("\n");
  expect(line).toBe(`1.000  ${"x".repeat(24)}…  ${"y".repeat(25)}…`);
});

it("keeps the ends of names", () => {
  const ids = [
    ["score", "id"],
    ["1.000", "posts/alphanode-000357.txt"],
  ];
  expect(table(ids, { width: 20, names: [1] })).toBe("score  id\n1.000  …e-000357.txt\n");
});

it("takes the width that COLUMNS says, or else that of the terminal", () => {
  const { isTTY, columns } = process.stdout;
  Object.assign(process.stdout, { isTTY: true, columns: 100 });
  const widths = ["40", "0", "wide", undefined].map((width) => {
    vi.stubEnv("COLUMNS", width);
    return terminalWidth();
  });
  Object.assign(process.stdout, { isTTY: false });
  widths.push(terminalWidth());
  Object.assign(process.stdout, { isTTY, columns });
  vi.unstubAllEnvs();
  expect(widths).toEqual([40, 100, 100, 100, undefined]);
});

it("keeps the start of each column where the terminal is narrower than all", () => {
  expect(table(rows, { width: 10 })).toBe(
    `score  a title   id\n1.000  ${"x".repeat(7)}…  ${"y".repeat(7)}…\n`,
  );
});
