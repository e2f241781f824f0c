import { postToHtml } from "alphanode-post";
import { safeParseHtml } from "alphanode-post/html";
import { synthesizePost } from "alphanode-post/synth";
import { describe, expect, test } from "vitest";

/** Pages with the boxes of several posts. */

const [post, other] = [synthesizePost(7), synthesizePost(8)];
const html = postToHtml(post);
const BOX = /<section class="anp-box">[\s\S]*?<\/section>/;
const [own] = BOX.exec(html) as RegExpExecArray;
const [another] = BOX.exec(postToHtml(other)) as RegExpExecArray;
const quoted = own.replace(String(post.meta.viewCount), "999999");

const told = (page: string): string[] =>
  safeParseHtml(page).issues.map(({ severity, code, path }) => `${severity} ${code} ${path.join(".")}`);

describe("the box of the post is read where another stands", () => {
  test.each<[string, string]>([
    ["over the article", html.replace("<article>", `<div>${another}</div>\n<article>`)],
    ["in the article, before its own", html.replace(own, `<div>${another}</div>${own}`)],
    ["in a card below it", html.replace("</article>", `<div>${another}</div></article>`)],
    [
      "below it, with more rows",
      html.replace(
        "</article>",
        `</article>${another.replace("</section>", "<div><strong>words</strong><span>7</span></div></section>")}`,
      ),
    ],
    [
      "in what a reader wrote",
      html.replace(
        "</article>",
        `</article><div><p>i copied this:</p><blockquote>${quoted}</blockquote></div>`,
      ),
    ],
    ["over the article, that quotes its own", html.replace("<article>", `<div>${quoted}</div>\n<article>`)],
  ])("%s", (_, page) => {
    const result = safeParseHtml(page);
    expect(result.value.meta).toEqual(post.meta);
    expect(told(page)).toEqual(["warning duplicate_meta_box meta"]);
    const { offset } = (result.issues[0] as (typeof result.issues)[0]).position.start;
    expect(page.startsWith("<h2>alphanode post meta</h2>", offset)).toBe(true);
  });

  test("whole, beside its own that has lost most rows", () => {
    const damaged = own.replace(/<div><strong>stack[\s\S]*(?=<\/section>)/, "");
    const result = safeParseHtml(html.replace(own, damaged).replace("</article>", `</article>${another}`));
    expect(result.value.meta).toEqual({
      topic: post.meta.topic,
      summary: post.meta.summary,
      aiOutline: post.meta.aiOutline,
      aiBrief: post.meta.aiBrief,
      extra: {},
    });
  });
});

test("a box alone that stands apart and says nothing of the article is an error", () => {
  const bare = html.replace(own, "");
  expect(told(bare.replace("<article>", `<div>${another}</div>\n<article>`))).toContain(
    "error uncertain_value meta",
  );
  expect(told(bare.replace("<article>", `<div>${own}</div>\n<article>`))).toEqual([]);
});

test("two boxes of the post that say something else are an error, and the same twice is a warning", () => {
  expect(told(html.replace(own, own + quoted))).toEqual([
    "error uncertain_value meta",
    "warning duplicate_meta_box meta",
  ]);
  expect(told(html.replace(own, own + own))).toEqual(["warning duplicate_meta_box meta"]);
});
