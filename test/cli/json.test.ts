import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toUSVString } from "node:util";
import { stringifyPost } from "alphanode-post";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toJson } from "../../src/cli/json.ts";
import { makePost } from "../support/corpus.ts";
import { run } from "./run.ts";

/** Texts with halves of pairs, pairs, and what JSON writes of halves as a text of its own. */
const unit = fc.constantFrom(
  "a",
  "\\",
  "\\\\",
  "\\ud800",
  "u",
  "ud800",
  '"',
  "\n",
  "\ud800",
  "\udc00",
  "\u{1f600}",
);
const text = fc.string({ unit, maxLength: 12 });

describe("toJson", () => {
  it("writes the sign for what could not be decoded for half of a pair, and all else as it is", () => {
    fc.assert(
      fc.property(fc.array(text), (texts) => {
        expect(JSON.parse(toJson(texts))).toEqual(texts.map(toUSVString));
        expect(JSON.parse(toJson(texts, 2))).toEqual(texts.map(toUSVString));
      }),
    );
  });

  it("takes time in line with backslashes", () => {
    const start = performance.now();
    expect(JSON.parse(toJson(`${"\\".repeat(1_000_000)}\ud800`))).toHaveLength(1_000_001);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe("half of a pair in a line of JSON", () => {
  let dir: string;
  const at = (name: string) => join(dir, name);
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), "alphanode-json-"));
    const post = stringifyPost(makePost(1)).replace(
      "final notes\n\n",
      "$&half \ud83d of a pair stands here. ",
    );
    const records = [
      { id: "a\udc00", text: post, n: { "\ud800": ["\ud83d\ude00 \ud83d"] }, m: "\\ud800" },
      { id: "b\udc01", text: post, n: "\ud800", m: null },
    ];
    writeFileSync(at("a.ndjson"), records.map((each) => `${JSON.stringify(each)}\n`).join(""));
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  /** What readers end at: a text in which half of a pair stands, be it JSON within JSON. */
  const HALF = /\\ud[89a-f]/;

  it.each([
    [["parse", "--rows"]],
    [["parse", "--rows", "--sketch"]],
    [["parse", "--ndjson", "--positions"]],
    [["parse"]],
    [["check", "--format", "json"]],
    [["check", "--format", "sarif"]],
    [["audit", "--format", "json"]],
    [["duplicates", "--json", "--min-score", "0.5"]],
  ])("is the sign for what could not be decoded: %j", async (args) => {
    const { stdout } = await run(...args, at("a.ndjson"));
    expect(stdout).toMatch(/\ufffd|%EF%BF%BD/);
    expect(stdout).not.toMatch(HALF);
  });

  it("is so in what is kept, and no text that only looks so is changed", async () => {
    const { stdout } = await run("parse", "--rows", "--quiet", "--keep", "n,m", at("a.ndjson"));
    const [a, b] = stdout.split("\n").map((line) => line && JSON.parse(line));
    expect([a.id, JSON.parse(a.kept.n), a.kept.m]).toEqual([
      "a\ufffd",
      { "\ufffd": ["\u{1f600} \ufffd"] },
      "\\ud800",
    ]);
    expect([b.id, b.kept.n, b.kept.m]).toEqual(["b\ufffd", "\ufffd", null]);
    await run("parse", "--rows", "--quiet", "--keep", "n,m", "--out", at("a.csv"), at("a.ndjson"));
    expect(readFileSync(at("a.csv"), "utf8")).toContain("a\ufffd,");
  });

  it("is told of the text as what could not be decoded is", async () => {
    const { stdout } = await run("check", "--format", "json", at("a.ndjson"));
    writeFileSync(
      at("b.ndjson"),
      readFileSync(at("a.ndjson"), "utf8").replaceAll(/(?<!\\)\\ud83d(?!\\)/g, "\ufffd"),
    );
    const decoded = await run("check", "--format", "json", at("b.ndjson"));
    const issues = (lines: string) =>
      lines
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line).issues);
    expect(issues(stdout)).toEqual(issues(decoded.stdout));
    expect(issues(stdout)[0]).not.toEqual([]);
  });
});
