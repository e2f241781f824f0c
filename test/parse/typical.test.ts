import type { Block, PartialArticle } from "alphanode-post";
import { describe, expect, test } from "vitest";
import {
  hasProse,
  isDoubleSpaced,
  isJoinedCode,
  isMarkedCode,
  isTypeset,
} from "../../src/parse/marked-code.ts";
import { isPageNumber } from "../../src/parse/page-number.ts";
import { hasMore, hasPageMarks, isFurnitureTitle } from "../../src/parse/title-marks.ts";
import {
  hasMarksOfImage,
  hasPageLine,
  headingRunIn,
  isLikeHeading,
  isRunTogether,
  isSentenceOfPage,
  shapeOf,
} from "../../src/parse/typical.ts";

const paragraph = (text: string): Block => ({ type: "paragraph", text });
const code = (text: string): Block => ({ type: "code", text });
const list = (...items: string[]): Block => ({ type: "list", items });
const image = (caption: string): Block => ({ type: "image", caption, source: "unsplash" });

const SENTENCE = paragraph("a sentence.");
const STEPS = list("one", "two");

/** Parts of an article of three that are as on the site: title, intro, one section. */
const typicalWith = (changes: PartialArticle): number => {
  const article = {
    title: "a title",
    intro: [SENTENCE],
    sections: [{ heading: "final notes", blocks: [SENTENCE] }],
    similarPosts: [],
  };
  const { typical, odd } = shapeOf({ ...article, ...changes });
  expect(odd).toBe(2 + (changes.sections ?? article.sections).length - typical);
  return typical;
};

describe("what the site has", () => {
  test("is typical as a whole, without similar posts alone", () => {
    const article = { title: "a title", intro: [SENTENCE], sections: [], similarPosts: [] };
    expect(shapeOf(article)).toEqual({ typical: 2, odd: 0, isTypical: true });
    expect(shapeOf({ ...article, similarPosts: ["a"] })).toEqual({ typical: 2, odd: 0, isTypical: false });
    expect(shapeOf({ ...article, intro: [] })).toEqual({ typical: 1, odd: 1, isTypical: false });
    expect(shapeOf({})).toEqual({ typical: 0, odd: 2, isTypical: false });
  });

  test.each<[string, number]>([
    ["t ".repeat(100).trim().padEnd(200, "t"), 3],
    ["t ".repeat(100).trim().padEnd(201, "t"), 2],
    ["a title.", 2],
    ["a title | alphanode", 2],
    ["about", 2],
    ["share this: how to pass on what a post has in its box", 3],
  ])("title: %s", (title, typical) => expect(typicalWith({ title })).toBe(typical));

  test.each<[string, Block[], number]>([
    ["nothing", [], 2],
    ["two paragraphs", [SENTENCE, SENTENCE], 2],
    ["a paragraph without an end", [paragraph("a sentence")], 2],
    ["a long paragraph", [paragraph(`${"a".repeat(1499)}.`)], 3],
    ["a paragraph that is too long", [paragraph(`${"a".repeat(1500)}.`)], 2],
    ["code", [SENTENCE, code("ls")], 2],
    ["a list", [SENTENCE, STEPS], 2],
    ["an image", [SENTENCE, image("a cat")], 3],
    ["an image above", [image("a cat"), SENTENCE], 2],
    ["two images", [SENTENCE, image("a cat"), image("a dog")], 3],
    ["an image twice", [SENTENCE, image("a cat"), image("a cat")], 2],
    ["an image with marks", [SENTENCE, image("![a cat")], 2],
    ["an image with the words of its caption line", [SENTENCE, image("a cat. image source: x")], 2],
    ["an image with a colon", [SENTENCE, image("a cat: asleep")], 3],
    ["a heading run in", [paragraph("production checks are a sentence.")], 2],
    ["an item run in", [paragraph("a sentence • another.")], 2],
    ["a bullet between letters", [paragraph("a•b.")], 3],
    ["a sentence of the page", [paragraph("we use cookies to improve your experience.")], 2],
    ["a heading with a stop", [paragraph("final notes.")], 2],
    ["a mark at the end", [SENTENCE, image("a cat reference [1]")], 2],
    ["the number of an image", [SENTENCE, image("visual reference 2")], 2],
    ["a caption twice in one", [SENTENCE, image("a cat that sleeps a cat that sleeps")], 2],
    ["a paragraph under an image", [SENTENCE, image("a cat"), SENTENCE], 2],
  ])("intro: %s", (_, intro, typical) => expect(typicalWith({ intro })).toBe(typical));

  test.each<[string, string, Block[], number]>([
    ["final notes", "of one paragraph", [SENTENCE], 1],
    ["Final Notes", "in capitals", [SENTENCE], 1],
    ["final notes", "with code", [SENTENCE, code("ls")], 0],
    ["notes", "unknown", [SENTENCE], 0],
    ["production checks", "of no paragraph", [], 0],
    ["production checks", "of two paragraphs", [SENTENCE, paragraph("another sentence.")], 1],
    ["production checks", "of a paragraph twice", [SENTENCE, SENTENCE], 0],
    ["production checks", "of a paragraph that is cut short", [paragraph("a sentence…")], 0],
    ["production checks", "with an address", [SENTENCE, code("https://x.example/a")], 0],
    ["production checks", "with a shortcode", [SENTENCE, code('[gallery ids="1"]')], 0],
    [
      "production checks",
      "with sentences that look like code",
      [SENTENCE, code(`~ ${"some words of prose stand here. ".repeat(6)}end`)],
      0,
    ],
    ["implementation checklist", "whose items all end with a stop", [list("one.", "two.")], 0],
    ["production checks", "of an image", [image("a cat")], 0],
    ["production checks", "with code", [SENTENCE, code("ls")], 1],
    ["production checks", "with an image", [SENTENCE, image("a cat")], 0],
    ["production checks", "with a list", [SENTENCE, STEPS], 0],
    ["production checks", "with code that ends with a mark", [SENTENCE, code("ls`")], 0],
    ["production checks", "with code that starts with a mark", [SENTENCE, code("## ls")], 0],
    ["production checks", "with a line of the page", [SENTENCE, code("share this")], 0],
    ["production checks", "with a heading", [SENTENCE, code("Final Notes")], 0],
    ["production checks", "with code over a line of the page", [SENTENCE, code("ls\n\nshare this")], 0],
    ["production checks", "with code in two", [SENTENCE, code("ls\n\ncd")], 1],
    ["production checks", "with code above", [code("ls"), SENTENCE], 0],
    ["production checks", "with code within", [SENTENCE, code("ls"), code("cd")], 0],
    ["production checks", "with a fence", [SENTENCE, code("ls\n```")], 0],
    ["production checks", "with a mark", [SENTENCE, code("**ls**")], 0],
    ["production checks", "with a tag", [SENTENCE, code("<pre>ls")], 0],
    ["production checks", "with tags of its own", [SENTENCE, code("<body>")], 1],
    ["production checks", "with a number of a page", [SENTENCE, code("page 3")], 0],
    ["production checks", "with a heading run in", [SENTENCE, code("ls final notes")], 0],
    ["production checks", "with prose", [SENTENCE, code(`${"some words of prose ".repeat(6)}end here.`)], 0],
    ["production checks", "with code that is cut short", [SENTENCE, code("if (a) {")], 0],
    ["production checks", "with code that stands twice", [SENTENCE, code("ls one\n\nls one")], 0],
    ["production checks", "with a line of code twice", [SENTENCE, code("ls one\nls one")], 1],
    ["production checks", "with lines of code twice", [SENTENCE, code("ls one\ncd\nls one\ncd")], 0],
    ["production checks", "with a rule under code", [SENTENCE, code("ls\n\n* * *")], 0],
    ["production checks", "with a rule alone", [SENTENCE, code("---")], 0],
    ["production checks", "with an address under code", [SENTENCE, code("ls\n\nhttps://x.example/a")], 0],
    [
      "production checks",
      "with a line of the page in code",
      [SENTENCE, code("ls\n\nAdvertisement\n\ncd")],
      0,
    ],
    ["production checks", "with empty lines in code", [SENTENCE, code("ls\n\ncd")], 1],
    ["production checks", "with a rule that is wrapped", [SENTENCE, code("rule: keep it\nfor a day")], 0],
    ["production checks", "with two rules", [SENTENCE, code("rule: keep it\nrule: end it")], 1],
    ["production checks", "with lines run in", [SENTENCE, code(`${"a = 1; ".repeat(10)}b`)], 0],
    ["implementation checklist", "of a list", [STEPS], 1],
    ["implementation checklist", "of nothing", [], 0],
    ["implementation checklist", "of a paragraph", [SENTENCE], 0],
    ["implementation checklist", "with an image", [STEPS, image("a cat")], 1],
    ["implementation checklist", "with two images", [STEPS, image("a cat"), image("a dog")], 1],
    ["implementation checklist", "with an image twice", [STEPS, image("a cat"), image("a cat")], 0],
    ["implementation checklist", "with a paragraph", [STEPS, SENTENCE], 0],
    ["implementation checklist", "with a page number", [list("one", "7")], 0],
    ["implementation checklist", "with two items in one", [list("one", "two, - three")], 0],
    ["implementation checklist", "with an image in an item", [list("one", "two ![a](b)")], 0],
    ["implementation checklist", "with bullets", [list("- one", "[x] two")], 0],
    ["implementation checklist", "with one bullet", [list("- one", "two")], 1],
    ["implementation checklist", "with a heading run in at its end", [list("one", "two final notes")], 0],
    ["implementation checklist", "with a bar behind an item", [list("one", "two |")], 0],
    ["implementation checklist", "with the number of a caption", [list("one", "two reference 12")], 0],
    ["implementation checklist", "with the bullet of the site in an item", [list("one", "two • three")], 0],
    ["implementation checklist", "whose items start alike", [list("-- one", "-- two")], 0],
    ["implementation checklist", "under an image", [image("a cat"), STEPS], 0],
    ["implementation checklist", "twice", [STEPS, list("three", "four")], 0],
    ["implementation checklist", "with a heading in it", [list("one final notes", "two")], 1],
  ])("section: %s %s", (heading, _, blocks, typical) => {
    expect(typicalWith({ sections: [{ heading, blocks }] })).toBe(2 + typical);
  });

  test("final notes are last", () => {
    const notes = { heading: "final notes", blocks: [SENTENCE] };
    expect(typicalWith({ sections: [notes, { heading: "production checks", blocks: [SENTENCE] }] })).toBe(3);
  });
});

describe("a heading is run into a text", () => {
  test.each([
    ["final notes", undefined],
    ["final notes are here", "final notes"],
    ["these are final notes", "final notes"],
    ["these are final notes.", undefined],
    ["unfinal notes", undefined],
    ["final notesthat", undefined],
    ["so much for security and maintenance notes", "security and maintenance notes"],
  ])("%s", (text, heading) => expect(headingRunIn(text)).toBe(heading));
});

describe("lists of a box are run together", () => {
  test.each<[object, string, boolean]>([
    [{}, "", false],
    [{ notes: ["a", "b Similar Posts"] }, "", true],
    [{ notes: ["b Similar Posts", "a"] }, "", true],
    [{ tools: ["a, * b"] }, "*", true],
    [{ tools: ["a, b"] }, "*", false],
    [{ tools: ["- a", "+ b"], notes: ["* c"] }, "", true],
    [{ tools: ["- a", "b"], notes: ["* c"] }, "", false],
    [{ tools: ["- a"], notes: ["[ ] c"] }, "", false],
    [{ stack: ["- a", "- b"] }, "", true],
    [{ stack: ["a", "b", "c", "d"] }, "", false],
    [{ stack: ["a", "b", "c", "d", "e"] }, "", true],
    [{ topic: "a / b" }, "", false],
    [{ topic: "a / b is a sentence." }, "", true],
    [{ checklist: ["[X] a", "[ ] b"] }, "", true],
    [{ checklist: ["a", "b"] }, "", false],
  ])("%j", (meta, text, expected) => expect(isRunTogether(meta, text)).toBe(expected));
});

describe("code has an empty line between all its lines", () => {
  test.each([
    ["cd one\n\nls two\n\ngit add\n\ngit push", true],
    ["cd one\nls two\n\ngit add\n\ngit push\n\nexit", false],
    ["cd one\n\nls two\n\ngit add", false],
  ])("%j: %s", (code, expected) => expect(isDoubleSpaced(code)).toBe(expected));
});

describe("a page shows beside a title", () => {
  test.each([
    ["a title", false],
    ["--- a title", true],
    ["# a title", true],
    ["#title", true],
    ["= a title", true],
    ["a title - My Blog", true],
    ["My Blog – a title", true],
    ["a title - part two", false],
    ["A Title - Part Two", false],
    ["a title ...", true],
    ["a title | more", true],
    ["a title » more", true],
    ["a title|more", false],
    ["a title #", true],
    ["sorting in c#", false],
    ["Title: a title", true],
    ["re: a title", true],
    ["permalink to a title", true],
    ["h2. a title", true],
    ['"a title', true],
    ["12/3 a title", true],
    ["a title 2 comments", true],
    ["a title 5 min read", true],
    ["a title of 5 minutes to spare", false],
    ["a title May 3, 2024", true],
    ["a title 2024-05-03", true],
    ["a title posted by ann", true],
    ["a title that is posted", false],
    ["a title :: more", true],
    ["🚀 a title", true],
    ["a 🚀 title", false],
    ["a title¶", true],
    ["a title…", true],
    ["a title ===", true],
    ["a title , more", true],
    ["a title  of columns", true],
    ["a title. more", true],
    ["a {{title", true],
    ["@node a title", true],
    ["a *title*", true],
    ["a title alphanode post meta", true],
    ["a title on meta tags", false],
    ["a well-known title", false],
    ["a half is no title a half is no title", false],
    ["a title that stands twice a title that stands twice", true],
    ["a title that stands twice: a title that stood twice", false],
  ])("%s: %s", (title, expected) => expect(hasPageMarks(title)).toBe(expected));
});

describe("the number of a page", () => {
  test.each([
    ["7", true],
    ["1234", true],
    ["12345", false],
    ["Page 2", true],
    ["page 2 of 4", true],
    ["page 2 / 4", true],
    ["- 12 -", true],
    ["– page 1234 of 1234 –", true],
    ["7 pages", false],
    ["a 7", false],
    ["7\nls", true],
    ["ls\n7", true],
    ["ls\n7\ncd", false],
    ["ls\n- 7 -\ncd", true],
    ["ls\n  page 3 of 4 \ncd", true],
    ["page 3\nls", true],
    ["ls page 3", false],
    ["ls\npage 3 is here", false],
    ["ls\n12345", false],
    ["2/5", true],
    ["ls\nMy site\n2/5\ncd", true],
    ["ls\n2 / 5\ncd", true],
    ["ls\n2/5.txt\ncd", false],
  ])("%j: %s", (text, expected) => expect(isPageNumber(text)).toBe(expected));
});

describe("code", () => {
  const PROSE = "these are some words of a sentence that goes on for longer than code on the site.";

  test("has prose where one of its long lines is a sentence", () => {
    expect(PROSE).toHaveLength(81);
    expect(hasProse(PROSE)).toBe(true);
    expect(hasProse(`ls\n  ${PROSE}\ncd`)).toBe(true);
    expect(hasProse(PROSE.replace("the site", "sites"))).toBe(false);
    expect(hasProse(`${PROSE.slice(0, 60)}.\n${PROSE.slice(60)}`)).toBe(false);
    expect(hasProse(`x = ${"1 + ".repeat(30)}1;`)).toBe(false);
  });

  test.each([
    [`${"a = 1; ".repeat(9)}bcde = 2`, true],
    [`${"a = 1; ".repeat(9)}bcde = `, false],
    [`${"a = 1; ".repeat(9)}\nbcde = 2`, false],
    [`rule: ${"a = 1; ".repeat(10)}`, false],
    [`no rule: ${"a = 1; ".repeat(10)}`, true],
    [`a: b c: ${"d".repeat(70)}`, true],
    [`a: ${"d".repeat(70)}`, false],
    [`f(a) g(b) ${"d".repeat(70)}`, true],
    [`for x in ${"d".repeat(70)}; do ls; done`, true],
    [`ls ${"d".repeat(70)}`, false],
    [`ls ${"d".repeat(70)} ls -l`, true],
    [`ls ${"d".repeat(70)} && ls -l`, false],
    [`ls ${"d".repeat(70)} "$(ls -l)"`, false],
    [`import ${"d".repeat(70)} = call()try`, true],
    [`SELECT ${"d".repeat(70)} FROM a WHERE b = 1`, true],
    [`SELECT ${"d".repeat(70)} FROM a LIMIT 1`, false],
  ])("is joined: %s: %s", (text, expected) => expect(isJoinedCode(text)).toBe(expected));
});

test.each([
  "[rotating old backups with a kitchen server\nvisual reference 1]",
  "image:https://example.org/a.jpg[a picture]",
  "::: {.figure}\na\n:::",
  "[/list]",
  "`ls -l`\n`cd /tmp`",
  "1 ls -l",
  "$ <Files x>",
  "ls a<br>\ncd b<br>",
  "echo “a”",
  "ls –all",
  "cp a\\_b c",
])("code that is the mark of an image or of a page: %s", (code) => {
  expect(isMarkedCode(code) || isTypeset(code)).toBe(true);
});

test.each(["`ls -l` | cd", "1 2 * * * ls -l", "a = [\n<br>\n<br>\n]", "ls --all", "s/a\\_/b/", "echo ’"])(
  "code that has signs of its own: %s",
  (code) => {
    expect(isMarkedCode(code) || isTypeset(code)).toBe(false);
  },
);

describe("a line of the page", () => {
  test("is a sentence of it, unless that is as long as the paragraphs of posts", () => {
    const sentence = "we use cookies to improve your experience.";
    const long = `${sentence} ${sentence} ${sentence}`;
    expect(isSentenceOfPage(sentence)).toBe(true);
    expect(isSentenceOfPage(long)).toBe(true);
    expect(isSentenceOfPage("we use caches to improve the times of answers.")).toBe(false);
    expect(isSentenceOfPage(`${long} ${sentence}`)).toBe(false);
  });

  test.each([
    ["ls\n\nshare this", true],
    ["share this\n\nls\n\ncd", true],
    ["ls\n\n---\n\ncd", true],
    ["ls\n\nhttps://a.example/b", true],
    ["ls\nshare this", false],
    ["ls\n\ncd", false],
    ["ls\nShare this post\ncd", true],
    ["ls\ncd\nFigure 2", true],
    ["[image]\nls", true],
    ["Figure 2", true],
    ["ls\nfigure 2 -o a.png", false],
    ["[image.cache]\nsize = 2", false],
    ["SELECT id\nFROM posts", false],
  ])("stands in code, with empty lines around it, after a capital or as a figure: %j, %s", (code, expected) =>
    expect(hasPageLine(code)).toBe(expected),
  );
});

test.each([
  ["about", true],
  ["share this", true],
  ["share this: how to pass on what a post has in its box", false],
  ["sharing caches", false],
])("the title %j is a line of the page: %s", (title, expected) =>
  expect(isFurnitureTitle(title)).toBe(expected),
);

test.each([
  ["one title", false],
  ["one title leave a reply", true],
  ["one title Next Post two", true],
  ["leave a reply", false],
  ["one  title", true],
  ["one\ttitle", true],
  ["one title [a/b]", true],
  ["one title [ab]", false],
])("the title %j has more behind it: %s", (title, expected) => expect(hasMore(title)).toBe(expected));

test.each([
  ["final notes", true],
  ["Final  Notes!", true],
  ["production-checks", true],
  ["final note", false],
  ["some final notes", false],
  [`final notes${"!".repeat(49)}`, true],
  [`final notes${"!".repeat(50)}`, false],
])("%j is as a heading, but for its signs: %s", (text, expected) =>
  expect(isLikeHeading(text)).toBe(expected),
);

test.each([
  ["a cat", false],
  ["- a cat", true],
  ["Figure 1 a cat", true],
  ["a figure 1", false],
  ["reference 1", true],
  ["visual reference 12", true],
  ["a cat reference 1", false],
  ["reference 1 of a cat", false],
  ["a [cat]", true],
  ["a cat}", true],
  ["a \\cat", true],
])("the caption %j has marks of a layout: %s", (caption, expected) =>
  expect(hasMarksOfImage(caption)).toBe(expected),
);
