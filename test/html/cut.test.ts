import { type Post, postToHtml } from "alphanode-post";
import { safeParseHtml } from "alphanode-post/html";
import { synthesizePost } from "alphanode-post/synth";
import { readFeed, readRest } from "alphanode-post/wordpress";
import { describe, expect, test } from "vitest";

/** Pages, feeds and answers that end before their post does. */

const post: Post = { ...synthesizePost(39770), similarPosts: ["one post", "another post"] };

/** What of a page is read that is cut off behind a text. */
function cutBehind(html: string, text: string) {
  const at = html.lastIndexOf(text);
  expect(at).toBeGreaterThan(0);
  return safeParseHtml(html.slice(0, at + text.length));
}

const paths = (issues: readonly { code: string; path: readonly (string | number)[] }[]): string[] =>
  issues.flatMap(({ code, path }) => (code === "cut_short" ? [path.join(".")] : []));

describe.each(["div", "table", "dl"] as const)("a page with its box as %s that is cut off", (box) => {
  const html = postToHtml(post, { box });

  test("is told wherever it ends, and nothing of what is read is half", () => {
    const whole = JSON.stringify(post);
    const end = html.lastIndexOf("</li>");
    for (let at = html.indexOf(post.title, html.indexOf("<h1")) + 3; at < end; at += 31) {
      const { success, value, issues } = safeParseHtml(html.slice(0, at));
      expect(success).toBe(false);
      expect(paths(issues)).not.toEqual([]);
      const { meta, title, intro = [], sections = [] } = value;
      expect([undefined, post.title]).toContain(title);
      for (const [key, held] of Object.entries(meta ?? {}))
        if (key !== "extra" && key !== "imageSources") expect(whole).toContain(JSON.stringify(held));
      const blocks = [intro, ...sections.map((section) => section.blocks)].flat();
      // A caption may stand under an image.
      for (const block of blocks) if (block.type !== "image") expect(whole).toContain(JSON.stringify(block));
    }
  });

  test.each<[string, keyof Post["meta"]]>([
    [String(post.meta.viewCount).slice(0, 2), "viewCount"],
    [String(post.meta.payload.seed), "payload"],
    [post.meta.notes.at(-1)?.slice(0, 9) ?? "", "notes"],
    [post.meta.aiOutline.recommendedAction.slice(0, 9), "aiOutline"],
  ])("within %j leaves that field out", (text, key) => {
    const label = html.slice(0, html.lastIndexOf(text));
    expect(label).toMatch(/\S/);
    const { value, issues } = cutBehind(html, text);
    expect(value.meta).not.toHaveProperty(key);
    expect(paths(issues)).toContain(`meta.${key}`);
  });
});

describe("a page that is cut off", () => {
  const html = postToHtml(post);

  test.each(["<", "</", "</l", '<li class="x', "<li ", "<!-- more"])(
    "within the tag %j has no text of it",
    (half) => {
      const [first = ""] = post.meta.notes;
      const at = html.lastIndexOf(first) + first.length;
      const { value, issues } = safeParseHtml(`${html.slice(0, at)}</li>${half}`);
      expect(value.meta).not.toHaveProperty("notes");
      expect(paths(issues)).toEqual(["meta.notes", "similarPosts"]);
      expect(issues.map(({ code }) => code)).not.toContain("stray_text");
    },
  );

  test("keeps the field before that is whole", () => {
    const at = html.lastIndexOf(String(post.meta.viewCount)) + String(post.meta.viewCount).length;
    const { value } = safeParseHtml(`${html.slice(0, at)}</span></div>`);
    expect(value.meta).toMatchObject({ viewCount: post.meta.viewCount });
  });

  test("within its title has none", () => {
    const { value, issues } = safeParseHtml(`<main><h1 class="entry-title">${post.title.slice(0, 4)}`);
    expect(value.title).toBeUndefined();
    expect(paths(issues)).toContain("title");
  });

  test("within a heading has no such section", () => {
    const heading = post.sections.at(-1)?.heading ?? "";
    const { value, issues } = cutBehind(
      html.slice(0, html.lastIndexOf(`${heading}</h2>`) + 3),
      heading.slice(0, 3),
    );
    expect(value.sections).toEqual(post.sections.slice(0, -1));
    expect(paths(issues)).toContain(`sections.${post.sections.length - 1}`);
  });

  test("within similar posts tells them", () => {
    expect(paths(cutBehind(html, "another").issues)).toEqual(["similarPosts"]);
  });

  test("behind all that a post has is whole", () => {
    const end = html.lastIndexOf("</li>");
    const { value, issues } = safeParseHtml(`${html.slice(0, end)}</li></ul></section><footer><p>this si`);
    expect([value, issues]).toEqual([post, []]);
  });
});

describe("a page is whole", () => {
  test.each<[string, (html: string) => string]>([
    [
      "without the end tags that may be left out",
      (html) => html.replace(/<\/(?:li|p|td|tr|th|dt|dd|body|html)>/g, ""),
    ],
    ["with elements around it that have no end", (html) => `<div><div>${html}`],
    ["with a comment whose end is odd", (html) => html.replace("</h1>", "</h1><!-- a -- b --!><!-->")],
  ])("%s", (_, change) => {
    expect(safeParseHtml(change(postToHtml(post)))).toMatchObject({ value: post, issues: [] });
  });
});

describe("content that is cut off", () => {
  const html = postToHtml(post);
  const content = html.slice(
    html.indexOf("</h1>") + 5,
    html.lastIndexOf(post.meta.notes.at(-1) as string) + 9,
  );

  test("of an answer is told", () => {
    const [{ result } = { result: undefined }] = [
      ...readRest({ id: 1, title: { rendered: post.title }, content: { rendered: content } }),
    ];
    expect(result?.value.meta).not.toHaveProperty("notes");
    expect(paths(result?.issues ?? [])).toContain("meta.notes");
  });

  test.each([
    ["by who wrote the feed", "]]></content:encoded></item></channel></rss>"],
    ["with the feed", ""],
  ])("of a feed %s is told", async (_, end) => {
    const feed = `<rss><channel><item><title>${post.title}</title><content:encoded><![CDATA[${content}${end}`;
    for await (const { result } of readFeed(feed)) {
      expect(result.value.meta).not.toHaveProperty("notes");
      expect(paths(result.issues)).toContain("meta.notes");
    }
  });
});
