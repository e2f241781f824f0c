import { z } from "zod";
import {
  FIELDS,
  type Field,
  type FieldKey,
  type FieldRow,
  isEntriesRow,
  type ValueRow,
} from "../format/fields.ts";
import { Text, type ValueSchema, valueSchema } from "./values.ts";

/** The schema of the labelled values in a field or in one of its records. */
type EntriesSchema<Rows extends readonly ValueRow[]> = z.ZodObject<{
  [Row in Rows[number] as Row["key"]]: ValueSchema<Row>;
}>;

type FieldOf<Key extends FieldKey> = Extract<Field, { readonly key: Key }>;
type EntriesOf<Key extends FieldKey> =
  FieldOf<Key> extends { readonly entries: infer Rows extends readonly ValueRow[] } ? Rows : never;

/** Builds the schema of the entries of one field from its row in the table. */
function entriesSchema<Key extends FieldKey>(key: Key): EntriesSchema<EntriesOf<Key>> {
  const field: FieldRow | undefined = FIELDS.find((row) => row.key === key);
  const rows = field !== undefined && isEntriesRow(field) ? field.entries : [];
  return z.object(Object.fromEntries(rows.map((row) => [row.key, valueSchema(row)]))) as EntriesSchema<
    EntriesOf<Key>
  >;
}

/** The article in four lines: context, problem, stack and recommended action. */
export const AiOutline = entriesSchema("aiOutline");
export type AiOutline = z.infer<typeof AiOutline>;

/** Quality, freshness, depth and clarity, each a whole number from 0 to 100. */
export const Score = entriesSchema("score");
export type Score = z.infer<typeof Score>;

/** Status, version (x.y.z) and day of the last review (YYYY-MM-DD). */
export const Revision = entriesSchema("revision");
export type Revision = z.infer<typeof Revision>;

/** What is true of the post. */
export const Flags = entriesSchema("flags");
export type Flags = z.infer<typeof Flags>;

/** What the post was made from: ids, generator, scenario, number of paragraphs, and the post number as seed. */
export const Payload = entriesSchema("payload");
export type Payload = z.infer<typeof Payload>;

/** A thing the post is about, with its type: a stack, an area or a problem. */
export const Entity = entriesSchema("entities");
export type Entity = z.infer<typeof Entity>;

/** Where an image comes from. The URL is as the box has it, and that may be cut short. */
export const ImageSource = entriesSchema("imageSources");
export type ImageSource = z.infer<typeof ImageSource>;

/** The schemas of the fields that have entries, by key. */
const COMPOSED = {
  aiOutline: AiOutline,
  score: Score,
  revision: Revision,
  flags: Flags,
  payload: Payload,
  entities: z.array(Entity).min(1),
  imageSources: z.array(ImageSource),
};

type FieldSchema<Row extends Field> = Row["key"] extends keyof typeof COMPOSED
  ? (typeof COMPOSED)[Row["key"]]
  : Row extends ValueRow
    ? ValueSchema<Row>
    : z.ZodArray<typeof Text>;

/** The schema of one field of the box. */
function fieldSchema(row: Field): z.ZodType {
  if (row.kind === "list") return z.array(Text).min(1).describe(row.about);
  if (row.kind === "entries" || row.kind === "records") return COMPOSED[row.key].describe(row.about);
  return valueSchema(row);
}

const META_SHAPE = Object.fromEntries(FIELDS.map((row) => [row.key, fieldSchema(row)])) as {
  [Row in Field as Row["key"]]: FieldSchema<Row>;
};

/** Fields that the table does not know, by label, as they stood. */
const Extra = z.record(Text, z.union([Text, z.array(Text).min(1)]));

/**
 * The meta box of a post: the 20 known fields, and under `extra` those the library does not know.
 *
 * Numbers, dates, versions and ids have a closed form. Words (`difficulty`, `revision.status`, `codeLanguage`) are
 * open: editors complete the known ones and any other is accepted.
 *
 * @example
 * ```ts
 * const { success } = PostMeta.shape.score.safeParse({ quality: 101, freshness: 1, depth: 1, clarity: 1 });
 * // success is false: a score goes from 0 to 100
 * ```
 */
export const PostMeta = z
  .object({
    ...META_SHAPE,
    extra: Extra.describe("Fields the table does not know, by label, as they stood."),
  })
  .describe("The meta box of a post.");
export type PostMeta = z.infer<typeof PostMeta>;
