import { CODE_LANGUAGES, DIFFICULTIES, ENTITY_TYPES, type STACKS, STATUSES } from "./words.ts";

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

/** What a value with a label says: a field of one line, or an entry of a field. */
export interface ValueDeclaration {
  /** The label as the text has it, lower case. */
  readonly label: string;
  readonly kind: ValueKind;
  /** Words the value is known to be; other words are accepted. */
  readonly words?: readonly string[];
  /** Words that editors offer and nothing else knows: an empty list, by its type. */
  readonly known?: readonly string[];
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

/** What a field of the box says. */
export type FieldDeclaration =
  | ValueDeclaration
  | {
      readonly label: string;
      readonly kind: "list";
      readonly known?: readonly string[];
      /** How many items every known post has, where it is always the same. */
      readonly size?: number;
    }
  | {
      readonly label: string;
      readonly kind: "entries" | "records";
      readonly entries: Readonly<Record<string, ValueDeclaration>>;
      /** Whether the box leaves the field out where there is no record. */
      readonly optional?: boolean;
    };

type Stack = (typeof STACKS)[number];

/**
 * The one table of the meta box: labels, kinds and order, by the properties that hold the values. Parser, stringifier, schemas,
 * types, the declaration for `alphanode-post/box` and the documentation all read it; a new field is a new row. What a row says
 * stands in the comment above it: editors show it, and `src/schema/about.ts` has it for the schemas.
 */
export const TABLE = {
  /** The problem and the stack, as `<problem> / <stack>`. */
  topic: { label: "topic", kind: "text", joint: " / " },
  /** One sentence on what the article explains. */
  summary: { label: "summary", kind: "sentence" },
  /** The article in four lines. */
  aiOutline: {
    label: "ai outline",
    kind: "entries",
    entries: {
      /** The scenario the article is written for. */
      context: { label: "context", kind: "text" },
      /** The problem the article is about. */
      problem: { label: "problem", kind: "text" },
      /** The technology the article is about. */
      stack: { label: "stack", kind: "text", known: [] as readonly Stack[] },
      /** What the article advises. */
      recommendedAction: { label: "recommended action", kind: "text" },
    },
  },
  /** One sentence on how the article is written. */
  aiBrief: { label: "ai brief", kind: "sentence" },
  /** The stack, its area and its language. */
  stack: { label: "stack", kind: "list", size: 3, known: [] as readonly Stack[] },
  /** Four to six tools of the stack. */
  tools: { label: "tools", kind: "list" },
  /** Language of the code block, or of the stack where there is none. */
  codeLanguage: { label: "code language", kind: "word", words: CODE_LANGUAGES },
  /** How much the reader has to know. */
  difficulty: { label: "difficulty", kind: "word", words: DIFFICULTIES, reportsUnfamiliar: true },
  /** Minutes it takes to read the article. */
  readingTime: { label: "reading time", kind: "count", units: ["m", "min", "mins", "minute", "minutes"] },
  /** Made-up number of views. */
  viewCount: { label: "view count", kind: "count", units: ["view", "views"] },
  /** Four scores from 0 to 100. */
  score: {
    label: "score",
    kind: "entries",
    entries: {
      /** Quality of the text. */
      quality: { label: "quality", kind: "percent" },
      /** How recent the text is. */
      freshness: { label: "freshness", kind: "percent" },
      /** How deep it goes. */
      depth: { label: "depth", kind: "percent" },
      /** How clear it is. */
      clarity: { label: "clarity", kind: "percent" },
    },
  },
  /** State, version and date of the last review. */
  revision: {
    label: "revision",
    kind: "entries",
    entries: {
      /** How far the text has come. */
      status: { label: "status", kind: "word", words: STATUSES, reportsUnfamiliar: true },
      /** Version of the text. */
      version: { label: "version", kind: "version" },
      /** Day of the last review. */
      lastReviewed: { label: "last reviewed", kind: "date" },
    },
  },
  /** Id of the post and of its revision: `anp-ref-<six digits>-<four digits>`. */
  reference: { label: "reference", kind: "reference" },
  /** 24 hexadecimal digits; how they are made is not known. */
  hash: { label: "hash", kind: "hash" },
  /** What is true of the post. */
  flags: {
    label: "flags",
    kind: "entries",
    entries: {
      /** Written in the manner of generated text. */
      aiGeneratedStyle: { label: "ai generated style", kind: "flag" },
      /** The article has an image. */
      hasImages: { label: "has images", kind: "flag" },
      /** The article has three images or more. */
      imageHeavy: { label: "image heavy", kind: "flag" },
      /** Not to be trusted unread. */
      needsHumanReview: { label: "needs human review", kind: "flag" },
    },
  },
  /** The article's checklist again. */
  checklist: { label: "checklist", kind: "list" },
  /** Things the post is about. */
  entities: {
    label: "entities",
    kind: "records",
    entries: {
      /** What the thing is called. */
      name: { label: "name", kind: "text" },
      /** What sort of thing it is. */
      type: { label: "type", kind: "text", kinds: ENTITY_TYPES },
    },
  },
  /** The article's images, in order. */
  imageSources: {
    label: "image sources",
    kind: "records",
    optional: true,
    entries: {
      /** Host of the image. */
      source: { label: "source", kind: "text" },
      /** Address of the image; may be cut short. */
      url: { label: "url", kind: "text", isAddress: true },
      /** Caption of the image, as in the article. */
      caption: { label: "caption", kind: "text" },
    },
  },
  /** What the post was made from. */
  payload: {
    label: "payload",
    kind: "entries",
    entries: {
      /** `alphanode-` and the post number in six digits. */
      sourceId: { label: "source id", kind: "sourceId" },
      /** What made the post. */
      generator: { label: "generator", kind: "text" },
      /** Paragraphs after the intro, final notes included. */
      paragraphs: { label: "paragraphs", kind: "count" },
      /** The setting of the post. */
      scenario: { label: "scenario", kind: "text" },
      /** The post number. */
      seed: { label: "seed", kind: "count" },
    },
  },
  /** Remarks of the site on its own data. */
  notes: { label: "notes", kind: "list" },
} as const satisfies Readonly<Record<string, FieldDeclaration>>;
