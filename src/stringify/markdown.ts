import { FIELDS, type Field, type ValueRow } from "../format/fields.ts";
import { BOX_HEADING, SIMILAR_HEADING } from "../format/headings.ts";
import { writeValue } from "../format/values.ts";
import type { PostBlock } from "../schema/article.ts";
import type { PostMeta } from "../schema/meta.ts";
import type { Post } from "../schema/post.ts";
import { writeCarried } from "./stringify.ts";

/**
 * Writes a post as Markdown (CommonMark): headings, paragraphs, fenced code, lists, images by their alt text, and the box
 * as labels in bold. {@link parsePost} reads an equal post from it.
 *
 * @param post - the post
 * @returns the Markdown, without a line end after its last line
 * @throws PostStringifyError if `post` is no valid `Post`, or says something that would be read otherwise, as unknown
 * fields would be: nothing in Markdown tells them from lines of the page
 *
 * @example
 * ```ts
 * import { parsePost, postToMarkdown } from "alphanode-post";
 * import { synthesizePost } from "alphanode-post/synth";
 *
 * const markdown = postToMarkdown(synthesizePost(39770));
 * console.log(markdown.split("\n")[0]);
 * console.log(markdown.match(/^\*\*difficulty.*$/m)?.[0]);
 * console.log(parsePost(markdown).meta.hash === synthesizePost(39770).meta.hash);
 * ```
 *
 * ```console
 * # linux server operations notes: handling background jobs behind a cdn: maintenance guide
 * **difficulty** advanced
 * true
 * ```
 */
export function postToMarkdown(post: Post): string {
  return writeCarried(post, write, "Markdown cannot");
}

function write({ title, intro, sections, similarPosts, meta }: Post): string {
  return [
    `# ${escapeMarkdown(title)}`,
    ...intro.map(blockMarkdown),
    ...sections.flatMap(({ heading, blocks }) => [
      `## ${escapeMarkdown(heading)}`,
      ...blocks.map(blockMarkdown),
    ]),
    `## ${BOX_HEADING}`,
    ...FIELDS.flatMap((row) => fieldMarkdown(row, meta)),
    `## ${SIMILAR_HEADING}`,
    ...(similarPosts.length > 0 ? [itemsMarkdown(similarPosts)] : []),
  ].join("\n\n");
}

function blockMarkdown(block: PostBlock): string {
  switch (block.type) {
    case "paragraph":
      return escapeMarkdown(block.text);
    case "code":
      return fenced(block.text);
    case "list":
      return itemsMarkdown(block.items);
    case "image": {
      const text = escapeMarkdown(block.caption);
      const host = block.source === null ? "" : ` ${escapeMarkdown(block.source)}`;
      return `![${text}](#)\n\n${text}. image source:${host}`;
    }
  }
}

/** Writes code between fences longer than any row of back-ticks in it. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}

function fieldMarkdown(row: Field, meta: PostMeta): string[] {
  const label = `**${row.label}**`;
  switch (row.kind) {
    case "list":
      return [label, itemsMarkdown(meta[row.key])];
    case "entries":
      return [label, entries(row.entries, meta[row.key], "- ", "- ")];
    case "records": {
      const records = meta[row.key].map((record) => entries(row.entries, record, "- - ", "  - "));
      return records.length > 0 ? [label, records.join("\n")] : [];
    }
    default:
      return [`${label} ${escapeMarkdown(writeValue(meta[row.key]))}`];
  }
}

function entries(rows: readonly ValueRow[], values: object, first: string, next: string): string {
  return rows
    .map(({ label, key }, i) => {
      const value = (values as Record<string, string | number | boolean>)[key] as string;
      return `${i === 0 ? first : next}**${label}:** ${escapeMarkdown(writeValue(value))}`;
    })
    .join("\n");
}

const itemsMarkdown = (items: readonly string[]): string =>
  items.map((item) => `- ${escapeMarkdown(item)}`).join("\n");

/** Escapes a line of text: marks that act anywhere, and those that act at the start of a line. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~&!#]/g, "\\$&")
    .replace(/^[-+=]/, "\\$&")
    .replace(/^(\d{1,9})([.)])/, "$1\\$2");
}
