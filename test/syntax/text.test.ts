import { safeParseArticle } from "alphanode-post";
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

test("a heading is taken without the colon that ends it", () => {
  const headingsOf = (line: string) =>
    safeParseArticle(`a title\n\nan intro.\n\n${line}\n\nsome words here.\n`).value.sections?.map(
      ({ heading }) => heading,
    );
  expect(headingsOf("why this matters")).toEqual(["why this matters"]);
  expect(headingsOf("Final notes :")).toEqual(["Final notes"]);
  expect(headingsOf("final notes:")).toEqual(["final notes"]);
});
