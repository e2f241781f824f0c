import { formatPath } from "../parse/issues.ts";
import type { Post } from "../schema/post.ts";
import { PostStringifyError, validPost } from "../stringify/stringify.ts";
import { byteLength } from "./php.ts";
import { escapeXml, writeItem } from "./write-item.ts";

/**
 * How to write an export.
 *
 * @example
 * ```ts
 * import { synthesizePosts } from "alphanode-post/synth";
 * import { type ExportOptions, writeExport } from "alphanode-post/wordpress";
 *
 * const options: ExportOptions = { maxBytes: 100_000, firstDate: new Date("2024-05-01T08:00:00Z") };
 * for await (const file of writeExport(synthesizePosts({ count: 20 }), options)) {
 *   console.log(file.match(/<wp:post_date>.*?</g)?.length, file.length <= 100_000);
 * }
 * ```
 *
 * ```console
 * 9 true
 * 10 true
 * 1 true
 * ```
 */
export interface ExportOptions {
  /**
   * The most bytes a file may have. Default: 2,000,000, which is under what PHP lets pass as an upload unless it is told
   * otherwise. At most 268,435,456, since the importer reads a file as a whole.
   */
  maxBytes?: number | undefined;
  /** The date of the first post; each next one is a minute later. Default: the first of January 2015, 0:00 UTC. */
  firstDate?: Date | undefined;
  /** The address of the site that the posts say they come from. Default: `https://alphanode.example`. */
  site?: string | undefined;
}

const DEFAULT_MAX_BYTES = 2_000_000;
const MAX_BYTES = 2 ** 28;
const MINUTE = 60_000;

/** What XML cannot carry, as text or as a reference: control characters, halves of pairs, the two non-characters. */
const NOT_XML = /[^\P{Cc}\t\n\x7f-\x9f]|[\ufffe\uffff\p{Cs}]/u;

/**
 * Writes posts as WordPress exports (WXR 1.2), in the form that WordPress' importer takes whole: each post has an id and a
 * date of its own, its number at the end of its slug, its box as meta, area and language as categories and tools as
 * tags. Posts are taken as they are needed, and one file is in memory at a time.
 *
 * @param posts - the posts: anything that can be iterated
 * @param options - see {@link ExportOptions}
 * @returns the files, each a whole export
 * @throws PostStringifyError from the iteration at a post that is not valid, or that holds control characters
 * @throws RangeError from the iteration at a post that is longer than `maxBytes`, and at once where an option is out of range
 *
 * @example
 * ```ts
 * import { synthesizePosts } from "alphanode-post/synth";
 * import { readExport, writeExport } from "alphanode-post/wordpress";
 *
 * for await (const file of writeExport(synthesizePosts({ first: 39770, count: 2 }))) {
 *   for await (const { slug, result } of readExport(file)) console.log(slug, result.success);
 * }
 * ```
 *
 * ```console
 * linux-server-operations-notes-handling-background-jobs-behind-a-cdn-maintenance-guide-alphanode-039770 true
 * production-checklist-for-preparing-content-heavy-wordpress-sites-in-react-alphanode-039771 true
 * ```
 */
export function writeExport(
  posts: Iterable<Post> | AsyncIterable<Post>,
  {
    maxBytes = DEFAULT_MAX_BYTES,
    firstDate = new Date(Date.UTC(2015, 0)),
    site = "https://alphanode.example",
  }: ExportOptions = {},
): AsyncGenerator<string, void, undefined> {
  if (!(maxBytes > 0 && maxBytes <= MAX_BYTES)) {
    throw new RangeError(`maxBytes is a number of bytes from 1 to ${MAX_BYTES}, got ${String(maxBytes)}`);
  }
  if (Number.isNaN(firstDate.getTime())) throw new RangeError("firstDate is not a date that exists");
  return writeFiles(posts, { maxBytes, firstDate, site: site.replace(/\/+$/, "") });
}

async function* writeFiles(
  posts: Iterable<Post> | AsyncIterable<Post>,
  { maxBytes, firstDate, site }: { readonly [Key in keyof ExportOptions]-?: NonNullable<ExportOptions[Key]> },
): AsyncGenerator<string, void, undefined> {
  const head = headOf(site, firstDate);
  const around = byteLength(head + TAIL);
  let items: string[] = [];
  let bytes = around;
  let id = 0;
  for await (const post of posts) {
    const date = new Date(firstDate.getTime() + id * MINUTE);
    id++;
    const item = writeItem(carried(post), { id, site, date });
    const length = byteLength(item);
    if (around + length > maxBytes) {
      throw new RangeError(
        `the post ${post.meta.payload.sourceId} takes ${around + length} bytes, more than the ${maxBytes} that a file may have; raise maxBytes`,
      );
    }
    if (bytes + length > maxBytes) {
      yield head + items.join("") + TAIL;
      items = [];
      bytes = around;
    }
    items.push(item);
    bytes += length;
  }
  yield head + items.join("") + TAIL;
}

/** Gives a post that is valid and that XML can carry; throws where it is not. */
function carried(post: Post): Post {
  const valid = validPost(post);
  const path = pathOf(valid);
  if (path === undefined) return valid;
  throw new PostStringifyError(
    `an export cannot carry the value at ${formatPath(path)}: it holds a control character or half a character`,
    path,
  );
}

/** Finds the first text of a value, or its first key, that XML cannot carry. */
function pathOf(value: unknown): (string | number)[] | undefined {
  if (typeof value === "string") return NOT_XML.test(value) ? [] : undefined;
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, item] of Object.entries(value)) {
    const below = NOT_XML.test(key) ? [] : pathOf(item);
    if (below !== undefined) return [Array.isArray(value) ? Number(key) : key, ...below];
  }
  return undefined;
}

/** Writes what stands before the items. */
const headOf = (site: string, date: Date): string => `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0"
	xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
	xmlns:content="http://purl.org/rss/1.0/modules/content/"
	xmlns:dc="http://purl.org/dc/elements/1.1/"
	xmlns:wp="http://wordpress.org/export/1.2/"
>
<channel>
<title>AlphaNode</title>
<link>${escapeXml(site)}</link>
<description></description>
<pubDate>${date.toUTCString().replace("GMT", "+0000")}</pubDate>
<language>en</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>${escapeXml(site)}</wp:base_site_url>
<wp:base_blog_url>${escapeXml(site)}</wp:base_blog_url>
`;

const TAIL = "</channel>\n</rss>\n";
