import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toJson } from "../../src/cli/json.ts";
import { JsonLines } from "../../src/cli/json-lines.ts";

/** Characters that JSON, terminals or UTF-8 treat in a way of their own, among others. */
const unit = fc.oneof(
  fc.constantFrom(...'\n\t"\\ ~\u007f\u0080\u009f\u00e9\u00ff\u0141\u2022\u200e\u2028\u202e\ud800\udc00'),
  { weight: 9, arbitrary: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)) },
);
/** Some are plain, some end beyond what is written sign by sign. */
const text = fc.oneof(
  fc.string({ unit, maxLength: 100 }),
  fc.string({ maxLength: 100 }),
  fc.constantFrom(
    "a".repeat(39),
    "a".repeat(40),
    "a".repeat(41),
    `${"a".repeat(50)}\n`,
    `${"a".repeat(50)}"`,
  ),
);
const value = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "medium" },
    text,
    fc.oneof(fc.double(), fc.integer(), fc.constantFrom(null, undefined, true, false, -0)),
    fc.array(tie("value")),
    fc.dictionary(text, tie("value")),
  ),
})).value;

const linesOf = (values: readonly unknown[], size = 0): string => {
  const lines = new JsonLines(size);
  for (const each of values) lines.add(each);
  return lines.bytes.toString();
};

describe("JsonLines", () => {
  it("writes what toJson writes, in UTF-8, whatever room was expected", () => {
    const property = fc.property(fc.array(value), fc.nat({ max: 200 }), (values, size) => {
      const expected = values.map((each) => `${toJson(each === undefined ? null : each)}\n`).join("");
      expect(linesOf(values, size)).toBe(expected);
    });
    fc.assert(property);
  });

  it("has room for values of any depth", () => {
    const depth = 1_000;
    const deep = JSON.parse(`${'[{"a":'.repeat(depth)}"b"${"}]".repeat(depth)}`);
    expect(linesOf([deep, [], {}, [[]]])).toBe(`${JSON.stringify(deep)}\n[]\n{}\n[[]]\n`);
  });
});
