import { postToHtml } from "alphanode-post";
import { safeParseHtml } from "alphanode-post/html";
import { synthesizePost } from "alphanode-post/synth";
import { describe, expect, test } from "vitest";

/** Pages that hold several posts. */

const [post, other] = [synthesizePost(7), synthesizePost(8)];
const articleOf = (page: string): string => (/<article>[\s\S]*<\/article>/.exec(page) as RegExpExecArray)[0];
const html = postToHtml(post);
const [first, second] = [articleOf(html), articleOf(postToHtml(other))];

const asEntry = (article: string): string =>
  article
    .replace(/<(\/?)h1>/g, (_, end) => (end ? "</a></h2>" : '<h2 class="entry-title"><a href="/post/">'))
    .replace(/<(\/?)article>/g, (_, end) => (end ? "</div>" : '<div class="post-8 hentry">'));

describe("of several posts the first is read, and the second is told", () => {
  test.each<[string, string, string]>([
    ["in an archive", html.replace(first, first + second), "<article"],
    ["as entries of a theme", html.replace(first, asEntry(first) + asEntry(second)), '<div class="post-8'],
    ["of three", html.replace(first, first + second + second), "<article"],
    [
      "without its box",
      html.replace(first, first + second.replace(/<section class="anp-box">[\s\S]*?<\/section>/, "")),
      "<article",
    ],
    ["as a page behind a page", html + postToHtml(other), "<article"],
    ["within what is cut off", html.replace(first, first + second).slice(0, html.length + 4000), "<article"],
  ])("%s", (_, page, start) => {
    const { success, value, issues } = safeParseHtml(page);
    expect(success).toBe(false);
    expect(value).toEqual(post);
    expect(issues.map(({ code, path }) => [code, path])).toEqual([["several_posts", []]]);
    const { offset } = (issues[0] as (typeof issues)[0]).position.start;
    expect(offset).toBe(page.indexOf(start, page.indexOf("Similar Posts")));
  });
});

test.each<[string, string]>([
  [
    "a section each",
    html.replace(/<h2>(?=final notes)[\s\S]*?(?=<section class="anp-box">)/i, "<article>$&</article>"),
  ],
  [
    "an excerpt of another",
    html.replace("</article>", `</article><article><h2><a href="/8/">${other.title}</a></h2></article>`),
  ],
  [
    "what a reader quotes",
    html.replace(
      "</article>",
      '</article><ol class="comments"><li><article><h2>Final Notes</h2><h2>Production Checks</h2><h2>Implementation Checklist</h2></article></li></ol>',
    ),
  ],
])("an element that holds %s is no second post", (_, page) => {
  expect(page).not.toBe(html);
  expect(safeParseHtml(page).issues.map(({ code }) => code)).not.toContain("several_posts");
});
