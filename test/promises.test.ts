import { safeParsePost } from "alphanode-post";
import { describe, test } from "vitest";
import { expectLossless, expectPromises } from "./support/check.ts";
import { articleCases, boxCases } from "./support/damaged.ts";

const cases = [...articleCases, ...boxCases];

/** Texts with a stray line within a field: the tree has the whole field before that line, out of order. */
const TORN = [
  "a box wrapped at 39",
  "a wrapped box with furniture under an entry",
  "the label of the notes lost, after furniture",
  "a name over an item in the score",
];

/** What properties show for made-up texts, for those of fixtures/damaged, too. */
describe("promises 1, 3 and 4 hold for", () => {
  test.each(cases)("$name", ({ text }) => expectPromises(text, safeParsePost(text)));
});

describe("the tree is lossless for", () => {
  test.each(cases.filter(({ name }) => !TORN.includes(name)))("$name", ({ text }) => expectLossless(text));
});

describe("the tree is not yet lossless for", () => {
  test.each(cases.filter(({ name }) => TORN.includes(name)))("$name", { fails: true }, ({ text }) =>
    expectLossless(text),
  );
});
