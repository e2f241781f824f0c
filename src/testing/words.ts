import fc from "fast-check";
import { LINE } from "../format/line.ts";
import { anyCase } from "../format/pattern.ts";
import { EXTRA_LABEL, EXTRA_LABEL_LENGTH } from "../format/text.ts";
import { isFurniture } from "../layout/furniture.ts";
import { withoutCodes } from "../layout/terminal.ts";
import { bodyOf } from "../syntax/box-line.ts";
import { FIELD_LABELS } from "../syntax/field-labels.ts";
import { type Line, Source } from "../syntax/scan.ts";

/** Signs that, at the start of a value, would be read as the mark between label and value. */
const MARK_START = /^[:|]/;

const LETTERS = 26;

/**
 * Letters a to z, as many as within the bounds. A whole number makes them, which costs a tenth of an arbitrary of
 * each letter; the least one makes the shortest text, so that failures still shrink.
 */
export const letters = (minLength: number, maxLength: number): fc.Arbitrary<string> => {
  const lengths = maxLength - minLength + 1;
  return fc.integer({ min: 0, max: lengths * LETTERS ** maxLength - 1 }).map((number) => {
    let rest = Math.floor(number / lengths);
    let text = "";
    for (let missing = minLength + (number % lengths); missing > 0; missing--) {
      text += String.fromCharCode(0x61 + (rest % LETTERS));
      rest = Math.floor(rest / LETTERS);
    }
    return text;
  });
};

/** How a label of one word starts a line. */
const LABEL_START = anyCase`^${FIELD_LABELS.rows.map(({ label }) => label)}`;

/** A word: letters of some script, now and then with a hyphen or an apostrophe within; none is a label where its line is wrapped. */
const word = fc
  .oneof(
    { weight: 8, arbitrary: letters(1, 9) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(letters(2, 5), fc.constantFrom("'", "-"), letters(2, 5))
        .map((parts) => parts.join("")),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom("größe", "naïve", "кэш", "日本語", "ذاكرة", "λόγος", "e.g", "next.js"),
    },
  )
  .filter((text) => !LABEL_START.test(text));

/** Some words with spaces between. */
export const words = (minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.array(word, { minLength, maxLength }).map((list) => list.join(" "));

/** Some words that are no line which pages show around their posts. */
export const phrase = (minLength: number, maxLength: number): fc.Arbitrary<string> =>
  words(minLength, maxLength).filter((text) => !isFurniture(text));

/** Any line that a value can carry: all of Unicode but line ends, odd layout, codes of terminals, a colon or bar in front, and lines of pages. */
export const line = fc
  .oneof(
    { weight: 3, arbitrary: words(1, 6) },
    { weight: 1, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }) },
    { weight: 1, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 30 }) },
  )
  .map((text) => text.trim())
  .filter((text) => LINE.test(text) && !MARK_START.test(text) && withoutCodes(text) === undefined)
  .filter((text) => !isFurniture(text));

/** Signs that stand within sentences. */
const inner = fc.constantFrom(",", ";", ":", " –", " (twice)", ' "so"', " 42%", " /etc", " a=b", " `ls`");

/** A sentence with an end, as paragraphs, summaries and briefs are made of. */
export const sentence = fc
  .tuple(
    words(6, 9),
    fc.option(inner, { nil: "", freq: 2 }),
    words(4, 8),
    fc.constantFrom(".", ".", ".", "!", "?"),
  )
  .map(([first, sign, second, end]) => `${first}${sign} ${second}${end}`);

/** One of a kind, now and then several: what a text has more of takes longer to read, and shows nothing new. */
export const few = <T>(one: fc.Arbitrary<T>, maxLength: number): fc.Arbitrary<T[]> =>
  fc.oneof(
    { weight: 3, arbitrary: one.map((single) => [single]) },
    { weight: 1, arbitrary: fc.array(one, { minLength: 1, maxLength }) },
  );

/** One or more sentences. */
export const prose = few(sentence, 3).map((list) => list.join(" "));

/** A label that the field table does not know, nor takes for one of its own. */
export const extraLabel = fc
  .oneof(
    { weight: 6, arbitrary: fc.array(letters(2, 9), { minLength: 1, maxLength: 3 }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(["constructor"], ["toString"], ["hasOwnProperty"], ["valueOf"]),
    },
  )
  .map((list) => list.join(" "))
  .filter((label) => EXTRA_LABEL.test(label) && label.length <= EXTRA_LABEL_LENGTH)
  .filter((label) => !isKnown(label) && !isFurniture(label));

/** Tells whether a label is one of the table, or begins with one. */
const isKnown = (label: string): boolean =>
  FIELD_LABELS.read(label, bodyOf(new Source(label).lines[0] as Line)) !== undefined;
