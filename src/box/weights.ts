import type { Joint } from "./joints.ts";

/** What tells of a place that it is a label, as a weight. */

/** How sure a label is at the start of a line, by its joint; how sure where two other fields have the same joint. */
export const START: Readonly<Record<Joint, readonly [weight: number, inStyle: number]>> = {
  colon: [10, 10],
  cell: [10, 10],
  alone: [8, 10],
  dash: [6, 10],
  space: [3, 8],
  fused: [1, 7],
};

/** What stands where no label does. */
export const NEVER = -20;

/** What a label costs that stands within a line. */
export const WITHIN = -4;

/** An address, which is a value in small letters and no rest of a longer word. */
export const ADDRESS = /^(?:https?:\/\/|www\.|[\w.+-]{1,64}@\w)/i;

/** How many labels of a line have a value right behind them where others may have one in small letters, and how such values start. */
export const MIN_FUSED = 3;
export const STARTS_VALUE = new RegExp(`^[\\p{Lu}\\p{N}\\p{Sc}]|${ADDRESS.source}`, "u");

/** A word in small letters that is more than the end of a longer label. */
export const LONG_WORD = /^\p{Ll}{4}/u;
