import { describe, expect, test } from "vitest";
import { defineBox, field } from "../../src/box/index.ts";
import { read, readOnPage } from "./read.ts";

/** Signs between rows, and rows that were wrapped at a width. */

const optional = true;

describe("a sign between rows", () => {
  const album = defineBox({
    heading: "Album",
    fields: {
      artist: field.text("Artist"),
      label: field.text("Label"),
      length: field.pattern("Length", /\d+:\d\d/, { expected: "minutes and seconds" }),
      genres: field.list("Genre"),
    },
  });
  const held = {
    artist: "The Grey Cups",
    label: "Low Tide",
    length: "41:20",
    genres: ["Folk", "Chamber pop"],
  };
  const rows = ["Artist\nThe Grey Cups", "Label\nLow Tide", "Length\n41:20", "Genre\nFolk, Chamber pop"];

  test.each(["/", "·", "•"])("has a line or a cell of its own: %s", (sign) => {
    const text = rows.join(`\n${sign}\n`);
    expect(read(album, `Album\n${text}`)).toEqual({ held, told: [] });
    expect(read(album, `Album\n${text.replaceAll("\n", "\t")}`).held).toEqual(held);
  });

  test("tells of a label behind it in a line that was wrapped", () => {
    const line = "Artist The Grey Cups / Label Low Tide / Length\n41:20 / Genre Folk, Chamber pop";
    expect(readOnPage(album, `Album\n\n${line}`).held).toEqual(held);
  });

  test("that stands once is told", () => {
    expect(read(album, "Album\nArtist\nA\n/\nLabel\nB\nLength\n41:20\nGenre\nFolk").told).toContain(
      "wrapped_text artist",
    );
  });
});

test("a value is read in the line below its label where the row of cells was wrapped there", () => {
  const facts = defineBox({
    heading: "Nutrition",
    fields: {
      serving: field.text("Serving"),
      kcal: field.int("Calories", { units: ["kcal"] }),
      fat: field.int("Fat", { units: ["g"] }),
      sat: field.int("Saturated Fat", { units: ["g"], optional }),
      trans: field.number("Trans Fat", { units: ["g"], optional }),
      sodium: field.int("Sodium", { units: ["mg"] }),
      c: field.int("Vitamin C", { units: ["mg"] }),
      iron: field.int("Iron", { units: ["mg"] }),
    },
  });
  const lines = [
    "   Serving: a bowl or more of this | Calories: 312kcal | and more of it",
    "   | Fat: 12g | Saturated Fat: 3g | Polyunsaturated fat: 2g | Trans Fat:",
    "   0.1g | Cholesterol: 10mg | Sodium: 640mg | Vitamin A: 1250IU | Vitamin",
    "   C: 12mg | Iron: 2mg",
  ];
  const { held } = readOnPage(facts, `Nutrition\n\n${lines.join("\n")}`);
  expect(held).toMatchObject({ kcal: 312, fat: 12, sat: 3, trans: 0.1, sodium: 640, c: 12, iron: 2 });
});
