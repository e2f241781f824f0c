import * as z from "zod";
import { type FieldRow, ownerOf, type ValueKind, type ValueRow } from "../format/fields.ts";
import { LINE } from "../format/line.ts";
import { VALUE_RULES } from "../format/values.ts";
import { ABOUT } from "./about.ts";

/**
 * A string of which some values are known, so that editors offer them, and any other is accepted.
 *
 * @example
 * ```ts
 * import type { PostWord } from "alphanode-post";
 *
 * const levels: PostWord<"beginner" | "advanced">[] = ["beginner", "for nobody"];
 * console.log(levels.length);
 * ```
 *
 * ```console
 * 2
 * ```
 */
export type PostWord<Word extends string> = Word | (string & {});

/**
 * The schema of an object type: a zod object with a schema for each property. It names the type rather than spell it
 * out, so that editors show `SchemaOf<Post>`, and what is parsed or extended keeps the names of its parts.
 *
 * @example
 * ```ts
 * import { PostScore, type SchemaOf } from "alphanode-post";
 *
 * const schema: SchemaOf<PostScore> = PostScore;
 * console.log(Object.keys(schema.shape));
 * ```
 *
 * ```console
 * [ 'quality', 'freshness', 'depth', 'clarity' ]
 * ```
 */
export type SchemaOf<T> = z.ZodObject<{ [Key in keyof T]: z.ZodType<T[Key], T[Key]> }>;

/** One line of text: not empty, no white space at its ends, no line end. */
export const Text = z
  .string()
  .regex(LINE, "expected one line of text without white space at its ends")
  .describe("One line of text: not empty, no white space at its ends, no space but the plain one.");

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
  date: formed("date"),
  version: formed("version"),
  reference: formed("reference"),
  hash: formed("hash"),
  sourceId: formed("sourceId"),
} as const satisfies Record<ValueKind, z.ZodType>;

/** The schema of a row of the field table that holds one value. */
export type ValueSchema<Row extends ValueRow> = (typeof VALUE_SCHEMAS)[Row["kind"]];

/** What a row says, by its comment. */
export function aboutOf(row: FieldRow): string {
  const owner = ownerOf(row);
  return ABOUT[owner === undefined ? row.key : `${owner.key}.${row.key}`] as string;
}

/** Gives the schema of a row that holds one value, described by the comment of the row, with the known words as examples. */
export function valueSchema<Row extends ValueRow>(row: Row): ValueSchema<Row> {
  const { kind, words } = row;
  const meta = { description: aboutOf(row), ...(words && { examples: [...words] }) };
  return VALUE_SCHEMAS[kind].meta(meta) as ValueSchema<Row>;
}
