import { lower } from "./case.ts";
import type { ValueKind, ValueRow } from "./fields.ts";
import { eitherCase, flagged, pattern } from "./pattern.ts";

/** What a value of one kind looks like in canonical text. */
export interface ValueRule {
  /** The canonical form; absent where any one-line text will do. */
  readonly pattern?: RegExp;
  /** The accepted form in words, for messages. */
  readonly expected: string;
}

/** Days of the Gregorian calendar that every year has, by the length of their month, as MM-DD. */
const EVERY_YEAR = [
  "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])",
  "(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)",
  "02-(?:0[1-9]|1[0-9]|2[0-8])",
];

/** Years that have a 29th of February: each fourth, but of the full centuries only each fourth. */
const LEAP_YEAR = "[0-9][0-9](?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00";

/**
 * The forms of values. They are closed where the five known boxes and the site's ids leave no doubt. Patterns are whole
 * (no flags, no check besides), so that the JSON Schema of a post carries all that they say, and mean the same to all
 * engines of regular expressions: `\d` is any digit of Unicode in Python and Rust.
 */
export const VALUE_RULES = {
  text: { expected: "a line of text" },
  sentence: { expected: "a sentence" },
  word: { expected: "a word" },
  count: { pattern: /^(?:0|[1-9][0-9]{0,14})$/, expected: "a whole number, such as 8 or 246681" },
  percent: { pattern: /^(?:0|[1-9][0-9]?|100)$/, expected: "a whole number from 0 to 100" },
  flag: { pattern: /^[01]$/, expected: "1 or 0" },
  date: {
    pattern: pattern`^(?:[0-9]{4}-${EVERY_YEAR}|(?:${LEAP_YEAR})-02-29)$`,
    expected: "a date that exists, as YYYY-MM-DD",
  },
  version: { pattern: /^[0-9]+\.[0-9]+\.[0-9]+$/, expected: "a version of three numbers, such as 1.9.7" },
  reference: {
    pattern: pattern`^${eitherCase("anp-ref")}-[0-9]{6}-[0-9]{4}$`,
    expected: "anp-ref-, six digits, a hyphen, four digits",
  },
  hash: { pattern: /^[0-9A-Fa-f]{24}$/, expected: "24 hexadecimal digits" },
  sourceId: {
    pattern: pattern`^${eitherCase("alphanode")}-[0-9]{6}$`,
    expected: "alphanode- and six digits",
  },
} as const satisfies Readonly<Record<ValueKind, ValueRule>>;

/** The form of a canonical value, as a pattern without its ends; undefined where any text may be one. */
export function formOf(kind: ValueKind): string | undefined {
  const rule = VALUE_RULES[kind];
  return "pattern" in rule ? rule.pattern.source.slice(1, -1) : undefined;
}

/** A value as it was read. */
export interface ReadValue {
  readonly value: string | number | boolean;
  /** Whether the text was not in canonical form, so that a reader should know. */
  readonly corrected: boolean;
}

/** The words a flag is written with: by the site first, then by other extractors. */
export const FLAG_WORDS = {
  yes: ["1", "true", "yes", "on", "y", "✓", "✔", "☑"],
  no: ["0", "false", "no", "off", "n", "✗", "✘", "☐"],
} as const;

const FLAGS: ReadonlyMap<string, ReadValue> = new Map(
  Object.entries(FLAG_WORDS).flatMap(([key, words]) =>
    words.map((word, i): [string, ReadValue] => [word, { value: key === "yes", corrected: i > 0 }]),
  ),
);

/** Digits in groups of three, or with zeros in front. */
const GROUPED = /^\d{1,3}(?:[, '’]\d{3})+$|^0\d+$/;

/** A fraction of nothing, as tables of data write whole numbers; three zeros may be a thousand. */
const NO_FRACTION = /(?<=\d)\.00?$/;

/** A number and its unit, which is a hundred of a hundred, too; a site may say what the time is for. */
const WITH_UNIT = /^(.*\d)\s*([a-z%]+?|(?:\/|(?:out )?of)\s?100)(?:\s+read(?:ing)?)?\.?$/i;

/** What stands behind a number of a hundred. */
const OF_HUNDRED: readonly string[] = ["%", "/100", "/ 100", "of 100", "out of 100"];

/** What says that a number is rounded. */
const ABOUT = /^[~≈]\s?/;

/** Reads a number, tolerant of grouping and of the units that the row allows. */
function readNumber(
  { kind, units = kind === "percent" ? OF_HUNDRED : [] }: ValueRow,
  text: string,
): ReadValue | undefined {
  const { pattern } = VALUE_RULES[kind as "count" | "percent"];
  if (pattern.test(text)) return { value: Number(text), corrected: false };
  const given = text.replace(ABOUT, "");
  const [, shown = given, unit] = WITH_UNIT.exec(given) ?? [];
  if (unit !== undefined && !units.includes(lower(unit))) return undefined;
  const number = shown.replace(NO_FRACTION, "");
  const digits = GROUPED.test(number) ? String(Number(number.replace(/[, '’]/g, ""))) : number;
  return pattern.test(digits) ? { value: Number(digits), corrected: true } : undefined;
}

/** Dashes of typography, which stand for the hyphens of dates and ids. */
const DASHES = /[‐-―−]/g;

/** A date with other signs between its parts, or a time behind it; one with the name of its month. */
const DIGITS = /^(\d{4})([-/.])(\d\d)\2(\d\d)(?:[T ]\d\d:.*)?$/;
const NAMED =
  /^(?:(\d{1,2})(?:st|nd|rd|th|\.)? )?([a-z]{3})[a-z]*\.?(?: (\d{1,2})(?:st|nd|rd|th)?)?,? (\d{4})$/i;

/** The months, by the letters with which all forms of their names start. */
export const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function plainDate(text: string): string {
  const digits = DIGITS.exec(text);
  if (digits) return [digits[1], digits[3], digits[4]].join("-");
  const [, before, name = "", behind, year] = NAMED.exec(text) ?? [];
  const month = MONTHS.indexOf(lower(name)) + 1;
  const day = before ?? behind;
  if (month === 0 || day === undefined || (before && behind)) return text;
  return [year, String(month).padStart(2, "0"), day.padStart(2, "0")].join("-");
}

/** Gives the text of a value of a closed form without what else people write with it. */
function plainForm(kind: ValueKind, text: string): string {
  const plain = text.replace(DASHES, "-");
  if (kind === "version") return plain.replace(/^v(?:ersion)?\.?\s?(?=\d)/i, "");
  return kind === "date" ? plainDate(plain) : plain;
}

const SIGN_OF_TIMES = "\u00d7";

/** A multiplication sign between digits, as in a size. */
const TIMES = flagged("g")`(?<=\d)${SIGN_OF_TIMES}(?=\d)`;

/** Reads an address: there is no multiplication sign in one, but a page shows `1200x630` with it. */
function readAddress(text: string): ReadValue {
  const value = text.includes(SIGN_OF_TIMES) ? text.replace(TIMES, "x") : text;
  return { value, corrected: value !== text };
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
      if (text === "") return undefined;
      return row.isAddress ? readAddress(text) : { value: text, corrected: false };
    case "count":
    case "percent":
      return readNumber(row, text);
    case "flag":
      return FLAGS.get(text) ?? FLAGS.get(lower(text));
    default: {
      const { pattern } = VALUE_RULES[row.kind];
      if (pattern.test(text)) return { value: text, corrected: false };
      const value = plainForm(row.kind, text);
      return pattern.test(value) ? { value, corrected: true } : undefined;
    }
  }
}

/** The value of a text that has the form of a kind, as it is written. */
export const takeValue = (kind: ValueKind, text: string): string | number | boolean => {
  if (kind === "count" || kind === "percent") return Number(text);
  return kind === "flag" ? text === FLAG_WORDS.yes[0] : text;
};

/** Writes a value in canonical form. */
export const writeValue = (value: string | number | boolean): string =>
  typeof value === "boolean" ? (value ? "1" : "0") : String(value);
