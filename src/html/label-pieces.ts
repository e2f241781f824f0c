import { isIconName } from "./hidden.ts";
import type { Label, LabelTable } from "./label.ts";
import { folded, lineOf, type Segment } from "./segments.ts";

/** Labels in pieces: words in elements of their own, soft hyphens, pictures, names of pictures and numbers before them. */

/** How far up an element is looked for that is a label, how long it is with its tags, and of how many pieces it is. */
const MAX_UP = 3;
const MAX_SIZE = 1000;
const MAX_PIECES = 40;
const MAX_WORDS = 48;

/** What stands before the words of a label. */
const BEFORE = /^(?:\d{1,2}\s*[.)]\s*|[^\p{L}\p{N}]+)+/u;

/** Reads an element that starts a line, all of whose text is a label of a table. */
export function labelInPieces<Row>(
  html: string,
  segments: readonly Segment[],
  at: number,
  table: LabelTable<Row>,
): Label<Row> | undefined {
  const { parent, starts, text } = segments[at] as Segment;
  const before = segments[at - 1]?.text.from ?? -1;
  let past = at + 1;
  let element: typeof parent | undefined = parent;
  for (let i = 0; element !== undefined && i < MAX_UP; i++, element = element.parent) {
    const { from, to } = element;
    if (before >= from || to - from > MAX_SIZE) return undefined;
    while (past - at < MAX_PIECES && (segments[past]?.text.from ?? to) < to) past++;
    const pieces = segments.slice(at, past).filter((segment) => !isIconName(segment.parent));
    const words = lineOf(html, pieces).replace(BEFORE, "");
    if (words.length > MAX_WORDS) return undefined;
    const row = table.get(folded(words));
    // An element that HTML does not know stands on a line of its own, for all that can be told.
    if (row !== undefined && (starts || element.name.includes("-"))) {
      const end = (segments[past - 1] as Segment).text.to;
      return { row, from: text.from, to: end, at, past, rest: undefined };
    }
  }
  return undefined;
}
