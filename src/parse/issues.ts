import type { Remark } from "../layout/draft.ts";
import type { Piece } from "../syntax/nodes.ts";
import { type PostPosition, positionOf, spanOf } from "../syntax/position.ts";
import type { Origin, Source } from "../syntax/scan.ts";
import { ISSUE_CODES, type IssueCode } from "./codes.ts";
import type { Place } from "./place.ts";
import { showUnsafe } from "./quote.ts";
import type { Spots } from "./spots.ts";

/**
 * A problem of a source: what stood there, what was expected and what to do. Issues have the shape of Standard
 * Schema's, with a code, a severity and a position on top.
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { type ParseIssue, safeParsePost } from "alphanode-post";
 *
 * const text = readFileSync("post.txt", "utf8").replace("reading time5", "reading timefive");
 * const [issue] = safeParsePost(text).issues as [ParseIssue];
 * console.log(issue.severity, issue.code, issue.path);
 * console.log(text.slice(issue.position.start.offset, issue.position.end.offset));
 * ```
 *
 * ```console
 * error invalid_number [ 'meta', 'readingTime' ]
 * five
 * ```
 */
export interface ParseIssue {
  /** What kind of problem it is; docs/issues.md explains each. */
  code: IssueCode;
  /** Whether a value is missing or wrong (`error`), or the text was corrected or held more than a post (`warning`). */
  severity: "error" | "warning";
  /** What stood there, what was expected, what to do. Safe to print: no control characters. */
  message: string;
  /** Where in a `Post` the problem is: `["meta", "score", "quality"]`. */
  path: (string | number)[];
  /** Where in the source the problem is. */
  position: PostPosition;
  /** What {@link applyFixes} writes instead; only where there is one way to correct it, and no value changes by it. */
  fix?: IssueFix;
}

/**
 * A change of the source that corrects an issue.
 *
 * @example
 * ```ts
 * import { type IssueFix, safeParseMetaBox } from "alphanode-post";
 *
 * const { issues } = safeParseMetaBox("alphanode post meta\n\ndifficultybeginner\nreading time8 min\nview count7\n");
 * const fixes: IssueFix[] = issues.flatMap(({ fix }) => fix ?? []);
 * console.log(fixes);
 * ```
 *
 * ```console
 * [ { range: [ 52, 57 ], text: '8' } ]
 * ```
 */
export interface IssueFix {
  /** From which offset of the source to which, in UTF-16 units; both are the same where text is put in. */
  range: [start: number, end: number];
  /** What is to stand there. */
  text: string;
}

/**
 * The error that {@link parsePost} and its kind throw, and that failed results carry. Its message lists all issues.
 *
 * @example
 * ```ts
 * import { PostParseError, parsePost } from "alphanode-post";
 *
 * try {
 *   parsePost("a title\n\nsome text.");
 * } catch (error) {
 *   if (!(error instanceof PostParseError)) throw error;
 *   console.log(error.issues.map(({ code }) => code));
 * }
 * ```
 *
 * ```console
 * [ 'missing_meta_box' ]
 * ```
 */
export class PostParseError extends Error {
  /** Always `PostParseError`. */
  override readonly name = "PostParseError";
  /** The issues of the source, errors and warnings, in the order of the source. */
  readonly issues: ParseIssue[];

  /** @param issues - the issues of the source, in its order */
  constructor(issues: ParseIssue[]) {
    super(listIssues(issues));
    this.issues = issues;
  }

  /**
   * Tells an error of this kind by its name, so that `instanceof` holds between the copies of the package for `import`
   * and for `require`, too.
   *
   * @param value - anything
   * @returns whether it is such an error
   */
  static override [Symbol.hasInstance](value: unknown): value is PostParseError {
    return value instanceof Error && value.name === "PostParseError";
  }
}

/** Lists issues, one a line. */
function listIssues(issues: readonly ParseIssue[]): string {
  const lines = issues.map(({ code, severity, path, message, position: { start } }) => {
    const place = path.length > 0 ? ` at ${formatPath(path)}` : "";
    return `  ${start.line}:${start.column} ${severity} ${code}${place}: ${message}`;
  });
  return [
    `the text is not a valid post (${issues.length === 1 ? "1 issue" : `${issues.length} issues`}):`,
    ...lines,
  ].join("\n");
}

/** Writes a path as a property access: `meta.entities[1].type`. */
export const formatPath = (path: readonly (string | number)[]): string =>
  path
    .map((key, i) => (typeof key === "number" ? `[${key}]` : `${i > 0 ? "." : ""}${showUnsafe(key)}`))
    .join("");

const NONE: readonly ParseIssue[] = [];

/** Collects issues in the order in which they are found. */
export class IssueList {
  readonly issues: ParseIssue[] = [];
  /** What the issue added last is about, where it is a stretch of the source. */
  private about: readonly [first: Piece, last: Piece] | undefined;

  /**
   * @param source - the source that issues are about
   * @param spots - takes notes of where values stand, if anybody asks for them
   */
  constructor(
    readonly source: Source,
    readonly spots?: Spots | undefined,
  ) {}

  get size(): number {
    return this.issues.length;
  }

  /** Takes the issues from a place in the list on out of it. */
  cut(start: number): readonly ParseIssue[] {
    return start === this.issues.length ? NONE : this.issues.splice(start);
  }

  /** Tells whether one of the issues from a place in the list on is an error. */
  failedSince(start: number): boolean {
    return (
      this.issues.length > start && this.issues.slice(start).some(({ severity }) => severity === "error")
    );
  }

  /** Adds an issue about a stretch of the source. */
  add(code: IssueCode, place: Place, message: string, first: Piece, last: Piece = first): void {
    this.addAt(code, place.path, message, spanOf(this.source, first, last));
    this.about = [first, last];
  }

  /**
   * Offers a fix for the issue added last: a text instead of its stretch, or right before or after it. None is offered
   * where the stretch was laid out, so that what stands in the source is not what was read.
   */
  offer(text: string, side: "instead" | "before" | "after" = "instead"): void {
    const issue = this.issues.at(-1);
    if (!issue || !this.about) return;
    const [first, last] = this.about;
    const start = issue.position.start.offset;
    const end = issue.position.end.offset;
    if (this.source.given.slice(start, end) !== this.source.text.slice(first.from, last.to)) return;
    issue.fix = { range: [side === "after" ? end : start, side === "before" ? start : end], text };
  }

  /** Adds an issue about a position. */
  addAt(code: IssueCode, path: (string | number)[], message: string, position: PostPosition): void {
    this.issues.push({ code, severity: ISSUE_CODES[code], message, path, position });
  }

  /** Adds what a layout left to be reported. */
  remark({ code, path, message, from, to }: Remark): void {
    this.addAt(code, [...path], showUnsafe(message), positionOf(this.source.origin as Origin, from, to));
  }

  /** Takes over issues of another list. */
  take(issues: readonly ParseIssue[]): void {
    for (const issue of issues) this.issues.push(issue);
  }
}
