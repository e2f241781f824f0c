import { safeParsePost } from "alphanode-post";
import { type DamagedSource, damagedSource } from "alphanode-post/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DAMAGES } from "../../src/testing/damage.ts";
import type { Damage, Touched } from "../../src/testing/damaged-field.ts";
import { LAYOUTS } from "../../src/testing/layouts.ts";
import { LOSSES } from "../../src/testing/losses.ts";
import { joinParts, partsOf } from "../../src/testing/parts.ts";
import { plainPost } from "../../src/testing/plain-post.ts";
import { post } from "../../src/testing/post.ts";
import {
  expectLaidOutPromises,
  expectLossless,
  expectPromises,
  expectSame,
  isSame,
  isTold,
  readOf,
} from "../support/check.ts";
import { expectLocated, valuesOf } from "../support/positions.ts";
import { sharedRuns, TIMEOUT } from "../support/runs.ts";

/** The layouts of extractors and what they lose, by name. */
const LAYOUT_NAMES = new Set([...LAYOUTS, ...LOSSES].map(({ name }) => name));
const isLaidOut = ({ damages }: DamagedSource): boolean => damages.some((name) => LAYOUT_NAMES.has(name));

/** How much is read of what a damage leaves whole. */
interface Tally {
  all: number;
  right: number;
}

/**
 * Expects every promise of a damaged text: what is not damaged is as it was, nothing is lost or wrong in silence, every
 * value points to its characters, and the tree has all of the text.
 */
function expectDamaged(source: DamagedSource, tally: Tally = { all: 0, right: 0 }): void {
  const { post: before, text, touches, told } = source;
  const { positions, ...result } = safeParsePost(text, { positions: true });
  const after = readOf(result);
  const expectPart = (key: string, was: unknown, is: unknown, isField: boolean): void => {
    const isKept = isSame(is, was);
    if (told.includes(key as Touched)) {
      tally.all++;
      if (isKept) tally.right++;
      else expectSame([key, isTold(result.issues, key, isField) ? was : is], [key, was]);
    } else if (!isKept && !touches.includes(key as Touched)) expectSame([key, is], [key, was]);
  };
  const { meta: fields, ...article } = before;
  const { meta: fieldsRead, ...articleRead } = after;
  for (const [key, was] of Object.entries(fields)) expectPart(key, was, fieldsRead[key as never], true);
  for (const [key, was] of Object.entries(article)) expectPart(key, was, articleRead[key as never], false);
  if (isLaidOut(source)) expectLaidOutPromises(text, result);
  else expectPromises(text, result);
  expectLocated(text, valuesOf(result.value), positions);
  expectLossless(text);
}

/** A text of a post with one damage. */
const damagedBy = (one: DamagedSource["post"], { name, apply }: Damage, n: number): DamagedSource => {
  const { parts, touches, told = [] } = apply(partsOf(one), n);
  return { post: one, text: joinParts(parts), damages: [name], touches: [...touches], told: [...told] };
};

describe("promises 1 to 4 and 7: damage stays local, nothing is lost, every problem is told", () => {
  const damages = [
    ...DAMAGES.map((damage) => [damage.name, post(), damage] as const),
    ...LOSSES.map((loss) => [loss.name, plainPost(), loss] as const),
  ];
  test.each(damages)(
    "%s",
    (_, posts, damage) => {
      fc.assert(
        fc.property(posts, fc.nat(1_000_000), (one, n) => expectDamaged(damagedBy(one, damage, n))),
        { numRuns: sharedRuns(2 * damages.length) },
      );
    },
    TIMEOUT,
  );

  test(
    "one damage or two at once, or one in a layout of extractors",
    () => {
      const tally: Tally = { all: 0, right: 0 };
      fc.assert(
        fc.property(damagedSource(), (source) => expectDamaged(source, tally)),
        { numRuns: sharedRuns(2) },
      );
      // To refuse it all would be no promise broken.
      expect(tally.right / tally.all).toBeGreaterThan(MIN_RIGHT);
    },
    TIMEOUT,
  );
});

/** How much of what is told where it is wrong has to be right. */
const MIN_RIGHT = 0.75;

/** The fields of a box that are not among some. */
const without = (meta: object, keys: readonly string[]): object =>
  Object.fromEntries(Object.entries(meta).filter(([key]) => !keys.includes(key)));

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
