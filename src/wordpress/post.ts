import { postNumberOf } from "../format/address.ts";
import { layOutItem } from "../html/item.ts";
import type { ParseOptions } from "../parse/options.ts";
import type { ParseResult, Positioned } from "../parse/result.ts";
import { safeParseLaidOut } from "../parse/run.ts";
import type { PartialPost, Post } from "../schema/post.ts";
import { codeAsHtml } from "./code.ts";
import type { MetaBox } from "./meta.ts";

/**
 * A post as WordPress has it: what the site knows of it, and what its text and meta were read as.
 *
 * @example
 * ```ts
 * import { synthesizePosts } from "alphanode-post/synth";
 * import { readExport, type WordPressPost, writeExport } from "alphanode-post/wordpress";
 *
 * const posts: WordPressPost[] = [];
 * for await (const file of writeExport(synthesizePosts({ first: 39770, count: 1 }))) {
 *   for await (const post of readExport(file)) posts.push(post);
 * }
 * const [{ id, number, date, status, categories, result }] = posts as [WordPressPost];
 * console.log(id, number, date, status, categories, result.success);
 * ```
 *
 * ```console
 * 1 39770 2015-01-01T00:00:00Z publish [ 'devops', 'bash' ] true
 * ```
 */
export interface WordPressPost<Result = ParseResult<Post, PartialPost>> {
  /** The id of the post on its site; null where a feed does not tell it. */
  readonly id: number | null;
  /** The post number, from its address, as for copies without a box; null where the address has none. */
  readonly number: number | null;
  /** The end of its address. */
  readonly slug: string;
  /** Its address. */
  readonly link: string | null;
  /** When it was published, ISO 8601 in UTC: `2026-01-15T05:30:00Z`; null for a draft. */
  readonly date: string | null;
  /** `publish`, `draft`, `private` and so on; a feed has published posts alone. */
  readonly status: string;
  /** Names of its categories; of a feed, which does not tell them apart, of its tags, too. */
  readonly categories: string[];
  /** Names of its tags. */
  readonly tags: string[];
  /** Its title, content and meta as one piece of HTML: what positions of issues point into. */
  readonly source: string;
  /** The post; read when it is asked for first, so that going through posts costs little. */
  readonly result: Result;
}

/** A post of which the result tells where its values stand in {@link WordPressPost.source}. */
export type LocatedPost = WordPressPost<Positioned<ParseResult<Post, PartialPost>>>;

/** What a reader knows of a post. */
export interface PostFacts extends Omit<WordPressPost, "number" | "source" | "result"> {
  /** The title as HTML. */
  readonly title: string;
  /** The content as HTML, as it was typed where that is known. */
  readonly content: string;
  /** The content as the page shows it, where that is known besides. */
  readonly rendered?: string;
  readonly box: () => MetaBox;
  /** What the source lacks of the post, in words; undefined where it has all of it. */
  readonly lack: string | undefined;
  /** Whether the source ends within the content. */
  readonly isContentCut?: boolean;
}

/** Makes a post of what a reader knows. */
export function postOf(facts: PostFacts, options: ParseOptions | undefined): WordPressPost {
  const { id, slug, link, date, status, categories, tags } = facts;
  let read: { source: string; result: ParseResult<Post, PartialPost> } | undefined;
  const reading = () => (read ??= readItem(facts, options));
  return {
    id,
    number: numberOf(slug, link),
    slug,
    link,
    date,
    status,
    categories,
    tags,
    get source() {
      return reading().source;
    },
    get result() {
      return reading().result;
    },
  };
}

const numberOf = (slug: string, link: string | null): number | null =>
  postNumberOf(slug) ?? (link === null ? null : postNumberOf(link));

function readItem(
  { title, content, rendered, box, lack, isContentCut = false }: PostFacts,
  options: ParseOptions | undefined,
): { source: string; result: ParseResult<Post, PartialPost> } {
  const { html, doubts } = box();
  const shown = rendered === undefined ? "" : `\n<aside>\n${rendered}\n</aside>`;
  // An answer that was asked for its content alone may have its title there.
  const heading = title.trim() === "" ? "" : `<h1>${title}</h1>\n`;
  const before = `${heading}${html}<div class="entry-content">\n`;
  const shownContent = codeAsHtml(content);
  const source = `${before}${shownContent}\n</div>${shown}\n`;
  const extent = { from: before.length, to: before.length + shownContent.length, isCut: isContentCut };
  const result = safeParseLaidOut(source, options, (given) =>
    layOutItem(given, { hasMeta: html !== "", doubts, lack, content: extent }),
  );
  return { source, result };
}
