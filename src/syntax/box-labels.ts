import { FIELDS, type FieldRow, isValueRow, ownerOf, placeOf, type ValueRow } from "../format/fields.ts";
import { readValue } from "../format/values.ts";
import { type BoxLine, bodyOf, changed } from "./box-line.ts";
import { canHold, FIELD_LABELS, readLine, unknownLabel } from "./field-labels.ts";
import { labelAt, nearLabelEnds } from "./labels.ts";
import { hasBullet, type Line, type Source } from "./scan.ts";

/** A capital at the start: posts are lower-cased, page furniture is not. */
export const CAPITAL = /^\p{Lu}/u;

/** The lines of a box by the labels they start with, and how often each field is labelled. */
export class BoxLabels {
  /** The lines taken apart, as far as their labels are spelled right. */
  private readonly readings: readonly BoxLine[];
  /** How often each field is labelled, by its place in the table. */
  private readonly count = FIELDS.map(() => 0);
  private capitals: boolean | undefined;

  constructor(
    private readonly source: Source,
    readonly lines: readonly Line[],
  ) {
    this.readings = lines.map((line) => readLine(source, line));
    for (const { line, row } of this.readings) {
      if (row !== undefined && !hasBullet(line)) this.setCount(row, this.countOf(row) + 1);
    }
  }

  /** A line taken apart. */
  reading(at: number): BoxLine {
    return this.readings[at] as BoxLine;
  }

  /** How often a field is labelled. */
  countOf(row: FieldRow): number {
    return this.count[placeOf(row)] as number;
  }

  setCount(row: FieldRow, count: number): void {
    this.count[placeOf(row)] = count;
  }

  line(at: number): Line {
    return this.lines[at] as Line;
  }

  /** The label of a field that a line starts with. */
  labelAt(at: number): BoxLine<FieldRow> | undefined {
    const reading = this.readings[at];
    return reading?.row === undefined || hasBullet(reading.line) ? undefined : (reading as BoxLine<FieldRow>);
  }

  /** The entry that an item names, of whatever field. */
  named(at: number): BoxLine<ValueRow> | undefined {
    const reading = this.readings[at];
    if (reading?.row === undefined || !hasBullet(reading.line) || reading.value === reading.to)
      return undefined;
    return reading as BoxLine<ValueRow>;
  }

  /** The field of which an item names an entry. */
  ownerAt(at: number): FieldRow | undefined {
    const named = this.named(at);
    return named && ownerOf(named.row);
  }

  /** Finds a label one edit away, among the fields that are not labelled elsewhere. */
  near(line: Line): BoxLine<FieldRow> | undefined {
    const { text } = this.source;
    const stretch = bodyOf(line);
    const { body, to } = line;
    const start = this.source.raw(line);
    const restOf = ({ value }: BoxLine): string => text.slice(value, to);
    for (const row of FIELD_LABELS.rows) {
      if (this.countOf(row) > 0) continue;
      const readings = nearLabelEnds(start, row.label)
        .map((length) => labelAt<FieldRow>(text, stretch, row, body + length))
        .filter((one) => canHold(text, one) && this.isLikely(row, restOf(one)));
      const [first, ...others] = readings;
      if (first === undefined) continue;
      if (others.every(({ value }) => value === first.value))
        return changed(first, { row, spelling: "near" });
      const [settled, ...more] = readings.filter((one) => this.isUsual(row, restOf(one)));
      return settled !== undefined && more.length === 0
        ? changed(settled, { row, spelling: "near" })
        : changed(first, { row, spelling: "unsure" });
    }
    return undefined;
  }

  /** Tells whether a value after a misspelled label is one that the field can have. */
  private isLikely(row: FieldRow, value: string): boolean {
    return (
      !isValueRow(row) || (row.kind === "word" ? /^\S+$/.test(value) : readValue(row, value) !== undefined)
    );
  }

  /** Tells whether a value starts with a word that is known of the field or stands elsewhere in the source. */
  private isUsual(row: FieldRow, value: string): boolean {
    if (!isValueRow(row)) return true;
    if (row.words !== undefined) return row.words.includes(value.toLowerCase());
    const word = /^[\p{L}\p{N}]+/u.exec(value)?.[0] ?? "";
    return word !== "" && this.source.hasWord(word);
  }

  /** Reads a line as a field that the table does not know: a label over a list, or `label: value`. */
  unknown(at: number, within: FieldRow | undefined): BoxLine<undefined> | undefined {
    const line = this.line(at);
    this.source.touch(line.body, line.to);
    const label = unknownLabel(this.source.text, line);
    if (label === undefined) return undefined;
    const named = this.ownerAt(at + 1);
    if (named !== undefined && named === within) return undefined;
    if (label.value < line.to) return label;
    const next = this.lines[at + 1];
    if (next === undefined || !hasBullet(next)) return undefined;
    if (CAPITAL.test(this.source.raw(line)) && !this.hasCapitals()) return undefined;
    return named === undefined || this.countOf(named) > 0 ? label : undefined;
  }

  /** Tells whether the labels of the box are written with capitals. */
  private hasCapitals(): boolean {
    this.capitals ??= this.lines.some((line, at) => this.labelAt(at) && CAPITAL.test(this.source.raw(line)));
    return this.capitals;
  }
}
