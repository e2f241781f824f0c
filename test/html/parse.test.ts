import { formatIssues, type Post, postToHtml } from "alphanode-post";
import { parseHtml, safeParseHtml } from "alphanode-post/html";
import { synthesizePost } from "alphanode-post/synth";
import { post } from "alphanode-post/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const made = synthesizePost(39_770);
const page = postToHtml(made);

describe("a post that is written as a page", () => {
  test.each(["div", "table", "dl"] as const)("with its box as %s is read as it was", (box) => {
    fc.assert(
      fc.property(post(), (one) => {
        const { value, success } = safeParseHtml(postToHtml(one, { box }));
        expect(success).toBe(true);
        expect(value).toEqual(one);
      }),
    );
  });

  test("does not act, whatever it says", () => {
    const acting = `<script>alert(1)</script><img src=x onerror=alert(1)>" onload='x' [caption] &amp; </p></ul>`;
    const { sections, meta } = made;
    const hostile: Post = {
      ...made,
      title: acting,
      intro: [
        { type: "paragraph", text: acting },
        { type: "code", text: acting },
        { type: "image", caption: acting, source: acting },
      ],
      sections: [{ heading: acting, blocks: [{ type: "list", items: [acting] }] }, ...sections],
      similarPosts: [acting],
      meta: {
        ...meta,
        topic: acting,
        tools: [acting],
        entities: [{ name: acting, type: acting }],
        imageSources: [{ source: acting, url: "javascript:alert(1)", caption: acting }],
        extra: { other: acting },
      },
    };
    for (const box of ["div", "table", "dl"] as const) {
      const html = postToHtml(hostile, { box });
      const tags = new Set(
        [...html.matchAll(/<\/?([a-z]\w*)([^>]*)>/g)].map(
          ([, name, rest]) => `${name}${rest?.replace(/"[^"]*"/g, "")}`,
        ),
      );
      expect([...tags].filter((tag) => /script|on\w+=|src=/.test(tag))).toEqual([]);
      expect(html).not.toContain('src="javascript');
    }
  });
});

test("pieces of code in a row stay pieces", () => {
  const [first, ...others] = made.sections;
  const code = ["a = 1\n\nb = 2", "c = 3"].map((text) => ({ type: "code" as const, text }));
  const post: Post = {
    ...made,
    sections: [{ ...first, blocks: [...(first?.blocks ?? []), ...code] } as never, ...others],
  };
  expect(safeParseHtml(postToHtml(post))).toMatchObject({ value: post, issues: [] });
});

test("line ends within a page are layout", () => {
  const wrapped = page.replace(
    /<p>(.*?)<\/p>/g,
    (_, text: string) => `<p>\n  ${text.replaceAll(" ", "\n  ")}\n</p>`,
  );
  expect(safeParseHtml(wrapped)).toMatchObject({ value: made, issues: [] });
});

test("UTF-16 that was decoded as something else is refused by its name", () => {
  const wide = Buffer.from(`\ufeff${page}`, "utf16le");
  const decoded = [
    wide.toString("utf8"),
    Buffer.from(wide).swap16().toString("utf8"),
    wide.toString("latin1"),
  ];
  for (const text of [...decoded, wide.subarray(2).toString("utf8")]) {
    const { success, issues } = safeParseHtml(text);
    expect(success).toBe(false);
    expect(issues[0]).toMatchObject({ code: "foreign_form", message: expect.stringContaining("UTF-16") });
  }
});

describe("issues", () => {
  test("point into the page", () => {
    const html = page.replace("<strong>quality:</strong> 36", "<strong>quality:</strong> hi&amp;gh");
    const { success, issues } = safeParseHtml(html);
    expect(success).toBe(false);
    const issue = issues.find(({ code }) => code === "invalid_number");
    expect(issue?.path).toEqual(["meta", "score", "quality"]);
    expect(html.slice(issue?.position.start.offset, issue?.position.end.offset)).toBe("hi&amp;gh");
    expect(formatIssues(html, issues)).toContain("hi&amp;gh");
  });

  test("tell of what is shown otherwise than it was typed, in an address alone", () => {
    const { meta } = made;
    const [image, ...others] = meta.imageSources;
    const shown = postToHtml({
      ...made,
      meta: {
        ...meta,
        imageSources: [{ ...image, url: "https://a.example/1200x630/a.png" } as never, ...others],
      },
    }).replaceAll("1200x630/a", "1200&#215;630/a");
    const { value, issues } = safeParseHtml(shown);
    expect(issues.map(({ code, path }) => [code, path.join(".")])).toEqual([
      ["rewritten_value", "meta.imageSources.0.url"],
    ]);
    expect(value.meta?.imageSources?.[0]?.url).toBe("https://a.example/1200x630/a.png");
  });

  test.each([
    ["no box", page.replace(/<section class="anp-box">.*?<\/section>/s, ""), "missing_meta_box"],
    ["two boxes", page.replace(/<section class="anp-box">.*?<\/section>/s, "$&$&"), "duplicate_meta_box"],
    ["a page cut in its box", page.slice(0, page.indexOf("<strong>reference")), "missing_field"],
    ["a page cut in a tag", page.slice(0, page.indexOf("<strong>hash") + 4), "missing_field"],
    [
      "a login page",
      "<html><body class=login><h1>Log In</h1><form><p><label>Password <input></label></p></form></body></html>",
      "missing_meta_box",
    ],
    ["no text", "<html><body><script>var a = 1;</script></body></html>", "empty_source"],
    ["nothing", "", "empty_source"],
    ["a page that is too long", "<p>x</p>".repeat(130_000), "source_too_long"],
    [
      "a field of another name",
      page.replace("<strong>difficulty<", "<strong>dificulty<"),
      "misspelled_label",
    ],
    ["a shortcode", page.replace("</h1>", "</h1>\n<p>[gallery ids=&#49;]</p>"), "stray_text"],
  ])("tell of %s", (_, html, code) => {
    expect(safeParseHtml(html).issues.map((issue) => issue.code)).toContain(code);
  });

  test("are thrown as one error", () => {
    expect(() => parseHtml("<p>nothing</p>")).toThrow(/missing_meta_box/);
    expect(() => safeParseHtml(7 as never)).toThrow(TypeError);
    expect(parseHtml(page)).toEqual(made);
  });
});

describe("work is linear", () => {
  // Each would take minutes if time grew with the square of the depth or length.
  const n = 100_000;
  test.each([
    ["elements in elements", `${"<div>".repeat(n)}${page}`],
    ["elements in elements, all closed", `${"<div>".repeat(n)}${page}${"</div>".repeat(n)}`],
    ["end tags of what is not open", `${"<div>".repeat(n / 2)}${"</b>".repeat(n / 2)}${page}`],
    ["lists in lists", `${"<ul><li>".repeat(n / 2)}${page}`],
    [
      "comments without an end in a script of a page that is cut off",
      `${page}<script>${"<!--".repeat(n)}</script><div>`,
    ],
    ["tags without an end", `${"<a ".repeat(n)}${page}`],
    ["references without an end", `${"&am".repeat(n)}${page}`],
    ["headings of boxes", `${"<h2>AlphaNode Post Meta</h2>".repeat(n / 3)}${page}`],
    [
      "headings of similar posts, deep",
      `${"<div>".repeat(500)}${"<h2>Similar Posts</h2><p>x</p>".repeat(n / 3)}${page}`,
    ],
    [
      "headings of the article, deep",
      `${"<div class=a>".repeat(500)}${"<h2>Final Notes</h2>".repeat(n / 2)}${page}`,
    ],
    [
      "content in content",
      `${"<div class=entry-content><h2>Final Notes</h2>".repeat(400)}${"<h3>Final Notes</h3>".repeat(n / 10)}`,
    ],
    ["figures in figures", `${"<figure>".repeat(500)}${"<img alt=x>".repeat(n)}${page}`],
    ["tables in tables", `${"<table><tr><td>1<td>".repeat(150)}${"<pre>x</pre>".repeat(n / 10)}${page}`],
    ["cells in a row", `<table><tr>${"<td><pre>x</pre>".repeat(n / 2)}</table>${page}`],
    ["spans in spans", `${"<span>".repeat(500)}${"<i>x</i>".repeat(n)}${page}`],
    [
      "words apart by references",
      `${page.replace("</section>", `<p>${"reading&nbsp;".repeat(n / 2)}</p></section>`)}`,
    ],
    ["signs before a label", page.replace("</section>", `<p>${"&#46;".repeat(n / 2)}topic</p></section>`)],
    ["menus", `${"<nav>x</nav><nav>".repeat(n / 2)}${page}`],
    ["labels", `<h2>AlphaNode Post Meta</h2>${"<p><b>Topic</b> x</p>".repeat(n / 2)}`],
    [
      "labels with a button behind each value",
      `<h2>AlphaNode Post Meta</h2>${"<p><b>Topic</b> x <button>some words</button></p>".repeat(n / 4)}`,
    ],
    [
      "entries",
      `<h2>AlphaNode Post Meta</h2><p><b>Topic</b> x</p><p><b>Entities</b></p><ul>${"<li><b>Name:</b> x</li>".repeat(n / 2)}</ul>`,
    ],
  ])("with %s", (_, html) => {
    expect(safeParseHtml(html, { maxLength: 10_000_000 }).issues).toBeDefined();
  });

  test("a page may be as deep as browsers go", () => {
    const deep = `${"<div>".repeat(480)}${page}`;
    expect(safeParseHtml(deep).value).toEqual(made);
  });
});

describe("a page deeper than browsers go", () => {
  // Functions that call themselves for each element fail at half of it.
  const n = 20_000;
  const around = (start: string, end: string): string => start.repeat(n) + page + end.repeat(n);
  const read = (html: string) => safeParseHtml(html, { maxLength: 10_000_000 });

  test.each([
    ["<div>", "</div>"],
    ["<section>\n", "</section>\n"],
    ["<div>", ""],
  ])("is read whole where elements hold one other and say nothing: %j", (start, end) => {
    expect(read(around(start, end))).toMatchObject({ value: made, issues: [] });
  });

  test.each([
    ["<div class=a>", "</div>"],
    ["<ul><li>", "</li></ul>"],
    ["<b>", "</b>"],
    ["<div>word ", "</div>"],
  ])("keeps its text, and tells how deep it is, where they are %j", (start, end) => {
    const { value, issues } = read(around(start, end));
    const text = JSON.stringify(value);
    for (const { blocks } of made.sections)
      for (const block of blocks) if (block.type === "paragraph") expect(text).toContain(block.text);
    expect(issues.map(({ code }) => code)).not.toContain("empty_source");
    expect(issues.find(({ message }) => message.includes("512 deep"))).toMatchObject({
      code: "unusual_article",
      path: [],
      position: { start: { offset: expect.any(Number) } },
    });
  });

  test("has no text of what is not read, and its lines stay apart", () => {
    const deep = "<div class=a>".repeat(600);
    const html = `${deep}<script>const a = 1;</script><nav>menu</nav><p>One line.</p><p>Another.</p>`;
    expect(read(html).value.intro).toEqual([
      { type: "paragraph", text: "One line." },
      { type: "paragraph", text: "Another." },
    ]);
  });
});

test("any markup is read or reported, and harmless", () => {
  const piece = fc.constantFrom(
    "<p>",
    "</p>",
    "<div class=anp-box>",
    "</div>",
    "<h2>AlphaNode Post Meta</h2>",
    "<h2>Similar Posts</h2>",
    "<strong>Topic</strong>",
    "<dt>Score",
    "<dd>",
    "<ul><li>",
    "</ul>",
    "<table><tr><td>",
    "</table>",
    "quality: 7",
    "<img alt='a &amp; b'>",
    "<pre>",
    "</pre>",
    "[caption]",
    "&lt;",
    "&#x1F680;",
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "text of a sentence.",
    "\n\n",
    "<a href='#x'>",
    "</a>",
    "<svg>",
    "<h1>title</h1>",
    "\0",
    ...[
      "<br>",
      "<hr>",
      "<li>",
      "<ol>",
      "<dl>",
      "<th>",
      "<code>",
      "<b>",
      "</b>",
      "<em>",
      "<span hidden>",
      "<button>",
    ],
    ...[
      "<figure>",
      "</figure>",
      "<figcaption>",
      "<details><summary>",
      "<noscript>",
      "<article>",
      "<main>",
      "<nav>",
    ],
    ...[
      "\u200b",
      "\u00ad",
      "&nbsp;",
      "•",
      "|",
      ": ",
      ", ",
      "[gallery ids=1]",
      "[/caption]",
      "topic",
      "notes",
    ],
    ...["image source: host", "implementation checklist", "<h2>final notes</h2>", "<div class=code-toolbar>"],
  );
  const pieces = fc.oneof(fc.array(piece, { maxLength: 4 }), fc.array(piece, { maxLength: 60 }));
  fc.assert(
    fc.property(pieces, (pieces) => {
      const html = pieces.join("");
      const { issues } = safeParseHtml(html);
      for (const { position } of issues) {
        expect(position.start.offset).toBeLessThanOrEqual(position.end.offset);
        expect(position.end.offset).toBeLessThanOrEqual(html.length);
      }
    }),
  );
});
