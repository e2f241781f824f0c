import type { Positioned, PostMeta } from "alphanode-post";
import {
  type alphanodeBox,
  type Box,
  type BoxOf,
  type BoxResult,
  type Codec,
  defineBox,
  type Field,
  field,
  type Infer,
  parseBox,
  parseBoxes,
  safeParseBox,
  stringifyBox,
} from "alphanode-post/box";
import { arbitraryOf } from "alphanode-post/testing";
import type fc from "fast-check";
import { expectTypeOf, test } from "vitest";

const instant: Codec<Date> = {
  expected: "a moment",
  read: (text) => new Date(text),
  write: (value) => value.toISOString(),
};

const box = defineBox({
  heading: "Facts",
  rest: "more",
  fields: {
    title: field.text("Title"),
    level: field.word("Level", { words: ["easy", "hard"] }),
    size: field.number("Size", { units: ["m"], optional: true }),
    lift: field.flag("Lift"),
    rooms: field.list("Rooms"),
    seen: field.of("Seen", instant),
    owner: field.entries("Owner", { name: field.text("Name"), age: field.int("Age", { optional: true }) }),
    visits: field.records("Visits", { day: field.date("Day") }, { optional: true }),
  },
});
type Facts = BoxOf<typeof box>;

test("a box holds what its declaration says", () => {
  expectTypeOf<Facts["title"]>().toEqualTypeOf<string>();
  expectTypeOf<Facts["level"]>().toEqualTypeOf<"easy" | "hard" | (string & {})>();
  expectTypeOf<Facts["size"]>().toEqualTypeOf<number | undefined>();
  expectTypeOf<Facts["lift"]>().toEqualTypeOf<boolean>();
  expectTypeOf<Facts["rooms"]>().toEqualTypeOf<string[]>();
  expectTypeOf<Facts["seen"]>().toEqualTypeOf<Date>();
  expectTypeOf<Facts["owner"]["name"]>().toEqualTypeOf<string>();
  expectTypeOf<Facts["owner"]["age"]>().toEqualTypeOf<number | undefined>();
  expectTypeOf<NonNullable<Facts["visits"]>[number]["day"]>().toEqualTypeOf<string>();
  expectTypeOf<Facts["more"]>().toEqualTypeOf<Record<string, string | string[]>>();
  expectTypeOf<{ size?: number }>().toExtend<Pick<Facts, "size">>();
  expectTypeOf<{ title?: string }>().not.toExtend<Pick<Facts, "title">>();
});

test("results tell where values stand where that is asked for", () => {
  expectTypeOf(safeParseBox(box, "")).not.toHaveProperty("positions");
  expectTypeOf(safeParseBox(box, "", { positions: true })).toEqualTypeOf<Positioned<BoxResult<Facts>>>();
  expectTypeOf(parseBoxes(box, "", { positions: true })).toEqualTypeOf<Positioned<BoxResult<Facts>>[]>();
});

test("an interface may be made of it", () => {
  interface Own extends BoxOf<typeof box> {}
  expectTypeOf<Own["seen"]>().toEqualTypeOf<Date>();
  expectTypeOf(parseBox(box, "")).toExtend<Own>();
});

test("functions keep the type of the box", () => {
  expectTypeOf(parseBox(box, "").seen).toEqualTypeOf<Date>();
  expectTypeOf(safeParseBox(box, "")).toEqualTypeOf<BoxResult<Facts>>();
  expectTypeOf(parseBoxes(box, "")).toEqualTypeOf<BoxResult<Facts>[]>();
  expectTypeOf(arbitraryOf(box)).toEqualTypeOf<fc.Arbitrary<Facts>>();
  expectTypeOf(stringifyBox<typeof box>)
    .parameter(1)
    .toEqualTypeOf<Facts>();
  expectTypeOf(box).toExtend<Box>();
});

test("what a box holds is one object, and so are its entries and records", () => {
  const small = defineBox({
    heading: null,
    rest: "more",
    fields: {
      a: field.int("A"),
      e: field.entries("E", { n: field.int("n"), t: field.text("t", { optional: true }) }),
      r: field.records("R", { day: field.date("day") }, { optional: true }),
    },
  });
  expectTypeOf<BoxOf<typeof small>>().toEqualTypeOf<{
    a: number;
    e: { n: number; t?: string };
    r?: { day: string }[];
    more: Record<string, string | string[]>;
  }>();
});

test("fields declared on their own are inferred, too", () => {
  const fields = { a: field.int("A"), b: field.text("B", { optional: true }) };
  expectTypeOf<Infer<typeof fields>["a"]>().toEqualTypeOf<number>();
  expectTypeOf<Infer<typeof fields>["b"]>().toEqualTypeOf<string | undefined>();
});

test("what may be optional may be absent", () => {
  const isLong = Math.random() < 2;
  const fields = { a: field.int("A", { optional: isLong }), b: field.int("B", { optional: false }) };
  expectTypeOf<Infer<typeof fields>>().toEqualTypeOf<{ a?: number; b: number }>();
  expectTypeOf<Infer<{ c: Field<string>; d: Field<string, true> }>>().toEqualTypeOf<{
    c: string;
    d?: string;
  }>();
  // @ts-expect-error an optional field is none that a box always has
  const always: Field<string> = field.text("E", { optional: true });
  expectTypeOf(always.optional).toEqualTypeOf<false>();
});

test("AlphaNode's box holds what PostMeta has", () => {
  type Meta = BoxOf<typeof alphanodeBox>;
  expectTypeOf<PostMeta["score"]>().toExtend<Meta["score"]>();
  expectTypeOf<Meta["revision"]>().toExtend<PostMeta["revision"]>();
  expectTypeOf<Meta["entities"]>().toExtend<PostMeta["entities"]>();
  expectTypeOf<Meta["difficulty"]>().toEqualTypeOf<PostMeta["difficulty"]>();
  expectTypeOf<keyof Meta>().toEqualTypeOf<keyof PostMeta>();
});
