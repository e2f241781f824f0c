import * as z from "zod";
import { CODE } from "../format/line.ts";
import { type SchemaOf, Text } from "./values.ts";

/**
 * A paragraph of an article.
 *
 * @example
 * ```ts
 * import { PostBlock, type ParagraphBlock } from "alphanode-post";
 *
 * const block: ParagraphBlock = { type: "paragraph", text: "some text." };
 * console.log(PostBlock.safeParse(block).success);
 * ```
 *
 * ```console
 * true
 * ```
 */
export interface ParagraphBlock {
  /** Always `paragraph`. */
  type: "paragraph";
  /** The paragraph, on one line. */
  text: string;
}

/**
 * A block of code. Code keeps its line ends (`\n`) and indentation.
 *
 * @example
 * ```ts
 * import { PostBlock, type CodeBlock } from "alphanode-post";
 *
 * const block: CodeBlock = { type: "code", text: "if true; then\n  date\nfi" };
 * console.log(PostBlock.safeParse(block).success);
 * ```
 *
 * ```console
 * true
 * ```
 */
export interface CodeBlock {
  /** Always `code`. */
  type: "code";
  /** The lines of code. */
  text: string;
}

/**
 * A list of an article; it has an item at least.
 *
 * @example
 * ```ts
 * import { PostBlock, type ListBlock } from "alphanode-post";
 *
 * const block: ListBlock = { type: "list", items: [] };
 * console.log(PostBlock.safeParse(block).success);
 * ```
 *
 * ```console
 * false
 * ```
 */
export interface ListBlock {
  /** Always `list`. */
  type: "list";
  /** The items, without bullets. */
  items: string[];
}

/**
 * An image of an article: its alt line and its caption line are one block.
 *
 * @example
 * ```ts
 * import { PostBlock, type ImageBlock } from "alphanode-post";
 *
 * const block: ImageBlock = { type: "image", caption: "a chart of queue lengths", source: "unsplash" };
 * console.log(PostBlock.safeParse(block).success);
 * ```
 *
 * ```console
 * true
 * ```
 */
export interface ImageBlock {
  /** Always `image`. */
  type: "image";
  /** The line that stands for the image. */
  caption: string;
  /** The host that the caption line names; null where that line is lost. */
  source: string | null;
}

/**
 * A block of an article, told apart by `type`. The schema and the type share the name.
 *
 * @example
 * ```ts
 * import { PostBlock } from "alphanode-post";
 *
 * const textOf = (block: PostBlock) => ("text" in block ? block.text : "");
 * console.log(textOf(PostBlock.parse({ type: "paragraph", text: "some text." })));
 * ```
 *
 * ```console
 * some text.
 * ```
 */
export type PostBlock = ParagraphBlock | CodeBlock | ListBlock | ImageBlock;
/** The zod schema of a block. */
export const PostBlock = z
  .discriminatedUnion("type", [
    z
      .object({ type: z.literal("paragraph"), text: Text.describe("The paragraph, on one line.") })
      .meta({ title: "ParagraphBlock", description: "A paragraph." }),
    z
      .object({
        type: z.literal("code"),
        text: z
          .string()
          .regex(CODE, "expected lines of code without empty lines at the ends")
          .describe("The lines of code, with their line ends and indentation."),
      })
      .meta({ title: "CodeBlock", description: "A block of code." }),
    z
      .object({
        type: z.literal("list"),
        items: z.array(Text).min(1).describe("The items, without bullets."),
      })
      .meta({ title: "ListBlock", description: "A list." }),
    z
      .object({
        type: z.literal("image"),
        caption: Text.describe("The line that stands for the image."),
        source: Text.nullable().describe(
          "The host that the caption line names; null where that line is lost.",
        ),
      })
      .meta({ title: "ImageBlock", description: "An image: its alt line and its caption line." }),
  ])
  .describe("A block of the article.");

/**
 * A section of an article: a heading and the blocks under it.
 *
 * @example
 * ```ts
 * import { PostSection } from "alphanode-post";
 *
 * const section: PostSection = { heading: "final notes", blocks: [{ type: "paragraph", text: "that is all." }] };
 * console.log(PostSection.safeParse(section).success);
 * ```
 *
 * ```console
 * true
 * ```
 */
export interface PostSection {
  /** The heading, as it stands. */
  heading: string;
  /** The blocks under the heading, in order. */
  blocks: PostBlock[];
}
/** The zod schema of a section. */
export const PostSection: SchemaOf<PostSection> = z
  .object({
    heading: Text.describe("The heading, as it stands."),
    blocks: z.array(PostBlock).describe("The blocks under the heading, in order."),
  })
  .describe("A section of the article.");

/** The shape of an article, which a post shares. */
export const ARTICLE_SHAPE = {
  title: Text.describe("The title of the post."),
  intro: z.array(PostBlock).describe("The blocks before the first heading."),
  sections: z
    .array(PostSection)
    .describe("The sections, in order, the checklist and the final notes among them."),
  similarPosts: z.array(Text).describe("Titles listed under the heading Similar Posts; mostly none."),
};

/**
 * An article without its meta box, as dense copies and listing pages have it.
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { Article, parseArticle } from "alphanode-post";
 *
 * const stored = JSON.stringify(parseArticle(readFileSync("post.txt", "utf8")));
 * const { title, sections }: Article = Article.parse(JSON.parse(stored));
 * console.log(title, sections.length);
 * ```
 *
 * ```console
 * linux server operations notes: handling background jobs behind a cdn: maintenance guide 3
 * ```
 */
export interface Article {
  /** The title of the post. */
  title: string;
  /** The blocks before the first heading. */
  intro: PostBlock[];
  /** The sections, in order, the checklist and the final notes among them. */
  sections: PostSection[];
  /** Titles listed under the heading Similar Posts; mostly none. */
  similarPosts: string[];
}
/** The zod schema of an article. */
export const Article: SchemaOf<Article> = z
  .object(ARTICLE_SHAPE)
  .describe("An AlphaNode article, without the meta box.");
