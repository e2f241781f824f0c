import type { ParseOptions } from "../parse/options.ts";
import { escapeHtml } from "../stringify/html.ts";
import { piecesOf, type WordPressSource } from "./chunks.ts";
import { type Item, itemsOf } from "./items.ts";
import { boxOfTexts } from "./meta.ts";
import { type LocatedPost, postOf, type WordPressPost } from "./post.ts";
import { unprefixed } from "./xhtml.ts";

/**
 * Reads the posts of a WordPress export (WXR), one by one as they come, so that memory stays flat however many there are.
 * Drafts, private posts and posts with a password are among them; pages, attachments and the like are not.
 *
 * A post's box is its meta: keys such as `anp_topic` or `_topic`, arrays serialised by PHP, the first value of each key.
 * Where the content shows the box, too, it has the fields that the meta lacks, and a difference is reported (`duplicate_field`).
 *
 * @param source - the export: see {@link WordPressSource}
 * @param options - how to parse each post
 * @returns the posts, in the order of the export
 * @throws TypeError if `source` is neither text, bytes nor pieces of them
 * @throws SyntaxError from the iteration if what was given is no export
 *
 * @example
 * ```ts
 * import { synthesizePosts } from "alphanode-post/synth";
 * import { readExport, writeExport } from "alphanode-post/wordpress";
 *
 * for await (const file of writeExport(synthesizePosts({ first: 100, count: 2 }))) {
 *   for await (const { number, result } of readExport(file)) {
 *     if (result.success) console.log(number, result.data.meta.topic);
 *   }
 * }
 * ```
 *
 * ```console
 * 100 making logs useful during incidents / javascript
 * 101 reducing build time / cloudflare caching
 * ```
 */
export function readExport(
  source: WordPressSource,
  options: ParseOptions & { positions: true },
): AsyncGenerator<LocatedPost, void, undefined>;
export function readExport(
  source: WordPressSource,
  options?: ParseOptions,
): AsyncGenerator<WordPressPost, void, undefined>;
export function readExport(
  source: WordPressSource,
  options?: ParseOptions,
): AsyncGenerator<WordPressPost, void, undefined> {
  piecesOf(source);
  return readItems(source, options, exportedPost);
}

/**
 * Reads the posts of a feed, RSS or Atom, one by one as they come. A feed mostly has the article alone, without its box: then
 * {@link WordPressPost.number} tells which post it is.
 *
 * @param source - the feed: see {@link WordPressSource}
 * @param options - how to parse each post
 * @returns the posts, in the order of the feed
 * @throws TypeError if `source` is neither text, bytes nor pieces of them
 * @throws SyntaxError from the iteration if what was given is no feed
 *
 * @example
 * ```ts
 * import { readFeed } from "alphanode-post/wordpress";
 *
 * const feed = `<rss version="2.0"><channel><item>
 * <title>Keeping Backups Small</title>
 * <link>https://alphanode.example/keeping-backups-small-alphanode-020690/</link>
 * <pubDate>Thu, 15 Jan 2026 05:30:00 +0000</pubDate>
 * </item></channel></rss>`;
 * for await (const { number, date, categories } of readFeed(feed)) console.log(number, date, categories);
 * ```
 *
 * ```console
 * 20690 2026-01-15T05:30:00Z []
 * ```
 */
export function readFeed(
  source: WordPressSource,
  options: ParseOptions & { positions: true },
): AsyncGenerator<LocatedPost, void, undefined>;
export function readFeed(
  source: WordPressSource,
  options?: ParseOptions,
): AsyncGenerator<WordPressPost, void, undefined>;
export function readFeed(
  source: WordPressSource,
  options?: ParseOptions,
): AsyncGenerator<WordPressPost, void, undefined> {
  piecesOf(source);
  return readItems(source, options, fedPost);
}

async function* readItems(
  source: WordPressSource,
  options: ParseOptions | undefined,
  read: (item: Item, options: ParseOptions | undefined) => WordPressPost | undefined,
): AsyncGenerator<WordPressPost, void, undefined> {
  for await (const item of itemsOf(source)) {
    const post = read(item, options);
    if (post !== undefined) yield post;
  }
}

/** Reads an item of an export; undefined for what is no post. */
function exportedPost(item: Item, options: ParseOptions | undefined): WordPressPost | undefined {
  const text = (name: string): string => item.texts.get(name)?.trim() ?? "";
  const type = text("wp:post_type");
  if (type !== "post" && type !== "") return undefined;
  const named = (domain: string): string[] =>
    item.terms.filter((term) => term.domain === domain).map(({ name }) => name);
  return postOf(
    {
      id: idOf(text("wp:post_id")),
      slug: text("wp:post_name") || slugIn(text("link")),
      link: text("link") || null,
      date: databaseDate(text("wp:post_date_gmt")),
      status: text("wp:status") || "publish",
      categories: named(item.terms.some(({ domain }) => domain === "category") ? "category" : ""),
      tags: [...named("post_tag"), ...named("tag")],
      title: titleOf(item),
      content: item.texts.get("content:encoded") ?? "",
      box: () => boxOfTexts(item.meta),
      lack: item.isCut ? CUT : undefined,
      isContentCut: item.cutIn === "content:encoded",
    },
    options,
  );
}

const CUT = "the source ends within this post; what follows is missing";
export const EXCERPT = "an excerpt of the post alone; read its page or an export for the whole";

/** Marks at the end of an excerpt. */
const EXCERPT_END = /(?:\[?(?:&hellip;|&#8230;|…|\.\.\.)\]?|(?:continue reading|read more).{0,200})\s*$/is;

/** Tells whether HTML ends as an excerpt does, but for what feeds add. */
const isExcerpt = (html: string): boolean =>
  EXCERPT_END.test(
    html
      .replace(/<[^<>]*>/g, " ")
      .replace(/the post .{1,400} (?:appeared first|first appeared) on .{0,200}$/is, "")
      .trim(),
  );

/** The elements of a feed that may hold the text of a post. */
const CONTENTS: ReadonlySet<string> = new Set(["content:encoded", "content", "description", "summary"]);

function fedPost(item: Item, options: ParseOptions | undefined): WordPressPost {
  const text = (name: string): string => item.texts.get(name)?.trim() ?? "";
  const link = text("link") || null;
  const given = item.texts.get("content:encoded") ?? unprefixed(item.texts.get("content") ?? "");
  const content =
    given.trim() === "" ? (item.texts.get("description") ?? item.texts.get("summary") ?? "") : given;
  // Of a feed with excerpts, nothing else says that this is one.
  const lack = given.trim() === "" && isExcerpt(content) ? EXCERPT : undefined;
  return postOf(
    {
      id: idOf(/[?&]p=(\d+)$/.exec(text("guid") || text("id"))?.[1] ?? ""),
      slug: slugIn(link ?? ""),
      link,
      date: mailDate(text("pubDate") || text("published") || text("updated")),
      status: "publish",
      categories: item.terms.map(({ name }) => name),
      tags: [],
      title: titleOf(item),
      content,
      box: () => boxOfTexts(item.meta),
      lack: item.isCut ? CUT : lack,
      isContentCut: item.cutIn !== undefined && CONTENTS.has(item.cutIn),
    },
    options,
  );
}

/** The title as HTML: as character data it is that, else text. */
function titleOf({ texts, isHtmlTitle }: Item): string {
  const title = texts.get("title") ?? "";
  return isHtmlTitle ? title : escapeHtml(title);
}

const idOf = (text: string): number | null => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : null);

/** The slug at the end of an address. */
export const slugIn = (link: string): string => /([^/?#]+)\/?(?:[?#].*)?$/.exec(link)?.[1] ?? "";

/** A date of WordPress' database, which is in UTC, as ISO 8601; null where there is none. */
export function databaseDate(text: string): string | null {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)/.exec(text) ?? [];
  if (day === undefined || time === undefined) return null;
  const date = `${day}T${time}Z`;
  return Number.isNaN(Date.parse(date)) ? null : date;
}

/** A date as mail and feeds have it, as ISO 8601 in UTC. */
function mailDate(text: string): string | null {
  const time = text === "" ? Number.NaN : Date.parse(text);
  return Number.isNaN(time) ? null : `${new Date(time).toISOString().slice(0, 19)}Z`;
}
