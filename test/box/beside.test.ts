import { describe, expect, test } from "vitest";
import { defineBox, field } from "../../src/box/index.ts";
import { readOnPage as read } from "./read.ts";

/** Lines that stand beside, below or left of where values stand as a rule. */

const optional = true;

const hotel = defineBox({
  heading: null,
  fields: {
    rooms: field.int("Rooms"),
    dogs: field.text("Dogs"),
    guests: field.text("Guests"),
    setting: field.text("Setting"),
    meals: field.list("Meals", { optional }),
  },
});

describe("values that stand left of their labels are read", () => {
  test("where they do so as a rule", () => {
    expect(
      read(hotel, "\t\tRooms:\n\t4\n\n\t\tDogs:\n\tYes\n\n\t\tGuests:\n\t1–4\n\n\t\tSetting:\n\tLake"),
    ).toEqual({
      held: { rooms: 4, dogs: "Yes", guests: "1–4", setting: "Lake" },
      told: [],
    });
  });
  test("below bullets, the last one, too", () => {
    const { held } = read(
      hotel,
      "* Rooms:\n4\n* Dogs:\nYes\n* Guests:\n1–4\n* Setting:\nLake\n* Meals:\nTea, Soup",
    );
    expect(held).toEqual({ rooms: 4, dogs: "Yes", guests: "1–4", setting: "Lake", meals: ["Tea", "Soup"] });
  });
});

describe("where labels stand over their values", () => {
  test("a value beside its label is doubted", () => {
    const text = "Rooms\n4\nDogs\nYes\nGuests\n1–4\nSexting\nSetting by the lake, rooms to the south";
    expect(read(hotel, text).told).toContain("uncertain_value setting");
  });

  test("a value over a row on one line is doubted", () => {
    const text = "Rooms:\n4\nDogs:\nSponsored by Oakline\nYes, two: small ones\nGuests:\n1–4\nSetting:\nLake";
    expect(read(hotel, text).told).toContain("uncertain_value dogs");
  });

  test.each([
    ["a letter of a script without capitals", "저자", "출판사", "저자의숲"],
    ["a hyphen", "Puhelin", "Tehtävä", "Puhelin- ja neuvontapalvelu"],
  ])("a value may start with a label and %s", (_, first, second, value) => {
    const card = defineBox({
      heading: null,
      fields: { a: field.text(first), b: field.text(second), c: field.text("ISBN") },
    });
    expect(read(card, `${first}\nOak\n${second}\n${value}\nISBN\n979`)).toEqual({
      held: { a: "Oak", b: value, c: "979" },
      told: [],
    });
  });
});

test("a line right below the last list may be of it", () => {
  const sermon = defineBox({
    heading: null,
    fields: { by: field.list("Preacher"), text: field.list("Passage", { separator: ";" }) },
  });
  expect(read(sermon, "Preacher: J. Kell\n\nPassage: Psalm\n23")).toEqual({
    held: { by: ["J. Kell"], text: ["Psalm"] },
    told: ["uncertain_value text"],
  });
});

test("a value with the bullet of the next row at its end is doubted", () => {
  const text = "- Rooms: 4\n- Dogs: Yes -\n- Guests: 1–4 * __\n- Setting: Lake";
  expect(read(hotel, text).told).toEqual(["uncertain_value dogs", "uncertain_value guests"]);
});
