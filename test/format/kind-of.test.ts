import { expect, test } from "vitest";
import { kindOf } from "../../src/format/kind-of.ts";

test.each<[unknown, string]>([
  [null, "null"],
  [undefined, "undefined"],
  [[], "an array"],
  [new Uint8Array(1), "bytes"],
  [{}, "an object"],
  [7, "a number"],
  ["", "a string"],
])("of %o is said in words", (value, words) => expect(kindOf(value)).toBe(words));
