import type { Source } from "../syntax/scan.ts";
import { APART, readCleanArticle } from "./clean-article.ts";
import type { CleanBox } from "./clean-box.ts";
import { noteClean, noteCleanBox } from "./clean-spots.ts";
import { IssueList } from "./issues.ts";
import type { Settings } from "./options.ts";
import type { Composed, Part } from "./part.ts";
import { POST } from "./place.ts";
import { Spots } from "./spots.ts";
import { isRunTogether } from "./typical.ts";

/**
 * Reads a source that ends with a clean box and is as on the site otherwise, too. Most are: of these, no lines are looked for.
 *
 * @returns what the grammars would give without an issue; undefined where anything is otherwise, which is left to them
 */
export function readClean<P>(
  source: Source,
  box: CleanBox,
  { composeClean, place }: Part<P>,
  { positions }: Settings,
): Pick<Composed<P>, "value" | "list"> | undefined {
  const { start, meta } = box;
  if (!composeClean || source.isOdd || isRunTogether(meta, source.text)) return undefined;
  const article = start > 0 ? readCleanArticle(source.text, start - APART.length) : undefined;
  if (start > 0 && !article) return undefined;
  const value = composeClean(meta, article);
  if (value === undefined) return undefined;
  const spots = positions ? new Spots(source, place) : undefined;
  if (spots && article && place === POST) noteClean(source.text, article, box, spots);
  else if (spots) noteCleanBox(box, source.text.slice(0, start).split("\n").length, spots);
  return { value, list: new IssueList(source, spots) };
}
