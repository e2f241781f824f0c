import { type Block, safeParseArticle } from "alphanode-post";
import { describe, expect, test } from "vitest";
import { ImageGrammar, partsOf } from "../../src/syntax/images.ts";
import { expectLossless } from "../support/check.ts";
import { laidOut } from "../support/laid-out.ts";

/** The blocks of an intro after its first paragraph, and the codes of the issues. */
function read(text: string): [(Block | undefined)[], ...string[]] {
  const result = safeParseArticle(`a title\n\nsome words of prose here.\n\n${text}\n`);
  const { intro = [] } = result.value;
  return [intro.slice(1), ...result.issues.map(({ code }) => code)];
}

const image = (caption: string, source: string | null): Block => ({ type: "image", caption, source });

describe("an image", () => {
  test.each([
    ["alt line and caption line", "a chart\na chart. image source: unsplash", "unsplash"],
    ["a caption line alone", "a chart. image source: unsplash", "unsplash"],
    ["other letter case", "A Chart\na chart. Image Source: unsplash", "unsplash"],
    ["no stop after the caption", "a chart\na chart image source: unsplash", "unsplash"],
    ["no space before the host", "a chart\na chart. image source:unsplash", "unsplash"],
    ["wide spaces", "a  chart\na\u00a0 chart.  image  source:  unsplash", "unsplash"],
    ["a space before the stop", "a chart\na chart . image source: unsplash", "unsplash"],
    ["an invisible mark before the stop", "a chart\na chart \u200b. image source: unsplash", "unsplash"],
    ["a wider caption than alt text", "a chart\na   chart. image source: unsplash", "unsplash"],
    ["a wider alt text than caption", "a   chart\na chart. image source: unsplash", "unsplash"],
    ["a lost host", "a chart\na chart. image source:", null],
  ])("has %s", (_, text, source) => {
    const [[block], ...codes] = read(text);
    expect(block).toMatchObject({ type: "image", source });
    expect(block?.type === "image" && block.caption.toLowerCase().replace(/\s+/g, " ")).toBe("a chart");
    expect(codes).toEqual([]);
    expectLossless(`a title\n\n${text}\n`);
  });

  test.each([
    ["its alt line", "a chart of\nqueues\na chart of queues. image source: unsplash"],
    ["its caption line", "a chart of queues\na chart of\nqueues. image source: unsplash"],
    ["the words before the host", "a chart of queues\na chart of queues. image\nsource: unsplash"],
    ["its host", "a chart of queues\na chart of queues. image source:\nunsplash"],
    ["both lines", "a chart\nof queues\na chart\nof queues. image source: unsplash"],
  ])("is read where a program wrapped %s", (_, text) => {
    expect(read(text)).toEqual([[image("a chart of queues", "unsplash")], "wrapped_text"]);
  });

  test.each(["a chart\na  chart. image source: unsplash", "a  chart\na chart. image source: unsplash"])(
    "stands at whole offsets where white space differs: %j",
    (text) => {
      expect(read(text)[0]).toEqual([image(text.includes("\na  ") ? "a  chart" : "a chart", "unsplash")]);
      expectLossless(`a title\n\n${text}\n`);
    },
  );

  test("is read where it was wrapped, however far its lines are indented", () => {
    const indent = " ".repeat(60);
    for (const text of [
      `a chart of\n${indent}queues\na chart of queues. image source: unsplash`,
      `a chart of queues\n${indent}a chart\n${indent}of\n${indent}queues. image source: unsplash`,
    ]) {
      expect(read(text)).toEqual([[image("a chart of queues", "unsplash")], "wrapped_text"]);
      expectLossless(`a title\n\n${text}\n`);
    }
  });

  test("ends the article with its last line, where its host was wrapped", () => {
    const text = "a title\n\nwhy this matters\n\na chart\na chart. image source:\nunsplash";
    const { issues } = safeParseArticle(text);
    const [cut] = issues.filter(({ code }) => code === "article_cut_short");
    expect(cut?.position.start).toEqual({ line: 7, column: 1, offset: text.length - "unsplash".length });
  });

  test("has a caption, be it of one letter, or is none", () => {
    expect(read("a. image source: unsplash")[0]).toEqual([image("a", "unsplash")]);
    expect(read("é\nimage source:\nhost")[0]).toEqual([{ type: "code", text: "é\nimage source:\nhost" }]);
    expect(read("image source: unsplash")[0]).toEqual([
      { type: "paragraph", text: "image source: unsplash" },
    ]);
  });

  test("is wrapped over eight lines at most", () => {
    const words = "a b c d e f g h".split(" ");
    const wrapped = (count: number): string =>
      `${words.slice(0, count - 1).join("\n")}\n${words.slice(0, count - 1).join(" ")}. image source: unsplash`;
    expect(read(wrapped(8))).toEqual([[image("a b c d e f g", "unsplash")], "wrapped_text"]);
    expect(read(wrapped(9))[0]).not.toEqual([image("a b c d e f g h", "unsplash")]);
  });

  test("is its caption line alone where that has two halves that are the same but for what is between", () => {
    for (const caption of ["onion", "papa", "ab. ab"]) {
      expect(read(`${caption}. image source: unsplash`)).toEqual([[image(caption, "unsplash")]]);
    }
  });

  test.each(["unsplash.com", "\u200bunspl\u200bash.com"])(
    "is a caption line alone, its host %j wrapped off",
    (host) => {
      expect(read(`a chart. image source:\n${host}`)).toEqual([
        [image("a chart", "unsplash.com")],
        "wrapped_text",
      ]);
      expectLossless(`a title\n\na chart. image source:\n${host}\n`);
    },
  );

  test("whose alt text is another is its caption line alone", () => {
    expect(read("a diagram of it all.\n\na chart. image source: unsplash")[0]).toEqual([
      { type: "paragraph", text: "a diagram of it all." },
      image("a chart", "unsplash"),
    ]);
  });

  test("without its caption line is told by the words of its alt text", () => {
    expect(read("a chart visual reference 2")).toEqual([
      [image("a chart visual reference 2", null)],
      "missing_caption",
    ]);
    expect(read("a chart Visual  Reference 12")[1]).toBe("missing_caption");
    for (const text of [
      "a visual reference 2 too.",
      "a visual reference",
      "a visual reference 2.",
      "audiovisual reference 2",
    ]) {
      expect(read(text)[1]).not.toBe("missing_caption");
    }
  });

  test("without its caption line is reported right over another, too", () => {
    expect(
      read("a visual reference 1\na visual reference 2\na visual reference 2. image source: unsplash"),
    ).toEqual([
      [image("a visual reference 1", null), image("a visual reference 2", "unsplash")],
      "missing_caption",
    ]);
  });

  test("does not end as a sentence, nor is it a source alone", () => {
    for (const text of [
      "image source: unsplash",
      "the image source: two words",
      "a preimage source: unsplash",
      "a chart. data source: unsplash",
      "a chart. image sauces: unsplash",
      "a chart. imagesource: unsplash",
      "a chart. image: unsplash",
      "a chart\na chart. data source: unsplash",
      "a chart\na chart. image source: unsplash.",
    ]) {
      expect(read(text)[0][0]?.type).not.toBe("image");
    }
  });

  test.each([
    ["goes on", "a chart\na chart of queues. image source: unsplash", "a chart of queues"],
    ["ends sooner", "a chart of queues\na chart. image source: unsplash", "a chart"],
    ["has another word", "a chart of it\na chart of all. image source: unsplash", "a chart of all"],
  ])("whose caption %s has the line above for its alt text, and that is reported", (_, text, caption) => {
    const source = `a title\n\n${text}\n\nfinal notes\n\nsome words to end with.`;
    const { value, issues } = safeParseArticle(source);
    expect(value.intro).toEqual([image(caption, "unsplash")]);
    expect(value.sections?.map(({ heading }) => heading)).toEqual(["final notes"]);
    const told = issues.map(({ code, position: { start } }) => [code, start.line]);
    expect(told).toContainEqual(["unusual_article", 3]);
  });

  test("whose caption has a word taken apart has the line above for its alt text", () => {
    const source =
      "a title\n\na flow chart\na flowchart. image source: unsplash\n\nfinal notes\n\nsome words to end with.";
    expect(safeParseArticle(source).value.intro).toEqual([image("a flowchart", "unsplash")]);
  });

  test("takes no line apart for its host, nor more than one word", () => {
    expect(read("a chart. image source:\n\nunsplash")[0][0]).toEqual(image("a chart", null));
    expect(read("a chart. image source:\nsome words of prose here.")[0][0]).toEqual(image("a chart", null));
    expect(read("a chart. image source: unsplash\nword")[0][0]).toEqual(image("a chart", "unsplash"));
  });

  test("stands right under another, and under a list", () => {
    expect(read("• one\na chart. image source: a.b\na plan. image source: c-d.e")).toEqual([
      [{ type: "list", items: ["one"] }, image("a chart", "a.b"), image("a plan", "c-d.e")],
      "unusual_article",
    ]);
  });
});

describe("an alt text that the layout tells", () => {
  /** The image at the first line of a text, by its parts. */
  const partsAt = (text: string): Record<string, string> | undefined => {
    const source = laidOut(text, { roles: ["alt"] });
    const found = new ImageGrammar(source, source.lines).at(0);
    if (found === undefined) return undefined;
    const parts = Object.entries(partsOf(source, found)).map(([name, pieces]) => [
      name,
      pieces.map(({ from, to }) => text.slice(from, to)).join(" / "),
    ]);
    return Object.fromEntries(parts);
  };

  test.each<[string, Record<string, string>]>([
    ["a chart", { alt: "a chart", caption: "", lead: "", host: "" }],
    ["a chart\nsome words", { alt: "a chart", caption: "", lead: "", host: "" }],
    [
      "a chart\nmany queues. image source: unsplash",
      { alt: "a chart", caption: "many queues", lead: ". image source:", host: "unsplash" },
    ],
    [
      "a chart\nmany queues. image source:",
      { alt: "a chart", caption: "many queues", lead: ". image source:", host: "" },
    ],
    [
      "a chart\nmany queues. image source:\nunsplash",
      { alt: "a chart", caption: "many queues", lead: ". image source:", host: "unsplash" },
    ],
    [
      "a chart\nmany queues. image source:\n\nunsplash",
      { alt: "a chart", caption: "many queues", lead: ". image source:", host: "" },
    ],
    [
      "a chart\nmany queues. image source:\ntwo words",
      { alt: "a chart", caption: "many queues", lead: ". image source:", host: "" },
    ],
  ])("goes with the caption line under it, whatever that says: %j", (text, parts) => {
    expect(partsAt(text)).toEqual(parts);
  });
});
