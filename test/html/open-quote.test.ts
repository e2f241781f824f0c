import { postToHtml } from "alphanode-post";
import { safeParseHtml } from "alphanode-post/html";
import { synthesizePost } from "alphanode-post/synth";
import { describe, expect, test } from "vitest";

/** Attributes whose quote was not closed, and others that look like it. */

const post = synthesizePost(7);
const page = postToHtml(post);
const [paragraph] = /<p>(?=find an owner)[\s\S]*?<\/p>/.exec(page) as RegExpExecArray;

describe("what an attribute takes from the page is told where it stands", () => {
  test.each([
    ['<p title="x>', "from a paragraph up to the next attribute", 'class="a"'],
    ['<p title="x>', "up to a word in quotes", 'the "best" of all'],
    ["<p title='x>", "up to an apostrophe", "it's so"],
  ])("%s %s", (tag, _, behind) => {
    const html = page.replace(paragraph, `${paragraph.replace("<p>", tag)}\n<p ${behind}>more</p>`);
    const { issues } = safeParseHtml(html);
    const taken = issues.filter(({ message }) => message.includes("quote is not closed"));
    expect(taken.map(({ code }) => code)).toEqual(["stray_text"]);
    const { start, end } = (taken[0] as (typeof taken)[0]).position;
    expect(html.slice(start.offset, end.offset)).toMatch(/^find an owner/);
  });
});

test.each([
  ["a sign in its value", '<p title="a > b">'],
  ["tags in its value", '<p data-caption="<b>a</b>" class="a">'],
  ["no space before the next", '<p title="a"class="b">'],
  ["a slash behind it", '<p title="a > b"/>'],
  ["no quotes", "<p title=a>"],
])("an attribute with %s takes nothing", (_, tag) => {
  expect(safeParseHtml(page.replace(paragraph, paragraph.replace("<p>", tag))).issues).toEqual([]);
});
