import { readFileSync } from "node:fs";
import type { PartialArticle, PartialMeta } from "alphanode-post";
import { describe, expect, test } from "vitest";
import { FIELDS } from "../../src/format/fields.ts";
import { isBetter, isSettled, type Reading } from "../../src/parse/better.ts";
import type { IssueList } from "../../src/parse/issues.ts";
import type { Shape } from "../../src/parse/typical.ts";
import { divide } from "../../src/syntax/division.ts";
import type { BoxLines } from "../../src/syntax/nodes.ts";
import { Source } from "../../src/syntax/scan.ts";

interface Given {
  meta?: object;
  article?: PartialArticle;
  shape?: Partial<Shape>;
  issues?: { code: string; path?: string[] }[];
  text?: string;
  /** How many boxes the text has. */
  boxes?: number;
}

/** A reading of a text that is not as on the site, and has nothing in its box but what is given. */
const reading = ({ meta = {}, article, shape, issues = [], text = "", boxes = 0 }: Given): Reading => ({
  article,
  shape: { typical: 2, odd: 1, isTypical: false, ...shape },
  meta: meta as PartialMeta,
  list: {
    issues: issues.map((issue) => ({ path: [], ...issue })),
    size: issues.length,
    source: new Source(text),
  } as unknown as IssueList,
  boxes: Array.from({ length: boxes }, () => ({}) as BoxLines),
});

const isBetterThan = (laidOut: Given, plain: Given): boolean => isBetter(reading(laidOut), reading(plain));

const article = (items: string[], similarPosts: string[] = []): PartialArticle => ({
  title: "a title",
  intro: [],
  sections: [{ heading: "implementation checklist", blocks: [{ type: "list", items }] }],
  similarPosts,
});

/** An unknown field that the text has as it stands, and has not as it was laid out: no such reading is better by a field. */
const LOST = { extra: { sponsor: "nobody at all" } };

describe("what a layout reads is better", () => {
  test.each<[string, Given, Given, boolean]>([
    ["the same", { meta: { topic: "a" } }, { meta: { topic: "a" } }, false],
    ["a field more", { meta: { topic: "a", hash: "b" } }, { meta: { topic: "a" } }, true],
    ["a field less", { meta: { topic: "a" } }, { meta: { topic: "a", hash: "b" } }, false],
    ["another field", { meta: { topic: "a", hash: "b" } }, { meta: { stack: ["a"] } }, false],
    ["two posts, where it has less", { issues: [{ code: "several_posts" }] }, { meta: { topic: "a" } }, true],
    [
      "three fields, whatever is gone",
      { meta: { topic: "a", hash: "b", tools: ["c"], extra: {} } },
      { meta: LOST },
      true,
    ],
    ["two fields, where one is gone", { meta: { topic: "a", hash: "b", extra: {} } }, { meta: LOST }, false],
    ["three parts, whatever is gone", { meta: { extra: {} }, shape: { typical: 5 } }, { meta: LOST }, true],
    ["three parts, with fewer fields", { shape: { typical: 5 } }, { meta: { topic: "a" } }, false],
    [
      "two parts, where one is gone",
      { meta: { extra: {} }, shape: { typical: 4, isTypical: true } },
      { meta: LOST },
      false,
    ],
    [
      "two parts and the list that the box repeats",
      { meta: { checklist: ["a"], extra: {} }, article: article(["a"]), shape: { typical: 4 } },
      { meta: { checklist: ["b"], ...LOST }, article: article(["a"]) },
      true,
    ],
    [
      "two parts and another list than the box",
      { meta: { checklist: ["b"], extra: {} }, article: article(["a"]), shape: { typical: 4 } },
      { meta: { checklist: ["b"], ...LOST }, article: article(["a"]) },
      false,
    ],
    [
      "a part, and all is as on the site",
      { meta: { topic: "other" }, shape: { typical: 3, isTypical: true } },
      { meta: { topic: "a" } },
      true,
    ],
    [
      "a part, and not all is",
      { meta: { topic: "other" }, shape: { typical: 3 } },
      { meta: { topic: "a" } },
      false,
    ],
    [
      "all as on the site, as it was",
      { meta: { topic: "other" }, shape: { isTypical: true } },
      { meta: { topic: "a" } },
      false,
    ],
    [
      "a field without a line that it tells of it",
      { meta: { topic: "a" }, issues: [{ code: "stray_text", path: ["meta", "topic"] }] },
      { meta: { topic: "b a" } },
      true,
    ],
    [
      "a field without a line of which it tells something else",
      { meta: { topic: "a" }, issues: [{ code: "wrapped_text", path: ["meta", "topic"] }] },
      { meta: { topic: "b a" } },
      false,
    ],
    ["what it can tell", { issues: [{ code: "stray_text" }] }, {}, false],
    [
      "lines run together",
      { issues: [{ code: "stray_text" }, { code: "run_together" }], text: "a\nb" },
      {},
      true,
    ],
    [
      "a value it is not sure of",
      { issues: [{ code: "uncertain_value" }], text: "a" },
      { text: "| a" },
      true,
    ],
    ["a doubt alone", { issues: [{ code: "uncertain_value" }], text: "a\n\nb\n" }, { text: "a\n  b" }, false],
  ])("by %s: %#", (_, laidOut, plain, better) => {
    expect(isBetterThan(laidOut, plain)).toBe(better);
  });

  test.each<[string, string, object, boolean]>([
    ["stays", "sponsor", { extra: { sponsor: "12345678" } }, true],
    ["is gone", "sponsor", { extra: {} }, false],
    ["is another", "sponsor", { extra: { sponsor: "x" } }, false],
    ["is furniture", "share this", { extra: {} }, true],
    ["is a label", "code language", { extra: {} }, true],
    ["is more than a label", "code languages", { extra: {} }, false],
    ["has gone into a field", "sponsor", { notes: ["1234-5678"], extra: {} }, true],
    ["has gone into another unknown field", "sponsor", { extra: { sponsored: "12345678" } }, false],
  ])("where an unknown field %s", (_, key, meta, better) => {
    const plain = { meta: { notes: [], extra: { [key]: "12345678" } } };
    // A value that the laid out text alone has makes it better, if nothing else is lost.
    const laidOut = { meta: { notes: ["x"], hash: "y", ...meta } };
    expect(isBetterThan(laidOut, plain)).toBe(better);
  });

  test("where there are no unknown fields at all, one is gone", () => {
    expect(isBetterThan({ meta: { topic: "a", hash: "b" } }, { meta: LOST })).toBe(false);
    expect(isBetterThan({ meta: { topic: "a", hash: "b" } }, { meta: { topic: "a" } })).toBe(true);
  });

  test.each<[unknown, boolean]>([
    [["topic", "summary:"], true],
    [["Code Language:"], true],
    [["topic", "topics"], false],
    [["topic:s"], false],
    [["a topic:"], false],
    ["topic", false],
  ])("where it had %j for its items", (items, better) => {
    const laidOut = { meta: { topic: "a", hash: "b", extra: {} } };
    expect(isBetterThan(laidOut, { meta: { topic: "a", extra: { sponsor: items } } })).toBe(better);
  });

  test("an unknown field of few letters has gone nowhere, but for one with a bullet", () => {
    const laidOut = { meta: { hash: "y", notes: ["1234567"], extra: {} } };
    const plain = (key: string) => ({ meta: { notes: ["1234567"], extra: { [key]: "1234567" } } });
    expect(isBetterThan(laidOut, plain("sponsor"))).toBe(false);
    expect(isBetterThan(laidOut, plain("• sponsor"))).toBe(true);
    expect(isBetterThan({ meta: { hash: "y", notes: [], extra: {} } }, plain("• sponsor"))).toBe(false);
  });
});

describe("an unknown field that has become an item of a list", () => {
  const plain = { meta: { notes: [], extra: { sponsor: "12345678" } } };
  const isBetterWith = (notes: string[], ...paths: string[][]): boolean =>
    isBetterThan(
      {
        meta: { notes, hash: "y", extra: {} },
        issues: paths.map((path) => ({ code: "uncertain_value", path: ["meta", ...path] })),
      },
      plain,
    );

  test("with its label is lost, unless something is told of the list", () => {
    expect(isBetterWith(["sponsor 12345678"])).toBe(false);
    expect(isBetterWith(["one", "sponsor: 12345678"])).toBe(false);
    expect(isBetterWith(["sponsor 12345678"], ["notes"])).toBe(true);
    expect(isBetterWith(["sponsor 12345678"], ["tools"], ["notes"])).toBe(true);
    expect(isBetterWith(["sponsor 12345678"], ["tools"])).toBe(false);
  });

  test("without its label, or with more, has gone into the list", () => {
    expect(isBetterWith(["12345678"])).toBe(true);
    expect(isBetterWith(["sponsor 12345678 more"])).toBe(true);
  });
});

describe("a field that is refused as uncertain counts as read", () => {
  const plain = { meta: { topic: "a", hash: "b", ...LOST } };
  const more = { score: 1, flags: 1, stack: ["a"], tools: ["b"], extra: {} };
  const isBetterFor = (code: string, key: string): boolean =>
    isBetterThan({ meta: { topic: "a", ...more }, issues: [{ code, path: ["meta", key] }] }, plain);

  test("where that is told of it", () => {
    expect(isBetterFor("uncertain_value", "hash")).toBe(true);
    const less = { meta: { topic: "a" }, issues: [{ code: "uncertain_value", path: ["meta", "hash"] }] };
    const hashed = { meta: { topic: "a", hash: "b" } };
    expect(isBetterThan(less, hashed)).toBe(false);
    expect(isBetterThan({ ...less, shape: { typical: 5 } }, hashed)).toBe(true);
  });

  test.each([
    ["uncertain_value", "topic"],
    ["stray_text", "hash"],
  ])("and not for %s of %s", (code, key) => {
    const less = { meta: { topic: "a" }, issues: [{ code, path: ["meta", key] }], shape: { typical: 5 } };
    expect(isBetterThan(less, { meta: { topic: "a", hash: "b" } })).toBe(false);
  });
});

describe("a value that is read otherwise is better", () => {
  test.each<[read: unknown, other: unknown, better: boolean]>([
    ["a b", "a c", false],
    ["a b", "b", true],
    ["ab", "b", false],
    ["b a", "b", false],
    ["a b", "| a b |", true],
    ["a b", "|a b|", true],
    ["a b", ": a b", true],
    ["a b", "： a b", true],
    ["a b", "| - a b", true],
    ["a b", "-a b", false],
    ["a b", "c a b", false],
    ["a b", "a b | |", true],
    ["a b", "a b |", true],
    ["a b", "a b|", false],
    ["a b", "a b Similar Posts", true],
    ["a b", "a b Similar Posts c", false],
    ["a b", "a b c", false],
    ["-", ": -", false],
    ["a <b> c", "a \\<b\\> c", true],
    ["a *b c", "a \\*b c", false],
    [7, 8, false],
    [7, "7", false],
    [["a", "b c"], ["a", "b"], true],
    [["a c", "b"], ["a", "b"], false],
    [["a", "bc"], ["a", "b"], false],
    [["a"], ["a", "b"], false],
    [["a", "b", "c"], ["a", "b"], true],
    [["c", "a"], ["b", "a"], false],
    [["a", "b"], ["a • b"], true],
    [["a", "b"], ["a, * b"], true],
    [["a", "c"], ["a • b"], false],
    [{ a: "x", b: "y" }, { a: "| x |", b: "y" }, true],
    [{ a: "x", b: "y" }, { a: "x" }, true],
    [{ a: "x" }, { a: "x", b: "y" }, false],
    [{ a: "z", b: "y" }, { a: "x", b: "y" }, false],
    ["a", ["a"], false],
    [["a"], { 0: "a" }, false],
    ["a c", "a | c", false],
  ])("%j for %j: %s", (read, other, better) => {
    expect(isBetterThan({ meta: { notes: read } }, { meta: { notes: other } })).toBe(better);
  });

  test.each([
    ["a\\*b &amp; c"],
    ["a\\*b &amp; c │"],
    ["│ a\\*b &amp; c"],
    ["`a\\*b &amp; c`"],
    ["<code>a\\*b &amp; c</code>"],
  ])("without the signs of %j, where more fields are read without them", (other) => {
    expect(isBetterThan({ meta: { topic: "a*b & c" } }, { meta: { topic: other } })).toBe(false);
    expect(isBetterThan({ meta: { topic: "a*b & c", hash: "d" } }, { meta: { topic: other } })).toBe(true);
    expect(isBetterThan({ meta: { topic: "a*b + c", hash: "d" } }, { meta: { topic: other } })).toBe(false);
  });
});

describe("an article that is read otherwise is better", () => {
  const one = article(["a"]);
  const other = article(["b"]);

  test.each<[string, Partial<Shape>, boolean]>([
    ["with more parts", { typical: 3 }, true],
    ["with less that is odd", { odd: 0 }, true],
    ["with as much that is odd", {}, false],
    ["with more that is odd", { odd: 2 }, false],
    ["with more parts and more that is odd", { typical: 3, odd: 2 }, true],
    ["with fewer parts", { typical: 1, odd: 0 }, false],
  ])("%s", (_, shape, better) => {
    expect(isBetterThan({ article: one, shape }, { article: other })).toBe(better);
  });

  test("not where it is the same, whatever its shape", () => {
    expect(isBetterThan({ article: one, shape: { odd: 0 } }, { article: one })).toBe(false);
  });

  test.each<[string, Given, boolean]>([
    ["stay", { article: article(["a"], ["Another post"]) }, true],
    ["are gone", { article: one }, false],
    ["are reported", { article: one, issues: [{ code: "stray_text", path: ["similarPosts"] }] }, true],
    [
      "are not what is reported",
      { article: one, issues: [{ code: "stray_text", path: ["sections"] }] },
      false,
    ],
    [
      "have other reports",
      { article: one, issues: [{ code: "empty_value", path: ["similarPosts"] }] },
      false,
    ],
    ["stand in the box", { article: one, meta: { notes: ["another post"] } }, true],
  ])("where titles of similar posts %s", (_, laidOut, better) => {
    const plain = { article: article(["b"], ["Another post"]), meta: laidOut.meta ?? {} };
    expect(isBetterThan({ ...laidOut, shape: { odd: 0 } }, plain)).toBe(better);
  });

  test("with similar posts and fewer boxes, since a heading of the box stood among the posts", () => {
    const posts = article(["a"], ["Another post"]);
    const plain = { article: article(["b"], ["Another post"]), boxes: 2 };
    expect(isBetterThan({ article: posts, boxes: 1 }, plain)).toBe(true);
    expect(isBetterThan({ article: posts, boxes: 2 }, plain)).toBe(false);
    expect(isBetterThan({ article: posts, boxes: 3 }, plain)).toBe(false);
    expect(isBetterThan({ article: one, boxes: 1 }, { article: other, boxes: 2 })).toBe(false);
  });

  test("without what stands in no text", () => {
    const broken = "a \u0007bell";
    expect(isBetterThan({ article: one, text: "a bell" }, { article: other, text: broken })).toBe(true);
    expect(isBetterThan({ article: one, text: broken }, { article: other, text: broken })).toBe(false);
    expect(isBetterThan({ article: one, text: broken }, { article: other, text: "a bell" })).toBe(false);
  });

  test.each<[read: string[], before: string[], better: boolean]>([
    [["One post", "Another post"], ["One post Another post"], true],
    [["One post Another post"], ["One post", "Another post"], true],
    [["One post"], ["One post", "Another post"], false],
    [["One post", "Another post"], ["One post", "Another post"], false],
  ])("with the titles %j in place of %j: %s", (read, before, better) => {
    expect(isBetterThan({ article: article(["a"], read) }, { article: article(["b"], before) })).toBe(better);
  });

  test("not where the box is worse, nor a box where the article is", () => {
    const better = { article: one, shape: { odd: 0 } };
    expect(isBetterThan({ ...better, meta: { topic: "b" } }, { article: other, meta: { topic: "a" } })).toBe(
      false,
    );
    const worse = { article: one, shape: { odd: 2 } };
    expect(isBetterThan({ ...worse, meta: { topic: "a" } }, { article: other, meta: {} })).toBe(false);
  });
});

describe("a reading needs no layout", () => {
  const source = new Source("a text");
  const typical = { shape: { isTypical: true } };
  const whole = { ...Object.fromEntries(FIELDS.map(({ key }) => [key, []])), topic: "a / b" };
  const isDone = (given: Given): boolean => isSettled(reading(given), source);

  test("where nothing is odd", () => {
    expect(isDone(typical)).toBe(true);
    expect(isDone({})).toBe(false);
    expect(isDone({ ...typical, meta: { notes: ["a Similar Posts"] } })).toBe(false);
  });

  test.each([
    ["misspelled_label", true],
    ["misspelled_heading", true],
    ["marked_label", true],
    ["rewritten_value", true],
    ["unfamiliar_word", true],
    ["empty_value", false],
  ])("for %s alone, with all fields: %s", (code, settled) => {
    const issues = [{ code, path: ["meta", "topic"] }];
    expect(isDone({ ...typical, meta: whole, issues })).toBe(settled);
    expect(isDone({ ...typical, issues })).toBe(false);
    expect(isDone({ ...typical, meta: whole, issues: [...issues, { code: "empty_value" }] })).toBe(false);
  });
});

describe("a reading of a box that is as the site writes it needs no layout", () => {
  const post = readFileSync(new URL("../../fixtures/posts/two-images-bash.txt", import.meta.url), "utf8");
  const isDone = (text: string, ...paths: string[]): boolean => {
    const source = new Source(text);
    const issues = paths.map((path) => ({ code: "missing_field", path: [path, "hash"] }));
    const given = reading({ shape: { isTypical: true }, meta: { topic: "a / b" }, issues });
    return isSettled({ ...given, boxes: divide(source).boxes }, source);
  };

  test("though fields are missing in it", () => {
    expect(isDone(post, "meta")).toBe(true);
    expect(isDone(post, "meta", "meta")).toBe(true);
  });

  test("unless something is told of the article", () => {
    expect(isDone(post, "sections")).toBe(false);
    expect(isDone(post, "meta", "sections")).toBe(false);
  });

  test("unless a line of it is otherwise", () => {
    expect(isDone(post.replace("  • cron", "  - cron"), "meta")).toBe(false);
  });
});
