import { describe, expect, test } from "vitest";
import { piecesOf, textOf } from "../../src/syntax/pieces.ts";
import { LineTable, linesOf, spanOf, startOfSource, stretchAt } from "../../src/syntax/position.ts";
import { type Line, type Origin, Source } from "../../src/syntax/scan.ts";

/** A text that was laid out from one in which each character stands twice. */
function doubled(text: string, flows = false): Source {
  const given = [...text].map((unit) => unit + unit).join("");
  const table = new LineTable(given);
  const origin: Origin = {
    text: given,
    pointAt: (offset) => table.pointAt(offset),
    placeOf: (offset) => 2 * offset,
    pastOf: (offset) => 2 * offset,
    stretchOf: (from, to) => ({ from: 2 * from, to: 2 * to }),
    flows,
    roles: [],
  };
  return new Source(text, origin);
}

const lineOf = (source: Source, at: number): Line => source.lines[at] as Line;

describe("where lines start", () => {
  test.each<[string, number, { line: number; column: number }]>([
    ["", 0, { line: 1, column: 1 }],
    ["ab", 1, { line: 1, column: 2 }],
    ["a\nb\nc", 1, { line: 1, column: 2 }],
    ["a\nb\nc", 2, { line: 2, column: 1 }],
    ["a\nb\nc", 5, { line: 3, column: 2 }],
    ["a\r\nb", 3, { line: 2, column: 1 }],
    ["a\rb", 2, { line: 2, column: 1 }],
    ["a\u2028b\u2029c", 4, { line: 3, column: 1 }],
  ])("of %j at %i: %j", (text, offset, point) => {
    expect(new LineTable(text).pointAt(offset)).toEqual({ ...point, offset });
  });

  test("a source starts with its first character", () => {
    const point = { line: 1, column: 1, offset: 0 };
    expect(startOfSource()).toEqual({ start: point, end: point });
  });
});

describe("a stretch stands", () => {
  const text = "one two\n  three";

  test("where it is, in a text as it was given", () => {
    const source = new Source(text);
    const [first, second] = [lineOf(source, 0), lineOf(source, 1)];
    expect(stretchAt(source, first, 4, 12, second)).toEqual({
      start: { line: 1, column: 5, offset: 4 },
      end: { line: 2, column: 5, offset: 12 },
    });
    const piece = { line: second, from: 10, to: 15 };
    expect(spanOf(source, piece)).toEqual(stretchAt(source, second, 10, 15, second));
    expect(spanOf(source, { line: first, from: 0, to: 3 }, piece)).toEqual(
      stretchAt(source, first, 0, 15, second),
    );
  });

  test("in the text that was given, where it was laid out", () => {
    const source = doubled(text);
    const line = lineOf(source, 0);
    expect(stretchAt(source, line, 4, 7, line)).toEqual({
      start: { line: 1, column: 9, offset: 8 },
      end: { line: 1, column: 15, offset: 14 },
    });
  });

  test("over lines of the text that was given", () => {
    const source = doubled(text);
    expect(linesOf(source, 0, 7)).toBe(1);
    expect(linesOf(source, 0, 8)).toBe(3);
    expect(linesOf(source, 0, 12)).toBe(3);
    expect(linesOf(source, 12, 0)).toBe(1);
    expect(linesOf(source, 8, 8)).toBe(1);
    expect(linesOf(doubled(text, true), 0, 12)).toBe(1);
    expect(linesOf(new Source(text), 0, 12)).toBe(1);
  });
});

describe("pieces", () => {
  const source = new Source("one two\n  three\nfour");

  test("are what stands of lines between two offsets", () => {
    const spans = (from: number, to: number): [number, number][] =>
      piecesOf(source.lines, from, to).map((piece) => [piece.from, piece.to]);
    expect(spans(4, 12)).toEqual([
      [4, 7],
      [10, 12],
    ]);
    expect(spans(7, 10)).toEqual([]);
    expect(spans(16, 99)).toEqual([[16, 20]]);
  });

  test("are joined with spaces", () => {
    expect(textOf(source, piecesOf(source.lines, 0, 99))).toBe("one two three four");
    expect(textOf(source, piecesOf(source.lines, 0, 7))).toBe("one two");
    expect(textOf(source, [])).toBe("");
  });
});
