import { FIELDS, type FieldRow, isValueRow, type ValueRow } from "../format/fields.ts";
import { BOX_HEADING } from "../format/headings.ts";
import { writeValue } from "../format/values.ts";
import type { Line } from "../syntax/scan.ts";
import { type CleanBox, ITEM, OF_RECORD } from "./clean-box.ts";
import { META, type Place } from "./place.ts";
import type { Spots } from "./spots.ts";

type Value = string | number | boolean;
type Values = Readonly<Record<string, Value>>;

/** How much of a line stands before a value: of an item; of an entry, its label set aside; of that of a record. */
const BEFORE_ITEM = ITEM.length - 1;
const BEFORE_ENTRY = BEFORE_ITEM + ": ".length;
const BEFORE_OF_RECORD = OF_RECORD.length - 1 + ": ".length;

/**
 * Notes where the values of a clean box stand: each on the line after the one before, right behind its label or its bullet.
 *
 * @param heading - the line of its heading
 */
export function noteCleanBox({ meta }: CleanBox, heading: Line, spots: Spots): void {
  const notes = new BoxNotes(heading, spots);
  for (const row of FIELDS) notes.field(row, meta[row.key as keyof typeof meta]);
  spots.keep();
}

/** Goes through the lines of a clean box. */
class BoxNotes {
  /** The number of the next line, and where it starts. */
  private number: number;
  private start: number;

  constructor(
    heading: Line,
    private readonly spots: Spots,
  ) {
    this.number = heading.number + 2;
    this.start = heading.from + BOX_HEADING.length + 2;
  }

  field(row: FieldRow, value: unknown): void {
    const place = META.of(row);
    const { length } = row.label;
    if (isValueRow(row)) {
      this.value(place, length, value as Value);
      return;
    }
    // Without records, a field that may be absent has no label.
    if ((value as unknown[]).length === 0) return;
    this.number++;
    this.start += length + 1;
    if (row.kind === "entries") {
      this.entries(row.entries, value as Values, place, BEFORE_ENTRY);
      return;
    }
    const parts = value as readonly (string | Values)[];
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i] as string | Values;
      if (typeof part === "string") this.value(place.at(i), BEFORE_ITEM, part);
      else if (row.kind === "records") this.entries(row.entries, part, place.at(i), BEFORE_OF_RECORD);
    }
  }

  private entries(rows: readonly ValueRow[], values: Values, around: Place, before: number): void {
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as ValueRow;
      this.value(around.of(row), before + row.label.length, values[row.key] as Value);
    }
  }

  /** Notes a value that is all of the next line but so many characters before it. */
  private value(place: Place, before: number, value: Value): void {
    const from = this.start + before;
    const { length } = typeof value === "string" ? value : writeValue(value);
    this.spots.noteLine(place, this.number++, this.start, from, from + length);
    this.start = from + length + 1;
  }
}
