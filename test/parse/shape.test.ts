import { describe, expect, test } from "vitest";
import { IssueList } from "../../src/parse/issues.ts";
import { tellLaidOut } from "../../src/parse/laid-out.ts";
import { SECTIONS } from "../../src/parse/place.ts";
import { tellFlatCode, tellItems, tellShape } from "../../src/parse/shape.ts";
import { parseArticleLines } from "../../src/syntax/article.ts";
import type { ArticleNode } from "../../src/syntax/nodes.ts";
import { type Origin, Source } from "../../src/syntax/scan.ts";
import { type Edit, edited as editedText } from "../support/edited.ts";
import { laidOut } from "../support/laid-out.ts";

/** What is told of an article that was laid out anew: where it has not the shape of the site's own. */

const BASE = `a title of some words

some words of an intro.

a chart of queues
a chart of queues. image source: unsplash

production checks

some words to check by.

ls -l /tmp;

implementation checklist

  • one
  • two

final notes

some words to end with.
`;

/** The base with edits that each find their place. */
const edited = (...edits: readonly Edit[]): string => editedText(BASE, edits);

/** What is told, by line: `12-14 sections: message`. */
function told(source: Source, tell: (source: Source, node: ArticleNode, list: IssueList) => void): string[] {
  const list = new IssueList(source);
  tell(source, parseArticleLines(source, source.lines), list);
  return list.issues.map(({ code, path, message, position: { start, end } }) => {
    expect(code).toBe("unusual_article");
    const lines = start.line === end.line ? start.line : `${start.line}-${end.line}`;
    return `${lines} ${path.join(".")}: ${message}`;
  });
}

function tellLists(source: Source, { body }: ArticleNode, isTypical: boolean, list: IssueList): void {
  for (const node of body) if (node.type === "list") tellItems(source, node.items, SECTIONS, isTypical, list);
}

const shapeTold = (text: string, hasBox = true): string[] =>
  told(laidOut(text), (source, node, list) => {
    tellShape(source, node, hasBox, list);
    tellLists(source, node, false, list);
  });

/** What is told of the shape of a source alone. */
const shapeOf = (source: Source, hasBox = true): string[] =>
  told(source, (one, node, list) => tellShape(one, node, hasBox, list));

describe("of the shape of an article is told", () => {
  const JOINED = "a = 1; b = 2; c = 3; d = 4; e = 5; f = 6; g = 7; h = 8; i = 9; j = 10; k = 11; l = 12;";

  test.each<[string, string[], ...Edit[]]>([
    [
      "a byline with dots before the intro",
      ["3 intro: a line of the page, or its number, seems to stand with the article; take it out"],
      ["some words of an intro", "Avatar of admin · · 6 min read some words of an intro"],
    ],
    [
      "a date between dots before the intro",
      ["3 intro: a line of the page, or its number, seems to stand with the article; take it out"],
      ["some words of an intro", "admin · Mar 20, 2025 · news some words of an intro"],
    ],
    [
      "a title of the site before the intro",
      [
        "3 intro: several lines or parts seem to be run together; put each on lines of its own",
        "3 sections: several lines or parts seem to be run together; put each on lines of its own",
        "10 sections: a paragraph without an end, as if it were cut",
      ],
      [
        "some words of",
        "production checklist for reducing slow admin pages in apache configuration some words of",
      ],
      ["to check by.", "to check by hand if nobody else does it, which is seldom the case here"],
    ],
    [
      "a tab within a paragraph",
      ["10 sections: marks of a layout or of the page stand with the text; expected the text alone"],
      ["to check by.", "to check\tby."],
    ],
    [
      "elements of code on one line",
      ["12 sections: several lines or parts seem to be run together; put each on lines of its own"],
      [
        "ls -l /tmp;",
        '<section class="grid gap-6"> <nav class="sticky"></nav> <main class="prose"></main> </section>',
      ],
    ],
    [
      "a paragraph without an end",
      ["10 sections: a paragraph without an end, as if it were cut"],
      ["to check by.", "to check by hand if nobody else does it, which is seldom the case here"],
    ],
    [
      "a second paragraph at the end",
      ["19 sections.2: a line of the page, or its number, seems to stand with the article; take it out"],
      ["to end with.\n", "to end with.\n\nand some more of them.\n"],
    ],
    ["nothing, where another heading is the last", [], [/\nfinal notes\n[\s\S]*/, ""]],
    [
      "a title that is too long",
      ["title", "intro", "sections"].map(
        (part) => `1 ${part}: several lines or parts seem to be run together; put each on lines of its own`,
      ),
      ["a title of some words", `a ${"title ".repeat(33)}x`],
    ],
    ["no title that is as long as can be", [], ["a title of some words", `a ${"title ".repeat(32)}titles`]],
    ["no title with a stop within", [], ["of some words", "of some node.js words"]],
    [
      "a title that ends as a sentence",
      ["1 title: a line of the page, or its number, seems to stand with the article; take it out"],
      ["of some words", "of some words."],
    ],
    [
      "a title with what pages have beside it",
      ["1 title: marks of a layout or of the page stand with the text; expected the text alone"],
      ["of some words", "of some words | DevOps"],
    ],
    [
      "a title that is a line of the page, be it long",
      ["1 title: a line of the page, or its number, seems to stand with the article; take it out"],
      ["a title of some words", "we value your privacy and your time, (button) accept all"],
    ],
    [
      "a title with capitals over small letters",
      ["1 title: several lines or parts seem to be run together; put each on lines of its own"],
      ["a title of some words", "A title of some words"],
      ["some words of an intro.", "some words of an intro.  And more of it."],
    ],
    [
      "an intro that is missing",
      ["1 intro: expected one paragraph, the intro, between the title and the first heading"],
      ["some words of an intro.\n\n", ""],
    ],
    [
      "an intro of several paragraphs",
      ["5 intro: expected one paragraph, the intro, between the title and the first heading"],
      ["an intro.\n", "an intro.\n\nand some more of it.\n"],
    ],
    [
      "a checklist without its list",
      ['14 sections.1: no list stands under "implementation checklist"; expected its items'],
      ["  • one\n  • two", "some words for a list."],
    ],
    [
      "a checklist without anything",
      ['14 sections.1: no list stands under "implementation checklist"; expected its items'],
      ["  • one\n  • two\n\n", ""],
    ],
    [
      "a section without a paragraph",
      ["8 sections.0: nothing stands under this heading; expected a paragraph"],
      ["some words to check by.\n\nls -l /tmp;\n\n", ""],
    ],
    [
      "no final notes without a paragraph, which are reported elsewhere",
      [],
      ["some words to end with.\n", ""],
    ],
    [
      "words of an image in code",
      ["12 sections: several lines or parts seem to be run together; put each on lines of its own"],
      ["ls -l /tmp;", "ls -l /tmp; a chart. image source: x y;"],
    ],
    [
      "the number of a page",
      ["12 sections: a line of the page, or its number, seems to stand with the article; take it out"],
      ["ls -l /tmp;", "page 12"],
    ],
    [
      "a bullet within a paragraph",
      ["10 sections: a bullet stands within a line; the line ends before items seem to be lost"],
      ["to check by.", "to check by • and more."],
    ],
    [
      "a bullet within an item",
      ["16 sections: a bullet stands within a line; the line ends before items seem to be lost"],
      ["• one", "• one ▪ three"],
    ],
    [
      "marks around an item",
      ["16 sections: marks of a layout or of the page stand with the text; expected the text alone"],
      ["• one", "• `one`"],
    ],
    [
      "a bullet far within an item",
      ["16 sections: a bullet stands within a line; the line ends before items seem to be lost"],
      ["• one", "• one  \t▪ three"],
    ],
    [
      "signs in a caption",
      ["5-6 intro: marks of a layout or of the page stand with the text; expected the text alone"],
      [/queues/g, "queues ![x"],
    ],
    [
      "a sign behind the host of an image",
      ["6 intro: marks of a layout or of the page stand with the text; expected the text alone"],
      ["unsplash", "unsplash)"],
    ],
    ["no sign within a host", [], ["unsplash", "un*splash"]],
    ["no sign behind a paragraph", [], ["to check by.", "to check (by)"]],
    ["no paragraph that is as long as can be", [], ["some words to check by.", `${"a".repeat(1499)}.`]],
    [
      "a paragraph that is too long",
      ["10 sections: several lines or parts seem to be run together; put each on lines of its own"],
      ["to check by.", `to check ${"and check ".repeat(150)}by.`],
    ],
    [
      "marks around code",
      ["12-13 sections: marks of a layout or of the page stand with the text; expected the text alone"],
      ["ls -l /tmp;", "copy code\nls -l /tmp;"],
    ],
    [
      "a fence",
      ["12-13 sections: marks of a layout or of the page stand with the text; expected the text alone"],
      ["ls -l /tmp;", "ls -l /tmp;\n```"],
    ],
    [
      "prose in code",
      ["12-13 sections: several lines or parts seem to be run together; put each on lines of its own"],
      [
        "ls -l /tmp;",
        "ls -l /tmp;\n  these are some words of a sentence that goes on for longer than code on the site.",
      ],
    ],
    [
      "nothing of typography in a paragraph",
      [],
      ["some words to check by.", "1 of “some words” –or all– to check by."],
    ],
    [
      "typography in code",
      ["12 sections: marks of a layout or of the page stand with the text; expected the text alone"],
      ["ls -l /tmp;", "echo “all” > /tmp;"],
    ],
    [
      "code that is cut short",
      ["12 sections: this code ends where more must follow; it seems to be cut short"],
      ["ls -l /tmp;", "if (a) {"],
    ],
    [
      "code that stands twice",
      ["12-14 sections: this code stands twice"],
      ["ls -l /tmp;", "ls -l /tmp;\n\nls -l /tmp;"],
    ],
    [
      "a rule within code",
      ["12-16 sections: a line of the page, or its number, seems to stand with the article; take it out"],
      ["ls -l /tmp;", "ls -l /tmp;\n\n---\n\ncd /tmp;"],
    ],
    [
      "code on one line",
      ["12 sections: several lines or parts seem to be run together; put each on lines of its own"],
      ["ls -l /tmp;", JOINED],
    ],
    [
      "a heading that starts a paragraph",
      ['10 sections: the heading "why this matters" stands within a line; put it on a line of its own'],
      ["some words to check by.", "Why this matters is all there is."],
    ],
    [
      "a heading that ends a paragraph",
      ['10 sections: the heading "why this matters" stands within a line; put it on a line of its own'],
      ["some words to check by.", "some words to check by. why this matters"],
    ],
    [
      "a heading that ends an item",
      ['17 sections: the heading "why this matters" stands within a line; put it on a line of its own'],
      ["• two", "• two why this matters\n  • three"],
    ],
    [
      "a heading that ends the last line of code",
      ['13 sections: the heading "why this matters" stands within a line; put it on a line of its own'],
      ["ls -l /tmp;", "ls -l /tmp;\ncd /tmp why this matters"],
    ],
    [
      "a heading within another",
      [
        "8 sections.0: no post of the site has this heading; it seems to be a line of the page, or a part of another",
        '8 sections: the heading "production checks" stands within a line; put it on a line of its own',
      ],
      ["production checks", "production checks why this matters"],
    ],
    ["no heading that stands elsewhere, too", [], ["some words to check by.", "final notes are there."]],
  ])("%s", (_, expected, ...edits) => {
    expect(shapeTold(edited(...edits))).toEqual(expected);
  });

  test("the number of a page that was marked as a heading", () => {
    const text = edited(["ls -l /tmp;", "page 3"]);
    const roles: Origin["roles"] = [...Array(11), "heading"];
    expect(shapeOf(laidOut(text, { roles }))).toEqual([
      "12 sections.1: a line of the page, or its number, seems to stand with the article; take it out",
      "12 sections.1: nothing stands under this heading; expected a paragraph",
    ]);
  });

  test("a line of the page that was read as a heading, where the text was laid out", () => {
    const text = edited([
      "some words to check by.",
      "Some words to check.\n\nMy site\n\nSome words to check by.",
    ]);
    expect(shapeOf(laidOut(text))).toEqual([
      "12 sections.1: no post of the site has this heading; it seems to be a line of the page, or a part of another",
    ]);
    expect(shapeOf(new Source(text))).toEqual([]);
  });

  test("a paragraph that starts within a sentence, where all others start with a capital", () => {
    const capitals = (text: string): string => text.replace(/^some/gm, "Some");
    const more = "some words to check by.";
    const edit: Edit = [more, "Some words to check.\n\nSome words to check it.\n\nand words to check by."];
    const message = "a paragraph that starts within a sentence, as if more of it stood above";
    expect(shapeTold(capitals(edited(edit)))).toEqual([`14 sections: ${message}`]);
    expect(shapeTold(capitals(edited([more, "and words to check by."])))).toEqual([]);
    expect(shapeTold(edited(edit))).toEqual([]);
  });

  test("a line of code that was marked as a heading", () => {
    const text = edited(["ls -l /tmp;", "import redis\n\nls -l /tmp;"]);
    const roles: Origin["roles"] = [...Array(11), "heading"];
    expect(shapeOf(laidOut(text, { roles }))).toEqual([
      "12 sections.1: something stands here of a kind that the site has not there; a heading is lost, or a line is none",
    ]);
  });

  test("nothing of the site's own", () => expect(shapeTold(BASE)).toEqual([]));

  test("a box that is run into an article, where none stands elsewhere", () => {
    const text = edited(["to check by.", "to check by. AlphaNode Post Meta topic."]);
    const message = "several lines or parts seem to be run together; put each on lines of its own";
    expect(shapeTold(text, false)).toEqual([`10 sections: ${message}`]);
    expect(shapeTold(text)).toEqual([]);
    const heading = edited(["ls -l /tmp;", "on the alphanode post meta"]);
    const source = laidOut(heading, { roles: [...Array(11), "heading"] });
    expect(shapeOf(source, false)).toEqual([
      "12 sections.1: nothing stands under this heading; expected a paragraph",
    ]);
  });

  test("a title right over code, where no line is empty", () => {
    const over = (text: string) =>
      shapeTold(edited(["of some words\n", `of some words\n${text}`], [/\n\n/g, "\n"]));
    const message = "several lines or parts seem to be run together; put each on lines of its own";
    expect(over("ls -l /tmp;\ncd /tmp;\n")).toContain(`1 title: ${message}`);
    expect(over("some words.\n")).not.toContain(`1 title: ${message}`);
  });

  test("not the paragraphs above a heading, nor a title alone, where nothing was laid out", () => {
    const plain = (text: string): string[] => shapeOf(new Source(text));
    expect(plain(edited(["an intro.\n", "an intro.\n\nand some more of it.\n"]))).toEqual([]);
    expect(plain("a title alone\n")).toEqual([]);
    expect(plain("\n")).toEqual([]);
  });
});

describe("of items is told that they are several", () => {
  const message = "a bullet stands within a line; the line ends before items seem to be lost";
  const itemsTold = (text: string, isTypical: boolean): string[] =>
    told(laidOut(text), (source, node, list) => tellLists(source, node, isTypical, list));

  test.each<[string, boolean]>([
    ["one ▪ three", true],
    ["one  \t▪ three", true],
    ["one ▪three", false],
    ["one▪ three", false],
    ["one three", false],
  ])("%j: %s", (item, isTold) => {
    const text = edited(["• one", `• ${item}`]);
    expect(itemsTold(text, false)).toEqual(isTold ? [`16 sections: ${message}`] : []);
    // A list of the site in an article as on the site is looked at elsewhere.
    expect(itemsTold(text, true)).toEqual([]);
    const other = text.replaceAll("•", "-");
    expect(itemsTold(other, true)).toEqual(isTold ? [`16 sections: ${message}`] : []);
  });
});

describe("of items is told what those of the site have not:", () => {
  const JOINED = "several lines or parts seem to be run together; put each on lines of its own";
  const MARKED = "marks of a layout or of the page stand with the text; expected the text alone";
  const OF_PAGE = "a line of the page, or its number, seems to stand with the article; take it out";

  test.each<[string, string, string, string[]]>([
    ["a caption's number", "one reference 1", "two", [`16 sections: ${JOINED}`]],
    ["a caption's number of two digits", "one reference 12", "two", [`16 sections: ${JOINED}`]],
    ["no caption's number within", "one reference 1 more", "two", []],
    ["no number behind another word", "one references 1", "two", []],
    ["a bar at the end", "one", "two |", [`17 sections: ${MARKED}`]],
    ["marks around one", "**one**", "two", [`16 sections: ${MARKED}`]],
    ["a mark before all", "-- one", "-- two", [`16-17 sections: ${MARKED}`]],
    ["a stop behind all", "one.", "two.", [`16 sections: ${OF_PAGE}`]],
    ["the same item twice", "one", "one", [`17 sections: ${OF_PAGE}`]],
    ["nothing, where a letter is before two", "x one", "x two", []],
  ])("%s", (_, one, two, expected) => {
    const text = edited(["• one\n  • two", `• ${one}\n  • ${two}`]);
    expect(told(laidOut(text), (source, node, list) => tellLists(source, node, false, list))).toEqual(
      expected,
    );
  });

  test.each<[string, string, string[]]>([
    [
      "an item within another",
      "    ◦ two",
      ["17 sections: an item within another was read as one of the list"],
    ],
    ["no item that is one further in", "   ◦ two", []],
    ["none with the same bullet", "    • two", []],
    ["a dash among bullets", "  – two", [`17 sections: ${OF_PAGE}`]],
  ])("%s", (_, line, expected) => {
    const text = edited(["  • two", line]);
    expect(told(laidOut(text), (source, node, list) => tellLists(source, node, true, list))).toEqual(
      expected,
    );
  });

  test("no dashes where all items have one", () => {
    const text = edited(["• one", "– one"]).replace("• two", "– two");
    expect(told(laidOut(text), (source, node, list) => tellLists(source, node, false, list))).toEqual([]);
  });
});

describe("of code that lost its indentation is told", () => {
  const FLAT = "sections: this code is not indented as its blocks ask for";

  test.each<[string, boolean]>([
    ["if a:\nb = 1;", true],
    ["f() {\ng();\n}", true],
    ["f() {\n}\n", false],
    ["# if a:\nb = 1;", false],
    ["// if a {\nb = 1;", false],
    ["* if a {\nb = 1;", false],
    ["<If a>\nb = 1;\n</If>", true],
    ["<a>\n</a>", false],
    ["<a>\n<b>\n</a>", true],
    ["<html>\n<b>\n</html>", false],
    ["if a:\n  b = 1;", false],
    ["if a:\n\tb = 1;", false],
    ["if a:\n b = 1;", true],
    ["if a:\n  b = 1;\n c = 2;", false],
    ["- name: x\nrun: y;", true],
    ["- name: x\nrun:\n", true],
    ["- name: x\nrun:y;", false],
    ["a = 1;\nb = 2;", false],
  ])("%j: %s", (code, isFlat) => {
    const [text, lines] = [edited(["ls -l /tmp;", code]), code.trim().split("\n").length];
    const at = lines > 1 ? `12-${11 + lines}` : "12";
    expect(told(laidOut(text), tellFlatCode)).toEqual(isFlat ? [`${at} ${FLAT}`] : []);
  });
});

describe("of an article as the site's own is told, where it was laid out,", () => {
  const PAGE = "sections: a line of the page, or its number, seems to stand with the article; take it out";
  const FLAT = "sections: this code is not indented as its blocks ask for";
  const SENTENCE = "these are some words of a sentence that is longer than code on the site.";

  test.each<[string, string[], ...Edit[]]>([
    [
      "a line that is surely of a page",
      [`12-13 ${PAGE}`],
      ["ls -l /tmp;", "ls -l /tmp;\nShare this article"],
    ],
    ["an address alone", [`12-13 ${PAGE}`], ["ls -l /tmp;", "ls -l /tmp;\nhttps://a.example/b"]],
    ["no address with a command", [], ["ls -l /tmp;", "ls -l /tmp;\ncurl https://a.example/b"]],
    ["no address in a command", [], ["ls -l /tmp;", "ls -l /tmp;\nhttps://a.example/b -o c;"]],
    ["a rule of stars", [`12-13 ${PAGE}`], ["ls -l /tmp;", "ls -l /tmp;\n* * * *"]],
    ["a plain address alone", [`12-13 ${PAGE}`], ["ls -l /tmp;", "ls -l /tmp;\nhttp://a.example/b"]],
    [
      "a long line to subscribe",
      [`12-13 ${PAGE}`],
      ["ls -l /tmp;", `ls -l /tmp;\n  subscribe to ${"all of it, ".repeat(20)}`],
    ],
    ["a line to subscribe", [`12-13 ${PAGE}`], ["ls -l /tmp;", "ls -l /tmp;\n  Subscribe to everything"]],
    ["no command to subscribe", [], ["ls -l /tmp;", "ls -l /tmp;\nx = subscribe to everything;"]],
    ["a long sentence", [`12-13 ${PAGE}`], ["ls -l /tmp;", `ls -l /tmp;\n  ${SENTENCE}`]],
    [
      "a sentence that is just as long",
      [`12-13 ${PAGE}`],
      ["ls -l /tmp;", "ls -l /tmp;\n  some words of a sentence that is longer than code is at all."],
    ],
    [
      "no sentence that is a letter shorter",
      [],
      ["ls -l /tmp;", "ls -l /tmp;\n  some words of a sentence that is longer than code is at al."],
    ],
    ["no short sentence", [], ["ls -l /tmp;", "ls -l /tmp;\n  these are some words of a sentence."]],
    ["no long comment", [], ["ls -l /tmp;", `ls -l /tmp;\n  # ${SENTENCE}`]],
    ["no long line of code", [], ["ls -l /tmp;", `ls -l /tmp;\n  ${"a = b + c; ".repeat(8)}`]],
    ["a block at the margin", [`12-15 ${FLAT}`], ["ls -l /tmp;", "if a:\nb = 1;\nwhile c:\n  d = 2;"]],
    ["a block in braces at the margin", [`12-13 ${FLAT}`], ["ls -l /tmp;", "server {\nlisten 80;"]],
    ["no block that is indented", [], ["ls -l /tmp;", "if a:\n  b = 1;\nserver {\n}"]],
    ["no words before a colon", [], ["ls -l /tmp;", "services:\nweb: x;"]],
    [
      "empty lines",
      ["12-15 sections: empty lines seem to have come into code, or line ends are doubled"],
      ["ls -l /tmp;", "ls -l /tmp;\n\n\ncd /tmp;"],
    ],
    ["no empty lines elsewhere", [], ["production checks", "\n\n\nproduction checks"]],
    ["not one empty line over two lines", [], ["ls -l /tmp;", "ls -l /tmp;\n\ncd;\nls;"]],
    ["not one empty line under two lines", [], ["ls -l /tmp;", "ls -l /tmp;\ncd;\n\nls;"]],
    ["not one empty line", [], ["ls -l /tmp;", "ls -l /tmp;\n\ncd /tmp;"]],
    [
      "code that seems to be parted",
      ["14 sections: a line of the page, or its number, seems to stand with the article; take it out"],
      ["ls -l /tmp;\n", "some words between code.\n\nls -l /tmp;\n"],
      ["some words to check by.", "cd /tmp;"],
    ],
    ["not those of other sections", [], ["to check by.\n", "to check by.\n\nand some more of them.\n"]],
    [
      "not those of a section under the final notes",
      [],
      ["to end with.\n", "to end with.\n\nwhy this matters\n\nand some more of them.\n"],
    ],
  ])("%s", (_, expected, ...edits) => {
    expect(told(laidOut(edited(...edits)), tellLaidOut)).toEqual(expected);
  });

  test("nothing, where all is well", () => expect(told(laidOut(BASE), tellLaidOut)).toEqual([]));
});
