import type { Remark } from "../layout/draft.ts";
import type { PostMeta } from "../schema/meta.ts";
import type { PartialArticle, PartialMeta, PartialPost } from "../schema/post.ts";
import { divide } from "../syntax/division.ts";
import type { BoxLines, Division } from "../syntax/nodes.ts";
import { isSameList, isTopicApart } from "./agreement.ts";
import { checkEnd, composeArticle, type ReadArticle, tellNoTitle } from "./article.ts";
import type { Reading } from "./better.ts";
import { type ComposedBox, composeBox, tellBoxHeading } from "./box.ts";
import { APART, type CleanArticle, isBoxAlone, readCleanArticle } from "./clean-article.ts";
import type { CleanBox } from "./clean-box.ts";
import { noteClean, noteCleanBox } from "./clean-spots.ts";
import { tellCut } from "./cut.ts";
import type { IssueList } from "./issues.ts";
import { countImages, isChecklist, tellBox, tellLost, tellOpenEnd } from "./lost.ts";
import { META, type Place, POST } from "./place.ts";
import type { Spots } from "./spots.ts";
import { isAsMade, isTitleAlone, tellTitleWithin } from "./title-within.ts";
import { hasTypicalTitle, NO_SHAPE } from "./typical.ts";

/** A value that was read of a source, with what tells how good it is. */
export interface Composed<P> extends Reading {
  readonly value: P;
}

/** What is made of a source that ends with a clean box. */
interface Clean<P> {
  /** Composes a value from the box and what stands above it; undefined where that is not clean, or where they do not agree. */
  compose(text: string, box: CleanBox): P | undefined;
  /** Notes where the parts of the value stand. */
  note(text: string, value: P, box: CleanBox, spots: Spots): void;
}

/** What is wanted of a source: all of it, its article or its box. */
export interface Part<P> {
  /** Where it is in a post. */
  readonly place: Place;
  /** Makes what there is where nothing is read; each result has its own. */
  readonly nothing: () => P;
  /** What is made of it where its box is clean; absent where no box is read. */
  readonly clean?: Clean<P>;
  /** Composes a value from the source of a list, which takes the issues and the notes of where its parts stand; a clean box is not read again. */
  readonly compose: (list: IssueList, box?: CleanBox) => Composed<P>;
  /** Tells whether it is about this part what a layout has to tell. */
  readonly concerns: (remark: Remark) => boolean;
}

/** Tells whether an article has more than a listing page shows of it: a title and an excerpt. */
const isMoreThanExcerpt = ({ intro, sections }: ReadArticle): boolean =>
  sections.length > 0 || intro.filter(({ type }) => type === "paragraph").length > 1;

/** Composes a post: its article, and then its box as `boxOf` does. */
function composePost(
  list: IssueList,
  division: Division,
  boxOf: (boxes: readonly BoxLines[]) => ComposedBox | undefined,
): Composed<PartialPost> {
  const { source } = list;
  const { boxes } = division;
  const composed = composeArticle(list, division);
  const { node, article } = composed;
  const box = boxOf(boxes);
  if (box) tellBoxHeading(box, list);
  if (article.title === undefined) tellNoTitle(list, node, box !== undefined);
  if (isMoreThanExcerpt(article) || (box && article.title !== undefined)) checkEnd(list, node, article);
  if (box) tellLost(source, article, box, list);
  const meta = box?.meta ?? {};
  const shape = tellTitleWithin(list, composed, meta);
  if (division.similar.length === 0) tellOpenEnd(source, meta, list);
  tellCut(list, division.similar.length > 0);
  return { value: withMeta(article, meta), article, shape, meta, list, boxes };
}

/** Makes a post of an article, which grows into it: to copy it takes longer. */
function withMeta(article: ReadArticle, meta: PartialMeta): PartialPost {
  const post = article as PartialPost;
  post.meta = meta;
  return post;
}

/** Tells whether nothing is to be told of an article and a box that are clean: both have the same checklist, and images or none. */
function agree(article: ReadArticle, meta: PostMeta): boolean {
  const { sections } = article;
  const { checklist, imageSources, flags } = meta;
  const own = sections.findLast(isChecklist)?.blocks[0];
  const hasImages = countImages(article) > 0;
  return (
    hasImages === imageSources.length > 0 &&
    (hasImages || !flags.hasImages) &&
    checklist.length > 1 &&
    own?.type === "list" &&
    isSameList(own.items, checklist) &&
    !isTopicApart(meta)
  );
}

/** Composes a post of a clean box and the clean article above it. */
function composeCleanPost(text: string, { start, meta }: CleanBox): PartialPost | undefined {
  const article = start > 0 ? readCleanArticle(text, start - APART.length) : undefined;
  if (!article) return undefined;
  const { title } = article;
  // A title that the site makes of the words of the box has nothing around it.
  const isClean = isAsMade(title, meta.aiOutline) || (hasTypicalTitle(article) && isTitleAlone(title, meta));
  return isClean && agree(article, meta) ? withMeta(article, meta) : undefined;
}

export const POST_PART: Part<PartialPost> = {
  place: POST,
  nothing: () => ({ meta: {} }),
  clean: {
    compose: composeCleanPost,
    // What was composed is whole.
    note: (text, post, box, spots) => noteClean(text, post as CleanArticle, box, spots),
  },
  compose: (list, clean) => composePost(list, divide(list.source), (boxes) => composeBox(list, boxes, clean)),
  concerns: () => true,
};

export const ARTICLE_PART: Part<PartialArticle> = {
  place: POST,
  nothing: () => ({}),
  compose: (list) => {
    const division = divide(list.source);
    const composed = composeArticle(list, division);
    const { node, article } = composed;
    const shape = tellTitleWithin(list, composed, {});
    if (article.title === undefined) tellNoTitle(list, node, division.boxes.length > 0);
    if (isMoreThanExcerpt(article)) checkEnd(list, node, article);
    return { value: article, article, shape, meta: {}, list, boxes: [] };
  },
  concerns: ({ path }) => path[0] !== "meta",
};

/** How many labels tell a box without a heading where no article is expected. */
const LABELS_OF_BOX_ALONE = 1;

/** What was read of a box where no article is wanted. */
const boxAlone = (list: IssueList, meta: PartialMeta): Composed<PartialMeta> => ({
  value: meta,
  article: undefined,
  shape: NO_SHAPE,
  meta,
  list,
  boxes: [],
});

export const BOX_PART: Part<PartialMeta> = {
  place: META,
  nothing: () => ({}),
  clean: {
    compose: (text, { start, meta }) => (isTopicApart(meta) || !isBoxAlone(text, start) ? undefined : meta),
    note: (text, _, box, spots) => noteCleanBox(box, text.slice(0, box.start).split("\n").length, spots),
  },
  compose: (list, clean) => {
    const { boxes } = divide(list.source, LABELS_OF_BOX_ALONE);
    const box = composeBox(list, boxes, clean);
    if (box) tellBox(list.source, box, list);
    return boxAlone(list, box?.meta ?? {});
  },
  concerns: ({ path, code }) => path[0] === "meta" || code === "several_posts",
};
