import { type Post, postToHtml } from "alphanode-post";
import { safeParseHtml } from "alphanode-post/html";
import { synthesizePost } from "alphanode-post/synth";
import { describe, expect, test } from "vitest";

/** Texts of neighbouring elements with nothing between them, and what stands between the rows of a box. */

const post: Post = { ...synthesizePost(39770), similarPosts: ["one post", "another post"] };
const html = postToHtml(post);
const { meta } = post;
const [tool = ""] = meta.tools;
const views = String(meta.viewCount);

/** The page with a text written otherwise where it stands last behind another. */
function withText(behind: string, text: string, other: string): string {
  const at = html.indexOf(text, html.lastIndexOf(behind));
  expect(at).toBeGreaterThan(0);
  return html.slice(0, at) + other + html.slice(at + text.length);
}

const told = (page: string): string[] =>
  safeParseHtml(page).issues.map(({ code, path }) => `${code} ${path.join(".")}`);

describe("a value is read, and told, beside", () => {
  test.each<[string, string, string, string, string]>([
    ["the mark of a note", "view count", views, `${views}<sup><a href="#n">1</a></sup>`, "viewCount"],
    ["what is struck", "view count", views, `<del>12</del><ins>${views}</ins>`, "viewCount"],
    ["itself, for other screens", "view count", views, `<i>${views}</i><i>${views}</i>`, "viewCount"],
    [
      "the mark of a version",
      "version",
      meta.revision.version,
      `${meta.revision.version}<sup>2</sup>`,
      "revision",
    ],
    ["the mark of an item", "<strong>tools", tool, `${tool}<sup>*</sup>`, "tools"],
  ])("%s", (_, behind, text, other, key) => {
    const page = withText(behind, text, other);
    expect(safeParseHtml(page).value).toEqual(post);
    expect(told(page)).toEqual([`unusual_value meta.${key}`]);
  });
});

describe("what runs together is told", () => {
  test.each<[string, string, string, string, string]>([
    ["a badge", "<strong>tools", tool, `${tool}<span class="badge">2</span>`, "unusual_value meta.tools"],
    [
      "a link",
      "<strong>topic",
      meta.topic,
      `${meta.topic}<a href="/edit">edit</a>`,
      "unusual_value meta.topic",
    ],
    [
      "digits one by one",
      "view count",
      views,
      [...views].map((digit) => `<i>${digit}</i>`).join(""),
      "unusual_value meta.viewCount",
    ],
    [
      "a title and what stands under it",
      "<h1",
      post.title,
      `${post.title}<span>what we learned</span>`,
      "unusual_article title",
    ],
    ["a similar post", "similar", "one post", "one post<b>new</b>", "unusual_article similarPosts"],
    [
      "a sentence before a summary",
      "<strong>summary",
      meta.summary,
      `<em>what it is.</em><i>${meta.summary}</i>`,
      "unusual_value meta.summary",
    ],
  ])("%s", (_, behind, text, other, issue) => {
    expect(told(withText(behind, text, other))).toContain(issue);
  });

  test("in an item of the article", () => {
    const [item = ""] = meta.checklist;
    const page = html.replace(`<li>${item}`, `<li>${item}<span>new</span>`);
    expect(told(page)).toContain("unusual_article sections");
  });

  test("but for letters one by one", () => {
    const page = withText(
      "difficulty",
      meta.difficulty,
      [...meta.difficulty].map((one) => `<i>${one}</i>`).join(""),
    );
    expect(safeParseHtml(page)).toMatchObject({ value: post, issues: [] });
  });
});

describe("a label is layout", () => {
  test("with the mark of a note", () => {
    const page = html.replaceAll("</strong>", "<sup>1</sup></strong>");
    expect(safeParseHtml(page)).toMatchObject({ value: post, issues: [] });
  });

  test("once more in the cell of its value", () => {
    const page = postToHtml(post, { box: "table" }).replace(
      /<th>([^<]+)<\/th><td>/g,
      (row, label) => `${row}<span class="cell">${label}</span>`,
    );
    expect(page).toContain('class="cell"');
    expect(safeParseHtml(page)).toMatchObject({ value: post, issues: [] });
  });
});

describe("what stands between the rows of a box", () => {
  test.each([
    ["an element", "<div><span>Save half of your bill today.</span></div>"],
    ["a paragraph", "<p>Save half of your bill today.</p>"],
    ["text", "Save half of your bill today."],
  ])("is told and left out: %s", (_, between) => {
    for (const label of ["ai outline", "reading time", "stack"]) {
      const at = html.indexOf("<div", html.lastIndexOf("</div>", html.indexOf(`<strong>${label}`)));
      const page = html.slice(0, at) + between + html.slice(at);
      const { value, issues } = safeParseHtml(page);
      expect(value).toEqual(post);
      expect(issues.map(({ code }) => code)).toEqual(["stray_text"]);
    }
  });
});
