import { expect, test } from "vitest";
import { isOdd, isUsual, plain } from "../../src/format/text.ts";

const UNITS = Array.from({ length: 0x1_0000 }, (_, unit) => String.fromCharCode(unit));

test("a text is odd where it has layout that is made plain, or line ends other than LF", () => {
  const isLineEnd = (unit: string): boolean => ["\r", "\u2028", "\u2029"].includes(unit);
  const misjudged = UNITS.filter(
    (unit) =>
      isOdd(`a${unit}b`, isUsual(`a${unit}b`)) !== (isLineEnd(unit) || plain(`a${unit}b`) !== `a${unit}b`),
  );
  expect(misjudged).toEqual([]);
});
