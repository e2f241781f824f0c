import { FIELDS, type FieldRow, isValueRow, type ValueRow } from "../format/fields.ts";
import { EXTRA_LABEL, EXTRA_LABEL_LENGTH, plain } from "../format/text.ts";
import { readValue } from "../format/values.ts";
import { isFlat } from "./flat.ts";
import { LabelIndex, type Match, nearLabelEnds, valueStart } from "./labels.ts";
import type { Label } from "./nodes.ts";
import { hasBullet, type Line, type Source } from "./scan.ts";

/** The labels of the field table, and how they are told from text that starts with the same letters. */

/** The fields by label. */
export const FIELD_LABELS = new LabelIndex<FieldRow>(FIELDS);

/** The entries of the fields that have some, by label. */
export const ENTRY_LABELS = new Map<FieldRow, LabelIndex<ValueRow>>(
  FIELDS.flatMap((row) => ("entries" in row ? [[row, new LabelIndex<ValueRow>(row.entries)]] : [])),
);

/** The field of an entry: no two fields share one. */
export const OWNERS = new Map<ValueRow, FieldRow>(
  [...ENTRY_LABELS].flatMap(([row, { rows }]) => rows.map((entry): [ValueRow, FieldRow] => [entry, row])),
);

/** The entries of all fields, by label. */
export const ALL_ENTRY_LABELS = new LabelIndex<ValueRow>([...OWNERS.keys()]);

/** A label at the start of a line: where it ends and how sure that is. */
export type Reading<Row> = Match<Row> & { readonly spelling: Label["spelling"] };

/** What a label node is made of. */
type LabelReading = Omit<Reading<FieldRow | ValueRow | undefined>, "value">;

/** Words that may follow a label after mere white space, in a field that holds no sentence. */
const LOOSE_WORDS = 3;

/**
 * Tells whether a field can hold the text after its label. Where it cannot, the line only starts with the same
 * letters: `stackoverflow`, `tools for the job`.
 */
export function canHold(row: FieldRow, text: string, { end, mark, value }: Match<FieldRow>): boolean {
  const rest = text.slice(value);
  if (rest === "") return true;
  if (!isValueRow(row)) return isFlat(rest);
  const loose = row.kind !== "text" && row.kind !== "sentence" && mark === end && value > end;
  return !loose || rest.split(/\s+/, LOOSE_WORDS + 1).length <= LOOSE_WORDS || isReadable(row, rest);
}

/** Tells whether a text has the closed form of a row's value. */
export const isReadable = (row: ValueRow, text: string): boolean =>
  row.kind !== "text" &&
  row.kind !== "sentence" &&
  row.kind !== "word" &&
  readValue(row, plain(text)) !== undefined;

/** Tells whether a bulleted text is an entry of its own: `label: value`, or a label and a value of its closed form. */
export function isEntry(text: string, { row, end, mark, value }: Match<ValueRow>): boolean {
  if (mark > end || value === text.length || value > end + 1 || text[end] === "\t") return true;
  return isReadable(row, text.slice(value));
}

/** Reads the field label that a line starts with, if the field can hold what follows. */
export function fieldLabelAt(source: Source, line: Line): Match<FieldRow> | undefined {
  if (hasBullet(line)) return undefined;
  const text = source.raw(line);
  const match = FIELD_LABELS.match(text);
  return match !== undefined && canHold(match.row, text, match) ? match : undefined;
}

/** Tells whether mere white space stands between label and value, as between two words of a sentence. */
export const isLoose = ({ end, mark, value }: Match<FieldRow>): boolean => mark === end && value === end + 1;

/** The label that was read at an offset of a line, as a node. */
export function labelOf(line: Line, at: number, reading: LabelReading): Label {
  const { row, end, mark, spelling } = reading;
  return {
    row,
    spelling,
    piece: { line, from: at, to: at + end },
    mark: mark > end ? { line, from: at + mark - 1, to: at + mark } : undefined,
  };
}

/** Finds an entry label one edit away. A mark must follow it, so that where it ends is sure. */
export function nearEntry(text: string, { rows }: LabelIndex<ValueRow>): Reading<ValueRow> | undefined {
  for (const row of rows) {
    for (const end of nearLabelEnds(text, row.label)) {
      const match = { row, end, ...valueStart(text, end) };
      if (match.mark > end && /^\S/.test(text.slice(end - 1))) return { ...match, spelling: "near" };
    }
  }
  return undefined;
}

/** Reads a label that the table does not know, up to a colon or tab, or to the end of the text. */
export function unknownLabel(text: string): { label: string; mark: number; value: number } {
  const label = /^[^:\t]*/.exec(text)?.[0].trimEnd() ?? "";
  const known = label.length <= EXTRA_LABEL_LENGTH && EXTRA_LABEL.test(plain(label));
  const { mark, value } = valueStart(text, label.length);
  const glued = mark > label.length && value === mark && value < text.length;
  return known && !glued ? { label, mark, value } : { label: "", mark: 0, value: 0 };
}
