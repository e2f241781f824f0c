import { ARTICLE_HEADINGS } from "../format/headings.ts";
import type { Remark } from "../layout/draft.ts";
import type { Block } from "./block.ts";
import type { Page } from "./page.ts";
import { folded } from "./segments.ts";
import { doubtRemark } from "./stray.ts";

/** Tells an article of which nothing stands in a page, and a page that has neither headings of an article nor a box. */
export function noArticleRemarks({ article, boxes }: Page, blocks: readonly Block[]): Remark[] {
  const isKnown = (block: Block): boolean =>
    block.type === "heading" && ARTICLE_HEADINGS.has(folded(block.line));
  const message =
    blocks.length === 0
      ? "there is nothing of an article here"
      : boxes.length === 0 && !blocks.some(isKnown)
        ? "there are neither headings of an article nor a box here: this may be the beginning of a post, or none"
        : undefined;
  if (message === undefined) return [];
  return [doubtRemark([{ from: article.from, to: article.from }], [], message)];
}
