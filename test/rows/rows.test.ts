import { createHash } from "node:crypto";
import { Ajv2020 } from "ajv/dist/2020.js";
import { type ParseIssue, safeParsePost } from "alphanode-post";
import {
  engineSchema,
  ROW_VERSION,
  rowJsonSchema,
  type Shape,
  type Shaped,
  shapeOf,
  toRow,
} from "alphanode-post/rows";
import { damagedSource, post } from "alphanode-post/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { postJsonSchema, resultJsonSchema } from "../../src/schema/json-schema.ts";
import { makePost } from "../support/corpus.ts";
import { TIMEOUT } from "../support/runs.ts";
import { fixtureTexts, realTexts } from "../support/texts.ts";

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
const isRow = ajv.compile(rowJsonSchema());
const isResult = ajv.compile(resultJsonSchema());

/** The keys that a value has, whatever its values are: in a row, those of its shape. */
function expectKeys(shape: Shape, value: unknown, path: string): void {
  if (value === null) return;
  if (shape.kind === "list") for (const item of value as unknown[]) expectKeys(shape.of, item, `${path}[]`);
  if (shape.kind !== "struct") return;
  expect([path, Object.keys(value as object)]).toEqual([path, Object.keys(shape.fields)]);
  for (const [key, of] of Object.entries(shape.fields)) {
    expectKeys(of, (value as Record<string, unknown>)[key], `${path}.${key}`);
  }
}

/** What is left of a value without its nulls and, in a block, the keys that its kind has not. */
const some = (value: unknown) => JSON.parse(JSON.stringify(value), (_, each) => each ?? undefined);

describe("toRow", () => {
  const texts = fc.oneof(
    damagedSource().map(({ text }) => text),
    fc.string({ unit: "grapheme" }),
  );

  test(
    "gives every row the same keys, and the type that it declares",
    () => {
      fc.assert(
        fc.property(texts, (text) => {
          const row = toRow(safeParsePost(text), "a");
          expectKeys(shapeOf("row"), row, "row");
          expect([isRow(row), isRow.errors]).toEqual([true, null]);
        }),
      );
    },
    TIMEOUT,
  );

  test(
    "keeps all that a post says",
    () => {
      fc.assert(
        fc.property(post(), (data) => {
          const row = toRow({ success: true, data, issues: [] }, "a");
          const { extra, ...meta } = data.meta;
          const entries = (row.post.meta.extra ?? []).map(({ label, values }) => [label, values]);
          expect(entries).toEqual(Object.entries(extra).map(([label, value]) => [label, [value].flat()]));
          expect(some({ ...row.post, meta: { ...row.post.meta, extra: null } })).toEqual(
            some({ ...data, meta }),
          );
        }),
      );
    },
    TIMEOUT,
  );

  test("tells what could not be read by null", () => {
    const { success, post: read } = toRow(safeParsePost(""), null);
    expect([success, read.title, read.intro, read.meta.score, read.meta.extra]).toEqual([
      false,
      null,
      null,
      null,
      null,
    ]);
    const { meta } = toRow(safeParsePost("a title\nan excerpt."), null).post;
    expect(Object.values(meta).every((value) => value === null)).toBe(true);
  });

  test("takes a label of any name", () => {
    const data = makePost(1);
    const extra = JSON.parse('{"__proto__": ["a", "b"], "constructor": "c"}');
    const { meta } = toRow(
      { success: true, data: { ...data, meta: { ...data.meta, extra } }, issues: [] },
      "a",
    ).post;
    expect(meta.extra).toEqual([
      { label: "__proto__", values: ["a", "b"] },
      { label: "constructor", values: ["c"] },
    ]);
  });

  test("writes paths as JSON Pointers, and positions as editors do", () => {
    const position = { start: { line: 3, column: 1, offset: 9 }, end: { line: 4, column: 2, offset: 20 } };
    const issue = (path: ParseIssue["path"]) => ({
      code: "a_code_of_my_own",
      severity: "error" as const,
      message: "no",
      path,
      position,
    });
    const issues = [issue([]), issue(["meta", "entities", 1, "name"]), issue(["meta", "extra", "a/b~c"])];
    const row = toRow({ success: false, partial: { meta: {} }, issues }, 'a"');
    expect(row.issues.map(({ path }) => path)).toEqual(["", "/meta/entities/1/name", "/meta/extra/a~1b~0c"]);
    expect(row.issues[0]).toEqual({
      code: "a_code_of_my_own",
      severity: "error",
      message: "no",
      path: "",
      position: "3:1-4:2",
    });
  });
});

describe("shapes", () => {
  test("of rows have a version that goes up with any change", () => {
    const shape = JSON.stringify(shapeOf("row"));
    const digest = createHash("sha256").update(shape).digest("hex").slice(0, 12);
    // A new digest takes a new version, and both a line here.
    expect({ version: ROW_VERSION, digest }).toEqual({ version: 1, digest: "aa49f178b6fe" });
    expect(rowJsonSchema()).toMatchObject({ $id: "urn:alphanode-post:row:1", title: "PostRow" });
  });

  test("have the keys of the JSON Schemas", () => {
    const { properties, $defs } = postJsonSchema() as {
      properties: object;
      $defs: Record<string, { properties: object }>;
    };
    const { fields } = shapeOf("post");
    expect(Object.keys(fields)).toEqual(Object.keys(properties));
    const meta = fields.meta as Extract<Shape, { kind: "struct" }>;
    expect(Object.keys(meta.fields)).toEqual(Object.keys($defs.PostMeta?.properties ?? {}));
  });

  test.each(["duckdb", "spark", "clickhouse"] as const)("are written for %s", (engine) => {
    for (const of of ["post", "result", "row"] satisfies Shaped[]) {
      const columns = engineSchema(of, engine);
      const depth = [...columns].reduce(
        (open, sign) => open + Number("([{<".includes(sign)) - Number(")]}>".includes(sign)),
        0,
      );
      expect([of, depth]).toEqual([of, 0]);
      expect(columns).not.toContain("undefined");
    }
    expect(engineSchema("row", engine, { keep: ["a`b", 'c"d', "e'f"] })).toMatchSnapshot();
  });

  test("say that nothing is 0 or false where ClickHouse has no null", () => {
    const columns = engineSchema("row", "clickhouse");
    expect(columns).toContain("`score` Tuple(`quality` Nullable(Int64), ");
    expect(columns.replace(/Nullable\((?:Int64|Bool|String)\)|Array\(String\)/g, "")).not.toMatch(
      /Int64|Bool|String/,
    );
  });
});

describe("result.schema.json", () => {
  const line = ({ success, issues, ...rest }: ReturnType<typeof safeParsePost>) =>
    "data" in rest
      ? { id: "a", success, data: rest.data, issues }
      : { id: "a", success, partial: rest.partial, issues };
  const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

  test.each([...fixtureTexts, ...realTexts])("takes %s, whole and cut short", (_, text) => {
    for (const source of [text, text.slice(0, text.length / 2), text.slice(text.length / 2)]) {
      const result = plain(line(safeParsePost(source)));
      expect([isResult(result), isResult.errors]).toEqual([true, null]);
    }
  });

  test("refuses what no line is", () => {
    const result = plain(line(safeParsePost("")));
    expect(isResult(result)).toBe(true);
    for (const wrong of [{ success: true }, { id: 7 }, { partial: {} }, { issues: null }, { more: 1 }]) {
      expect(isResult({ ...result, ...wrong })).toBe(false);
    }
  });
});

describe("patterns of schema.json", () => {
  test("mean the same to ECMA-262, RE2, Python and Rust", () => {
    const patterns: string[] = [];
    JSON.stringify(postJsonSchema(), (key, value) => {
      if (key === "pattern" && typeof value === "string") patterns.push(value);
      return value;
    });
    expect(patterns.length).toBeGreaterThan(8);
    for (const pattern of patterns) {
      // No classes that differ, no escapes that one of them does not know, nothing that looks around.
      expect(pattern).not.toMatch(/\\[dwsbuxpDWSB]|\(\?[^:]|\{\d+,?\d*\}\?/);
    }
  });

  test("do not let a line end through where `$` would", () => {
    const nots: unknown[] = [];
    JSON.stringify(postJsonSchema(), (_, value) => {
      if (typeof value?.pattern === "string" && value.not !== undefined) nots.push(value.not.pattern);
      return value;
    });
    expect(new Set(nots)).toEqual(new Set(["\ufeff|\\n$"]));
  });
});
