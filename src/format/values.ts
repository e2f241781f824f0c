import type { ValueKind, ValueRow } from "./fields.ts";

/** What a value of one kind looks like in canonical text. */
export interface ValueRule {
  /** The canonical form; absent where any one-line text will do. */
  readonly pattern?: RegExp;
  /** The accepted form in words, for messages. */
  readonly expected: string;
}

/** Days in a month, February in a leap year. */
const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The forms of values. They are closed where the five known boxes and the site's ids leave no doubt. */
export const VALUE_RULES = {
  text: { expected: "a line of text" },
  sentence: { expected: "a sentence" },
  word: { expected: "a word" },
  count: { pattern: /^(?:0|[1-9]\d{0,14})$/, expected: "a whole number, such as 8 or 246681" },
  percent: { pattern: /^(?:0|[1-9]\d?|100)$/, expected: "a whole number from 0 to 100" },
  flag: { pattern: /^[01]$/, expected: "1 or 0" },
  date: { pattern: /^\d{4}-\d{2}-\d{2}$/, expected: "a date that exists, as YYYY-MM-DD" },
  version: { pattern: /^\d+\.\d+\.\d+$/, expected: "a version of three numbers, such as 1.9.7" },
  reference: { pattern: /^anp-ref-\d{6}-\d{4}$/i, expected: "anp-ref-, six digits, a hyphen, four digits" },
  hash: { pattern: /^[0-9a-f]{24}$/i, expected: "24 hexadecimal digits" },
  sourceId: { pattern: /^alphanode-\d{6}$/i, expected: "alphanode- and six digits" },
} as const satisfies Readonly<Record<ValueKind, ValueRule>>;

/** Tells whether a text of the form YYYY-MM-DD names a day of the Gregorian calendar. */
export function isCalendarDate(text: string): boolean {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const last = month === 2 && !leap ? 28 : (MONTH_DAYS[month - 1] ?? 0);
  return day >= 1 && day <= last;
}

/** The words a flag is written with, by the site and by other extractors. */
const FLAG_WORDS: ReadonlyMap<string, boolean> = new Map([
  ["1", true],
  ["0", false],
  ["true", true],
  ["false", false],
  ["yes", true],
  ["no", false],
]);

/** A value as it was read. */
export interface ReadValue {
  readonly value: string | number | boolean;
  /** Whether the text was not in canonical form, so that a reader should know. */
  readonly mended: boolean;
}

/** Digits in groups of three, or with zeros in front. */
const GROUPED = /^\d{1,3}(?:[, ]\d{3})+$|^0\d+$/;

/** A number and its unit. */
const WITH_UNIT = /^(.*\d)\s*([a-z%]+)\.?$/i;

/** Reads a number, tolerant of grouping and of the units that the row allows. */
function readNumber({ kind, units = [] }: ValueRow, text: string): ReadValue | undefined {
  const { pattern } = VALUE_RULES[kind as "count" | "percent"];
  if (pattern.test(text)) return { value: Number(text), mended: false };
  const [, number = text, unit] = WITH_UNIT.exec(text) ?? [];
  if (unit !== undefined && !units.includes(unit.toLowerCase())) return undefined;
  const digits = GROUPED.test(number) ? String(Number(number.replace(/[, ]/g, ""))) : number;
  return pattern.test(digits) ? { value: Number(digits), mended: true } : undefined;
}

/** Reads a flag, 1 or 0, tolerant of the words for it. */
function readFlag(text: string): ReadValue | undefined {
  const value = FLAG_WORDS.get(text.toLowerCase());
  return value === undefined ? undefined : { value, mended: !VALUE_RULES.flag.pattern.test(text) };
}

/**
 * Reads the text of a value by the kind of its row.
 *
 * @returns the value, or undefined where the text has not the form of the kind
 */
export function readValue(row: ValueRow, text: string): ReadValue | undefined {
  switch (row.kind) {
    case "text":
    case "sentence":
    case "word":
      return text === "" ? undefined : { value: text, mended: false };
    case "count":
    case "percent":
      return readNumber(row, text);
    case "flag":
      return readFlag(text);
    default: {
      const right = VALUE_RULES[row.kind].pattern.test(text) && (row.kind !== "date" || isCalendarDate(text));
      return right ? { value: text, mended: false } : undefined;
    }
  }
}

/** Writes a value in canonical form. */
export function writeValue(value: string | number | boolean): string {
  return typeof value === "boolean" ? (value ? "1" : "0") : String(value);
}
