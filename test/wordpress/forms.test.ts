import { postToHtml } from "alphanode-post";
import { synthesizePost } from "alphanode-post/synth";
import { readExport, readFeed, readRest, type WordPressPost, writeExport } from "alphanode-post/wordpress";
import { describe, expect, test } from "vitest";

/** Forms that sites and plugins give besides WordPress' own. */

const post = synthesizePost(39_770);
const page = /<article>[\s\S]*<\/article>/.exec(postToHtml(post))?.[0] as string;
const link = "https://a.example/x-alphanode-039770/";

async function all(items: AsyncIterable<WordPressPost> | Iterable<WordPressPost>): Promise<WordPressPost[]> {
  const found: WordPressPost[] = [];
  for await (const one of items) found.push(one);
  return found;
}

const codes = ({ result }: WordPressPost): string[] => result.issues.map(({ code }) => code);
const escaped = page.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

describe("an Atom feed", () => {
  const entry = (content: string): string =>
    `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Site</title><entry><title type="html"><![CDATA[${post.title}]]></title><link rel="replies" href="https://a.example/r"/><link rel="alternate" href="${link}?a=1&amp;b=2"/><id>https://a.example/?p=7</id><published>2026-01-15T06:30:00+01:00</published><updated>2026-02-01T00:00:00Z</updated><category term="data" label="Data"/><category term="cron"/><summary>Short.</summary>${content}</entry></feed>`;

  test.each([
    ["character data", `<content type="html"><![CDATA[${page}]]></content>`],
    ["escaped HTML", `<content type="html">${escaped}</content>`],
    ["XHTML", `<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${page}<br/></div></content>`],
  ])("with its content as %s is read", async (_, content) => {
    const [read] = await all(readFeed(entry(content)));
    expect(read).toMatchObject({
      id: 7,
      number: 39_770,
      link: `${link}?a=1&b=2`,
      date: "2026-01-15T05:30:00Z",
      categories: ["Data", "cron"],
    });
    expect(read?.result).toMatchObject({ value: post, issues: [] });
  });

  test("that is cut within XHTML gives what it has", async () => {
    const feed = entry(`<content type="xhtml"><div>${page}`).split("</entry>")[0] as string;
    const [read] = await all(readFeed(feed));
    expect(codes(read as WordPressPost)).toContain("cut_short");
    const [closed] = await all(readFeed(entry(`<content type="xhtml"><div>${page}`)));
    expect(closed?.result.value.title).toBe(post.title);
  });
});

describe("an excerpt is reported", () => {
  test.each([
    "First words [&#8230;]",
    "First words… <a href='/x'>Continue reading</a>",
    "First [&hellip;]</p>\n<p>The post <a>T</a> appeared first on <a>Site</a>.",
  ])("of a feed: %s", async (text) => {
    const [read] = await all(
      readFeed(
        `<rss><channel><item><title>t</title><description><![CDATA[<p>${text}</p>]]></description></item></channel></rss>`,
      ),
    );
    expect(codes(read as WordPressPost)).toContain("cut_short");
  });

  test("of an answer, as is a post with a password", () => {
    const excerpt = { rendered: "<p>First words [&hellip;]</p>" };
    const [short] = [...readRest({ title: "t", excerpt })];
    expect(codes(short as WordPressPost)).toContain("cut_short");
    const [locked] = [...readRest({ title: "t", content: { rendered: "", protected: true } })];
    expect(codes(locked as WordPressPost)).toContain("cut_short");
    const [none] = [...readRest({ title: "t" })];
    expect(codes(none as WordPressPost)).not.toContain("cut_short");
  });

  test("but no text that is whole", async () => {
    const [read] = await all(
      readFeed(`<rss><item><title>t</title><description><![CDATA[${page}]]></description></item></rss>`),
    );
    expect(read?.result).toMatchObject({ value: { meta: post.meta }, issues: [] });
  });
});

describe("an answer has its meta", () => {
  const snake = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const { extra: _, ...fields } = post.meta;
  const plain: Record<string, unknown> = Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [snake(key), value]),
  );
  const flat: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(plain)) {
    flat[`_${key}`] = "field_0123456789abc";
    if (typeof value !== "object" || value === null) flat[key] = value;
    else if (!Array.isArray(value)) {
      for (const [name, item] of Object.entries(value)) flat[`${key}_${snake(name)}`] = item;
    } else {
      flat[key] = String(value.length);
      value.forEach((item, i) => {
        if (typeof item !== "object") flat[`${key}_${i}_item`] = item;
        else for (const [name, part] of Object.entries(item)) flat[`${key}_${i}_${snake(name)}`] = part;
      });
    }
  }
  const prefixed = Object.fromEntries(Object.entries(plain).map(([key, value]) => [`anp_${key}`, value]));

  test.each<[string, Record<string, unknown>]>([
    ["under acf", { acf: plain, meta: [] }],
    ["in a group", { acf: { post_meta: plain }, meta: { footnotes: "" } }],
    ["under flat keys", { acf: flat }],
    ["beside the content", prefixed],
    ["as JSON in one value", { meta: { anp: JSON.stringify(plain) } }],
    [
      "as arrays of one",
      { meta: Object.fromEntries(Object.entries(prefixed).map(([key, value]) => [key, [value]])) },
    ],
  ])("%s", (_, more) => {
    const [read] = [...readRest({ title: post.title, content: { rendered: "<p>Text.</p>" }, ...more })];
    expect(read?.result.value.meta).toEqual(post.meta);
  });

  test("unless a single key has the name of a field", () => {
    const [read] = [
      ...readRest({ title: "t", content: { rendered: page }, reference: "anp-ref-000001-0001" }),
    ];
    expect(read?.result).toMatchObject({ value: { meta: post.meta }, issues: [] });
  });

  test("as flat keys of an export, too", async () => {
    for await (const file of writeExport([post])) {
      const lines = Object.entries(flat).map(
        ([key, value]) =>
          `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`,
      );
      const text = file
        .replace(/<wp:postmeta>[\s\S]*<\/wp:postmeta>/, lines.join("\n"))
        .replaceAll(">true<", ">1<")
        .replaceAll("[false]", "[0]")
        .replaceAll("[true]", "[1]");
      const [read] = await all(readExport(text));
      expect(read?.result.value).toEqual(post);
    }
  });
});

describe("lines of answers", () => {
  const line = (id: number): string =>
    JSON.stringify({ id, title: { rendered: "t" }, content: { rendered: page } });

  test("are read, with a mark of their bytes before them", () => {
    const posts = [...readRest(`\ufeff${line(1)}\n${line(2)}\n\n[${line(3)},${line(4)}]\n`)];
    expect(posts.map(({ id }) => id)).toEqual([1, 2, 3, 4]);
  });

  test("are refused by the number of the line that is none", () => {
    expect(() => readRest(`${line(1)}\n${line(2).slice(0, 40)}`)).toThrow(/line 2/);
    expect(() => readRest("no\nlines")).toThrow(SyntaxError);
  });
});

test("an export of version 1.0 has categories without a domain, and tags as tag", async () => {
  for await (const file of writeExport([post])) {
    const old = file
      .replaceAll("/export/1.2/", "/export/1.0/")
      .replace(/<category domain="category" nicename="[^"]*">/g, "<category>")
      .replaceAll('domain="post_tag"', 'domain="tag"');
    const [read] = await all(readExport(old));
    expect(read?.categories).toEqual(post.meta.stack.slice(1));
    expect(read?.tags).toEqual(post.meta.tools);
    expect(read?.result).toMatchObject({ value: post, issues: [] });
  }
});

test("meta that cannot be read is taken from the box that the content shows", async () => {
  for await (const file of writeExport([post])) {
    const box = /<section class="anp-box">[\s\S]*?<\/section>/.exec(postToHtml(post))?.[0] as string;
    const text = file
      .replace(/(anp_tools<.*?CDATA\[a:\d+:\{i:0;s:\d+:").*?(?=\]\]>)/s, "$1cut")
      .replace("]]></content:encoded>", () => `${box}]]></content:encoded>`);
    const [read] = await all(readExport(text));
    expect(read?.result.value).toEqual(post);
    expect(codes(read as WordPressPost)).toEqual(["rewritten_value"]);
  }
});
