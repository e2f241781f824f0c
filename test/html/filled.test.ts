import { postToHtml } from "alphanode-post";
import { safeParseHtml } from "alphanode-post/html";
import { synthesizePost } from "alphanode-post/synth";
import { readRest } from "alphanode-post/wordpress";
import { describe, expect, test } from "vitest";

/** Blocks of WordPress whose words are not in the raw content. */

const post = synthesizePost(39_770);
const page = postToHtml(post);
const withBlock = (comment: string): string => page.replace("</p>", `</p><script>1</script>\n${comment}`);

describe("a block that WordPress fills is told", () => {
  test.each([
    '<!-- wp:block {"ref":77} /-->',
    '<!-- wp:acme/code {"code":"a --\\u003e b"} /-->',
    "<!--wp:core/pattern /-->",
  ])("%s", (comment) => {
    const html = withBlock(comment);
    const { value, issues } = safeParseHtml(html);
    expect(value).toEqual(post);
    expect(
      issues.map(({ code, position: { start, end } }) => [code, html.slice(start.offset, end.offset)]),
    ).toEqual([["stray_text", comment]]);
  });

  test("in the raw content of REST", () => {
    const raw = withBlock('<!-- wp:block {"ref":7} /-->');
    const [read] = readRest({ id: 7, title: { raw: "A title" }, content: { raw } } as never);
    expect(read?.result.issues.map(({ message }) => message)).toContainEqual(
      expect.stringContaining("WordPress fills"),
    );
  });
});

test.each([
  "<!-- wp:more /-->",
  '<!-- wp:post-title {"level":1} /-->',
  "<!-- wp:paragraph -->",
  "<!-- /wp:paragraph -->",
  "<!-- an advert /-->",
])("others are no words: %s", (comment) => {
  expect(safeParseHtml(withBlock(comment))).toMatchObject({ value: post, issues: [] });
});

test("one beside the article is none of it", () => {
  const html = page.replace("<article", '<!-- wp:block {"ref":7} /--><article');
  expect(html).not.toBe(page);
  expect(safeParseHtml(html).issues).toEqual([]);
});
