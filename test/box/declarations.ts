import { type Codec, defineBox, field } from "../../src/box/index.ts";
import { duration, money } from "./codecs.ts";

/** Made-up boxes that no site prints, each for something that is hard to tell apart. */

/** A value of a type that JSON does not know. */
const instant: Codec<Date> = {
  expected: "a moment, as 2027-03-05T18:30:00.000Z",
  examples: [new Date(0), new Date("2027-03-05T18:30:00Z")],
  read: (text) => (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) ? new Date(text) : undefined),
  write: (value) => value.toISOString(),
};

/** Labels that begin alike, a label that is a word of values, aliases, and rows that nobody declared. */
export const stay = defineBox({
  heading: ["Your stay", "Ihr Aufenthalt"],
  rest: true,
  fields: {
    kind: field.word("Kind", { words: ["room", "house", "price"] }),
    price: field.int("Price", { min: 0, units: ["EUR", "€"] }),
    perNight: field.int(["Price per night", "Preis pro Nacht"], { min: 0, units: ["EUR", "€"] }),
    host: field.text("Host"),
    extras: field.list("Extras"),
    breakfast: field.flag("Breakfast", { yes: ["Yes", "included"], no: ["No", "extra"] }),
    from: field.of("Arrival", instant),
    remarks: field.text("Remarks", { optional: true }),
  },
});

const keys = Array.from({ length: 40 }, (_, i) => i);

/** Forty entries, whose labels are close to each other, and records. */
export const probe = defineBox({
  heading: "Probe readings",
  fields: {
    station: field.pattern("station", /[A-Z]{2}\d{3}/, { expected: "two letters and three digits" }),
    taken: field.date("taken on"),
    readings: field.entries(
      "readings",
      Object.fromEntries(keys.map((k) => [`k${k}`, field.number(`sensor ${k}`, { min: 0 })])),
    ),
    people: field.records("people", {
      name: field.text("name"),
      role: field.word("role"),
      age: field.int("age"),
    }),
    firmware: field.version("firmware"),
    verdict: field.sentence("verdict"),
  },
});

/** No heading, nothing between label and value, and values of codecs. */
export const dish = defineBox({
  heading: null,
  joint: "",
  fields: {
    course: field.list("course", { separator: [", ", " and "] }),
    prep: field.of("prep time", duration),
    total: field.of("total time", duration),
    cost: field.of("cost", money, { optional: true }),
    serves: field.int("serves", { min: 1, max: 40, units: ["people"] }),
    weight: field.number("weight", { units: ["kg"], decimal: "," }),
  },
});
