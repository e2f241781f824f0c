import type { Block, IssueCode, PartialArticle, PartialMeta } from "alphanode-post";
import { describe, expect, test } from "vitest";
import type { ComposedBox } from "../../src/parse/box.ts";
import { IssueList } from "../../src/parse/issues.ts";
import { listsOf, tellLost, tellOpenEnd } from "../../src/parse/lost.ts";
import { META } from "../../src/parse/place.ts";
import { visible } from "../../src/syntax/pieces.ts";
import { type Line, Source } from "../../src/syntax/scan.ts";
import { laidOut } from "../support/laid-out.ts";

/** What the box says of the article and the article has not, or the other way round, is told. */

const told = ({ issues }: IssueList): string[] =>
  issues.map(({ code, path, message }) => `${code} ${path.join(".")}: ${message}`);

/** What is told of an article and a box; issues that stand before are not told again. */
function lostIn(
  article: PartialArticle,
  meta: Partial<PartialMeta>,
  {
    plain = false,
    before = [],
    code = "unknown_entry",
    source = plain ? new Source("a box") : laidOut("a box"),
  }: { plain?: boolean; before?: readonly string[]; code?: IssueCode; source?: Source } = {},
): string[] {
  const list = new IssueList(source);
  const start = visible(source.lines[0] as Line);
  for (const key of before) list.add(code, META.at(key), "x", start);
  tellLost(source, article, { start, meta } as ComposedBox, list);
  return told(list).slice(before.length);
}

const list = (...items: string[]): Block => ({ type: "list", items });
const image: Block = { type: "image", caption: "a chart", source: "unsplash" };
const sources = [{ source: "unsplash", url: "https://a.example", caption: "a chart" }];
const article: PartialArticle = {
  title: "a title",
  intro: [],
  sections: [{ heading: "implementation checklist", blocks: [list("one", "two")] }],
  similarPosts: [],
};
const { title: _, ...untitled } = article;
const withImage: PartialArticle = { ...article, intro: [image] };
const OTHER = "article and fields do not agree on this; a part seems lost or out of place";
const flags = { aiGeneratedStyle: true, hasImages: false, imageHeavy: false, needsHumanReview: true };
const shown = { ...flags, hasImages: true };

describe("images that one has and the other not", () => {
  const LOST =
    "unmatched_images sections: the box names image sources, but the article has no image; they seem to be lost";
  const UNNAMED =
    "unmatched_images meta.imageSources: the box names no image sources, but article or flags have images; they seem to be lost";

  test.each<[string, PartialArticle, Partial<PartialMeta>, string[]]>([
    ["none in either", article, { imageSources: [], flags }, []],
    ["as many in both", withImage, { imageSources: sources, flags: shown }, []],
    [
      "in a section",
      { ...article, sections: [{ heading: "x", blocks: [list("a"), image] }] },
      { imageSources: sources, flags: shown },
      [],
    ],
    ["in the box alone", article, { imageSources: sources, flags: shown }, [LOST]],
    ["in the box alone, and no flag", article, { imageSources: sources, flags }, [LOST]],
    ["in the article alone", withImage, { imageSources: [], flags: shown }, [UNNAMED]],
    ["in the article alone, and no flag", withImage, { imageSources: [], flags }, [UNNAMED]],
    ["in the flag alone", article, { imageSources: [], flags: shown }, [UNNAMED]],
    ["in neither, the flag being lost", article, { imageSources: [] }, [UNNAMED]],
    ["in both, and not in the flag", withImage, { imageSources: sources, flags }, []],
    ["in neither, the sources being lost", article, { flags }, []],
    ["where there is no article", {}, { imageSources: sources, flags: shown }, []],
    ["in the box alone, the title being lost", untitled, { imageSources: sources, flags: shown }, [LOST]],
    [
      "with another caption than in the box",
      withImage,
      { imageSources: [{ ...sources[0], caption: "a map" }], flags: shown } as Partial<PartialMeta>,
      [`unusual_article sections: ${OTHER}`],
    ],
    ["where there is no article, and the sources are lost", {}, { flags: shown }, []],
    ["where there is no article, and the flag is set", {}, { imageSources: [], flags: shown }, [UNNAMED]],
  ])("%s", (_, one, meta, expected) => expect(lostIn(one, meta)).toEqual(expected));

  test("where the sources were refused", () => {
    expect(lostIn(article, { flags }, { before: ["imageSources"] })).toEqual([LOST]);
    expect(lostIn(withImage, { flags }, { before: ["imageSources"] })).toEqual([]);
    expect(lostIn(article, { flags }, { before: ["tools"] })).toEqual([]);
    expect(lostIn(article, { flags }, { before: ["imageSources"], code: "missing_field" })).toEqual([]);
  });
});

test("images that a page has fewer of, or more, than its box names are told with their counts", () => {
  const source = laidOut("a box", { flows: true });
  const [one] = sources;
  const twice = { imageSources: [one, one], flags: shown } as Partial<PartialMeta>;
  const sections = [{ heading: "x", blocks: [image, list("a")] }];
  const told = (named: number, found: number): string =>
    `unmatched_images sections: the box names ${named} image sources, but ${found} images were found in the article`;
  expect(lostIn(withImage, twice, { source })).toEqual([told(2, 1)]);
  expect(lostIn({ ...withImage, sections }, { ...twice, imageSources: sources }, { source })).toContain(
    told(1, 2),
  );
  expect(lostIn({ ...withImage, sections }, twice, { source }).join()).not.toContain("image");
  expect(lostIn(withImage, twice, { plain: true })).toEqual([]);
  expect(lostIn(withImage, twice)).toEqual([]);
});

describe("a checklist", () => {
  const none = (heading: string): PartialArticle => ({
    ...article,
    sections: [{ heading, blocks: [{ type: "paragraph", text: "some words." }] }],
  });
  const GONE =
    'unusual_article sections: the article has no section "implementation checklist"; it seems to be lost';

  test("that an article has not is told, but where its heading stands, which is told there", () => {
    expect(lostIn(none("why this matters"), {})).toEqual([GONE]);
    expect(lostIn(none("Implementation Checklist"), {})).toEqual([]);
    const sections = [...(none("implementation checklist").sections ?? []), { heading: "x", blocks: [] }];
    expect(lostIn({ ...article, sections }, {})).toEqual([]);
    expect(lostIn({ ...article, sections: [] }, {})).toEqual([]);
    expect(lostIn({}, {})).toEqual([]);
    expect(lostIn({ title: "a title" }, {})).toEqual([]);
    const { title: _, ...untitled } = none("why this matters");
    expect(lostIn(untitled, {})).toEqual([]);
  });

  test.each<[string, string[], boolean]>([
    ["the same items", ["one", "two"], false],
    ["the same in capitals", ["One", "TWO"], false],
    ["another item", ["one", "three"], true],
    ["one more", ["one", "two", "three"], true],
    ["one less", ["one"], true],
  ])("of %s in the box: told of a text that was laid out", (_, checklist, isTold) => {
    const expected = isTold
      ? [`unusual_article sections: ${OTHER}`, `unusual_value meta.checklist: ${OTHER}`]
      : [];
    expect(lostIn(article, { checklist })).toEqual(expected);
    expect(lostIn(article, { checklist }, { plain: true })).toEqual([]);
  });

  test("of the same words in other items is told of any text", () => {
    const expected = [`unusual_article sections: ${OTHER}`, `unusual_value meta.checklist: ${OTHER}`];
    expect(lostIn(article, { checklist: ["onetwo"] }, { plain: true })).toEqual(expected);
  });

  test("may be any of several lists", () => {
    const two = {
      ...article,
      sections: [{ heading: "x", blocks: [list("a"), image, list("one", "two")] }],
    };
    expect(listsOf(two)).toEqual([["a"], ["one", "two"]]);
    expect(listsOf({})).toEqual([]);
    expect(lostIn(two, { checklist: ["one", "two"] })).toEqual([]);
  });

  test("is not compared with a list of another section in a text that was not laid out", () => {
    const other = { title: "t", sections: [{ heading: "checklist", blocks: [list("a")] }] };
    expect(lostIn(other, { checklist: ["b"] }, { plain: true })).toEqual([GONE]);
    const sections = [{ heading: "why this matters", blocks: [] }, ...other.sections];
    expect(lostIn({ ...other, sections }, { checklist: ["b"] }, { plain: true })).toEqual([GONE]);
  });

  test("is not compared where the article has no list, or the box", () => {
    expect(lostIn(none("implementation checklist"), { checklist: ["a"] })).toEqual([]);
    expect(lostIn(article, {})).toEqual([]);
  });
});

describe("a stack of a text that was laid out", () => {
  const message = "article and fields do not agree on this; a part seems lost or out of place";
  const TOLD = [`unusual_value meta.stack: ${message}`, `unusual_value meta.tools: ${message}`];
  const outline = { context: "c", problem: "p", stack: "redis caching", recommendedAction: "r" };

  test.each<[string[], string | undefined, string | undefined, boolean]>([
    [["redis caching", "backend", "bash"], "redis caching", "bash", false],
    [["Redis Caching", "backend", "Bash"], "redis caching", "bash", false],
    [["redis caching", "backend"], "redis caching", "bash", true],
    [["redis caching", "backend", "bash", "git"], "redis caching", "bash", true],
    [["backend", "redis caching", "bash"], "redis caching", "bash", true],
    [["redis caching", "bash", "backend"], "redis caching", "bash", true],
    [["bash", "backend", "redis caching"], undefined, "bash", true],
    [["redis", "backend", "shell"], "redis caching", "bash", false],
    [["redis caching", "backend", "bash"], undefined, undefined, false],
  ])("%j, named %s and %s: told: %s", (stack, first, codeLanguage, isTold) => {
    const meta = {
      stack,
      ...(first && { aiOutline: { ...outline, stack: first } }),
      ...(codeLanguage && { codeLanguage }),
    };
    expect(lostIn(article, meta)).toEqual(isTold ? TOLD : []);
    expect(lostIn(article, meta, { plain: true })).toEqual([]);
  });
});

describe("a topic and an outline that name the same", () => {
  const message = "article and fields do not agree on this; a part seems lost or out of place";
  const both = [`unusual_value meta.topic: ${message}`, `unusual_value meta.aiOutline: ${message}`];

  test.each<[topic: string, problem: string, stack: string, isTold: boolean]>([
    ["tuning caches / redis", "tuning caches", "redis", false],
    ["Tuning Caches / redis", "tuning caches", "Redis", false],
    ["tuning / redis", "tuning caches", "redis", true],
    ["caches / redis", "tuning caches", "redis", true],
    ["tun / redis", "tuning caches", "redis", false],
    ["uning caches / redis", "tuning caches", "redis", false],
    ["tuning caches / redis", "tuning", "redis", true],
    ["tuning caches / redis", "caches", "redis", true],
    ["tuning caches / redis caching", "tuning caches", "redis", true],
    ["tuning caches / caching", "tuning caches", "redis caching", true],
    ["tuning caches", "tuning caches", "redis", true],
    ["tuning caches", "tuning caches", "", false],
    [" / redis", "tuning caches", "redis", true],
    ["other / words", "tuning caches", "redis", false],
  ])("%s; %s, %s: told: %s", (topic, problem, stack, isTold) => {
    const meta = { topic, aiOutline: { context: "c", problem, stack, recommendedAction: "r" } };
    expect(lostIn(article, meta)).toEqual(isTold ? both : []);
    expect(lostIn(article, meta, { plain: true })).toEqual(isTold ? both : []);
  });

  test.each<[topic: string, summary: string, isAbove: boolean]>([
    ["tuning caches", "/ redis it tells of them.", true],
    ["tuning caches /", "redis it tells of them.", true],
    ["tuning caches", "redis it tells of them.", false],
    ["tuning caches", "it tells of them / redis", false],
    ["tuning caches / redis caching", "it tells of them.", false],
    ["caches / redis", "it tells of them.", false],
  ])("%j, above %j: the rest of the topic stands before the summary: %s", (topic, summary, isAbove) => {
    const aiOutline = { context: "c", problem: "tuning caches", stack: "redis", recommendedAction: "r" };
    const rest = isAbove ? [`unusual_value meta.summary: ${message}`] : [];
    expect(lostIn(article, { topic, summary, aiOutline })).toEqual([...both, ...rest]);
  });

  test("are told where nothing is told of them yet", () => {
    const aiOutline = { context: "c", problem: "tuning caches", stack: "redis", recommendedAction: "r" };
    const meta = { topic: "tuning / redis", aiOutline };
    expect(lostIn(article, meta, { before: ["topic"] })).toEqual(both.slice(1));
    expect(lostIn(article, meta, { before: ["aiOutline"] })).toEqual(both.slice(0, 1));
    expect(lostIn(article, { topic: "tuning / redis" })).toEqual([]);
    expect(lostIn(article, { aiOutline })).toEqual([]);
  });
});

describe("a source that ends with its last note", () => {
  const message = "the source ends with this note, and no line end or heading follows; it may be cut short";

  const apart =
    "an empty line stands within this list; what follows may be titles of similar posts, without their heading above";

  /** What is told of a text whose notes are these. */
  const endOf = (source: Source, notes: string[] | undefined): string[] => {
    const issues = new IssueList(source);
    tellOpenEnd(source, notes === undefined ? {} : { notes }, issues);
    return told(issues);
  };

  test.each<[string, string[] | undefined, string[]]>([
    ["notes\n  • one\n  • two", ["one", "two"], [`unusual_value meta.notes.1: ${message}`]],
    ["notes\n  • one two\nthree", ["one two three"], [`unusual_value meta.notes.0: ${message}`]],
    ["notes\n  • one\n", ["one"], [`unusual_value meta.notes.0: ${message.replace("line end or ", "")}`]],
    ["notes\n  • one\n  • two\n", ["one", "two"], []],
    ["notes\n  • one.", ["one."], []],
    ["notes\n  • one\n  • two", ["two", "one"], []],
    ["notes\n  • one", [], []],
    ["notes\n  • one", undefined, []],
    [
      "notes\n  • one\n  • two\n\n  • a title\n",
      ["one", "two", "a title"],
      [`unusual_value meta.notes: ${apart}`],
    ],
    [
      "notes\n  • one\n\n  • a title\n  • two\n",
      ["one", "a title", "two"],
      [`unusual_value meta.notes: ${apart}`],
    ],
    ["notes\n  • one\n\n  • a title\n", ["one", "a title"], [`unusual_value meta.notes: ${apart}`]],
    ["notes\n\n  • one\n\n  • two\n\n  • three\n", ["one", "two", "three"], []],
    ["notes\n\n  • one\n  • two\n", ["one", "two"], []],
  ])("%j, %j: %j", (text, notes, expected) => {
    expect(endOf(new Source(text), notes)).toEqual(expected);
    expect(endOf(laidOut(text), notes)).toEqual(expected);
    expect(endOf(laidOut(text, { flows: true }), notes)).toEqual([]);
  });
});
