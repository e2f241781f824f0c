/** Something is missing or cannot be trusted. */
const ERROR = "error";

/** The text had to be corrected, or holds more than a post. */
const WARNING = "warning";

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
  source_too_long: ERROR,
  empty_source: ERROR,
  foreign_form: ERROR,
  several_posts: ERROR,
  missing_article: ERROR,
  missing_title: ERROR,
  missing_meta_box: ERROR,
  missing_field: ERROR,
  missing_entry: ERROR,
  empty_value: ERROR,
  invalid_number: ERROR,
  invalid_flag: ERROR,
  invalid_date: ERROR,
  invalid_version: ERROR,
  invalid_id: ERROR,
  cut_short: ERROR,
  ambiguous_label: ERROR,
  uncertain_value: ERROR,
  field_left_out: WARNING,
  article_cut_short: WARNING,
  unusual_article: WARNING,
  missing_caption: WARNING,
  unmatched_images: WARNING,
  missing_record: WARNING,
  missing_box_heading: WARNING,
  missing_label: WARNING,
  missing_bullet: WARNING,
  misspelled_label: WARNING,
  misspelled_heading: WARNING,
  marked_label: WARNING,
  wrapped_text: WARNING,
  flattened_list: WARNING,
  run_together: WARNING,
  rewritten_value: WARNING,
  unfamiliar_word: WARNING,
  unusual_value: WARNING,
  duplicate_meta_box: WARNING,
  duplicate_field: WARNING,
  duplicate_entry: WARNING,
  unknown_field: WARNING,
  unknown_entry: WARNING,
  stray_text: WARNING,
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
