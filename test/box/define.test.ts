import { describe, expect, test } from "vitest";
import {
  type Box,
  boxJsonSchema,
  boxSchema,
  defineBox,
  field,
  parseBox,
  safeParseBox,
  stringifyBox,
} from "../../src/box/index.ts";

const declared =
  (fields: object, more: object = {}) =>
  () =>
    defineBox({ heading: "Facts", fields: fields as Record<string, ReturnType<typeof field.text>>, ...more });

describe("a declaration is refused that", () => {
  test.each([
    ["has no fields", {}, {}, "a box has no fields"],
    ["has a list of fields", [field.text("A")], {}, "a box has an array for fields; expected one or more by"],
    [
      "has entries without fields",
      { a: field.entries("A", {}) },
      {},
      '"a" has no fields; expected one or more',
    ],
    [
      "has entries of nothing",
      { a: field.entries("A", undefined as never) },
      {},
      '"a" has undefined for fields',
    ],
    ["has a field that is none", { a: "Size" }, {}, '"a" is not a field, but a string'],
    ["has a number for a heading", { a: field.text("A") }, { heading: 3 }, "found heading: 3"],
    [
      "has no headings",
      { a: field.text("A") },
      { heading: [] },
      "expected a text, a list of one or more, or null",
    ],
    [
      "says no heading",
      { a: field.text("A") },
      { heading: undefined },
      "a box has no heading; expected a text",
    ],
    ["has a number for a joint", { a: field.text("A") }, { joint: 3 }, "found joint: 3"],
    ["has a number for the rest", { a: field.text("A") }, { rest: 3 }, "expected true, false, or the name"],
    ["says what nobody knows", { a: field.text("A") }, { minfields: 1 }, 'an option named "minfields"'],
    [
      "is told by more fields than there are",
      { a: field.text("A") },
      { minFields: 2 },
      "minFields is 2; expected",
    ],
    ["has an empty label", { a: field.text(" ") }, {}, 'a label of the field "a" is empty'],
    ["has a label of two lines", { a: field.text("a\nb") }, {}, "holds a line end"],
    [
      "gives two fields one label",
      { a: field.text("Size"), b: field.int(["Area", "size:"]) },
      {},
      'the fields "a" and "b" have one label, "size:"',
    ],
    [
      "gives two entries one label",
      { a: field.entries("A", { b: field.int("x"), c: field.int("X") }) },
      {},
      'the fields "b" and "c" have one label',
    ],
    [
      "gives an entry the label of its field",
      { a: field.entries("A", { b: field.int("a") }) },
      {},
      "the label of the field that holds it",
    ],
    [
      "has entries in entries",
      { a: field.entries("A", { b: field.entries("B", { c: field.int("C") }) }) },
      {},
      "two levels deep",
    ],
    ["has a list of no items", { a: field.list("A", { size: 0 }) }, {}, "a size of 0"],
    ["has an empty heading", { a: field.text("A") }, { heading: ["Facts", " "] }, "a heading is empty"],
    ["keeps the rest in a field", { rest: field.text("A") }, { rest: true }, '"rest" is a field'],
    ["keeps the rest in a prototype", { a: field.text("A") }, { rest: "__proto__" }, "cannot keep the rest"],
    ["names a prototype", { ["__proto__"]: field.text("A") }, {}, "cannot be the name of data"],
    ["has a prototype of its own", { __proto__: field.text("A") }, {}, "no fields of its own"],
    ["is told by no field", { a: field.text("A") }, { minFields: 0 }, "minFields is 0"],
  ])("%s", (_, fields, more, message) => {
    expect(declared(fields, more)).toThrow(TypeError);
    expect(declared(fields, more)).toThrow(message);
  });

  test.each([undefined, null, "Facts"])("is %s", (declaration) => {
    expect(() => defineBox(declaration as never)).toThrow(
      /^a box is declared by an object with heading and fields, got/,
    );
  });

  test.each([
    [
      "has a codec without words for it",
      () => field.of("A", { read: String, write: String } as never),
      "no `expected`",
    ],
    ["knows no words", () => field.word("A", { words: [] }), "expected a list of one or more words"],
    [
      "has a flag that is never set",
      () => field.flag("A", { yes: [] }),
      "expected a word, or a list of one or more",
    ],
  ])("%s", (_, make, message) => {
    expect(make).toThrow(TypeError);
    expect(make).toThrow(message);
  });

  test("is no box", () => {
    expect(() => parseBox({} as Box, "")).toThrow("this is not a box");
  });
});

describe("labels one edit apart", () => {
  const box = defineBox({
    heading: null,
    fields: { tops: field.int("Tops"), tips: field.int("Tips"), size: field.text("Size") },
  });

  test("are told apart", () => {
    expect(parseBox(box, "Tops: 1\nTips: 2\nSize: 3")).toEqual({ tops: 1, tips: 2, size: "3" });
  });

  test("are never guessed between", () => {
    const result = safeParseBox(box, "Taps: 1\nTips: 2\nSize: 3");
    expect(result.issues.map(({ code, path }) => [code, path])).toEqual([["ambiguous_label", ["tops"]]]);
    expect(!result.success && result.partial).toEqual({ tips: 2, size: "3" });
  });
});

test("of two missing fields that a label may be of, each has an issue", () => {
  const box = defineBox({
    heading: "Fruit",
    fields: { tops: field.int("Tops"), tips: field.int("Tips"), size: field.text("Size") },
  });
  const { issues } = safeParseBox(box, "Fruit\n\nTaps: 1\nSize: 3");
  expect(issues.filter(({ path }) => path.length > 0).map(({ code, path }) => [code, path])).toEqual([
    ["missing_field", ["tips"]],
    ["ambiguous_label", ["tops"]],
  ]);
});

test("rows of a label that an object has by nature are data", () => {
  const box = defineBox({ heading: "Facts", rest: true, fields: { constructor: field.text("Maker") } });
  const result = safeParseBox(box, "Facts\n\nMaker: Ann\n__proto__: x\ntoString: y");
  const value = parseBox(box, "Facts\n\nMaker: Ann\n__proto__: x\ntoString: y");
  expect(result.issues).toEqual([]);
  expect(value.constructor).toBe("Ann");
  expect(Object.entries(value.rest)).toEqual([
    ["__proto__", "x"],
    ["toString", "y"],
  ]);
});

describe("a value that cannot be written", () => {
  const box = defineBox({
    heading: null,
    fields: { a: field.text("A"), b: field.int("B", { min: 1 }), c: field.list("C") },
  });
  test.each([
    [{ a: "x\ny", b: 1, c: ["z"] }, '"a" is not a single line of text'],
    [{ a: "x", b: 0, c: ["z"] }, '"b" is not valid: 0'],
    [{ a: "x", b: 1, c: [] }, '"c" has no items'],
    [{ b: 1, c: ["z"] }, '"a" has no value'],
  ])("%j is refused", (value, message) => {
    expect(() => stringifyBox(box, value as never)).toThrow(message);
  });
});

test("a codec that throws refuses the text", () => {
  const box = defineBox({
    heading: null,
    fields: {
      a: field.of("A", {
        expected: "nothing",
        read: () => {
          throw new Error("no");
        },
        write: String,
      }),
    },
  });
  expect(safeParseBox(box, "A: x").issues.map(({ code }) => code)).toEqual(["invalid_value"]);
  expect(boxSchema(box).safeParse({ a: 1 }).success).toBe(false);
});

test("a text that is too long is not read", () => {
  const box = defineBox({ heading: null, fields: { a: field.text("A") } });
  expect(safeParseBox(box, "A: x", { maxLength: 3 }).issues.map(({ code }) => code)).toEqual([
    "source_too_long",
  ]);
  expect(safeParseBox(box, "A:x y", { strict: true }).success).toBe(true);
});

test("the JSON Schema shows the examples of a codec that JSON can hold, whatever its values are", () => {
  const bytes = {
    expected: "a number of bytes, as 12n",
    examples: [12n],
    read: (text: string) => (/^\d+n$/.test(text) ? BigInt(text.slice(0, -1)) : undefined),
    write: (value: bigint) => `${value}n`,
  };
  const box = defineBox({ heading: "Facts", fields: { size: field.of("Size", bytes) } });
  expect(parseBox(box, "Facts\n\nSize: 12n")).toEqual({ size: 12n });
  expect(boxJsonSchema(box)).toMatchObject({ properties: { size: { examples: [] } } });
});
