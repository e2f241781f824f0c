import { safeParsePost, stringifyPost } from "alphanode-post";
import { synthesizePost, synthesizePosts } from "alphanode-post/synth";
import { describe, expect, test } from "vitest";
import { isFurniture } from "../../src/layout/furniture.ts";
import { folded } from "../support/folded.ts";
import { wrapLine } from "../support/wrap.ts";

/** Text that a terminal wrapped, wide ones included. */

const post = synthesizePost(4_212);
const text = stringifyPost(post);
const intro = post.intro[0]?.type === "paragraph" ? post.intro[0].text : "";
const block = post.sections[0]?.blocks[0];
const paragraph = block?.type === "paragraph" ? block.text : "";

/** The text with another first paragraph, wrapped, with an indentation. */
const wrapped = (one: string, width: number, whole = text): string =>
  whole
    .replace(paragraph, () => one)
    .split("\n")
    .map((line) => (/^\s|^[a-z]*http/.test(line) ? line : wrapLine(line, width).replace(/^/gm, "  ")))
    .join("\n");

describe.each([80, 100, 132, 160])("of %d columns", (width) => {
  test("paragraphs that break where a sentence ends are one", () => {
    const start = "a plan that nobody has read is no plan".repeat(5).slice(0, width - 6);
    const one = `${start}abc. sometimes it helps to read the plan again before the day, and to ask who wrote it.`;
    const { value } = safeParsePost(wrapped(one, width));
    expect(value.sections?.[0]?.blocks?.[0]).toEqual({ type: "paragraph", text: one });
  });

  test("the first line of an intro is no title where the title is lost", () => {
    const { value, issues } = safeParsePost(wrapped(paragraph, width, text.slice(text.indexOf(intro))));
    expect(value.title).toBeUndefined();
    expect(value.intro?.[0]).toEqual({ type: "paragraph", text: intro });
    expect(issues.map(({ code }) => code)).toContain("missing_title");
  });
});

/** A text with a capital at the start of each sentence, as pages have it. */
const withCapitals = (lines: string): string =>
  lines.replace(/(?:^|(?<=[.?!] ))[a-z]/gm, (letter) => letter.toUpperCase());

test.each([180, 200, 240, 280])("few lines that are wrapped at %d columns are read whole", (width) => {
  for (const one of synthesizePosts({ first: 41_000, count: 12 })) {
    const lines = stringifyPost(one).replace(/^(?! ).+$/gm, (line) => wrapLine(withCapitals(line), width));
    const shown = `Skip to content\n\n${lines.replaceAll("•", "□")}`;
    const { title, intro, sections } = safeParsePost(shown).value;
    expect(folded({ title, intro, sections })).toEqual(
      folded({ title: one.title, intro: one.intro, sections: one.sections }),
    );
  }
});

test("code that reaches further than the text was wrapped does not keep paragraphs from being joined", () => {
  const line =
    "rsync --archive --delete --link-dest=/srv/backups/latest /srv/www/ /srv/mail/ /srv/backups/today";
  const whole = text.replace(paragraph, () => `${paragraph}\n\nCODE`).replace("\n", "\n\nby kim\n");
  const { value } = safeParsePost(wrapped(paragraph, 64, whole).replace("CODE", line));
  expect(value.intro).toEqual(post.intro);
  expect(value.sections?.[0]?.blocks[0]).toEqual(block);
});

test("a title right above its intro is one", () => {
  const { value } = safeParsePost(text.replace("\n\n", "\n"));
  expect(value).toMatchObject({ title: post.title, intro: post.intro });
});

describe("the line below an image that names no host", () => {
  const read = (below: string) => {
    const lines = [
      "reading logs of a small site",
      "",
      "logs tell what happened.",
      "",
      "why this matters",
      "",
      "they are read by one person.",
      "implementation checklist",
      "reading logs visual reference 1. image source:",
      below,
      "read the logs once a week and keep what they say.",
      "alphanode post meta",
      "alphanode post meta",
      "Similar Posts",
      "  • another title",
    ];
    return safeParsePost(lines.join("\n")).value.sections?.[1]?.blocks.slice(0, 2);
  };
  const image = (caption: string, source: string | null) => ({ type: "image", caption, source });

  test("is the caption of the next, though it starts with a dot in a word", () => {
    expect(read("next.js pages visual reference 2")).toEqual([
      image("reading logs visual reference 1", null),
      image("next.js pages visual reference 2", null),
    ]);
  });

  test("starts with the host, if that is known", () => {
    expect(read("unsplash next.js pages visual reference 2")).toEqual([
      image("reading logs visual reference 1", "unsplash"),
      image("next.js pages visual reference 2", null),
    ]);
  });
});

test.each([
  ["by noon the queue is empty again, and nobody knows why.", false],
  ["by Jane Doe", true],
  ["Posted by Jane Doe in Ideas.", true],
])("%j starts as a byline does, and is one: %s", (line, isByline) => {
  expect(isFurniture(line)).toBe(isByline);
});
