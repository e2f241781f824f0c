import * as z from "zod";
import {
  FIELDS,
  type Field,
  type FieldKey,
  isEntriesRow,
  type Table,
  type ValueRow,
} from "../format/fields.ts";
import { aboutOf, type PostWord, type SchemaOf, Text, valueSchema } from "./values.ts";

/** What a value is, by what its row says. */
type ValueOf<Row> = Row extends { readonly kind: "count" | "percent" }
  ? number
  : Row extends { readonly kind: "flag" }
    ? boolean
    : Row extends {
          readonly [Property in "words" | "known" | "kinds"]?: readonly (infer Word extends string)[];
        }
      ? string extends Word
        ? string
        : PostWord<Word>
      : string;

/** The fields of the table that have entries. */
type ComposedKey = {
  [Key in FieldKey]: Table[Key] extends { readonly entries: object } ? Key : never;
}[FieldKey];

/** What the entries of a field hold, under the comments of their rows. */
type EntriesOf<Key extends ComposedKey> = {
  -readonly [Entry in keyof Table[Key]["entries"]]: ValueOf<Table[Key]["entries"][Entry]>;
};

/**
 * Nothing, as a second base of interfaces that are made of entries: one that has a single base and nothing of its own is that base
 * to the compiler, so that `Object.values` of it would be of `unknown`.
 */
type Named = Record<never, never>;

/** The names that editors show of what a field with entries holds, or each of its records. */
interface Names {
  aiOutline: PostAiOutline;
  score: PostScore;
  revision: PostRevision;
  flags: PostFlags;
  payload: PostPayload;
  entities: PostEntity;
  imageSources: PostImageSource;
}

/** What a field with entries holds, or each of its records. */
type PartOf<Key extends ComposedKey> = Key extends keyof Names ? Names[Key] : EntriesOf<Key>;

/** What fields hold, under the comments of their rows. */
type FieldsOf<Rows extends Table> = {
  -readonly [Key in keyof Rows]: Rows[Key] extends { readonly kind: infer Kind }
    ? Key extends ComposedKey
      ? Kind extends "records"
        ? PartOf<Key>[]
        : PartOf<Key>
      : Kind extends "list"
        ? ValueOf<Rows[Key]>[]
        : ValueOf<Rows[Key]>
    : never;
};

/** The schema of labelled entries. */
const entriesSchema = (entries: readonly ValueRow[]): z.ZodObject =>
  z.object(Object.fromEntries(entries.map((row) => [row.key, valueSchema(row)])));

/** The schemas of what fields with entries hold, or each of their records. */
const COMPOSED = Object.fromEntries(
  FIELDS.flatMap((row) => (isEntriesRow(row) ? [[row.key, entriesSchema(row.entries)]] : [])),
) as { readonly [Key in ComposedKey]: SchemaOf<PartOf<Key>> };

/**
 * The article in four lines: context, problem, stack and recommended action.
 *
 * @example
 * ```ts
 * import { PostAiOutline } from "alphanode-post";
 *
 * const outline: PostAiOutline = {
 *   context: "behind a cdn",
 *   problem: "handling background jobs",
 *   stack: "linux server operations",
 *   recommendedAction: "take a baseline, change one thing",
 * };
 * console.log(PostAiOutline.safeParse(outline).success);
 * ```
 *
 * ```console
 * true
 * ```
 */
export interface PostAiOutline extends EntriesOf<"aiOutline">, Named {}
/** The zod schema of the outline. */
export const PostAiOutline: SchemaOf<PostAiOutline> = COMPOSED.aiOutline;

/**
 * Quality, freshness, depth and clarity, each a whole number from 0 to 100.
 *
 * @example
 * ```ts
 * import { PostScore } from "alphanode-post";
 *
 * const score: PostScore = { quality: 77, freshness: 71, depth: 98, clarity: 86 };
 * console.log(PostScore.safeParse(score).success, PostScore.safeParse({ ...score, depth: 101 }).success);
 * ```
 *
 * ```console
 * true false
 * ```
 */
export interface PostScore extends EntriesOf<"score">, Named {}
/** The zod schema of the scores. */
export const PostScore: SchemaOf<PostScore> = COMPOSED.score;

/**
 * Status, version (x.y.z) and day of the last review (YYYY-MM-DD).
 *
 * @example
 * ```ts
 * import { PostRevision } from "alphanode-post";
 *
 * const revision: PostRevision = { status: "reviewed", version: "1.7.0", lastReviewed: "2024-02-29" };
 * const noSuchDay: PostRevision = { ...revision, lastReviewed: "2023-02-29" };
 * console.log(PostRevision.safeParse(revision).success, PostRevision.safeParse(noSuchDay).success);
 * ```
 *
 * ```console
 * true false
 * ```
 */
export interface PostRevision extends EntriesOf<"revision">, Named {}
/** The zod schema of the revision. */
export const PostRevision: SchemaOf<PostRevision> = COMPOSED.revision;

/**
 * What is true of the post.
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { type PostFlags, parseMetaBox } from "alphanode-post";
 *
 * const flags: PostFlags = parseMetaBox(readFileSync("post.txt", "utf8")).flags;
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
export interface PostFlags extends EntriesOf<"flags">, Named {}
/** The zod schema of the flags. */
export const PostFlags: SchemaOf<PostFlags> = COMPOSED.flags;

/**
 * What the post was made from: ids, generator, scenario, number of paragraphs, and the post number as seed.
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { type PostPayload, parseMetaBox } from "alphanode-post";
 *
 * const payload: PostPayload = parseMetaBox(readFileSync("post.txt", "utf8")).payload;
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
export interface PostPayload extends EntriesOf<"payload">, Named {}
/** The zod schema of the payload. */
export const PostPayload: SchemaOf<PostPayload> = COMPOSED.payload;

/**
 * A thing the post is about, with its type: a stack, an area or a problem.
 *
 * @example
 * ```ts
 * import { PostEntity } from "alphanode-post";
 *
 * const entity: PostEntity = { name: "devops", type: "area" };
 * console.log(PostEntity.safeParse(entity).success);
 * ```
 *
 * ```console
 * true
 * ```
 */
export interface PostEntity extends EntriesOf<"entities">, Named {}
/** The zod schema of an entity. */
export const PostEntity: SchemaOf<PostEntity> = COMPOSED.entities;

/**
 * Where an image comes from. The URL is as the box has it, and that may be cut short.
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { type PostImageSource, parseMetaBox } from "alphanode-post";
 *
 * const sources: PostImageSource[] = parseMetaBox(readFileSync("post.txt", "utf8")).imageSources;
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
export interface PostImageSource extends EntriesOf<"imageSources">, Named {}
/** The zod schema of an image source. */
export const PostImageSource: SchemaOf<PostImageSource> = COMPOSED.imageSources;

/** The schema of one field of the box. */
function fieldSchema(row: Field): z.ZodType {
  if (row.kind === "list") return z.array(Text).min(1).describe(aboutOf(row));
  if (row.kind === "entries") return COMPOSED[row.key].describe(aboutOf(row));
  if (row.kind !== "records") return valueSchema(row);
  const records = z.array<z.ZodType>(COMPOSED[row.key]);
  return ("optional" in row && row.optional === true ? records : records.min(1)).describe(aboutOf(row));
}

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
export interface PostMeta extends FieldsOf<Table> {
  /** Fields the table does not know, by label, as they stood. */
  extra: Record<string, string | string[]>;
}
const META_SHAPE: Record<string, z.ZodType> = {
  ...Object.fromEntries(FIELDS.map((row) => [row.key, fieldSchema(row)])),
  extra: Extra.describe("Fields the table does not know, by label, as they stood."),
};
/** The zod schema of the box. */
export const PostMeta: SchemaOf<PostMeta> = z
  .object(META_SHAPE as SchemaOf<PostMeta>["shape"])
  .describe("The meta box of a post.");
