import { postToHtml } from "alphanode-post";
import { safeParseHtml } from "alphanode-post/html";
import { synthesizePost } from "alphanode-post/synth";
import { expect, test } from "vitest";

/** Pages without an article, and pages that are no posts. */

const post = synthesizePost(39770);
const page = postToHtml(post);
const box = page.slice(page.indexOf('<section class="anp-box'), page.indexOf("</article>"));
const article = page.slice(page.indexOf("</h1>") + "</h1>".length, page.indexOf(box));

const told = (html: string): string[] =>
  safeParseHtml(html).issues.map(({ code, path }) => `${code} ${path.join(".")}`);

test.each([
  ["with a box alone", `<h1>${post.title}</h1>${box}`],
  ["that a script fills", '<h1>A title</h1><div id="app"></div><script>{"text":"here"}</script>'],
  ["that is not there", "<h1>Not found</h1><p>Nothing was found at this address. Maybe try a search?</p>"],
])("a page %s is told", (_, html) => {
  expect(told(html)).toContain("unusual_article ");
});

test("an article without a box is none", () => {
  expect(told(`<h1>${post.title}</h1>${article}`)).not.toContain("unusual_article ");
});
