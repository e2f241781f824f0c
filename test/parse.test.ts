import { readFileSync } from "node:fs";
import {
  formatIssues,
  PostParseError,
  parseArticle,
  parseMetaBox,
  parsePost,
  safeParseArticle,
  safeParseMetaBox,
  safeParsePost,
} from "alphanode-post";
import { describe, expect, test } from "vitest";

const read = (name: string): string =>
  readFileSync(new URL(`../fixtures/posts/${name}.txt`, import.meta.url), "utf8");
const source = read("two-images-bash");
const box = source.slice(source.indexOf("alphanode post meta"), source.indexOf("\nSimilar Posts"));
const codesOf = (text: string): string[] => safeParsePost(text).issues.map(({ code }) => code);

describe("the throwing functions", () => {
  test("give what the safe ones give", () => {
    const post = parsePost(source);
    expect(safeParsePost(source)).toEqual({ success: true, data: post, value: post, issues: [] });
    const { meta, ...article } = post;
    expect(parseArticle(source)).toEqual(article);
    expect(parseMetaBox(source)).toEqual(meta);
    expect(parseMetaBox(box)).toEqual(meta);
    expect(safeParseMetaBox(box.replace("alphanode post meta\n\n", ""))).toEqual({
      success: true,
      data: meta,
      value: meta,
      issues: [],
    });
  });

  test("throw an error that lists all issues", () => {
    const broken = source
      .replace("reading time5", "reading timefive")
      .replace("difficultybeginner", "difficulty: beginner");
    const result = safeParsePost(broken);
    expect(() => parsePost(broken)).toThrow(PostParseError);
    try {
      parsePost(broken);
    } catch (error) {
      expect(error).toBeInstanceOf(Error);
      expect((error as PostParseError).name).toBe("PostParseError");
      expect((error as PostParseError).issues).toEqual(result.issues);
      expect((error as PostParseError).message).toBe(
        `the text is not a valid post (2 issues):
  59:11 warning marked_label at meta.difficulty: ":" stands between "difficulty" and its value; canonical text has nothing there
  60:13 error invalid_number at meta.readingTime: "five" is not a valid reading time; expected a whole number, such as 8 or 246681`,
      );
    }
  });

  test("give one error for a result, however it is asked for, copied or sent", () => {
    const result = safeParsePost("a title\n\nsome text.");
    if (result.success) throw new Error("expected a failure");
    expect(result.error).toBe(result.error);
    expect({ ...result }.error).toBe(result.error);
    expect(structuredClone(result).error.message).toBe(result.error.message);
    expect(result.error.issues).toBe(result.issues);
  });

  test.each([undefined, null, 7, {}, new String("a")])(
    "refuse %s with a TypeError, the safe ones, too",
    (value) => {
      for (const parse of [
        parsePost,
        safeParsePost,
        parseArticle,
        safeParseArticle,
        parseMetaBox,
        safeParseMetaBox,
      ]) {
        expect(() => parse(value as never)).toThrow(TypeError);
      }
    },
  );
});

describe("messages", () => {
  test("of a TypeError name what was given", () => {
    expect(() => parsePost(null as never)).toThrow("expected the text of a post as a string, got null");
    expect(() => parsePost(7 as never)).toThrow("expected the text of a post as a string, got a number");
    expect(() => parsePost(new Uint8Array(1) as never)).toThrow(
      'expected the text of a post as a string, got bytes; decode them first, as readFileSync(file, "utf8") does',
    );
  });

  test("of an error with one issue, which stands nowhere in a post", () => {
    const result = safeParseArticle("x", { maxLength: 0 });
    expect(!result.success && result.error.message).toBe(
      `the text is not a valid post (1 issue):
  1:1 error source_too_long: the text has 1 characters, more than the 0 allowed; split it, or raise maxLength`,
    );
  });
});

describe("options", () => {
  test("strict counts warnings as errors, and keeps what was read", () => {
    const text = source.replace("difficultybeginner", "dificultybeginner");
    expect(safeParsePost(text)).toMatchObject({ success: true, issues: [{ severity: "warning" }] });
    const strict = safeParsePost(text, { strict: true });
    expect(strict).toMatchObject({
      success: false,
      partial: parsePost(text),
      issues: [{ code: "misspelled_label", severity: "error" }],
    });
    expect(() => parsePost(text, { strict: true })).toThrow(PostParseError);
  });

  test("maxLength refuses a longer source at once, and no shorter one", () => {
    expect(safeParsePost(source, { maxLength: source.length }).success).toBe(true);
    const result = safeParsePost(source, { maxLength: source.length - 1 });
    expect(result).toMatchObject({
      success: false,
      partial: { meta: {} },
      issues: [{ code: "source_too_long", path: [] }],
    });
  });
});

describe("sources that are no whole post", () => {
  test("an empty one has one issue", () => {
    for (const text of ["", "\n\n", "\ufeff", " \u200b\t"]) {
      expect(codesOf(text)).toEqual(["empty_source"]);
      expect(safeParseArticle(text).issues).toHaveLength(1);
      expect(safeParseMetaBox(text).issues).toHaveLength(1);
    }
  });

  test("a box alone has one issue, and its fields are read", () => {
    const result = safeParsePost(box);
    expect(result.issues.map(({ code, path }) => [code, path])).toEqual([["missing_article", ["title"]]]);
    expect(!result.success && result.partial.meta).toEqual(parsePost(source).meta);
  });

  test("bars alone have neither title nor box", () => {
    expect(codesOf("| |")).toEqual(["missing_title", "missing_meta_box"]);
    expect(safeParseArticle("| |").issues.map(({ code }) => code)).toEqual(["missing_title"]);
    expect(safeParseArticle(box).issues.map(({ code }) => code)).toEqual(["missing_article"]);
  });

  test("a title over a box ends there", () => {
    const text = `a title\n\n${box}`;
    const issue = safeParsePost(text).issues.find(({ code }) => code === "article_cut_short");
    expect(issue?.position.start.line).toBe(1);
  });

  test("of two boxes with as many known fields the first is taken", () => {
    const text = "alphanode post meta\n\ntopica / b\n\nalphanode post meta\n\ntopicc / d\nlicense: mit\n";
    const result = safeParseMetaBox(text);
    expect(!result.success && result.partial.topic).toBe("a / b");
  });

  test("a few fields are a box where a box is expected, and nowhere else", () => {
    const text = "difficulty: beginner\nreading time8\n";
    const result = safeParseMetaBox(text);
    expect(!result.success && result.partial).toEqual({ difficulty: "beginner", readingTime: 8, extra: {} });
    expect(codesOf(text)).toContain("missing_meta_box");
  });

  test("one label over a whole box is no box, nor is a sentence that starts as a label", () => {
    expect(safeParseMetaBox(`difficultybeginner\n\n${box}`)).toEqual(safeParseMetaBox(source));
    const { issues } = safeParseMetaBox("a title\n\ntopics are many here.");
    expect(issues.map(({ code }) => code)).toEqual(["missing_meta_box"]);
  });

  test("labels over a heading of the article are no box", () => {
    const text =
      "a title\n\ntopica / b\n\nsummarya b.\n\nreading time8\n\nfinal notes\n\nsome words to end with.";
    expect(codesOf(text)).toEqual(["unusual_article", "missing_meta_box"]);
  });

  test("a text without a title has one issue, and all else is read", () => {
    const text = source.slice(source.indexOf("running scheduled tasks reliably is rarely"));
    const result = safeParsePost(text);
    expect(result.issues.map(({ code, path }) => [code, path])).toEqual([["missing_title", ["title"]]]);
    const { title: _, ...rest } = parsePost(source);
    expect(!result.success && result.partial).toEqual(rest);
  });

  test("two boxes have one issue, wherever the lesser one stands", () => {
    const lesser = "alphanode post meta\n\ntopica / b\nreading time1\n";
    const after = source.replace("Similar Posts", `${lesser}\nSimilar Posts`);
    const before = source.replace("alphanode post meta", `${lesser}\nalphanode post meta`);
    for (const text of [after, before]) {
      expect(codesOf(text)).toEqual(["duplicate_meta_box"]);
      expect(parsePost(text)).toEqual(parsePost(source));
    }
  });

  test.each(["  • so", "  • scenario", "  • scenario:", "  • paragraphs: 4\n  • see"])(
    "a payload cut off at %j loses itself and no other field gains",
    (end) => {
      const at = source.indexOf("  • source id");
      const text = source.slice(0, at) + end;
      const result = safeParsePost(text);
      const { payload: _, notes: __, ...rest } = parsePost(source).meta;
      expect(!result.success && result.partial.meta).toEqual(rest);
    },
  );

  test("a field without its label is found though its first entry has lost its bullet, too", () => {
    const text = source.replace("\nflags\n  • ai generated", "\nai generated");
    const result = safeParsePost(text);
    expect(result.issues.map(({ code, path }) => [code, path.slice(1)])).toEqual([
      ["missing_label", ["flags"]],
      ["missing_bullet", ["flags", "aiGeneratedStyle"]],
    ]);
    expect(result.success && result.data).toEqual(parsePost(source));
  });

  test.each([
    ["alphanode post metas", "misspelled_heading", ["meta"]],
    ["lphanode post meta", "misspelled_heading", ["meta"]],
  ])("the heading %j is that of the box", (heading, code, path) => {
    const result = safeParsePost(source.replace("alphanode post meta", heading));
    expect(result.issues.map((issue) => [issue.code, issue.path])).toEqual([[code, path]]);
    expect(result.success && result.data).toEqual(parsePost(source));
  });

  test("a misspelled heading over similar posts is reported", () => {
    const text = `${source.slice(0, source.indexOf("Similar Posts"))}simlar posts\n  • a post\n`;
    const result = safeParsePost(text);
    expect(result.issues.map(({ code, path }) => [code, path])).toEqual([
      ["misspelled_heading", ["similarPosts"]],
    ]);
    expect(result.success && result.data.similarPosts).toEqual(["a post"]);
  });

  test("an unknown field with an empty item is left out, and all of it is reported", () => {
    const result = safeParsePost(
      source.replace("\nnotes\n", "\nrelated things\n  • one\n  •\n  • two\nnotes\n"),
    );
    expect(result.issues.map(({ code, path }) => `${code} ${path[1]}`)).toEqual([
      "unknown_field extra",
      "unknown_field payload",
      "field_left_out extra",
      "empty_value extra",
    ]);
    expect(!result.success && result.partial.meta).toEqual(parsePost(source).meta);
  });

  test("an empty item of a list on one line is reported, and no part of the next", () => {
    const result = safeParseMetaBox(box.replace("\nstack\n", "\nstack • a • • b\nold\n"));
    const told = result.issues.find(({ code }) => code === "empty_value");
    expect(told?.path).toEqual(["meta", "stack", 1]);
  });

  test("a topic that a program wrapped right after its bar is whole", () => {
    const { topic } = parsePost(source).meta;
    const result = safeParsePost(source.replace(`topic${topic}`, `topic${topic.replace(" / ", " /\n")}`));
    expect(result.success && result.data.meta.topic).toBe(topic);
    expect(result.issues.map(({ code }) => code)).toEqual(["wrapped_text"]);
  });

  test.each(["\t", "   "])(
    "a label and its value apart by %j are a field, however many words follow",
    (gap) => {
      const result = safeParsePost(
        source.replace(/\ndifficulty(\w+)/, `\ndifficulty${gap}for those who know it`),
      );
      const read = result.value;
      expect(read.meta).toMatchObject({ difficulty: "for those who know it", extra: {} });
    },
  );

  test("an article that starts below its title line is told from one", () => {
    for (const first of ["why this matters", "  • an item", "a b visual reference 1"]) {
      const { issues } = safeParseArticle(`${first}\n\nsome words of prose here.\n`);
      expect(issues.map(({ code }) => code)).toContain("missing_title");
    }
  });
});

describe("issues", () => {
  test("have the shape of Standard Schema's", () => {
    for (const { message, path } of safeParsePost(`${source}\n${source}`).issues) {
      expect(message).toBeTypeOf("string");
      for (const key of path) expect(["string", "number"]).toContain(typeof key);
    }
  });

  test("stand on the text they speak of", () => {
    const at = (text: string): string[] =>
      safeParsePost(text).issues.map(({ position: { start, end } }) => text.slice(start.offset, end.offset));
    expect(at(source.replace("quality: 92", "quality: 101"))).toEqual([
      expect.stringContaining("quality: 101"),
      "101",
    ]);
    expect(at(source.replace("reading time5", "reading time 5 min"))).toEqual(["5 min"]);
    expect(at(source.replace("tools\n", "tolls\n"))).toEqual(["tolls"]);
    expect(at(source.replace("\nscore", "\nShare this\nscore"))).toEqual(["Share this"]);
  });
});

describe("formatIssues", () => {
  test("gives nothing for no issue", () => expect(formatIssues(source, [])).toBe(""));

  test("marks a problem over several lines up to the end of the first", () => {
    const text = source.replace("\nscore", "\nShare this\nwith your team!\nscore");
    expect(formatIssues(text, safeParsePost(text).issues)).toBe(
      `warning stray_text at 62:1 (meta.viewCount)
  62 | Share this
     | ^^^^^^^^^^
     | … to line 63
  "Share this with your team!" fits no field and was left out; if it belongs to one, put it on that field's line`,
    );
  });

  test("shows a hundred characters of a line, and that there are more", () => {
    const frame = (length: number): string[] => {
      const text = source.replace("reading time5", `reading time${"x".repeat(length)}`);
      return formatIssues(text, safeParsePost(text).issues).split("\n").slice(1, 3);
    };
    expect(frame(88)).toEqual([
      `  60 | reading time${"x".repeat(88)}`,
      `     | ${" ".repeat(12)}${"^".repeat(88)}`,
    ]);
    expect(frame(89)).toEqual([
      `  60 | reading time${"x".repeat(88)}…`,
      `     | ${" ".repeat(12)}${"^".repeat(88)}`,
    ]);
  });

  test("shortens a long line around the problem", () => {
    const long = `${"a ".repeat(80)}reading time`;
    const [issue] = safeParsePost(source.replace("reading time5", `reading time${long}`)).issues;
    const frame = formatIssues(source.replace("reading time5", `reading time${long}`), issue ? [issue] : []);
    for (const line of frame.split("\n").slice(1, 3)) expect(line.length).toBeLessThan(120);
    expect(frame).toContain("…");
  });

  test("lets no control character through", () => {
    const text = source
      .replace("reading time5", "reading time\u001b\u202e[31m5\u009b\u0007")
      .replace("notes\n", "n\u001botes\n");
    const { issues } = safeParsePost(text);
    const printed = [formatIssues(text, issues), ...issues.map(({ message }) => message)].join("\n");
    expect(printed.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202e]/u);
    expect(printed).toContain("\\u001b");
  });
});
