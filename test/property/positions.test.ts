import { positionAt, safeParseArticle, safeParseMetaBox, safeParsePost } from "alphanode-post";
import { damagedSource, sourceText } from "alphanode-post/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { expectSame } from "../support/check.ts";
import { expectLocated, valuesOf } from "../support/positions.ts";
import { RUNS } from "../support/runs.ts";

/** Expects a text to be read as without positions, and each value to stand where its position says. */
function expectPositions(text: string): void {
  const { positions, ...result } = safeParsePost(text, { positions: true });
  expectSame(result, { ...safeParsePost(text) });
  expectLocated(text, valuesOf(result.value), positions);
}

/** Every value of them points to its characters: the properties of forms and of damages hold that, with far more cases. */
test("nothing else is read where positions are asked for", () => {
  const anyText = fc.oneof(sourceText(), damagedSource());
  fc.assert(
    fc.property(anyText, ({ text }) => expectPositions(text)),
    { numRuns: Math.min(RUNS, 250) },
  );
});

test("every value of an article and of a box alone points to its characters", () => {
  fc.assert(
    fc.property(damagedSource(), ({ text }) => {
      const article = safeParseArticle(text, { positions: true });
      expectLocated(text, valuesOf(article.value), article.positions);
      const box = safeParseMetaBox(text, { positions: true });
      expectLocated(text, valuesOf(box.value), box.positions);
    }),
    { numRuns: Math.min(RUNS, 200) },
  );
});

/** The pointers to all lists and objects that a value with a pointer is a part of. */
const aroundOf = (pointer: string): string[] =>
  [...pointer.matchAll(/\//g)].map(({ index }) => pointer.slice(0, index));

test("lists and objects reach from the first of their parts to the last", () => {
  fc.assert(
    fc.property(damagedSource(), ({ text }) => {
      const { positions } = safeParsePost(text, { positions: true });
      const ends = new Map<string, number[]>();
      for (const [pointer, { start, end }] of positions)
        for (const around of aroundOf(pointer))
          ends.set(around, [...(ends.get(around) ?? []), start.offset, end.offset]);
      for (const [around, offsets] of ends) {
        const { start, end } = positionAt(positions, around) ?? {};
        expectSame(
          [around, start?.offset, end?.offset],
          [around, Math.min(...offsets), Math.max(...offsets)],
        );
      }
    }),
    { numRuns: Math.min(RUNS, 100) },
  );
});

test("what stands nowhere has no position", () => {
  const { positions } = safeParsePost("a title\n\na text.", { positions: true });
  for (const pointer of ["/meta", "/similarPosts", "/none", "/titl", "title"])
    expect(positionAt(positions, pointer)).toBeUndefined();
});

test("a text of which nothing is read has no positions", () => {
  expect(safeParsePost("", { positions: true }).positions).toEqual(new Map());
  expect(safeParsePost("a title", { positions: true, maxLength: 1 }).positions).toEqual(new Map());
});

test("nobody who does not ask is told", () => {
  expect(safeParsePost("a title")).not.toHaveProperty("positions");
  expect(safeParsePost("a title", { positions: false })).not.toHaveProperty("positions");
});

test("a list that stands twice has positions in the copy that was taken alone", () => {
  const text = "alphanode post meta\n\nstack\n  • devops\nstack\n  • linux\n  • bash\n";
  const { value, positions } = safeParseMetaBox(text, { positions: true });
  expect(value.stack).toEqual(["devops"]);
  expect([...positions.keys()].filter((pointer) => pointer.startsWith("/stack/"))).toEqual(["/stack/0"]);
});
