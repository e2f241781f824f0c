import { lower } from "../format/case.ts";
import { CHECKLIST_HEADING, SIMILAR_HEADING } from "../format/headings.ts";
import { TABLE } from "../format/table.ts";
import type { PostBlock, PostSection } from "../schema/article.ts";
import type { PartialArticle, PartialMeta } from "../schema/post.ts";
import { endsSentence } from "../syntax/look.ts";
import { visible } from "../syntax/pieces.ts";
import { LINE_END } from "../syntax/position.ts";
import type { Line, Source } from "../syntax/scan.ts";
import { folded, isSameList, isTopicApart } from "./agreement.ts";
import type { ComposedBox } from "./box.ts";
import type { IssueList, ParseIssue } from "./issues.ts";
import { DISAGREES, tellerOf } from "./odd.ts";
import { META, NOTES, SECTIONS, SIMILAR } from "./place.ts";
import { MAX_PARAGRAPH } from "./typical.ts";
import { isCutList } from "./usual.ts";

const IMAGE_SOURCES = META.at("imageSources");
const LOST_IMAGES = "the box names image sources, but the article has no image; they seem to be lost";

/**
 * Tells a source that ends right after its last note: nothing shows whether the note, or the list, is whole. On the site,
 * the heading of similar posts follows.
 */
export function tellOpenEnd(source: Source, { notes }: PartialMeta, list: IssueList): void {
  // Of a page, line ends mean nothing.
  if (source.origin?.flows) return;
  const last = source.lines.at(-1) as Line;
  const text = source.body(last);
  const end = source.origin?.pastOf(last.to) ?? last.to;
  const isStray = ({ code, path, position }: ParseIssue): boolean =>
    code === "stray_text" && path[1] === "notes" && position.end.offset === end;
  if (list.issues.some(isStray)) {
    const message = `expected "${SIMILAR_HEADING}" above what stands below the box, if it is that`;
    tellerOf(list)(SIMILAR, message, last);
  }
  if (!notes?.at(-1)?.endsWith(text)) return;
  const lines = source.lines.slice(-notes.length);
  const below = lines.slice(1).find(isApart);
  if (below && !lines.every(isApart)) list.add("unusual_value", NOTES, TITLES, visible(below), visible(last));
  if (endsSentence(text)) return;
  const hasEnd = LINE_END.test(source.given.slice(end));
  if (hasEnd && !isCutList(notes)) return;
  const message = `the source ends with this note, and no ${hasEnd ? "" : "line end or "}heading follows; it may be cut short`;
  list.add("unusual_value", NOTES.at(notes.length - 1), message, visible(last));
}

const TITLES = `an empty line stands within this list; what follows may be titles of similar posts, without their heading above`;

/** Tells what the box says of the article and the article has not, or the other way round: an extractor has lost it. */
export function tellLost(source: Source, article: PartialArticle, box: ComposedBox, list: IssueList): void {
  tellImages(source, article, box, list);
  tellBox(source, box, list);
  // The last section but one, on the site.
  const own = article.sections?.findLast(isChecklist);
  tellOtherItems(source, article, own, box, list);
  // Where its heading stands without a list, that is reported at the section.
  if (!own && article.title !== undefined) tellChecklist(article, box, list);
  const isBare = article.title !== undefined && !source.origin && !source.lines.some(isApart);
  if (source.isLaidOut || isBare) tellParagraphs(article, box, list);
}

/** Tells what one field of a box says and another has not. */
export function tellBox(source: Source, box: ComposedBox, list: IssueList): void {
  if (source.isLaidOut) tellStack(box, list);
  tellCounts(source, box, list);
  tellTopic(source, box, list);
}

/** Tells whether an empty line stands above one, as under the titles of most texts. */
const isApart = ({ apart }: Line): boolean => apart;

/**
 * Tells an article with other than so many paragraphs as the box counts, or with longer ones than the site's, where that is not
 * known. Only of texts that were laid out, or that have no empty
 * lines: paragraphs may have been cut apart, or joined.
 */
function tellParagraphs(
  { sections = [] }: PartialArticle,
  { start, meta }: ComposedBox,
  list: IssueList,
): void {
  if (sections.length === 0) return;
  const all = sections.flatMap(({ blocks }) => blocks.filter((block) => block.type === "paragraph"));
  const isOther = meta.payload
    ? meta.payload.paragraphs !== all.length
    : all.some(({ text }) => 3 * text.length > MAX_PARAGRAPH);
  if (isOther) list.add("unusual_article", SECTIONS, DISAGREES, start);
}

/**
 * Tells a checklist of the box that has other items than any list of the article. Whoever writes a post may give it two lists; of
 * what was laid out, a line may be lost or have come twice, and of any text, the same words in other items are one.
 *
 * @param own - the section of the checklist
 */
function tellOtherItems(
  { origin }: Source,
  article: PartialArticle,
  own: PostSection | undefined,
  { start, meta: { checklist } }: ComposedBox,
  list: IssueList,
): void {
  if (!checklist || own?.blocks.some((block) => block.type === "list" && isSameList(block.items, checklist)))
    return;
  const lists = listsOf(article);
  if (lists.some((items) => isSameList(items, checklist))) return;
  const words = checklist.join("");
  if (lists.length === 0 || (!origin && !lists.some((items) => items.join("") === words))) return;
  list.add("unusual_article", SECTIONS, DISAGREES, start);
  list.add("unusual_value", META.at("checklist"), DISAGREES, start);
}

/** Tells whether a section is the one of the checklist. */
export const isChecklist = ({ heading }: PostSection): boolean =>
  heading.length === CHECKLIST_HEADING.length && lower(heading) === CHECKLIST_HEADING;

const imagesOf = (blocks: readonly PostBlock[]): number =>
  blocks.reduce((count, { type }) => (type === "image" ? count + 1 : count), 0);

/** Counts the images of an article. */
export const countImages = ({ intro = [], sections = [] }: PartialArticle): number =>
  sections.reduce((count, { blocks }) => count + imagesOf(blocks), imagesOf(intro));

/** The lists of the sections of an article. */
export const listsOf = ({ sections = [] }: PartialArticle): string[][] =>
  sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === "list" ? [block.items] : [])));

/** Tells where an article has no checklist, as each of the site has: an extractor has lost it. */
function tellChecklist(
  { sections = [] }: PartialArticle,
  { start, meta }: ComposedBox,
  list: IssueList,
): void {
  if (sections.length === 0) return;
  const { checklist = [] } = meta;
  const isKept = listsOf({ sections }).some((items) => !isSameList(items, checklist));
  if (isKept && !sections.some(({ heading }) => /checklist/i.test(heading))) return;
  const message = `the article has no section "${CHECKLIST_HEADING}"; it seems to be lost`;
  list.add("unusual_article", SECTIONS, message, start);
}

/** Tells a stack that has not its three items in their order, as outline and code language name the first and the last. */
function tellStack({ start, meta }: ComposedBox, list: IssueList): void {
  const { stack, aiOutline, codeLanguage } = meta;
  if (!stack || isStack(stack, aiOutline?.stack, codeLanguage)) return;
  for (const key of ["stack", "tools"]) list.add("unusual_value", META.at(key), DISAGREES, start);
}

/** Lists of which known posts have always as many, how many words no item of theirs has, and the field above. */
const COUNTED = [
  { key: "tools", words: 4, above: "stack" },
  { key: "checklist", words: 6, above: "flags" },
] as const;

/**
 * Tells lists with more items than known posts have, where nothing was read of the field above, whose items may be among them;
 * of a text that was laid out, those with fewer, and a longer one than any has: some of them stand on one line.
 */
function tellCounts({ isLaidOut }: Source, { start, meta }: ComposedBox, list: IssueList): void {
  for (const { key, words, above } of COUNTED) {
    const items = meta[key] ?? [];
    const [least, most] = TABLE[key].usual;
    const isLong = (): boolean => items.some((item) => item.split(" ").length >= words);
    if (isLaidOut && items.length < least && isLong()) list.add("unusual_value", META.at(key), FEW, start);
    if (items.length > most && meta[above] === undefined)
      list.add("unusual_value", META.at(key), MANY, start);
  }
}

const MANY =
  "this list has more items than known posts have; some may be of the field above, of which nothing was read";

const FEW = "this list has fewer items than known posts have, and a long one; some seem to stand on one line";

/** Tells a topic and an outline of which one has more than the other of what both name; where one is told, that is why. */
function tellTopic({ isLaidOut }: Source, { start, meta }: ComposedBox, list: IssueList): void {
  if (!isTopicApart(meta)) return;
  const { topic, aiOutline, summary = "" } = meta as PartialMeta & { topic: string };
  const whole = `${aiOutline?.problem}${TABLE.topic.joint}${aiOutline?.stack}`;
  const rest = whole.startsWith(topic) ? whole.slice(topic.length).trim() : "";
  // What the topic lacks may stand before the summary, where a table has more than a line for each.
  const keys = ["topic", "aiOutline", ...(rest !== "" && summary.startsWith(rest) ? ["summary"] : [])];
  const untold = keys.filter((key) => !list.issues.some(({ path }) => path[1] === key));
  if (!isLaidOut && untold.length < keys.length) return;
  for (const key of untold) list.add("unusual_value", META.at(key), DISAGREES, start);
}

/** Tells whether a stack has as many items as in every known post, and the first and the last where they are named elsewhere. */
function isStack(stack: readonly string[], first: string | undefined, last: string | undefined): boolean {
  const items = stack.map(folded);
  return (
    items.length === TABLE.stack.size &&
    [first, last].every((text, i) => {
      if (text === undefined) return true;
      const named = folded(text);
      return !items.includes(named) || items.at(-i) === named;
    })
  );
}

/** Tells whether blocks have an image with a caption that no image of a box has; signs behind that are told there. */
const hasOther = (
  { blocks }: { readonly blocks: readonly PostBlock[] },
  sources: readonly { readonly caption: string }[],
): boolean =>
  blocks.some(
    (block) =>
      block.type === "image" &&
      !sources.some(({ caption }) => folded(caption).startsWith(folded(block.caption))),
  );

/** Tells where article and box disagree on whether there are images: an extractor has lost those of one of them. */
function tellImages(
  { origin, isLaidOut }: Source,
  article: PartialArticle,
  { start, meta }: ComposedBox,
  list: IssueList,
): void {
  const { title, intro = [], sections = [] } = article;
  const { imageSources, flags } = meta;
  const count = countImages(article);
  const hasImages = count > 0;
  if (title === undefined && sections.length === 0 && (!imageSources || imageSources.length > 0)) return;
  if (!imageSources) {
    const { path } = IMAGE_SOURCES;
    // A box without images has no label of them.
    const isTold = list.issues.some((issue) => issue.code !== "missing_field" && issue.path[1] === path[1]);
    if (isTold && !hasImages) list.add("unmatched_images", SECTIONS, LOST_IMAGES, start);
    return;
  }
  if (imageSources.length === 0 && (hasImages || flags?.hasImages !== false)) {
    const message = "the box names no image sources, but article or flags have images; they seem to be lost";
    list.add("unmatched_images", IMAGE_SOURCES, message, start);
  } else if (imageSources.length > 0 && !hasImages) {
    list.add("unmatched_images", SECTIONS, LOST_IMAGES, start);
  } else if (isLaidOut && [{ blocks: intro }, ...sections].some((part) => hasOther(part, imageSources))) {
    list.add("unusual_article", SECTIONS, DISAGREES, start);
  } else if (origin?.flows && count !== imageSources.length) {
    // Texts may have lost some on their way; in a page, they stand where nobody looked for them.
    const message = `the box names ${imageSources.length} image sources, but ${count} images were found in the article`;
    list.add("unmatched_images", SECTIONS, message, start);
  }
}
