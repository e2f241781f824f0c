import { describe, expect, test } from "vitest";
import { defineBox, field, safeParseBox, stringifyBox } from "../../src/box/index.ts";

/** Values that start or end with a sign that boxes have between labels and values, or between rows. */

const SIGNS = [
  ":",
  ": ",
  "::",
  "|",
  "| ",
  "│",
  "│/",
  "- ",
  "– ",
  "• ",
  "* ",
  "# ",
  "· ",
  "+ ",
  "=",
  "\\",
  "||",
];
const JOINTS = ["", " ", ": ", "\t", " – ", " | ", " = ", " .. "];

const boxWith = (joint: string) =>
  defineBox({
    heading: "Facts",
    joint,
    fields: {
      name: field.text("Name"),
      topic: field.text("Topic"),
      note: field.text("Note"),
      links: field.list("Links"),
      size: field.int("Size"),
    },
  });

const whole = { name: "one", topic: "two", note: "three", links: ["p", "q"], size: 3 };

const read = (joint: string, text: string) => {
  const result = safeParseBox(boxWith(joint), text);
  const told = new Set(result.issues.map(({ path }) => path[0]));
  return { held: (result.success ? result.data : result.partial) as Record<string, unknown>, told };
};

/** The text of a value whose last line lost what it said, so that no line is known to be as it was written. */
const damaged = (joint: string, value: typeof whole): string =>
  stringifyBox(boxWith(joint), value).replace(/Size.*$/, "Size");

describe.each(JOINTS)("a box written with the joint %j", (joint) => {
  test("comes back but for the line that is damaged, and nothing else is told", () => {
    const { held, told } = read(joint, damaged(joint, whole));
    const { size: _, ...others } = whole;
    expect(held).toEqual(others);
    expect([...told]).toEqual(["size"]);
  });

  test.each(SIGNS.flatMap((sign) => [`${sign}x y`, `x y ${sign.trim()}`, sign.trim()]))(
    "%j stays as it is, or is told",
    (text) => {
      for (const value of [
        { ...whole, topic: text },
        { ...whole, links: ["p", text, "q"] },
      ]) {
        const { held, told } = read(joint, damaged(joint, value));
        for (const key of ["name", "topic", "note", "links"] as const)
          if (!told.has(key)) expect(held[key]).toEqual(value[key]);
      }
    },
  );
});

test("a bar that no other row has is told, and one that all rows have is not", () => {
  const rows = ["Facts", "Name: one", "Topic: two", "Note: three", "Links: p, q", "Size: 3"];
  expect([...read("", rows.join("\n").replace("Topic: ", "Topic: │")).told]).toEqual(["topic"]);
  expect([...read("", rows.map((row) => row.replace(": ", " │ ")).join("\n")).told]).toEqual([]);
  expect([...read("", rows.map((row) => `${row} ·`).join("\n")).told]).toEqual([]);
});

test("a text in several cells is told", () => {
  const rows =
    "Facts\n\n| Name | one | more |\n| Topic | two |\n| Note | three |\n| Links | p |\n| Size | 3 |";
  const { held, told } = read("", rows);
  expect(held).toMatchObject({ name: "one more", topic: "two" });
  expect([...told]).toEqual(["name"]);
});
