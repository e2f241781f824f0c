import { FLAG, LENGTH, type OptionRule, oddOption } from "../format/options.ts";
import { ISSUE_CODES, type IssueSeverities } from "./codes.ts";
import type { ParseIssue } from "./issues.ts";

/**
 * How to parse.
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { type ParseOptions, safeParsePost } from "alphanode-post";
 *
 * const text = readFileSync("post.txt", "utf8").replace("reading time5", "reading time5 min");
 * const options: ParseOptions = { strict: true, maxLength: 100_000 };
 * console.log(safeParsePost(text).success, safeParsePost(text, options).success);
 * ```
 *
 * ```console
 * true false
 * ```
 */
export interface ParseOptions {
  /** Whether warnings count as errors. Default: false. */
  strict?: boolean | undefined;
  /** The longest source that is read, in UTF-16 units. Default: 1,000,000. */
  maxLength?: number | undefined;
  /** What warnings of a code count as, whatever `strict` says: `error`, `warning`, or `off` for none at all. */
  severity?: IssueSeverities | undefined;
  /** Whether the results of safe functions tell where each value stands: see {@link Positioned}. Default: false. */
  positions?: boolean | undefined;
}

/** The longest source that is read by default, in UTF-16 units. */
export const DEFAULT_MAX_LENGTH = 1_000_000;

const RULES: Readonly<Record<keyof ParseOptions, OptionRule>> = {
  strict: FLAG,
  maxLength: LENGTH,
  severity: [
    (value) => typeof value === "object" && value !== null && !Array.isArray(value),
    "an object that has a severity for each code",
  ],
  positions: FLAG,
};
const SEVERITIES: readonly unknown[] = ["error", "warning", "off"];

/** Gives issues the severity that the caller asked for, and leaves out those that are off. */
export type Grade = (issues: ParseIssue[]) => ParseIssue[];

/** Tells whether an issue makes a result fail. */
export const isError = ({ severity }: ParseIssue): boolean => severity === "error";

/** What follows from options. */
export interface Settings {
  readonly maxLength: number;
  readonly grade: Grade;
  readonly positions: boolean;
}

const asTheyAre: Grade = (issues) => issues;

const DEFAULTS: Settings = { maxLength: DEFAULT_MAX_LENGTH, grade: asTheyAre, positions: false };

/** Checks options of a caller that may have no types, and gives what follows from them. */
export function readOptions(options: ParseOptions | undefined): Settings {
  return options ? settingsOf(options) : DEFAULTS;
}

function settingsOf(options: ParseOptions): Settings {
  const odd = oddOption(options, RULES);
  if (odd) refuse(...odd);
  const { strict = false, maxLength = DEFAULT_MAX_LENGTH, severity, positions = false } = options;
  if (severity !== undefined) checkSeverities(severity);
  const wanted: Readonly<Record<string, "error" | "warning" | "off" | undefined>> = severity ?? {};
  if (!strict && severity === undefined) return { maxLength, grade: asTheyAre, positions };
  const grade: Grade = (issues) =>
    issues.filter((issue) => {
      const asked = wanted[issue.code] ?? (strict ? "error" : issue.severity);
      if (asked !== "off") issue.severity = asked;
      return asked !== "off";
    });
  return { maxLength, grade, positions };
}

function checkSeverities(severity: IssueSeverities): void {
  const kinds: Readonly<Record<string, string>> = ISSUE_CODES;
  for (const [code, asked] of Object.entries(severity)) {
    if (!Object.hasOwn(kinds, code)) refuse(`a severity for "${code}"`, "the code of an issue");
    if (kinds[code] === "error" && asked !== "error" && asked !== undefined)
      refuse(`a severity for "${code}"`, "codes of warnings, since an error leaves no valid post");
    if (asked !== undefined && !SEVERITIES.includes(asked))
      refuse(`the severity ${String(asked)} for "${code}"`, "error, warning or off");
  }
}

/** Refuses options of a parse. */
export function refuse(found: string, expected: string): never {
  throw new RangeError(`found ${found} in the options of a parse, expected ${expected}`);
}
