import { postToHtml } from "alphanode-post";
import { safeParseHtml } from "alphanode-post/html";
import { synthesizePost } from "alphanode-post/synth";
import { describe, expect, test } from "vitest";
import { withRow } from "../support/box-row.ts";

/** Lists of the article and the box, and what pages put among their items. */

const post = synthesizePost(39_770);
const page = postToHtml(post);
const { tools, checklist } = post.meta;
const list = /<ul>[\s\S]*?<\/ul>/;

const withChecklist = (html: string): string => page.replace(list, () => html);
const withTools = (value: string): string => withRow(page, "tools", value);
const ul = (items: readonly string[]): string =>
  `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;
const among = (items: readonly string[], item: string): string[] => [
  ...items.slice(0, 2),
  item,
  ...items.slice(2),
];

const told = (html: string) =>
  safeParseHtml(html).issues.map(({ code, path, position: { start, end } }) => [
    code,
    path.join("."),
    html.slice(start.offset, end.offset),
  ]);

describe("an item that pages show around their posts is left out and told", () => {
  test.each([
    "Advertisement",
    "Sponsored",
    "Subscribe to our newsletter",
    "We use cookies to do more.",
    "Copy link",
  ])("%s", (item) => {
    for (const [html, path] of [
      [withChecklist(ul(among(checklist, item))), "sections"],
      [withTools(ul(among(tools, item))), "meta.tools"],
    ] as const) {
      expect(safeParseHtml(html).value).toEqual(post);
      expect(told(html)).toEqual([["stray_text", path, item]]);
    }
  });

  test("but for a list of nothing else", () => {
    const { value } = safeParseHtml(withTools(ul(["Sponsored"])));
    expect(value.meta?.tools).toEqual(["Sponsored"]);
  });
});

describe("an item that is doubtful stays and is told", () => {
  test.each([
    ["that pages show", "Read more", "Read more"],
    ["a link, as no other is", '<a href="https://a.example">A better tool</a>', "A better tool"],
    ["of two blocks", "<p>Test it</p><p>again</p>", "Test it again"],
    ["of two lines", "Test it<br>again", "Test it again"],
  ])("%s", (_, html, text) => {
    const article = withChecklist(ul(among(checklist, html)));
    const box = withTools(ul(among(tools, html)));
    expect(safeParseHtml(box).value.meta?.tools).toEqual(among(tools, text));
    expect(told(article)).toContainEqual(["unusual_article", "sections", expect.any(String)]);
    expect(told(box)).toContainEqual(["unusual_value", "meta.tools", expect.any(String)]);
  });
});

describe("lists that the site has not are told", () => {
  test.each([
    ["another before the checklist", `${ul(["one", "two"])}$&`],
    ["one within the checklist", ul([checklist[0] as string, `more ${ul(["one"])}`])],
  ])("%s", (_, html) => {
    expect(told(page.replace(list, html))).toContainEqual([
      "unusual_article",
      "sections",
      expect.any(String),
    ]);
  });

  test("one under another heading", () => {
    const html = page.replace("</p>\n<h2>", `</p>${ul(["one", "two"])}<h2>`);
    expect(told(html)).toEqual([["unusual_article", "sections", ul(["one", "two"])]]);
  });
});

test.each([
  [
    "numbers in cells",
    (items: readonly string[]) =>
      `<table>${items.map((item, i) => `<tr><td>${i + 1}.</td><td>${item}</td></tr>`).join("")}</table>`,
  ],
  ["numbers that are typed", (items: readonly string[]) => ul(items.map((item, i) => `${i + 1}. ${item}`))],
  ["steps", (items: readonly string[]) => ul(items.map((item, i) => `<b>Step ${i + 1}</b> ${item}`))],
])("%s count items and are none of them", (_, write) => {
  const html = withTools(write(tools));
  expect(safeParseHtml(html)).toMatchObject({ value: post, issues: [] });
});

test("a number that does not count is part of its item", () => {
  const items = ["2. nginx", "1. cron"];
  expect(safeParseHtml(withTools(ul(items))).value.meta?.tools).toEqual(items);
});

test("lines of code in pieces of their own are told", () => {
  const html = withChecklist(`${ul(checklist)}<pre>set -e</pre><pre>  make</pre>`);
  expect(told(html)).toContainEqual(["unusual_article", "sections", "<pre>  make</pre>"]);
});

describe("a list that a word processor printed as paragraphs", () => {
  const words = (items: readonly string[]): string =>
    items
      .map(
        (item) => `<p class=MsoListParagraph><span style='mso-list:Ignore'>·&nbsp;&nbsp; </span>${item}</p>`,
      )
      .join("\n");

  test("is one in the article", () => {
    expect(safeParseHtml(withChecklist(words(checklist)))).toMatchObject({ value: post, issues: [] });
  });

  test("is one in the box", () => {
    expect(safeParseHtml(withTools(words(tools)))).toMatchObject({ value: post, issues: [] });
  });

  test("of a hundred thousand items takes no longer than so many", () => {
    expect(
      safeParseHtml(withChecklist(words(Array(100_000).fill("x"))), { maxLength: 1e8 }).issues,
    ).toBeDefined();
  });
});

describe("a heading is one", () => {
  test.each([
    ["of a button", "<h2><button>$</button></h2>"],
    ["by its role", '<div role="heading" aria-level="2">$</div>'],
    ["of details", "<details open><summary>$</summary></details>"],
  ])("%s", (_, heading) => {
    const html = page.replace(/<h2>((?!AlphaNode|Similar)[^<]+)<\/h2>/g, (_, text) =>
      heading.replace("$", text),
    );
    expect(html.match(/<h2>[^<]/g)?.length ?? 0).toBeLessThan(2);
    expect(safeParseHtml(html)).toMatchObject({ value: post, issues: [] });
  });
});

test("lists of one item each are one list, in the last field and in similar posts, too", () => {
  const similarPosts = [1, 2, 3].map((id) => synthesizePost(id).title);
  const html = postToHtml({ ...post, similarPosts });
  // Editors of notes have no element around the rows.
  const flat = html.replace(
    /<section class="anp-box">([\s\S]*?)<\/section>\s*<section>([\s\S]*?)<\/section>/,
    (_, box, similar) =>
      box.replace(/<div><strong>(.*?)<\/strong><span>([\s\S]*?)<\/span>\s*<\/div>/g, "<h3>$1</h3><p>$2</p>") +
      similar,
  );
  const apart = flat
    .replace(/<p>(?=<ul>)|(?<=<\/ul>)<\/p>/g, "")
    .replace(
      /(<h3>notes<\/h3>|Similar Posts<\/h2>)\s*<ul>([\s\S]*?)<\/ul>/gi,
      (_, label, items) => label + items.replace(/<li>.*?<\/li>/g, '<ul class="bulleted-list">$&</ul>'),
    );
  expect(apart.match(/bulleted-list/g)).toHaveLength(6);
  const { value } = safeParseHtml(apart);
  expect(value.meta?.notes).toEqual(post.meta.notes);
  expect(value.similarPosts).toEqual(similarPosts);
  expect(told(apart)).toEqual([]);
});

test("an item that is struck beside others is told, and none where all are", () => {
  const struck = (item: string) => `<del>${item}</del>`;
  expect(told(withTools(ul(among(tools, "<s>svn</s>"))))).toContainEqual([
    "unusual_value",
    "meta.tools",
    "svn",
  ]);
  expect(told(withChecklist(ul(checklist.map(struck))))).toEqual([]);
});

test("what stands behind the entries of a row is told", () => {
  const html = page.replace(/(<strong>ai outline<\/strong>[\s\S]*?<\/ul>)/i, '$1<a href="/edit">Change</a>');
  expect(html).not.toBe(page);
  expect(safeParseHtml(html).value).toEqual(post);
  expect(told(html)).toEqual([["stray_text", "meta.aiOutline", "Change"]]);
});

test("a heading between the paragraph and the image of an intro is told at it", () => {
  const html = page.replace("</p>", "</p><h2>Key Takeaways</h2><ul><li>Go in small steps.</li></ul>");
  expect(told(html).map(([code, path]) => [code, path])).toContainEqual(["unusual_article", "intro"]);
});
