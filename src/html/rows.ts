import type { FieldRow } from "../format/fields.ts";
import type { Label } from "./label.ts";
import { type HtmlElement, textOf } from "./node.ts";
import type { Segment } from "./segments.ts";

/** Rows of a box that are elements, each with its label and its value: a value ends with its row. */

/** The outermost element around a label that holds no other one; undefined where its own does. */
export function rowAround(
  segments: readonly Segment[],
  labels: readonly Label<FieldRow | undefined>[],
  i: number,
): HtmlElement | undefined {
  const label = labels[i] as Label<FieldRow | undefined>;
  const before = labels[i - 1]?.to ?? 0;
  const next = labels[i + 1]?.from ?? Number.POSITIVE_INFINITY;
  // Of one label alone nobody can tell where its row ends.
  if (labels.length < 2) return undefined;
  let row: HtmlElement | undefined;
  for (
    let at: HtmlElement | undefined = (segments[label.at] as Segment).parent;
    at !== undefined && at.from >= before && at.to <= next && at.name !== "body";
    at = at.parent
  )
    row = at;
  return row;
}

/** Cuts what follows a label at the end of its row; all of it is the value where the row holds the label alone. */
export function cutAtRow(
  html: string,
  value: readonly Segment[],
  row: HtmlElement | undefined,
): { value: readonly Segment[]; behind: readonly Segment[] } {
  const own = row === undefined ? value : value.filter(({ text }) => text.to <= row.to);
  const says = own.some(({ text }) => /[\p{L}\p{N}]/u.test(textOf(html, text)));
  return says ? { value: own, behind: value.slice(own.length) } : { value, behind: [] };
}
