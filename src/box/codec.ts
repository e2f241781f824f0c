import { folded } from "../format/case.ts";
import { LINE_OF_ANY } from "../format/line.ts";
import { escaped, flagged } from "../format/pattern.ts";
import { isSame } from "../format/same.ts";
import { NON_JOINER } from "../format/text.ts";
import { withNarrowDigits } from "../layout/characters.ts";

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

/** How the library reads a value: a codec that tells what it corrected. */
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
  const known = new Map(words?.map((word) => [folded(word), word]));
  return {
    kind: "text",
    expected: words === undefined ? "a word" : `one of ${words.join(", ")}`,
    isClosed: false,
    words,
    read: (text) => {
      const word = known.get(folded(text).replace(/\s+/g, " "));
      return word === undefined ? { value: text, isUnfamiliar: words !== undefined } : { value: word };
    },
    write: String,
  };
}

/** The words of a flag by default. */
const YES = ["yes", "true", "on", "1"];
const NO = ["no", "false", "off", "0"];

/** True or false, in words. An empty word is what a label without a value means. */
export function flagRule(yes: readonly string[] = YES, no: readonly string[] = NO): ValueRule<boolean> {
  const words = new Map<string, boolean>();
  for (const word of no) words.set(folded(word), false);
  for (const word of yes) words.set(folded(word), true);
  return {
    kind: "flag",
    expected: [...words.keys()].map((word) => (word === "" ? "nothing" : word)).join(", "),
    isClosed: true,
    read: (text) => {
      const value = words.get(folded(text).replace(/\s+/g, " "));
      return value === undefined ? undefined : { value };
    },
    write: (value) => (value ? yes[0] : no[0]) ?? "",
    empty: words.get(""),
  };
}

/** A text of a form. */
export function patternRule(pattern: RegExp, expected = `a text like ${pattern?.source}`): ValueRule<string> {
  if (!(pattern instanceof RegExp))
    throw new TypeError(`the pattern of field.pattern is ${String(pattern)}; expected a RegExp`);
  const { source } = pattern;
  const whole = source.startsWith("^") && source.endsWith("$") ? source : `^(?:${source})$`;
  // A flag `g` or `y` would have every second test start where the last one ended.
  const form = new RegExp(whole, pattern.flags.replace(/[gy]/g, ""));
  return {
    kind: "pattern",
    expected,
    isClosed: true,
    pattern: form,
    read: (given) =>
      [given, withNarrowDigits(given)].flatMap((value) =>
        form.exec(value)?.[0] === value ? { value } : [],
      )[0],
    write: String,
  };
}

/** A version of two or more numbers. */
export const versionRule = (): ValueRule<string> =>
  patternRule(/\d+(?:\.\d+){1,3}/, "a version, such as 1.9.7");

/** A value of a user's codec, which may throw. */
export function codecRule<T>(codec: Codec<T>): ValueRule<T> {
  if (typeof codec?.read !== "function" || typeof codec.write !== "function")
    throw new TypeError("a codec of field.of has no functions `read` and `write`; expected both");
  if (typeof codec.expected !== "string")
    throw new TypeError("a codec of field.of has no `expected`; expected its form in words, for messages");
  return {
    kind: "of",
    expected: codec.expected,
    isClosed: true,
    examples: codec.examples,
    read: (text) => {
      try {
        const narrow = withNarrowDigits(text);
        const value = codec.read(text) ?? (narrow === text ? undefined : codec.read(narrow));
        return value === undefined ? undefined : { value };
      } catch {
        return undefined;
      }
    },
    write: (value) => codec.write(value),
  };
}

/** Tells whether a text has marks between letters where these are of its spelling, and nowhere else. */
export const isSpelled = (text: string): boolean => !STRAY_MARK.test(text);

/** A mark between letters that nothing joins: it is left out where a text is read. */
const STRAY_MARK = flagged("u")`(?!${NON_JOINER})\u200c`;

/** Tells whether a written value can stand on a line of canonical text. */
export const isLine = (text: string): boolean => LINE_OF_ANY.test(text) && isSpelled(text);

/** Writes a value as a line of text that is read back to the same value; undefined where none is. */
export function carried(rule: ValueRule, value: unknown): string | undefined {
  try {
    const text = rule.write(value);
    if (text === "") return rule.empty !== undefined && rule.empty === value ? text : undefined;
    if (!isLine(text)) return undefined;
    const read = rule.read(text)?.value;
    // What a value of a user's own class holds shows in its text alone.
    return read !== undefined && isSame(value, read) && rule.write(read) === text ? text : undefined;
  } catch {
    return undefined;
  }
}
