import { FIELDS, type FieldRow, isEntriesRow, isValueRow, type ValueRow } from "../format/fields.ts";
import { EXTRA_LABEL, EXTRA_LABEL_LENGTH, plain } from "../format/text.ts";
import { readValue } from "../format/values.ts";
import { type BoxLine, bodyOf, changed, stretchOf } from "./box-line.ts";
import { isFlat } from "./flat.ts";
import { isMark, LabelIndex, labelAt, nearLabelEnds } from "./labels.ts";
import { bulletEnd, hasBullet, type Line, type Source, skipBlank } from "./scan.ts";

/** The labels of the field table, and how they are told from text that starts with the same letters. */

/** The fields by label. */
export const FIELD_LABELS = new LabelIndex<FieldRow>(FIELDS);

/** The entries of each field by label, by the place of the field in the table; none where it has no entries. */
export const ENTRY_LABELS = FIELDS.map((row: FieldRow) =>
  isEntriesRow(row) ? new LabelIndex<ValueRow>(row.entries) : undefined,
);

/** The entries of all fields, by label. */
export const ALL_ENTRY_LABELS = new LabelIndex<ValueRow>(
  ENTRY_LABELS.flatMap((labels) => labels?.rows ?? []),
);

/** Words that may follow a label after mere white space, in a field that holds no sentence. */
const LOOSE_WORDS = 3;

/** Tells whether a letter and a mark follow right after a label, `difficultys: advanced`: no value but a text starts so. */
function hasLetterMore(text: string, { end, value, to }: BoxLine): boolean {
  const at = skipBlank(text, value + 1, to);
  return value === end && at < to && isMark(text.charCodeAt(at)) && /\p{L}/u.test(text.charAt(value));
}

/**
 * Tells whether a field can hold the text after its label. Where it cannot, the line only starts with the same
 * letters: `stackoverflow`, `tools for the job`.
 */
export function canHold(text: string, one: BoxLine<FieldRow>): boolean {
  const { row, value, to } = one;
  if (value === to) return true;
  if (!isValueRow(row)) return isFlat(text.slice(value, to));
  if (row.kind === "text" || row.kind === "sentence") return true;
  if (hasLetterMore(text, one)) return false;
  if (!isLoose(text, one)) return true;
  const rest = text.slice(value, to);
  // The site numbers its pictures: "visual reference 2".
  if (row.kind === "reference" && /^\d{1,2}$/.test(rest)) return false;
  return rest.split(/\s+/, LOOSE_WORDS + 1).length <= LOOSE_WORDS || isReadable(row, rest);
}

/** Tells whether a text has the closed form of a row's value. */
export const isReadable = (row: ValueRow, text: string): boolean =>
  row.kind !== "text" &&
  row.kind !== "sentence" &&
  row.kind !== "word" &&
  readValue(row, plain(text)) !== undefined;

/** Tells whether more than a space stands between label and value. */
const isApart = (text: string, { end, mark, value }: BoxLine): boolean =>
  mark > end || value > end + 1 || text[end] === "\t";

/** Tells whether a label and what follows it make an entry: `label: value`, or a value of the row's closed form. */
const isEntry = (text: string, one: BoxLine<ValueRow>): boolean =>
  isApart(text, one) || one.value === one.to || isReadable(one.row, text.slice(one.value, one.to));

/** Reads a stretch as an entry of its own, of one of some rows. */
export function entryOf(
  text: string,
  stretch: BoxLine,
  labels: LabelIndex<ValueRow>,
): BoxLine<ValueRow> | undefined {
  const entry = labels.read(text, stretch);
  return entry && isEntry(text, entry) ? entry : undefined;
}

/** Takes a line apart: with a bullet as an entry of any field, without one as the label of a field that can hold what follows. */
export function readLine(source: Source, line: Line): BoxLine {
  const { text } = source;
  const { from, body, to } = line;
  source.touch(body, to);
  if (hasBullet(line)) {
    const item = stretchOf(line, from, bulletEnd(text, from, body), body, to);
    return entryOf(text, item, ALL_ENTRY_LABELS) ?? item;
  }
  const stretch = stretchOf(line, from, from, body, to);
  const field = FIELD_LABELS.read(text, stretch);
  return field && canHold(text, field) ? field : stretch;
}

/** Gives the row of the field label that a line starts with, if the field can hold what follows. */
export const fieldAt = (source: Source, line: Line): FieldRow | undefined =>
  hasBullet(line) ? undefined : readLine(source, line).row;

/** Tells whether mere white space stands between label and value, as between two words of a sentence. */
export const isLoose = (text: string, { end, mark, value }: BoxLine): boolean =>
  mark === end && value === end + 1 && text[end] !== "\t";

/** Finds an entry label one edit away. A mark or a wide space must follow it, so that where it ends is sure. */
export function nearEntry(
  text: string,
  stretch: BoxLine,
  { rows }: LabelIndex<ValueRow>,
): BoxLine<ValueRow> | undefined {
  const { body, to } = stretch;
  const entry = text.slice(body, to);
  for (const row of rows) {
    for (const length of nearLabelEnds(entry, row.label)) {
      const near = labelAt(text, stretch, row, body + length);
      if (isApart(text, near) && /\S/.test(entry.charAt(length - 1)))
        return changed(near, { row, spelling: "near" });
    }
  }
  return undefined;
}

/** Reads a label that the table does not know, up to a colon or tab, or to the end of the line. */
export function unknownLabel(text: string, line: Line): BoxLine<undefined> | undefined {
  const { body, to } = line;
  const [start] = text.slice(body, to).split(/[:\t]/, 1) as [string];
  const label = start.trimEnd();
  if (label.length > EXTRA_LABEL_LENGTH || !EXTRA_LABEL.test(plain(label))) return undefined;
  const read = labelAt(text, bodyOf(line), undefined, body + label.length);
  const glued = read.mark > read.end && read.value === read.mark && read.value < to;
  return glued ? undefined : read;
}
