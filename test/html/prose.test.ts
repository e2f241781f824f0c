import { type Post, postToHtml } from "alphanode-post";
import { safeParseHtml } from "alphanode-post/html";
import { synthesizePost } from "alphanode-post/synth";
import { expect, test } from "vitest";

/** What stands in the sentences of an article and is none of their words, and words that run together. */

const post: Post = { ...synthesizePost(39770), similarPosts: [] };
const html = postToHtml(post);
const paragraph = post.intro[0]?.type === "paragraph" ? post.intro[0].text : "";
const [first = "", second = "", third = ""] = paragraph.split(" ");

/** The page with the first words of the article written otherwise. */
function withStart(start: string): string {
  const at = html.indexOf(`<p>${first} ${second} ${third}`);
  expect(at).toBeGreaterThan(0);
  const from = at + "<p>".length;
  return html.slice(0, from) + start + html.slice(from + `${first} ${second} ${third}`.length);
}

const told = (page: string): string[] =>
  safeParseHtml(page).issues.map(({ code, path }) => `${code} ${path.join(".")}`);

test.each([
  ["the mark of a note", `${first} ${second}<sup>2</sup> ${third}`],
  [
    "the mark of a note that is a link",
    `${first} ${second}<sup class="fn"><a href="#n">[1]</a></sup> ${third}`,
  ],
  ["a struck word", `${first} <del>oldword</del> <ins>${second}</ins> ${third}`],
  ["how a word is read", `${first} <ruby>${second}<rp>(</rp><rt>sekond</rt><rp>)</rp></ruby> ${third}`],
])("%s is left out of a sentence, and told", (_, start) => {
  const page = withStart(start);
  expect(safeParseHtml(page).value).toEqual(post);
  expect(told(page)).toEqual(["unusual_article intro"]);
});

test.each([
  ["a number and a word", `<span class="number">1</span>${first} ${second} ${third}`],
  ["a word and its meaning", `${first} <i>${second}<b>What it means</b></i> ${third}`],
  ["two sentences", `<i>${first} ${second}.</i><i>What ${third}</i>`],
  ["a word that is hidden", `${first} ${second} <span style="display:none">not</span> ${third}`],
  ["a word that is read aloud alone", `${first} ${second} <span class="sr-only">not</span> ${third}`],
])("%s in a sentence are told", (_, start) => {
  expect(told(withStart(start))).toEqual(["unusual_article intro"]);
});

test.each([
  ["a first letter", `<span class="dropcap">${first[0]}</span>${first.slice(1)} ${second} ${third}`],
  ["a part of a word", `${first} ${second.slice(0, 2)}<b>${second.slice(2)}</b> ${third}`],
  [
    "what a link says aloud",
    `<a href="/">${first}<span class="sr-only"> (a page)</span></a> ${second} ${third}`,
  ],
  [
    "what is read aloud in the place of a word",
    `${first} <i aria-hidden="true">${second}</i><i class="sr-only">the ${second}</i> ${third}`,
  ],
])("%s is not", (_, start) => {
  expect(safeParseHtml(withStart(start))).toMatchObject({ value: post, issues: [] });
});
