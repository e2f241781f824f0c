import { defineBox, field, safeParseBox } from "alphanode-post/box";
import { describe, expect, test } from "vitest";

/** Labels in a row over their values, some of which nobody declared. */

const COLUMNS: readonly (readonly [string, string])[] = [
  ["Start", "6 pm"],
  ["End", "8 pm"],
  ["Cost", "15"],
  ["Guests", "Ada Roy, Jo Birk"],
  ["Venue", "Quay House"],
];
const RIGHT = { Start: "6 pm", End: "8 pm", Cost: 15, Guests: ["Ada Roy", "Jo Birk"], Venue: "Quay House" };
type Key = keyof typeof RIGHT;

const event = (heading: string | null, rest: boolean) =>
  defineBox({
    heading,
    fields: {
      Start: field.text("Start"),
      End: field.text("End", { optional: true }),
      Cost: field.int("Cost"),
      Guests: field.list("Guests"),
      Venue: field.text("Venue"),
    },
    rest,
  });

type Cells = readonly (readonly string[])[];
const joined = (rows: Cells, between: string): string => rows.map((row) => row.join(between)).join("\n");

const LAYOUTS: Readonly<Record<string, (rows: Cells) => string>> = {
  "between bars": (rows) => rows.map((row) => `| ${row.join(" | ")} |`).join("\n"),
  "in a table of Markdown": ([head = [], ...rows]) =>
    [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n"),
  "in one without bars at its edges": ([head = [], ...rows]) =>
    joined([head, head.map(() => "---"), ...rows], "| "),
  "in bold": ([head = [], ...rows]) =>
    [head.map((label) => `**${label}**`), head.map(() => "---"), ...rows]
      .map((row) => `|${row.join("|")}|`)
      .join("\n"),
  "between tabs": (rows) => joined(rows, "\t"),
  "behind tabs": (rows) => rows.map((row) => `\t${row.join("\t")}`).join("\n"),
  "between drawn lines": (rows) => rows.map((row) => `│ ${row.join(" │ ")} │`).join("\n"),
};

const OTHERS: readonly (readonly (readonly [string, string])[])[] = [
  [["Views", "1,204"]],
  [
    ["Views", "1,204"],
    ["Age", "18"],
  ],
];

const cellsOf = (columns: readonly (readonly string[])[]): string[][] => [
  columns.map(([label = ""]) => label),
  columns.map(([, value = ""]) => value),
];

const read = (text: string, heading: string | null, rest = false) => {
  const result = safeParseBox(event(heading, rest), text);
  return {
    held: (result.success ? result.data : result.partial) as Readonly<Record<string, unknown>>,
    told: result.issues.map(({ code, path }) => `${code} ${path}`.trim()),
  };
};

describe.each(Object.entries(LAYOUTS))("labels over their values %s", (_, write) => {
  test.each([0, 1, 2, 3, 4, 5])("have columns beside them that nobody declared, from place %i on", (at) => {
    for (const others of OTHERS)
      for (const heading of ["Details", null]) {
        const table = write(cellsOf(COLUMNS.toSpliced(at, 0, ...others)));
        const text = `${heading === null ? "A page" : heading}\n\n${table}\n\nLeave a comment`;
        const { held, told } = read(text, heading);
        expect({ text, held }).toEqual({ text, held: RIGHT });
        expect(told.filter((one) => !one.startsWith("stray"))).toEqual(others.map(() => "unknown_field"));
        expect(read(text, heading, true).held).toEqual({ ...RIGHT, rest: Object.fromEntries(others) });
      }
  });

  test("are right or told where a cell is empty, or the row of values is short, apart or gone", () => {
    for (const at of [0, 1, 2, 3, 4, 5])
      for (const empty of COLUMNS.keys()) {
        const [label, value] = COLUMNS[empty] as (typeof COLUMNS)[number];
        const views: readonly [string, string] = ["Views", "1,204"];
        const whole = cellsOf(COLUMNS.toSpliced(at, 0, views)) as [string[], string[]];
        const [head, values] = whole;
        const place = head.indexOf(label);
        for (const [rows, isKept] of [
          [[head, values.with(place, "")], false],
          [[head, values.toSpliced(place, 1)], false],
          [[head], false],
          [[head, [value]], true],
          [[head, head.map(() => "n/a")], false],
        ] as const) {
          const text = `Details\n\n${write(rows)}\n\nLeave a comment`;
          const { held, told } = read(text, "Details");
          const isTold = (key: string): boolean => told.some((one) => one.endsWith(` ${key}`));
          for (const key of Object.keys(RIGHT) as Key[])
            if (!isTold(key) && !(isKept && held[key] === undefined))
              expect({ text, [key]: held[key] }).toEqual({ text, [key]: valueIn(rows, key) });
        }
      }
  });
});

/** What a field holds by the cell below its label. */
function valueIn(rows: Cells, key: Key): unknown {
  const cell = rows[1]?.[rows[0]?.indexOf(key) ?? -1];
  const isWhole = rows[1]?.length === rows[0]?.length;
  if (cell === undefined || cell === "" || !isWhole) return undefined;
  return cell === "n/a" ? (key === "Guests" ? ["n/a"] : "n/a") : RIGHT[key];
}

test("rows of labels and their values side by side are none of columns", () => {
  const text =
    "| Start | 6 pm | End | 8 pm |\n| Views | 1,204 | Age | 18 |\n| Cost | 15 | Venue | Quay House |";
  expect(read(text, null).held).toEqual({ Start: "6 pm", End: "8 pm", Cost: 15, Venue: "Quay House" });
});

test("an empty cell between two labels is that of the first", () => {
  const { held, told } = read(
    "| End | | Venue | Quay House |\n| Age | 18 | Views | 1,204 |\n| Cost | 15 |",
    null,
  );
  expect(held).toEqual({ Venue: "Quay House", Cost: 15 });
  expect(told).toContain("label_without_value End");
});

test("a row of values with bars at its edges stands below labels without any", () => {
  const { held } = read(
    "Start| End| Venue\n| 6 pm| 8 pm| Quay House |\n---|---|---\n\nLeave a comment",
    null,
  );
  expect(held).toEqual({ Start: "6 pm", End: "8 pm", Venue: "Quay House" });
});

describe("labels one below the other, and their values below all of them", () => {
  const trail = defineBox({
    heading: "Trail",
    fields: {
      km: field.number("Distance", { units: ["km"] }),
      up: field.int("Ascent", { units: ["m"] }),
      time: field.text("Time"),
      level: field.word("Difficulty", { words: ["Easy", "Moderate", "Hard"] }),
      dogs: field.flag("Dogs", { yes: "Yes", no: "No" }),
    },
  });
  const labels = ["Distance", "Ascent", "Time", "Difficulty", "Dogs"];
  const values = ["12.4 km", "640 m", "4 h 30", "Moderate", "Yes"];
  const right = { km: 12.4, up: 640, time: "4 h 30", level: "Moderate", dogs: true };
  const read = (lines: readonly string[], between: string) => {
    const result = safeParseBox(trail, `Trail${between}${lines.join(between)}\n\nMore of it.`);
    return { result, held: result.success ? result.data : result.partial };
  };

  test.each(["\n", "\n\n"])("are read, and a text among them is told: %j", (between) => {
    const { result, held } = read([...labels, ...values], between);
    expect(held).toEqual(right);
    expect(result.issues.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual([
      "uncertain_value time",
    ]);
  });

  test.each(labels.map((_, i) => i))("are told where value %i is gone", (at) => {
    const { result, held } = read([...labels, ...values.toSpliced(at, 1)], "\n");
    const told = new Set(result.issues.map(({ path }) => path[0]));
    for (const [key, value] of Object.entries(held))
      expect(told.has(key) || value === right[key as keyof typeof right]).toBe(true);
  });
});
