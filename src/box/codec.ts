import { LINE } from "../format/text.ts";
import { VALUE_RULES } from "../format/values.ts";

/**
 * How a value of a type of your own is read from a text and written back: the fourth part of `field.of`.
 *
 * @typeParam T - what the value is
 *
 * @example
 * ```ts
 * import { type Codec, defineBox, field, parseBox } from "alphanode-post/box";
 *
 * const stars: Codec<number> = {
 *   expected: "one to five stars, such as ★★★",
 *   read: (text) => (/^★{1,5}$/.test(text) ? text.length : undefined),
 *   write: (value) => "★".repeat(value),
 *   examples: [1, 3, 5],
 * };
 * const box = defineBox({ heading: "Verdict", fields: { taste: field.of("Taste", stars) } });
 * console.log(parseBox(box, "Verdict\n\nTaste: ★★★★"));
 * ```
 *
 * ```console
 * { taste: 4 }
 * ```
 */
export interface Codec<T> {
  /** The accepted form in words, for messages: "an amount of money, such as $15". */
  readonly expected: string;
  /** Reads a text, which is one line without white space at its ends. `undefined` where it is no such value. What it throws counts as that. */
  read(text: string): T | undefined;
  /** Writes a value so that `read` gives it back. */
  write(value: T): string;
  /** Some values, for `arbitraryOf` and for the examples of the JSON Schema. */
  readonly examples?: readonly T[] | undefined;
}

/** A value as it was read, and what a reader should know of how. */
export interface Read<T> {
  readonly value: T;
  /** What was changed or left out, in words; absent where the text was taken as it stands. */
  readonly note?: string | undefined;
  /** Whether the word is none of those declared. */
  readonly isUnfamiliar?: boolean | undefined;
}

/** How the library reads a value: a codec that tells what it mended. */
export interface ValueRule<T = unknown> {
  /** What the JSON Schema calls it. */
  readonly kind: "text" | "number" | "int" | "flag" | "date" | "pattern" | "of";
  readonly expected: string;
  /** Whether some texts are no such value; any line is one where not. */
  readonly isClosed: boolean;
  read(text: string): Read<T> | undefined;
  write(value: T): string;
  /** Tells whether a text of several lines has not come to its end. */
  isUnfinished?(text: string): boolean;
  readonly words?: readonly string[] | undefined;
  readonly pattern?: RegExp | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly examples?: readonly T[] | undefined;
  /** What a label without a value means; absent where it means that the value is lost. */
  readonly empty?: T | undefined;
}

/** Writes a text so that it stands for itself in a pattern; white space in it may be any. */
export const escaped = (text: string): string =>
  text
    .trim()
    .replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&")
    .replace(/\s+/g, "\\s+");

/** Alternatives for a pattern, the longest first. */
export const anyOf = (texts: readonly string[]): string =>
  [...texts]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(escaped)
    .join("|");

/** A line of text. */
export const lineRule = (joint?: string): ValueRule<string> => ({
  kind: "text",
  expected: joint === undefined ? "a line of text" : `a line of text with "${joint}"`,
  isClosed: false,
  read: (text) => ({ value: text }),
  write: String,
  ...(joint !== undefined && { isUnfinished: (text: string) => !text.includes(joint.trim()) }),
});

/** A sentence: a line that ends with a stop. */
export const sentenceRule = (): ValueRule<string> => ({
  ...lineRule(),
  expected: "a sentence",
  isUnfinished: (text) => !/[.!?…。！？][)\]"'”’»]*$/u.test(text),
});

/** A word, or a few, of which some are known. Any letter case of a known one is it. */
export function wordRule(words: readonly string[] | undefined): ValueRule<string> {
  const known = new Map(words?.map((word) => [word.toLowerCase(), word]));
  return {
    kind: "text",
    expected: words === undefined ? "a word" : `one of ${words.join(", ")}`,
    isClosed: false,
    words,
    read: (text) => {
      const word = known.get(text.toLowerCase().replace(/\s+/g, " "));
      return word === undefined ? { value: text, isUnfamiliar: words !== undefined } : { value: word };
    },
    write: String,
  };
}

/** How a number is written. */
export interface NumberForm {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly units?: readonly string[] | undefined;
  readonly thousands?: string | undefined;
  readonly decimal?: string | undefined;
}

/** A number, whole or not. */
export function numberRule(form: NumberForm, isWhole: boolean): ValueRule<number> {
  const { min, max, units } = form;
  const isDeclared = form.thousands !== undefined || form.decimal !== undefined;
  const decimal = form.decimal ?? (form.thousands === "." ? "," : ".");
  const thousands = form.thousands ?? (decimal === "," ? "." : ",");
  const digits = `[-−+]?(?:\\d{1,3}(?:${escaped(thousands) || "\\s"}\\d{3})+|\\d{1,15})${isWhole ? `(?:${escaped(decimal)}0+)?` : `(?:${escaped(decimal)}\\d{1,15})?|[-−+]?${escaped(decimal)}\\d{1,15}`}`;
  const unit = units === undefined || units.length === 0 ? undefined : `(?:${anyOf(units)})`;
  const whole = new RegExp(
    unit === undefined
      ? `^(?<before>[\\p{Sc}\\p{L}]{0,3}\\s*)(?<number>${digits})(?<after>\\s*[^\\d\\s][^\\d]{0,23})?$`
      : `^(?:${unit}\\s*)?(?<number>${digits})(?:\\s*${unit}\\.?)*(?<left>(?<=\\p{L}\\.?|\\p{S}|%).*)?$`,
    "iu",
  );
  const isRight = (value: number): boolean =>
    value >= (min ?? -Infinity) && value <= (max ?? Infinity) && (!isWhole || Number.isSafeInteger(value));
  const range =
    min !== undefined && max !== undefined
      ? ` from ${min} to ${max}`
      : min !== undefined
        ? ` of at least ${min}`
        : max !== undefined
          ? ` of at most ${max}`
          : "";
  return {
    kind: isWhole ? "int" : "number",
    expected: `a${isWhole ? " whole" : ""} number${range}${units?.[0] === undefined ? "" : ` (${units[0]})`}`,
    isClosed: true,
    min,
    max,
    read: (text) => {
      const { number, before, after, left } = whole.exec(text)?.groups ?? {};
      if (number === undefined) return undefined;
      const isGrouped = thousands !== "" && number.includes(thousands);
      const plain = number
        .split(thousands)
        .join("")
        .replace(/\s/g, "")
        .replace("−", "-")
        .replace(decimal, ".");
      const value = Number(plain);
      if (!isRight(value)) return undefined;
      const around = [before, after].map((part) => part?.trim() ?? "").filter((part) => part !== "");
      if (around.length > 0)
        return {
          value,
          note: `without ${around.map((part) => JSON.stringify(part)).join(" and ")}, no declared unit`,
        };
      // What goes on with a small letter is another unit.
      if (/^\p{Ll}/u.test(left ?? "")) return undefined;
      if (left !== undefined && left.trim() !== "")
        return { value, note: `without what follows, ${JSON.stringify(left.trim())}` };
      if (isGrouped && !isDeclared)
        return { value, note: `with "${thousands}" as the sign of thousands, which is not declared` };
      return { value };
    },
    write: (value) => plainDigits(value).replace(".", decimal),
  };
}

/** The digits of a number, without an exponent. */
function plainDigits(value: number): string {
  const text = String(Object.is(value, -0) ? 0 : value);
  return text.includes("e") ? value.toFixed(15).replace(/\.?0+$/, "") : text;
}

/** The words of a flag by default. */
const YES = ["yes", "true", "on", "1"];
const NO = ["no", "false", "off", "0"];

/** True or false, in words. An empty word is what a label without a value means. */
export function flagRule(yes: readonly string[] = YES, no: readonly string[] = NO): ValueRule<boolean> {
  const words = new Map<string, boolean>();
  for (const word of no) words.set(word.toLowerCase(), false);
  for (const word of yes) words.set(word.toLowerCase(), true);
  return {
    kind: "flag",
    expected: [...words.keys()].map((word) => (word === "" ? "nothing" : word)).join(", "),
    isClosed: true,
    read: (text) => {
      const value = words.get(text.toLowerCase().replace(/\s+/g, " "));
      return value === undefined ? undefined : { value };
    },
    write: (value) => (value ? yes[0] : no[0]) ?? "",
    empty: words.get(""),
  };
}

const MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december".split(
  "|",
);
const MONTH = `(?<name>${MONTHS.map((month) => `${month}|${month.slice(0, 3)}`).join("|")}|sept)\\.?`;
const YEAR = "(?<year>\\d{4})";

/** Forms of dates in which nobody takes the day for the month. */
const PLAIN_DATES = [
  `${YEAR}-(?<month>\\d{2})-(?<day>\\d{2})`,
  `${YEAR}[/.](?<month>\\d{1,2})[/.](?<day>\\d{1,2})`,
  `${MONTH}\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+${YEAR}`,
  `(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?\\s+${MONTH},?\\s+${YEAR}`,
];

/** Forms of dates that are declared. */
const ORDERED_DATES = {
  dmy: `(?<day>\\d{1,2})[/.-](?<month>\\d{1,2})[/.-]${YEAR}`,
  mdy: `(?<month>\\d{1,2})[/.-](?<day>\\d{1,2})[/.-]${YEAR}`,
};

/** How days, months and years follow each other where all are numbers. */
export type DateOrder = keyof typeof ORDERED_DATES;

/** A day of the calendar. */
export function dateRule(order: DateOrder | undefined): ValueRule<string> {
  const forms = [...PLAIN_DATES, ...(order === undefined ? [] : [ORDERED_DATES[order]])].map(
    (form) => new RegExp(`^${form}$`, "i"),
  );
  const { pattern } = VALUE_RULES.date;
  return {
    kind: "date",
    expected:
      order === undefined
        ? "a date that exists, as YYYY-MM-DD"
        : `a date that exists, as YYYY-MM-DD or ${order}`,
    isClosed: true,
    pattern,
    read: (text) => {
      for (const form of forms) {
        const { year, month, name, day = "" } = form.exec(text)?.groups ?? {};
        if (year === undefined) continue;
        const number =
          month ??
          String(MONTHS.findIndex((one) => one.startsWith((name ?? "").slice(0, 3).toLowerCase())) + 1);
        const value = `${year}-${number.padStart(2, "0")}-${day.padStart(2, "0")}`;
        if (pattern.test(value)) return { value };
      }
      return undefined;
    },
    write: String,
  };
}

/** A text of a form. */
export function patternRule(pattern: RegExp, expected: string): ValueRule<string> {
  const { source } = pattern;
  const whole = source.startsWith("^") && source.endsWith("$") ? source : `^(?:${source})$`;
  // A flag `g` or `y` would have every second test start where the last one ended.
  const form = new RegExp(whole, pattern.flags.replace(/[gy]/g, ""));
  return {
    kind: "pattern",
    expected,
    isClosed: true,
    pattern: form,
    read: (text) => (form.exec(text)?.[0] === text ? { value: text } : undefined),
    write: String,
  };
}

/** A version of two or more numbers. */
export const versionRule = (): ValueRule<string> =>
  patternRule(/\d+(?:\.\d+){1,3}/, "a version, such as 1.9.7");

/** A value of a user's codec, which may throw. */
export function codecRule<T>(codec: Codec<T>): ValueRule<T> {
  return {
    kind: "of",
    expected: codec.expected,
    isClosed: true,
    examples: codec.examples,
    read: (text) => {
      try {
        const value = codec.read(text);
        return value === undefined ? undefined : { value };
      } catch {
        return undefined;
      }
    },
    write: (value) => codec.write(value),
  };
}

/** Tells whether a written value can stand on a line of canonical text. */
export const isLine = (text: string): boolean => LINE.test(text);
