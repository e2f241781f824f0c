import { stringifyPost } from "alphanode-post";
import { synthesizePost } from "alphanode-post/synth";
import fc from "fast-check";
import { expect, test } from "vitest";
import { layOut } from "../../src/layout/lay-out.ts";
import { isBetter } from "../../src/parse/better.ts";
import { IssueList } from "../../src/parse/issues.ts";
import { type Composed, POST_PART } from "../../src/parse/part.ts";
import { hasSiteLines } from "../../src/parse/site-lines.ts";
import { isRunTogether } from "../../src/parse/typical.ts";
import type { PartialPost } from "../../src/schema/post.ts";
import { divide } from "../../src/syntax/division.ts";
import { Source } from "../../src/syntax/scan.ts";
import { DAMAGES } from "../../src/testing/damage.ts";
import { joinParts, partsOf } from "../../src/testing/parts.ts";
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
  (line, next) => [line.replace(/(?<=[a-z]) (?=[a-z])/, "-"), next],
  (line, next) => [line.replace(/(?<=[a-z]) (?=[a-z])/g, "_"), next],
  (line, next) => [line.replace(" ", "\n"), next],
  (line, next) => [line.replace(/ (?=[^ ]+$)/, "\n"), next],
  (line, next) => [line.replace(/(?<=[a-z]{4})(?=[^a-z]*\d)/, "\n"), next],
  (line, next) => [line.replace("• ", ""), next.replace("• ", "")],
  (line, next) => [line.replace("• ", "- "), next.replace("• ", "- ")],
];

const isSiteLike = (text: string): boolean => {
  const source = new Source(text);
  return hasSiteLines(source, divide(source).boxes);
};

const place = fc.nat(1_000_003);

/** The text of a made post with two faults in its box: of its fields, and then of its lines; it may end before its end. */
const damaged = fc
  .record({
    post: fc.nat(9_999),
    damages: fc.array(fc.tuple(fc.constantFrom(...DAMAGES), place), { maxLength: 2 }),
    faults: fc.array(fc.tuple(fc.constantFrom(...FAULTS), place), { minLength: 2, maxLength: 2 }),
    isCut: fc.nat(9).map((n) => n === 0),
    end: place,
  })
  .map(({ post, damages, faults, isCut, end }) => {
    const parts = damages.reduce(
      (before, [{ apply }, n]) => apply(before, n).parts,
      partsOf(synthesizePost(post)),
    );
    const text = joinParts(parts);
    const [article = "", box] = text.split("alphanode post meta\n\n");
    if (box === undefined) return text;
    const lines = box.split("\n");
    for (const [fault, n] of faults.slice(damages.length)) {
      if (lines.length < 2) break;
      const at = n % (lines.length - 1);
      lines.splice(at, 2, ...fault(lines[at] as string, lines[at + 1] as string));
    }
    const whole = `${article}alphanode post meta\n\n${lines.join("\n")}`;
    return isCut ? whole.slice(0, whole.length - (end % box.length)) : whole;
  });

const read = (source: Source): Composed<PartialPost> => POST_PART.compose(new IssueList(source));

/** The label of the topic is that of another field, in a line of its own: what is left above the summary is no start of it. */
const LABEL_LOST = stringifyPost(synthesizePost(3103)).replace("\ntopic", "\ncode languagehtml\n");

/** A list of nothing, and the box is cut in the field below it. */
const LIST_EMPTY = stringifyPost(synthesizePost(9331))
  .replace(
    /\n(?:topic|ai brief|difficulty|view count|code language|reference|hash|score\n(?: .*\n)+?(?=\w)|entities\n(?: .*\n)+?(?=\w)).*/g,
    "",
  )
  .replace(
    /\n(summary.*)([\s\S]*)\nstack\n(?: .*\n)+(?=tools)([\s\S]*?)\n+Similar Posts.*$/,
    "$2\n$3\n$1\nstack\ndifficultyintermediat",
  );

/** A field stands once more below, and the line end before its label is lost; so is the end of the text. */
const LABEL_GLUED = stringifyPost(synthesizePost(0))
  .replace(/\n(ai brief.*)([\s\S]*?)(?=\nreading time)/, "$1$2\n$1")
  .replace(/\n+Similar Posts[\s\S]*/, "");

test("no layout reads lines of the site better than they stand", { timeout: TIMEOUT }, () => {
  let settled = 0;
  fc.assert(
    fc.property(damaged, (text) => {
      const plain = read(new Source(text));
      // What is clean is not asked, and an article or a list that is otherwise is laid out whatever its box is.
      if (plain.list.size === 0 || !plain.shape.isTypical || isRunTogether(plain.meta, text)) return;
      if (!isSiteLike(text)) return;
      settled++;
      const { source, remarks } = layOut(text);
      const laidOut = read(source);
      for (const remark of remarks) laidOut.list.remark(remark);
      expect(isBetter(laidOut, plain)).toBe(false);
    }),
    { numRuns: RUNS, examples: [[LABEL_LOST], [LIST_EMPTY], [LABEL_GLUED]] },
  );
  expect(settled).toBeGreaterThan(RUNS / 4);
});

test("lines of other shapes are laid out", () => {
  const text = stringifyPost(synthesizePost(39_770));
  const isSite = (before: string | RegExp, after: string) => isSiteLike(text.replace(before, after));
  expect(isSite(/quality: \d+/, "quality: high")).toBe(true);
  expect(isSite(/\nhash.*/, "")).toBe(true);
  expect(isSite(/\nhash.*/, "\nhash")).toBe(true);
  expect(isSite(/\nhash(.*)/, "\nhash\n$1")).toBe(false);
  expect(isSite("\nhash", "\n  hash")).toBe(false);
  expect(isSite("\nhash", "\nhash: ")).toBe(false);
  expect(isSite("\nhash", "\nshare this\nhash")).toBe(true);
  expect(isSite("\ncode language", "\nshare this\ncode language")).toBe(true);
  expect(isSite("\ncode language", "\nsponsor: nobody\ncode language")).toBe(true);
  expect(isSite("\ncode language", "\none more tool\ncode language")).toBe(false);
  expect(isSite("\ntools\n", "\ntools\nshare this\n")).toBe(false);
  expect(isSite(/\nrevision\n/, "\n")).toBe(true);
  expect(isSite(/\ntools\n/, "\n")).toBe(true);
  expect(isSite(/\n {2}• quality/, "\n  quality")).toBe(true);
  expect(isSite("  • quality", "  - quality")).toBe(false);
  expect(isSite("  • quality", "  • equality")).toBe(false);
  expect(isSite(/\nfreshness|\n {2}• freshness/, "freshness")).toBe(false);
  expect(isSite("alphanode post meta\n", "")).toBe(true);
  expect(isSite("alphanode post meta\n", "alphanode pst meta\n")).toBe(false);
  expect(isSite(/\ntools\n/, "tools\n")).toBe(false);
  expect(isSite(/^difficulty.*/m, "$&reading time5")).toBe(false);
  expect(isSite(/\nstack\n(?: {2}.*\n)+/, "\n")).toBe(false);
  expect(isSiteLike(text.slice(0, text.indexOf("meta\n\n") + 4))).toBe(false);
});
