import { isDeepStrictEqual } from "node:util";
import { Ajv2020 } from "ajv/dist/2020.js";
import { Post, parsePost } from "alphanode-post";
import { post } from "alphanode-post/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { postJsonSchema } from "../src/schema/json-schema.ts";
import { TIMEOUT } from "./support/runs.ts";
import { fixtureTexts, realTexts } from "./support/texts.ts";

const schema = postJsonSchema();
const accepts = new Ajv2020({ strict: true }).compile(schema);

const posts = [...fixtureTexts, ...realTexts];
const [, text = ""] = posts.find(([name]) => name === "two-images-bash.txt") ?? [];

const isSome = (count: number): boolean => count > 0;

type Json = Record<string | number, unknown>;

/** Gives a copy of plain data with the value at a path changed. */
function change(
  data: unknown,
  [key, ...rest]: readonly (string | number)[],
  to: (old: unknown) => unknown,
): unknown {
  if (key === undefined) return to(data);
  const copy = (Array.isArray(data) ? [...data] : { ...(data as object) }) as Json;
  const value = change(copy[key], rest, to);
  if (value === undefined) delete copy[key];
  else Object.defineProperty(copy, key, { value, enumerable: true, configurable: true, writable: true });
  return copy;
}

/** All paths into plain data, that of the whole among them. */
function pathsOf(data: unknown): (string | number)[][] {
  if (typeof data !== "object" || data === null) return [[]];
  const entries: [string | number, unknown][] = Array.isArray(data)
    ? [...data.entries()]
    : Object.entries(data);
  return [[], ...entries.flatMap(([key, value]) => pathsOf(value).map((path) => [key, ...path]))];
}

describe("schema.json", () => {
  test("says what it is", () => {
    expect(schema).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: "urn:alphanode-post:schema",
      title: "Post",
      description: "An AlphaNode post.",
    });
  });

  test("describes every property", () => {
    const undescribed: string[] = [];
    const walk = (node: unknown, path: string): void => {
      if (typeof node !== "object" || node === null) return;
      for (const [name, property] of Object.entries((node as { properties?: object }).properties ?? {})) {
        const isTold =
          "description" in property || "const" in property || property.$ref === "#/$defs/PostMeta";
        if (!isTold) undescribed.push(`${path}/${name}`);
      }
      for (const [key, child] of Object.entries(node)) walk(child, `${path}/${key}`);
    };
    walk(schema, "");
    expect(undescribed).toEqual([]);
  });

  test("offers the known words of open vocabulary", () => {
    expect(schema).toHaveProperty("$defs.PostMeta.properties.difficulty.examples", [
      "beginner",
      "intermediate",
      "advanced",
    ]);
  });

  test.each(posts)("accepts %s as it is parsed", (_, source) => {
    expect([accepts(parsePost(source)), accepts.errors]).toEqual([true, null]);
  });

  test.each<[path: (string | number)[], wrong: unknown]>([
    [["title"], ""],
    [["title"], " a title"],
    [["title"], "two\nlines"],
    [["title"], "no\u00a0break"],
    [["sections", 0, "heading"], "a heading "],
    [["sections", 0, "blocks", 0], { type: "table", text: "a" }],
    [["sections", 0, "blocks", 0], { type: "code", text: "\nls" }],
    [["sections", 0, "blocks", 0], { type: "list", items: [] }],
    [["sections", 0, "blocks", 0], { type: "image", caption: "a chart" }],
    [["similarPosts"], [""]],
    [["meta", "topic"], 7],
    [["meta", "aiOutline", "problem"], undefined],
    [["meta", "stack"], []],
    [["meta", "readingTime"], -1],
    [["meta", "readingTime"], 1.5],
    [["meta", "viewCount"], "246018"],
    [["meta", "viewCount"], 1e15],
    [["meta", "score", "quality"], 101],
    [["meta", "score", "quality"], -1],
    [["meta", "revision", "version"], "1.4"],
    [["meta", "revision", "lastReviewed"], "2023-02-29"],
    [["meta", "revision", "lastReviewed"], "1900-02-29"],
    [["meta", "revision", "lastReviewed"], "2023-04-31"],
    [["meta", "revision", "lastReviewed"], "2023-00-10"],
    [["meta", "revision", "lastReviewed"], "2023-1-10"],
    [["meta", "reference"], "anp-ref-39770-0001"],
    [["meta", "hash"], "39143cded0e1244b7c89752g"],
    [["meta", "flags", "hasImages"], 1],
    [["meta", "entities"], []],
    [["meta", "entities", 0], { name: "linux" }],
    [["meta", "imageSources"], null],
    [["meta", "payload", "sourceId"], "alphanode-1"],
    [["meta", "extra"], { "": "a" }],
    [["meta", "extra"], { license: [] }],
    [["meta", "unknown"], "a"],
    [["unknown"], "a"],
  ])("refuses %j: %j", (path, wrong) => {
    expect(accepts(change(parsePost(text), path, () => wrong))).toBe(false);
  });

  test.each([
    ["reference", "ANP-Ref-039770-0001"],
    ["hash", "39143CDED0e1244b7c897526"],
    ["difficulty", "wizardly"],
  ])("accepts %s %j, as the parser does", (key, value) => {
    expect(accepts(change(parsePost(text), ["meta", key], () => value))).toBe(true);
  });

  test("accepts the days of the calendar as dates, and no other", () => {
    const pad = (number: number): string => String(number).padStart(2, "0");
    const isDay = (text: string): boolean => {
      const time = Date.parse(text);
      return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
    };
    const texts = ["0000", "0004", "1600", "1900", "2000", "2010", "2012", "2023", "2024", "9996"].flatMap(
      (year) =>
        [...Array(14).keys()].flatMap((month) =>
          [...Array(33).keys()].map((day) => `${year}-${pad(month)}-${pad(day)}`),
        ),
    );
    const path = ["meta", "revision", "lastReviewed"];
    const right = parsePost(text);
    expect(texts.filter((day) => accepts(change(right, path, () => day)))).toEqual(texts.filter(isDay));
  });

  test(
    "accepts what Post accepts and gives back as it was, and nothing else",
    () => {
      const near = fc.constantFrom(
        "2024-02-29",
        "2023-02-29",
        "1.2.3",
        "anp-ref-1-1",
        "a",
        " a",
        0,
        100,
        101,
      );
      // An object may carry the key __proto__, but no schema can speak of it.
      const far = fc.jsonValue({ maxDepth: 2 }).filter((data) => !JSON.stringify(data).includes("__proto__"));
      const value = fc.oneof(near, far, fc.constant(undefined));
      const keys = fc.subarray(["text", "toString"], { maxLength: 1 });
      const seen = { kept: 0, refused: 0 };
      fc.assert(
        fc.property(post(), fc.nat(), keys, value, (right, at, added, to) => {
          expect([right, accepts(right)]).toEqual([right, true]);
          const paths = pathsOf(right);
          const path = [...(paths[at % paths.length] ?? []), ...added];
          const data: unknown = JSON.parse(JSON.stringify(change(right, path, () => to) ?? null));
          const result = Post.safeParse(data);
          const kept = result.success && isDeepStrictEqual(result.data, data);
          seen[kept ? "kept" : "refused"] += 1;
          expect([data, accepts(data)]).toEqual([data, kept]);
        }),
      );
      expect(seen).toEqual({ kept: expect.toSatisfy(isSome), refused: expect.toSatisfy(isSome) });
    },
    TIMEOUT,
  );
});
