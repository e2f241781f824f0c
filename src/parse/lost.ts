import { CHECKLIST_HEADING } from "../format/headings.ts";
import type { PartialArticle } from "../schema/post.ts";
import { visible } from "../syntax/pieces.ts";
import type { Line } from "../syntax/scan.ts";
import type { ComposedBox } from "./box.ts";
import type { IssueList } from "./issues.ts";
import { META, SECTIONS } from "./place.ts";

const IMAGE_SOURCES = META.at("imageSources");
const LOST_IMAGES = "the box names image sources, but the article has no image; they seem to be lost";

/** Tells what the box says of the article and the article has not, or the other way round: an extractor has lost it. */
export function tellLost(article: PartialArticle, box: ComposedBox, list: IssueList): void {
  if (article.title === undefined) return;
  tellImages(article, box, list);
  tellChecklist(article, box, list);
}

/** Tells where an article has no checklist, as each of the site has: an extractor has lost it. */
function tellChecklist(
  { sections = [] }: PartialArticle,
  { box, start }: ComposedBox,
  list: IssueList,
): void {
  if (sections.length === 0) return;
  if (sections.some(({ blocks }) => blocks.some(({ type }) => type === "list"))) return;
  // Where its heading stands without a list, that is reported at the section.
  if (sections.some(({ heading }) => heading.toLowerCase() === CHECKLIST_HEADING)) return;
  const message = "the article has no list; its checklist seems to be lost";
  list.add("unusual_article", SECTIONS, message, start ?? visible(box.heading as Line));
}

/** Tells where article and box disagree on whether there are images: an extractor has lost those of one of them. */
function tellImages({ intro = [], sections = [] }: PartialArticle, box: ComposedBox, list: IssueList): void {
  const { imageSources, flags } = box.meta;
  const hasImages =
    intro.some(({ type }) => type === "image") ||
    sections.some(({ blocks }) => blocks.some(({ type }) => type === "image"));
  const first = box.start ?? visible(box.box.heading as Line);
  if (imageSources === undefined) {
    const { path } = IMAGE_SOURCES;
    // A box without images has no label of them.
    const isNamed = list.issues.some((issue) => issue.code !== "missing_field" && issue.path[1] === path[1]);
    if (isNamed && !hasImages) list.add("unmatched_images", SECTIONS, LOST_IMAGES, first);
    return;
  }
  if (hasImages === imageSources.length > 0 && flags?.hasImages === hasImages) return;
  if (imageSources.length === 0 && (hasImages || flags?.hasImages !== false)) {
    const why = hasImages
      ? "the article has images"
      : `the flag "has images" is ${flags ? "set" : "missing"}`;
    list.add(
      "unmatched_images",
      IMAGE_SOURCES,
      `the box names no image sources, but ${why}; they seem to be lost`,
      first,
    );
  } else if (imageSources.length > 0 && !hasImages) {
    list.add("unmatched_images", SECTIONS, LOST_IMAGES, first);
  }
}
