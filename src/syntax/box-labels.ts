import { lower } from "../format/case.ts";
import { FIELDS, type FieldRow, isValueRow, ownerOf, placeOf, type ValueRow } from "../format/fields.ts";
import { readValue } from "../format/values.ts";
import { type BoxLine, bodyOf, changed } from "./box-line.ts";
import { canHold, FIELD_LABELS, readLine, unknownLabel } from "./field-labels.ts";
import { labelAt, nearLabelEnds } from "./labels.ts";
import { hasBullet, type Line, type Source } from "./scan.ts";

/** A capital at the start: posts are lower-cased, page furniture is not. */
export const CAPITAL = /^\p{Lu}/u;

/** The lines of a box by the labels they start with, and how often each field is labelled. */
export interface BoxLabels {
  readonly source: Source;
  readonly lines: readonly Line[];
  /** The lines taken apart, as far as their labels are spelled right. */
  readonly readings: readonly BoxLine[];
  /** How often each field is labelled, by its place in the table. */
  readonly count: number[];
  /** Whether the labels are written with capitals; absent before it is asked for. */
  capitals: boolean | undefined;
}

/** Reads the labels of the lines of a box. */
export function labelsOf(source: Source, lines: readonly Line[]): BoxLabels {
  const readings = lines.map((line) => readLine(source, line));
  const labels: BoxLabels = { source, lines, readings, count: FIELDS.map(() => 0), capitals: undefined };
  for (const { line, row } of readings) {
    if (row && !hasBullet(line)) setCount(labels, row, countOf(labels, row) + 1);
  }
  return labels;
}

/** How often a field is labelled. */
export const countOf = ({ count }: BoxLabels, row: FieldRow): number => count[placeOf(row)] as number;

export function setCount({ count }: BoxLabels, row: FieldRow, times: number): void {
  count[placeOf(row)] = times;
}

/** The label of a field that a line starts with. */
export function fieldLabelAt({ readings }: BoxLabels, at: number): BoxLine<FieldRow> | undefined {
  const reading = readings[at];
  return !reading?.row || hasBullet(reading.line) ? undefined : (reading as BoxLine<FieldRow>);
}

/** The entry that an item names, of whatever field. */
export function entryAt({ readings }: BoxLabels, at: number): BoxLine<ValueRow> | undefined {
  const reading = readings[at];
  if (!reading?.row || !hasBullet(reading.line) || reading.value === reading.to) return undefined;
  return reading as BoxLine<ValueRow>;
}

/** The field of which an item names an entry. */
export function ownerAt(labels: BoxLabels, at: number): FieldRow | undefined {
  const entry = entryAt(labels, at);
  return entry && ownerOf(entry.row);
}

/** Finds a label one edit away, among the fields that are not labelled elsewhere. */
export function nearLabel(labels: BoxLabels, line: Line): BoxLine<FieldRow> | undefined {
  const { source } = labels;
  const { text } = source;
  const stretch = bodyOf(line);
  const { body, to } = line;
  const start = source.raw(line);
  const restOf = ({ value }: BoxLine): string => text.slice(value, to);
  for (const row of FIELD_LABELS.rows) {
    if (countOf(labels, row) > 0) continue;
    const readings = nearLabelEnds(start, row.label)
      .map((length) => labelAt<FieldRow>(text, stretch, row, body + length))
      .filter((one) => canHold(text, one) && isLikely(row, restOf(one)));
    const [first, ...others] = readings;
    if (!first) continue;
    if (others.every(({ value }) => value === first.value)) return changed(first, { row, spelling: "near" });
    const [settled, ...more] = readings.filter((one) => isUsual(source, row, restOf(one)));
    return settled && more.length === 0
      ? changed(settled, { row, spelling: "near" })
      : changed(first, { row, spelling: "unsure" });
  }
  return undefined;
}

/** Tells whether a value after a misspelled label is one that the field can have. */
const isLikely = (row: FieldRow, value: string): boolean =>
  !isValueRow(row) || (row.kind === "word" ? /^\S+$/.test(value) : readValue(row, value) !== undefined);

/** Tells whether a value starts with a word that is known of the field or stands elsewhere in the source. */
function isUsual(source: Source, row: FieldRow, value: string): boolean {
  if (!isValueRow(row)) return true;
  if (row.words) return row.words.includes(lower(value));
  const word = /^[\p{L}\p{N}]+/u.exec(value)?.[0];
  return word !== undefined && source.hasWord(word);
}

/** Reads a line as a field that the table does not know: a label over a list, or `label: value`. */
export function unknownAt(
  labels: BoxLabels,
  at: number,
  within: FieldRow | undefined,
): BoxLine<undefined> | undefined {
  const { source, lines } = labels;
  const line = lines[at] as Line;
  source.touch(line.body, line.to);
  const label = unknownLabel(source.text, line);
  if (!label || line.heading !== undefined) return undefined;
  const owner = ownerAt(labels, at + 1);
  if (owner && owner === within) return undefined;
  if (label.value < line.to) return label;
  const next = lines[at + 1];
  if (!next || !hasBullet(next) || next.body === next.to) return undefined;
  if (CAPITAL.test(source.raw(line)) && !hasCapitals(labels)) return undefined;
  return !owner || countOf(labels, owner) > 0 ? label : undefined;
}

/** Tells whether the labels of the box are written with capitals. */
function hasCapitals(labels: BoxLabels): boolean {
  const { source, lines } = labels;
  labels.capitals ??= lines.some((line, at) => fieldLabelAt(labels, at) && CAPITAL.test(source.raw(line)));
  return labels.capitals;
}
