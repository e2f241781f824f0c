import { CODE_LANGUAGES, DIFFICULTIES, ENTITY_TYPES, STATUSES } from "./words.ts";

/**
 * The one table of the meta box: labels, keys, kinds and order. The parser, the stringifier, the schemas and the
 * documentation all read it; a new field is a new row.
 */

/** What one value of the box may be: its kind decides how it is read, checked and written. */
export type ValueKind =
  | "text"
  | "sentence"
  | "word"
  | "count"
  | "percent"
  | "flag"
  | "date"
  | "version"
  | "reference"
  | "hash"
  | "sourceId";

/** One value with a label: a field of one line, or an entry of a field. */
export interface ValueRow {
  /** The label as the text has it, lower case. */
  readonly label: string;
  /** The property that carries the value. */
  readonly key: string;
  /** What the value says, in one line. */
  readonly about: string;
  readonly kind: ValueKind;
  /** Words the value is known to be; other words are accepted. */
  readonly words?: readonly string[];
  /** Whether a word not listed in `words` is reported as unfamiliar. */
  readonly reportsUnfamiliar?: boolean;
  /** What stands between the parts of a text, so that a text without it is unfinished. */
  readonly joint?: string;
  /** Whether a text is an address, in which a site that sets typographic signs has changed an `x` between digits. */
  readonly isAddress?: boolean;
  /** What an entry is in one record each of every known post, so that records without one of them are incomplete. */
  readonly kinds?: readonly string[];
  /** Units that may follow a number, lower case. */
  readonly units?: readonly string[];
}

/** A field of the box. */
export type FieldRow =
  | ValueRow
  | {
      readonly label: string;
      readonly key: string;
      readonly about: string;
      readonly kind: "list";
      /** How many items every known post has, where it is always the same. */
      readonly size?: number;
    }
  | {
      readonly label: string;
      readonly key: string;
      readonly about: string;
      readonly kind: "entries";
      readonly entries: readonly ValueRow[];
    }
  | {
      readonly label: string;
      readonly key: string;
      readonly about: string;
      readonly kind: "records";
      readonly entries: readonly ValueRow[];
      /** Whether the box leaves the field out where there is no record. */
      readonly optional?: boolean;
    };

const TABLE = [
  {
    label: "topic",
    key: "topic",
    about: "The problem and the stack, as `<problem> / <stack>`.",
    kind: "text",
    joint: " / ",
  },
  { label: "summary", key: "summary", about: "One sentence on what the article explains.", kind: "sentence" },
  {
    label: "ai outline",
    key: "aiOutline",
    about: "The article in four lines.",
    kind: "entries",
    entries: [
      { label: "context", key: "context", about: "The scenario the article is written for.", kind: "text" },
      { label: "problem", key: "problem", about: "The problem the article is about.", kind: "text" },
      { label: "stack", key: "stack", about: "The technology the article is about.", kind: "text" },
      {
        label: "recommended action",
        key: "recommendedAction",
        about: "What the article advises.",
        kind: "text",
      },
    ],
  },
  {
    label: "ai brief",
    key: "aiBrief",
    about: "One sentence on how the article is written.",
    kind: "sentence",
  },
  { label: "stack", key: "stack", about: "The stack, its area and its language.", kind: "list", size: 3 },
  { label: "tools", key: "tools", about: "Four to six tools of the stack.", kind: "list" },
  {
    label: "code language",
    key: "codeLanguage",
    about: "Language of the code block, or of the stack where there is none.",
    kind: "word",
    words: CODE_LANGUAGES,
  },
  {
    label: "difficulty",
    key: "difficulty",
    about: "How much the reader has to know.",
    kind: "word",
    words: DIFFICULTIES,
    reportsUnfamiliar: true,
  },
  {
    label: "reading time",
    key: "readingTime",
    about: "Minutes it takes to read the article.",
    kind: "count",
    units: ["m", "min", "mins", "minute", "minutes"],
  },
  {
    label: "view count",
    key: "viewCount",
    about: "Made-up number of views.",
    kind: "count",
    units: ["view", "views"],
  },
  {
    label: "score",
    key: "score",
    about: "Four scores from 0 to 100.",
    kind: "entries",
    entries: [
      { label: "quality", key: "quality", about: "Quality of the text.", kind: "percent" },
      { label: "freshness", key: "freshness", about: "How recent the text is.", kind: "percent" },
      { label: "depth", key: "depth", about: "How deep it goes.", kind: "percent" },
      { label: "clarity", key: "clarity", about: "How clear it is.", kind: "percent" },
    ],
  },
  {
    label: "revision",
    key: "revision",
    about: "State, version and date of the last review.",
    kind: "entries",
    entries: [
      {
        label: "status",
        key: "status",
        about: "How far the text has come.",
        kind: "word",
        words: STATUSES,
        reportsUnfamiliar: true,
      },
      { label: "version", key: "version", about: "Version of the text.", kind: "version" },
      { label: "last reviewed", key: "lastReviewed", about: "Day of the last review.", kind: "date" },
    ],
  },
  {
    label: "reference",
    key: "reference",
    about: "Id of the post and of its revision: `anp-ref-<six digits>-<four digits>`.",
    kind: "reference",
  },
  {
    label: "hash",
    key: "hash",
    about: "24 hexadecimal digits; how they are made is not known.",
    kind: "hash",
  },
  {
    label: "flags",
    key: "flags",
    about: "What is true of the post.",
    kind: "entries",
    entries: [
      {
        label: "ai generated style",
        key: "aiGeneratedStyle",
        about: "Written in the manner of generated text.",
        kind: "flag",
      },
      { label: "has images", key: "hasImages", about: "The article has an image.", kind: "flag" },
      {
        label: "image heavy",
        key: "imageHeavy",
        about: "The article has three images or more.",
        kind: "flag",
      },
      {
        label: "needs human review",
        key: "needsHumanReview",
        about: "Not to be trusted unread.",
        kind: "flag",
      },
    ],
  },
  { label: "checklist", key: "checklist", about: "The article's checklist again.", kind: "list" },
  {
    label: "entities",
    key: "entities",
    about: "Things the post is about.",
    kind: "records",
    entries: [
      { label: "name", key: "name", about: "What the thing is called.", kind: "text" },
      {
        label: "type",
        key: "type",
        about: "What sort of thing it is.",
        kind: "text",
        kinds: ENTITY_TYPES,
      },
    ],
  },
  {
    label: "image sources",
    key: "imageSources",
    about: "The article's images, in order.",
    kind: "records",
    optional: true,
    entries: [
      { label: "source", key: "source", about: "Host of the image.", kind: "text" },
      {
        label: "url",
        key: "url",
        about: "Address of the image; may be cut short.",
        kind: "text",
        isAddress: true,
      },
      { label: "caption", key: "caption", about: "Caption of the image, as in the article.", kind: "text" },
    ],
  },
  {
    label: "payload",
    key: "payload",
    about: "What the post was made from.",
    kind: "entries",
    entries: [
      {
        label: "source id",
        key: "sourceId",
        about: "`alphanode-` and the post number in six digits.",
        kind: "sourceId",
      },
      { label: "generator", key: "generator", about: "What made the post.", kind: "text" },
      {
        label: "paragraphs",
        key: "paragraphs",
        about: "Paragraphs after the intro, final notes included.",
        kind: "count",
      },
      { label: "scenario", key: "scenario", about: "The setting of the post.", kind: "text" },
      { label: "seed", key: "seed", about: "The post number.", kind: "count" },
    ],
  },
  { label: "notes", key: "notes", about: "Remarks of the site on its own data.", kind: "list" },
] as const satisfies readonly FieldRow[];

/** Tells whether a field is made of labelled entries. */
export const isEntriesRow = (row: FieldRow): row is FieldRow & { readonly entries: readonly ValueRow[] } =>
  row.kind === "entries" || row.kind === "records";

/** What some row says. */
type AnyRow = Pick<FieldRow, "label" | "key" | "about" | "kind"> &
  Partial<Omit<ValueRow, "kind">> & {
    readonly size?: number;
    readonly entries?: readonly ValueRow[];
    readonly optional?: boolean;
  };

/** A row and where it stands. It has every property that some row has, since engines read objects of one shape fast. */
class PlacedRow {
  readonly label;
  readonly key;
  readonly about;
  readonly kind;
  readonly words;
  readonly reportsUnfamiliar;
  readonly joint;
  readonly isAddress;
  readonly kinds;
  readonly units;
  readonly size;
  readonly optional;
  readonly entries: readonly PlacedRow[] | undefined;

  /**
   * @param row - what the row says
   * @param place - its place among the rows of its table, from 0
   * @param owner - the field that it is an entry of; absent for a field
   */
  constructor(
    row: AnyRow,
    readonly place: number,
    readonly owner?: PlacedRow,
  ) {
    this.label = row.label;
    this.key = row.key;
    this.about = row.about;
    this.kind = row.kind;
    this.words = row.words;
    this.reportsUnfamiliar = row.reportsUnfamiliar;
    this.joint = row.joint;
    this.isAddress = row.isAddress;
    this.kinds = row.kinds;
    this.units = row.units;
    this.size = row.size;
    this.optional = row.optional;
    this.entries = row.entries?.map((entry, i) => new PlacedRow(entry, i, this));
  }
}

/** The rows of the table, in the order of the box. */
export const FIELDS = TABLE.map((row, place) => new PlacedRow(row, place)) as unknown as typeof TABLE;

/** A row of {@link FIELDS} as its literal type. */
export type Field = (typeof FIELDS)[number];

/** The property of `PostMeta` that carries a field of the table. */
export type FieldKey = Field["key"];

/** The place of a field in the table, or of an entry in its field, from 0. */
export const placeOf = (row: FieldRow): number => (row as unknown as PlacedRow).place;

/** The field of an entry: no two fields share one. */
export const ownerOf = (row: FieldRow): FieldRow | undefined =>
  (row as unknown as PlacedRow).owner as FieldRow | undefined;

/** Tells whether a field has one value, on the line of its label. */
export const isValueRow = (row: FieldRow): row is ValueRow =>
  row.kind !== "list" && row.kind !== "entries" && row.kind !== "records";

/** Tells whether the box leaves a field out where it has nothing to say. */
export const isOptional = (row: FieldRow): row is FieldRow & { readonly kind: "records" } =>
  row.kind === "records" && row.optional === true;
