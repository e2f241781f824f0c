import { defineBox, field, safeParseBox } from "alphanode-post/box";
import { describe, expect, test } from "vitest";

/** Signs of the tool that wrote a box, which all of its rows share, and one that a single row has. */

const box = defineBox({
  heading: "Car",
  fields: {
    make: field.word("Make"),
    engine: field.text("Engine"),
    power: field.int("Power"),
    extras: field.list("Extras"),
  },
});

const whole = { make: "Tovia", engine: "V8 diesel", power: 90, extras: ["radio", "tow bar"] };
/** What is read of a text, and what is told. */
const read = (declared: Parameters<typeof safeParseBox>[0], text: string) => {
  const result = safeParseBox(declared, text);
  return {
    value: (result.success ? result.data : result.partial) as Record<string, unknown>,
    issues: result.issues,
  };
};

const ROWS = [
  ["Make", "Tovia"],
  ["Engine", "V8 diesel"],
  ["Power", "90"],
  ["Extras", "radio, tow bar"],
] as const;

const written = (row: (label: string, value: string) => string): string =>
  `Car\n\n${ROWS.map(([label, value]) => row(label, value)).join("\n")}\n`;

describe("what all rows share is none of their values", () => {
  test.each<[string, (label: string, value: string) => string]>([
    ["an equals sign", (label, value) => `${label} = ${value}`],
    ["an arrow", (label, value) => `${label} → ${value}`],
    ["a sign right behind the label", (label, value) => `${label}—${value}`],
    ["leader dots", (label, value) => `${label} ........ ${value}`],
    ["a sign before a colon", (label, value) => `${label} (?): ${value}`],
    ["back-ticks around values", (label, value) => `${label}: \`${value}\``],
    ["quotation marks around values", (label, value) => `${label}: "${value}"`],
    ["a semicolon behind values", (label, value) => `${label}: ${value};`],
    ["the number of a note", (label, value) => `${label}: ${value}[1]`],
    ["a button", (label, value) => `${label}: ${value} Copy`],
    ["a sign and marks", (label, value) => `• ${label} = "${value}",`],
  ])("%s", (_, row) => {
    const { value, issues } = read(box, written(row));
    expect(value).toEqual(whole);
    expect(issues).toEqual([]);
  });
});

test("what one row has is kept", () => {
  const source = written((label, value) =>
    label === "Engine" ? `${label}: = ${value}` : `${label}: ${value}`,
  );
  expect(read(box, source).value).toMatchObject({ engine: "= V8 diesel" });
});

test("two rows share a sign that joins label and value", () => {
  const two = defineBox({
    heading: "Car",
    fields: { make: field.text("Make"), engine: field.text("Engine") },
  });
  expect(read(two, "Car\n\nMake = a\nEngine = b\n").value).toMatchObject({
    make: "a",
    engine: "b",
  });
});

describe("labels of Turkish", () => {
  const turkish = defineBox({
    heading: "İlan",
    fields: {
      half: field.text("İlk yarı"),
      inside: field.flag("İç mekân", { yes: ["İçinde"], no: ["Dışında"] }),
    },
  });

  test.each([
    "İlan\n\nİlk yarı: 1 - 0\nİç mekân: İçinde\n",
    "İLAN\n\nİLK YARI: 1 - 0\nİÇ MEKÂN: İÇİNDE\n",
    "İlan\n\nilk yarı: 1 - 0\niç mekân: içinde\n",
  ])("%j", (source) => {
    const { value, issues } = read(turkish, source);
    expect(value).toEqual({ half: "1 - 0", inside: true });
    expect(issues).toEqual([]);
  });
});
