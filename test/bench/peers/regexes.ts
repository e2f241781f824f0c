import type { Article, Block, Post, PostMeta } from "alphanode-post";

/**
 * The twenty regular expressions that an engineer would write in an afternoon, one for each field of the box, and a
 * few for the article. They read clean spaced posts right, and check nothing: a field that is not found is empty.
 */

const TOPIC = /\ntopic(.+)/;
const SUMMARY = /\nsummary(.+)/;
const AI_OUTLINE =
  /\nai outline\n {2}• context: (.+)\n {2}• problem: (.+)\n {2}• stack: (.+)\n {2}• recommended action: (.+)/;
const AI_BRIEF = /\nai brief(.+)/;
const STACK = /\nstack\n {2}• (.+(?:\n {2}• .+)*)/;
const TOOLS = /\ntools\n {2}• (.+(?:\n {2}• .+)*)/;
const CODE_LANGUAGE = /\ncode language(.+)/;
const DIFFICULTY = /\ndifficulty(.+)/;
const READING_TIME = /\nreading time(\d+)/;
const VIEW_COUNT = /\nview count(\d+)/;
const SCORE =
  /\nscore\n {2}• quality: (\d+)\n {2}• freshness: (\d+)\n {2}• depth: (\d+)\n {2}• clarity: (\d+)/;
const REVISION = /\nrevision\n {2}• status: (.+)\n {2}• version: (.+)\n {2}• last reviewed: (.+)/;
const REFERENCE = /\nreference(.+)/;
const HASH = /\nhash(.+)/;
const FLAGS =
  /\nflags\n {2}• ai generated style: (\d)\n {2}• has images: (\d)\n {2}• image heavy: (\d)\n {2}• needs human review: (\d)/;
const CHECKLIST = /\nchecklist\n {2}• (.+(?:\n {2}• .+)*)/;
const ENTITIES = /\nentities((?:\n {4}• .+)+)/;
const IMAGE_SOURCES = /\nimage sources((?:\n {4}• .+)+)/;
const PAYLOAD =
  /\npayload\n {2}• source id: (.+)\n {2}• generator: (.+)\n {2}• paragraphs: (\d+)\n {2}• scenario: (.+)\n {2}• seed: (\d+)/;
const NOTES = /\nnotes\n {2}• (.+(?:\n {2}• .+)*)/;

const ENTITY = /• name: (.+)\n {4}• type: (.+)/g;
const IMAGE_SOURCE = /• source: (.+)\n {4}• url: (.+)\n {4}• caption: (.+)/g;

const HEADING =
  /^(?:the practical approach|production checks|security and maintenance notes|why this matters|implementation checklist|final notes)$/;
const PARAGRAPH = /^.+[.?!]$/;
const ITEM = /^ {2}• (.+)$/gm;
const IMAGE = /^(.+)\. image source: (\S+)$/gm;

const BOX = "\n\nalphanode post meta\n";
const SIMILAR = "\n\nSimilar Posts";

/** Reads a clean spaced post. */
export function readPost(text: string): Post {
  const boxAt = text.indexOf(BOX);
  const similarAt = text.indexOf(SIMILAR, boxAt);
  return {
    ...readArticle(text.slice(0, boxAt)),
    similarPosts: Array.from(text.slice(similarAt).matchAll(ITEM), ([, title = ""]) => title),
    meta: readMeta(text.slice(boxAt, similarAt)),
  };
}

function readArticle(text: string): Omit<Article, "similarPosts"> {
  const [title = "", ...chunks] = text.replace(/^[|\s]+/, "").split("\n\n");
  const intro: Block[] = [];
  const sections: Article["sections"] = [];
  let blocks = intro;
  for (const chunk of chunks) {
    if (HEADING.test(chunk)) {
      blocks = [];
      sections.push({ heading: chunk, blocks });
    } else if (PARAGRAPH.test(chunk)) {
      blocks.push({ type: "paragraph", text: chunk });
    } else {
      readChunk(chunk, blocks);
    }
  }
  return { title, intro, sections };
}

/** Reads a list, images, or a list with images under it; all else is code, which may hold empty lines. */
function readChunk(chunk: string, blocks: Block[]): void {
  const items = Array.from(chunk.matchAll(ITEM), ([, item = ""]) => item);
  const images = Array.from(
    chunk.matchAll(IMAGE),
    ([, caption = "", source = ""]): Block => ({ type: "image", caption, source }),
  );
  const last = blocks.at(-1);
  if (items.length > 0) blocks.push({ type: "list", items });
  if (images.length > 0) blocks.push(...images);
  else if (items.length === 0 && last?.type === "code") last.text += `\n\n${chunk}`;
  else if (items.length === 0) blocks.push({ type: "code", text: chunk });
}

const textOf = (pattern: RegExp, box: string): string => pattern.exec(box)?.[1] ?? "";
const listOf = (pattern: RegExp, box: string): string[] => textOf(pattern, box).split("\n  • ");

function readMeta(box: string): PostMeta {
  const [, context = "", problem = "", stack = "", recommendedAction = ""] = AI_OUTLINE.exec(box) ?? [];
  const [, quality, freshness, depth, clarity] = SCORE.exec(box) ?? [];
  const [, status = "", version = "", lastReviewed = ""] = REVISION.exec(box) ?? [];
  const [, aiGeneratedStyle, hasImages, imageHeavy, needsHumanReview] = FLAGS.exec(box) ?? [];
  const [, sourceId = "", generator = "", paragraphs, scenario = "", seed] = PAYLOAD.exec(box) ?? [];
  return {
    topic: textOf(TOPIC, box),
    summary: textOf(SUMMARY, box),
    aiOutline: { context, problem, stack, recommendedAction },
    aiBrief: textOf(AI_BRIEF, box),
    stack: listOf(STACK, box),
    tools: listOf(TOOLS, box),
    codeLanguage: textOf(CODE_LANGUAGE, box),
    difficulty: textOf(DIFFICULTY, box),
    readingTime: Number(textOf(READING_TIME, box)),
    viewCount: Number(textOf(VIEW_COUNT, box)),
    score: {
      quality: Number(quality),
      freshness: Number(freshness),
      depth: Number(depth),
      clarity: Number(clarity),
    },
    revision: { status, version, lastReviewed },
    reference: textOf(REFERENCE, box),
    hash: textOf(HASH, box),
    flags: {
      aiGeneratedStyle: aiGeneratedStyle === "1",
      hasImages: hasImages === "1",
      imageHeavy: imageHeavy === "1",
      needsHumanReview: needsHumanReview === "1",
    },
    checklist: listOf(CHECKLIST, box),
    entities: Array.from(textOf(ENTITIES, box).matchAll(ENTITY), ([, name = "", type = ""]) => ({
      name,
      type,
    })),
    imageSources: Array.from(
      textOf(IMAGE_SOURCES, box).matchAll(IMAGE_SOURCE),
      ([, source = "", url = "", caption = ""]) => ({ source, url, caption }),
    ),
    payload: { sourceId, generator, paragraphs: Number(paragraphs), scenario, seed: Number(seed) },
    notes: listOf(NOTES, box),
    extra: {},
  };
}
