import { describe, expect, test } from "vitest";
import { nearLabelEnds } from "../../src/syntax/labels.ts";
import { foldCase, standsAt } from "../../src/syntax/letters.ts";

describe("a label with one edit ends", () => {
  test.each<[text: string, edit: string, ends: number[]]>([
    ["toolsbash", "none, but a letter behind", [6]],
    ["tools", "none", []],
    ["tools: bash", "none, and a mark behind", []],
    ["toolbash", "a letter dropped, or the last changed", [4, 5]],
    ["tolls bash", "a letter changed", [5]],
    ["toools bash", "a letter added", [6]],
    ["otols bash", "two letters swapped", [5]],
    ["toxxs bash", "two letters changed", []],
  ])("in %j: %s", (text, _, ends) => expect(nearLabelEnds(text, "tools")).toEqual(ends));
});

describe("a letter", () => {
  test.each([
    ["A", "a"],
    ["Z", "z"],
    ["a", "a"],
    ["@", "@"],
    ["[", "["],
    ["\n", "\n"],
    ["\u0000", "\u0000"],
  ])("%j is folded to %j", (letter, folded) =>
    expect(foldCase(letter.charCodeAt(0))).toBe(folded.charCodeAt(0)),
  );
});

test("a word stands at an offset in any letter case, and nowhere else", () => {
  expect(standsAt("an Image Source:", 3, "image source:")).toBe(true);
  expect(standsAt("an Image\u0000Source:", 3, "image source:")).toBe(false);
  expect(standsAt("an Image", 3, "image source:")).toBe(false);
});
