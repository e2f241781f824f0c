import type { ParseIssue } from "../parse/issues.ts";
import { pointerOf } from "../parse/pointer.ts";
import { quote, showUnsafe } from "../parse/quote.ts";
import { LineTable, type PostPosition, positionOf } from "../syntax/position.ts";
import type { Read } from "./codec.ts";

/**
 * What can be wrong with a box in a text, and how grave it is. docs/boxes.md explains each. `label_without_value` of a field
 * that is optional is a warning.
 *
 * @example
 * ```ts
 * import { BOX_ISSUE_CODES } from "alphanode-post/box";
 *
 * console.log(BOX_ISSUE_CODES.label_without_value, BOX_ISSUE_CODES.run_together);
 * ```
 *
 * ```console
 * error warning
 * ```
 */
export const BOX_ISSUE_CODES = {
  source_too_long: "error",
  missing_box: "error",
  missing_field: "error",
  label_without_value: "error",
  invalid_value: "error",
  ambiguous_label: "error",
  missing_heading: "warning",
  misspelled_heading: "warning",
  misspelled_label: "warning",
  uncertain_value: "warning",
  rewritten_value: "warning",
  unfamiliar_word: "warning",
  unusual_size: "warning",
  wrapped_text: "warning",
  run_together: "warning",
  duplicate_field: "warning",
  unknown_field: "warning",
  stray_text: "warning",
} as const satisfies Record<string, "error" | "warning">;

/**
 * The code of an issue of a box.
 *
 * @example
 * ```ts
 * import { type BoxIssueCode, defineBox, field, safeParseBox } from "alphanode-post/box";
 *
 * const lost: BoxIssueCode = "label_without_value";
 * const box = defineBox({ heading: null, fields: { sku: field.word("SKU"), tags: field.list("Tags") } });
 * console.log(safeParseBox(box, "SKU: A-1 Tags: ,").issues.some(({ code }) => code === lost));
 * ```
 *
 * ```console
 * true
 * ```
 */
export type BoxIssueCode = keyof typeof BOX_ISSUE_CODES;

/**
 * A problem of a box in a text, in the shape of `ParseIssue`.
 *
 * @example
 * ```ts
 * import { type BoxIssue, defineBox, field, safeParseBox } from "alphanode-post/box";
 *
 * const box = defineBox({ heading: "Basics", fields: { floors: field.int("Floors") } });
 * const [issue] = safeParseBox(box, "Basics\n\nFloors: many").issues as [BoxIssue];
 * console.log(issue.code, issue.path, issue.message);
 * ```
 *
 * ```console
 * invalid_value [ 'floors' ] "many" is not a valid Floors; expected a whole number of up to 15 digits
 * ```
 */
export interface BoxIssue extends Pick<ParseIssue, "severity" | "message" | "path" | "position"> {
  /** What kind of problem it is. */
  code: BoxIssueCode;
}

/**
 * The error that {@link parseBox} throws, and that failed results carry.
 *
 * @example
 * ```ts
 * import { BoxParseError, defineBox, field, parseBox } from "alphanode-post/box";
 *
 * const box = defineBox({ heading: "Basics", fields: { floors: field.int("Floors") } });
 * try {
 *   parseBox(box, "a page without one");
 * } catch (error) {
 *   if (!(error instanceof BoxParseError)) throw error;
 *   console.log(error.issues.map(({ code }) => code));
 * }
 * ```
 *
 * ```console
 * [ 'missing_box' ]
 * ```
 */
export class BoxParseError extends Error {
  /** Always `BoxParseError`. */
  override readonly name = "BoxParseError";
  /** The issues of the box, errors and warnings, in the order of the text. */
  readonly issues: BoxIssue[];

  /** @param issues - the issues of the box */
  constructor(issues: BoxIssue[]) {
    const lines = issues.map(
      ({ code, severity, path, message, position: { start } }) =>
        `  ${start.line}:${start.column} ${severity} ${code}${path.length > 0 ? ` at ${showUnsafe(path.join("."))}` : ""}: ${message}`,
    );
    super(`the text has no valid box:\n${lines.join("\n")}`);
    this.issues = issues;
  }

  /**
   * Tells an error of this kind by its name, so that `instanceof` holds between the copies of the package for `import`
   * and for `require`, too.
   *
   * @param value - anything
   * @returns whether it is such an error
   */
  static override [Symbol.hasInstance](value: unknown): value is BoxParseError {
    return value instanceof Error && value.name === "BoxParseError";
  }
}

/** Where in the value something is. */
export type Path = readonly (string | number)[];

/** A stretch of the text that was given. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Collects what is found out about a box in a text: issues, and where values stand. */
export class Notes {
  readonly issues: BoxIssue[] = [];
  readonly positions = new Map<string, PostPosition>();

  /**
   * @param source - the text
   * @param lines - its lines
   * @param keepsPositions - whether positions are wanted
   */
  constructor(
    readonly source: string,
    private readonly lines: LineTable,
    private readonly keepsPositions: boolean,
  ) {}

  add(
    code: BoxIssueCode,
    path: Path,
    message: string,
    at: Stretch,
    severity = BOX_ISSUE_CODES[code] as BoxIssue["severity"],
  ): void {
    this.issues.push({
      code,
      severity,
      message: showUnsafe(message),
      path: [...path],
      position: this.positionOf(at),
    });
  }

  /** Tells a word that is none of those declared. */
  unfamiliar(path: Path, at: Stretch & { readonly text: string }, label: string, expected: string): void {
    this.add("unfamiliar_word", path, `${quote(at.text)} is not a known ${label}; expected ${expected}`, at);
  }

  /** Tells a value that was read as something else than it looks like. */
  rewritten(
    path: Path,
    at: Stretch & { readonly text: string },
    read: Read<unknown>,
    expected: string,
  ): void {
    const message = `${quote(at.text)} was read as ${String(read.value)}, ${read.note}; expected ${expected}`;
    this.add("rewritten_value", path, message, at);
  }

  /** Tells a text that has not come to its end. */
  unfinished(path: Path, at: Stretch & { readonly text: string }, expected: string): void {
    this.doubt(path, at, `${quote(at.text)} may not be all of it; expected ${expected}`);
  }

  /** Tells a value that may not be what stood there. */
  doubt(path: Path, at: Stretch, message: string): void {
    this.add("uncertain_value", path, message, at);
  }

  /** Tells a value that stands below the last label, where the box may be over. */
  uncertainLast(path: Path, at: Stretch & { readonly text: string }, isApart: boolean): void {
    const how = isApart ? "apart from it" : "and the values of others stand beside theirs";
    this.doubt(
      path,
      at,
      `${quote(at.text)} stands below the last label, ${how}; it may be no part of the box`,
    );
  }

  /** Keeps where a value stands. */
  place(path: Path, at: Stretch): void {
    if (this.keepsPositions) this.positions.set(pointerOf(path), this.positionOf(at));
  }

  /** Notes of a part that may be thrown away. */
  branch(): Notes {
    return new Notes(this.source, this.lines, this.keepsPositions);
  }

  /** Takes over the notes of a part. */
  take(notes: Notes): void {
    for (const issue of notes.issues) this.issues.push(issue);
    for (const [path, position] of notes.positions) this.positions.set(path, position);
  }

  private positionOf({ start, end }: Stretch): PostPosition {
    return positionOf(this.lines, start, Math.max(start, end));
  }
}

/** Notes on a text. */
export const notesOn = (text: string, keepsPositions: boolean): Notes =>
  new Notes(text, new LineTable(text), keepsPositions);
