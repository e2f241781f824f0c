/**
 * What can be wrong with a source, and how grave it is. An error means that something is missing or cannot be
 * trusted; a warning, that the text had to be corrected or holds more than a post. docs/issues.md has an example of each.
 *
 * @example
 * ```ts
 * import { ISSUE_CODES } from "alphanode-post";
 *
 * console.log(ISSUE_CODES.missing_field, ISSUE_CODES.wrapped_text, "no_such_code" in ISSUE_CODES);
 * ```
 *
 * ```console
 * error warning false
 * ```
 */
export const ISSUE_CODES = {
  source_too_long: "error",
  empty_source: "error",
  foreign_form: "error",
  several_posts: "error",
  missing_article: "error",
  missing_title: "error",
  missing_meta_box: "error",
  missing_field: "error",
  missing_entry: "error",
  empty_value: "error",
  invalid_number: "error",
  invalid_flag: "error",
  invalid_date: "error",
  invalid_version: "error",
  invalid_id: "error",
  cut_short: "error",
  ambiguous_label: "error",
  uncertain_value: "error",
  field_left_out: "warning",
  article_cut_short: "warning",
  unusual_article: "warning",
  missing_caption: "warning",
  unmatched_images: "warning",
  missing_record: "warning",
  missing_box_heading: "warning",
  missing_label: "warning",
  missing_bullet: "warning",
  misspelled_label: "warning",
  misspelled_heading: "warning",
  marked_label: "warning",
  wrapped_text: "warning",
  flattened_list: "warning",
  run_together: "warning",
  rewritten_value: "warning",
  unfamiliar_word: "warning",
  unusual_value: "warning",
  duplicate_meta_box: "warning",
  duplicate_field: "warning",
  duplicate_entry: "warning",
  unknown_field: "warning",
  unknown_entry: "warning",
  stray_text: "warning",
} as const satisfies Record<string, "error" | "warning">;

/**
 * The code of an issue. docs/issues.md lists each with an example and the way to correct it.
 *
 * @example
 * ```ts
 * import { type IssueCode, safeParsePost } from "alphanode-post";
 *
 * const layout: IssueCode[] = ["wrapped_text", "flattened_list", "missing_bullet"];
 * const { issues } = safeParsePost("a title\n\nsome text.");
 * console.log(issues.filter(({ code }) => !layout.includes(code)).map(({ code }) => code));
 * ```
 *
 * ```console
 * [ 'missing_meta_box' ]
 * ```
 */
export type IssueCode = keyof typeof ISSUE_CODES;

/**
 * What warnings count as, by code. Errors cannot be made less: without the value that they are about there is no valid
 * post.
 *
 * @example
 * ```ts
 * import { type IssueSeverities, safeParsePost } from "alphanode-post";
 * import { readFileSync } from "node:fs";
 *
 * const severity: IssueSeverities = { marked_label: "off", rewritten_value: "error" };
 * const text = readFileSync("post.txt", "utf8").replace("difficulty", "difficulty: ").replace("time5", "time5 min");
 * console.log(safeParsePost(text, { severity }).issues.map((issue) => [issue.code, issue.severity]));
 * ```
 *
 * ```console
 * [ [ 'rewritten_value', 'error' ] ]
 * ```
 */
export type IssueSeverities = {
  readonly [Code in IssueCode as (typeof ISSUE_CODES)[Code] extends "warning" ? Code : never]?:
    | "error"
    | "warning"
    | "off"
    | undefined;
};
