import { defineBox, field } from "alphanode-post/box";
import { describe, expect, test } from "vitest";
import { read } from "./read.ts";

/** Rows below a box that have labels of it: those of the floors of a house. */

const house = defineBox({
  heading: "Overview",
  fields: {
    price: field.int("Price", { units: ["$"], thousands: "," }),
    rooms: field.int("Rooms"),
    beds: field.int("Bedrooms"),
    baths: field.int("Bathrooms"),
    size: field.int("Size", { units: ["SqFt"], thousands: "," }),
    garages: field.int("Garages"),
  },
});

const ROWS = ["Price$1,250,000", "Rooms7", "Bedrooms4", "Bathrooms3", "Size1,840 SqFt", "Garages2"];
const FLOOR = ["Size920 SqFt", "Bedrooms1", "Bathrooms1", "Price$600,000"];

const page = (rows: readonly string[]): string =>
  `Overview\n\n${rows.map((row) => `- ${row}`).join("\n")}\n- Balcony\n- Garden\n\nFloors\n\nGround floor\n\n${FLOOR.map((row) => `- ${row}`).join("\n")}\n\nThanks for reading.`;

describe("have a value of no row of the box in silence", () => {
  const keys = ["price", "rooms", "beds", "baths", "size", "garages"] as const;
  const whole = { price: 1_250_000, rooms: 7, beds: 4, baths: 3, size: 1840, garages: 2 };
  const damages: Readonly<Record<string, (row: string) => string>> = {
    "a label with a letter wrong": (row) => row.replace(/^(.)./, "$1x"),
    "a label without two letters": (row) => row.replace(/^.../, "x"),
    "no label": (row) => row.replace(/^\p{L}+/u, ""),
  };
  test.each(Object.entries(damages))("where a row has %s", (_, damage) => {
    for (const [at, key] of keys.entries()) {
      const { held, told } = read(house, page(ROWS.with(at, damage(ROWS[at] as string))));
      const isTold = told.some((one) => one.endsWith(` ${key}`));
      expect([key, isTold || (held as Partial<typeof whole>)[key] === whole[key]]).toEqual([key, true]);
    }
  });

  test("and no doubt where all rows are there", () => {
    expect(read(house, page(ROWS)).held).toEqual(whole);
    expect(read(house, page(ROWS)).told.filter((one) => one.startsWith("uncertain_value"))).toEqual([]);
  });
});
