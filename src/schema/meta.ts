import * as z from "zod";
import { FIELDS, type Field, type FieldKey, isEntriesRow, type Table } from "../format/fields.ts";
import type { CODE_LANGUAGES, DIFFICULTIES, ENTITY_TYPES, STACKS, STATUSES } from "../format/words.ts";
import { type Known, type SchemaOf, Text, valueSchema } from "./values.ts";

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
        : Known<Word>
      : string;

/** The fields of the table that have entries. */
type ComposedKey = {
  [Key in FieldKey]: Table[Key] extends { readonly entries: object } ? Key : never;
}[FieldKey];

/** What the entries of a field hold, by the table: the compiler holds the types below to it. */
type EntriesOf<Key extends ComposedKey> = {
  -readonly [Entry in keyof Table[Key]["entries"]]: ValueOf<Table[Key]["entries"][Entry]>;
};

/** Builds the schema of the entries of one field from its row in the table. */
function entriesSchema<Key extends ComposedKey>(key: Key): SchemaOf<EntriesOf<Key>> {
  const rows = FIELDS.filter((row) => row.key === key).flatMap((row) =>
    isEntriesRow(row) ? row.entries : [],
  );
  const shape: Record<string, z.ZodType> = Object.fromEntries(rows.map((row) => [row.key, valueSchema(row)]));
  return z.object(shape as SchemaOf<EntriesOf<Key>>["shape"]);
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
export interface AiOutline {
  /** The scenario the article is written for. */
  context: string;
  /** The problem the article is about. */
  problem: string;
  /** The technology the article is about. */
  stack: Known<(typeof STACKS)[number]>;
  /** What the article advises. */
  recommendedAction: string;
}
/** The zod schema of the outline. */
export const AiOutline: SchemaOf<AiOutline> = entriesSchema("aiOutline");

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
export interface Score {
  /** Quality of the text. */
  quality: number;
  /** How recent the text is. */
  freshness: number;
  /** How deep it goes. */
  depth: number;
  /** How clear it is. */
  clarity: number;
}
/** The zod schema of the scores. */
export const Score: SchemaOf<Score> = entriesSchema("score");

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
export interface Revision {
  /** How far the text has come. */
  status: Known<(typeof STATUSES)[number]>;
  /** Version of the text. */
  version: string;
  /** Day of the last review. */
  lastReviewed: string;
}
/** The zod schema of the revision. */
export const Revision: SchemaOf<Revision> = entriesSchema("revision");

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
export interface Flags {
  /** Written in the manner of generated text. */
  aiGeneratedStyle: boolean;
  /** The article has an image. */
  hasImages: boolean;
  /** The article has three images or more. */
  imageHeavy: boolean;
  /** Not to be trusted unread. */
  needsHumanReview: boolean;
}
/** The zod schema of the flags. */
export const Flags: SchemaOf<Flags> = entriesSchema("flags");

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
export interface Payload {
  /** `alphanode-` and the post number in six digits. */
  sourceId: string;
  /** What made the post. */
  generator: string;
  /** Paragraphs after the intro, final notes included. */
  paragraphs: number;
  /** The setting of the post. */
  scenario: string;
  /** The post number. */
  seed: number;
}
/** The zod schema of the payload. */
export const Payload: SchemaOf<Payload> = entriesSchema("payload");

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
export interface Entity {
  /** What the thing is called. */
  name: string;
  /** What sort of thing it is. */
  type: Known<(typeof ENTITY_TYPES)[number]>;
}
/** The zod schema of an entity. */
export const Entity: SchemaOf<Entity> = entriesSchema("entities");

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
export interface ImageSource {
  /** Host of the image. */
  source: string;
  /** Address of the image; may be cut short. */
  url: string;
  /** Caption of the image, as in the article. */
  caption: string;
}
/** The zod schema of an image source. */
export const ImageSource: SchemaOf<ImageSource> = entriesSchema("imageSources");

/** The schemas of the fields that have entries, by key: of entries, or of each record. */
const COMPOSED = {
  aiOutline: AiOutline,
  score: Score,
  revision: Revision,
  flags: Flags,
  payload: Payload,
  entities: Entity,
  imageSources: ImageSource,
};

/** The schema of one field of the box. */
function fieldSchema(row: Field): z.ZodType {
  if (row.kind === "list") return z.array(Text).min(1).describe(row.about);
  if (row.kind === "entries") return COMPOSED[row.key].describe(row.about);
  if (row.kind !== "records") return valueSchema(row);
  const records = z.array<z.ZodType>(COMPOSED[row.key]);
  return ("optional" in row && row.optional === true ? records : records.min(1)).describe(row.about);
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
export interface PostMeta {
  /** The problem and the stack, as `<problem> / <stack>`. */
  topic: string;
  /** One sentence on what the article explains. */
  summary: string;
  /** The article in four lines. */
  aiOutline: AiOutline;
  /** One sentence on how the article is written. */
  aiBrief: string;
  /** The stack, its area and its language. */
  stack: Known<(typeof STACKS)[number]>[];
  /** Four to six tools of the stack. */
  tools: string[];
  /** Language of the code block, or of the stack where there is none. */
  codeLanguage: Known<(typeof CODE_LANGUAGES)[number]>;
  /** How much the reader has to know. */
  difficulty: Known<(typeof DIFFICULTIES)[number]>;
  /** Minutes it takes to read the article. */
  readingTime: number;
  /** Made-up number of views. */
  viewCount: number;
  /** Four scores from 0 to 100. */
  score: Score;
  /** State, version and date of the last review. */
  revision: Revision;
  /** Id of the post and of its revision: `anp-ref-<six digits>-<four digits>`. */
  reference: string;
  /** 24 hexadecimal digits; how they are made is not known. */
  hash: string;
  /** What is true of the post. */
  flags: Flags;
  /** The article's checklist again. */
  checklist: string[];
  /** Things the post is about. */
  entities: Entity[];
  /** The article's images, in order. */
  imageSources: ImageSource[];
  /** What the post was made from. */
  payload: Payload;
  /** Remarks of the site on its own data. */
  notes: string[];
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
