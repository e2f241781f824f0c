import { expect, test } from "vitest";
import { folded, lower } from "../../src/format/case.ts";

test("letter case is set aside, and with Turkish words the dots of their i", () => {
  expect(lower("View COUNT")).toBe("view count");
  expect(folded("View COUNT")).toBe("view count");
  expect(folded("VİEW Lısts")).toBe("view lists");
  expect(folded("Größe")).toBe("größe");
});
