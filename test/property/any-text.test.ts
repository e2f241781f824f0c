import { parseTree, safeParseArticle, safeParseMetaBox, safeParsePost } from "alphanode-post";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FIELDS, type FieldRow, isEntriesRow } from "../../src/format/fields.ts";
import { ARTICLE_HEADINGS } from "../../src/format/headings.ts";
import { readCleanBox } from "../../src/parse/clean-box.ts";
import { parseSyntax } from "../../src/syntax/parse.ts";
import type { Source } from "../../src/syntax/scan.ts";
import { expectLossless, expectPromises, expectSame } from "../support/check.ts";
import { CountedSource } from "../support/counted-source.ts";
import { TIMEOUT } from "../support/runs.ts";

const entryLabels = (row: FieldRow): string[] =>
  isEntriesRow(row) ? row.entries.map(({ label }) => label) : [];

/** Lines that mean something to the parser, in no order: what no damage of a real post would come to. */
const soup = fc
  .array(
    fc.tuple(
      fc.constantFrom("", "", "  ", "• ", "- ", "1. ", "    • ", "\t", "| "),
      fc.oneof(
        fc.constantFrom(...FIELDS.map(({ label }) => label)),
        fc.constantFrom(...FIELDS.flatMap(entryLabels)),
        fc.constantFrom(
          ...ARTICLE_HEADINGS,
          "alphanode post meta",
          "Similar Posts",
          "__proto__",
          "constructor",
          "stacks",
        ),
        fc.constantFrom(
          "a word.",
          "npm ci",
          "x = 1;",
          "visual reference 1",
          "a. image source: unsplash",
          "a \u200b . image source: unsplash",
          "a  chart\na chart . Image  source:\u00a0host",
          "final notes \u200b:",
          "image source:",
          "é image",
          "source: host",
          "simlar posts",
          "alphanode post metas",
          "a /",
          "stack • a • • b",
          "|",
          "",
        ),
        fc.string({ unit: "binary", maxLength: 12 }),
      ),
      fc.constantFrom("", "", ": ", ":", " | ", "\t", "  ", " ", "\u200b", "\u00a0"),
      fc.constantFrom(
        "",
        "8",
        "246,681",
        "beginner",
        "1.2.3",
        "2026-02-30",
        "true",
        "quality: 7 • depth: 8",
        "some words here.",
      ),
      fc.constantFrom("\n", "\n", "\n\n", "\r\n", "\r", "\u2028", ""),
    ),
    { maxLength: 60 },
  )
  .map((lines) => lines.map((line) => line.join("")).join(""));

const anyText = fc.oneof(
  { weight: 4, arbitrary: soup },
  { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
);

/** Texts that once broke a promise. */
const FOUND: [string][] = [
  ["a word.\n\n1. \ntopicquality: 7 • depth: 8\ntopic\n"],
  ["\u0000\n\n0)\n\u0000"],
  ["a word.\nimage source:a. image source: unsplash\na word.\n"],
  ["éimage source:\n\nmenu\na\nimage source:\nhost"],
  ["alphanode post meta\nentitiesquality: 7 • depth: 8\nsome words here.\n"],
];

describe("any string", () => {
  test(
    "gets a result that keeps the promises",
    () => {
      const property = fc.property(anyText, (text) => expectPromises(text, safeParsePost(text)));
      fc.assert(property, { examples: FOUND });
    },
    TIMEOUT,
  );

  test("has a lossless tree", () => fc.assert(fc.property(anyText, expectLossless)), TIMEOUT);

  test(
    "is read by every function without a throw",
    () => {
      fc.assert(
        fc.property(anyText, fc.boolean(), fc.nat(400), (text, strict, maxLength) => {
          for (const parse of [safeParsePost, safeParseArticle, safeParseMetaBox]) {
            const { success, issues } = parse(text, { strict, maxLength });
            expect(success).toBe(!issues.some(({ severity }) => severity === "error"));
            if (strict) expect(success).toBe(issues.length === 0);
          }
          expect(parseTree(text).type).toBe("root");
          const { positions: _, ...located } = safeParsePost(text, { positions: true });
          expectSame(located, { ...safeParsePost(text) });
        }),
      );
    },
    TIMEOUT,
  );

  test(
    "is parsed in work that grows with its length alone",
    () => {
      fc.assert(
        fc.property(anyText, (text) => {
          const source = new CountedSource(text);
          parseAll(source);
          expect(source.touched).toBeLessThanOrEqual(WORK * text.length + WORK);
        }),
      );
    },
    TIMEOUT,
  );
});

/** Hands a source to all that reads it: the grammars, and what reads clean boxes before them. */
function parseAll(source: Source): void {
  for (const { lines } of parseSyntax(source).boxes) readCleanBox(source, lines);
}

/** How often, at most, a character is read by the grammars. */
const WORK = 24;

describe("long sources", () => {
  /** The longest text that is read by default. */
  const LENGTH = 1_000_000;
  /** Far more time than any text takes, in milliseconds; what goes back over a text again and again takes minutes. */
  const HANG = 30_000;
  test.each([
    ["one line", "a"],
    ["line ends", "\n"],
    ["spaces", " "],
    ["bullets", "• "],
    ["lines of bullets", "• \n"],
    ["items", "• quality: 7\n"],
    ["labels", "summary"],
    ["lines of labels", "summarya\n"],
    ["lists without items", "stack\n"],
    ["misspelled labels", "sumarya\n"],
    ["labels with an unsure end", "summarthis\n"],
    ["headings of boxes", "alphanode post meta\nsummarthis\n"],
    ["headings of similar posts", "similar posts\ntopica\nhashb\nsummaryc\n"],
    ["open sentences", "alphanode post meta\nsummarya b\nc d\ne f\n"],
    ["one open sentence", `alphanode post meta\nsummarya\n${"b c\n".repeat(LENGTH / 4)}`],
    ["wrapped lines", `alphanode post meta\nsummarya b c\n${`${"abcde ".repeat(9)}abcde\n`.repeat(16_000)}`],
    ["unknown fields", "alphanode post meta\ntopica / b\nfoo: bar\n"],
    ["strays", "alphanode post meta\ntopica / b\n!!\n• !\n"],
    ["one word under a title", `a title\n\n${"x".repeat(LENGTH)}`],
    ["stops in a sentence", `a title\n\nwords of it ${".".repeat(LENGTH - 60)}# are many here and there.`],
    [
      "alt and caption far apart",
      `a title\n\n${"a ".repeat(180_000)}\n${" ".repeat(250_000)}${"a ".repeat(180_000)}b. image source: x`,
    ],
    [
      "lists among what may be code",
      `a title\nfinal notes\n${"ab\n".repeat(150_000)}x = {\n${"- x\nab\n".repeat(75_000)}`,
    ],
    ["paragraphs", "some words of prose here.\n\n"],
    ["code", "x = 1;\n\n"],
    ["images", "a visual reference 1\na visual reference 1. image source: unsplash\n"],
    ["quotes and stops", '."'],
    ["pairs of stops", "a. "],
    ["image sources", " image source:"],
    ["bars", "| "],
    ["control characters", "\u0000\u001b\n"],
    ["lone surrogates", "\ud800\n"],
  ])(
    "of %s take work that grows with their length alone",
    (_, unit) => {
      const text = unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH);
      const source = new CountedSource(text);
      parseAll(source);
      expect(source.touched).toBeLessThanOrEqual(WORK * text.length);
      expect(safeParsePost(text).issues.length).toBeGreaterThan(0);
    },
    HANG,
  );
});
