import {
  type Article,
  checklistToMarkdown,
  extractChecklist,
  type Post,
  parseArticle,
  stringifyPost,
} from "alphanode-post";
import { describe, expect, test } from "vitest";
import { denseCopy, makePost } from "../support/corpus.ts";

const ITEMS = [
  "capture the current behavior",
  "create a safe backup",
  "test the smallest change",
  "watch logs after release",
  "write the final note",
];

const article = (items: string[], heading = "implementation checklist"): Article => ({
  title: "a title",
  intro: [],
  sections: [{ heading, blocks: [{ type: "list", items }] }],
  similarPosts: [],
});
const boxed = (items: string[], box: string[]): Post => ({
  ...article(items),
  meta: { ...makePost(0).meta, checklist: box },
});

describe("extractChecklist", () => {
  test("gives each item once with both sources, in every form of one post", () => {
    const post = makePost(0);
    const both = ITEMS.map((text) => ({ text, sources: ["article", "meta"] }));
    const articleOnly = ITEMS.map((text) => ({ text, sources: ["article"] }));
    expect(extractChecklist(post)).toEqual(both);
    expect(extractChecklist(stringifyPost(post))).toEqual(both);
    expect(extractChecklist(denseCopy(post))).toEqual(articleOnly);
    expect(extractChecklist(stringifyPost(post, { form: "dense" }))).toEqual(articleOnly);
  });

  test("gives the article's items first, then those only the box has", () => {
    expect(extractChecklist(boxed(["b", "a"], ["c", "a", "d"]))).toEqual([
      { text: "b", sources: ["article"] },
      { text: "a", sources: ["article", "meta"] },
      { text: "c", sources: ["meta"] },
      { text: "d", sources: ["meta"] },
    ]);
  });

  test("matches items without regard to case and inner white space, and keeps the article's wording", () => {
    expect(extractChecklist(boxed(["Run  Linting", "run linting"], ["run\u00a0LINTING", "straße"]))).toEqual([
      { text: "Run  Linting", sources: ["article", "meta"] },
      { text: "straße", sources: ["meta"] },
    ]);
  });

  test("passes over the images under the list, and white space at an item's ends", () => {
    const post = article([" run linting ", "run linting"]);
    post.sections[0]?.blocks.push({ type: "image", caption: "a chart", source: null });
    expect(extractChecklist(post)).toEqual([{ text: " run linting ", sources: ["article"] }]);
  });

  test("takes another list where the checklist's heading is lost, and not where it stands", () => {
    expect(extractChecklist(article(["run linting"], "why this matters"))).toHaveLength(1);
    const both = article(["run linting"]);
    both.sections.unshift({ heading: "why this matters", blocks: [{ type: "list", items: ["not a task"] }] });
    expect(extractChecklist(both).map(({ text }) => text)).toEqual(["run linting"]);
  });

  test("reads what is right of a damaged post", () => {
    const source = stringifyPost(makePost(0))
      .replace(/score\n/, "sc\n")
      .replace("view count", "view count x");
    expect(extractChecklist(source).map(({ text }) => text)).toEqual(ITEMS);
    expect(extractChecklist(source.slice(0, source.indexOf("alphanode post meta")))).toHaveLength(5);
    expect(extractChecklist(source.slice(source.indexOf("alphanode post meta")))).toEqual(
      ITEMS.map((text) => ({ text, sources: ["meta"] })),
    );
  });

  test("gives nothing for nothing, and handles names of object properties as text", () => {
    expect(extractChecklist("")).toEqual([]);
    expect(extractChecklist({ meta: {} })).toEqual([]);
    expect(extractChecklist(article(["__proto__", "constructor"])).map(({ text }) => text)).toEqual([
      "__proto__",
      "constructor",
    ]);
  });

  test.each([
    [null, "null"],
    [7, "a number"],
    [[], "an array"],
  ])("says what it found instead of a post: %j", (input, found) => {
    expect(() => extractChecklist(input as never)).toThrow(
      new TypeError(`expected the text of a post, a post or an article, found ${found}`),
    );
  });
});

describe("checklistToMarkdown", () => {
  test("writes one unticked task a line", () => {
    const items = extractChecklist(parseArticle("a title\n\nimplementation checklist\n\n  • one\n  • two\n"));
    expect(checklistToMarkdown(items)).toBe("- [ ] one\n- [ ] two");
    expect(checklistToMarkdown([])).toBe("");
  });

  test("keeps an item's text on one line and free of markup", () => {
    const text = " run `npm`\n  with *care* [now](x) <b> a_b ~c~ &amp; \\";
    expect(checklistToMarkdown([{ text, sources: ["article"] }])).toBe(
      "- [ ] run \\`npm\\` with \\*care\\* \\[now\\](x) \\<b\\> a\\_b \\~c\\~ \\&amp; \\\\",
    );
  });
});
