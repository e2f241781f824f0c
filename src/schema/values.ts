import { z } from "zod";
import type { ValueKind, ValueRow } from "../format/fields.ts";
import { LINE } from "../format/text.ts";
import { isCalendarDate, VALUE_RULES } from "../format/values.ts";

/**
 * A string of which some values are known, so that editors offer them, and any other is accepted.
 *
 * @example
 * ```ts
 * import type { Known } from "alphanode-post";
 *
 * const levels: Known<"beginner" | "advanced">[] = ["beginner", "for nobody"];
 * console.log(levels.length);
 * ```
 *
 * ```console
 * 2
 * ```
 */
export type Known<Word extends string> = Word | (string & {});

/** One line of text: not empty, no white space at its ends, no line end. */
export const Text = z.string().regex(LINE, "expected one line of text without white space at its ends");

/** A string of a closed form. */
const formed = (kind: "reference" | "hash" | "sourceId" | "version" | "date") => {
  const { pattern, expected } = VALUE_RULES[kind];
  return z.string().regex(pattern, `expected ${expected}`);
};

/** The largest number of 15 digits, the most that a count is read with. */
const MAX_COUNT = 999_999_999_999_999;

/** The schema of each kind of value. */
export const VALUE_SCHEMAS = {
  text: Text,
  sentence: Text,
  word: Text,
  count: z.int().min(0).max(MAX_COUNT),
  percent: z.int().min(0).max(100),
  flag: z.boolean(),
  date: formed("date").refine(isCalendarDate, `expected ${VALUE_RULES.date.expected}`),
  version: formed("version"),
  reference: formed("reference"),
  hash: formed("hash"),
  sourceId: formed("sourceId"),
} as const satisfies Record<ValueKind, z.ZodType>;

/** The schema of a row of the field table that holds one value. */
export type ValueSchema<Row extends ValueRow> = Row extends {
  readonly words: readonly (infer Word extends string)[];
}
  ? z.ZodType<Known<Word>, Known<Word>>
  : (typeof VALUE_SCHEMAS)[Row["kind"]];

/** Gives the schema of a row that holds one value, described by the row. */
export function valueSchema<Row extends ValueRow>(row: Row): ValueSchema<Row> {
  return VALUE_SCHEMAS[row.kind].describe(row.about) as unknown as ValueSchema<Row>;
}
