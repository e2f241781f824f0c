import { type Post, postToHtml } from "alphanode-post";
import { safeParseHtml } from "alphanode-post/html";
import { synthesizePost } from "alphanode-post/synth";
import { describe, expect, test } from "vitest";

/** What is left out for its element or its class, although it may hold the article's own words. */

const post = synthesizePost(39_770);
const page = postToHtml(post);
const SENTENCE = "A second look costs an hour and saves a night.";

/** The page with something behind the first paragraph of its first section. */
function put(part: string): string {
  const at = page.indexOf("</p>", page.indexOf("<h2>")) + "</p>".length;
  return page.slice(0, at) + part + page.slice(at);
}

const told = (html: string) =>
  safeParseHtml(html).issues.map(({ code, position: { start, end } }) => [
    code,
    html.slice(start.offset, end.offset),
  ]);

test("what is hidden and shown elsewhere is not told, as code that is copied from there", () => {
  const shown = '<pre><span>make</span>\ntest</pre><figure><img src="a" alt="A"></figure>';
  const codes = (part: string) =>
    told(put(part))
      .map(([code]) => code)
      .sort();
  expect(codes(`${shown}<pre hidden>make\ntest\n</pre><p hidden>Copied.</p>`)).toEqual(codes(shown));
  expect(codes(`${shown}<pre hidden>make\ntest\nclean</pre>`)).toEqual(
    [...codes(shown), "stray_text"].sort(),
  );
});

test("an item of the box that is hidden from those who see it is told at its field", () => {
  const [note = ""] = post.meta.notes;
  const html = page.replace(`<li>${note}</li>`, `<li class="sr-only">${note}</li>`);
  expect(html).not.toBe(page);
  expect(safeParseHtml(html).issues.map(({ code, path }) => [code, ...path])).toEqual([
    ["stray_text", "meta", "notes"],
  ]);
});

describe("is left out and told", () => {
  test.each([
    ["a paragraph beside", `<aside><p>${SENTENCE}</p></aside>`],
    ["a foot", `<footer>${SENTENCE}</footer>`],
    ["a paragraph without scripts", `<noscript><p>${SENTENCE}</p></noscript>`],
    ["a paragraph by its class", `<div class="widget-content"><p>${SENTENCE}</p></div>`],
    ["code and a line by their class", '<div class="comments"><p>Run</p><pre>make</pre></div>'],
    ["a paragraph that is hidden", `<p hidden>${SENTENCE}</p>`],
    ["a paragraph for those who hear it", `<p class="sr-only">${SENTENCE}</p>`],
    ["code that is hidden", '<pre style="display:none">make</pre>'],
    ["a heading by its class", '<div class="related"><h2>Final Notes</h2></div>'],
    [
      "an image by its class",
      '<figure class="post-thumbnail"><img src="a.png" alt="a"><figcaption>A view. Image source: unsplash</figcaption></figure>',
    ],
    ["a field of text", "<textarea readonly>make\ntest</textarea>"],
    ["a script of another site's code", '<script src="https://gist.github.com/a/1.js"></script>'],
    ["a frame of another site's code", '<iframe src="//carbon.now.sh/embed"></iframe>'],
    ["what an element of the page fills", "<my-code><template>make</template></my-code>"],
  ])("%s", (_, part) => {
    const html = put(part);
    expect(safeParseHtml(html).value).toEqual(post);
    const [[code, place] = []] = told(html);
    expect(code).toBe("stray_text");
    expect(part).toContain(place);
  });

  test.each([
    ["a button within a sentence", "<p>Press $ to keep what was there.</p>", "<button>Save</button>"],
    ["a formula", "<p>Try for $ and see.</p>", "<math><mi>n</mi><mo>=</mo><mn>3</mn></math>"],
    ["a drawing that says something", "<p>Try <b>$ and</b> see.</p>", "<svg><text>n=3</text></svg>"],
    ["a field within a sentence", "<p>Press $ to keep it.</p>", '<input type="submit" value="Save">'],
    ["an item", "<ul><li>one</li><li>$</li></ul>", "<button>two</button>"],
    ["an item by its class", "<ul><li>one</li>$</ul>", '<li class="social">two</li>'],
  ])("%s", (_, around, part) => {
    expect(told(put(around.replace("$", part)))).toContainEqual(["stray_text", part]);
  });

  test("the last paragraph", () => {
    const last = post.sections.at(-1)?.blocks[0] as { text: string };
    const html = page.replace(`<p>${last.text}</p>`, (paragraph) => `<aside>${paragraph}</aside>`);
    expect(told(html)).toContainEqual(["stray_text", `<aside><p>${last.text}</p></aside>`]);
  });

  test("the whole article", () => {
    const html = page.replace("</h1>", '</h1><div class="sidebar">').replace("<section", "</div><section");
    expect(told(html).some(([code, place]) => code === "stray_text" && place?.includes("<p>"))).toBe(true);
  });
});

describe("is left out and not missed", () => {
  test.each([
    [
      "a drawing with a name",
      "<p>Press <svg><title>A key of three letters</title><path/></svg> to keep what was there.</p>",
    ],
    ["a control", "<p>Press it to keep what was there. <button>Copy link</button></p>"],
    [
      "what pages show",
      '<p>Press it to keep what was there. <span class="post-date">Last updated on May 5, 2025</span></p>',
    ],
  ])("%s", (_, part) => {
    expect(told(put(part)).filter(([code]) => code === "stray_text")).toEqual([]);
  });

  test.each([
    ["a list of links", '<ul><li class="menu-item"><a href="/">one</a></li></ul>'],
    ["a short advert", '<div class="widget">Save half of it.</div>'],
    [
      "an image that stands in the article",
      (): string =>
        /<figure[\s\S]*?<\/figure>/.exec(page)?.[0].replace("<figure", '<figure class="post-thumbnail"') ??
        "",
    ],
    ["numbers", '<div class="gutter"><pre>1\n2</pre></div>'],
  ])("%s", (_, part) => {
    expect(safeParseHtml(put(typeof part === "string" ? part : part()))).toMatchObject({
      value: post,
      issues: [],
    });
  });

  test("comments behind the article", () => {
    const html = page.replace("</article>", `<div class="comments"><p>${SENTENCE}</p></div></article>`);
    expect(safeParseHtml(html)).toMatchObject({ value: post, issues: [] });
  });
});

test("code alone in an element of any class is read", () => {
  for (const name of ["toolbar-box", "comments", "share"]) {
    const { value, issues } = safeParseHtml(
      put(`<div class="${name}"><div><pre><code>make</code></pre></div></div>`),
    );
    expect(value.sections?.[0]?.blocks).toContainEqual({ type: "code", text: "make" });
    expect(issues.map(({ code }) => code)).not.toContain("stray_text");
  }
});

describe("of a box", () => {
  const { tools, topic } = post.meta;

  test.each([
    [
      "an item",
      "tools",
      `<li>${tools[1]}</li>`,
      `<li><button>${tools[1]}</button></li>`,
      `<button>${tools[1]}</button>`,
    ],
    ["a part of a text", "topic", `<span>${topic}`, `<span><math>n</math> ${topic}`, "<math>n</math>"],
  ])("%s is told at its field", (_, key, from, to, place) => {
    const html = page.replace(from, () => to);
    expect(html).not.toBe(page);
    const issue = safeParseHtml(html).issues.find(({ code }) => code === "stray_text");
    expect(issue?.path).toEqual(["meta", key]);
    expect(html.slice(issue?.position.start.offset, issue?.position.end.offset)).toBe(place);
  });

  test("a control is not missed", () => {
    const html = page.replace(`<span>${topic}`, `<span>${topic} <button>Copy</button>`);
    expect(html).not.toBe(page);
    expect(safeParseHtml(html)).toMatchObject({ value: post, issues: [] });
  });
});

test("a caption that stands twice is told", () => {
  const figure = /<figure[\s\S]*?<\/figure>/.exec(page)?.[0] as string;
  expect(
    told(page.replace(figure, `${figure}<div class="z">${figure}</div>`)).map(([code]) => code),
  ).toContain("unusual_article");
});

test("other images than the box names are told", () => {
  const fewer: Post = { ...post, meta: { ...post.meta, imageSources: post.meta.imageSources.slice(1) } };
  expect(post.meta.imageSources.length).toBeGreaterThan(1);
  expect(safeParseHtml(postToHtml(fewer)).issues.map(({ code, path }) => [code, path])).toEqual([
    ["unmatched_images", ["sections"]],
  ]);
});
