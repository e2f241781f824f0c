import { slugOf, slugWords } from "../format/address.ts";
import { FIELDS, type Field, type ValueRow } from "../format/fields.ts";
import type { PostMeta } from "../schema/meta.ts";
import type { Post } from "../schema/post.ts";
import { articleBlocks, type HtmlBlock, similarSection } from "../stringify/html.ts";
import { EXTRA_KEY, keyOf, META_PREFIX } from "./keys.ts";
import { type PhpWritable, writeMeta } from "./php.ts";

/** What an item has besides its post. */
export interface ItemFacts {
  readonly id: number;
  readonly site: string;
  readonly date: Date;
}

/** Writes a post as an item of an export. */
export function writeItem(post: Post, { id, site, date }: ItemFacts): string {
  const { title, meta } = post;
  const slug = slugOf(title, Number(meta.payload.sourceId.slice(-6)));
  const day = date.toISOString().slice(0, 19).replace("T", " ");
  return `<item>
<title>${cdata(title)}</title>
<link>${escapeXml(`${site}/${slug}/`)}</link>
<pubDate>${date.toUTCString().replace("GMT", "+0000")}</pubDate>
<dc:creator>${cdata("alphanode")}</dc:creator>
<guid isPermaLink="false">urn:${meta.payload.sourceId.replace("-", ":")}</guid>
<description></description>
<content:encoded>${cdata(contentOf(post))}</content:encoded>
<excerpt:encoded>${cdata("")}</excerpt:encoded>
<wp:post_id>${id}</wp:post_id>
<wp:post_date>${day}</wp:post_date>
<wp:post_date_gmt>${day}</wp:post_date_gmt>
<wp:comment_status>closed</wp:comment_status>
<wp:ping_status>closed</wp:ping_status>
<wp:post_name>${slug}</wp:post_name>
<wp:status>publish</wp:status>
<wp:post_parent>0</wp:post_parent>
<wp:menu_order>0</wp:menu_order>
<wp:post_type>post</wp:post_type>
<wp:post_password></wp:post_password>
<wp:is_sticky>0</wp:is_sticky>
${[...terms(meta), ...metaLines(meta)].join("\n")}
</item>
`;
}

/** Puts a text between the marks of character data, in several such stretches where it holds their end. */
const cdata = (text: string): string => `<![CDATA[${text.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;

/** Escapes text that stands outside of character data. */
export const escapeXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** The block of WordPress that each block of an article is, and the class that its editor expects on it. */
const BLOCKS: Readonly<Record<HtmlBlock["type"], readonly [name: string, className?: string]>> = {
  paragraph: ["paragraph"],
  heading: ["heading", "wp-block-heading"],
  code: ["code", "wp-block-code"],
  list: ["list", "wp-block-list"],
  image: ["image", "wp-block-image"],
};

/** Writes the article as WordPress stores it, with its similar posts where it has some. */
function contentOf(post: Post): string {
  const blocks = articleBlocks(post, post.meta).map(editorBlock);
  const similar = post.similarPosts.length > 0 ? similarSection(post.similarPosts) : [];
  // A shortcode in a text would act.
  return [...blocks, ...similar].join("\n\n").replaceAll("[", "&#91;");
}

function editorBlock({ type, html }: HtmlBlock): string {
  const [name, className] = BLOCKS[type];
  const classed = className === undefined ? html : html.replace(/^<\w+/, `$& class="${className}"`);
  const inner = classed
    .replace("<figcaption>", '<figcaption class="wp-element-caption">')
    .replace(/<li>.*?<\/li>/g, "<!-- wp:list-item -->\n$&\n<!-- /wp:list-item -->\n");
  return `<!-- wp:${name} -->\n${inner}\n<!-- /wp:${name} -->`;
}

/** Writes categories and tags: area and language of the stack, and the tools. */
function terms({ stack, tools }: PostMeta): string[] {
  const term = (domain: string) => (name: string) =>
    `<category domain="${domain}" nicename="${nicename(name)}">${cdata(name)}</category>`;
  return [...stack.slice(1).map(term("category")), ...tools.map(term("post_tag"))];
}

/** Gives a slug for a term, other for other terms: where signs are left out of it, it ends in a digest of them. */
function nicename(name: string): string {
  const words = slugWords(name).join("-");
  if (words === name.toLowerCase().replaceAll(" ", "-")) return words;
  let digest = 0x811c9dc5;
  for (const unit of name.toLowerCase())
    digest = Math.imul(digest ^ (unit.codePointAt(0) as number), 0x01000193);
  return [words.slice(0, 40), (digest >>> 0).toString(36)].filter((part) => part !== "").join("-");
}

/** Writes the box as meta, in the order of the table. */
function metaLines(meta: PostMeta): string[] {
  const pairs = FIELDS.map((row): [string, PhpWritable] => [keyOf(row.label), fieldValue(row, meta)]);
  const written = pairs.filter(([, value]) => !Array.isArray(value) || value.length > 0);
  const extra = Object.entries(meta.extra);
  if (extra.length > 0) written.push([EXTRA_KEY, new Map(extra)]);
  return written.map(
    ([key, value]) =>
      `<wp:postmeta><wp:meta_key>${META_PREFIX}${key}</wp:meta_key><wp:meta_value>${cdata(writeMeta(value))}</wp:meta_value></wp:postmeta>`,
  );
}

function fieldValue(row: Field, meta: PostMeta): PhpWritable {
  switch (row.kind) {
    case "entries":
      return entriesOf(row.entries, meta[row.key]);
    case "records":
      return meta[row.key].map((record) => entriesOf(row.entries, record));
    default:
      return meta[row.key];
  }
}

const entriesOf = (rows: readonly ValueRow[], entries: object): ReadonlyMap<string, PhpWritable> =>
  new Map(
    rows.map(({ label, key }) => [
      keyOf(label),
      (entries as Record<string, string | number>)[key] as PhpWritable,
    ]),
  );
