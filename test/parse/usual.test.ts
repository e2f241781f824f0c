import { describe, expect, test } from "vitest";
import { FIELDS, type FieldRow } from "../../src/format/fields.ts";
import { holdsLabel, isTitleOfPost, isUsual, swallowed } from "../../src/parse/usual.ts";
import type { Source } from "../../src/syntax/scan.ts";

const rowOf = (label: string): FieldRow => FIELDS.find((row) => row.label === label) as FieldRow;

describe("a value is as in known posts", () => {
  test.each<[string, unknown, boolean]>([
    ["summary", "it ends.", true],
    ["summary", "it goes on", false],
    ["summary", "it ends with 🚀.", true],
    ["summary", 'it "ends 🚀!"', true],
    ["stack", ["redis", "cache", "redis"], true],
    ["stack", ["redis", "cache"], false],
    ["topic", "caching / redis", true],
    ["topic", "caching", false],
    ["difficulty", "beginner", true],
    ["tools", ["redis"], true],
    ["topic", "caching / redis.", false],
    ["topic", "caching / redis caching on all of the hosts there", true],
    ["topic", "caching / redis caching A short overview of caching it all", false],
    ["code language", "bash", true],
    ["code language", "Bash", true],
    ["code language", "lua", true],
    ["code language", "rust", false],
  ])("%s: %j: %s", (label, value, expected) =>
    expect(isUsual(rowOf(label), value, { stack: ["redis", "cache", "Lua"] })).toBe(expected),
  );
});

describe("a value holds the label of the field that is missing after it", () => {
  const laidOut = { isLaidOut: true } as Source;
  const plain = { isLaidOut: false } as Source;

  test.each<[string, unknown, string, Source, boolean]>([
    ["topic", "caching / redis summary it is.", "summary", plain, true],
    ["topic", "caching / redis Summary it is.", "summary", plain, true],
    ["topic", "caching / redis", "summary", plain, false],
    ["topic", "caching / redis summary", "summary", plain, false],
    ["topic", "summary of caching / redis", "summary", plain, false],
    ["topic", "caching summary it is.", "summary", plain, false],
    ["summary", "it ends. ai outline it", "ai outline", plain, true],
    ["summary", "it has no ai outline in it", "ai outline", plain, false],
    ["stack", ["redis", "cache tools redis"], "tools", laidOut, true],
    ["stack", ["redis", "tools redis"], "tools", laidOut, true],
    ["stack", ["redis", "cache tools"], "tools", laidOut, false],
    ["stack", ["cache tools redis", "redis"], "tools", laidOut, false],
    ["stack", ["redis", "cache tools redis"], "tools", plain, false],
    ["stack", ["redis", "cache", "git tools redis"], "tools", laidOut, true],
    ["stack", [], "tools", laidOut, false],
    ["tools", ["git", "dificulty", "hard"], "difficulty", laidOut, true],
    ["tools", ["git", "dificulty", "hard"], "difficulty", plain, false],
    ["tools", ["git", "code", "language"], "code language", plain, true],
    ["tools", ["language", "code"], "code language", laidOut, true],
    ["tools", ["git", "code"], "code language", plain, false],
    ["stack", ["redis", "tools"], "tools", plain, false],
    ["entities", [{ name: "notes" }], "notes", laidOut, false],
    ["difficulty", "reading time 5", "reading time", plain, false],
    ["view count", 7, "score", laidOut, false],
  ])("%s: %j, %s: %#", (label, value, missing, source, expected) => {
    expect(holdsLabel(value, rowOf(label), rowOf(missing), source)).toBe(expected);
  });

  test("and the message says which", () => {
    expect(swallowed(rowOf("tools"))).toBe(
      'the value holds "tools", the label of the field missing after it; the rest may be its own',
    );
  });
});

describe("a note is the title of another post", () => {
  test.each([
    "field notes on keeping api clients stable for react",
    "How to Handle Slow Queries in Go",
    "redis caching notes: choosing cache boundaries behind a cdn: maintenance guide",
    "A_note_on_backups",
    "Reading_a_plan_from the inside",
  ])("%s", (note) => expect(isTitleOfPost(note)).toBe(true));

  test.each([
    "notes: choosing",
    "how to handle it",
    "Pg_stat_activity",
    "MAX_OPEN_FILE_HANDLES",
    "pg_Stat_user_tables_here",
  ])("but not %s", (note) => expect(isTitleOfPost(note)).toBe(false));
});
