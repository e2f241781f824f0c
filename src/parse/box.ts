import { BOX_HEADING } from "../format/headings.ts";
import type { PartialMeta } from "../schema/post.ts";
import { parseBox } from "../syntax/box.ts";
import { endOfBox, startOfBox } from "../syntax/ends.ts";
import type { BoxLines, BoxNode, Piece } from "../syntax/nodes.ts";
import { visible } from "../syntax/pieces.ts";
import type { Line } from "../syntax/scan.ts";
import type { CleanBox } from "./clean-box.ts";
import { noteCleanBox } from "./clean-spots.ts";
import { tellMisspelled } from "./heading.ts";
import type { IssueList } from "./issues.ts";
import { type BoxFields, composeMeta, fieldsOf } from "./meta.ts";
import { META } from "./place.ts";

/** The box that was taken, and what stands in it. */
export interface ComposedBox {
  readonly box: BoxLines;
  /** Its heading, or what stands first where that is lost. */
  readonly start: Piece;
  readonly meta: PartialMeta;
}

/**
 * Composes the most complete box of a source, the first of equals. Tells the others, or that there is none.
 *
 * @param clean - the box as it was read of a source that ends with a clean one; it counts where there is no other
 */
export function composeBox(
  list: IssueList,
  boxes: readonly BoxLines[],
  clean?: CleanBox,
): ComposedBox | undefined {
  const { source, spots } = list;
  const [first] = boxes;
  if (clean && boxes.length === 1 && first?.heading?.from === clean.start) {
    if (spots) noteCleanBox(clean, first.heading.number, spots);
    return { box: first, start: visible(first.heading), meta: clean.meta };
  }
  return composeBest(
    list,
    boxes.map((box) => fieldsOf(parseBox(source, box))),
  );
}

/** Composes the most complete of boxes that may be damaged. */
function composeBest(list: IssueList, boxes: readonly BoxFields[]): ComposedBox | undefined {
  const most = Math.max(...boxes.map(({ size }) => size));
  const best = boxes.find(({ size }) => size === most);
  for (const other of boxes) {
    if (other === best) continue;
    const message = "a second box; of several, the one with the most fields is taken; take the others out";
    list.add("duplicate_meta_box", META, message, ...endsOf(other.box));
  }
  if (!best || most === 0) {
    tellMissingBox(list, best?.box);
    return undefined;
  }
  return { box: best.box, start: startOfBox(best.box), meta: composeMeta(list, best) };
}

/** Tells that there is no box: at the end of the text, or over a heading without fields and what stands under it. */
function tellMissingBox(list: IssueList, node: BoxNode | undefined): void {
  const last = list.source.lines.at(-1) as Line;
  const found = node ? "the heading of the meta box has no field under it" : "the text has no meta box";
  const message = `${found}; expected "${BOX_HEADING}" and its fields (parseArticle reads an article alone)`;
  const ends: [Piece, Piece?] = node ? endsOf(node) : [{ line: last, from: last.to, to: last.to }];
  list.add("missing_meta_box", META, message, ...ends);
}

/** Tells a heading of the box that is missing, misspelled or cut short. */
export function tellBoxHeading({ box, start }: ComposedBox, list: IssueList): void {
  const { heading, spelling } = box;
  if (!heading) {
    const message = `the fields of a box without its heading; put "${BOX_HEADING}" on a line above`;
    list.add("missing_box_heading", META, message, start);
  } else if (spelling === "near") {
    tellMisspelled(BOX_HEADING, heading, META, list);
  }
}

/** The first and the last piece of a box. */
const endsOf = (box: BoxNode): [Piece, Piece] => [startOfBox(box), endOfBox(box)];
