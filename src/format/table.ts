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
  /** What the value says, in one line: the comment above, which editors show, once more for the schemas. */
  readonly about: string;
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
      readonly about: string;
      readonly kind: "list";
      readonly known?: readonly string[];
      /** How many items every known post has, where it is always the same. */
      readonly size?: number;
    }
  | {
      readonly label: string;
      readonly about: string;
      readonly kind: "entries" | "records";
      readonly entries: Readonly<Record<string, ValueDeclaration>>;
      /** Whether the box leaves the field out where there is no record. */
      readonly optional?: boolean;
    };

type Stack = (typeof STACKS)[number];

/**
 * The one table of the meta box: labels, kinds and order, by the properties that hold the values. Parser, stringifier, schemas,
 * types, the declaration for `alphanode-post/box` and the documentation all read it; a new field is a new row.
 */
export const TABLE = {
  /** The problem and the stack, as `<problem> / <stack>`. */
  topic: {
    label: "topic",
    about: "The problem and the stack, as `<problem> / <stack>`.",
    kind: "text",
    joint: " / ",
  },
  /** One sentence on what the article explains. */
  summary: { label: "summary", about: "One sentence on what the article explains.", kind: "sentence" },
  /** The article in four lines. */
  aiOutline: {
    label: "ai outline",
    about: "The article in four lines.",
    kind: "entries",
    entries: {
      /** The scenario the article is written for. */
      context: { label: "context", about: "The scenario the article is written for.", kind: "text" },
      /** The problem the article is about. */
      problem: { label: "problem", about: "The problem the article is about.", kind: "text" },
      /** The technology the article is about. */
      stack: {
        label: "stack",
        about: "The technology the article is about.",
        kind: "text",
        known: [] as readonly Stack[],
      },
      /** What the article advises. */
      recommendedAction: { label: "recommended action", about: "What the article advises.", kind: "text" },
    },
  },
  /** One sentence on how the article is written. */
  aiBrief: { label: "ai brief", about: "One sentence on how the article is written.", kind: "sentence" },
  /** The stack, its area and its language. */
  stack: {
    label: "stack",
    about: "The stack, its area and its language.",
    kind: "list",
    size: 3,
    known: [] as readonly Stack[],
  },
  /** Four to six tools of the stack. */
  tools: { label: "tools", about: "Four to six tools of the stack.", kind: "list" },
  /** Language of the code block, or of the stack where there is none. */
  codeLanguage: {
    label: "code language",
    about: "Language of the code block, or of the stack where there is none.",
    kind: "word",
    words: CODE_LANGUAGES,
  },
  /** How much the reader has to know. */
  difficulty: {
    label: "difficulty",
    about: "How much the reader has to know.",
    kind: "word",
    words: DIFFICULTIES,
    reportsUnfamiliar: true,
  },
  /** Minutes it takes to read the article. */
  readingTime: {
    label: "reading time",
    about: "Minutes it takes to read the article.",
    kind: "count",
    units: ["m", "min", "mins", "minute", "minutes"],
  },
  /** Made-up number of views. */
  viewCount: {
    label: "view count",
    about: "Made-up number of views.",
    kind: "count",
    units: ["view", "views"],
  },
  /** Four scores from 0 to 100. */
  score: {
    label: "score",
    about: "Four scores from 0 to 100.",
    kind: "entries",
    entries: {
      /** Quality of the text. */
      quality: { label: "quality", about: "Quality of the text.", kind: "percent" },
      /** How recent the text is. */
      freshness: { label: "freshness", about: "How recent the text is.", kind: "percent" },
      /** How deep it goes. */
      depth: { label: "depth", about: "How deep it goes.", kind: "percent" },
      /** How clear it is. */
      clarity: { label: "clarity", about: "How clear it is.", kind: "percent" },
    },
  },
  /** State, version and date of the last review. */
  revision: {
    label: "revision",
    about: "State, version and date of the last review.",
    kind: "entries",
    entries: {
      /** How far the text has come. */
      status: {
        label: "status",
        about: "How far the text has come.",
        kind: "word",
        words: STATUSES,
        reportsUnfamiliar: true,
      },
      /** Version of the text. */
      version: { label: "version", about: "Version of the text.", kind: "version" },
      /** Day of the last review. */
      lastReviewed: { label: "last reviewed", about: "Day of the last review.", kind: "date" },
    },
  },
  /** Id of the post and of its revision: `anp-ref-<six digits>-<four digits>`. */
  reference: {
    label: "reference",
    about: "Id of the post and of its revision: `anp-ref-<six digits>-<four digits>`.",
    kind: "reference",
  },
  /** 24 hexadecimal digits; how they are made is not known. */
  hash: { label: "hash", about: "24 hexadecimal digits; how they are made is not known.", kind: "hash" },
  /** What is true of the post. */
  flags: {
    label: "flags",
    about: "What is true of the post.",
    kind: "entries",
    entries: {
      /** Written in the manner of generated text. */
      aiGeneratedStyle: {
        label: "ai generated style",
        about: "Written in the manner of generated text.",
        kind: "flag",
      },
      /** The article has an image. */
      hasImages: { label: "has images", about: "The article has an image.", kind: "flag" },
      /** The article has three images or more. */
      imageHeavy: { label: "image heavy", about: "The article has three images or more.", kind: "flag" },
      /** Not to be trusted unread. */
      needsHumanReview: { label: "needs human review", about: "Not to be trusted unread.", kind: "flag" },
    },
  },
  /** The article's checklist again. */
  checklist: { label: "checklist", about: "The article's checklist again.", kind: "list" },
  /** Things the post is about. */
  entities: {
    label: "entities",
    about: "Things the post is about.",
    kind: "records",
    entries: {
      /** What the thing is called. */
      name: { label: "name", about: "What the thing is called.", kind: "text" },
      /** What sort of thing it is. */
      type: { label: "type", about: "What sort of thing it is.", kind: "text", kinds: ENTITY_TYPES },
    },
  },
  /** The article's images, in order. */
  imageSources: {
    label: "image sources",
    about: "The article's images, in order.",
    kind: "records",
    optional: true,
    entries: {
      /** Host of the image. */
      source: { label: "source", about: "Host of the image.", kind: "text" },
      /** Address of the image; may be cut short. */
      url: { label: "url", about: "Address of the image; may be cut short.", kind: "text", isAddress: true },
      /** Caption of the image, as in the article. */
      caption: { label: "caption", about: "Caption of the image, as in the article.", kind: "text" },
    },
  },
  /** What the post was made from. */
  payload: {
    label: "payload",
    about: "What the post was made from.",
    kind: "entries",
    entries: {
      /** `alphanode-` and the post number in six digits. */
      sourceId: {
        label: "source id",
        about: "`alphanode-` and the post number in six digits.",
        kind: "sourceId",
      },
      /** What made the post. */
      generator: { label: "generator", about: "What made the post.", kind: "text" },
      /** Paragraphs after the intro, final notes included. */
      paragraphs: {
        label: "paragraphs",
        about: "Paragraphs after the intro, final notes included.",
        kind: "count",
      },
      /** The setting of the post. */
      scenario: { label: "scenario", about: "The setting of the post.", kind: "text" },
      /** The post number. */
      seed: { label: "seed", about: "The post number.", kind: "count" },
    },
  },
  /** Remarks of the site on its own data. */
  notes: { label: "notes", about: "Remarks of the site on its own data.", kind: "list" },
} as const satisfies Readonly<Record<string, FieldDeclaration>>;
