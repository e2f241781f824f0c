import { readFileSync } from "node:fs";
import {
  type Block,
  type Post,
  PostStringifyError,
  parsePost,
  safeParseArticle,
  stringifyPost,
} from "alphanode-post";
import { describe, expect, test } from "vitest";

const read = (name: string): Post =>
  parsePost(readFileSync(new URL(`../fixtures/posts/${name}.txt`, import.meta.url), "utf8"));
const post = read("three-images-yaml");

/** The post with other blocks in its first section. */
const withBlocks = (...blocks: Block[]): Post => ({
  ...post,
  sections: post.sections.map((section, i) => (i === 0 ? { ...section, blocks } : section)),
});

/** The error with which a post is refused. */
function refusalOf(refused: Post): { message: string; path: unknown } {
  try {
    stringifyPost(refused);
  } catch (error) {
    expect(error).toBeInstanceOf(PostStringifyError);
    const { name, message, path } = error as PostStringifyError;
    expect(name).toBe("PostStringifyError");
    return { message, path };
  }
  throw new Error("the post was written");
}

describe("the dense form", () => {
  test("has no empty line, no image, no box, and code at the margin", () => {
    const dense = stringifyPost(post, { form: "dense" });
    expect(dense).not.toMatch(/\n\n|^\s|image source|alphanode post meta|Similar Posts/m);
    expect(dense).toContain(
      '\nservices:\nweb:\nimage: nginx:1.27\nrestart: unless-stopped\nports:\n- "8080:80"\n',
    );
    expect(dense).toContain("\nimplementation checklist\n- run linting\n");
    expect(safeParseArticle(dense)).toMatchObject({ success: true, issues: [] });
  });

  test("leaves images out and runs code together", () => {
    const one: Post = {
      ...post,
      title: "a title",
      intro: [
        { type: "paragraph", text: "some words of prose here." },
        { type: "image", caption: "a chart", source: "unsplash" },
      ],
      sections: [
        { heading: "production checks", blocks: [{ type: "code", text: "x = 1;\n\n\n  y = 2;" }] },
        { heading: "implementation checklist", blocks: [{ type: "list", items: ["one", "two"] }] },
      ],
    };
    expect(stringifyPost(one, { form: "dense" }).split("\n")).toEqual([
      "a title",
      "some words of prose here.",
      "production checks",
      "x = 1;",
      "y = 2;",
      "implementation checklist",
      "- one",
      "- two",
    ]);
  });
});

describe("the spaced form", () => {
  test("writes an image without a source so that it is read back", () => {
    const image: Block = { type: "image", caption: "a chart of queues", source: null };
    const changed = withBlocks({ type: "paragraph", text: "some words of prose here." }, image);
    expect(stringifyPost(changed)).toContain("a chart of queues\na chart of queues. image source:\n");
    expect(parsePost(stringifyPost(changed))).toEqual(changed);
  });

  test("keeps digits as wide as Chinese letters, which an extractor's layout may have", () => {
    const paragraph: Block = { type: "paragraph", text: "a a a aa'aa a a a aa'aa a a." };
    const odd: Post = {
      title: "a a größe",
      intro: [paragraph],
      sections: [
        { heading: "aaa aa", blocks: [paragraph] },
        { heading: "the practical approach", blocks: [paragraph] },
        { heading: "implementation checklist", blocks: [{ type: "list", items: ["a a"] }] },
        { heading: "final notes", blocks: [paragraph] },
      ],
      similarPosts: [],
      meta: { ...post.meta, checklist: ["０", "a"] },
    };
    expect(parsePost(stringifyPost(odd))).toEqual(odd);
  });

  test("sets a paragraph apart from the list above it, and an image not", () => {
    const changed = withBlocks(
      { type: "list", items: ["one", "two"] },
      { type: "paragraph", text: "some words of prose here." },
      { type: "list", items: ["three"] },
      { type: "image", caption: "a chart of queues", source: "unsplash" },
    );
    expect(stringifyPost(changed)).toContain(
      "  • two\n\nsome words of prose here.\n\n  • three\na chart of queues\n",
    );
    expect(parsePost(stringifyPost(changed))).toEqual(changed);
  });

  test("lists similar posts and unknown fields", () => {
    const changed: Post = {
      ...post,
      similarPosts: ["one title", "another title"],
      meta: { ...post.meta, extra: { license: "mit", readers: ["a team", "a guest"] } },
    };
    const text = stringifyPost(changed);
    expect(
      text.endsWith(
        "license: mit\nreaders\n  • a team\n  • a guest\n\nSimilar Posts\n\n  • one title\n  • another title",
      ),
    ).toBe(true);
    expect(parsePost(text)).toEqual(changed);
  });
});

describe("a post that text cannot carry", () => {
  test.each<[string, Post, string]>([
    [
      "two blocks of code in a row",
      withBlocks({ type: "code", text: "x = 1;" }, { type: "code", text: "y = 2;" }),
      "sections[0].blocks[0].text",
    ],
    [
      "a paragraph that reads as code",
      withBlocks({ type: "paragraph", text: "let x = 1;" }),
      "sections[0].blocks[0].type",
    ],
    [
      "a paragraph that reads as a heading",
      withBlocks(
        { type: "paragraph", text: "some words of prose here." },
        { type: "paragraph", text: "final notes" },
      ),
      "sections[0].blocks[1]",
    ],
    [
      "a heading that reads as code",
      { ...post, sections: post.sections.map((section) => ({ ...section, heading: "x = 1;" })) },
      "intro[3]",
    ],
    ["a title that reads as a heading", { ...post, title: "final notes" }, "title"],
    [
      "an extra field of a known name",
      { ...post, meta: { ...post.meta, extra: { hash: "x" } } },
      "meta.extra.hash",
    ],
    ["a value that starts as a mark", { ...post, meta: { ...post.meta, topic: ": a / b" } }, "meta.topic"],
  ])("is refused with its path: %s", (_, refused, path) => {
    expect(refusalOf(refused).message).toBe(
      `text cannot carry the value at ${path}: it would be read as something else (see docs/format.md)`,
    );
  });

  test("is refused if it is no valid post", () => {
    const invalid = { ...post, meta: { ...post.meta, score: { ...post.meta.score, depth: 101 } } };
    expect(refusalOf(invalid)).toMatchObject({
      message: expect.stringContaining("the post is not valid at meta.score.depth: "),
      path: ["meta", "score", "depth"],
    });
    expect(refusalOf(null as never).message).toContain("the post is not valid at its root: ");
    expect(refusalOf({ ...post, title: "two\nlines" }).path).toEqual(["title"]);
  });

  // Their text would be read back as the post itself, so that it takes more than the text to refuse them.
  test.each([
    ["of a class", new (class Fields {})()],
    ["with a key that is no text", { [Symbol("licence")]: "mit" }],
  ])("is refused if its unknown fields are an object %s", (_, extra) => {
    const refused = { ...post, meta: { ...post.meta, extra: extra as Post["meta"]["extra"] } };
    expect(refusalOf(refused).message).toContain("the post is not valid at meta.extra");
  });

  test("is written without what no post has", () => {
    const more = { ...post, remark: "x", intro: post.intro.map((block) => ({ ...block, remark: "x" })) };
    expect(stringifyPost(more)).toBe(stringifyPost(post));
    const hidden = { ...post, meta: { ...post.meta, extra: JSON.parse('{"__proto__": "x"}') } };
    expect(stringifyPost(hidden)).toBe(stringifyPost(post));
  });
});
