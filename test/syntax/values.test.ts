import { readFileSync } from "node:fs";
import { parseMetaBox, safeParseMetaBox } from "alphanode-post";
import { describe, expect, test } from "vitest";

const post = readFileSync(new URL("../../fixtures/posts/two-images-bash.txt", import.meta.url), "utf8");
const source = post.slice(post.indexOf("alphanode post meta"));
const whole = parseMetaBox(source);

/** What is read where a line of the box has another value: the value, or undefined, and the codes of the issues. */
function read(before: string, after: string, ...path: string[]): [unknown, ...string[]] {
  expect(source).toContain(before);
  const result = safeParseMetaBox(source.replace(before, () => after));
  let value: unknown = result.value;
  for (const key of path) value = (value as Record<string, unknown> | undefined)?.[key];
  return [value, ...result.issues.map(({ code }) => code)];
}

describe("a count", () => {
  const viewCount = (text: string) => read("view count246018", `view count${text}`, "viewCount");

  test.each([
    ["0", 0],
    ["7", 7],
    ["999999999999999", 999_999_999_999_999],
  ])("%s is canonical", (text, value) => expect(viewCount(text)).toEqual([value]));

  test.each([
    ["246,018", 246_018],
    ["246 018", 246_018],
    ["1,246,018", 1_246_018],
    ["007", 7],
    ["7 views", 7],
    ["7view", 7],
    ["7 VIEWS.", 7],
    ["1 view", 1],
    ["246,018 views", 246_018],
    ["246'018", 246_018],
    ["246’018", 246_018],
    ["~246,018", 246_018],
    ["246018.0", 246_018],
    ["246,018.00 views", 246_018],
  ])("%s is corrected", (text, value) => expect(viewCount(text)).toEqual([value, "rewritten_value"]));

  test.each([
    "246,01",
    "246,0180",
    "2460,018",
    ",246",
    "7 min",
    "7 views today",
    "7%",
    "7 of 100",
    "views 7",
    "-7",
    "7.5",
    "7.05",
    "7.",
    ".0",
    "246.000",
    "1e3",
    "1000000000000000",
    "a7",
    "7a",
    "five",
  ])("%s is none", (text) => expect(viewCount(text)).toEqual([undefined, "invalid_number"]));

  test.each(["8m", "8 min", "8 mins", "8 minute", "8 minutes", "8.0 min", "08"])(
    "%s are eight minutes",
    (text) => {
      expect(read("reading time5", `reading time${text}`, "readingTime")).toEqual([8, "rewritten_value"]);
    },
  );

  test("of another field has no such unit", () => {
    expect(read("paragraphs: 4", "paragraphs: 4 min", "payload")).toEqual([
      undefined,
      "field_left_out",
      "invalid_number",
    ]);
  });
});

describe("a percentage", () => {
  const quality = (text: string) => read("quality: 92", `quality: ${text}`, "score", "quality");

  test.each(["0", "9", "10", "99", "100"])("%s is canonical", (text) => {
    expect(quality(text)).toEqual([Number(text)]);
  });

  test.each(["101", "110", "200", "1000", "-1", "9.5", "92 points"])("%s is none", (text) => {
    expect(quality(text)).toEqual([undefined, "field_left_out", "invalid_number"]);
  });

  test.each(["092", "92.0", "92.00", "92%", "92/100"])("%s is corrected", (text) =>
    expect(quality(text)).toEqual([92, "rewritten_value"]),
  );
});

describe("a flag", () => {
  const flag = (text: string) => read("has images: 1", `has images: ${text}`, "flags", "hasImages");

  test.each([
    ["1", true],
    ["0", false],
  ])("%s is canonical", (text, value) => expect(flag(text)).toEqual([value]));

  test.each([
    ["true", true],
    ["false", false],
    ["yes", true],
    ["no", false],
    ["YES", true],
    ["on", true],
    ["Off", false],
    ["n", false],
    ["✓", true],
    ["✘", false],
  ])("%s is corrected", (text, value) => expect(flag(text)).toEqual([value, "rewritten_value"]));

  test.each(["2", "10", "01", "maybe", "yess"])("%s is none", (text) => {
    expect(flag(text)).toEqual([undefined, "field_left_out", "invalid_flag"]);
  });
});

describe("a date", () => {
  const date = (text: string) =>
    read("last reviewed: 2023-07-19", `last reviewed: ${text}`, "revision", "lastReviewed");

  test.each([
    "2023-01-31",
    "2023-02-28",
    "2023-03-31",
    "2023-04-30",
    "2023-05-31",
    "2023-06-30",
    "2023-07-31",
    "2023-08-31",
    "2023-09-30",
    "2023-10-31",
    "2023-11-30",
    "2023-12-31",
    "2024-02-29",
    "2000-02-29",
    "2023-01-01",
  ])("%s exists", (text) => expect(date(text)).toEqual([text]));

  test.each([
    "2023-01-32",
    "2023-02-29",
    "2100-02-29",
    "2024-02-30",
    "2023-04-31",
    "2023-06-31",
    "2023-09-31",
    "2023-11-31",
    "2023-12-32",
    "2023-00-10",
    "2023-13-10",
    "2023-05-00",
    "2023-5-10",
    "2023-05-1",
    "23-05-10",
    "12023-05-10",
    "2023-05-100",
    "2023/05-10",
    "2023/02/30",
    "10.05.2023",
    "May 2023",
    "3 May 4, 2023",
    "30 February 2023",
    "3 Foo 2023",
  ])("%s does not", (text) => expect(date(text)).toEqual([undefined, "field_left_out", "invalid_date"]));

  test.each([
    "2023/05/10",
    "2023.05.10",
    "2023–05–10",
    "2023-05-10T10:15:00Z",
    "2023-05-10 10:15",
    "May 10, 2023",
    "10 May 2023",
    "10. May 2023",
    "May 10th, 2023",
  ])("%s is corrected", (text) => expect(date(text)).toEqual(["2023-05-10", "rewritten_value"]));
});

describe("a version", () => {
  const version = (text: string) => read("version: 1.4.9", `version: ${text}`, "revision", "version");

  test.each(["1.4.9", "10.20.30", "0.0.0"])("%s is one", (text) => expect(version(text)).toEqual([text]));

  test.each(["v1.4.9", "V 1.4.9", "version 1.4.9"])("%s is corrected", (text) =>
    expect(version(text)).toEqual(["1.4.9", "rewritten_value"]),
  );

  test.each(["1.4", "1.4.9.1", "vv1.4.9", "1.4.9b", "1,4,9", "1.4.", ".4.9", "1a4.9"])(
    "%s is none",
    (text) => {
      expect(version(text)).toEqual([undefined, "field_left_out", "invalid_version"]);
    },
  );
});

describe("an id", () => {
  const reference = (text: string) => read("anp-ref-033980-0042", text, "reference");
  const hash = (text: string) => read("5d41402abc4b2a76b9719d91", text, "hash");
  const sourceId = (text: string) => read("alphanode-033980", text, "payload", "sourceId");

  test("may have capitals", () => {
    expect(reference("ANP-REF-033980-0042")).toEqual(["ANP-REF-033980-0042"]);
    expect(hash("5D41402ABC4B2A76B9719D91")).toEqual(["5D41402ABC4B2A76B9719D91"]);
    expect(sourceId("AlphaNode-033980")).toEqual(["AlphaNode-033980"]);
  });

  test.each([
    "anp-ref-03398-0042",
    "anp-ref-0339800-0042",
    "anp-ref-033980-004",
    "anp-ref-033980-00421",
    "anp-ref-033980",
    "an anp-ref-033980-0042",
    "anp-ref-03398a-0042",
    "anp-ref-033980-004a",
  ])("%s is no reference", (text) => expect(reference(text)).toEqual([undefined, "invalid_id"]));

  test.each([
    "5d41402abc4b2a76b9719d9",
    "5d41402abc4b2a76b9719d910",
    "5d41402abc4b2a76b9719d9g",
    "x 5d41402abc4b2a76b9719d91",
  ])("%s is no hash", (text) => expect(hash(text)).toEqual([undefined, "invalid_id"]));

  test.each(["alphanode-03398", "alphanode-0339800", "alphanode-03398a", "an alphanode-033980"])(
    "%s is no source id",
    (text) => expect(sourceId(text)).toEqual([undefined, "field_left_out", "invalid_id"]),
  );
});

describe("a word", () => {
  test("that is not known is kept; where the site has few, it is reported", () => {
    expect(read("code languagebash", "code languagecobol", "codeLanguage")).toEqual([
      "cobol",
      "unusual_value",
    ]);
    expect(read("difficultybeginner", "difficultyodd", "difficulty")).toEqual(["odd", "unfamiliar_word"]);
    expect(read("status: expanded", "status: odd", "revision", "status")).toEqual(["odd", "unfamiliar_word"]);
    expect(read("difficultybeginner", "difficultyBeginner", "difficulty")).toEqual(["Beginner"]);
  });

  test("one letter away from one that is known has a hint, another has the list", () => {
    const hint = (word: string) =>
      safeParseMetaBox(source.replace("difficultybeginner", `difficulty: ${word}`)).issues.find(
        ({ code }) => code === "unfamiliar_word",
      )?.message;
    expect(hint("begginner")).toBe('"begginner" is not a known difficulty; did you mean "beginner"?');
    expect(hint("hard")).toBe('"hard" is not a known difficulty; known are beginner, intermediate, advanced');
  });
});

describe("text", () => {
  const note = (text: string) => read("the view count is made up", text, "notes");

  test.each([
    "\u000b",
    "\u000c",
    "\u00a0",
    "\u1680",
    "\u2000",
    "\u2001",
    "\u2002",
    "\u2003",
    "\u2004",
    "\u2005",
    "\u2006",
    "\u2007",
    "\u2008",
    "\u2009",
    "\u200a",
    "\u202f",
    "\u205f",
    "\u3000",
  ])("has a plain space for %j", (space) => {
    expect(note(`${space}two${space}words${space}`)).toEqual([[whole.notes[0], "two words"]]);
  });

  test.each([
    "\u00ad",
    "\u200b",
    "\u200c",
    "\u200e",
    "\u200f",
    "\u202a",
    "\u202e",
    "\u2060",
    "\u2066",
    "\u2069",
    "\ufeff",
  ])("has nothing for %j", (mark) => {
    expect(note(`${mark}two${mark} words${mark}`)).toEqual([[whole.notes[0], "two words"]]);
  });

  test.each(["\u0000", "\u0008", "\ufffd", "\ud800"])("keeps %j, which is told", (sign) =>
    expect(note(`a${sign}b${sign}`)).toEqual([[whole.notes[0], `a${sign}b${sign}`], "unusual_value"]),
  );

  test.each(["\u000e", "\u001f", "\u007f", "\u0085", "\u009f", "\u200d"])("keeps %j", (sign) =>
    expect(note(`a${sign}b${sign}`)).toEqual([[whole.notes[0], `a${sign}b${sign}`]]),
  );

  test("has a plain hyphen for one at which a line does not break", () => {
    expect(note("two\u2011words")).toEqual([[whole.notes[0], "two-words"]]);
  });

  test("keeps a tab within, which is told, and none at its ends", () => {
    expect(note("\ttwo\twords\t")).toEqual([[whole.notes[0], "two\twords"], "unusual_value"]);
  });
});

describe("an address", () => {
  const address = "https://loremflickr.com/1200/630/code,developer?lock=33980";
  const url = (text: string) => {
    const [value, ...codes] = read(address, text, "imageSources");
    return [(value as { url?: string }[] | undefined)?.[0]?.url, ...codes];
  };

  test("is read as it stands", () => {
    expect(url("https://a.example/b%20c.png")).toEqual(["https://a.example/b%20c.png"]);
  });

  test("has no multiplication sign between digits", () => {
    expect(url("https://a.example/1200×630/9×9.png")).toEqual([
      "https://a.example/1200x630/9x9.png",
      "rewritten_value",
    ]);
    expect(url("https://a.example/a×b")).toEqual(["https://a.example/a×b"]);
  });

  test.each(["https://a.example/b...", "https://a.example/b,", "https://a.example/b…"])(
    "with the sign of what is cut off or of a list behind it is told: %s",
    (text) => expect(url(text)).toEqual([text, "unusual_value"]),
  );
});
