import { type ParseIssue, type Post, safeParsePost } from "alphanode-post";
import { synthesizePost } from "alphanode-post/synth";
import fc from "fast-check";
import { expect, test } from "vitest";
import { LAYOUTS } from "../../src/testing/layouts.ts";
import { joinParts, partsOf } from "../../src/testing/parts.ts";
import { RUNS, TIMEOUT } from "../support/runs.ts";

/** Lines that came into a text that some extractor laid out, came twice, or lost their end: the field they touch is reported. */

/** The text of a made post as a layout has it. */
const laidOut = (name: string, n = 0): { post: Post; text: string } => {
  const post = synthesizePost(39_001);
  const layout = LAYOUTS.find((one) => one.name === name) as (typeof LAYOUTS)[number];
  const text = joinParts(layout.parts?.(partsOf(post), n) ?? partsOf(post));
  return { post, text: layout.text?.(text, n) ?? text };
};

const isOn = (field: string, { path }: ParseIssue): boolean =>
  path[0] === "meta" && (path[1] === field || path.length === 1);

/** The fields that are not as the post has them, and on which no issue stands. */
function silent(post: Post, text: string): string[] {
  const { value, issues } = safeParsePost(text);
  return Object.entries(post.meta).flatMap(([field, right]) => {
    const read = (value.meta as Record<string, unknown> | undefined)?.[field];
    const isRight = JSON.stringify(read) === JSON.stringify(right);
    return field === "extra" || isRight || issues.some((issue) => isOn(field, issue)) ? [] : [field];
  });
}

const codesOn = (text: string, field: string): string[] =>
  safeParsePost(text)
    .issues.filter((issue) => isOn(field, issue))
    .map(({ code }) => code);

const { text: bold } = laidOut("bold labels");

test.each([
  ["a line among items", "tools", (text: string) => text.replace(/(?<=\n.*mod_rewrite\n)/, "Figure 2\n")],
  ["an item twice", "tools", (text: string) => text.replace(/(\n.*mod_rewrite)(?=\n)/, "$1$1")],
  ["the label as an item", "tools", (text: string) => text.replace(/(\n.*)apachectl/, "$1tools$1apachectl")],
  ["two items on one line", "tools", (text: string) => text.replace(/(mod_rewrite)\n\s*/, "$1 ")],
  [
    "the bullet of the next item",
    "aiOutline",
    (text: string) => text.replace(/(stack:.*apache configuration)/, "$1-"),
  ],
  [
    "the key of another field within",
    "tools",
    (text: string) => text.replace(/(mod_rewrite)/, "$1 last reviewed: 2020"),
  ],
  ["the entity of a letter", "notes", (text: string) => text.replace(/says nothing/, "says n&ouml;thing")],
  ["the end within a note", "notes", (text: string) => text.slice(0, text.indexOf("says nothing") + 6)],
  [
    "another item than in the article",
    "checklist",
    (text: string) => text.replace(/\n.*check permissions/, ""),
  ],
])("%s is reported", (_, field, change) => {
  const changed = change(bold);
  expect(changed).not.toBe(bold);
  expect(codesOn(changed, field).length).toBeGreaterThan(codesOn(bold, field).length);
});

test("an end after a note is reported but for a sentence and a line end", () => {
  const [text = ""] = bold.split("\n\nSimilar Posts");
  expect(codesOn(text.trimEnd(), "notes")).toEqual(["unusual_value"]);
  expect(codesOn(`${text.trimEnd()}\n`, "notes")).toEqual([]);
  expect(codesOn(`${text.trimEnd()}.`, "notes")).toEqual([]);
});

const FURNITURE = [
  "Figure 2",
  "Share this post",
  "Read more",
  "7",
  "tools",
  "a line that belongs to nobody",
  "---",
];

test("a line that came in leaves no field wrong without an issue", { timeout: TIMEOUT }, () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...LAYOUTS),
      fc.nat(9_999),
      fc.nat(1_000_003),
      fc.nat(1_000_003),
      fc.constantFrom(...FURNITURE),
      (layout, seed, n, place, furniture) => {
        const post = synthesizePost(seed);
        const parts = layout.parts?.(partsOf(post), n) ?? partsOf(post);
        const lines = (layout.text?.(joinParts(parts), n) ?? joinParts(parts)).split("\n");
        lines.splice(place % lines.length, 0, furniture);
        expect(silent(post, lines.join("\n"))).toEqual([]);
      },
    ),
    { numRuns: RUNS / 2 },
  );
});
