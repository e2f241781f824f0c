/**
 * Typographic signs. Sites set them when they render a text, so that one copy has `don’t` and another `don't`. Copies are
 * compared without them; data keep what stood there.
 */

/** Signs that may stand for each other, and the sign that all of them become. */
const FOLDS: readonly (readonly [signs: RegExp, plain: string])[] = [
  // Single quotes and primes; double ones.
  [/[\u2018-\u201b\u2032\u2035]/g, "'"],
  [/[\u201c-\u201f\u2033\u2036]/g, '"'],
  // A dash may have been two or three hyphens, or one between spaces: their number cannot be known any more.
  [/[-\u2010-\u2015\u2212]+/g, "-"],
  [/\u2026/g, "..."],
  // A multiplication sign was an x where it stands between numbers alone: 1200×630.
  [/(\d)\u00d7(?=\d)/g, "$1x"],
];

/** Whether there may be anything to fold: most texts are told by this. */
const MAY_CHANGE = /--|[\u00d7\u2010-\u2036\u2212]/;

/**
 * Gives a text with its typographic signs as those of a keyboard: quotes and primes straight, dashes and rows of hyphens
 * as one hyphen, an ellipsis as three stops, a multiplication sign between digits as an x. For comparing two copies of a
 * text only, since it cannot be undone; the letter case stays.
 */
export const foldTypography = (text: string): string =>
  MAY_CHANGE.test(text) ? FOLDS.reduce((folded, [signs, plain]) => folded.replace(signs, plain), text) : text;
