import fc from "fast-check";
import { expect, test } from "vitest";
import { toJson, toJsonLine } from "../../src/cli/output.ts";

/** Characters that JSON, terminals or UTF-8 treat in a way of their own, among others. */
const unit = fc.oneof(
  fc.constantFrom(...'\n\t"\\ ~\u007f\u0080\u009f\u00e9\u00ff\u2022\u200e\u2028\u202e\ud800\udc00'),
  fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
);
const value = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.string({ unit }),
    fc.constantFrom(null, true, 1.5),
    fc.array(tie("value")),
    fc.dictionary(fc.string({ unit }), tie("value")),
  ),
})).value;

test("a line is the JSON of its value, in UTF-8, and has one end", () => {
  fc.assert(
    fc.property(value, (each) => {
      expect(toJsonLine(each)).toEqual(Buffer.from(`${toJson(each)}\n`));
      expect(JSON.parse(toJsonLine(each).toString())).toEqual(each);
    }),
  );
});
