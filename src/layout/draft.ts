import type { Row } from "./row.ts";

/** What a layout leaves to be reported: it knows what it did, and the grammars after it do not. */
export interface Remark {
  readonly code: RemarkCode;
  /** Where in a post. */
  readonly path: readonly (string | number)[];
  readonly message: string;
  /** Where in the given text. */
  readonly from: number;
  readonly to: number;
}

export type RemarkCode =
  | "stray_text"
  | "missing_bullet"
  | "flattened_list"
  | "wrapped_text"
  | "run_together"
  | "rewritten_value"
  | "missing_caption"
  | "duplicate_meta_box"
  | "duplicate_field"
  | "uncertain_value"
  | "cut_short"
  | "out_of_place";

/** Rows as laid out so far, and what is to be reported of it. */
export class Draft {
  readonly rows: Row[] = [];
  readonly remarks: Remark[] = [];

  /** Tells of rows, from the first to the last. */
  tell(code: RemarkCode, path: Remark["path"], message: string, first: Row, last: Row = first): void {
    this.remarks.push({
      code,
      path,
      message,
      from: first.body.start,
      to: Math.max(first.body.end, last.body.end),
    });
  }
}
