import { readFileSync } from "node:fs";
import { parsePost, safeParsePost } from "alphanode-post";
import { describe, expect, test } from "vitest";
import { LAYOUTS } from "../../src/testing/layouts.ts";
import { boxText, joinParts, type Parts, partsOf } from "../../src/testing/parts.ts";

/** Damage to a text that was laid out, and what extractors run together: read right, or told. */

const base = readFileSync(new URL("../../fixtures/posts/two-images-bash.txt", import.meta.url), "utf8");
const post = parsePost(base);

/** Puts one text in the place of another, which must be there. */
function put(text: string, before: string | RegExp, after: string): string {
  const changed = text.replace(before, () => after);
  expect(changed).not.toBe(text);
  return changed;
}

const laidOut = (name: string, n = 0, one = post): Parts => {
  const layout = LAYOUTS.find((one) => one.name === name);
  expect(layout).toBeDefined();
  return layout?.parts?.(partsOf(one), n) as Parts;
};

const codesAt = (text: string, ...path: string[]): string[] =>
  safeParsePost(text)
    .issues.filter((issue) => path.every((key, i) => issue.path[i] === key))
    .map(({ code }) => code);

/** Puts a line under a field. */
const withLine = (parts: Parts, key: string, line: string): string =>
  joinParts({
    ...parts,
    fields: parts.fields.map((field) =>
      field.key === key ? { ...field, lines: [...field.lines, line] } : field,
    ),
  });

describe("the number of a page or a share line between two fields is told, and nothing else is touched", () => {
  test.each([
    ["columns", "viewCount", "Share this"],
    ["columns", "score", "- 2 -"],
    ["bullets doubled", "imageSources", "- 2 -"],
    ["rows that are items", "difficulty", "Page 2 of 3"],
  ])("in %s, under %s: %s", (name, key, line) => {
    const text = withLine(laidOut(name, 1), key, line);
    const { value, issues } = safeParsePost(text);
    expect(value.meta).toEqual(post.meta);
    const stray = issues.find(({ code }) => code === "stray_text" || code === "unknown_entry");
    expect(text.slice(stray?.position.start.offset, stray?.position.end.offset)).toContain(line);
  });
});

/** The text of a layout that is cut off within a field. */
function cutWithin({ fields, ...parts }: Parts, key: string, length: number): string {
  const at = fields.findIndex((field) => field.key === key);
  const whole = boxText(fields.slice(0, at));
  return [
    parts.article,
    parts.heading,
    `${whole}\n${boxText(fields.slice(at, at + 1)).slice(0, length)}`,
  ].join("\n\n");
}

describe("a box of few fields is read as it was laid out", () => {
  test("where an entry has the name of a field that was cut off", () => {
    const text = cutWithin(laidOut("values behind a colon under their labels"), "aiBrief", 40);
    const { topic, summary, aiOutline, ...others } = safeParsePost(text).value.meta;
    expect({ topic, summary, aiOutline }).toEqual({
      topic: post.meta.topic,
      summary: post.meta.summary,
      aiOutline: post.meta.aiOutline,
    });
    expect(others).toEqual({ extra: {} });
  });

  test("where bars stand right beside values", () => {
    for (const [name, n] of [
      ["drawn lines without spaces", 0],
      ["tables of bars", 1],
    ] as const) {
      const { topic, summary, aiOutline } = safeParsePost(cutWithin(laidOut(name, n), "viewCount", 12)).value
        .meta;
      expect([name, topic, summary, aiOutline]).toEqual([
        name,
        post.meta.topic,
        post.meta.summary,
        post.meta.aiOutline,
      ]);
    }
  });
});

test("fields that are not known are none of the notes above them, whose items are lost", () => {
  const text = put(base, /(?<=notes\n) {2}•[\s\S]*(?=\n\nSimilar)/, "sponsor: nobody\nmood: sunny");
  const { meta } = safeParsePost(text).value;
  expect(meta.notes).toBeUndefined();
  expect(meta.extra).toEqual({ sponsor: "nobody", mood: "sunny" });
});

test("an unknown field whose value has the bar of a table stays one", () => {
  for (const value of ["abc defghij║klmn opqr", "abc defgh │ ijklm nop"]) {
    const text = put(base, "\n\nSimilar", `\nsponsor of it: ${value}\n\nSimilar`);
    const { meta } = safeParsePost(text).value;
    expect([meta.notes, meta.extra]).toEqual([post.meta.notes, { "sponsor of it": value }]);
  }
  const text = put(base, "\n\nSimilar", "\nsponsor of it: abcd│efgh\nmoods\n  • sunny days\n\nSimilar");
  expect(safeParsePost(text).value.meta.extra).toEqual({
    "sponsor of it": "abcd│efgh",
    moods: ["sunny days"],
  });
});

test("a bar behind one value alone is its own, and told", () => {
  for (const bar of ["|", "│"]) {
    const text = put(base, /(?<=• problem: .*)$/m, ` ${bar}`);
    const { problem } = safeParsePost(text).value.meta.aiOutline ?? {};
    expect(problem).toBe(`${post.meta.aiOutline.problem} ${bar}`);
    expect(codesAt(text, "meta", "aiOutline", "problem")).toEqual(["unusual_value"]);
  }
});

test("a value beside its label does not go on in lines that are entries of a field whose label is lost", () => {
  // Beside the middle of its entries, the label goes with the second of them.
  const text = put(joinParts(laidOut("columns", 1)), /\n.*\* problem:.*(?=\n)/, "");
  const { topic, summary, aiBrief } = safeParsePost(text).value.meta;
  expect([topic, summary]).toEqual([post.meta.topic, post.meta.summary]);
  expect([aiBrief, codesAt(text, "meta", "aiBrief")]).not.toEqual([aiBrief, []]);
});

test("a long topic in a cell is no start of the summary under it", () => {
  const long = parsePost(put(base, /(?<=\ntopic.*) \/ /, " with queues that nobody watches at night / "));
  for (const name of ["tables of bars", "drawn lines without spaces"]) {
    const { topic, summary } = safeParsePost(joinParts(laidOut(name, 0, long))).value.meta;
    expect([name, topic, summary]).toEqual([name, long.meta.topic, long.meta.summary]);
  }
});

test("a table that is cut off at a label leaves the list above it whole", () => {
  const text = cutWithin(laidOut("drawn lines without spaces"), "tools", "tools".length);
  expect(safeParsePost(text).value.meta.stack).toEqual(post.meta.stack);
});

test("a list that goes on below another field is reported: the label of a third may be lost", () => {
  const take = (label: string): string => new RegExp(`\\n${label}(?:\\n .*)+`).exec(base)?.[0] ?? "";
  const [tools, notes] = [take("tools"), take("notes")];
  const [count = ""] = /\nview count.*/.exec(base) ?? [];
  const others = [tools, notes, count].reduce((text, field) => put(text, field, ""), base);
  const text = put(others, "\nflags", `${tools}${count}${notes.replace("\nnotes", "")}\nflags`);
  const laidOut = put(text, /\u2022/g, "□");
  expect(safeParsePost(laidOut).value.meta.tools).toEqual([...post.meta.tools, ...post.meta.notes]);
  expect(codesAt(laidOut, "meta", "tools")).toEqual(["unusual_value"]);
});

test("things to do that begin as buttons of a page do are no furniture", () => {
  const items = ["pin the base image", "follow the guide of the host", "like for like, compare both"];
  const [first = ""] = post.meta.checklist;
  const made = parsePost(base.replaceAll(first, items[0] ?? ""));
  for (const item of items) {
    const one = parsePost(base.replaceAll(first, item));
    const { meta } = safeParsePost(joinParts(laidOut("bullets on lines of their own", 0, one))).value;
    expect(meta.checklist).toEqual([item, ...made.meta.checklist.slice(1)]);
  }
});

test("words with an apostrophe are no furniture", () => {
  const text = put(put(base, /\u2022/g, "□"), "array fields are", "by'law fields are");
  expect(safeParsePost(text).value.meta.notes?.[0]).toBe("by'law fields are printed as lists");
});

test("escapes are an extractor's where more fields are read without them", () => {
  const made = put(base, "context: ", "context: a made-up ");
  const { meta } = parsePost(made);
  const parts = laidOut("escapes", 1, parsePost(made));
  const { value } = safeParsePost(
    joinParts({ ...parts, fields: parts.fields.filter(({ key }) => key !== "revision") }),
  );
  expect({ ...value.meta, revision: meta.revision }).toEqual(meta);
  const own = put(base, "made-up", "made\\-up");
  expect(safeParsePost(own).value.meta.summary).toContain("made\\-up");
});

test("a language that ends with a sign is parted from the label that follows on its line", () => {
  const text = put(base, /code language.*\ndifficulty/, "code languagec#difficulty");
  const { codeLanguage, difficulty } = safeParsePost(text).value.meta;
  expect([codeLanguage, difficulty]).toEqual(["c#", post.meta.difficulty]);
});

describe("what was run together in an article is told", () => {
  test.each([
    ["a heading before its paragraph", "production checks\n\nan alert", "production checks an alert"],
    ["a heading behind code", "yesterday\n\nimplementation", "yesterday implementation"],
    [
      "a heading behind code that reads as a heading",
      /systemctl[\s\S]*\n\nimplementation/,
      "git push origin main implementation",
    ],
    ["a heading behind an item", /systemctl[\s\S]*\n\nimplementation/, "  • one\n  • two implementation"],
    [
      "a list behind a paragraph",
      /(?<=sleep\.)\n\nsystemctl[\s\S]*(?=\n\nimplementation)/,
      "   • one\n  • two",
    ],
    ["keys of YAML", /systemctl[\s\S]*(?=\n\nimplementation)/, "- name: one\nrun: two"],
  ])("%s", (_, before, after) => {
    const { issues } = safeParsePost(put(base, before, after));
    expect(issues.map(({ code, path }) => [code, path[0]])).toContainEqual(["unusual_article", "sections"]);
  });

  test("but for a heading that the text names, and has elsewhere", () => {
    const text = put(base, "prefer steps", "production checks prefer steps");
    expect(codesAt(text)).toEqual([]);
    expect(safeParsePost(text).success).toBe(true);
  });

  test("a heading behind an image without a host is read", () => {
    const text = put(base, "loremflickr.com\n\nthe", "the");
    const { value } = safeParsePost(text);
    expect(value.sections).toEqual(post.sections);
    expect(value.intro?.at(-1)).toMatchObject({ type: "image", source: null });
  });
});

test("a title of short words is one, with a line of its page above it", () => {
  const { title } = safeParsePost(put(`5 min read\n\n${base}`, post.title, "g t m")).value;
  expect(title).toBe("g t m");
});

test("a line of the page and a value whose label is lost are no items of the list of one item above them", () => {
  const source = put(base, /(?<=\ntools\n).*?\ncode language/s, "  • git\nAdvertisement\n");
  const { value, issues } = safeParsePost(source);
  expect(value.meta.tools).toEqual(["git"]);
  expect(issues.map(({ path }) => path.join("."))).toContain("meta.codeLanguage");
});
