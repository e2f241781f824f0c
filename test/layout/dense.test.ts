import { type PostMeta, safeParsePost, stringifyPost } from "alphanode-post";
import { synthesizePost } from "alphanode-post/synth";
import { expect, test } from "vitest";
import { FIELDS, isEntriesRow } from "../../src/format/fields.ts";
import { wrapLine } from "../support/wrap.ts";

/** Boxes of which all fields run into each other, and that were wrapped: lines end within labels, values and lists. */

const post = synthesizePost(42_318);
const article = stringifyPost(post).split("\nalphanode post meta\n", 1)[0] as string;
const capitals = (text: string): string => text.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());

const written = (value: unknown): string =>
  typeof value === "boolean" ? String(Number(value)) : String(value);

/** A field as it stands in such a box: its label, and right behind it all of its values. */
function fieldText(row: (typeof FIELDS)[number], gap: string): string {
  const value: unknown = post.meta[row.key as keyof PostMeta];
  const label = capitals(row.label);
  if (!isEntriesRow(row)) return label + (Array.isArray(value) ? value.join(" ") : written(value));
  const entries = [value]
    .flat()
    .flatMap((one) =>
      row.entries.map(
        (entry) => `${capitals(entry.label)}: ${written((one as Record<string, unknown>)[entry.key])}`,
      ),
    );
  return label + entries.join(gap);
}

const WRITTEN = FIELDS.filter(({ key }) => key !== "imageSources");

const boxOf = (gap: string): string => WRITTEN.map((row) => fieldText(row, gap)).join(gap);

const LISTS = ["stack", "tools", "checklist", "notes"];

/** What is reported of a field, but for its form. */
const FORM = ["wrapped_text", "run_together", "missing_bullet", "missing_label"];

function read(gap: string, width: number): { right: string[]; refused: string[]; silent: string[] } {
  const text = `${article}\nAlphanode Post Meta\n\n${wrapLine(boxOf(gap), width)}\n`;
  const { value, issues } = safeParsePost(text);
  const keys = WRITTEN.map(({ key }) => key) as (keyof PostMeta)[];
  const isTold = (key: string): boolean =>
    issues.some(({ path, code }) => path[1] === key && !FORM.includes(code));
  const isRight = (key: keyof PostMeta): boolean =>
    JSON.stringify(value.meta?.[key]) === JSON.stringify(post.meta[key]);
  return {
    right: keys.filter((key) => isRight(key) && !isTold(key)),
    refused: keys.filter((key) => value.meta?.[key] === undefined && isTold(key)),
    silent: keys.filter((key) => !isRight(key) && !isTold(key)),
  };
}

test.each([58, 62, 66, 70, 74, 78, 84, 90, 102])(
  "of %d columns: all is read but lists, whose items nothing parts",
  (width) => {
    const { right, refused } = read(" ", width);
    expect(refused).toEqual(LISTS);
    expect(right).toHaveLength(WRITTEN.length - LISTS.length);
  },
);

test.each(["", " "])("with %j between fields, nothing is wrong and not told at any width", (gap) => {
  for (let width = 50; width < 120; width += 3) expect([width, read(gap, width).silent]).toEqual([width, []]);
});

test("a label within a word is none", () => {
  const text = stringifyPost(post).replace(/(?<=\n)summary.*/, (line) =>
    line.replace(/\S+ \S+$/, "we decode\nlanguage by hand."),
  );
  expect(safeParsePost(text).value.meta?.summary).toMatch(/ we decode language by hand\.$/);
});

test("the words of a label in small letters are none where labels have capitals", () => {
  const notes = ["The view count is made up", "The rest is, too"];
  const text = `${article}\nAlphanode Post Meta\n\n${wrapLine(boxOf(" "), 70)}`;
  const at = text.lastIndexOf("Notes");
  const bullets = `\n  • ${notes.join("\n  • ")}\n`.replace("view ", "view\n    ");
  const { value } = safeParsePost(`${text.slice(0, at)}\nNotes${bullets}`);
  expect(value.meta).toMatchObject({ viewCount: post.meta.viewCount, notes });
});
