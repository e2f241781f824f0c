import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Post, parsePost, postToHtml, postToMarkdown, stringifyPost } from "alphanode-post";
import { safeParseHtml } from "alphanode-post/html";
import { describe, expect, test } from "vitest";

/**
 * One post of all there can be, written in each form; fixtures/written shows what comes of it, and `npm run told` writes
 * that anew.
 */

const { meta, ...base }: Post = JSON.parse(
  readFileSync(new URL("../fixtures/posts/unknown-fields.json", import.meta.url), "utf8"),
);

const post: Post = {
  ...base,
  title: "notes on <b>, [brackets] and a_b_c",
  intro: [
    { type: "paragraph", text: "some words on *stars* and [links], with R&D in one_name and a <b> tag." },
    { type: "image", caption: 'a chart of "queues"', source: "picsum.photos" },
    { type: "image", caption: "a chart of none", source: null },
  ],
  sections: [
    {
      heading: "production checks",
      blocks: [
        { type: "paragraph", text: "2024 was a year that nobody here will forget, #1 of all." },
        { type: "code", text: "cat <<'END' > a.md\n```sh\nls  -l & \"x\"\n````\nEND\n\n  echo done;" },
      ],
    },
    {
      heading: "implementation checklist",
      blocks: [
        { type: "list", items: ["=one", "12) two", "three_four & five"] },
        { type: "image", caption: "a chart of a list", source: "unsplash" },
      ],
    },
    {
      heading: "final notes",
      blocks: [{ type: "paragraph", text: "a good change leaves less to explain than it found." }],
    },
  ],
  similarPosts: ["another post", "version 1.5 of a third one"],
  meta: {
    ...meta,
    topic: "tags such as <b> / nginx",
    checklist: ["=one", "12) two", "three_four & five"],
    flags: { ...meta.flags, hasImages: true },
    imageSources: [
      { source: "picsum.photos", url: "https://picsum.photos/a?b=1&c=2", caption: "a chart & more" },
      { source: "unsplash", url: "ftp://unsplash.example/http://x", caption: "a chart" },
      { source: "unsplash", url: "HTTP://unsplash.example/x", caption: "a chart of a list" },
    ],
    extra: {},
  },
};

/** The post with fields that the table does not know, and signs where Markdown cannot carry them. */
const odd: Post = {
  ...post,
  similarPosts: ["another <i>post</i>", "- a third_one"],
  meta: { ...post.meta, extra: { license: "<mit> & more", readers: ["a_team", "guests"] } },
};

/** The post without what may be missing. */
const bare: Post = {
  ...post,
  similarPosts: [],
  meta: { ...meta, checklist: post.meta.checklist, flags: post.meta.flags, imageSources: [], extra: {} },
};

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../fixtures/written/${name}`, import.meta.url));

describe("a post is written", () => {
  test.each<[string, () => string]>([
    ["spaced.txt", () => stringifyPost(post)],
    ["dense.txt", () => stringifyPost(post, { form: "dense" })],
    ["markdown.md", () => postToMarkdown(post)],
    ["bare.md", () => postToMarkdown(bare)],
    ["div.html", () => postToHtml(odd)],
    ["table.html", () => postToHtml(odd, { box: "table" })],
    ["dl.html", () => postToHtml(odd, { box: "dl" })],
    ["bare.html", () => postToHtml(bare)],
  ])("as %s shows", async (name, write) => {
    await expect(`${write()}\n`).toMatchFileSnapshot(fixture(name));
  });
});

describe("and is read as it was", () => {
  test.each<[string, (post: Post) => unknown]>([
    ["text", (one) => parsePost(stringifyPost(one))],
    ["Markdown", (one) => parsePost(postToMarkdown(one))],
    ["a page", (one) => safeParseHtml(postToHtml(one)).value],
  ])("from %s", (_, read) => {
    expect(read(post)).toEqual(post);
    expect(read(bare)).toEqual(bare);
  });
});

test("spaces and tabs that a page would make one stand as references", () => {
  const html = postToHtml({ ...post, title: "a  b\tc" as never });
  expect(html).toContain("<h1>a &#32;b&#9;c</h1>");
});

test("unknown fields are refused in Markdown, where nothing tells them from lines of the page", () => {
  const { license = "" } = odd.meta.extra;
  const one = { ...post, meta: { ...post.meta, extra: { license } } };
  expect(() => postToMarkdown(one)).toThrow(
    expect.objectContaining({
      message: "Markdown cannot carry the value at meta.extra.license: it would be read as something else",
      path: ["meta", "extra", "license"],
    }),
  );
});
