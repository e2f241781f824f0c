import { describe, expect, test } from "vitest";
import { defineBox, field } from "../../src/box/index.ts";
import { read, readOnPage } from "./read.ts";

/** Figures and what stands around them: what they count, several pairs on one line, signs at their ends. */

describe("figures before what they count, several on one line", () => {
  const house = defineBox({
    heading: null,
    fields: {
      beds: field.int("Beds"),
      baths: field.number("Baths"),
      area: field.int("Sq Ft", { thousands: "," }),
      kind: field.text("Kind", { optional: true }),
    },
  });
  const right = { beds: 4, baths: 2.5, area: 1840 };

  test.each([
    ["with spaces", "4 Beds 2.5 Baths 1,840 Sq Ft"],
    ["with nothing", "4Beds2.5Baths1,840Sq Ft"],
    ["with signs between", "4 Beds · 2.5 Baths · 1,840 Sq Ft"],
    ["with bars between", "4 Beds | 2.5 Baths | 1,840 Sq Ft"],
    ["over two lines", "4 Beds, 2.5 Baths,\n1,840 Sq Ft"],
    ["behind the text of a picture", "[bed.png]4 Beds\n2.5 Baths\n1,840 Sq Ft"],
  ])("%s", (_, text) => {
    expect(readOnPage(house, `To let\n\n${text}`)).toEqual({ held: right, told: [] });
  });

  test.each([
    ["the first figure is gone", "Beds 2 Baths 1,840 Sq Ft"],
    ["more stands around them", "The house has 4 Beds 2 Baths 1,840 Sq Ft and a yard."],
    ["a word was joined to the first", "House4 Beds2 Baths1,840 Sq Ft"],
  ])("are told where %s", (_, text) => {
    const { told } = read(house, text);
    expect(told).toContain("uncertain_value beds");
    expect(told).toContain("uncertain_value baths");
  });

  test("are none of the labels behind them where a label stands at the end of the line above", () => {
    const flat = defineBox({
      heading: "Flat",
      fields: {
        no: field.int("No"),
        area: field.int("Area"),
        rooms: field.text("Rooms"),
        age: field.text("Age"),
      },
    });
    const { held } = read(flat, "Flat No\n1043 Area\n145 Rooms\n3+1 Age\n5-10");
    expect(held).not.toHaveProperty("area");
    expect(held).not.toHaveProperty("rooms");
  });
});

describe("a label right behind a value that ends with a sign", () => {
  const boat = defineBox({
    heading: "Boat",
    fields: {
      price: field.text("Price"),
      length: field.text("Length"),
      waterline: field.number("Waterline", { units: ["m"] }),
      since: field.int("Built"),
    },
  });
  test("of inches or of a sum without cents is found", () => {
    const { held, told } = read(boat, `Boat\n\nPrice€ 12.450,-Length9.85 m / 32' 4"Waterline8.10 mBuilt1998`);
    expect(held).toEqual({ price: "€ 12.450,-", length: `9.85 m / 32' 4"`, waterline: 8.1, since: 1998 });
    expect(new Set(told.map((one) => one.split(" ")[0]))).toEqual(new Set(["run_together"]));
  });
});

test("a star behind a value is its own, and told", () => {
  const kettle = defineBox({
    heading: "Kettle",
    fields: {
      model: field.text("Model"),
      price: field.text("Price"),
      power: field.int("Power", { units: ["W"] }),
    },
  });
  const held = { model: "K 17", price: "39.99 € *", power: 2200 };
  for (const joint of [": ", "\n", "\t"])
    expect(
      readOnPage(kettle, `Kettle\n\nModel${joint}K 17\nPrice${joint}39.99 € *\nPower${joint}2200 W`),
    ).toEqual({
      held,
      told: ["uncertain_value price"],
    });
});
