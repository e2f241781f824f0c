import { safeParsePost } from "alphanode-post";
import { describe, test } from "vitest";
import { expectLossless, expectPromises } from "./support/check.ts";
import { articleCases, boxCases } from "./support/damaged.ts";

/** What properties show for made-up texts, for those of fixtures/damaged, too. */
describe("promises 1, 3 and 4, and a lossless tree, hold for", () => {
  test.each([...articleCases, ...boxCases])("$name", ({ text }) => {
    expectPromises(text, safeParsePost(text));
    expectLossless(text);
  });
});
