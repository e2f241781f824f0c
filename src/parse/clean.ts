import type { Source } from "../syntax/scan.ts";
import type { CleanBox } from "./clean-box.ts";
import { IssueList } from "./issues.ts";
import type { Settings } from "./options.ts";
import type { Composed, Part } from "./part.ts";
import { Spots } from "./spots.ts";

/**
 * Reads a source that ends with a clean box and is as on the site otherwise, too. Most are: of these, no lines are looked for.
 *
 * @returns what the grammars would give without an issue; undefined where anything is otherwise, which is left to them
 */
export function readClean<P>(
  source: Source,
  box: CleanBox,
  { clean, place }: Part<P>,
  { positions }: Settings,
): Pick<Composed<P>, "value" | "list"> | undefined {
  const value = source.isOdd ? undefined : clean?.compose(source.text, box);
  if (!clean || value === undefined) return undefined;
  const spots = positions ? new Spots(source, place) : undefined;
  if (spots) clean.note(source.text, value, box, spots);
  return { value, list: new IssueList(source, spots) };
}
