import type { Post, PostBlock } from "alphanode-post";
import { FIELDS, type FieldRow, isEntriesRow, isValueRow } from "../../src/format/fields.ts";
import { writeValue } from "../../src/format/values.ts";

/** Pages as sites print them: a box in many markups, an article in many themes. */

const escapeText = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const titleCase = (label: string): string => label.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());

/** How the value of a field is printed. */
interface ListMarkup {
  readonly list: (items: readonly string[]) => string;
  readonly entry: (label: string, value: string) => string;
}

const UL: ListMarkup = {
  list: (items) => `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`,
  entry: (label, value) => `<strong>${titleCase(label)}:</strong> ${value}`,
};

/** The same with a line end after each tag, as templates leave them. */
const SPREAD: ListMarkup = {
  list: (items) =>
    `\n<ol class="values">\n${items.map((item) => `  <li>\n    ${item}\n  </li>`).join("\n")}\n</ol>\n`,
  entry: (label, value) => `<span class="k">${titleCase(label)}</span>\n<span class="v">${value}</span>`,
};

/** A table within the box. */
const TABLES: ListMarkup = {
  list: (items) =>
    `<table class="sub">${items.map((item) => `<tr>${item.startsWith("<t") ? item : `<td>${item}</td>`}</tr>`).join("")}</table>`,
  entry: (label, value) => `<td>${titleCase(label)}</td><td>${value}</td>`,
};

/** Lines with a break after each. */
const LINES: ListMarkup = {
  list: (items) => items.join("<br>\n"),
  entry: (label, value) => `${titleCase(label)}: ${value}`,
};

function valueHtml(row: FieldRow, value: unknown, markup: ListMarkup): string {
  if (isValueRow(row)) return escapeText(writeValue(value as string));
  if (!isEntriesRow(row)) return markup.list((value as string[]).map(escapeText));
  const entries = (record: Record<string, string | number | boolean>): string[] =>
    row.entries.map(({ label, key }) => markup.entry(label, escapeText(writeValue(record[key] as string))));
  if (row.kind === "entries") return markup.list(entries(value as never));
  const records = (value as Record<string, string>[]).map(entries);
  return markup === UL || markup === SPREAD
    ? markup.list(records.map((record) => markup.list(record)))
    : markup.list(records.flat());
}

type Rows = readonly (readonly [label: string, value: string])[];

/** The markups of a box. */
export const BOXES: Readonly<Record<string, { lists: ListMarkup; write: (rows: Rows) => string }>> = {
  "div, strong and span": {
    lists: UL,
    write: (rows) =>
      `<div class="anp-meta"><h2>AlphaNode Post Meta</h2>${rows.map(([label, value]) => `<div class="anp-row"><strong>${label}</strong><span>${value}</span></div>`).join("")}</div>`,
  },
  "div in div": {
    lists: SPREAD,
    write: (rows) =>
      `<section id="post-meta"><h3>AlphaNode Post Meta:</h3>\n<div class="grid">\n${rows.map(([label, value]) => `<div class="cell"><div class="name">${label}</div>\n<div class="data">${value}</div></div>`).join("\n")}</div></section>`,
  },
  "divs in a row, no class": {
    lists: UL,
    write: (rows) =>
      `<aside><h4>AlphaNode Post Meta</h4>${rows.map(([label, value]) => `<div>${label}</div><div>${value}</div>`).join("")}</aside>`,
  },
  "table with heads": {
    lists: UL,
    write: (rows) =>
      `<table class="meta"><caption>AlphaNode Post Meta</caption><thead><tr><th>Field</th><th>Value</th></tr></thead><tbody>\n${rows.map(([label, value]) => `<tr><th scope="row">${label}</th><td>${value}</td></tr>`).join("\n")}</tbody></table>`,
  },
  "table of plain cells": {
    lists: SPREAD,
    write: (rows) =>
      `<figure class="wp-block-table"><h3>alphanode post meta</h3><table>${rows.map(([label, value]) => `<tr><td>${label}:</td><td>${value}</td></tr>`).join("")}</table></figure>`,
  },
  "table in table": {
    lists: TABLES,
    write: (rows) =>
      `<div><h2>AlphaNode Post Meta</h2><table>${rows.map(([label, value]) => `<tr><th>${label}</th><td>${value}</td></tr>`).join("")}</table></div>`,
  },
  "definition list": {
    lists: UL,
    write: (rows) =>
      `<div class="post-meta-box"><header><h2>AlphaNode <em>Post Meta</em></h2></header><dl>${rows.map(([label, value]) => `<dt>${label}<dd>${value}`).join("\n")}</dl></div>`,
  },
  "definition list in groups": {
    lists: LINES,
    write: (rows) =>
      `<section><h2>ALPHANODE POST META</h2><dl>${rows.map(([label, value]) => `<div><dt><span>${label}</span></dt><dd>${value}</dd></div>`).join("\n")}</dl></section>`,
  },
  "paragraphs with strong": {
    lists: UL,
    write: (rows) =>
      `<h2>AlphaNode Post Meta</h2>\n${rows.map(([label, value]) => (value.startsWith("<") ? `<p><strong>${label}:</strong></p>${value}` : `<p><strong>${label}:</strong> ${value}</p>`)).join("\n")}`,
  },
  "paragraphs broken by wpautop": {
    lists: UL,
    write: (rows) =>
      `<div class="box"><h2>AlphaNode Post Meta</h2>\n${rows.map(([label, value]) => `<p><b>${label}</b><span>${value.replace("<ul>", "</p><ul>").replace(/<\/ul>$/, "</ul><p>")}</span></p>`).join("\n")}</div>`,
  },
  "a heading a field": {
    lists: UL,
    write: (rows) =>
      `<div class="meta"><h2>AlphaNode Post Meta</h2>${rows.map(([label, value]) => `<h3>${label}</h3>${value.startsWith("<") ? value : `<p>${value}</p>`}`).join("\n")}</div>`,
  },
  "list items": {
    lists: UL,
    write: (rows) =>
      `<div class="meta"><h2>AlphaNode Post Meta</h2><ul class="rows">${rows.map(([label, value]) => `<li><strong>${label}:</strong> ${value}</li>`).join("\n")}</ul></div>`,
  },
  "list items without marks": {
    lists: UL,
    write: (rows) =>
      `<div class="meta"><h2>AlphaNode Post Meta</h2><ul class="rows">${rows.map(([label, value]) => `<li>${label}: ${value}</li>`).join("\n")}</ul></div>`,
  },
  details: {
    lists: UL,
    write: (rows) =>
      `<details class="meta"><summary>AlphaNode Post Meta</summary>${rows.map(([label, value]) => `<p><span class="label">${label}</span> <span class="value">${value.startsWith("<") ? "" : value}</span></p>${value.startsWith("<") ? value : ""}`).join("\n")}</details>`,
  },
  "lines with breaks": {
    lists: LINES,
    write: (rows) =>
      `<div class="meta"><h5>AlphaNode Post Meta</h5><p>${rows.map(([label, value]) => `<b>${label}</b>: ${value}`).join("<br>\n")}</p></div>`,
  },
};

/** Writes a box in a markup. */
function boxPage({ meta }: Post, markup: string): string {
  const { lists, write } = BOXES[markup] as (typeof BOXES)[string];
  const rows = (FIELDS as readonly FieldRow[])
    .filter((row) => !Array.isArray(meta[row.key as "tools"]) || meta[row.key as "tools"].length > 0)
    .map((row) => [titleCase(row.label), valueHtml(row, meta[row.key as "topic"], lists)] as const);
  return write(rows);
}

function blockHtml(block: PostBlock): string {
  switch (block.type) {
    case "paragraph":
      return `<p>${escapeText(block.text)}</p>`;
    case "code":
      return `<pre class="wp-block-code"><code>${escapeText(block.text)}</code></pre>`;
    case "list":
      return `<ul>\n${block.items.map((item) => `<li>${escapeText(item)}</li>`).join("\n")}\n</ul>`;
    case "image": {
      const caption = escapeText(block.caption);
      return `<figure class="wp-block-image"><img src="https://example.test/a.png" alt="${caption}" loading="lazy"/><figcaption>${caption}. Image source: ${block.source}</figcaption></figure>`;
    }
  }
}

const articleHtml = ({ intro, sections }: Post): string =>
  [
    ...intro.map(blockHtml),
    ...sections.flatMap(({ heading, blocks }) => [
      `<h2>${titleCase(heading)}</h2>`,
      ...blocks.map(blockHtml),
    ]),
  ].join("\n");

const MENU =
  '<nav class="main-navigation"><ul><li><a href="/">Home</a></li><li><a href="/about">About</a></li></ul></nav>';
const COMMENTS =
  '<div id="comments" class="comments-area"><h2>One thought</h2><ol class="comment-list"><li><p>Thanks, this saved our Friday.</p></li></ol><div id="respond" class="comment-respond"><h3>Leave a Reply</h3><form><p>Your email address will not be published.</p><textarea></textarea></form></div></div>';
const SHARE =
  '<div class="sharedaddy"><h3>Share this:</h3><ul><li><a href="#">Click to share on X</a></li></ul></div>';
const FOOTER = '<footer class="site-footer"><p>Proudly powered by nobody.</p></footer>';

/** The themes around them. */
export const THEMES: Readonly<Record<string, (title: string, article: string, box: string) => string>> = {
  classic: (title, article, box) =>
    `<!doctype html><html><head><title>${title} – A site</title><style>h1{}</style></head><body class="single"><a class="skip-link screen-reader-text" href="#c">Skip to content</a><header class="site-header"><p class="site-title"><a href="/">A site</a></p>${MENU}</header><main><article class="post"><header class="entry-header"><h1 class="entry-title">${title}</h1><div class="entry-meta"><span class="posted-on">Posted on <time>March 5, 2024</time></span> <span class="byline">by admin</span></div></header><div class="entry-content">\n${article}\n${box}${SHARE}</div><footer class="entry-footer">Tags: <a href="/t">logs</a></footer></article>${COMMENTS}</main><aside class="widget-area"><h2>Recent Posts</h2><ul><li><a href="/p">Another post</a></li></ul></aside>${FOOTER}</body></html>`,
  block: (title, article, box) =>
    `<!DOCTYPE html><html><body><div class="wp-site-blocks"><header class="wp-block-template-part"><p class="wp-block-site-title"><a href="/">A site</a></p></header><main><h1 class="wp-block-post-title">${title}</h1><div class="wp-block-group"><p>Written by </p><p class="wp-block-post-author-name">editor</p><p>in</p><div class="wp-block-post-terms"><a href="/c">Data</a></div></div><div class="entry-content wp-block-post-content">${article}</div>${box}<div class="wp-block-comments"><h2>Comments</h2>${COMMENTS}</div><h2>More posts</h2><ul><li><h3 class="wp-block-post-title"><a href="/p">Another post</a></h3></li></ul></main>${FOOTER}</div></body></html>`,
  builder: (title, article, box) =>
    `<html><body><div id="page"><div class="elementor-header"><h1 class="site-logo">A site</h1>${MENU}</div><div class="wrap"><div class="col"><h2 class="entry-title">${title}</h2><div class="toc"><p>Contents</p><ul><li><a href="#a">The Practical Approach</a></li><li><a href="#b">AlphaNode Post Meta</a></li></ul></div><div class="elementor-widget-theme-post-content"><div class="inner">${article}</div></div>${box}</div></div><div class="cookie-banner"><p>We use cookies.</p></div></div></body></html>`,
  plain: (title, article, box) =>
    `<html><head><title>${title}</title></head><body><p><a href="/">Home</a></p><h1>${title}</h1>\n${article}\n${box}\n<hr></body></html>`,
  generator: (title, article, box) =>
    `<!doctype html><html lang=en><body><div class=layout><div class=sidebar><ul><li>Docs</ul></div><div class=main><article><h1>${title}<a class="headerlink" href="#t">¶</a></h1>${article.replaceAll("</p>", "")}${box}</article><div class="related"><p>Read next</p></div></div></div></body></html>`,
};

/** Writes a page of a post. */
export const pageOf = (post: Post, markup: string, theme: string): string =>
  (THEMES[theme] as (typeof THEMES)[string])(
    escapeText(post.title),
    articleHtml(post),
    boxPage(post, markup),
  );
