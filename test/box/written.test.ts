import { describe, expect, test } from "vitest";
import { boxJsonSchema, boxSchema, defineBox, field, parseBox, stringifyBox } from "../../src/box/index.ts";

/** What is written is read back to the same value, or is not written. */

const parts = { a: field.text("Aa", { optional: true }), b: field.text("Bb", { optional: true }) };

/** Dollars and euros: a third currency has no sign of its own. */
const price = {
  expected: "an amount, such as $4",
  read: (text: string) => {
    const [, sign, amount] = /^([$€])(\d+)$/.exec(text) ?? [];
    return sign && { amount: Number(amount), currency: sign === "$" ? "USD" : "EUR" };
  },
  write: ({ amount, currency }: { amount: number; currency: string }) =>
    `${currency === "EUR" ? "€" : "$"}${amount}`,
};

const day = {
  expected: "a day",
  read: (text: string) => new Date(text),
  write: (value: Date) => value.toISOString(),
};

/** A text of which none has a word. */
const remark = {
  expected: "a remark, or a dash",
  read: (text: string) => (text === "—" ? "" : text),
  write: (value: string) => (value === "" ? "—" : value),
};

const holding = (one: Parameters<typeof defineBox>[0]["fields"][string]) =>
  defineBox({ heading: "Facts", fields: { x: one, z: field.text("Zeta") } });

describe("what would not be read back is not written", () => {
  test.each([
    [
      "a value that the codec writes as another",
      field.of("Ex", price as never),
      { amount: 4, currency: "GBP" },
    ],
    ["a known word in other letters", field.word("Ex", { words: ["one", "two"] }), "ONE"],
    ["no text", field.text("Ex"), null],
    ["an object for a text", field.text("Ex"), { a: 1 }],
    ["a text for a number", field.int("Ex"), "3"],
    ["a word for a flag", field.flag("Ex"), "no"],
    ["no list", field.list("Ex"), "one"],
    ["an item that is no text", field.list("Ex"), ["one", 2]],
  ])("%s, and the schema refuses it", (_, one, x) => {
    const box = holding(one);
    expect(() => stringifyBox(box, { x, z: "end" })).toThrow(TypeError);
    expect(boxSchema(box).safeParse({ x, z: "end" }).success).toBe(false);
  });

  test.each([
    [
      "records without what tells them apart",
      field.records("Ex", parts),
      [{ a: "1" }, { b: "2" }],
      '"x" is [{',
    ],
    ["a record of nothing", field.records("Ex", parts), [{}, { a: "1" }], '"x" is [{}'],
    ["entries of nothing", field.entries("Ex", parts), {}, "would not be read back"],
  ])("%s", (_, one, x, message) => {
    expect(() => stringifyBox(holding(one), { x, z: "end" })).toThrow(message);
  });

  test("a property that no field has, unless it is undefined", () => {
    const box = holding(field.text("Ex"));
    expect(() => stringifyBox(box, { x: "one", z: "end", y: 1 } as never)).toThrow(
      '"y" is the property of no field of this box',
    );
    expect(stringifyBox(box, { x: "one", z: "end", y: undefined } as never)).toContain("one");
  });

  test("no value at all", () => {
    expect(() => stringifyBox(holding(field.text("Ex")), null as never)).toThrow("expected an object");
  });
});

test.each([
  ["values of a class", field.of("Ex", day), new Date(0)],
  ["an empty text that a codec writes", field.of("Ex", remark), ""],
  ["values of a codec", field.of("Ex", price as never), { amount: 4, currency: "EUR" }],
  ["records that start alike", field.records("Ex", parts), [{ a: "1" }, { a: "1", b: "2" }]],
  ["a list of nothing where there may be none", field.list("Ex", { optional: true }), []],
])("%s are written", (_, one, x) => {
  const box = holding(one);
  const none = Array.isArray(x) && x.length === 0;
  expect(parseBox(box, stringifyBox(box, { x, z: "end" }))).toEqual(none ? { z: "end" } : { x, z: "end" });
});

test("lists among entries are written further right than these, and read back", () => {
  const named = { a: field.text("Aa"), c: field.list("Cc", { optional: true }), d: field.int("Dd") };
  const box = defineBox({
    heading: null,
    fields: { x: field.entries("Ex", named), y: field.records("Why", named) },
  });
  const value = {
    x: { a: "one", c: ["two", "Dd: 4"], d: 3 },
    y: [
      { a: "four", d: 5 },
      { a: "six", c: ["seven"], d: 8 },
    ],
  };
  const text = stringifyBox(box, value);
  expect(text).toContain("Ex\n  • Aa: one\n  • Cc\n    • two\n    • Dd: 4\n  • Dd: 3\nWhy\n");
  expect(text).toContain("\n    • Cc\n      • seven\n");
  expect(parseBox(box, text)).toEqual(value);
  expect(stringifyBox(box, { ...value, x: { a: "one", c: [], d: 3 } })).not.toContain(
    "Ex\n  • Aa: one\n  • Cc",
  );
  expect(() => stringifyBox(box, { ...value, x: { a: "one", c: "two" as never, d: 3 } })).toThrow(
    '"x.c" has no items',
  );
});

describe("the schemas accept what is read", () => {
  test("a list of another size than is usual", () => {
    const box = holding(field.list("Ex", { size: 3 }));
    const value = parseBox(box, "Facts\n\nEx\n  • a\n  • b\nZeta: end");
    expect(boxSchema(box).parse(value)).toEqual(value);
    expect(stringifyBox(box, value)).toContain("  • b");
  });

  test("a text of a pattern with flags, which a JSON Schema cannot have", () => {
    const box = defineBox({
      heading: "Facts",
      fields: { x: field.pattern("Ex", /[a-z]{2}-\d+/i), y: field.pattern("Why", /\d\p{L}/u) },
    });
    const value = parseBox(box, "Facts\n\nEx: AB-12\nWhy: 1é");
    expect(boxSchema(box).parse(value)).toEqual(value);
    expect(boxSchema(box).safeParse({ ...value, x: "A" }).success).toBe(false);
    const schema = JSON.stringify(boxJsonSchema(box));
    expect(schema).toContain("p{L}");
    expect(schema).not.toContain("[a-z]");
  });
});
