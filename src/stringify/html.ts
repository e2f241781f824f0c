import { FIELDS, type Field, type ValueRow } from "../format/fields.ts";
import { BOX_HEADING, SIMILAR_HEADING } from "../format/headings.ts";
import { oneOf } from "../format/options.ts";
import { writeValue } from "../format/values.ts";
import type { Article, PostBlock } from "../schema/article.ts";
import type { PostMeta } from "../schema/meta.ts";
import type { Post } from "../schema/post.ts";
import { validPost } from "./stringify.ts";

/**
 * How to write a page.
 *
 * @example
 * ```ts
 * import { type HtmlOptions, postToHtml } from "alphanode-post";
 * import { synthesizePost } from "alphanode-post/synth";
 *
 * const options: HtmlOptions = { box: "table" };
 * console.log(postToHtml(synthesizePost(39770), options).includes("<th>difficulty</th><td>advanced</td>"));
 * ```
 *
 * ```console
 * true
 * ```
 */
export interface HtmlOptions {
  /** The markup of the box: rows of `div` (the default, as the site prints them), a table, or a definition list. */
  box?: "div" | "table" | "dl" | undefined;
}

/** The markup of a box. */
interface BoxMarkup {
  readonly before: string;
  readonly after: string;
  readonly row: (label: string, value: string) => string;
}

const BOXES: Readonly<Record<NonNullable<HtmlOptions["box"]>, BoxMarkup>> = {
  div: {
    before: "",
    after: "",
    row: (label, value) => `<div><strong>${label}</strong><span>${value}</span></div>`,
  },
  table: {
    before: "<table>",
    after: "</table>",
    row: (label, value) => `<tr><th>${label}</th><td>${value}</td></tr>`,
  },
  dl: { before: "<dl>", after: "</dl>", row: (label, value) => `<dt>${label}</dt><dd>${value}</dd>` },
};

/**
 * Writes a post as a web page: article, box and similar posts. Nothing of the post acts in it: all text is escaped, and
 * an image is loaded from an address of `http` or `https` alone.
 *
 * `parseHtml` of `alphanode-post/html` reads an equal post from it, whatever the box, unless a line of the post is one that pages show
 * around theirs (`share this`, `table of contents`) or holds control characters: it leaves these out, here as on any page.
 *
 * @param post - the post
 * @param options - see {@link HtmlOptions}
 * @returns the page, without a line end after its last line
 * @throws PostStringifyError if `post` is no valid `Post`
 * @throws RangeError if `box` is no markup that is written; the message names them
 *
 * @example
 * ```ts
 * import { postToHtml } from "alphanode-post";
 * import { synthesizePost } from "alphanode-post/synth";
 *
 * const html = postToHtml({ ...synthesizePost(39770), title: "tags such as <b>" });
 * console.log(html.match(/<h1>.*<\/h1>/)?.[0]);
 * console.log(html.match(/<div><strong>hash.*<\/div>/)?.[0]);
 * ```
 *
 * ```console
 * <h1>tags such as &lt;b&gt;</h1>
 * <div><strong>hash</strong><span>d2ef9f3b627c9688ab14cd91</span></div>
 * ```
 */
export function postToHtml(post: Post, { box = "div" }: HtmlOptions = {}): string {
  const markup = oneOf(BOXES, box, "box");
  const { title, intro, sections, similarPosts, meta } = validPost(post);
  const heading = escapeHtml(title);
  return [
    "<!doctype html>",
    '<html lang="en">',
    `<head><meta charset="utf-8"><title>${heading}</title></head>`,
    "<body>",
    "<article>",
    `<h1>${heading}</h1>`,
    ...articleBlocks({ intro, sections }, meta).map(({ html }) => html),
    `<section class="anp-box">`,
    `<h2>${BOX_HEADING}</h2>`,
    ...boxRows(meta, markup),
    "</section>",
    ...similarSection(similarPosts),
    "</article>",
    "</body>",
    "</html>",
  ].join("\n");
}

/** A block of an article as HTML. */
export interface HtmlBlock {
  readonly type: PostBlock["type"] | "heading";
  readonly html: string;
}

/** Writes what stands between title and box, block by block. */
export function articleBlocks(
  { intro, sections }: Pick<Article, "intro" | "sections">,
  { imageSources }: PostMeta,
): HtmlBlock[] {
  let images = 0;
  const write = (block: PostBlock): HtmlBlock => ({
    type: block.type,
    html: block.type === "image" ? figure(block, imageSources[images++]?.url) : blockHtml(block),
  });
  return [
    ...intro.map(write),
    ...sections.flatMap(({ heading, blocks }) => [
      { type: "heading" as const, html: `<h2>${escapeHtml(heading)}</h2>` },
      ...blocks.map(write),
    ]),
  ];
}

function blockHtml(block: Exclude<PostBlock, { type: "image" }>): string {
  switch (block.type) {
    case "paragraph":
      return `<p>${escapeHtml(block.text)}</p>`;
    case "code":
      return `<pre><code>${escapeMarkup(block.text)}</code></pre>`;
    case "list":
      return itemsHtml(block.items);
  }
}

function figure(
  { caption, source }: { caption: string; source: string | null },
  url: string | undefined,
): string {
  const text = escapeHtml(caption);
  const src = url !== undefined && /^https?:\/\//i.test(url) ? ` src="${escapeHtml(url)}"` : "";
  const host = source === null ? "" : ` ${escapeHtml(source)}`;
  return `<figure><img${src} alt="${text}"><figcaption>${text}. image source:${host}</figcaption></figure>`;
}

/** Writes the similar posts under their heading. */
export const similarSection = (titles: readonly string[]): string[] => [
  "<section>",
  `<h2>${SIMILAR_HEADING}</h2>`,
  ...(titles.length > 0 ? [itemsHtml(titles)] : []),
  "</section>",
];

/** Writes the rows of a box in the order of the table, and then those it does not know. */
function boxRows(meta: PostMeta, { before, after, row }: BoxMarkup): string[] {
  const known = FIELDS.filter((field) => field.kind !== "records" || meta[field.key].length > 0).map(
    (field) => row(field.label, fieldHtml(field, meta)),
  );
  const extra = Object.entries(meta.extra).map(([label, value]) =>
    row(escapeHtml(label), typeof value === "string" ? escapeHtml(value) : itemsHtml(value)),
  );
  return [before, ...known, ...extra, after].filter((line) => line !== "");
}

function fieldHtml(field: Field, meta: PostMeta): string {
  switch (field.kind) {
    case "list":
      return itemsHtml(meta[field.key]);
    case "entries":
      return entriesHtml(field.entries, meta[field.key]);
    case "records":
      return listHtml(meta[field.key].map((record) => entriesHtml(field.entries, record)));
    default:
      return escapeHtml(writeValue(meta[field.key]));
  }
}

/** Writes entries by the order of their table. */
function entriesHtml(rows: readonly ValueRow[], entries: object): string {
  const values = entries as Record<string, string | number | boolean>;
  return listHtml(
    rows.map(
      ({ label, key }) =>
        `<strong>${label}:</strong> ${escapeHtml(writeValue(values[key] as string | number | boolean))}`,
    ),
  );
}

const listHtml = (items: readonly string[]): string =>
  `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;

const itemsHtml = (items: readonly string[]): string => listHtml(items.map(escapeHtml));

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escapeMarkup = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] as string);

/** Escapes a line of text. Spaces that HTML would make one stand as references, so that they are not lost. */
export const escapeHtml = (text: string): string =>
  escapeMarkup(text).replace(/\t|(?<= ) /g, (space) => `&#${space.charCodeAt(0)};`);
