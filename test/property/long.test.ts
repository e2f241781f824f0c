import { safeParsePost } from "alphanode-post";
import { describe, expect, test } from "vitest";
import { CountedSource } from "../support/counted-source.ts";
import { parseAll, WORK } from "../support/work.ts";

describe("long sources", () => {
  /** Two fifths of the longest text that is read by default: what goes back over it again and again still takes minutes. */
  const LENGTH = 400_000;
  /** Far more time than any text takes, in milliseconds. */
  const HANG = 30_000;
  test.each([
    ["one line", "a"],
    ["line ends", "\n"],
    ["spaces", " "],
    ["bullets", "• "],
    ["lines of bullets", "• \n"],
    ["items", "• quality: 7\n"],
    ["labels", "summary"],
    ["lines of labels", "summarya\n"],
    ["lists without items", "stack\n"],
    ["misspelled labels", "sumarya\n"],
    ["labels with an unsure end", "summarthis\n"],
    ["headings of boxes", "alphanode post meta\nsummarthis\n"],
    ["headings of similar posts", "similar posts\ntopica\nhashb\nsummaryc\n"],
    ["open sentences", "alphanode post meta\nsummarya b\nc d\ne f\n"],
    ["one open sentence", `alphanode post meta\nsummarya\n${"b c\n".repeat(LENGTH / 4)}`],
    [
      "wrapped lines",
      `alphanode post meta\nsummarya b c\n${`${"abcde ".repeat(9)}abcde\n`.repeat(0.016 * LENGTH)}`,
    ],
    ["unknown fields", "alphanode post meta\ntopica / b\nfoo: bar\n"],
    ["strays", "alphanode post meta\ntopica / b\n!!\n• !\n"],
    ["one word under a title", `a title\n\n${"x".repeat(LENGTH)}`],
    ["stops in a sentence", `a title\n\nwords of it ${".".repeat(LENGTH - 60)}# are many here and there.`],
    [
      "alt and caption far apart",
      `a title\n\n${"a ".repeat(0.18 * LENGTH)}\n${" ".repeat(0.25 * LENGTH)}${"a ".repeat(0.18 * LENGTH)}b. image source: x`,
    ],
    [
      "lists among what may be code",
      `a title\nfinal notes\n${"ab\n".repeat(0.15 * LENGTH)}x = {\n${"- x\nab\n".repeat(0.075 * LENGTH)}`,
    ],
    ["paragraphs", "some words of prose here.\n\n"],
    ["code", "x = 1;\n\n"],
    ["images", "a visual reference 1\na visual reference 1. image source: unsplash\n"],
    ["quotes and stops", '."'],
    ["pairs of stops", "a. "],
    ["image sources", " image source:"],
    ["bars", "| "],
    ["control characters", "\u0000\u001b\n"],
    ["lone surrogates", "\ud800\n"],
  ])(
    "of %s take work that grows with their length alone",
    (_, unit) => {
      const text = unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH);
      const source = new CountedSource(text);
      parseAll(source);
      expect(source.touched).toBeLessThanOrEqual(WORK * text.length);
      expect(safeParsePost(text).issues.length).toBeGreaterThan(0);
    },
    HANG,
  );
});
