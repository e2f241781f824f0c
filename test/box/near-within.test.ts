import { isDeepStrictEqual } from "node:util";
import { type Box, defineBox, field } from "alphanode-post/box";
import { describe, expect, test } from "vitest";
import { FORMS, type Row, RUNS } from "./flatten.ts";
import { read } from "./read.ts";

/** Labels with a letter wrong in lines that hold others, where a box may be without their fields. */

const optional = true;

const trip = defineBox({
  heading: "Trip facts",
  fields: {
    transport: field.list("Transport"),
    stay: field.text("Accommodation", { optional }),
    height: field.int("Maximum height", { units: ["m"], optional }),
    group: field.text("Group size"),
    meals: field.text("Meals", { optional }),
    guides: field.list("Guides speak", { optional }),
    cost: field.number("Cost", { units: ["$"], optional }),
  },
});

const right = {
  transport: ["Bus", "Ferry"],
  stay: "Huts",
  height: 2469,
  group: "4-12 people",
  meals: "Breakfast",
  guides: ["English", "Dutch"],
  cost: 890,
};

describe("a label with a letter wrong within a line is read, and told", () => {
  const rows =
    "Transport: Bus, Ferry Accommodation: Huts Maximum height: 2469 m Group size: 4-12 people Meals: Breakfast Guides speak: English, Dutch Cost: $890";
  test.each([
    ["Accommodation", "Accomodation", "stay"],
    ["Maximum height", "Maximun height", "height"],
    ["Meals", "Maels", "meals"],
    ["Cost", "Csot", "cost"],
    ["Transport", "Trensport", "transport"],
  ])("%s as %s, with colons", (label, given, key) => {
    const { held, told } = read(trip, `Trip facts\n\n${rows.replace(label, given)}`);
    expect(held).toEqual(right);
    expect(told.filter((one) => !one.startsWith("run_together"))).toEqual([`misspelled_label ${key}`]);
  });

  test.each([
    [
      "behind capitals",
      "TransportBus, FerryGroup size4 to 12AFMaels2 a dayCost$890",
      { group: "4 to 12AF", meals: "2 a day" },
    ],
    [
      "before a quotation mark",
      "TransportBus, FerryGroup size4Maels“All”Cost$890",
      { group: "4", meals: "“All”" },
    ],
    [
      "with spaces",
      "Transport Bus, Ferry Group size 4 Maels Breakfast Cost $890",
      { group: "4", meals: "Breakfast" },
    ],
    ["with wide spaces", "Transport   Bus, Ferry   Group size   4   Csot   $890", { group: "4", cost: 890 }],
    [
      "at the end of a line",
      "Transport Bus, Ferry Group size 4 Cost $890 Maels\nBreakfast",
      { group: "4", cost: 890, meals: "Breakfast" },
    ],
  ])("%s", (_, text, some) => {
    const { held, told } = read(trip, `Trip facts\n\n${text}`);
    expect(held).toMatchObject(some);
    expect(told.join()).toContain("misspelled_label");
  });

  test("in a cell among others", () => {
    const { held, told } = read(
      trip,
      "Trip facts\n\nTransport\tBus\tMaels\tBreakfast\nGroup size\t4\tCost\t$9",
    );
    expect(held).toMatchObject({ transport: ["Bus"], meals: "Breakfast", group: "4", cost: 9 });
    expect(told).toContain("misspelled_label meals");
  });

  test("right before its value, with a colon", () => {
    const { held, told } = read(trip, "Trip facts\n\nTransport:Bus\nMaels:Breakfast\nGroup size:4\nCost:$9");
    expect(held).toMatchObject({ meals: "Breakfast", group: "4" });
    expect(told).toEqual(["misspelled_label meals"]);
  });
});

test("which of two fields it is of is not guessed", () => {
  const box = defineBox({
    heading: null,
    fields: {
      kind: field.text("Kind"),
      from: field.text("Start date", { optional }),
      to: field.text("Start rate", { optional }),
      zone: field.text("Zone"),
    },
  });
  const { held, told } = read(box, "Kind: fair Start bate: May 3 Zone: CET");
  expect(held).toMatchObject({ zone: "CET" });
  expect(told).toContain("ambiguous_label from");
});

test("words of a value that are close to a label, without anything that tells a label, are words", () => {
  const { held, told: all } = read(trip, "Trip facts\n\nTransport: Bus\nGroup size: 4 meal plans\nCost: $9");
  expect(held).toEqual({ transport: ["Bus"], group: "4 meal plans", cost: 9 });
  expect(all).toEqual([]);
});

test("a line of three letters that may be a label is told", () => {
  const box = defineBox({
    heading: null,
    fields: { time: field.text("Time"), cost: field.text("Cost", { optional }), place: field.text("Place") },
  });
  expect(read(box, "Time\nAll day\nCot\n$25\nPlace\nOslo").told).toContain("label_without_value cost");
});

/** A box of which every field may be absent. */
const loose = (box: Box): Box =>
  ({
    ...box,
    fields: Object.fromEntries(Object.entries(box.fields).map(([key, one]) => [key, { ...one, optional }])),
  }) as Box;

const anyTrip = loose(trip);

const ROWS: readonly Row[] = [
  { key: "transport", label: "Transport", value: "Bus, Ferry" },
  { key: "stay", label: "Accommodation", value: "Huts" },
  { key: "height", label: "Maximum height", value: "2469 m" },
  { key: "group", label: "Group size", value: "4-12 people" },
  { key: "meals", label: "Meals", value: "Breakfast" },
  { key: "guides", label: "Guides speak", value: "English, Dutch" },
  { key: "cost", label: "Cost", value: "$890" },
];

describe.each(Object.entries({ ...FORMS, ...RUNS }))("rows %s", (_, write) => {
  test("no field whose label lacks a letter is lost without an issue", () => {
    for (const [at, { label, key }] of ROWS.entries())
      for (let letter = 1; letter < label.length; letter++) {
        const rows = ROWS.with(at, {
          ...(ROWS[at] as Row),
          label: label.slice(0, letter) + label.slice(letter + 1),
        });
        const text = write("Trip facts", rows);
        const { held, told } = read(anyTrip, text);
        const values: Readonly<Record<string, unknown>> = held;
        const lost = Object.entries(right).filter(
          ([one, value]) =>
            !isDeepStrictEqual(values[one], value) &&
            !told.some((issue) => issue.split(" ")[1]?.split(".")[0] === one),
        );
        if (lost.length > 0) expect({ key, lost, text, held, told }).toEqual({});
      }
  });
});
