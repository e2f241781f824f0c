import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Block, Post } from "alphanode-post";
import { FIELDS, type FieldRow, isEntriesRow, isValueRow, type ValueRow } from "../../src/format/fields.ts";

/** Where the pages lie, and what the tools made of them. */
export const EXTRACTED = "fixtures/extracted";

/** How a theme may print the rows of the box. */
const MARKUPS = {
  div: {
    open: '<div class="rows">',
    row: (label: string, value: string) =>
      `<div class="row"><strong>${label}</strong><span>${value}</span></div>`,
    close: "</div>",
  },
  table: {
    open: "<table><tbody>",
    row: (label: string, value: string) => `<tr><th>${label}</th><td>${value}</td></tr>`,
    close: "</tbody></table>",
  },
  dl: {
    open: "<dl>",
    row: (label: string, value: string) => `<dt>${label}</dt><dd>${value}</dd>`,
    close: "</dl>",
  },
  list: {
    open: "<ul>",
    row: (label: string, value: string) => `<li><strong>${label}:</strong> ${value}</li>`,
    close: "</ul>",
  },
  paragraphs: {
    open: "<div>",
    row: (label: string, value: string) =>
      value.startsWith("<ul>")
        ? `<p><strong>${label}:</strong></p>${value}`
        : `<p><strong>${label}:</strong> ${value}</p>`,
    close: "</div>",
  },
} as const;

export type Markup = keyof typeof MARKUPS;

/** A page is a post, a markup of its box, and all that a site puts around it, or nothing. */
export interface Page {
  readonly post: string;
  readonly markup: Markup;
  readonly site: boolean;
}

/** The pages that every tool is given. */
export const PAGES: readonly Page[] = [
  { post: "journal", markup: "div", site: false },
  { post: "journal", markup: "table", site: false },
  { post: "journal", markup: "dl", site: false },
  { post: "journal", markup: "list", site: false },
  { post: "search", markup: "div", site: true },
  { post: "search", markup: "paragraphs", site: true },
];

export const nameOf = ({ post, markup }: Page): string => `${post}-${markup}`;

/** The post that a page shows, in the letter case of the page. */
export const postOf = (name: string): Post =>
  JSON.parse(readFileSync(join(EXTRACTED, "pages", `${name}.json`), "utf8"));

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

/** A label as a page prints it: `ai outline` is `AI Outline`. */
const labelled = (label: string): string =>
  label.replace(/\b\w/g, (letter) => letter.toUpperCase()).replace(/\bAi\b/, "AI");

const list = (items: readonly string[]): string =>
  `<ul>\n${items.map((item) => `<li>${item}</li>`).join("\n")}\n</ul>`;

/** A value of one line; flags are printed as PHP prints them. */
const line = (value: unknown): string => escaped(String(typeof value === "boolean" ? Number(value) : value));

const record = (rows: readonly ValueRow[], values: object): string =>
  list(
    rows.map(
      ({ label, key }) =>
        `<strong>${labelled(label)}:</strong> ${line((values as Record<string, unknown>)[key])}`,
    ),
  );

/** A field's value as HTML: a text, or lists, nested where it holds records. */
function htmlOf(field: FieldRow, value: unknown): string {
  if (isValueRow(field)) return line(value);
  if (!isEntriesRow(field)) return list((value as string[]).map(escaped));
  const { entries } = field;
  return Array.isArray(value)
    ? list(value.map((values) => record(entries, values)))
    : record(entries, value as object);
}

function boxOf({ meta }: Post, markup: Markup): string {
  const { open, row, close } = MARKUPS[markup];
  const shown = FIELDS.filter(({ key }) => key !== "imageSources" || meta.imageSources.length > 0);
  const rows = shown.map((field) => row(labelled(field.label), htmlOf(field, meta[field.key])));
  return `<div class="anp-box">\n<h2>AlphaNode Post Meta</h2>\n${[open, ...rows, close].join("\n")}\n</div>`;
}

function blockOf(block: Block, { meta }: Post): string {
  if (block.type === "paragraph") return `<p>${escaped(block.text)}</p>`;
  if (block.type === "list") return list(block.items.map(escaped));
  if (block.type === "code") return `<pre><code>${escaped(block.text)}</code></pre>`;
  const { caption, source } = block;
  const url = meta.imageSources.find((image) => image.caption === caption)?.url ?? "";
  return `<figure class="wp-block-image"><img src="${escaped(url)}" alt="${escaped(caption)}"><figcaption>${escaped(caption)}. Image source: ${source}</figcaption></figure>`;
}

/** Composes the page as a WordPress site prints it. */
export function composePage({ post: name, markup, site }: Page): string {
  const post = postOf(name);
  const content = [
    ...post.intro.map((block) => blockOf(block, post)),
    ...post.sections.flatMap(({ heading, blocks }) => [
      `<h2>${escaped(heading)}</h2>`,
      ...blocks.map((block) => blockOf(block, post)),
    ]),
    boxOf(post, markup),
  ].join("\n");
  const title = escaped(post.title);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}${site ? " &#8211; AlphaNode" : ""}</title></head>
<body class="single-post">
${site ? siteHead(post) : ""}<article class="post">
${site ? byline(post, title) : `<h1 class="entry-title">${title}</h1>`}
<div class="entry-content">
${content}
</div>
</article>
${site ? SITE_TAIL : ""}</body></html>
`;
}

const siteHead = ({ meta, title }: Post): string => `<a class="skip-link" href="#content">Skip to content</a>
<header class="site-header"><p class="site-title"><a href="/">AlphaNode</a></p>
<nav><ul><li><a href="/">Home</a></li><li><a href="/about">About</a></li></ul></nav></header>
<div class="breadcrumbs"><a href="/">Home</a> &raquo; <a href="/c/1">${escaped(meta.stack[1] ?? "")}</a> &raquo; ${escaped(title)}</div>
`;

const byline = (
  { meta }: Post,
  title: string,
): string => `<header class="entry-header"><span class="cat-links"><a href="/c/1" rel="category tag">${escaped(meta.stack[1] ?? "")}</a> | <a href="/c/2" rel="category tag">${escaped(meta.stack[2] ?? "")}</a></span>
<h1 class="entry-title">${title}</h1>
<div class="entry-meta">By <a href="/author/editor" rel="author">editor</a> on <time datetime="2025-03-20">March 20, 2025</time></div></header>`;

const SITE_TAIL = `<section class="related"><h2>Similar Posts</h2><ul><li><a href="/a">A note on small backups</a></li><li><a href="/b">Reading a plan from the inside out</a></li></ul></section>
<div id="comments"><h2>Leave a Reply</h2><form><p>Your email address will not be published. Required fields are marked *</p></form></div>
<footer class="site-footer"><p>&copy; 2025 AlphaNode. Proudly powered by WordPress.</p></footer>
`;
