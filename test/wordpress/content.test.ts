import type { Post, PostBlock } from "alphanode-post";
import { synthesizePosts } from "alphanode-post/synth";
import { readExport, writeExport } from "alphanode-post/wordpress";
import { describe, expect, test } from "vitest";
import { codeAsHtml } from "../../src/wordpress/code.ts";
import { escapeText } from "../support/varied/values.ts";

/** Content as editors and plugins store it, which a page would show otherwise. */

type Write = (block: PostBlock) => string;

const caption = ({ caption, source }: PostBlock & { type: "image" }): string =>
  `${escapeText(caption)}. Image source: ${source}`;
const img = ({ caption }: PostBlock & { type: "image" }): string =>
  `<img class="size-full wp-image-7" src="https://a.example/a.png" alt="${escapeText(caption)}" width="1200" />`;

/** The classic editor: no paragraphs, captions as shortcodes. */
const classic: Write = (block) => {
  switch (block.type) {
    case "paragraph":
      return escapeText(block.text);
    case "code":
      return `<pre>${escapeText(block.text)}</pre>`;
    case "list":
      return `<ul>\n${block.items.map((item) => ` \t<li>${escapeText(item)}</li>`).join("\n")}\n</ul>`;
    case "image":
      return `[caption id="attachment_7" align="alignnone" width="1200"]${img(block)} ${caption(block)}[/caption]`;
  }
};

const WAYS: Readonly<Record<string, Write>> = {
  "the classic editor": classic,
  "code between shortcodes": (block) =>
    block.type === "code" ? `[code language="x"]\n${escapeText(block.text)}\n[/code]` : classic(block),
  "code between shortcodes, not escaped": (block) =>
    block.type === "code" ? `[php]\n${block.text.replaceAll("&", "&amp;")}\n[/php]` : classic(block),
  "captions below images": (block) =>
    block.type === "image" ? `${img(block)}\n\n${caption(block)}` : classic(block),
  "blocks of HTML": (block) =>
    `<!-- wp:html -->\n${block.type === "paragraph" ? `<p>${escapeText(block.text)}</p>` : classic(block)}\n<!-- /wp:html -->`,
};

/** What stands between blocks. */
const BETWEEN = ["\n\n", "\r\n\r\n", "\n\n<!--more-->\n\n", "\n\n&nbsp;\n\n", "\n\n<hr />\n\n"];

const posts = [...synthesizePosts({ count: 20 })];

async function readWith(post: Post, content: string) {
  for await (const file of writeExport([post])) {
    const start = file.indexOf("<content:encoded>");
    const end = file.indexOf("</content:encoded>");
    const text = `<![CDATA[${content.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
    for await (const read of readExport(`${file.slice(0, start)}<content:encoded>${text}${file.slice(end)}`))
      return read.result;
  }
  return undefined;
}

describe.each(Object.keys(WAYS))("content of %s is read", (name) => {
  test.each(BETWEEN)("with %j between its blocks", async (between) => {
    const write = WAYS[name] as Write;
    for (const { similarPosts: _, ...post } of posts) {
      const blocks = [
        ...post.intro.map(write),
        ...post.sections.flatMap(({ heading, blocks }) => [`<h2>${heading}</h2>`, ...blocks.map(write)]),
      ];
      const result = await readWith({ ...post, similarPosts: [] }, blocks.join(between));
      expect(result?.issues).toEqual([]);
      expect(result?.value).toEqual({ ...post, similarPosts: [] });
    }
  });
});

describe("codeAsHtml", () => {
  test.each([
    ["a [code]x < y[/code] b", "a <pre>x &lt; y</pre> b"],
    ["[[code]]x[[/code]]", "[[code]]x[[/code]]"],
    ["[code]no end", "[code]no end"],
    ["[sh]\necho [php]\n[/sh][php]1[/php]", "<pre>echo [php]</pre><pre>1</pre>"],
  ])("reads %j", (content, html) => {
    expect(codeAsHtml(content)).toBe(html);
  });

  test("is linear where nothing ends", () => {
    const content = "[code][php]".repeat(100_000);
    expect(codeAsHtml(content)).toBe(content);
  });
});
