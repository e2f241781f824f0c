import { describe, expect, test } from "vitest";
import { hasReference } from "../../src/format/references.ts";

describe("a text", () => {
  test.each(["&amp;", "R&amp;D", "a & b &lt; c", "https://a.example/?b=1&c=2 &#8217;", "&#x2019;"])(
    "has a reference: %j",
    (text) => expect(hasReference(text)).toBe(true),
  );

  test.each(["", "amp;", "xamp;", "a & b; c", "&amp", "a && b;", "&; a", "https://a.example/?b=1&c=2;"])(
    "has none: %j",
    (text) => expect(hasReference(text)).toBe(false),
  );
});
