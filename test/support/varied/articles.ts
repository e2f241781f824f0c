import type { Post, PostBlock } from "alphanode-post";
import { escapeText, titleCase } from "./values.ts";

/** How sites print an article: code, figures, lists, headings. */

type Image = PostBlock & { type: "image" };

const caption = ({ caption, source }: Image): string => `${escapeText(caption)}. Image source: ${source}`;
const img = (image: Image, more = ""): string =>
  `<img src="https://example.test/a.png" alt="${escapeText(image.caption)}"${more}>`;

export const FIGURES: Readonly<Record<string, (image: Image) => string>> = {
  block: (image) =>
    `<figure class="wp-block-image size-large">${img(image, ' loading="lazy"')}<figcaption class="wp-element-caption">${caption(image)}</figcaption></figure>`,
  linked: (image) =>
    `<figure><a href="https://example.test/a.png">${img(image)}</a><figcaption>${caption(image)}</figcaption></figure>`,
  classic: (image) =>
    `<div id="attachment_7" class="wp-caption alignnone" style="width: 1210px">${img(image)}<p class="wp-caption-text">${caption(image)}</p></div>`,
  paragraph: (image) => `<p>${img(image)}</p>\n<p><em>${caption(image)}</em></p>`,
  "one paragraph": (image) => `<p>${img(image)}<br>\n${caption(image)}</p>`,
  lazy: (image) =>
    `<figure><noscript>${img(image)}</noscript><img class="lazyload" src="data:image/gif;base64,R0" data-src="https://example.test/a.png" alt="${escapeText(image.caption)}"><figcaption>${caption(image)}</figcaption></figure>`,
  picture: (image) =>
    `<figure><picture><source srcset="a.webp">${img(image)}</picture><figcaption><p>${caption(image)}</p></figcaption></figure>`,
  "no alt": (image) => `<figure><img src="a.png" alt=""><figcaption>${caption(image)}</figcaption></figure>`,
  accelerated: (image) =>
    `<figure><amp-img src="a.jpg" alt="${escapeText(image.caption)}"><noscript>${img(image)}</noscript></amp-img><figcaption>${caption(image)}</figcaption></figure>`,
  "small below": (image) => `<div class="x1">${img(image)}<small>${caption(image)}</small></div>`,
  "with a button": (image) =>
    `<figure>${img(image)}<button type="button" aria-label="Enlarge"><svg><path d="M0"/></svg></button><figcaption>${caption(image)}</figcaption></figure>`,
};

const spaced = (line: string): string =>
  line.replace(/^ +/, (spaces) => "&nbsp;".repeat(spaces.length)) || "&nbsp;";
const numbered = (text: string, write: (line: string, n: number) => string): string =>
  escapeText(text)
    .split("\n")
    .map((line, i) => write(line, i + 1))
    .join("");

/** What highlighters make of code that has no `pre` any more. */
const HIGHLIGHTERS: Readonly<Record<string, (text: string) => string>> = {
  syntaxhighlighter: (text) =>
    `<div><div id="h_1" class="syntaxhighlighter sh"><div class="toolbar"><a href="#">?</a></div><table><tbody><tr><td class="gutter">${numbered(text, (_, n) => `<div class="line">${n}</div>`)}</td><td class="code"><div class="container">${numbered(text, (line) => `<div class="line"><code class="sh plain">${spaced(line)}</code></div>`)}</div></td></tr></tbody></table></div></div>`,
  crayon: (text) =>
    `<div class="crayon-syntax crayon-theme-x"><div class="crayon-toolbar"><span class="crayon-language">Shell</span></div><div class="crayon-plain-wrap"><textarea readonly>${escapeText(text)}</textarea></div><div class="crayon-main"><table><tr><td class="crayon-nums"><div>${numbered(text, (_, n) => `<div class="crayon-num">${n}</div>`)}</div></td><td class="crayon-code"><div class="crayon-pre">${numbered(text, (line) => `\n<div class="crayon-line">\n  ${spaced(line)}\n</div>`)}</div></td></tr></table></div></div>`,
  enlighter: (text) =>
    `<div class="enlighter-default enlighter-linenumbers"><div class="enlighter-toolbar"><div>Raw</div></div><div class="enlighter">${numbered(text, (line) => `<div class=""><div><span>${spaced(line)}</span></div></div>`)}</div><pre class="enlighter-raw"></pre></div>`,
};

export const CODES: Readonly<Record<string, (text: string) => string>> = {
  block: (text) => `<pre class="wp-block-code"><code>${escapeText(text)}</code></pre>`,
  plain: (text) => `<pre>${escapeText(text)}</pre>`,
  prism: (text) =>
    `<div class="code-toolbar"><pre class="language-sh"><code class="language-sh">${escapeText(text).replace(/\b(if|for|echo|const|import)\b/g, '<span class="token keyword">$1</span>')}\n</code></pre><div class="toolbar"><div class="toolbar-item"><button>Copy</button></div></div></div>`,
  hljs: (text) =>
    `<pre><code class="hljs">${escapeText(text)
      .split("\n")
      .map((line) => `<span class="line">${line}</span>`)
      .join("\n")}</code></pre>`,
  table: (text) =>
    `<div class="highlight"><table><tr><td class="gutter"><pre>${text
      .split("\n")
      .map((_, i) => i + 1)
      .join(
        "\n",
      )}</pre></td><td class="code"><pre><code>${escapeText(text)}</code></pre></td></tr></table></div>`,
  breaks: (text) => `<pre>${escapeText(text).replaceAll("\n", "<br>")}</pre>`,
  "with a name": (text) =>
    `<div class="code-block"><div class="code-header"><span>bash</span><button>Copy</button></div><pre><code>${escapeText(text)}</code></pre></div>`,
  brackets: (text) =>
    `<pre class="wp-block-code"><code>${escapeText(text).replaceAll("[", "&#091;").replaceAll("]", "&#93;")}</code></pre>`,
  "lines in a table": (text) =>
    `<div class="sh"><table><tbody><tr><td class="code"><div class="container">${escapeText(text)
      .split("\n")
      .map((line) =>
        line === ""
          ? '<div class="line">&nbsp;</div>'
          : `<div class="line"><code>${line.replace(/^ +/, (spaces) => "&nbsp;".repeat(spaces.length))}</code></div>`,
      )
      .join("")}</div></td></tr></tbody></table></div>`,
  ...HIGHLIGHTERS,
};

export const HEADINGS: Readonly<Record<string, (text: string) => string>> = {
  h2: (text) => `<h2 class="wp-block-heading">${titleCase(text)}</h2>`,
  h3: (text) => `<h3>${titleCase(text)}</h3>`,
  anchored: (text) =>
    `<h2 id="x"><span class="ez-toc-section" id="y"></span>${titleCase(text)}<span class="ez-toc-section-end"></span></h2>`,
  strong: (text) => `<h2><strong>${text}</strong></h2>`,
  linked: (text) => `<h2 id="x">${titleCase(text)} <a href="#x" class="header-anchor">#</a></h2>`,
  "with a link that shows nothing": (text) =>
    `<h2 class="x" id="s">${titleCase(text)}<a href="#s" title="Direct link">&#8203;</a></h2>`,
  "a bold line": (text) => `<p><strong>${titleCase(text)}</strong></p>`,
};

export interface Writing {
  readonly figure: string;
  readonly code: string;
  readonly heading: string;
}

function blockOf(block: PostBlock, { figure, code }: Writing): string {
  switch (block.type) {
    case "paragraph":
      return `<p>${escapeText(block.text)}</p>`;
    case "code":
      return (CODES[code] as (typeof CODES)[string])(block.text);
    case "list":
      return `<ul>\n${block.items.map((item) => `<li>${escapeText(item)}</li>`).join("\n")}\n</ul>`;
    case "image":
      return (FIGURES[figure] as (typeof FIGURES)[string])(block);
  }
}

/** Writes the article of a post, a piece a block. */
export const piecesOf = ({ intro, sections }: Post, way: Writing): string[] => [
  ...intro.map((block) => blockOf(block, way)),
  ...sections.flatMap(({ heading, blocks }) => [
    (HEADINGS[way.heading] as (typeof HEADINGS)[string])(heading),
    ...blocks.map((block) => blockOf(block, way)),
  ]),
];
