import { type Post, postToHtml } from "alphanode-post";
import { safeParseHtml } from "alphanode-post/html";
import { synthesizePost } from "alphanode-post/synth";
import { describe, expect, test } from "vitest";
import { INSERTS } from "../support/varied/inserts.ts";

/** What stands between the blocks of an article and may be none of it. */

const post = synthesizePost(39_770);
const page = postToHtml(post);
const paragraphs = [...page.matchAll(/<\/p>/g)].map(({ index }) => index + 4);
const [, afterIntro, inSection] = [0, paragraphs[0] as number, paragraphs[2] as number];

const put = (part: string, at: number): string => page.slice(0, at) + part + page.slice(at);
const told = (html: string): unknown[] =>
  safeParseHtml(html).issues.map(({ code, path }) => [code, path.join(".")]);

describe("what plugins put between paragraphs is left out", () => {
  test.each(Object.entries(INSERTS))("%s", (_, part) => {
    for (const at of [afterIntro, inSection]) {
      const { value, issues } = safeParseHtml(put(part, at));
      expect(value).toEqual(post);
      for (const { code } of issues) expect(code).toBe("stray_text");
    }
  });
});

describe("what is doubtful stays and is reported", () => {
  test.each([
    ["a paragraph in an element of its own", '<div class="z"><p>Our sponsor keeps the lights on.</p></div>'],
    ["a line that is no sentence", '<div class="m"><span>Lee Park</span></div>'],
    ["a quote", "<blockquote><p>Queues are fine.</p></blockquote>"],
    ["a heading in an element of its own", '<div class="z"><h3>A word of thanks</h3></div>'],
  ])("%s", (_, part) => {
    expect(told(put(part, inSection))).toContainEqual(["unusual_article", "sections"]);
  });

  test("a paragraph in an element of its own, where only captions stand in such", () => {
    const part = '<div class="z"><p>Our sponsor keeps the lights on.</p></div>';
    const images = Array.from(
      { length: 9 },
      (_, i) => `<div><img src="a.png" alt="a"><div>Figure ${i}. Image source: a.example</div></div>`,
    );
    const html = put(part + images.join(""), inSection);
    expect(told(html)).toContainEqual(["unusual_article", "sections"]);
  });

  test("a second paragraph of the intro and of the final notes", () => {
    const long = `<p>${"Another sentence that says something of its own. ".repeat(5).trim()}</p>`;
    expect(told(put(long, afterIntro))).toEqual([["unusual_article", "intro"]]);
    expect(told(put(long, paragraphs.at(-1) as number))).toEqual([
      ["unusual_article", "sections.2"],
      ["unusual_article", "sections"],
    ]);
  });
});

describe("what only looks like it is the article's", () => {
  const withText = (text: string): Post => ({
    ...post,
    sections: post.sections.map((section, i) =>
      i === 0 ? { ...section, blocks: [...section.blocks, { type: "paragraph", text }] } : section,
    ),
  });

  test.each([
    "share the load between two workers.",
    "follow the log while it runs.",
    "by then, the queue is empty.",
    "read next the file that names the limits.",
  ])("%s", (text) => {
    const given = withText(text);
    const html = postToHtml(given);
    // A list of images or code may come last.
    expect(safeParseHtml(html).value.sections?.flatMap(({ blocks }) => blocks)).toContainEqual({
      type: "paragraph",
      text,
    });
  });

  test("the checklist, though it is links", () => {
    const end = page.indexOf("</ul>");
    const html =
      page.slice(0, end).replace(/<li>(.*?)<\/li>/g, '<li><a href="/x">$1</a></li>') + page.slice(end);
    expect(safeParseHtml(html)).toMatchObject({ value: post, issues: [] });
  });

  test("a paragraph beside a button", () => {
    const html = page.replace(/<p>(.*?)<\/p>/g, '<div class="r"><p>$1</p><button>+</button></div>');
    expect(safeParseHtml(html).value).toEqual(post);
  });

  test("a block that is shown on wide screens alone", () => {
    const html = page.replace("<p>", '<p class="hidden md:block">');
    expect(safeParseHtml(html)).toMatchObject({ value: post, issues: [] });
  });
});

describe("scripts and styles", () => {
  test.each([
    "<script>var a = '<p>no</p>';</script>",
    "<SCRIPT type=x>a</p></SCRIPT >",
    "<style>p > a {}</style><script></script>",
    "<!-- <script> --><!-- </script> -->",
    '<i title="<script>"></i>',
    "<script>a</script x><style>b</style\n>",
  ])("leave the places of what follows as they are: %s", (part) => {
    const html = part + page.replace("<strong>quality:</strong> 36", "<strong>quality:</strong> high");
    const { value, issues } = safeParseHtml(html);
    expect(value.sections).toEqual(post.sections);
    const issue = issues.find(({ code }) => code === "invalid_number");
    expect(html.slice(issue?.position.start.offset, issue?.position.end.offset)).toBe("high");
  });

  test("without an end take the rest", () => {
    expect(safeParseHtml(`${page}<script>`).value).toEqual(post);
    expect(safeParseHtml(`<script>${page}`).issues.map(({ code }) => code)).toEqual(["empty_source"]);
  });
});

describe("boxes", () => {
  const box = /<section class="anp-box">[\s\S]*?<\/section>/;

  test("text under rows without an element of their own is reported", () => {
    const rows = box.exec(page)?.[0].replace(/<\/?section[^>]*>/g, "") as string;
    const html = page.replace(box, () => `${rows}<p>A word from the site.</p>`);
    expect(safeParseHtml(html)).toMatchObject({ value: post });
    expect(told(html)).toEqual([["stray_text", "meta"]]);
  });

  test("records whose types nobody knows are not guessed", () => {
    const html = page.replace(
      /(>entities<\/strong>\s*<span>)[\s\S]*?(<\/span>\s*<\/div>)/i,
      "$1nginx – thing$2",
    );
    expect(html).not.toBe(page);
    const { value, issues } = safeParseHtml(html);
    expect(value.meta).not.toHaveProperty("entities");
    expect(issues.length).toBeGreaterThan(0);
  });

  test.each([
    ["a (stack), b (area)", ["a", "b"]],
    ["a &amp; b (stack)", ["a & b"]],
    ["<span>a <small>stack</small></span><span>b <small>area</small></span>", ["a", "b"]],
    ["<table><tr><td>a</td><td>stack</td></tr><tr><td>b</td><td>area</td></tr></table>", ["a", "b"]],
    ["stack: a<br>area: b", ["a", "b"]],
    ["<b>a &amp; b</b> – <i>stack</i>", ["a & b"]],
  ])("records of a name and a type are read: %s", (value, names) => {
    const html = page.replace(
      /(>entities<\/strong>\s*<span>)[\s\S]*?(<\/span>\s*<\/div>)/i,
      (_, a, b) => a + value + b,
    );
    const types = ["stack", "area"];
    expect(safeParseHtml(html).value.meta?.entities).toEqual(
      names.map((name, i) => ({ name, type: types[i] })),
    );
  });
});

describe("odd HTML of an article", () => {
  const blocksOf = (part: string) => safeParseHtml(put(part, inSection)).value.sections?.[0]?.blocks ?? [];

  test("an image whose caption names no host is its caption", () => {
    const part = '<figure><img src="a.png" alt="a"><figcaption>A diagram of it</figcaption></figure>';
    expect(blocksOf(part)).toContainEqual({ type: "image", caption: "A diagram of it", source: null });
  });

  test("the name of a file at its code is reported", () => {
    const part = "<figure><figcaption>deploy.sh</figcaption><pre>set -e\nmake</pre></figure>";
    expect(blocksOf(part)).toContainEqual({ type: "code", text: "set -e\nmake" });
    expect(told(put(part, inSection))).toContainEqual(["stray_text", ""]);
  });

  test("references of two characters, and breaks as end tags, are read", () => {
    const part = "<p>one &NotEqualTilde; the other,</br>as they say.</p>";
    expect(blocksOf(part)).toContainEqual({ type: "paragraph", text: "one ≂̸ the other, as they say." });
  });

  test("bullets that are references are bullets", () => {
    const list = page.slice(page.indexOf("<ul>"), page.indexOf("</ul>"));
    const html = page.replace(list, () => list.replaceAll("<li>", "<li>&#10003; "));
    expect(safeParseHtml(html)).toMatchObject({ value: post, issues: [] });
  });
});
