import { FINAL_HEADING } from "../format/headings.ts";
import { flagged } from "../format/pattern.ts";
import { isBlank } from "../format/text.ts";
import type { PostBlock, PostSection } from "../schema/article.ts";
import { CODE_BULLET } from "../syntax/article.ts";
import { markOf } from "../syntax/headings.ts";
import { knownHeadingAt } from "../syntax/known-heading.ts";
import { type ChunkLine, lookOfChunk, lookOfLine, STOP, startsWithWord } from "../syntax/look.ts";
import { afterBullet, lineFeed, skipBlank, trimBlank } from "../syntax/scan.ts";
import type { ReadArticle } from "./article.ts";
import { ITEM } from "./clean-box.ts";
import { isFlatCode } from "./marked-code.ts";
import { HEADINGS, typicalParts } from "./typical.ts";

/**
 * Articles that are as the site writes them: a title, and chunks with one empty line between, each of which says by itself
 * what it is. Most are, and no lines are looked for in them. All others are left to the grammar.
 */

/** An article with a title. */
export type CleanArticle = ReadArticle & { readonly title: string };

/** What stands between two chunks. */
export const APART = "\n\n";

/** An item, where it starts a chunk. */
const FIRST_ITEM = ITEM.slice(1);

/** What stands between a caption and the host of its image. */
export const LEAD = ". image source: ";

/**
 * Reads the article of a text of usual characters, above the empty line at an offset.
 *
 * @returns what the grammar would give without an issue, if the title is one of the site's; undefined where anything is otherwise
 */
export function readCleanArticle(text: string, end: number): CleanArticle | undefined {
  const start = startOfTitle(text);
  const past = text.indexOf(APART, start);
  const title = text.slice(start, past);
  if (!isTitle(title)) return undefined;
  const intro: PostBlock[] = [];
  const sections: PostSection[] = [];
  let blocks = intro;
  /** Where code starts that goes on. */
  let code: number | undefined;
  let at = past + APART.length;
  while (at < end) {
    // Within code, more than one line may be empty.
    if (code !== undefined && text.startsWith("\n", at)) {
      at++;
      continue;
    }
    const feed = text.indexOf("\n", at);
    const isLine = text.startsWith("\n", feed + 1);
    const to = isLine ? feed : text.indexOf(APART, feed);
    const chunk = text.slice(at, to);
    const heading = HEADINGS.find((one) => one === chunk);
    const under = blocks.at(-1)?.type;
    if (heading !== undefined) {
      if (code !== undefined) {
        const lines = text.slice(code, at - APART.length);
        if (isOddCode(lines)) return undefined;
        blocks.push({ type: "code", text: lines });
        code = undefined;
      }
      blocks = [];
      sections.push({ heading, blocks });
    } else if (code === undefined && isLine && isParagraph(chunk)) {
      blocks.push({ type: "paragraph", text: chunk });
    } else if (code === undefined && chunk.startsWith(FIRST_ITEM)) {
      if (!addItems(chunk, blocks)) return undefined;
    } else if (code === undefined && addImages(chunk, 0, blocks)) {
      // One under a list or another image has no empty line above it.
      if (under !== "paragraph") return undefined;
    } else {
      // The site has code below the paragraphs of a section.
      if (sections.length === 0 || blocks.length === 0 || !isOfCode(chunk)) return undefined;
      code ??= at;
    }
    at = to + APART.length;
  }
  const isWhole =
    at === end + APART.length && code === undefined && sections.at(-1)?.heading === FINAL_HEADING;
  const article = { title, intro, sections, similarPosts: [] };
  return isWhole && typicalParts(article) === 1 + sections.length ? article : undefined;
}

/** The end of an article, up to its last paragraph. */
const END = `${APART}${FINAL_HEADING}${APART}`;

/** Tells whether nothing above the heading of a box may be of one: the last paragraph of an article stands there, and no heading like it. */
export function isBoxAlone(text: string, start: number): boolean {
  const end = start - APART.length;
  if (end < 0) return true;
  const last = text.lastIndexOf("\n", end - 1) + 1;
  if (!text.startsWith(END, last - END.length)) return false;
  for (let at = 0; at < end; ) {
    const past = lineFeed(text, at);
    const from = skipBlank(text, at, past);
    if (markOf(text.slice(from, trimBlank(text, from, past))) !== undefined) return false;
    at = past + 1;
  }
  return true;
}

/** The bars that category links left behind. */
const BARS = /^\|(?: ?\|)*\n\n/;

/** Gives the offset of the title of a clean article. */
export const startOfTitle = (text: string): number =>
  text.startsWith("|") ? (BARS.exec(text)?.[0].length ?? 0) : 0;

/** What leads to the host of an image, or ends the text of one: a line that has it may be an image. */
const OF_IMAGE = /source:|visual\s+reference\s+\d+$/im;

/** Tells whether a text is a title alone. */
const isTitle = (text: string): boolean =>
  !text.includes("\n") &&
  startsWithWord(text) &&
  !isBlank(text.charCodeAt(text.length - 1)) &&
  afterBullet(text, 0, text.length) === 0 &&
  !isHeading(text) &&
  !OF_IMAGE.test(text);

/** Tells whether a text is a known heading, or like one. */
const isHeading = (text: string): boolean =>
  knownHeadingAt(text, 0, text.length, false) !== undefined || markOf(text) !== undefined;

/** Tells whether a line is a paragraph: prose. */
const isParagraph = (chunk: string): boolean =>
  startsWithWord(chunk) &&
  lookOfLine(chunk) === "prose" &&
  afterBullet(chunk, 0, chunk.length) === 0 &&
  (chunk.charCodeAt(chunk.length - 1) === STOP || !OF_IMAGE.test(chunk));

/** Adds the list of a chunk, and the images under it. */
function addItems(chunk: string, blocks: PostBlock[]): boolean {
  const items: string[] = [];
  let at = 0;
  while (chunk.startsWith(FIRST_ITEM, at)) {
    const end = lineFeed(chunk, at);
    const item = chunk.slice(at + FIRST_ITEM.length, end);
    if (isBlank(item.charCodeAt(0)) || isBlank(item.charCodeAt(item.length - 1)) || item === "") return false;
    items.push(item);
    at = end + 1;
  }
  blocks.push({ type: "list", items });
  return addImages(chunk, at, blocks);
}

/** Adds the images of a chunk, from an offset on, each of which stands right under the one before; tells whether nothing else stands there. */
function addImages(chunk: string, start: number, blocks: PostBlock[]): boolean {
  const images: PostBlock[] = [];
  for (let at = start; at < chunk.length; ) {
    IMAGE.lastIndex = at;
    const [image, caption, source] = IMAGE.exec(chunk) ?? [];
    if (image === undefined) return false;
    images.push({ type: "image", caption: caption as string, source: source as string });
    at += image.length + 1;
  }
  blocks.push(...images);
  return true;
}

/** An image: its caption, and once more with the host of its address. */
const IMAGE = flagged(
  "y",
)`([\dA-Za-z](?:[^\n:]*[\dA-Za-z])?)\n\1\.${LEAD.slice(1)}([\w-]+(?:\.[\w-]+)*)(?![^\n])`;

/** Tells whether the lines of a chunk are no prose, nor anything else than code. */
function isOfCode(chunk: string): boolean {
  const lines = chunk.split("\n").map((line) => ({ text: line.trim(), width: line.length }));
  if (lines.some(({ text }) => text === "" || isHeading(text))) return false;
  if (lines.some(isBulleted))
    return (
      lines.every((line) => !isBulleted(line) || CODE_BULLET.test(line.text.charAt(0))) &&
      lines.some((line) => !isBulleted(line) && lookOfLine(line.text) === "code")
    );
  const [first] = lines as [ChunkLine, ...ChunkLine[]];
  return (lines.length > 1 ? lookOfChunk(lines) : lookOfLine(first.text)) !== "prose";
}

const isBulleted = ({ text }: ChunkLine): boolean => afterBullet(text, 0, text.length) > 0;

/** Tells whether code has white space where it has none on the site, may be an image, or has lost its indentation. */
const isOddCode = (text: string): boolean => ODD_SPACE.test(text) || OF_IMAGE.test(text) || isFlatCode(text);

/** White space at the end of a line, an empty line at the end. */
const ODD_SPACE = /[\t ]\n|\s$/;
