import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldTypography } from "../../src/format/typography.ts";
import "../support/runs.ts";

/** What was typed, and what WordPress renders of it. */
const RENDERED: readonly (readonly [typed: string, rendered: string])[] = [
  ["the team's queue", "the team’s queue"],
  ["the '90s", "the ’90s"],
  ['a "queue" of jobs', "a “queue” of jobs"],
  ['"a","b"', "“a”,”b”"],
  [`a rack of 6" by 5'10"`, "a rack of 6″ by 5′10″"],
  [`a rack of 6" by 5'10"`, "a rack of 6″ by 5’10”"],
  ["run with --force", "run with –force"],
  ["first -- then", "first — then"],
  ["first---then", "first—then"],
  ["3 - 4 workers", "3 – 4 workers"],
  ["wait... then look", "wait… then look"],
  ["wait....", "wait…."],
  ["https://placehold.co/1200x630/png?text=a--b", "https://placehold.co/1200×630/png?text=a–b"],
  ["1,200x630", "1,200×630"],
];

describe("foldTypography", () => {
  test.each(RENDERED)("%j and %j are one text", (typed, rendered) => {
    expect(foldTypography(rendered)).toBe(foldTypography(typed));
  });

  test.each([
    ["‘a’ ‚b‛ c′ ‵d", "'a' 'b' c' 'd"],
    ["“a” „b‟ c″ ‶d", `"a" "b" c" "d`],
    ["a‐b‑c‒d–e—f―g−h", "a-b-c-d-e-f-g-h"],
    ["a–-—b ---- c", "a-b - c"],
    ["a…", "a..."],
    ["9×9×9", "9x9x9"],
  ])("%j becomes %j", (text, folded) => {
    expect(foldTypography(text)).toBe(folded);
  });

  test.each([
    ["no digit on a side of the sign", "a×b 2× ×2 2 × 3"],
    ["quotes of other languages, and marks that are no quotes", "«a» ‹b› `c` ´d´"],
    ["letters, in their case", "Äpfel ß İ ﬁ a\u0301"],
    ["a hyphen alone, and stops", "well-known: 2026-01-31, 1.2.3 .."],
  ])("leaves %s", (_, text) => {
    expect(foldTypography(text)).toBe(text);
  });

  const signs = fc.constantFrom(..."-‐–—−'‘’′\"“”″.…x×19 ab");
  const texts = fc.oneof(fc.string({ unit: signs, maxLength: 30 }), fc.string({ unit: "grapheme" }));

  test("changes nothing twice", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const folded = foldTypography(text);
        expect(foldTypography(folded)).toBe(folded);
      }),
    );
  });

  test("keeps everything else, in order", () => {
    const rest = (text: string) => text.replace(/[-‐-―−'‘-‛′‵"“-‟″‶.…×x]/g, "");
    fc.assert(
      fc.property(texts, (text) => {
        expect(rest(foldTypography(text))).toBe(rest(text));
      }),
    );
  });

  test("folds a part of a text as it folds the text, where the parts do not meet in a sign", () => {
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        expect(foldTypography(`${a} ${b}`)).toBe(`${foldTypography(a)} ${foldTypography(b)}`);
      }),
    );
  });
});
