import type { core } from "zod";
import { BOX_HEADING, SIMILAR_HEADING } from "../format/headings.ts";
import { formatPath } from "../parse/issues.ts";
import { safeParsePost } from "../parse/parse.ts";
import type { Article, PostBlock } from "../schema/article.ts";
import { Post } from "../schema/post.ts";
import { boxLines, bullets } from "./box.ts";
import { differences, isSamePost } from "./diff.ts";

/**
 * How to write a post.
 *
 * @example
 * ```ts
 * import { type StringifyOptions, stringifyPost } from "alphanode-post";
 * import { synthesizePost } from "alphanode-post/synth";
 *
 * const options: StringifyOptions = { form: "dense" };
 * console.log(stringifyPost(synthesizePost(39770), options).includes("alphanode post meta"));
 * ```
 *
 * ```console
 * false
 * ```
 */
export interface StringifyOptions {
  /**
   * `spaced` (the default) has everything. `dense` is the article alone as the other extractor leaves it: no empty
   * lines, no images, no similar posts, no box, and code without indentation and inner empty lines.
   */
  form?: "spaced" | "dense" | undefined;
}

/**
 * Writes a post as canonical text. The spaced form parses back to an equal post.
 *
 * @param post - the post
 * @param options - see {@link StringifyOptions}
 * @returns the text, without a line end after its last line
 * @throws RangeError if `form` is neither of the two
 * @throws PostStringifyError if `post` is no valid `Post`, or if the spaced form cannot carry it: the format has no
 * signs for paragraphs, headings and code, so that a paragraph that looks like code, say, would be read as code
 *
 * @example
 * ```ts
 * import { parsePost, stringifyPost } from "alphanode-post";
 * import { synthesizePost } from "alphanode-post/synth";
 *
 * const text = stringifyPost(synthesizePost(39770));
 * console.log(text.slice(0, text.indexOf("\n")));
 * console.log(parsePost(text).meta.hash === synthesizePost(39770).meta.hash);
 * ```
 *
 * ```console
 * linux server operations notes: handling background jobs behind a cdn: maintenance guide
 * true
 * ```
 */
export function stringifyPost(post: Post, { form }: StringifyOptions = {}): string {
  if (form !== undefined && form !== "spaced" && form !== "dense") {
    throw new RangeError(`found the form ${JSON.stringify(form)}, expected "spaced" or "dense"`);
  }
  if (form === "dense") return dense(validPost(post));
  return writeCarried(post, spaced, "text cannot", " (see docs/format.md)");
}

/**
 * Writes a post in a form that is read back as an equal post; throws where the post is not valid or the form cannot
 * carry it, in the words of the form.
 */
export function writeCarried(post: Post, write: (post: Post) => string, cannot: string, hint = ""): string {
  const sure = writeSure(post, write);
  if (sure !== undefined) return sure;
  const valid = validPost(post);
  const text = write(valid);
  const [lost] = differences(valid, readBack(text).value, []);
  if (lost === undefined) return text;
  throw new PostStringifyError(
    `${cannot} carry the value at ${formatPath(lost.path)}: it would be read as something else${hint}`,
    lost.path,
  );
}

/**
 * Writes a post that is read back without an error as the very post, which shows that it is valid: whatever is read so
 * is. Gives nothing where that is not so, or where it is no post at all.
 */
// Stryker disable next-line BlockStatement: a shortcut; where it gives nothing, the post is checked as a whole.
function writeSure(post: Post, write: (post: Post) => string): string | undefined {
  // Stryker disable next-line BlockStatement: likewise.
  try {
    const text = write(post);
    const result = readBack(text);
    return result.success && isSamePost(post, result.data) ? text : undefined;
    // Stryker disable next-line BlockStatement: whoever gives nothing gives undefined.
  } catch {
    return undefined;
  }
}

// Stryker disable next-line ObjectLiteral: told by the tests of sizes, which take too long for mutants
const readBack = (text: string) => safeParsePost(text, { maxLength: Number.POSITIVE_INFINITY });

/** Gives a post that is valid, of its own properties alone; throws where it is not. */
export function validPost(post: Post): Post {
  const valid = Post.safeParse(post);
  if (valid.success) return valid.data;
  const [issue] = valid.error.issues as [core.$ZodIssue];
  const path = issue.path.map((key) => (typeof key === "symbol" ? String(key) : key));
  throw new PostStringifyError(
    `the post is not valid at ${formatPath(path) || "its root"}: ${issue.message}`,
    path,
  );
}

/**
 * The error that {@link stringifyPost} and its kind throw for a post that is not valid, or that the form cannot carry.
 *
 * @example
 * ```ts
 * import { PostStringifyError, stringifyPost } from "alphanode-post";
 * import { synthesizePost } from "alphanode-post/synth";
 *
 * try {
 *   stringifyPost({ ...synthesizePost(39770), title: "• a title with a bullet" });
 * } catch (error) {
 *   if (!(error instanceof PostStringifyError)) throw error;
 *   console.log(error.path, error.message);
 * }
 * ```
 *
 * ```console
 * [ 'title' ] text cannot carry the value at title: it would be read as something else (see docs/format.md)
 * ```
 */
export class PostStringifyError extends Error {
  /** Always `PostStringifyError`. */
  override readonly name = "PostStringifyError";
  /** Where in the post the trouble is. */
  readonly path: (string | number)[];

  /**
   * @param message - what cannot be written, and why
   * @param path - where in the post it is
   */
  constructor(message: string, path: (string | number)[]) {
    super(message);
    this.path = path;
  }

  /**
   * Tells an error of this kind by its name, so that `instanceof` holds between the copies of the package for `import`
   * and for `require`, too.
   *
   * @param value - anything
   * @returns whether it is such an error
   */
  static override [Symbol.hasInstance](value: unknown): value is PostStringifyError {
    return value instanceof Error && value.name === "PostStringifyError";
  }
}

/** Writes the spaced form. */
const spaced = (post: Post): string =>
  `${spacedArticle(post)}\n\n${BOX_HEADING}\n${boxLines(post.meta)}\n\n${similarList(post)}`;

/** Writes what stands before the box: title, intro and sections. */
export function spacedArticle({ title, intro, sections }: Article): string {
  let text = title + spacedBlocks(intro);
  for (const { heading, blocks } of sections) text += `\n\n${heading}${spacedBlocks(blocks)}`;
  return text;
}

/** Writes what stands after the box: the similar posts under their heading. */
export const similarList = ({ similarPosts }: Article): string =>
  similarPosts.length > 0 ? `${SIMILAR_HEADING}\n${bullets(similarPosts)}` : SIMILAR_HEADING;

/** Writes blocks, each after an empty line; but an image stands right under a list or another image. */
function spacedBlocks(blocks: readonly PostBlock[]): string {
  let text = "";
  let before: PostBlock["type"] | undefined;
  for (const block of blocks) {
    const isUnder = block.type === "image" && (before === "image" || before === "list");
    text += `${isUnder ? "" : "\n"}${blockLines(block)}`;
    before = block.type;
  }
  return text;
}

function blockLines(block: PostBlock): string {
  switch (block.type) {
    case "list":
      return bullets(block.items);
    case "image":
      return `\n${block.caption}\n${block.caption}. image source:${block.source === null ? "" : ` ${block.source}`}`;
    default:
      return `\n${block.text}`;
  }
}

/** Writes the dense form. */
function dense({ title, intro, sections }: Post): string {
  const body = sections.flatMap(({ heading, blocks }) => [heading, ...blocks.flatMap(denseBlock)]);
  return [title, ...intro.flatMap(denseBlock), ...body].join("\n");
}

function denseBlock(block: PostBlock): string[] {
  switch (block.type) {
    case "image":
      return [];
    case "list":
      return block.items.map((item) => `- ${item}`);
    case "code":
      return block.text.split(/\n+/).map((line) => line.trim());
    default:
      return [block.text];
  }
}
