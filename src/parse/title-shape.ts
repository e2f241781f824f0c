import { goesOn } from "../layout/lists.ts";
import { MAX_TITLE } from "../layout/titles.ts";
import { firstLine } from "../syntax/ends.ts";
import type { ArticleNode, BlockNode } from "../syntax/nodes.ts";
import type { Line, Source } from "../syntax/scan.ts";
import { JOINED, MARKED, OF_PAGE, type Tell } from "./odd.ts";
import { INTRO, SECTIONS, TITLE } from "./place.ts";
import { goesOnBelow, hasPageMarks, isFurnitureTitle } from "./title-marks.ts";

/** What the head of an article has otherwise than the site's own: a title, and one paragraph under it. */

/** The blocks above the first heading; all, where there is none. */
export function introOf(body: ArticleNode["body"]): BlockNode[] {
  const section = body.findIndex(({ type }) => type === "heading");
  return (section < 0 ? body : body.slice(0, section)) as BlockNode[];
}

const NO_INTRO = "expected one paragraph, the intro, between the title and the first heading";

/** Tells a title with more than a title in it, and one with no paragraph under it. */
export function tellTitle(source: Source, { title, body }: ArticleNode, tell: Tell): void {
  const intro = introOf(body);
  const second = intro.findIndex(
    ({ type }, i) =>
      i > 0 &&
      type === "paragraph" &&
      (source.isLaidOut || intro.length === body.length || intro[i - 1]?.type === "image"),
  );
  if (second > 0) tell(INTRO, NO_INTRO, firstLine(intro[second] as BlockNode));
  if (!title) return;
  const [first, last] = [title.lines[0] as Line, title.lines.at(-1) as Line];
  if (source.body(first).length > MAX_TITLE) {
    // What is run into a title is of all that follows.
    for (const place of [TITLE, INTRO, SECTIONS]) tell(place, JOINED, first);
  }
  const [under] = body;
  if (!under) return;
  const isWord = first === last && !source.body(first).includes(" ");
  if (isWord || /\w\.$/.test(source.body(last)) || isFurnitureTitle(source.body(first))) {
    tell(TITLE, OF_PAGE, first, last);
  }
  if (hasPageMarks(source.body(first))) {
    tell(TITLE, MARKED, first);
  } else if (
    (source.isLaidOut && goesOn(source.body(last))) ||
    (under.type === "code" && !firstLine(under).apart) ||
    goesOnBelow(source.body(last), source.body(firstLine(under)))
  ) {
    tell(TITLE, JOINED, first, last);
  }
  if (under.type !== "paragraph") {
    tell(INTRO, NO_INTRO, last);
  }
}
