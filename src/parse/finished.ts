import { lower } from "../format/case.ts";
import { type FieldRow, isValueRow } from "../format/fields.ts";
import { endsSentence } from "../syntax/look.ts";
import type { Source } from "../syntax/scan.ts";

/** What a value tells of being whole, and alone. */

/** The end of a sentence after a sign, as after an emoji. */
const END = /[.!?。！？][)\]"'”’»]*$/;

/** Tells whether a value has all that its field has in known posts: an end, a second part, so many items. */
export function isFinished(row: FieldRow, value: unknown): boolean {
  if (row.kind === "sentence") return endsSentence(String(value)) || END.test(String(value));
  if (row.kind === "list") return row.size === undefined || (value as unknown[]).length === row.size;
  if (!isValueRow(row) || row.joint === undefined) return true;
  return String(value).includes(row.joint) && !END.test(String(value));
}

export const UNFINISHED =
  "some of this seems to be lost; expected a sentence with its end, a topic of two parts, a stack of three";

/** Tells whether a value, or the last item of a list that was laid out, holds the label of the field that is missing after it. */
export function holdsLabel(
  held: unknown,
  row: FieldRow,
  { label }: FieldRow,
  { isLaidOut }: Source,
): boolean {
  const isList = Array.isArray(held);
  const value = isList ? held.at(-1) : held;
  if (typeof value !== "string" || (isList && !isLaidOut)) return false;
  const at = lower(value).indexOf(label);
  if (at < 0 || at + label.length >= value.length) return false;
  return isList || (at > 0 && isFinished(row, value.slice(0, at).trim()));
}

export const swallowed = ({ label }: FieldRow): string =>
  `the value holds "${label}", the label of the field missing after it; the rest may be its own`;
