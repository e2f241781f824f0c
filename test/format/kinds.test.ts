import { expect, test } from "vitest";
import type { ValueRow } from "../../src/format/fields.ts";
import { missingKinds } from "../../src/format/kinds.ts";

const row = { key: "type", kinds: ["stack", "area", "problem"] } as unknown as ValueRow;
const records = (...types: unknown[]): { type: unknown }[] => types.map((type) => ({ type }));

test.each<[unknown[], string[]]>([
  [["stack", "area", "problem"], []],
  [["stack", "problem"], ["area"]],
  [["Stack", "other", "PROBLEM"], ["area"]],
  [["area"], ["stack", "problem"]],
  [["other"], []],
  [[], []],
  [["stack", undefined], []],
  [[undefined, "stack"], []],
])("of records of %j, %j seem to be lost", (types, missing) => {
  expect(missingKinds(row, records(...types))).toEqual(missing);
});

test("where a row has no kinds, none is missing", () => {
  expect(missingKinds({ key: "type" } as unknown as ValueRow, records("stack"))).toEqual([]);
});
