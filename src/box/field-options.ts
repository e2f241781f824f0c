import { folded } from "../format/case.ts";
import { FLAG, type OptionRule, oddOption } from "../format/options.ts";

/** The options of each kind of field, checked for callers whose declarations have no types. */

const isText = (value: unknown): value is string => typeof value === "string";
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);
const isSign = (form: RegExp) => (value: unknown) => isText(value) && form.test(value);

const TEXT: OptionRule = [isText, "a text"];
const WORD_OR_WORDS: OptionRule = [(value) => isText(value) || isTexts(value), "a word, or a list of them"];
const WORDS: OptionRule = [
  (value) => isTexts(value) && value.every((word) => word.trim() !== ""),
  "a list of words, none of them empty",
];
const SOME_WORDS: OptionRule = [
  (value) => WORDS[0](value) && (value as readonly string[]).length > 0,
  "a list of one or more words, none of them empty",
];
const SAID: OptionRule = [
  (value) => isText(value) || (isTexts(value) && value.length > 0),
  "a word, or a list of one or more",
];
const NUMBER: OptionRule = [(value) => typeof value === "number" && !Number.isNaN(value), "a number"];

const COMMON = { optional: FLAG, about: TEXT };
const OF_NUMBERS = {
  ...COMMON,
  min: NUMBER,
  max: NUMBER,
  units: WORDS,
  thousands: [isSign(/^[^\d+−-]$/u), "one sign that is no digit"],
  decimal: [isSign(/^[^\d\s+−-]$/u), "one sign that is no digit and no space"],
} satisfies Record<string, OptionRule>;

const OPTIONS = {
  text: { ...COMMON, joint: TEXT },
  sentence: COMMON,
  word: { ...COMMON, words: SOME_WORDS },
  int: OF_NUMBERS,
  number: OF_NUMBERS,
  flag: { ...COMMON, yes: SAID, no: SAID },
  date: { ...COMMON, order: [(value) => value === "dmy" || value === "mdy", "dmy or mdy"] },
  version: COMMON,
  pattern: { ...COMMON, expected: TEXT },
  list: { ...COMMON, separator: WORD_OR_WORDS, size: NUMBER },
  entries: COMMON,
  records: COMMON,
  of: COMMON,
} satisfies Record<string, Readonly<Record<string, OptionRule>>>;

/** The kinds of fields, by the functions that make them. */
export type FieldMaker = keyof typeof OPTIONS;

/** Two options that must go together. */
type Pair = readonly [
  one: string,
  other: string,
  isRight: (one: never, other: never) => boolean,
  expected: string,
];

const words = (given: string | readonly string[]): string[] => [given].flat().map(folded);

const PAIRS: readonly Pair[] = [
  ["min", "max", (min: number, max: number) => min <= max, "the least value and the greatest"],
  ["thousands", "decimal", (thousands: string, decimal: string) => thousands !== decimal, "two signs"],
  [
    "yes",
    "no",
    (yes: string | readonly string[], no: string | readonly string[]) =>
      !words(yes).some((word) => words(no).includes(word)),
    "words of which each means one of the two",
  ],
];

/**
 * Checks what a function that makes fields was given.
 *
 * @throws TypeError that names the field and the option
 */
export function checkOptions(maker: FieldMaker, label: unknown, options: object): void {
  const name = `field.${maker}(${JSON.stringify(label)})`;
  if (!isText(label) && !isTexts(label))
    throw new TypeError(`${name} has no label; expected a text, or a list of them`);
  if (typeof options !== "object" || options === null)
    throw new TypeError(`${name} has ${String(options)} for options; expected an object`);
  const [found, expected] = oddOption(options, OPTIONS[maker]) ?? oddPair(options as Given) ?? [];
  if (found !== undefined)
    throw new TypeError(`found ${found} in the options of ${name}, expected ${expected}`);
}

type Given = Readonly<Record<string, unknown>>;

function oddPair(options: Given): readonly [string, string] | undefined {
  for (const [one, other, isRight, expected] of PAIRS) {
    const [a, b] = [options[one], options[other]];
    if (a !== undefined && b !== undefined && !isRight(a as never, b as never))
      return [`${one}: ${String(a)} and ${other}: ${String(b)}`, expected];
  }
  return undefined;
}
