import { BOX_HEADING } from "../format/headings.ts";
import type { Line, Source } from "../syntax/scan.ts";
import type { CleanBox } from "./clean-box.ts";
import { noteCleanBox } from "./clean-spots.ts";
import { IssueList } from "./issues.ts";
import type { Settings } from "./options.ts";
import type { Composed, Part } from "./part.ts";
import { Spots } from "./spots.ts";
import { isRunTogether } from "./typical.ts";

/**
 * Composes a value from a source that ends with a clean box and is as on the site otherwise, too. Most are: of these, the
 * lines of the box are not looked for.
 *
 * @returns what the grammars would give without an issue; undefined where anything is otherwise, which is left to them
 */
export function readClean<P>(
  source: Source,
  box: CleanBox,
  { composeClean, place }: Part<P>,
  { positions }: Settings,
): Composed<P> | undefined {
  if (!composeClean || isRunTogether(box.meta, source.text)) return undefined;
  const above = source.upTo(box.start + BOX_HEADING.length);
  const spots = positions ? new Spots(above, place) : undefined;
  const composed = composeClean(new IssueList(above, spots), box.meta);
  if (composed && spots) noteCleanBox(box, above.lines.at(-1) as Line, spots);
  return composed;
}
