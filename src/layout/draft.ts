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
  | "missing_caption"
  | "run_together"
  | "rewritten_value"
  | "several_posts"
  | "unusual_article"
  | "duplicate_meta_box"
  | "duplicate_field"
  | "uncertain_value"
  | "unusual_value"
  | "cut_short";

/** Tells of a list that stood on one line. */
export const flattened = (list: string): string =>
  `the items of ${list} stand on one line; they were separated by what stands between them`;

/** Quotes the start of a text for a message, without half of a pair, which JSON would write as an escape. */
export const quoted = (text: string): string =>
  JSON.stringify(text.slice(0, 60).replace(/\p{Cs}/gu, "\ufffd"));

/** What is to be reported of a text, as layouts find it. */
export class Draft {
  readonly remarks: Remark[] = [];

  /** Tells of rows, from the first to the last. */
  tell(code: RemarkCode, path: Remark["path"], message: string, first: Row, last: Row = first): void {
    const [from, to] = [Math.min(first.body.start, last.body.start), Math.max(first.body.end, last.body.end)];
    this.remarks.push({ code, path, message, from, to });
  }

  /** Tells that the items of a list, which are some rows, have lost their bullets. */
  tellBare(path: Remark["path"], list: string, first: Row, last?: Row): void {
    const message = `the items of ${list} have lost their bullets; each line was read as one`;
    this.tell("missing_bullet", path, message, first, last);
  }

  /** Tells that rows are left out, with the start of their text and why. */
  leaveOut(path: Remark["path"], why: string, first: Row, last = first, { text } = first.body): void {
    this.tell("stray_text", path, `${quoted(text)} ${why} and was left out`, first, last);
  }

  /** Tells that a second post starts at an offset. */
  tellSecond(text: string, from: number): void {
    const message =
      "a second post starts here; only the first is read: splitPosts cuts a text into its posts";
    const line = /[^\r\n\u2028\u2029]*/.exec(text.slice(from))?.[0].trimEnd().length ?? 0;
    this.remarks.push({ code: "several_posts", path: [], message, from, to: from + line });
  }
}
