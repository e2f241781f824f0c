import { parseTree, safeParseArticle, safeParseMetaBox, safeParsePost } from "alphanode-post";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FIELDS, type FieldRow, isEntriesRow } from "../../src/format/fields.ts";
import { ARTICLE_HEADINGS } from "../../src/format/headings.ts";
import { expectLaidOutPromises, expectLossless, expectPromisesOfAny, expectSame } from "../support/check.ts";
import { CountedSource } from "../support/counted-source.ts";
import { TIMEOUT } from "../support/runs.ts";
import { parseAll, WORK } from "../support/work.ts";

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

/** Marks of layouts, which are all that a text may have, or stand between words that mean something. */
const mark = fc.constantFrom(
  ..."#*_=~`|\\<>[](){}&;:.-+•◦│%'\"!^@,/ \t\n".split(""),
  ...["**", "```\n", "---", "====\n", "+---+", "[](", "](#)", "![", "{{", "}}", "{code}", "%%", "''", "\n\n"],
  ...[
    "<br>",
    "<li>",
    "</p>",
    "<!--",
    "&nbsp;",
    "&#8226;",
    "&lt;",
    ".. x::",
    "[x]",
    "1. ",
    "> ",
    "h2. ",
    "\\\\",
  ],
  ...["topic", "tools", "score", "quality: 7", "notes", "final notes", "alphanode post meta", "a word."],
);
const marks = fc
  .oneof(fc.array(mark, { minLength: 1, maxLength: 2 }), fc.array(mark, { maxLength: 12 }))
  .map((parts) => parts.join(""));

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
  ["alphanode post meta\n• payload\n- \ntopic\n"],
  [
    "alphanode post metas\n    • stackquality: 7 • depth: 8\n- \nbeginner\nthe practical approach  2026-02-30\n",
  ],
  ["alphanode post meta\nentitiesquality: 7 • depth: 8\nsome words here.\n"],
  ["    • stack • a • • b\ncontext\nview count246,681\n    • a word.\nstack • a • • b\nai outline\n"],
  [
    "• production checks true\nsome words here. • image heavy\u200bbeginnersecurity and maintenance notes\n• a\n",
  ],
];

describe("any string", () => {
  test(
    "gets a result that keeps the promises",
    () => {
      const property = fc.property(anyText, (text) => expectPromisesOfAny(text, safeParsePost(text)));
      fc.assert(property, { examples: FOUND });
    },
    TIMEOUT,
  );

  test(
    "of marks keeps the promises, but for the marks",
    () => {
      const property = fc.property(marks, (text) => expectLaidOutPromises(text, safeParsePost(text)));
      fc.assert(property, { examples: [["&nbsp;"], ["====\n&nbsp;.. x::"], ["[]()"], ["::"]] });
    },
    TIMEOUT,
  );

  test(
    "has a lossless tree",
    () => {
      const examples: [string][] = [["topic\nstackquality: 7 • depth: 8\nsource: host\n• context\nnotes\n"]];
      fc.assert(fc.property(anyText, expectLossless), { examples });
    },
    TIMEOUT,
  );

  test(
    "is read by every function without a throw",
    () => {
      fc.assert(
        fc.property(fc.oneof(anyText, marks), fc.boolean(), fc.nat(400), (text, strict, maxLength) => {
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
