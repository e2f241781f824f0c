import { type Post, safeParsePost, stringifyPost } from "alphanode-post";
import { post, sourceText } from "alphanode-post/testing";
import fc from "fast-check";
import { describe, test } from "vitest";
import { FORMS } from "../../src/testing/forms.ts";
import { LAYOUTS } from "../../src/testing/layouts.ts";
import { joinParts, partsOf } from "../../src/testing/parts.ts";
import { plainPost } from "../../src/testing/plain-post.ts";
import { expectSame, expectSound } from "../support/check.ts";
import { expectLocated, valuesOf } from "../support/positions.ts";
import { sharedRuns, TIMEOUT } from "../support/runs.ts";

describe("promise 6: round trip", () => {
  test(
    "a post parses back from its canonical text, without an issue but for unknown fields and signs around values",
    () => {
      fc.assert(
        fc.property(post(), (one) => {
          const result = safeParsePost(stringifyPost(one));
          expectSame(result.success && result.data, one);
          expectSame(
            result.issues.filter(({ code }) => code !== "unknown_field" && code !== "unusual_value"),
            [],
          );
        }),
      );
    },
    TIMEOUT,
  );
});

/** Expects a text to be read as a post, and each value to point to its characters. */
function expectRead(text: string, one: Post): void {
  const { positions, ...result } = safeParsePost(text, { positions: true });
  expectSame(result.success ? result.data : result.error.message, one);
  expectSound(text, result);
  expectLocated(text, valuesOf(result.value), positions);
}

describe("promises 7 and 8: tolerance", () => {
  test(
    "a text in any accepted form parses to the same post",
    () => {
      fc.assert(
        fc.property(sourceText(), ({ post: one, text }) => expectRead(text, one)),
        { numRuns: sharedRuns(2) },
      );
    },
    TIMEOUT,
  );

  const forms = [
    ...FORMS.map((form) => [form.name, post(), form] as const),
    ...LAYOUTS.map((layout) => [layout.name, plainPost(), layout] as const),
  ];
  test.each(forms)(
    "%s, in each way",
    (_, posts, form) => {
      fc.assert(
        fc.property(posts, fc.nat(1_000_000), (one, n) => {
          const text = joinParts(form.parts?.(partsOf(one), n) ?? partsOf(one));
          expectRead(form.text?.(text, n) ?? text, one);
        }),
        { numRuns: sharedRuns(2 * forms.length) },
      );
    },
    TIMEOUT,
  );
});
