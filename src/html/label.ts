/** A label and where its field starts among the segments of the box. */
export interface Label<Row> {
  /** The row of the table; undefined for a field that it does not know. */
  readonly row: Row;
  /** Where the label stands in the page, without its colon. */
  readonly from: number;
  readonly to: number;
  /** The first segment it stands in, and the one past its last. */
  readonly at: number;
  readonly past: number;
  /** Where its value starts in its last segment; undefined where it starts with the segment after. */
  readonly rest: number | undefined;
}

/** Labels, by what stands in a box. */
export type LabelTable<Row> = ReadonlyMap<string, Row>;
