import { type Post, postToHtml } from "alphanode-post";
import { synthesizePost } from "alphanode-post/synth";
import { readExport, readFeed, readRest, writeExport } from "alphanode-post/wordpress";
import { expect, test } from "vitest";

/** Exports, feeds and answers that are written in another way than most. */

const post: Post = synthesizePost(39770);

test("meta that was serialised twice is read", async () => {
  for await (const file of writeExport([post])) {
    let count = 0;
    const twice = file.replace(/<!\[CDATA\[(a:\d+:\{.*?\})\]\]>/gs, (_, value: string) => {
      count++;
      return `<![CDATA[s:${new TextEncoder().encode(value).length}:"${value}";]]>`;
    });
    expect(count).toBeGreaterThan(5);
    for await (const { result } of readExport(twice))
      expect(result).toMatchObject({ data: post, issues: [] });
  }
});

test("XHTML with a prefix in Atom is read", async () => {
  const html = postToHtml(post);
  const content = html
    .slice(html.indexOf("</h1>") + 5, html.indexOf("</article>"))
    .replace(/<(\/?)(?=[a-z])/g, "<$1xh:");
  const feed = `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>${post.title}</title>
<content type="xhtml"><xh:div xmlns:xh="http://www.w3.org/1999/xhtml">${content}</xh:div></content></entry></feed>`;
  for await (const { result } of readFeed(feed)) expect(result).toMatchObject({ data: post, issues: [] });
  expect.assertions(1);
});

test("a JSON Feed is refused by its name", () => {
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: "AlphaNode",
    items: [{ title: post.title }],
  };
  expect(() => readRest(feed)).toThrow(/JSON Feed/);
});
