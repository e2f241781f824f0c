import { type Box, type BoxDeclaration, defineBox, field, safeParseBox } from "alphanode-post/box";
import { describe, expect, test } from "vitest";

/** Values above their labels: one line more or less would give each label the value of the next. */

type Line = string | undefined;
type Row = readonly [label: Line, value: Line];

/** A car, its labels and values as they are printed. */
const CAR: readonly (readonly [key: string, label: string, printed: string])[] = [
  ["make", "Make", "Tovia"],
  ["model", "Model", "Estate"],
  ["year", "Year", "2019"],
  ["fuel", "Fuel Type", "Diesel"],
  ["gear", "Transmission", "Manual"],
  ["color", "Exterior Color", "Blue"],
  ["doors", "Doors", "5"],
];

const OF_KINDS: BoxDeclaration["fields"] = {
  make: field.word("Make"),
  model: field.text("Model"),
  year: field.int("Year"),
  fuel: field.word("Fuel Type", { words: ["Diesel", "Petrol"] }),
  gear: field.word("Transmission"),
  color: field.list("Exterior Color"),
  doors: field.int("Doors", { optional: true }),
};
const OF_TEXTS = Object.fromEntries(CAR.map(([key, label]) => [key, field.text(label, { optional: true })]));

const ROWS: readonly Row[] = CAR.map(([, label, printed]) => [label, printed]);

/** What may befall the row at a place: another one before it, or a line of it that is lost. */
const DAMAGES: Readonly<Record<string, (at: number) => readonly Row[]>> = {
  "nothing else": () => ROWS,
  "a row that nobody declared": (at) => ROWS.toSpliced(at, 0, ["Views", "1,204"]),
  "a row of words that nobody declared": (at) => ROWS.toSpliced(at, 0, ["Share", "Email"]),
  "a line of the page": (at) => ROWS.toSpliced(at, 0, ["ADVERTISEMENT", undefined]),
  "a lost value": (at) => ROWS.with(at, [ROWS[at]?.[0], undefined]),
  "a lost label": (at) => ROWS.with(at, [undefined, ROWS[at]?.[1]]),
  "a lost row": (at) => ROWS.toSpliced(at, 1),
  "a row in another place": (at) => ROWS.toSpliced(at, 2, ROWS[(at + 1) % 7] as Row, ROWS[at] as Row),
};

const joined = (rows: readonly Row[], within: string, between: string, bullet = ""): string =>
  rows
    .map(([label, value]) =>
      [value, label].flatMap((line) => (line === undefined ? [] : bullet + line)).join(within),
    )
    .join(between);

const LAYOUTS: Readonly<Record<string, (rows: readonly Row[]) => string>> = {
  "without blank lines": (rows) => joined(rows, "\n", "\n"),
  "in pairs": (rows) => joined(rows, "\n", "\n\n"),
  "as bullets": (rows) => joined(rows, "\n", "\n", "- "),
  "as bullets in pairs": (rows) => joined(rows, "\n", "\n\n", "* "),
};

const AROUND: readonly (readonly [before: string, behind: string])[] = [
  ["", ""],
  ["A page\n\nSome text stands here.\n\n", "\n\nLeave a comment\n\nMore posts"],
  ["", "\n\nThanks for reading all of this to its end."],
];

/** The fields that are neither as printed nor told. */
function silentIn(box: Box, rows: readonly Row[], text: string): unknown[] {
  const result = safeParseBox(box, text);
  const held: Readonly<Record<string, unknown>> = result.success ? result.data : result.partial;
  const told = new Set(result.issues.map(({ path }) => path[0]));
  return CAR.flatMap(([key, label, printed]) => {
    const isWhole = rows.some(([one, other]) => one === label && other === printed);
    const given = held[key] === undefined ? undefined : [held[key]].flat().join();
    return told.has(key) || given === (isWhole ? printed : undefined) ? [] : [{ key, given, text }];
  });
}

describe.each(Object.entries(LAYOUTS))("values above labels %s", (_, write) => {
  test.each(Object.entries(DAMAGES))("and %s: what is wrong is told", (_, damage) => {
    for (const fields of [OF_KINDS, OF_TEXTS])
      for (const heading of ["Vehicle Details", null])
        for (const [before, behind] of AROUND)
          for (const at of ROWS.keys()) {
            const rows = damage(at);
            const text = `${before}${heading === null ? "" : `${heading}\n\n`}${write(rows)}${behind}`;
            expect(silentIn(defineBox({ heading, fields }), rows, text)).toEqual([]);
          }
  });
});

describe("blank lines between the pairs tell whose each value is", () => {
  const box = defineBox({ heading: "Vehicle Details", fields: OF_KINDS });
  const read = (rows: readonly Row[]) => {
    const result = safeParseBox(box, `Vehicle Details\n\n${joined(rows, "\n", "\n\n")}\n\nLeave a comment`);
    return {
      held: result.success ? result.data : result.partial,
      told: result.issues.map(({ code, path }) => `${code} ${path}`.trim()),
    };
  };
  const right = {
    make: "Tovia",
    model: "Estate",
    year: 2019,
    fuel: "Diesel",
    gear: "Manual",
    color: ["Blue"],
    doors: 5,
  };

  test.each([1, 3, 6])("beside a row that nobody declared", (at) => {
    const { held, told } = read(ROWS.toSpliced(at, 0, ["Views", "1,204"]));
    expect(held).toEqual(right);
    expect(told).toEqual(["stray_text", "stray_text", "stray_text"]);
  });

  test("beside one that lost its value", () => {
    const { held, told } = read(ROWS.with(3, ["Fuel Type", undefined]));
    const { fuel: _, ...others } = right;
    expect(held).toEqual(others);
    expect(told).toEqual(["label_without_value fuel", "uncertain_value gear", "stray_text"]);
  });
});

test("values right above labels are read beside a row that nobody declared, and told", () => {
  const box = defineBox({ heading: "Vehicle Details", fields: OF_KINDS });
  const rows = ROWS.toSpliced(3, 0, ["Views", "1,204"]);
  const result = safeParseBox(box, `Vehicle Details\n\n${joined(rows, "\n", "\n")}\n\nLeave a comment`);
  expect(result).toMatchObject({ success: true, data: { fuel: "Diesel", gear: "Manual", doors: 5 } });
  const told = result.issues.filter(({ code }) => code === "uncertain_value").map(({ path }) => path[0]);
  expect(told).toEqual(CAR.map(([key]) => key));
});

test("values below their labels have no doubt for a list of several lines, or a row that nobody declared", () => {
  const box = defineBox({ heading: "Vehicle Details", fields: OF_KINDS });
  const text =
    "Make\nTovia\nModel\nEstate\nYear\n2019\nViews\n1,204\nFuel Type\nDiesel\nExterior Color\n- Blue\n- Red\nDoors\n5";
  const { issues } = safeParseBox(box, `Vehicle Details\n\n${text}\n\nLeave a comment`);
  expect(issues.map(({ code }) => code)).not.toContain("uncertain_value");
});

test("labels right below the values of others are doubted where the first one is gone", () => {
  const box = defineBox({
    heading: "House rules",
    fields: { arrival: field.text("Arrival"), departure: field.text("Departure"), pets: field.text("Pets") },
  });
  const text = "House rules\n\nFrom 3 pm\nDeparture\n\nUntil 11 am\nPets\n\nNone";
  const { issues } = safeParseBox(box, text);
  expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual(
    expect.arrayContaining(["uncertain_value departure", "uncertain_value pets", "missing_field arrival"]),
  );
});

test("a label at the very start of a text has no value above", () => {
  const box = defineBox({ heading: null, fields: { rooms: field.int("Rooms"), decks: field.list("Decks") } });
  expect(() => safeParseBox(box, "Decks\n3\nRooms\n\nLeave a comment")).not.toThrow();
});

describe("a value that was joined to the label above it", () => {
  const box = defineBox({
    heading: "Overview",
    fields: {
      type: field.text("Property Type"),
      beds: field.int("Bedrooms"),
      baths: field.int("Bathrooms"),
      garages: field.int("Garages"),
      year: field.int("Year Built"),
    },
  });
  const lines = [
    "Villa",
    "Property Type",
    "4",
    "Bedrooms",
    "2",
    "Bathrooms",
    "1",
    "Garages",
    "2011",
    "Year Built",
  ];
  const whole = { type: "Villa", beds: 4, baths: 2, garages: 1, year: 2011 };
  const prose = "We saw it twice, once in the rain and once in May.";

  test.each([1, 3, 5])("gives no other its value in silence", (at) => {
    const joined = lines.toSpliced(at, 2, `${lines[at]}${lines[at + 1]}`);
    const result = safeParseBox(box, ["Overview", "", ...joined, "", prose].join("\n"));
    const values: Partial<typeof whole> = result.success ? result.data : result.partial;
    const told = new Set(result.issues.map(({ path }) => path[0]));
    for (const [key, value] of Object.entries(whole))
      expect([key, told.has(key) || values[key as keyof typeof whole] === value]).toEqual([key, true]);
  });
});
