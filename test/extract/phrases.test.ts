import fc from "fast-check";
import { expect, test } from "vitest";
import { fold } from "../../src/extract/fold.ts";
import { countPhrase } from "../../src/extract/phrase.ts";
import { countPhrases, countTogether } from "../../src/extract/phrases.ts";
import "../support/runs.ts";

/** Texts that meet each other often, with all that words may be joined by and cut at. */
const text = fc
  .array(fc.constantFrom("a", "b", "ab", " ", " ", "-", ".", "ä", "𝒂", "\ud835", "+", "1", "_"), {
    maxLength: 24,
  })
  .map((units) => fold(units.join("")));

test("phrases are counted together as they are one by one", () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 4 }), fc.array(text, { maxLength: 24 }), (texts, phrases) => {
      const one = phrases.map((phrase) => texts.reduce((sum, each) => sum + countPhrase(each, phrase), 0));
      expect(countTogether(texts, phrases)).toEqual(one);
      expect(countPhrases(texts, phrases)).toEqual(one);
    }),
  );
});

test("a phrase that begins as others do, and one within another, are counted for themselves", () => {
  const phrases = ["job queue", "job", "queue", "job queue worker", "", "queue worker"];
  expect(countTogether(["job queue worker, job queue. jobs queue-job"], phrases)).toEqual([2, 2, 2, 1, 0, 1]);
});
