import { describe, expect, test } from "vitest";
import { divide } from "../../src/syntax/division.ts";
import { type Line, Source } from "../../src/syntax/scan.ts";

/** How a text is divided, each part by the numbers of its lines: `article 1 3 | box at 5: 6 7 | similar at 9: 10`. */
function partsOf(text: string, labelsOfBox?: number): string {
  const source = new Source(text);
  const { article, boxes, similar } = divide(source, labelsOfBox);
  const numbers = (lines: readonly Line[]): string => lines.map(({ number }) => number).join(" ");
  const at = (heading: Line | undefined, spelling: string): string =>
    heading === undefined ? "" : ` at ${heading.number}${spelling === "exact" ? "" : ` (${spelling})`}`;
  return [
    `article ${numbers(article)}`.trim(),
    ...boxes.map((box) => `box${at(box.heading, box.spelling)}: ${numbers(box.lines)}`),
    ...similar.map(
      ({ heading, spelling, titles }) => `similar${at(heading, spelling)}: ${titles.map(numbers).join(", ")}`,
    ),
  ].join(" | ");
}

const LABELS = ["difficultybeginner", "reading time5", "view count7"];
const text = (...lines: string[]): string => lines.join("\n");

describe("a text is divided into article, boxes and similar posts", () => {
  test.each<[string, string, string]>([
    ["an article alone", text("a title", "", "words."), "article 1 3"],
    ["nothing", "", "article"],
    [
      "all three",
      text("a title", "", "alphanode post meta", "difficultyx", "", "Similar Posts", "", "• one", "• two"),
      "article 1 | box at 3: 4 | similar at 6: 8, 9",
    ],
    ["a box alone", text("alphanode post meta", "difficultyx"), "article | box at 1: 2"],
    [
      "two boxes",
      text("alphanode post meta", "difficultyx", "alphanode post meta", "hash1"),
      "article | box at 1: 2 | box at 3: 4",
    ],
    [
      "a heading that is one letter away",
      text("a title", "", "alphanode pst meta", "difficultyx"),
      "article 1 | box at 3 (near): 4",
    ],
    [
      "a heading that is cut off",
      text("a title", "", "words.", "", "alphanode po"),
      "article 1 3 | box at 5 (cut): ",
    ],
    ["no heading with a bullet", text("a title", "", "• alphanode post meta"), "article 1 3"],
    [
      "titles that go on in the next line",
      text("a title", "", "Similar Posts", "• one", "goes on", "• two", "", "three", "four"),
      "article 1 | similar at 3: 4 5, 6, 8, 9",
    ],
    [
      "similar posts of a page over an article",
      text("Similar Posts", "one", "a title", "", "final notes", "", "alphanode post meta", "hash1"),
      "article 1 2 3 5 | box at 7: 8",
    ],
    [
      "similar posts of a page over the labels of a box",
      text("alphanode post meta", "Similar Posts", ...LABELS, "Similar Posts", "one"),
      "article | box at 1: 2 3 4 5 | similar at 6: 7",
    ],
    [
      "similar posts with labels under them at the end",
      text("alphanode post meta", "hash1", "Similar Posts", ...LABELS),
      "article | box at 1: 2 3 4 5 6",
    ],
    [
      "the same below two boxes",
      text("alphanode post meta", "hash1", "alphanode post meta", "hash2", "Similar Posts", ...LABELS),
      "article | box at 1: 2 | box at 3: 4 5 6 7 8",
    ],
    [
      "similar posts with two labels under them",
      text("alphanode post meta", "hash1", "Similar Posts", ...LABELS.slice(1)),
      "article | box at 1: 2 | similar at 3: 4, 5",
    ],
  ])("%s", (_, source, parts) => expect(partsOf(source)).toBe(parts));
});

describe("a box that has lost its heading is told by its labels", () => {
  test.each<[string, string, string]>([
    ["three of them", text("a title", "", ...LABELS), "article 1 | box: 3 4 5"],
    ["not two", text("a title", "", ...LABELS.slice(1)), "article 1 3 4"],
    ["not one three times", text("a title", "", "hash1", "hash2", "hash3"), "article 1 3 4 5"],
    [
      "below the last heading of the article",
      text("a title", "", ...LABELS, "", "final notes", "", "words."),
      "article 1 3 4 5 7 9",
    ],
    [
      "with what stands right above the first",
      text("a title", "", "words of it", ...LABELS),
      "article 1 | box: 3 4 5 6",
    ],
    [
      "without a sentence right above",
      text("a title", "", "words of it.", ...LABELS),
      "article 1 3 | box: 4 5 6",
    ],
    [
      "none of them a sentence",
      text("a title", "", "difficulty is all.", ...LABELS.slice(1)),
      "article 1 3 4 5",
    ],
    [
      "but for a field that is one",
      text("a title", "", "summaryit is all.", ...LABELS.slice(1)),
      "article 1 | box: 3 4 5",
    ],
    [
      "with a field that ends as a sentence above",
      text("a title", "", "hash1.", ...LABELS),
      "article 1 | box: 3 4 5 6",
    ],
    ["right under the first line", text("words of it", ...LABELS), "article 1 | box: 2 3 4"],
    ["at the start", text(...LABELS), "article | box: 1 2 3"],
    [
      "under a heading of the article",
      text("a title", "", "final notes", ...LABELS),
      "article 1 3 | box: 4 5 6",
    ],
    [
      "above the box that has its heading",
      text("a title", "", ...LABELS, "", "alphanode post meta", "hash1"),
      "article 1 | box: 3 4 5 | box at 7: 8",
    ],
    [
      "above similar posts",
      text("a title", "", ...LABELS, "", "Similar Posts", "one"),
      "article 1 | box: 3 4 5 | similar at 7: 8",
    ],
  ])("%s", (_, source, parts) => expect(partsOf(source)).toBe(parts));

  test("as many as are asked for, but three above a box that has its heading", () => {
    expect(partsOf(text("a title", "", "hash1"), 1)).toBe("article 1 | box: 3");
    expect(partsOf(text("a title", "", "hash1", "", "Similar Posts", "one"), 1)).toBe(
      "article 1 | box: 3 | similar at 5: 6",
    );
    expect(partsOf(text("a title", "", "hash1", "", "alphanode post meta", "hash1"), 1)).toBe(
      "article 1 3 | box at 5: 6",
    );
  });
});
