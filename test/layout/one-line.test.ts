import { readFileSync } from "node:fs";
import { safeParsePost } from "alphanode-post";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LAID_OUT_DAMAGES } from "../../src/testing/laid-out-damage.ts";
import { joinParts, partsOf } from "../../src/testing/parts.ts";
import { plainPost } from "../../src/testing/plain-post.ts";
import { ROW_LAYOUTS } from "../../src/testing/row-layouts.ts";
import { isSame, isTold } from "../support/check.ts";

/** Posts that stand on one line, as where each line end became a space, or nothing at all. */

const text = readFileSync(new URL("../../fixtures/posts/two-images-bash.txt", import.meta.url), "utf8");
const post = safeParsePost(text).value;

describe.each([
  ["with spaces between its texts", " "],
  ["with nothing between its texts", ""],
])("a whole post on one line %s", (_, between) => {
  const line = (of: string): string => of.trim().replace(/ *\n\s*/g, between);

  test("has all fields of its box", () => {
    expect(safeParsePost(line(text)).value.meta).toEqual(post.meta);
  });

  test("has its box where headings have capitals", () => {
    const shown = text
      .replace("alphanode post meta", "AlphaNode Post Meta")
      .replace(/\nfinal notes\n/, "\nFinal Notes\n");
    const { value } = safeParsePost(line(shown));
    expect(value.meta).toEqual(post.meta);
    expect(value.sections?.at(-1)?.heading).toBe("Final Notes");
  });

  test("has no item for a label that stands behind a bullet", () => {
    const own = text.replace("  • cron", "  • tools\n  • cron");
    const { value, issues } = safeParsePost(line(own));
    expect(isTold(issues, "tools", true)).toBe(true);
    expect(value.meta?.stack).toEqual(post.meta?.stack);
  });
});

test("lists without bullets are refused, and all else is read", () => {
  const { value, issues } = safeParsePost(text.replace(/ *•/g, "").replace(/ *\n\s*/g, ""));
  for (const [key, was] of Object.entries(post.meta ?? {})) {
    const is = value.meta?.[key as keyof typeof value.meta];
    expect(isSame(is, was) || (is === undefined && isTold(issues, key, true)), key).toBe(true);
  }
});

test("damage to a box on one line stays local, or is told", () => {
  const oneLine = ROW_LAYOUTS.find(({ name }) => name === "a box on one line");
  const places = fc.tuple(plainPost(), fc.constantFrom(...LAID_OUT_DAMAGES), fc.nat(100_000), fc.nat(1));
  fc.assert(
    fc.property(places, ([one, damage, n, between]) => {
      const { parts, touches } = damage.apply(partsOf(one), n);
      const { value, issues } = safeParsePost(joinParts(oneLine?.parts?.(parts, between) ?? parts));
      for (const [key, was] of Object.entries(one.meta)) {
        if (key === "extra" || touches.some((touched) => touched === key)) continue;
        const is = value.meta?.[key as keyof typeof value.meta];
        expect(isSame(is, was) || isTold(issues, key, true), `${damage.name}: ${key}`).toBe(true);
      }
    }),
  );
});
