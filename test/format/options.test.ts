import { expect, test } from "vitest";
import { oneOf } from "../../src/format/options.ts";
import { postToHtml } from "../../src/index.ts";
import { engineSchema, shapeOf } from "../../src/rows/index.ts";
import { synthesizePost } from "../../src/synth/index.ts";

test("a name is looked up among those that there are", () => {
  expect(oneOf<"a" | "b", number>({ a: 1, b: 2 }, "b", "letter")).toBe(2);
  expect(() => oneOf<"a" | "b", number>({ a: 1, b: 2 }, "toString" as never, "letter")).toThrow(
    new RangeError('found the letter "toString", expected one of a, b'),
  );
});

test("callers without types are told what there is", () => {
  expect(() => postToHtml(synthesizePost(1), { box: "list" as never })).toThrow(
    new RangeError('found the box "list", expected one of div, table, dl'),
  );
  expect(() => engineSchema("row", "polars" as never)).toThrow(
    new RangeError('found the engine "polars", expected one of duckdb, spark, clickhouse'),
  );
  expect(() => shapeOf("rows" as never)).toThrow(
    new RangeError('found the shape "rows", expected one of post, result, row'),
  );
});
