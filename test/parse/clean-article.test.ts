import { readFileSync } from "node:fs";
import { safeParsePost } from "alphanode-post";
import { describe, expect, test } from "vitest";
import { isBoxAlone, readCleanArticle } from "../../src/parse/clean-article.ts";
import { type Edit, edited } from "../support/edited.ts";

const textOf = (name: string): string =>
  readFileSync(new URL(`../../fixtures/posts/${name}.txt`, import.meta.url), "utf8");

const bash = textOf("two-images-bash");

/** Reads the article above the box of a text. */
const read = (text: string) => readCleanArticle(text, text.indexOf("\n\nalphanode post meta\n"));

/** The article that the whole way of reading gives of a text. */
const articleOf = (text: string) => {
  const { meta: _, ...article } = safeParsePost(text).value;
  return { ...article, similarPosts: [] };
};

describe("an article as on the site is read at once, to what the grammar gives:", () => {
  test.each(["four-images-python", "no-image-no-code", "one-image-php", "rule-text", "sql-capitals"])(
    "that of a post: %s",
    (name) => {
      const text = textOf(name);
      expect(read(text)).toEqual(articleOf(text));
    },
  );

  test.each<[string, ...Edit[]]>([
    ["under bars"],
    ["under one bar", [/^\| \| \|/, "|"]],
    ["without bars", [/^\| \| \|\n\n/, ""]],
    ["with an intro that asks", ["can check.", "can check?"]],
    ["with a number at the start of a paragraph", ["prefer steps", "10 steps are better: steps"]],
    ["with code of one line", [/journalctl.*\n/, ""]],
    ["with an empty line in code", ["--all\njournalctl", "--all\n\njournalctl"]],
    ["with code that is indented", ["--all\n", "--all |\n  sort\n"]],
    ["with code of items", ["systemctl", "jobs:\n  - run: systemctl"]],
    ["with code that names posts", ["--all\n", "--all\nFROM posts\n"]],
    [
      "with two images under the checklist",
      [/(?=\n\nfinal notes)/, "\nx 3\nx 3. image source: picsum.photos"],
    ],
    ["with an image without a domain", ["dummyimage.com", "unsplash"]],
    ["with one item", [/( {2}• .*\n){4}/, ""]],
  ])("%s", (_, ...edits) => {
    const text = edited(bash, edits);
    expect(read(text)).toEqual(articleOf(text));
    expect(read(text)?.sections).not.toEqual([]);
  });
});

describe("any other is left to the grammar:", () => {
  test.each<[string, ...Edit[]]>([
    ["without a title", [/linux.*\n\n/, ""]],
    ["with a title over two lines", ["notes: running", "notes:\nrunning"]],
    ["with a title that ends with a space", [": step by step\n", ": step by step \n"]],
    ["with a title behind a bullet", ["linux", "1. linux"]],
    ["with a title behind a sign", ["linux", "# linux"]],
    ["with a known heading as its title", [/linux.*/, "production checks"]],
    ["with a heading of the page as its title", [/linux.*/, "similar post"]],
    ["with the text of an image as its title", [/linux.*/, "crons visual reference 3"]],
    ["with other signs above it", [/^\| \| \|/, "| - |"]],
    ["with an empty line more above a paragraph", ["prefer steps", "\nprefer steps"]],
    ["with an empty line more above code", ["systemctl", "\nsystemctl"]],
    ["with an empty line more at its end", ["\n\nalphanode post meta", "\n\n\nalphanode post meta"]],
    ["with an empty line of a space", ["prefer steps", " \nprefer steps"]],
    ["with an indented paragraph", ["prefer steps", "  prefer steps"]],
    ["with a wrapped paragraph", ["prefer steps that", "prefer steps\nthat"]],
    ["with a counted paragraph", ["prefer steps", "1. prefer steps"]],
    ["with a paragraph that names a source", ["can check.", "can check. image source: x!"]],
    ["with a paragraph that goes on", ["can check.", "can check"]],
    ["with another heading", ["production checks", "production tests"]],
    ["with a heading in capitals", ["production checks", "Production Checks"]],
    ["with a heading twice", ["production checks", "the practical approach"]],
    ["with nothing under a heading", [/an alert.*\n\nsystemctl.*\n.*\n\n/, ""]],
    ["with code right under a heading", [/an alert.*\n\n/, ""]],
    [
      "with code in its intro",
      ["the practical approach\n\nprefer", "x = 1;\n\nthe practical approach\n\nprefer"],
    ],
    [
      "with a paragraph under code",
      ["implementation", "so much for the code of this one.\n\nimplementation"],
    ],
    [
      "with an image under code",
      ["implementation", "x 3\nx 3. image source: picsum.photos\n\nimplementation"],
    ],
    [
      "with items among prose for code",
      [/systemctl.*\n.*/, "- all of it\nso much for the code of this one."],
    ],
    [
      "with a line under an image",
      [/$(?=\n\nthe practical)/m, "\nx 3\nx 3. image source: picsum.photos\nmore"],
    ],
    ["with a list under code", ["implementation", "  • look at it\n\nimplementation"]],
    ["with code under an image", [/$(?=\n\nfinal notes)/m, "\n\nsystemctl list-timers --all"]],
    ["with code at its end", [/$(?=\n\nalphanode post meta)/m, "\n\nsystemctl list-timers --all"]],
    ["with a known heading in code", ["--all\n", "--all\nfinal notes\n"]],
    ["with a heading like one in code", ["--all\n", "--all\nsimilar post\n"]],
    ["with the host of an image in code", ["--all\n", "--all\nimage source: x\n"]],
    ["with the text of an image in code", ["--all\n", "--all\nx visual reference 3\n"]],
    ["with a space at the end of a line of code", ["--all\n", "--all \n"]],
    ["with a space at the end of code", ["yesterday\n", "yesterday \n"]],
    ["with an empty line more below code", ["yesterday\n", "yesterday\n\n"]],
    ["with code that has lost its indentation", ["systemctl", "if true; then {\nsystemctl"]],
    ["with items among code", [/systemctl.*\n.*/, "- all of it\n- and more"]],
    ["with another bullet in code", ["systemctl", "run: it\n• systemctl"]],
    ["with another bullet", ["  • capture", "  - capture"]],
    ["with an item further right", ["  • capture", "   • capture"]],
    ["with an item apart", ["  • create", "\n  • create"]],
    ["with two spaces behind a bullet", ["• create", "•  create"]],
    ["with a space behind an item", ["backup\n", "backup \n"]],
    ["with an item of nothing", ["• create a safe backup", "• "]],
    ["with a wrapped item", ["a safe backup", "a safe\nbackup"]],
    ["with a line below its items", ["the final note\n", "the final note\nread on\n"]],
    ["with an image apart from the list", ["the final note\n", "the final note\n\n"]],
    [
      "with an image above its intro",
      [/(running scheduled.*check\.)\n\n(.*\n.*loremflickr\.com)/, "$2\n\n$1"],
    ],
    ["with another caption", ["reference 1\n", "reference 3\n"]],
    ["with a caption alone", [/\n.*image source: loremflickr.com/, ""]],
    ["with a caption that ends with a stop", [/reference 1$/gm, "reference 1."]],
    ["with a caption that has a colon", [/running scheduled tasks reliably with/g, "a source: with"]],
    ["without a host", [" loremflickr.com", ""]],
    ["with a host of two words", ["loremflickr.com", "loremflickr .com"]],
    ["with a host that ends with a stop", ["loremflickr.com", "loremflickr.com."]],
    ["without final notes", [/final notes\n\n.*\n\n/, ""]],
    ["with two paragraphs of final notes", ["keep the commands", "\n\nkeep the commands"]],
  ])("%s", (_, ...edits) => {
    expect(read(edited(bash, edits))).toBeUndefined();
  });
});

describe("where a box alone is wanted, its article need not be as on the site", () => {
  /** Tells whether the box of a text is alone below its article. */
  const isAlone = (text: string) => isBoxAlone(text, text.indexOf("alphanode post meta\n"));

  test.each<[string, ...Edit[]]>([
    ["without an article", [/^.*\n(?=alphanode post meta\n)/s, ""]],
    ["without a title", [/linux.*\n\n/, ""]],
    ["without a checklist", [/( {2}• .*\n){4}/, ""]],
    ["with a heading of another box", [/linux.*\n/, "recipe meta\n"]],
  ])("%s", (_, ...edits) => expect(isAlone(edited(bash, edits))).toBe(true));

  test.each<[string, ...Edit[]]>([
    ["another heading of a box above it", [/linux.*\n/, "Alphanode Post Meta:\n"]],
    ["one that is misspelled and indented", [/linux.*\n/, "  alphanod post meta\n"]],
    ["similar posts", [/linux.*\n/, "similar posts\n"]],
    ["no final notes", ["\nfinal notes\n", "\n"]],
    ["two lines under the final notes", [/(\nfinal notes\n\n\w+) /, "$1\n"]],
    ["a heading in the place of the final notes", [/(\nfinal notes\n\n).*\n/, "$1similar posts\n"]],
  ])("but it must not have %s", (_, ...edits) => expect(isAlone(edited(bash, edits))).toBe(false));
});

test.each(["\r", "\u2028"])("the lines above a clean box are counted by whatever ends them: %j", (end) => {
  const text = bash.replace(/(?<=\nfinal notes\n\n\w+) /, end);
  expect(text).not.toBe(bash);
  const startOf = (source: string) =>
    safeParsePost(source, { positions: true }).positions.get("/meta/topic")?.start;
  const { line = 0, ...rest } = startOf(bash) ?? {};
  expect(startOf(text)).toEqual({ line: line + 1, ...rest });
});
