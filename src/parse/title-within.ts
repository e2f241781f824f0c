import { lower } from "../format/case.ts";
import { anyCase } from "../format/pattern.ts";
import { TABLE } from "../format/table.ts";
import { EDITIONS, STACKS, TITLE_PATTERNS } from "../format/words.ts";
import { KNOWN_TITLE, titlesOf } from "../layout/title-words.ts";
import type { PostMeta } from "../schema/meta.ts";
import type { PartialMeta } from "../schema/post.ts";
import type { Line } from "../syntax/scan.ts";
import type { ComposedArticle } from "./article.ts";
import type { IssueList } from "./issues.ts";
import { MARKED, tellerOf } from "./odd.ts";
import { TITLE } from "./place.ts";
import type { Shape } from "./typical.ts";

/** Titles that hold one of the site's and more, the name of a site, a category, a word of a button, or are a piece of one. */

/** Tells whether the fields that say what the title is made of agree on it: a damaged one says nothing of the title. */
const areSure = (
  { topic, payload }: PartialMeta,
  { problem, stack, context }: PostMeta["aiOutline"],
): boolean => topic === problem + TABLE.topic.joint + stack && payload?.scenario === context;

/** The titles of the site, cut at what they are made of, by its property in the outline. */
const PARTS = TITLE_PATTERNS.map((title) =>
  title.split(/\{(\w+)\}/).map((part) => (part === "scenario" ? "context" : part)),
);

/** What stands between a title and its edition. */
const EDITION = ": ";

/** Gives where the title ends that the site makes of an outline by a pattern, if a text starts with that; -1 where it does not. */
function endOfTitle(text: string, parts: readonly string[], outline: PostMeta["aiOutline"]): number {
  let end = 0;
  for (let i = 0; i < parts.length; i++) {
    const part = i % 2 === 0 ? (parts[i] as string) : outline[parts[i] as keyof typeof outline];
    const start = end;
    end += part.length;
    // Engines compare two texts sooner than they look for one at an offset.
    if (text.slice(start, end) !== part) return -1;
  }
  return end;
}

/** Tells whether a title is one that the site makes of an outline, to the letter: most are, which is found out sooner so. */
export function isAsMade(title: string, outline: PostMeta["aiOutline"]): boolean {
  for (const parts of PARTS) {
    const end = endOfTitle(title, parts, outline);
    if (end < 0) continue;
    if (end === title.length) return true;
    if (EDITIONS.some((one) => title.endsWith(one) && title.length === end + EDITION.length + one.length))
      return title.startsWith(EDITION, end);
  }
  return false;
}

/** Tells whether a title is one of the site's and more. */
function holdsMore(title: string, meta: PartialMeta): boolean {
  const { aiOutline } = meta;
  const words = aiOutline && areSure(meta, aiOutline) ? aiOutline : undefined;
  if (words && !lower(title).includes(lower(words.problem))) return false;
  const titles = words
    ? anyCase`${titlesOf({ problems: [words.problem], stacks: [words.stack], scenarios: [words.context] })}`
    : KNOWN_TITLE;
  const [found] = titles.exec(title) ?? [];
  return found !== undefined && found !== title;
}

/** The shortest text that may be a piece of a title by more than chance. */
const MIN_PIECE = 12;

/** Tells whether a title is a piece of one that the site makes, as where another program cut it at its colon. */
function isPiece(title: string, { aiOutline }: PartialMeta): boolean {
  if (title.length < MIN_PIECE || !aiOutline) return false;
  const [text, words] = [lower(title), lowered(aiOutline)];
  if (isAsMade(text, words)) return false;
  const made = PARTS.map((parts) =>
    parts.map((part, i) => (i % 2 === 0 ? part : words[part as keyof typeof words])).join(""),
  );
  const isWithin = (whole: string): boolean => ` ${whole}${EDITION}`.includes(` ${text}`);
  return EDITIONS.some((one) => one === text) || made.some(isWithin);
}

/** Tells whether a title is run into the name of a category above it, which is an item of the stack. */
const isRunInto = (title: string, { stack = [] }: PartialMeta): boolean =>
  stack.some((item) => lower(title).startsWith(lower(item)) && GLUED.test(title.slice(item.length - 1)));

/** The end of a word, and the start of another right behind it. */
const GLUED = /^\p{Ll}\p{Lu}\p{Ll}/u;

/** Tells whether the first word of a title is two, of which the first is another text's: a name that is known, or stands in the topic, is one. */
function isTwoWords(title: string, { topic = "" }: PartialMeta): boolean {
  const [word] = TWO_WORDS.exec(title) ?? [];
  return word !== undefined && ![...STACKS, topic].some((name) => lower(name).includes(lower(word)));
}

/** A word, and another with a capital right behind it. */
const TWO_WORDS = /^\p{Lu}\p{Ll}+\p{Lu}\p{Ll}+/u;

/** The shortest word that says what a title is about. */
const MIN_WORD = 4;

const wordsOf = (text: string): string[] =>
  lower(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= MIN_WORD);

/** Tells whether a title has no word of the topic: where a text is not as on the site, another line may have been taken for it. */
function isOther(title: string, { topic }: PartialMeta): boolean {
  if (topic === undefined) return false;
  const [words, own] = [wordsOf(topic), wordsOf(title)];
  return words.length > 0 && !words.some((word) => own.includes(word));
}

const lowered = (outline: PostMeta["aiOutline"]): PostMeta["aiOutline"] => ({
  ...outline,
  context: lower(outline.context),
  problem: lower(outline.problem),
  stack: lower(outline.stack),
});

/** Tells whether a title is one of the site's, or neither holds one and more, nor is a piece of one, nor has run into another text. */
export const isTitleAlone = (title: string, meta: PartialMeta): boolean =>
  (meta.aiOutline !== undefined && isAsMade(title, meta.aiOutline)) ||
  (!holdsMore(title, meta) && !isPiece(title, meta) && !isRunInto(title, meta));

/** Tells a title that holds one of the site's and more, or is a piece of one, where nothing is told of it yet, and gives the shape that the article has then. */
export function tellTitleWithin(
  list: IssueList,
  { node: { title: node }, article: { title }, shape }: ComposedArticle,
  meta: PartialMeta,
): Shape {
  // Of a page, elements tell what stands around the title.
  if (!node || title === undefined || list.source.origin?.flows) return shape;
  if (list.issues.some(({ path }) => path[0] === "title")) return shape;
  // A topic of which anything is told says nothing of the title, and a title of others may stand over an article of which nothing is.
  const isSure =
    (list.source.isLaidOut ||
      list.issues.some(({ path: [part] }) => part === "intro" || part === "sections")) &&
    !list.issues.some(({ path }) => path[1] === "topic");
  const isAlone = isTitleAlone(title, meta);
  if (!isAlone || (isSure && (isOther(title, meta) || isTwoWords(title, meta))))
    tellerOf(list)(TITLE, MARKED, node.lines[0] as Line, node.lines.at(-1));
  // Of two readings of one title, that of the layout is no worse for a title that is none of the site's.
  return isAlone ? shape : { typical: shape.typical - 1, odd: shape.odd + 1, isTypical: false };
}
