import { lower } from "./case.ts";
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
  readonly kind: ValueKind;
  /** Words the value is known to be; other words are accepted. */
  readonly words?: readonly string[];
  /** Words that editors offer and nothing else knows: an empty list, by its type. */
  readonly known?: readonly string[];
  /** Whether a word not listed in `words` is reported as unfamiliar. */
  readonly listed?: boolean;
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
      readonly kind: "list";
      readonly known?: readonly string[];
      /** How many items every known post has, where it is always the same. */
      readonly size?: number;
      /** How many items known posts have, from the least to the most; `size` where it is not given. */
      readonly usual?: readonly [least: number, most: number];
    }
  | {
      readonly kind: "entries" | "records";
      readonly entries: Readonly<Record<string, ValueDeclaration>>;
      /** Whether the box leaves the field out where there is no record. */
      readonly optional?: boolean;
    };

type Stack = (typeof STACKS)[number];

/**
 * The one table of the meta box: kinds and order, by the properties that hold the values. The words of a property are its label. Parser, stringifier, schemas,
 * types, the declaration for `alphanode-post/box` and the documentation all read it; a new field is a new row. What a row says
 * stands in the comment above it: editors show it, and `src/schema/about.ts` has it for the schemas.
 */
export const TABLE = {
  /** The problem and the stack, as `<problem> / <stack>`. */
  topic: { kind: "text", joint: " / " },
  /** One sentence on what the article explains. */
  summary: { kind: "sentence" },
  /** The article in four lines. */
  aiOutline: {
    kind: "entries",
    entries: {
      /** The scenario the article is written for. */
      context: { kind: "text" },
      /** The problem the article is about. */
      problem: { kind: "text" },
      /** The technology the article is about. */
      stack: { kind: "text", known: [] as readonly Stack[] },
      /** What the article advises. */
      recommendedAction: { kind: "text" },
    },
  },
  /** One sentence on how the article is written. */
  aiBrief: { kind: "sentence" },
  /** The stack, its area and its language. */
  stack: { kind: "list", size: 3, known: [] as readonly Stack[] },
  /** Four to six tools of the stack. */
  tools: { kind: "list", usual: [4, 6] },
  /** Language of the code block, or of the stack where there is none. */
  codeLanguage: { kind: "word", words: CODE_LANGUAGES },
  /** How much the reader has to know. */
  difficulty: { kind: "word", words: DIFFICULTIES, listed: true },
  /** Minutes it takes to read the article. */
  readingTime: { kind: "count", units: ["m", "min", "mins", "minute", "minutes"] },
  /** Made-up number of views. */
  viewCount: { kind: "count", units: ["view", "views"] },
  /** Four scores from 0 to 100. */
  score: {
    kind: "entries",
    entries: {
      /** Quality of the text. */
      quality: { kind: "percent" },
      /** How recent the text is. */
      freshness: { kind: "percent" },
      /** How deep it goes. */
      depth: { kind: "percent" },
      /** How clear it is. */
      clarity: { kind: "percent" },
    },
  },
  /** State, version and date of the last review. */
  revision: {
    kind: "entries",
    entries: {
      /** How far the text has come. */
      status: { kind: "word", words: STATUSES, listed: true },
      /** Version of the text. */
      version: { kind: "version" },
      /** Day of the last review. */
      lastReviewed: { kind: "date" },
    },
  },
  /** Id of the post and of its revision: `anp-ref-<six digits>-<four digits>`. */
  reference: { kind: "reference" },
  /** 24 hexadecimal digits; how they are made is not known. */
  hash: { kind: "hash" },
  /** What is true of the post. */
  flags: {
    kind: "entries",
    entries: {
      /** Written in the manner of generated text. */
      aiGeneratedStyle: { kind: "flag" },
      /** The article has an image. */
      hasImages: { kind: "flag" },
      /** The article has three images or more. */
      imageHeavy: { kind: "flag" },
      /** Not to be trusted unread. */
      needsHumanReview: { kind: "flag" },
    },
  },
  /** The article's checklist again. */
  checklist: { kind: "list", usual: [5, 5] },
  /** Things the post is about. */
  entities: {
    kind: "records",
    entries: {
      /** What the thing is called. */
      name: { kind: "text" },
      /** What sort of thing it is. */
      type: { kind: "text", kinds: ENTITY_TYPES },
    },
  },
  /** The article's images, in order. */
  imageSources: {
    kind: "records",
    optional: true,
    entries: {
      /** Host of the image. */
      source: { kind: "text" },
      /** Address of the image; may be cut short. */
      url: { kind: "text", isAddress: true },
      /** Caption of the image, as in the article. */
      caption: { kind: "text" },
    },
  },
  /** What the post was made from. */
  payload: {
    kind: "entries",
    entries: {
      /** `alphanode-` and the post number in six digits. */
      sourceId: { kind: "sourceId" },
      /** What made the post. */
      generator: { kind: "text" },
      /** Paragraphs after the intro, final notes included. */
      paragraphs: { kind: "count" },
      /** The setting of the post. */
      scenario: { kind: "text" },
      /** The post number. */
      seed: { kind: "count" },
    },
  },
  /** Remarks of the site on its own data. */
  notes: { kind: "list" },
} as const satisfies Readonly<Record<string, FieldDeclaration>>;

/** The label of what a property carries, as the text has it: `codeLanguage` is `code language`. */
export const labelOf = (key: string): string => key.replace(/[A-Z]/g, (letter) => ` ${lower(letter)}`);
