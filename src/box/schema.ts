import * as z from "zod";
import { LINE_OF_ANY } from "../format/line.ts";
import { carried, isSpelled, type ValueRule } from "./codec.ts";
import { type Box, type BoxOf, restKey, tableOf } from "./define.ts";
import type { DeclaredField, LabelTable } from "./labels.ts";
import { MAX_NUMBER } from "./number.ts";

/** A line of text, as values have it. */
const Line = z
  .string()
  .regex(LINE_OF_ANY, "expected one line of text without white space at its ends")
  .refine(isSpelled, "expected no mark between letters that nothing joins");

/** The schema of a value, by what kind it is. */
const VALUES: Readonly<Record<ValueRule["kind"], (rule: ValueRule) => z.ZodType>> = {
  text: (rule) =>
    rule.words === undefined
      ? Line
      : Line.refine((word) => carried(rule, word) !== undefined, `expected ${rule.expected}`).meta({
          examples: [...rule.words],
        }),
  number: ({ min, max }) => between(z.number(), min, max),
  int: ({ min, max }) => between(z.int(), min, max),
  flag: () => z.boolean(),
  date: ({ pattern, expected }) => z.string().regex(pattern as RegExp, `expected ${expected}`),
  pattern: (rule) => {
    const { pattern, expected } = rule as { pattern: RegExp; expected: string };
    // The patterns of a JSON Schema have no flags: one that means something else without is left to zod.
    return /[^u]/.test(pattern.flags)
      ? Line.refine((text) => pattern.test(text), `expected ${expected}`)
      : Line.regex(pattern, `expected ${expected}`);
  },
  of: (rule) =>
    z
      .custom((value) => carried(rule, value) !== undefined, `expected ${rule.expected}`)
      .meta({ ...(rule.examples !== undefined && { examples: rule.examples.filter(isJson) }) }),
};

/** Tells whether JSON can hold a value: a schema cannot show others as examples. */
function isJson(value: unknown): boolean {
  try {
    return JSON.stringify(value) !== undefined;
  } catch {
    return false;
  }
}

/** Bounds a number by what is declared, and by what can be written. */
function between(schema: z.ZodNumber, min: number | undefined, max: number | undefined): z.ZodNumber {
  return schema.min(Math.max(min ?? -MAX_NUMBER, -MAX_NUMBER)).max(Math.min(max ?? MAX_NUMBER, MAX_NUMBER));
}

function fieldSchema({ node, entries }: DeclaredField): z.ZodType {
  const schema = bareSchema(node, entries);
  const described =
    node.about === undefined ? schema : schema.meta({ ...schema.meta(), description: node.about });
  return node.optional ? described.optional() : described;
}

function bareSchema(node: DeclaredField["node"], entries: LabelTable | undefined): z.ZodType {
  if (node.rule !== undefined) return VALUES[node.rule.kind](node.rule);
  if (entries !== undefined)
    return node.kind === "records" ? z.array(objectOf(entries)).min(1) : objectOf(entries);
  // A list of another size than declared is told as unusual, and kept.
  return z.array(Line).min(1);
}

const objectOf = ({ fields }: LabelTable): z.ZodObject =>
  z.object(Object.fromEntries(fields.map((field) => [field.key, fieldSchema(field)])));

/** The schema of each box: made once. */
const SCHEMAS = new WeakMap<Box, z.ZodType>();

/**
 * Gives the zod schema of what a box holds.
 *
 * @param box - the box, as `defineBox` made it
 * @returns the schema; the same one each time
 * @throws TypeError if `box` is none
 *
 * @example
 * ```ts
 * import { boxSchema, defineBox, field } from "alphanode-post/box";
 *
 * const basics = defineBox({ heading: "Basics", fields: { floors: field.int("Floors", { min: 1 }) } });
 * console.log(boxSchema(basics).safeParse({ floors: 0 }).success, boxSchema(basics).parse({ floors: 2 }));
 * ```
 *
 * ```console
 * false { floors: 2 }
 * ```
 */
export function boxSchema<const B extends Box>(box: B): z.ZodType<BoxOf<B>> {
  const known = SCHEMAS.get(box);
  const schema = known ?? boxObject(box);
  if (known === undefined) SCHEMAS.set(box, schema);
  return schema as z.ZodType<BoxOf<B>>;
}

function boxObject(box: Box): z.ZodObject {
  const object = objectOf(tableOf(box));
  const key = restKey(box.rest);
  return key === undefined
    ? object
    : object.extend({ [key]: z.record(Line, z.union([Line, z.array(Line).min(1)])) });
}

/**
 * Gives the JSON Schema (draft 2020-12) of what a box holds. A value of a codec of your own may be anything, with the codec's
 * examples.
 *
 * @param box - the box, as `defineBox` made it
 * @returns the schema, as plain data
 * @throws TypeError if `box` is none
 *
 * @example
 * ```ts
 * import { boxJsonSchema, defineBox, field } from "alphanode-post/box";
 *
 * const basics = defineBox({
 *   heading: "Basics",
 *   fields: { floors: field.int("Floors", { min: 1, max: 200, about: "Floors above the ground." }) },
 * });
 * console.log(boxJsonSchema(basics).properties);
 * ```
 *
 * ```console
 * {
 *   floors: {
 *     type: 'integer',
 *     minimum: 1,
 *     maximum: 200,
 *     description: 'Floors above the ground.'
 *   }
 * }
 * ```
 */
export const boxJsonSchema = (box: Box): Record<string, unknown> =>
  z.toJSONSchema(boxSchema(box), { unrepresentable: "any" }) as Record<string, unknown>;
