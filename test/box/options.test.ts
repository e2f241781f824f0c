import { describe, expect, test } from "vitest";
import { defineBox, field, parseBoxes, safeParseBox } from "../../src/box/index.ts";

/** Options are checked for callers whose code has no types. */

const any = field as unknown as Record<keyof typeof field, (...given: unknown[]) => unknown>;

describe("a field is refused whose options", () => {
  test.each([
    ["have a name that is none", () => any.text("Aa", { optinal: true }), 'found an option named "optinal"'],
    [
      "have the name of another kind",
      () => any.text("Aa", { units: ["m"] }),
      'found an option named "units"',
    ],
    ["have no decimal sign", () => field.number("Aa", { decimal: "" }), "found decimal: "],
    ["have a digit for a sign", () => field.number("Aa", { thousands: "0" }), "found thousands: 0"],
    [
      "have one sign for both",
      () => field.number("Aa", { thousands: ".", decimal: "." }),
      "expected two signs",
    ],
    [
      "have no number between the bounds",
      () => field.int("Aa", { min: 5, max: 1 }),
      "found min: 5 and max: 1",
    ],
    ["have no number for a bound", () => field.int("Aa", { min: Number.NaN }), "found min: NaN"],
    [
      "have a word that means both",
      () => field.flag("Aa", { yes: "On", no: ["on"] }),
      "found yes: On and no: on",
    ],
    ["have an order that is none", () => any.date("Aa", { order: "ymd" }), "expected dmy or mdy"],
    ["have a unit for units", () => any.number("Aa", { units: "kg" }), "found units: kg"],
    ["have an empty word", () => field.word("Aa", { words: ["one", " "] }), "none of them empty"],
    ["are none", () => any.list("Aa", null), "expected an object"],
  ])("%s", (_, make, message) => {
    expect(make).toThrow(TypeError);
    expect(make).toThrow(message);
  });

  test.each([
    ["no label", () => any.text(undefined), "has no label"],
    ["no codec", () => any.of("Aa"), "no functions `read` and `write`"],
    ["no pattern at all", () => any.pattern("Aa"), "expected a RegExp"],
    ["no pattern", () => any.pattern("Aa", "ab"), "expected a RegExp"],
  ])("is refused that has %s", (_, make, message) => {
    expect(make).toThrow(message);
  });
});

test("signs and words that go together are taken", () => {
  const box = defineBox({
    heading: "Facts",
    fields: {
      a: field.number("Aa", { thousands: " ", decimal: ",", min: 1, max: 1 }),
      b: field.number("Bb", { thousands: undefined, decimal: "." }),
      c: field.flag("Cc", { yes: "x", no: "" }),
    },
  });
  expect(Object.keys(box.fields)).toEqual(["a", "b", "c"]);
});

describe("a text is read with", () => {
  const box = defineBox({ heading: "Facts", fields: { a: field.text("Aa"), z: field.text("Zz") } });
  test.each([
    [{ maxLength: Number.NaN }, "found maxLength: NaN"],
    [{ maxLength: "9" }, "found maxLength: 9"],
    [{ strct: true }, 'found an option named "strct"'],
    [{ strict: "yes" }, "found strict: yes"],
  ])("no such options as %j", (options, message) => {
    expect(() => safeParseBox(box, "Facts\n\nAa: 5\nZz: x", options as object)).toThrow(RangeError);
    expect(() => safeParseBox(box, "Facts\n\nAa: 5\nZz: x", options as object)).toThrow(message);
  });

  test("an issue where it is too long, however many boxes are asked for", () => {
    const told = parseBoxes(box, "Facts\n\nAa: 5\nZz: x", { maxLength: 9 });
    expect(told.map(({ issues }) => issues.map(({ code }) => code))).toEqual([["source_too_long"]]);
    expect(parseBoxes(box, "none")).toEqual([]);
  });
});

test("a box of another copy of the package is read", () => {
  const made = defineBox({ heading: null, joint: " ", rest: "more", fields: { a: field.int("Aa") } });
  // Another copy has another memory of what it made.
  const other = Object.freeze({ ...made });
  expect(safeParseBox(other, "Aa 5")).toEqual(safeParseBox(made, "Aa 5"));
});
