import { isDeepStrictEqual } from "node:util";
import { parsePost, safeParsePost, stringifyPost } from "alphanode-post";
import { synthesizePost } from "alphanode-post/synth";
import { describe, expect, test } from "vitest";
import { FIELDS, isValueRow } from "../src/format/fields.ts";
import { fixtureTexts, realTexts } from "./support/texts.ts";
import { wrapLine } from "./support/wrap.ts";

/**
 * Whole posts as mail programs leave them, at widths of every kind, with each of the separators that may stand after a label: what
 * the arbitraries of wrapped texts do not reach, whose values are made up of any words.
 */

const WIDTHS = Array.from({ length: 81 }, (_, i) => 40 + i);

/** Gives every third width, so that a post and its two neighbours have them all. */
const widthsOf = (at: number): readonly number[] => WIDTHS.filter((width) => (width + at) % 3 === 0);
const SEPARATORS = ["", ": ", "\t", " ", " | "];

const texts = [
  ...[...realTexts, ...fixtureTexts]
    .filter(([name]) => name !== "unknown-fields.txt")
    .map(([, text]) => text),
  ...Array.from({ length: 12 }, (_, i) => stringifyPost(synthesizePost(4_001 * i))),
];

/** Puts a separator after the labels of fields that have a value on their line. */
const separate = (text: string, separator: string): string =>
  FIELDS.filter(isValueRow).reduce(
    (old, { label }) => old.replace(new RegExp(`(?<=\n${label})(?=\\S)`), separator),
    text,
  );

/** Posts without code, which a mail program cannot wrap so that a reader could join it again. */
const posts = texts
  .map((text) => ({ text, post: parsePost(text) }))
  .filter(({ post }) => !post.sections.some(({ blocks }) => blocks.some(({ type }) => type === "code")));

describe.each(SEPARATORS)(
  "wrapped posts with %j after labels are read as they were, at any width",
  (separator) => {
    test.each([
      ["without an indentation", ""],
      ["with a hanging indentation", "  "],
    ])("%s", (_, hang) => {
      const misread = posts.flatMap(({ text, post }, at) =>
        widthsOf(at)
          .filter((width) => {
            const lines = separate(text, separator).split("\n");
            const result = safeParsePost(lines.map((line) => wrapLine(line, width, hang)).join("\n"));
            return !(result.success && isDeepStrictEqual(result.data, post));
          })
          .map((width) => `${width}: ${post.title}`),
      );
      expect(misread).toEqual([]);
    });
  },
);
