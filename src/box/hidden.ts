import type { Bit } from "../layout/bits.ts";
import type { BoxIssueCode, Notes, Stretch } from "./issues.ts";
import type { DeclaredField, LabelTable } from "./labels.ts";

/** Labels that were not read as such: signs or tags stand around them, or they stand in what belongs to no field. */

/** What is told of stretches that no field took, or not as they stand: what was rewritten is a value, but for what follows it. */
const LEFT: ReadonlySet<BoxIssueCode> = new Set([
  "stray_text",
  "unknown_field",
  "invalid_value",
  "rewritten_value",
]);

/** A text without tags, and without the signs at its start. */
const withoutSigns = (text: string): string => text.replace(/<[^<>]*>/g, "").replace(/^[^\p{L}\p{N}]+/u, "");

/** Finds where labels stand that were not read as such, the first place of each field. */
export function placesOfLabels(
  table: LabelTable,
  bits: readonly Bit[],
  { issues, source }: Notes,
): ReadonlyMap<DeclaredField, Stretch> {
  const places = new Map<DeclaredField, Stretch>();
  const add = (label: string, place: Stretch): void => {
    const field = table.of(label);
    if (field !== undefined && !places.has(field)) places.set(field, place);
  };
  for (const { text } of bits) {
    const shown = withoutSigns(text.text);
    if (shown !== text.text) add(table.startOf(shown) ?? "", text);
  }
  for (const { code, position } of issues) {
    if (!LEFT.has(code)) continue;
    const place = { start: position.start.offset, end: position.end.offset };
    // Letters with accents may be written as two characters each.
    const text = source.slice(place.start, place.end).normalize("NFC");
    for (const { from, text: label } of table.matches(text))
      if (isBeforeColon(text, from, label) || (code !== "rewritten_value" && isWord(text, from, label)))
        add(label, place);
  }
  return places;
}

/** Tells whether a label is a word of its own with a colon after it. */
const isBeforeColon = (text: string, from: number, label: string): boolean =>
  !LETTER.test(text.charAt(from - 1)) && /^\s*[:：]/.test(text.slice(from + label.length));

/** Tells whether a label is a word of its own that is not in small letters. */
const isWord = (text: string, from: number, label: string): boolean =>
  !LETTER.test(text.charAt(from - 1)) &&
  !LETTER.test(text.charAt(from + label.length)) &&
  /^\P{Ll}/u.test(label);

const LETTER = /[\p{L}\p{N}]/u;
