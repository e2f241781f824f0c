import { readFileSync } from "node:fs";
import { parsePost, safeParsePost, stringifyPost } from "alphanode-post";
import { describe, expect, test } from "vitest";
import { expectLossless, expectPromises } from "./support/check.ts";

const source = readFileSync(new URL("../fixtures/posts/two-images-bash.txt", import.meta.url), "utf8");
const post = parsePost(source);

/** Puts lines at the end of the box. */
const withLines = (...lines: string[]): string =>
  source.replace("\n\nSimilar Posts", `\n${lines.join("\n")}\n\nSimilar Posts`);

describe("names of the language itself", () => {
  test("as labels are kept as own properties, but for __proto__, which is reported", () => {
    const text = withLines(
      "__proto__: polluted",
      "constructor: c",
      "toString: t",
      "hasOwnProperty",
      "  • h",
      "valueOf: v",
    );
    const result = safeParsePost(text);
    const extra = result.success ? result.data.meta.extra : {};
    expect(Object.entries(extra)).toEqual([
      ["constructor", "c"],
      ["toString", "t"],
      ["hasOwnProperty", ["h"]],
      ["valueOf", "v"],
    ]);
    expect(Object.getPrototypeOf(extra)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(result.issues.map(({ path }) => path.at(-1))).toContain("__proto__");
    expectPromises(text, result);
  });

  test("as entries and record keys are reported and change nothing", () => {
    const names = ["__proto__", "constructor", "toString", "prototype"];
    for (const label of ["score", "entities", "payload"]) {
      const text = source.replace(
        `\n${label}\n`,
        `\n${label}\n${names.map((name) => `  • ${name}: 1\n`).join("")}`,
      );
      const result = safeParsePost(text);
      expect(result.success && result.data).toEqual(post);
      expect(result.issues.map(({ code }) => code)).toEqual(names.map(() => "unknown_entry"));
      expectPromises(text, result);
    }
  });
});

describe("odd characters", () => {
  test.each([
    ["NUL", "a\u0000b"],
    ["a lone surrogate", "a\ud800b"],
    ["an escape that starts no code", "a\u001bb"],
    ["characters beyond the basic plane", "𝒳 👩‍👩‍👧‍👦"],
    ["combining marks", "e\u0301\u0323"],
  ])("%s stand in a value as they were", (_, value) => {
    const changed = { ...post, meta: { ...post.meta, notes: [value], topic: `${value} / ${value}` } };
    expect(parsePost(stringifyPost(changed))).toEqual(changed);
  });
});

test("codes of terminals are no text, so that none can carry them", () => {
  const topic = "\u001b[31mjobs\u001b[0m / bash";
  const text = stringifyPost(post).replace(/^topic.*$/m, `topic${topic}`);
  expect(parsePost(text).meta.topic).toBe("jobs / bash");
  const changed = { ...post, meta: { ...post.meta, topic } };
  expect(() => stringifyPost(changed)).toThrow("text cannot carry the value at meta.topic");
});

test("marks of direction are layout and are dropped", () => {
  const text = stringifyPost(post).replace("\nnotes\n", "\nnotes\n  • a\u202eb\u2066c\n");
  expect(parsePost(text).meta.notes[0]).toBe("abc");
});

test("what is read of nothing belongs to one result alone", () => {
  const first = safeParsePost("");
  Object.assign(first.value.meta, { hash: "0" });
  expect(safeParsePost("").value).toEqual({ meta: {} });
});

describe("sizes", () => {
  const options = { maxLength: Number.POSITIVE_INFINITY };
  const TEN_MEGABYTES = 10_000_000;
  test.each([
    ["one line", "a"],
    ["line ends", "\n"],
    ["bullets", "• "],
    ["labels", "summary"],
    ["spaces", " "],
  ])(
    "10 MB of %s get a result",
    (_, unit) => {
      const result = safeParsePost(unit.repeat(TEN_MEGABYTES / unit.length), options);
      expect(result.success).toBe(false);
      expect(result.issues.length).toBeLessThan(10);
    },
    60_000,
  );

  test("a million fields get a result, and the first of each counts", () => {
    const result = safeParsePost(withLines("difficultyadvanced\n".repeat(1_000_000)), options);
    expect(result.success && result.data).toEqual(post);
    expect(result.issues).toHaveLength(1_000_000);
  }, 60_000);

  test("a million items, strays and paragraphs get a result and a tree", () => {
    const items = withLines("  • one more".concat("\n  • one more".repeat(200_000)));
    expect(parsePost(items, options).meta.notes).toHaveLength(post.meta.notes.length + 200_001);
    const strays = safeParsePost(withLines("!\n".repeat(200_000)), options);
    expect(strays.issues.map(({ code }) => code)).toEqual(["stray_text"]);
    expectLossless(withLines("!\n".repeat(2_000)));
  }, 60_000);

  test("a million characters are read where no other limit is asked for, and not one more", () => {
    const codesOf = (length: number) => safeParsePost("a".repeat(length)).issues.map(({ code }) => code);
    expect(new Set(codesOf(1_000_000))).toEqual(new Set(["unusual_article", "missing_meta_box"]));
    expect(codesOf(1_000_001)).toEqual(["source_too_long"]);
  });

  test("a longer post is written", () => {
    const long = { ...post, meta: { ...post.meta, notes: ["a".repeat(1_000_001)] } };
    expect(stringifyPost(long)).toContain("a".repeat(1_000_001));
  });
});
