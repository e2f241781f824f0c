import { type PostSection, parseArticle, parseMetaBox, parsePost, stringifyPost } from "alphanode-post";
import { synthesizePost } from "alphanode-post/synth";
import { byteLength, type Sample, sampleOf } from "./corpus.ts";

/** Sizes of texts, in bytes. */
export const SIZES = [1_000, 10_000, 100_000, 1_000_000] as const;

const SECTION: PostSection = {
  heading: "production checks",
  blocks: [
    {
      type: "paragraph",
      text: "write down what was measured, by whom, and on which day, before the first change.",
    },
    { type: "list", items: ["read the figures of last week", "run the job a second time"] },
    { type: "image", caption: "jobs with php visual reference 1", source: "picsum.photos" },
    { type: "code", text: "crontab -l\nsystemctl list-timers --all" },
  ],
};

const FINAL: PostSection = {
  heading: "final notes",
  blocks: [{ type: "paragraph", text: "keep the figures." }],
};

/**
 * Makes a post that is short but for what there are many of. All lines of its box are short, so that a byte is the same
 * work in a long box and in one that has little more than its labels.
 *
 * @param sections - how many sections the article has
 * @param items - how many notes, and how many entities, the box has beyond one
 */
function makePost(sections: number, items: number): Sample {
  const post = synthesizePost(1, { images: 0, code: false, paragraphs: 2 });
  return sampleOf(
    stringifyPost({
      ...post,
      title: "short post",
      intro: [],
      sections: [...Array<PostSection>(sections).fill(SECTION), FINAL],
      meta: {
        ...post.meta,
        topic: "jobs / php",
        summary: "short.",
        aiOutline: { context: "none", problem: "jobs", stack: "php", recommendedAction: "look" },
        aiBrief: "short.",
        stack: ["php"],
        tools: ["git"],
        checklist: ["look"],
        entities: Array(1 + items).fill({ name: "jobs", type: "problem" }),
        payload: { ...post.meta.payload, generator: "hand", scenario: "none" },
        notes: Array(1 + items).fill("look again"),
      },
    }),
  );
}

/** A text that can be made as long as one likes. */
export interface LongText {
  readonly name: string;
  readonly make: (count: number) => string;
  readonly parse: (text: string) => unknown;
}

/** The texts, and what parses them. */
export const LONG_TEXTS: readonly LongText[] = [
  { name: "parsePost, all long", make: (count) => makePost(count, 3 * count).text, parse: parsePost },
  { name: "parseArticle, many sections", make: (count) => makePost(count, 0).article, parse: parseArticle },
  { name: "parseMetaBox, many items", make: (count) => makePost(0, count).box, parse: parseMetaBox },
];

/** Makes a text as long as fits into a number of bytes. */
export function textOfSize(make: LongText["make"], size: number): string {
  const [none, one] = [byteLength(make(0)), byteLength(make(1))];
  return make(Math.floor((size - none) / (one - none)));
}
