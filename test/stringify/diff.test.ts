import { readFileSync } from "node:fs";
import { diffPosts, type Post } from "alphanode-post";
import { describe, expect, test } from "vitest";
import { isSamePost } from "../../src/stringify/diff.ts";

const post: Post = JSON.parse(
  readFileSync(new URL("../../fixtures/posts/unknown-fields.json", import.meta.url), "utf8"),
);
const { meta } = post;

/** The post with other fields in its box. */
const withMeta = (fields: object): Post => ({ ...post, meta: { ...meta, ...fields } });

describe("a post says what was read", () => {
  test("where both are equal, whatever else stands in the rows of the one that was given", () => {
    expect(isSamePost(post, structuredClone(post))).toBe(true);
    expect(isSamePost({ ...post, remark: "x" } as Post, post)).toBe(true);
    expect(isSamePost(withMeta({ score: { ...meta.score, remark: "x" } }), post)).toBe(true);
  });

  test.each<[string, Post]>([
    ["another text", { ...post, title: "another" }],
    ["another number", withMeta({ viewCount: meta.viewCount + 1 })],
    ["another flag", withMeta({ flags: { ...meta.flags, imageHeavy: !meta.flags.imageHeavy } })],
    ["another first item", withMeta({ tools: ["x", ...meta.tools.slice(1)] })],
    ["another last item", withMeta({ tools: [...meta.tools.slice(0, -1), "x"] })],
    ["an item less", withMeta({ tools: meta.tools.slice(0, -1) })],
    ["an item more", withMeta({ tools: [...meta.tools, "x"] })],
    ["no list", withMeta({ tools: { ...meta.tools, length: meta.tools.length } })],
    ["a text for a list", withMeta({ tools: "nginx" })],
    ["nothing for a list", withMeta({ tools: null })],
    ["nothing for entries", withMeta({ score: null })],
    ["a text for entries", withMeta({ score: "36" })],
    ["a field less", withMeta({ hash: undefined })],
    ["another unknown field", withMeta({ extra: { ...meta.extra, license: "mit" } })],
    ["an unknown field more", withMeta({ extra: { ...meta.extra, mood: "sunny" } })],
    ["an unknown field that has no name", withMeta({ extra: { ...meta.extra, [Symbol("x")]: "y" } })],
    ["unknown fields of a class", withMeta({ extra: Object.assign(new (class {})(), meta.extra) })],
  ])("and not with %s", (_, given) => {
    expect(isSamePost(given, post)).toBe(false);
  });
});

describe("posts differ", () => {
  test.each<[string, object, object, [path: string, before: unknown, after: unknown][]]>([
    ["nowhere", { a: [1, { b: null }] }, { a: [1, { b: null }] }, []],
    ["in a value", { a: { b: 1 } }, { a: { b: 2 } }, [["a.b", 1, 2]]],
    ["in one that is gone", { a: 1 }, {}, [["a", 1, undefined]]],
    ["in one that is new", {}, { a: [1] }, [["a", undefined, [1]]]],
    ["in an item, by its number", { a: ["x", "y"] }, { a: ["x"] }, [["a.1", "y", undefined]]],
    [
      "in a list and an object of the same items",
      { a: ["x"] },
      { a: { 0: "x" } },
      [["a", ["x"], { 0: "x" }]],
    ],
    ["in nothing and an object", { a: null }, { a: {} }, [["a", null, {}]]],
    ["in a number and its digits", { a: 7 }, { a: "7" }, [["a", 7, "7"]]],
  ])("%s", (_, a, b, expected) => {
    const differences = diffPosts(a, b);
    expect(differences.map(({ path, before, after }) => [path.join("."), before, after])).toEqual(expected);
  });

  test("by numbers in lists and by names elsewhere", () => {
    expect(diffPosts({ a: [{ 0: "x" }] }, { a: [{ 0: "y" }] })[0]?.path).toEqual(["a", 0, "0"]);
  });
});
