import { type PartialMeta, safeParsePost } from "alphanode-post";
import { type DamagedSource, damagedSource } from "alphanode-post/testing";
import fc from "fast-check";
import { describe, test } from "vitest";
import { DAMAGES } from "../../src/testing/damage.ts";
import { joinParts, partsOf } from "../../src/testing/parts.ts";
import { post } from "../../src/testing/post.ts";
import { expectLossless, expectPromises, expectSame, readOf } from "../support/check.ts";
import { RUNS, TIMEOUT } from "../support/runs.ts";

/** The fields of a box that are not among some. */
const without = (meta: PartialMeta, touches: readonly string[]): object =>
  Object.fromEntries(Object.entries(meta).filter(([key]) => !touches.includes(key)));

/** Expects every field that a damage does not touch to be as it was. */
function expectLocal({ post: { meta: before, ...article }, text, touches }: DamagedSource): void {
  const { meta: after, ...rest } = readOf(safeParsePost(text));
  const similarPosts = touches.includes("similarPosts") ? article.similarPosts : rest.similarPosts;
  expectSame({ ...rest, similarPosts }, article);
  expectSame(without(after, touches), without(before, touches));
}

describe("promise 2: damage stays local", () => {
  test.each(DAMAGES.map((damage) => [damage.name, damage] as const))(
    "%s",
    (_, damage) => {
      fc.assert(
        fc.property(post(), fc.nat(1_000_000), (one, n) => {
          const { parts, touches } = damage.apply(partsOf(one), n);
          expectLocal({ post: one, text: joinParts(parts), damages: [damage.name], touches: [...touches] });
        }),
        { numRuns: Math.ceil(RUNS / 4) },
      );
    },
    TIMEOUT,
  );

  test("one damage or two at once", () => fc.assert(fc.property(damagedSource(), expectLocal)), TIMEOUT);
});

describe("promises 1, 3 and 4: a result, nothing lost, every problem reported", () => {
  test(
    "hold for damaged texts",
    () => {
      fc.assert(fc.property(damagedSource(), ({ text }) => expectPromises(text, safeParsePost(text))));
    },
    TIMEOUT,
  );

  test(
    "the tree of a damaged text is lossless",
    () => {
      fc.assert(fc.property(damagedSource(), ({ text }) => expectLossless(text)));
    },
    TIMEOUT,
  );
});

describe("every field in `partial` is as in the undamaged text", () => {
  test(
    "wherever the source is cut off",
    () => {
      fc.assert(
        fc.property(post(), fc.nat(1_000_000), (one, n) => {
          const whole = joinParts(partsOf(one));
          const box = whole.indexOf("\n\nalphanode post meta");
          const last = whole.indexOf("\nnotes\n");
          const text = whole.slice(0, box + (n % (last - box)));
          const result = safeParsePost(text);
          const { meta, ...article } = readOf(result);
          const { meta: _, ...before } = one;
          expectSame(article, { ...before, similarPosts: [] });
          const missing = Object.keys(one.meta).filter((key) => !(key in meta));
          expectSame(without(meta, ["extra"]), without(one.meta, ["extra", ...missing]));
          expectPromises(text, result);
        }),
      );
    },
    TIMEOUT,
  );
});
