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

/** Words of which a label is one, other labels are another with more, and a value may be a third. */
const LEVELS = ["level", "level up", "up", "size"];

/** Labels that are words of values, that begin alike at every length, and that have signs of patterns in them. */
export const game = defineBox({
  heading: ["Game sheet", "Spielbogen"],
  joint: " – ",
  fields: {
    level: field.word("Level", { words: LEVELS }),
    levelUp: field.int("Level up", { min: 1 }),
    levelUpCost: field.number("Level up cost (max.)", { min: 0, units: ["XP"] }),
    size: field.word("Size", { words: LEVELS }),
    sizeOfTeam: field.int("Size of team", { min: 1, max: 12 }),
    skills: field.list("Skills", { separator: " / ", optional: true }),
    since: field.date("Up since"),
    note: field.sentence("Note", { optional: true }),
  },
});

/** A cell of a grid: a letter and a number, as a pair. */
const cell: Codec<{ column: string; row: number }> = {
  expected: "a cell, such as C7",
  examples: [
    { column: "C", row: 7 },
    { column: "A", row: 12 },
  ],
  read: (text) => {
    const [, column, row] = /^([A-H])(\d{1,2})$/.exec(text) ?? [];
    return column === undefined ? undefined : { column, row: Number(row) };
  },
  write: ({ column, row }) => `${column}${row}`,
};

/** Labels that differ in their last letter alone, in another script, and lists in entries. */
export const board = defineBox({
  heading: "Доска",
  joint: "\t",
  fields: {
    open: field.flag("Открыта", { yes: ["да", "yes"], no: ["нет", "no"] }),
    first: field.of("Клетка 1", cell),
    second: field.of("Клетка 2", cell),
    third: field.of("Клетка 3", cell, { optional: true }),
    players: field.entries("Игроки", {
      white: field.text("Белые"),
      black: field.text("Чёрные"),
      openings: field.list("Дебюты", { optional: true }),
      draws: field.int("Ничьи", { min: 0 }),
    }),
    moves: field.list("Ходы"),
    version: field.version("Правила"),
  },
});

/** A table of records below a label, and a row of its own. */
export const hoursWith = (closes: { readonly optional: boolean }) =>
  defineBox({
    heading: null,
    fields: {
      hours: field.records("Hours", {
        day: field.text("Day"),
        open: field.text("Opens"),
        close: field.text("Closes", closes),
      }),
      zone: field.text("Zone"),
    },
  });
