import { expect, test } from "vitest";
import { defineBox, field, parseBoxes, safeParseBox, stringifyBox } from "../../src/box/index.ts";
import { FORMS, type Row } from "./flatten.ts";
import { read } from "./read.ts";

/** A word that is the heading of a box and the label of one of its fields, as "Address" is. */

const first = defineBox({
  heading: ["Address", "Adresse"],
  fields: { address: field.text("Address"), country: field.text("Country"), city: field.text("City") },
});
const later = defineBox({
  heading: "Address",
  fields: { country: field.text("Country"), address: field.text("Address"), city: field.text("City") },
});

const held = { address: "7 Weir Lane", country: "Wales", city: "Mold" };
const rows: Row[] = [
  { label: "Address", value: held.address },
  { label: "Country", value: held.country },
  { label: "City", value: held.city },
];

test.each(Object.entries(FORMS))("rows %s are read as under any heading", (_, write) => {
  for (const [box, order] of [
    [first, [0, 1, 2]],
    [later, [1, 0, 2]],
  ] as const) {
    const own = order.map((i) => rows[i] as Row);
    const result = read(box, write("Address", own));
    expect(result.held).toEqual(held);
    expect(result).toEqual(read(defineBox({ ...box, heading: "Place" }), write("Place", own)));
  }
});

test("a row is told from the heading by what follows", () => {
  const below = "Address\n\nAddress\nCity Road 5\nCountry\nWales\nCity\nMold\n";
  expect(read(first, below)).toEqual({ held: { ...held, address: "City Road 5" }, told: [] });
  const lost = "Address\n\n • Address\n • Country Wales\n • City Mold\n";
  expect(read(first, lost)).toEqual({
    held: { country: "Wales", city: "Mold" },
    told: ["label_without_value address"],
  });
  const headless = "Address\n7 Weir Lane\nCountry\nWales\nCity\nMold\n";
  expect(read(first, headless)).toEqual({ held, told: ["missing_heading"] });
});

test("each of several boxes has its heading", () => {
  const text = (street: string) => `Address\n\nAddress\n${street}\nCountry\nWales\nCity\nMold\n`;
  const results = parseBoxes(first, `${text("7 Weir Lane")}\n${text("8 Weir Lane")}`);
  expect(results.map((result) => result.success && result.data.address)).toEqual([
    "7 Weir Lane",
    "8 Weir Lane",
  ]);
});

test("what is written of such a box is read back", () => {
  expect(safeParseBox(first, stringifyBox(first, held))).toEqual({ success: true, data: held, issues: [] });
});
