import { stringifyPost } from "alphanode-post";
import { synthesizePost } from "alphanode-post/synth";
import fc from "fast-check";
import { expect, test } from "vitest";
import { layOut } from "../../src/layout/lay-out.ts";
import { safeParsePost } from "../../src/parse/parse.ts";
import { safeParseLaidOut } from "../../src/parse/run.ts";
import { hasSiteLines } from "../../src/parse/site-lines.ts";
import { divide } from "../../src/syntax/division.ts";
import { Source } from "../../src/syntax/scan.ts";
import { RUNS, TIMEOUT } from "../support/runs.ts";

/** A box whose lines are as the site's, whatever is wrong in them, is not laid out: no layout would read it otherwise. */

/** What may happen to a line of the box; the lines after it are given, too. */
const FAULTS: readonly ((line: string, next: string) => readonly string[])[] = [
  (line, next) => [next, line],
  (_, next) => [next],
  (line, next) => [line + next.trim()],
  (line, next) => [`${line} ${next.trim()}`],
  (line, next) => [line.replace(/\d+/, "high"), next],
  (line, next) => [line.replace(/: .*/, ": n/a"), next],
  (line, next) => [line.replace(/[a-z]/, ""), next],
  (line, next) => [line.replace("• ", ""), next],
  (line, next) => [line.replace(/([^ ]+)$/, "$1, and another thing"), next],
  (line, next) => [line.replace(/([^ ]+)$/, "**$1**"), next],
  (line, next) => [line.slice(0, line.length / 2), next],
  (line, next) => [line, "share this", next],
];

const isSiteLike = (text: string): boolean => {
  const source = new Source(text);
  return hasSiteLines(source, divide(source).boxes);
};

/** The text of a made post with faults in its box. */
const damaged = fc
  .tuple(
    fc.nat(9_999),
    fc.array(fc.tuple(fc.nat(200), fc.nat(FAULTS.length - 1)), { minLength: 1, maxLength: 2 }),
    fc.boolean(),
  )
  .map(([n, faults, isCut]) => {
    const [article = "", box = ""] = stringifyPost(synthesizePost(n)).split("alphanode post meta\n\n");
    const lines = box.split("\n");
    for (const [place, kind] of faults) {
      const at = place % (lines.length - 1);
      const fault = FAULTS[kind] as (typeof FAULTS)[number];
      lines.splice(at, 2, ...fault(lines[at] as string, lines[at + 1] as string));
    }
    if (isCut) lines.length = Math.min(lines.length, (faults[0]?.[0] as number) + 1);
    return `${article}alphanode post meta\n\n${lines.join("\n")}`;
  });

test("no layout reads lines of the site otherwise than they stand", { timeout: TIMEOUT }, () => {
  let settled = 0;
  fc.assert(
    fc.property(damaged, (text) => {
      if (!isSiteLike(text)) return;
      settled++;
      const { value, issues } = safeParsePost(text);
      const laidOut = safeParseLaidOut(text, {}, layOut);
      expect(laidOut.value).toEqual(value);
      expect(laidOut.issues).toEqual(issues);
    }),
    { numRuns: RUNS },
  );
  expect(settled).toBeGreaterThan(RUNS / 20);
});

test("lines of other shapes are laid out", () => {
  const text = stringifyPost(synthesizePost(39_770));
  const isSite = (before: string | RegExp, after: string) => isSiteLike(text.replace(before, after));
  expect(isSite(/quality: \d+/, "quality: high")).toBe(true);
  expect(isSite(/\nhash.*/, "")).toBe(true);
  expect(isSite(/\nhash.*/, "\nhash\n")).toBe(false);
  expect(isSite("\nhash", "\n  hash")).toBe(false);
  expect(isSite("\nhash", "\nhash: ")).toBe(false);
  expect(isSite("\nhash", "\nshare this\nhash")).toBe(false);
  expect(isSite("  • quality", "  - quality")).toBe(false);
  expect(isSite("  • quality", "  • equality")).toBe(false);
  expect(isSite(/\nfreshness|\n {2}• freshness/, "freshness")).toBe(false);
  expect(isSite("alphanode post meta\n", "")).toBe(false);
  expect(isSite("alphanode post meta\n", "alphanode pst meta\n")).toBe(false);
  expect(isSite(/\ntools\n/, "tools\n")).toBe(false);
  expect(isSite(/\nstack\n(?: {2}.*\n)+/, "\n")).toBe(false);
  expect(isSiteLike(text.slice(0, text.indexOf("meta\n\n") + 4))).toBe(false);
});
