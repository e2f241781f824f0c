import { z } from "zod";
import { FIELDS, type Field, type FieldKey, type FieldRow, type ValueRow } from "../format/fields.ts";
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
  const rows = field !== undefined && "entries" in field ? field.entries : [];
  return z.object(Object.fromEntries(rows.map((row) => [row.key, valueSchema(row)]))) as EntriesSchema<
    EntriesOf<Key>
  >;
}

/**
 * The article in four lines: context, problem, stack and recommended action.
 *
 * @example
 * ```ts
 * import { AiOutline } from "alphanode-post";
 *
 * const outline: AiOutline = {
 *   context: "behind a cdn",
 *   problem: "handling background jobs",
 *   stack: "linux server operations",
 *   recommendedAction: "take a baseline, change one thing",
 * };
 * console.log(AiOutline.safeParse(outline).success);
 * ```
 *
 * ```console
 * true
 * ```
 */
export const AiOutline = entriesSchema("aiOutline");
export type AiOutline = z.infer<typeof AiOutline>;

/**
 * Quality, freshness, depth and clarity, each a whole number from 0 to 100.
 *
 * @example
 * ```ts
 * import { Score } from "alphanode-post";
 *
 * const score: Score = { quality: 77, freshness: 71, depth: 98, clarity: 86 };
 * console.log(Score.safeParse(score).success, Score.safeParse({ ...score, depth: 101 }).success);
 * ```
 *
 * ```console
 * true false
 * ```
 */
export const Score = entriesSchema("score");
export type Score = z.infer<typeof Score>;

/**
 * Status, version (x.y.z) and day of the last review (YYYY-MM-DD).
 *
 * @example
 * ```ts
 * import { Revision } from "alphanode-post";
 *
 * const revision: Revision = { status: "reviewed", version: "1.7.0", lastReviewed: "2024-02-29" };
 * const noSuchDay: Revision = { ...revision, lastReviewed: "2023-02-29" };
 * console.log(Revision.safeParse(revision).success, Revision.safeParse(noSuchDay).success);
 * ```
 *
 * ```console
 * true false
 * ```
 */
export const Revision = entriesSchema("revision");
export type Revision = z.infer<typeof Revision>;

/**
 * What is true of the post.
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { type Flags, parseMetaBox } from "alphanode-post";
 *
 * const flags: Flags = parseMetaBox(readFileSync("post.txt", "utf8")).flags;
 * console.log(flags);
 * ```
 *
 * ```console
 * {
 *   aiGeneratedStyle: true,
 *   hasImages: true,
 *   imageHeavy: true,
 *   needsHumanReview: false
 * }
 * ```
 */
export const Flags = entriesSchema("flags");
export type Flags = z.infer<typeof Flags>;

/**
 * What the post was made from: ids, generator, scenario, number of paragraphs, and the post number as seed.
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { type Payload, parseMetaBox } from "alphanode-post";
 *
 * const payload: Payload = parseMetaBox(readFileSync("post.txt", "utf8")).payload;
 * console.log(payload);
 * ```
 *
 * ```console
 * {
 *   sourceId: 'alphanode-039770',
 *   generator: 'anp content synthesizer',
 *   paragraphs: 3,
 *   scenario: 'behind a cdn',
 *   seed: 39770
 * }
 * ```
 */
export const Payload = entriesSchema("payload");
export type Payload = z.infer<typeof Payload>;

/**
 * A thing the post is about, with its type: a stack, an area or a problem.
 *
 * @example
 * ```ts
 * import { Entity } from "alphanode-post";
 *
 * const entity: Entity = { name: "devops", type: "area" };
 * console.log(Entity.safeParse(entity).success);
 * ```
 *
 * ```console
 * true
 * ```
 */
export const Entity = entriesSchema("entities");
export type Entity = z.infer<typeof Entity>;

/**
 * Where an image comes from. The URL is as the box has it, and that may be cut short.
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { type ImageSource, parseMetaBox } from "alphanode-post";
 *
 * const sources: ImageSource[] = parseMetaBox(readFileSync("post.txt", "utf8")).imageSources;
 * console.log(sources.map(({ source }) => source));
 * ```
 *
 * ```console
 * [
 *   'dummyimage.com',
 *   'placehold.co',
 *   'picsum.photos',
 *   'unsplash',
 *   'unsplash'
 * ]
 * ```
 */
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
 * import { PostMeta } from "alphanode-post";
 *
 * console.log(PostMeta.shape.readingTime.safeParse(8).success);
 * console.log(PostMeta.shape.readingTime.safeParse("8 min").success);
 * ```
 *
 * ```console
 * true
 * false
 * ```
 */
export const PostMeta = z
  .object({
    ...META_SHAPE,
    extra: Extra.describe("Fields the table does not know, by label, as they stood."),
  })
  .describe("The meta box of a post.");
export type PostMeta = z.infer<typeof PostMeta>;
