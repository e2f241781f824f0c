import type { ValueKind } from "./fields.ts";

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
  count: { pattern: /^\d{1,15}$/, expected: "a whole number, such as 8 or 246681" },
  percent: { pattern: /^(?:\d{1,2}|100)$/, expected: "a whole number from 0 to 100" },
  flag: { pattern: /^[01]$/, expected: "1 or 0" },
  date: { pattern: /^\d{4}-\d{2}-\d{2}$/, expected: "a date that exists, as YYYY-MM-DD" },
  version: { pattern: /^\d+\.\d+\.\d+$/, expected: "a version of three numbers, such as 1.9.7" },
  reference: { pattern: /^anp-ref-\d{6}-\d{4}$/i, expected: "anp-ref-, six digits, a hyphen, four digits" },
  hash: { pattern: /^[0-9a-f]{24}$/i, expected: "24 hexadecimal digits" },
  sourceId: { pattern: /^alphanode-\d{6}$/i, expected: "alphanode- and six digits" },
} as const satisfies Readonly<Record<ValueKind, ValueRule>>;

/** Tells whether a text of the form YYYY-MM-DD names a day of the Gregorian calendar. */
export function isCalendarDate(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const last = month === 2 && !leap ? 28 : (MONTH_DAYS[month - 1] ?? 0);
  return day >= 1 && day <= last;
}

/** The words a flag is also written with by other extractors. */
export const FLAG_WORDS: ReadonlyMap<string, boolean> = new Map([
  ["1", true],
  ["0", false],
  ["true", true],
  ["false", false],
  ["yes", true],
  ["no", false],
]);
