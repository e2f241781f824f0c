import { FIELDS, type FieldRow, isEntriesRow, isValueRow, type ValueRow } from "../format/fields.ts";
import { EXTRA_LABEL, EXTRA_LABEL_LENGTH, plain } from "../format/text.ts";
import { readValue } from "../format/values.ts";
import { isFlat } from "./flat.ts";
import { LabelIndex, labelAt, nearLabelEnds } from "./labels.ts";
import type { Label } from "./nodes.ts";
import { hasBullet, type Line, type Source } from "./scan.ts";

/** The labels of the field table, and how they are told from text that starts with the same letters. */

/** The fields by label. */
export const FIELD_LABELS = new LabelIndex<FieldRow>(FIELDS);

/** The entries of the fields that have some, by label. */
export const ENTRY_LABELS = new Map<FieldRow, LabelIndex<ValueRow>>(
  FIELDS.flatMap((row) => (isEntriesRow(row) ? [[row, new LabelIndex<ValueRow>(row.entries)]] : [])),
);

/** The field of an entry: no two fields share one. */
export const OWNERS = new Map<ValueRow, FieldRow>(
  [...ENTRY_LABELS].flatMap(([row, { rows }]) => rows.map((entry): [ValueRow, FieldRow] => [entry, row])),
);

/** The entries of all fields, by label. */
export const ALL_ENTRY_LABELS = new LabelIndex<ValueRow>([...OWNERS.keys()]);

/** Words that may follow a label after mere white space, in a field that holds no sentence. */
const LOOSE_WORDS = 3;

/**
 * Tells whether a field can hold the text after its label. Where it cannot, the line only starts with the same
 * letters: `stackoverflow`, `tools for the job`.
 */
export function canHold(text: string, label: Label<FieldRow>): boolean {
  const { row, line, value } = label;
  if (value === line.to) return true;
  if (!isValueRow(row)) return isFlat(text.slice(value, line.to));
  if (row.kind === "text" || row.kind === "sentence" || !isLoose(text, label)) return true;
  const rest = text.slice(value, line.to);
  return rest.split(/\s+/, LOOSE_WORDS + 1).length <= LOOSE_WORDS || isReadable(row, rest);
}

/** Tells whether a text has the closed form of a row's value. */
export const isReadable = (row: ValueRow, text: string): boolean =>
  row.kind !== "text" &&
  row.kind !== "sentence" &&
  row.kind !== "word" &&
  readValue(row, plain(text)) !== undefined;

/** Reads a stretch of text as an entry of its own: `label: value`, or a label and a value of its closed form. */
export function entryAt(
  text: string,
  line: Line,
  from: number,
  to: number,
  labels: LabelIndex<ValueRow>,
): Label<ValueRow> | undefined {
  const label = labels.match(text, line, from, to);
  if (label === undefined) return undefined;
  const { row, to: end, mark, value } = label;
  const isApart = mark > end || value === to || value > end + 1 || text[end] === "\t";
  return isApart || isReadable(row, text.slice(value, to)) ? label : undefined;
}

/** Reads the field label that a line starts with, if the field can hold what follows. */
export function fieldLabelAt(source: Source, line: Line): Label<FieldRow> | undefined {
  if (hasBullet(line)) return undefined;
  source.touch(line.body, line.to);
  const label = FIELD_LABELS.match(source.text, line, line.body, line.to);
  return label !== undefined && canHold(source.text, label) ? label : undefined;
}

/** Tells whether mere white space stands between label and value, as between two words of a sentence. */
export const isLoose = (text: string, { to, mark, value }: Label<FieldRow>): boolean =>
  mark === to && value === to + 1 && text[to] !== "\t";

/** Finds an entry label one edit away. A mark must follow it, so that where it ends is sure. */
export function nearEntry(
  text: string,
  line: Line,
  from: number,
  to: number,
  { rows }: LabelIndex<ValueRow>,
): Label<ValueRow> | undefined {
  const entry = text.slice(from, to);
  for (const row of rows) {
    for (const length of nearLabelEnds(entry, row.label)) {
      const label = labelAt(row, text, line, from, from + length, to);
      if (label.mark > label.to && /\S/.test(entry.charAt(length - 1))) return { ...label, spelling: "near" };
    }
  }
  return undefined;
}

/**
 * Reads a label that the table does not know, up to a colon or tab, or to the end of the line; the row of the
 * label is its text.
 */
export function unknownLabel(text: string, line: Line): Label<string> | undefined {
  const row = /^[^:\t]*/.exec(text.slice(line.body, line.to))?.[0].trimEnd() ?? "";
  if (row.length > EXTRA_LABEL_LENGTH || !EXTRA_LABEL.test(plain(row))) return undefined;
  const label = labelAt(row, text, line, line.body, line.body + row.length, line.to);
  const glued = label.mark > label.to && label.value === label.mark && label.value < line.to;
  return glued ? undefined : label;
}
