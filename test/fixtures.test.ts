import { readdirSync, readFileSync } from "node:fs";
import { safeParseArticle, safeParsePost, stringifyPost } from "alphanode-post";
import { describe, expect, test } from "vitest";
import { expectLossless } from "./support/check.ts";

/** The pairs of a folder of fixtures: a text, and what it parses to as JSON. A new case is two files. */
function pairsOf(folder: string): { name: string; text: string; json: unknown }[] {
  const root = new URL(`../fixtures/${folder}/`, import.meta.url);
  return readdirSync(root)
    .filter((file) => file.endsWith(".txt"))
    .map((file) => ({
      name: file.replace(".txt", ""),
      text: readFileSync(new URL(file, root), "utf8"),
      json: JSON.parse(readFileSync(new URL(file.replace(".txt", ".json"), root), "utf8")),
    }));
}

describe("posts", () => {
  const pairs = pairsOf("posts");
  test("there are at least ten", () => expect(pairs.length).toBeGreaterThanOrEqual(10));

  test.each(pairs)("$name", ({ name, text, json }) => {
    const result = safeParsePost(text);
    expect(result).toMatchObject({ success: true });
    expect(result.success && result.data).toEqual(json);
    if (name !== "unknown-fields") expect(result.issues).toEqual([]);
    expectLossless(text);
  });

  test.each(pairs)("$name is written as it stood", ({ text, json }) => {
    const title = (json as { title: string }).title;
    expect(stringifyPost(json as never)).toBe(text.slice(text.indexOf(title)).trimEnd());
  });
});

describe("articles", () => {
  test.each(pairsOf("articles"))("$name", ({ text, json }) => {
    expect(safeParseArticle(text)).toEqual({ success: true, data: json, value: json, issues: [] });
    expectLossless(text);
  });

  test.each(pairsOf("articles"))(
    "$name is no post: it has no box, and its article is kept",
    ({ text, json }) => {
      const result = safeParsePost(text);
      expect(result.success).toBe(false);
      expect(result.issues.map(({ code }) => code)).toEqual(["missing_meta_box"]);
      expect(!result.success && result.partial).toEqual({ ...(json as object), meta: {} });
    },
  );
});
