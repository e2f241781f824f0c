import { VALUE_RULES } from "../format/values.ts";
import { DIFFICULTIES, STATUSES } from "../format/words.ts";
import { defineBox } from "./define.ts";
import { field } from "./field.ts";

const percent = (label: string) => field.int(label, { min: 0, max: 100 });

const flag = (label: string) => field.flag(label, { yes: ["1", "true", "yes"], no: ["0", "false", "no"] });

const formed = (label: string, kind: "reference" | "hash" | "sourceId" | "version") =>
  field.pattern(label, VALUE_RULES[kind].pattern, { expected: VALUE_RULES[kind].expected });

/**
 * AlphaNode's own box as a declaration. On canonical boxes it gives what `parseMetaBox` gives, which knows more of that site: use
 * `parsePost` and `parseMetaBox` for its posts.
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { alphanodeBox, parseBox } from "alphanode-post/box";
 *
 * const { score, readingTime } = parseBox(alphanodeBox, readFileSync("post.txt", "utf8"));
 * console.log(score, readingTime);
 * ```
 *
 * ```console
 * { quality: 36, freshness: 83, depth: 82, clarity: 46 } 5
 * ```
 */
export const alphanodeBox = defineBox({
  heading: "alphanode post meta",
  joint: "",
  rest: "extra",
  minFields: 3,
  fields: {
    /** The problem and the stack, as `<problem> / <stack>`. */
    topic: field.text("topic", { joint: " / " }),
    /** One sentence on what the article explains. */
    summary: field.sentence("summary"),
    /** The article in four lines. */
    aiOutline: field.entries("ai outline", {
      /** The scenario the article is written for. */
      context: field.text("context"),
      /** The problem the article is about. */
      problem: field.text("problem"),
      /** The technology the article is about. */
      stack: field.text("stack"),
      /** What the article advises. */
      recommendedAction: field.text("recommended action"),
    }),
    /** One sentence on how the article is written. */
    aiBrief: field.sentence("ai brief"),
    /** The stack, its area and its language. */
    stack: field.list("stack", { size: 3 }),
    /** Four to six tools of the stack. */
    tools: field.list("tools"),
    /** Language of the code block, or of the stack where there is none. */
    codeLanguage: field.word("code language"),
    /** How much the reader has to know. */
    difficulty: field.word("difficulty", { words: DIFFICULTIES }),
    /** Minutes it takes to read the article. */
    readingTime: field.int("reading time", { min: 0, units: ["m", "min", "mins", "minute", "minutes"] }),
    /** Made-up number of views. */
    viewCount: field.int("view count", { min: 0, units: ["view", "views"] }),
    /** Four scores from 0 to 100. */
    score: field.entries("score", {
      /** Quality of the text. */
      quality: percent("quality"),
      /** How recent the text is. */
      freshness: percent("freshness"),
      /** How deep it goes. */
      depth: percent("depth"),
      /** How clear it is. */
      clarity: percent("clarity"),
    }),
    /** State, version and date of the last review. */
    revision: field.entries("revision", {
      /** How far the text has come. */
      status: field.word("status", { words: STATUSES }),
      /** Version of the text. */
      version: formed("version", "version"),
      /** Day of the last review. */
      lastReviewed: field.date("last reviewed"),
    }),
    /** Id of the post and of its revision. */
    reference: formed("reference", "reference"),
    /** 24 hexadecimal digits; how they are made is not known. */
    hash: formed("hash", "hash"),
    /** What is true of the post. */
    flags: field.entries("flags", {
      /** Written in the manner of generated text. */
      aiGeneratedStyle: flag("ai generated style"),
      /** The article has an image. */
      hasImages: flag("has images"),
      /** The article has three images or more. */
      imageHeavy: flag("image heavy"),
      /** Not to be trusted unread. */
      needsHumanReview: flag("needs human review"),
    }),
    /** The article's checklist again. */
    checklist: field.list("checklist"),
    /** Things the post is about. */
    entities: field.records("entities", {
      /** What the thing is called. */
      name: field.text("name"),
      /** What sort of thing it is. */
      type: field.text("type"),
    }),
    /** The article's images, in order; absent where it has none. */
    imageSources: field.records(
      "image sources",
      {
        /** Host of the image. */
        source: field.text("source"),
        /** Address of the image; may be cut short. */
        url: field.text("url"),
        /** Caption of the image, as in the article. */
        caption: field.text("caption"),
      },
      { optional: true },
    ),
    /** What the post was made from. */
    payload: field.entries("payload", {
      /** `alphanode-` and the post number in six digits. */
      sourceId: formed("source id", "sourceId"),
      /** What made the post. */
      generator: field.text("generator"),
      /** Paragraphs after the intro, final notes included. */
      paragraphs: field.int("paragraphs", { min: 0 }),
      /** The setting of the post. */
      scenario: field.text("scenario"),
      /** The post number. */
      seed: field.int("seed", { min: 0 }),
    }),
    /** Remarks of the site on its own data. */
    notes: field.list("notes"),
  },
});
