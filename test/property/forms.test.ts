import { safeParsePost, stringifyPost } from "alphanode-post";
import { post, sourceText } from "alphanode-post/testing";
import fc from "fast-check";
import { describe, test } from "vitest";
import { FORMS } from "../../src/testing/forms.ts";
import { LAYOUTS } from "../../src/testing/layouts.ts";
import { joinParts, partsOf } from "../../src/testing/parts.ts";
import { plainPost } from "../../src/testing/post.ts";
import { expectSame, expectSound } from "../support/check.ts";
import { RUNS, TIMEOUT } from "../support/runs.ts";

describe("promise 6: round trip", () => {
  test(
    "a post parses back from its canonical text, without an issue but for unknown fields",
    () => {
      fc.assert(
        fc.property(post(), (one) => {
          const result = safeParsePost(stringifyPost(one));
          expectSame(result.success && result.data, one);
          expectSame(
            result.issues.filter(({ code }) => code !== "unknown_field"),
            [],
          );
        }),
      );
    },
    TIMEOUT,
  );
});

describe("promise 7: tolerance", () => {
  test(
    "a text in any accepted form parses to the same post",
    () => {
      fc.assert(
        fc.property(sourceText(), ({ post: one, text }) => {
          const result = safeParsePost(text);
          expectSame(result.success ? result.data : result.error.message, one);
          expectSound(text, result);
        }),
      );
    },
    TIMEOUT,
  );

  test.each([
    ...FORMS.map((form) => [form.name, post(), form] as const),
    ...LAYOUTS.map((layout) => [layout.name, plainPost(), layout] as const),
  ])(
    "%s, in each way",
    (_, posts, form) => {
      fc.assert(
        fc.property(posts, fc.nat(1_000_000), (one, n) => {
          const text = joinParts(form.parts?.(partsOf(one), n) ?? partsOf(one));
          const result = safeParsePost(form.text?.(text, n) ?? text);
          expectSame(result.success ? result.data : result.error.message, one);
        }),
        { numRuns: Math.ceil(RUNS / 10) },
      );
    },
    TIMEOUT,
  );
});
