import { describe, expect, test } from "vitest";
import { parseArticleLines } from "../../src/syntax/article.ts";
import { blockLines } from "../../src/syntax/ends.ts";
import { partsOf } from "../../src/syntax/images.ts";
import type { BlockNode, Piece } from "../../src/syntax/nodes.ts";
import type { Origin } from "../../src/syntax/scan.ts";
import { laidOut } from "../support/laid-out.ts";

/** What is read of a text of which a layout knows what some lines are: the title, then each block with its lines. */
function read(text: string, roles: Origin["roles"]): (string | undefined)[] {
  const source = laidOut(text, { roles });
  const { title, body } = parseArticleLines(source, source.lines);
  const textOf = (pieces: readonly Piece[]): string =>
    pieces.map(({ from, to }) => source.slice(from, to)).join(" / ");
  const told = (node: BlockNode): string =>
    node.type === "image"
      ? `image: ${Object.values(partsOf(source, node)).map(textOf).join(" | ")}`
      : `${node.type}: ${blockLines(node)
          .map((line) => source.body(line))
          .join(" / ")}`;
  return [
    title?.lines.map((line) => source.body(line)).join(" / "),
    ...body.map((node) => (node.type === "heading" ? `heading: ${source.body(node.line)}` : told(node))),
  ];
}

describe("what a layout knows a line to be", () => {
  const text = "a title of words\nand more of them\n\nls\ncd\nexit\n";
  const [more, ls, cd, exit] = [
    "paragraph: and more of them",
    "paragraph: ls",
    "paragraph: cd",
    "paragraph: exit",
  ];
  const title = "a title of words";

  test.each<[Origin["roles"], (string | undefined)[]]>([
    [[], [title, more, ls, cd, exit]],
    [["title"], [title, more, ls, cd, exit]],
    [["prose"], [undefined, `paragraph: ${title}`, more, ls, cd, exit]],
    [["code"], [undefined, `code: ${title}`, more, ls, cd, exit]],
    [
      ["code", "code"],
      [undefined, `code: ${title} / and more of them`, ls, cd, exit],
    ],
    [
      ["code", "new code"],
      [undefined, `code: ${title}`, "code: and more of them", ls, cd, exit],
    ],
    [
      [undefined, undefined, undefined, "code", "code", "code"],
      [title, more, "code: ls / cd / exit"],
    ],
    [
      [undefined, undefined, undefined, "prose", "code", "code"],
      [title, more, ls, "code: cd / exit"],
    ],
    [
      [undefined, undefined, undefined, "code", "code", "new code"],
      [title, more, "code: ls / cd", "code: exit"],
    ],
    [
      [undefined, undefined, undefined, "code", undefined, "code"],
      [title, more, "code: ls", cd, "code: exit"],
    ],
  ])("it is: %#", (roles, expected) => expect(read(text, roles)).toEqual(expected));

  test("it is, though it is a sentence, and no line under it is the rest of a title", () => {
    const sentences = "one that ends. and another.\n\nsome words.\n";
    expect(read(sentences, ["title"])).toEqual(["one that ends. and another.", "paragraph: some words."]);
    expect(read(sentences, [])).toEqual([
      undefined,
      "paragraph: one that ends. and another.",
      "paragraph: some words.",
    ]);
    const wrapped = "a title of\nsome words\n\nwhy this matters\n\nit does.\n";
    expect(read(wrapped, [])[0]).toBe("a title of / some words");
    expect(read(wrapped, ["title"])[0]).toBe("a title of");
    expect(read(wrapped, [undefined, "prose"]).slice(0, 2)).toEqual(["a title of", "paragraph: some words"]);
    expect(read(wrapped, [undefined, "code"]).slice(0, 2)).toEqual(["a title of", "code: some words"]);
  });
});

describe("the alt text of an image", () => {
  const read3 = (caption: string) =>
    read(`a title\n\na chart\n${caption}\nmore words here.`, [undefined, undefined, "alt"]).slice(1);
  const MORE = "paragraph: more words here.";
  const ALONE = "image: a chart |  |  | ";

  test.each([
    ["queues over time. image source: unsplash", "queues over time"],
    ["queues over time. image source:\nunsplash", "queues over time"],
    ["queues: over time. image source: unsplash", "queues: over time"],
  ])("is one whatever the caption line under it says: %j", (line, caption) => {
    expect(read3(line)).toEqual([`image: a chart | ${caption} | . image source: | unsplash`, MORE]);
  });

  test.each([
    ["queues over time.", "paragraph: queues over time. / more words here."],
    ["image source: unsplash", "code: image source: unsplash / more words here."],
    ["queues source: unsplash", "code: queues source: unsplash / more words here."],
    [
      "queues over time. image source: unsplash.",
      "paragraph: queues over time. image source: unsplash. / more words here.",
    ],
  ])("stands alone over what is no caption line: %j", (line, below) => {
    expect(read3(line)).toEqual([ALONE, below]);
  });

  test("stands alone at the end", () => {
    expect(read("a title\n\na chart", [undefined, undefined, "alt"])).toEqual(["a title", ALONE]);
  });
});
