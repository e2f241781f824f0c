import { type ParseResult, type PartialPost, type Post, postToHtml } from "alphanode-post";
import { safeParseHtml } from "alphanode-post/html";
import { synthesizePost } from "alphanode-post/synth";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withRow } from "../support/box-row.ts";
import { isSame, isTold } from "../support/check.ts";
import { mixedWay, pageIn } from "../support/varied/pages.ts";

/** Boxes of every markup into which something was put that is none of them, or of which a tag was lost. */

const posts = [39_770, 7, 84_195].map(
  (n): Post => ({
    ...synthesizePost(n),
    similarPosts: [n + 1, n + 2, n + 3].map((other) => synthesizePost(other).title),
  }),
);

/** What plugins put between the elements of a page, and editors leave there. */
const STRANGERS = [
  "<p>Advertisement</p>",
  "<p>Related: another post</p>",
  '<div class="code-block"><p>Sponsored</p></div>',
  '<figure><img src="a.png" alt=""><figcaption>An advertisement</figcaption></figure>',
  "<p></p>",
  "<p>&nbsp;</p>",
  "<hr>",
  "&bull;",
];

/** The fields that are otherwise than before, or gone, with no issue on them. */
function changedUntold(before: PartialPost, { value, issues }: ParseResult<Post, PartialPost>): string[] {
  const { meta = {} } = value;
  return Object.entries(before.meta ?? {})
    .filter(([key, was]) => !isSame(meta[key as keyof typeof meta], was) && !isTold(issues, key, true))
    .map(([key]) => key);
}

interface Place {
  readonly html: string;
  /** A tag among the rows of the box, and where it starts. */
  readonly tag: string;
  readonly index: number;
}

/** Pages of any markup, and a tag of their box. */
const places = fc.tuple(fc.nat(5000), fc.nat(1_000_000)).map(([n, place]): Place => {
  const html = pageIn(posts[n % posts.length] as Post, mixedWay(n));
  const offsets = [...safeParseHtml(html, { positions: true }).positions]
    .filter(([pointer]) => pointer.startsWith("/meta/"))
    .map(([, { start }]) => start.offset);
  const [first, last] = [Math.min(...offsets), Math.max(...offsets)];
  const tags = [...html.matchAll(/<[^<>]+>/g)].filter(({ index }) => first < index && index < last);
  const { 0: tag, index } = tags[place % tags.length] as RegExpExecArray;
  return { html, tag, index };
});

describe("no field of the box is read otherwise without an issue on it where", () => {
  test("something else stands between its elements, or within them", () => {
    fc.assert(
      fc.property(places, fc.constantFrom(...STRANGERS), ({ html, index }, stranger) => {
        const damaged = html.slice(0, index) + stranger + html.slice(index);
        expect(changedUntold(safeParseHtml(html).value, safeParseHtml(damaged))).toEqual([]);
      }),
    );
  });

  test("a tag is lost that stands behind another", () => {
    // Behind a text, it may have been all that parted that from the next.
    const isBehindTag = ({ html, index }: Place): boolean => html[index - 1] === ">";
    fc.assert(
      fc.property(places.filter(isBehindTag), ({ html, tag, index }) => {
        const damaged = html.slice(0, index) + html.slice(index + tag.length);
        expect(changedUntold(safeParseHtml(html).value, safeParseHtml(damaged))).toEqual([]);
      }),
    );
  });
});

const post: Post = { ...(posts[0] as Post) };
const page = postToHtml(post);

/** What is told of some part of the post. */
const toldOf = (html: string, part: string): string[] =>
  safeParseHtml(html)
    .issues.filter(({ path }) => path.join(".").startsWith(part))
    .map(({ code, message }) => `${code} ${message.split(/[;,]/, 1)[0]}`);

describe("what stands in a box and may be none of it is read and told", () => {
  test.each<[what: string, label: string, value: string, read: unknown, told: string]>([
    [
      "a value in two blocks",
      "topic",
      "<p>Sponsored</p><p>a / b</p>",
      "Sponsored a / b",
      "unusual_value a value of several lines or blocks",
    ],
    [
      "an item in the caption of a picture",
      "tools",
      "<p>git</p><figure><figcaption>A tool</figcaption></figure><p>npm</p><p>curl</p>",
      ["git", "A tool", "npm", "curl"],
      "unusual_value an item in another element than most",
    ],
    [
      "an item of the list around the list",
      "tools",
      "<ul><li><ul><li>git</li><li>npm</li><li>curl</li></ul></li><li>make</li></ul>",
      ["git", "npm", "curl", "make"],
      "unusual_value an item in another element than most",
    ],
    [
      "elements on two lines",
      "tools",
      '<span class="a">git</span> <span class="a">npm</span><br><span class="a">curl</span> <span class="a">make</span>',
      ["git", "npm", "curl", "make"],
      "unusual_value several elements on one of the lines of a list",
    ],
    [
      "one of two lines with signs between words",
      "tools",
      "git · npm · curl<br>make",
      ["git · npm · curl", "make"],
      "unusual_value one of the lines of a list holds signs that part items",
    ],
    [
      "a bullet behind an item",
      "tools",
      "<ul><li>git•</li><li>npm</li><li>curl</li></ul>",
      ["git•", "npm", "curl"],
      "unusual_value a bullet stands at an end of this text",
    ],
    [
      "a dash within an item",
      "tools",
      "<ul><li>git- npm</li><li>make</li><li>curl</li></ul>",
      ["git- npm", "make", "curl"],
      "unusual_value an item with the bullet of another in it",
    ],
  ])("%s", (_, label, value, read, told) => {
    const html = withRow(page, label, value);
    expect(safeParseHtml(html).value.meta?.[label as "topic"]).toEqual(read);
    expect(toldOf(html, `meta.${label}`)).toContain(told);
  });

  test("a bullet with nothing behind it", () => {
    const html = withRow(page, "tools", "&bull; git<br>&bull;<br>&bull; npm<br>&bull; curl");
    expect(toldOf(html, "meta.tools")).toContain("empty_value a bullet without a text");
    expect(safeParseHtml(html).value.meta?.tools).toBeUndefined();
  });

  test("a sign in the element of a label joins it and its value", () => {
    const html = page.replace("<strong>topic</strong>", "<strong>topic: »</strong>");
    expect(safeParseHtml(html).value.meta?.topic).toBe(post.meta.topic);
  });

  test("a label in several blocks", () => {
    const html = page.replace("<strong>notes</strong>", "<strong><p>&nbsp;</p><i></i>notes</strong>");
    expect(html).not.toBe(page);
    expect(safeParseHtml(html).value.meta?.notes).toEqual(post.meta.notes);
  });
});

describe("similar posts", () => {
  const heading = "<h2>Similar Posts</h2>";

  test.each([
    ["whose heading has more in its element", "<h2>Similar Posts<p>Advertisement</p></h2>"],
    ["whose heading is misspelled", "<h2>Similiar Posts</h2>"],
  ])("%s are told", (_, html) => {
    const damaged = page.replace(heading, html);
    expect(damaged).not.toBe(page);
    expect(safeParseHtml(damaged).value.similarPosts).toEqual([]);
    expect(toldOf(damaged, "similarPosts")).toEqual([
      "unusual_article this may be the heading of similar posts",
    ]);
  });

  test("below other lines are read, and those are told", () => {
    const damaged = page.replace(heading, `${heading}<p>More to read here</p>`);
    expect(safeParseHtml(damaged).value.similarPosts).toEqual(post.similarPosts);
    expect(toldOf(damaged, "similarPosts")).toEqual(["stray_text no title of a post"]);
  });

  test("in several blocks are told", () => {
    const [title = ""] = post.similarPosts;
    const damaged = page.replace(`<li>${title}`, `<li><p>A word before it</p>${title}`);
    expect(damaged).not.toBe(page);
    expect(toldOf(damaged, "similarPosts")).toContain("unusual_article a title of several lines or blocks");
  });
});

describe("a title of similar posts that does not stand as the others do is told:", () => {
  const [first, second, third] = post.similarPosts.map((title) => `<a href="#">${title}</a>`);
  const list = page.slice(page.indexOf("<h2>Similar Posts</h2>"));

  test.each([
    ["one that is in no heading", `<h3>${first}</h3>${second}<h3>${third}</h3>`],
    ["one below the list", `<ul><li>${first}</li><li>${second}</li></ul>${third}`],
    ["one above it in another element", `<p>${first}</p><div>${second}</div><div>${third}</div>`],
  ])("%s", (_, titles) => {
    const html = page.replace(list, `<h2>Similar Posts</h2>${titles}`);
    expect(safeParseHtml(html).value.similarPosts).not.toEqual(post.similarPosts);
    expect(toldOf(html, "similarPosts")).toContain("unusual_article this is a title as the site makes them");
  });

  test("but none that is no title of the site", () => {
    const html = page.replace(
      list,
      `<h2>Similar Posts</h2><ul><li>${first}</li></ul><a href="/">More of it</a>`,
    );
    expect(toldOf(html, "similarPosts")).toEqual([]);
  });
});

test("a caption with more before what its image says is told", () => {
  const caption = "<figcaption>";
  const damaged = page.replace(caption, `${caption}<p>Advertisement</p>`);
  expect(damaged).not.toBe(page);
  expect(toldOf(damaged, "")).toContain("unusual_article the caption has more before what the image says");
  expect(toldOf(page, "")).toEqual([]);
});

test("a title in several blocks is told", () => {
  const damaged = page.replace("</h1>", "<p>An advertisement</p></h1>");
  expect(toldOf(damaged, "title")).toEqual(["unusual_article the title has several lines or blocks"]);
});
