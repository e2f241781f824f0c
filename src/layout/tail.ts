import { FINAL_HEADING } from "../format/headings.ts";
import { endsSentence } from "../syntax/look.ts";
import { pastBullets } from "./bullets.ts";
import type { Draft } from "./draft.ts";
import { isFurniture } from "./furniture.ts";
import { pastPlainBullet } from "./lists.ts";
import { isHeadingOf, isHeadingText } from "./markdown.ts";
import { itemRow, type Row } from "./row.ts";
import { titlesAlone } from "./titles.ts";

/** What a page shows under a post: comment forms, share lines, links through the site. */

/** Leaves out what stands under the final notes and is no text of the post. */
export function withoutTail(rows: readonly Row[], draft: Draft): readonly Row[] {
  const final = rows.findLastIndex((row) => isHeadingOf(row.said, FINAL_HEADING) && row.role !== "code");
  if (final < 0) return rows;
  const paragraph = rows.findIndex((row, i) => i > final && !row.isBlank);
  const end = rows.findIndex(
    (row, i) => i > paragraph && !row.isBlank && (isFurniture(row.said) || /^#{1,6}\s/.test(row.said)),
  );
  if (paragraph < 0 || end < 0 || rows.slice(end).some((row) => isHeadingText(row.said))) return rows;
  tellRows(rows.slice(end), [], draft);
  return rows.slice(0, end);
}

/** Leaves out what stands under the titles of similar posts and is none; the text may be wrapped at a width. */
export function titlesOfSimilar(
  given: readonly Row[],
  width: number | undefined,
  draft: Draft,
): readonly Row[] {
  const rows = titlesAlone(given, width, draft);
  const text = rows.filter((row) => !row.isBlank);
  const bulleted = text.length > 0 && pastBullets((text[0] as Row).said) > 0;
  const end = text.findIndex((row, i) => {
    const { text: line } = row.body;
    const bare = line.slice(pastBullets(line));
    const isTitle = bulleted && bare !== line;
    return (
      (!isTitle && (isFurniture(bare) || endsSentence(bare))) ||
      (bulleted && !isTitle && i > 0 && row.indent === 0) ||
      /^(?:#|[-=_*]{3,}$)/.test(line)
    );
  });
  if (end >= 0) tellRows(text.slice(end), ["similarPosts"], draft);
  const titles = end < 0 ? rows : text.slice(0, end);
  // Bullets that the grammar does not know become such as it does.
  return titles.map((row) => {
    const past = pastBullets(row.said);
    return past > pastPlainBullet(row.said) ? itemRow(row.body.slice(past)) : row;
  });
}

/** Tells rows that are no part of the post, as one stretch. */
function tellRows(rows: readonly Row[], path: readonly string[], draft: Draft): void {
  const [first, last] = [rows.find((row) => !row.isBlank), rows.findLast((row) => !row.isBlank)];
  if (!first || !last) return;
  draft.leaveOut(path, "and what follows is not part of the post", first, last);
}
