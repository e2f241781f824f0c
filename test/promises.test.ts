import { safeParsePost } from "alphanode-post";
import { describe, test } from "vitest";
import { expectLossless, expectPromises } from "./support/check.ts";
import { articleCases, boxCases } from "./support/damaged.ts";

const cases = [...articleCases, ...boxCases];

/** What properties show for made-up texts, for those of fixtures/damaged, too. */
describe("promises 1, 3 and 4 hold for", () => {
  test.each(cases)("$name", ({ text }) => expectPromises(text, safeParsePost(text)));
});

describe("the tree is lossless for", () => {
  test.each(cases)("$name", ({ text }) => expectLossless(text));
});
