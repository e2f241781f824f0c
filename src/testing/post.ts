import fc from "fast-check";
import { ARTICLE_HEADINGS, CHECKLIST_HEADING, FINAL_HEADING } from "../format/headings.ts";
import { CODE_LANGUAGES, DIFFICULTIES, ENTITY_TYPES, STATUSES } from "../format/words.ts";
import { isFurniture } from "../layout/furniture.ts";
import { endOfAll, startOfAll } from "../parse/signs.ts";
import type { Article, PostBlock, PostSection } from "../schema/article.ts";
import type { PostMeta } from "../schema/meta.ts";
import type { Post } from "../schema/post.ts";
import { code } from "./code.ts";
import { extraLabel, few, letters, line, phrase, prose, sentence, words } from "./words.ts";

/** Plain objects, as the parser makes them: none without a prototype. */
const record = <T>(model: { [Key in keyof T]: fc.Arbitrary<T[Key]> }): fc.Arbitrary<T> =>
  fc.record<T>(model, { noNullPrototype: true });

const lines = (maxLength: number, one = line): fc.Arbitrary<string[]> =>
  fc.array(one, { minLength: 1, maxLength });

const paragraphOf = (text: string): PostBlock => ({ type: "paragraph", text });
const paragraph = prose.map(paragraphOf);

const image: fc.Arbitrary<PostBlock> = record({
  type: fc.constant<"image">("image"),
  caption: fc.tuple(words(2, 6), fc.nat(9)).map(([text, k]) => `${text} visual reference ${k}`),
  source: fc.constantFrom("unsplash", "picsum.photos", "placehold.co", null),
});

/** Items of a list of an article: none stands twice in a row, nor do all start with a sign or end alike, as what a page shows beside them does. */
export const items = (minWords: number, minLength: number): fc.Arbitrary<string[]> =>
  fc
    .array(phrase(minWords, 6), { minLength, maxLength: 6 })
    .filter((texts) => texts.every((text, i) => text !== texts[i - 1]))
    .filter((texts) => (endOfAll(texts) ?? startOfAll(texts)) === undefined);

const list = items(1, 1).map((texts): PostBlock => ({ type: "list", items: texts }));

const images = (maxLength: number): fc.Arbitrary<PostBlock[]> => fc.array(image, { maxLength });

/** Something that most posts of the site have not: those that have it cost twice the time to read. */
const rarely = <T>(some: fc.Arbitrary<T>, none: T): fc.Arbitrary<T> =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(none) }, { weight: 1, arbitrary: some });

/** A heading of a body section that the site has. */
export const knownHeading = fc.constantFrom(
  ...[...ARTICLE_HEADINGS].filter((known) => known !== CHECKLIST_HEADING && known !== FINAL_HEADING),
);

/** A heading of a body section, a known one or another. */
const heading = fc.oneof(
  { weight: 3, arbitrary: knownHeading },
  {
    weight: 1,
    arbitrary: fc
      .tuple(letters(3, 9), fc.array(letters(2, 9), { minLength: 1, maxLength: 4 }))
      .map(([first, others]) => [first, ...others].join(" "))
      .filter((text) => !isFurniture(text)),
  },
);

/** A body section: paragraphs, now and then a list among them, and code at the end of about half of them. */
export const section = (title: fc.Arbitrary<string>, snippet = code): fc.Arbitrary<PostSection> =>
  fc
    .tuple(
      title,
      few(paragraph, 3),
      fc.option(list, { freq: 3 }),
      fc.option(snippet.map((text): PostBlock => ({ type: "code", text }))),
    )
    .map(([text, paragraphs, some, last]) => ({
      heading: text,
      blocks: [...paragraphs, ...(some && !last ? [some] : []), ...(last ? [last] : [])],
    }));

/** What an article is made of. */
interface ArticleParts {
  readonly opening: fc.Arbitrary<string>;
  readonly body: fc.Arbitrary<PostSection[]>;
  readonly checklist: fc.Arbitrary<string[]>;
}

/** Tells whether no two sections have one heading: a page shows the second one once more. */
const haveHeadingsOnce = (sections: readonly PostSection[]): boolean =>
  new Set(sections.map(({ heading: text }) => text)).size === sections.length;

/** Any article whose parts are of a kind. */
export const articleOf = ({ opening, body, checklist: steps }: ArticleParts): fc.Arbitrary<Article> =>
  record({
    title: phrase(3, 12),
    opening: opening.map(paragraphOf),
    top: images(2),
    body: body.filter(haveHeadingsOnce),
    checklist: steps,
    bottom: images(3),
    final: paragraph,
    similarPosts: rarely(
      fc.array(phrase(3, 8), { maxLength: 3 }).filter((titles) => startOfAll(titles) === undefined),
      [],
    ),
  }).map(({ title, opening, top, body, checklist, bottom, final, similarPosts }) => ({
    title,
    intro: [opening, ...top],
    sections: [
      ...body,
      { heading: CHECKLIST_HEADING, blocks: [{ type: "list" as const, items: checklist }, ...bottom] },
      { heading: FINAL_HEADING, blocks: [final] },
    ],
    similarPosts,
  }));

const anyArticle = articleOf({
  opening: prose,
  body: few(section(heading), 3),
  checklist: items(2, 1),
});

/**
 * Any article of the format: intro with images, body sections with code, checklist, final notes.
 *
 * @returns an arbitrary of valid articles that text can carry
 *
 * @example
 * ```ts
 * import { Article } from "alphanode-post";
 * import { article } from "alphanode-post/testing";
 * import fc from "fast-check";
 *
 * fc.assert(fc.property(article(), (one) => Article.safeParse(one).success));
 * ```
 */
export const article = (): fc.Arbitrary<Article> => anyArticle;

const digits = (count: number): fc.Arbitrary<string> =>
  fc.nat(10 ** count - 1).map((number) => String(number).padStart(count, "0"));

const count = fc.oneof(fc.nat(1_000_000), fc.nat(999_999_999_999_999));

const percent = fc.nat(100);

const date = fc
  .date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

const version = fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20)).map((part) => part.join("."));

/** What the values of a box are made of. */
interface Texts {
  readonly line: fc.Arbitrary<string>;
  readonly url: fc.Arbitrary<string>;
  readonly extra: fc.Arbitrary<PostMeta["extra"]>;
}

/** Any box whose values are of a kind. */
export const metaOf = ({ line, url, extra }: Texts): fc.Arbitrary<PostMeta> =>
  record({
    topic: fc.tuple(words(2, 5), words(1, 4)).map(([problem, stack]) => `${problem} / ${stack}`),
    summary: sentence,
    aiOutline: record({ context: line, problem: line, stack: line, recommendedAction: line }),
    aiBrief: sentence,
    stack: fc.tuple(line, line, line),
    tools: lines(6, line),
    codeLanguage: fc.constantFrom(...CODE_LANGUAGES, "sql", "yaml", "c#"),
    difficulty: fc.constantFrom(...DIFFICULTIES),
    readingTime: fc.nat(90),
    viewCount: count,
    score: record({ quality: percent, freshness: percent, depth: percent, clarity: percent }),
    revision: record({ status: fc.constantFrom(...STATUSES), version: version, lastReviewed: date }),
    reference: fc.tuple(digits(6), digits(4)).map((parts) => `anp-ref-${parts.join("-")}`),
    hash: fc.stringMatching(/^[0-9a-f]{24}$/),
    flags: record({
      aiGeneratedStyle: fc.boolean(),
      hasImages: fc.boolean(),
      imageHeavy: fc.boolean(),
      needsHumanReview: fc.boolean(),
    }),
    checklist: lines(6, line),
    // One of each type, as on the site, or of one type alone: where one type is missing, a record is lost.
    entities: fc.oneof(
      fc.tuple(...ENTITY_TYPES.map((type) => record({ name: line, type: fc.constant(type) }))),
      fc.constantFrom(...ENTITY_TYPES).chain((type) =>
        fc.array(record({ name: line, type: fc.constantFrom(type, "person") }), {
          minLength: 1,
          maxLength: 4,
        }),
      ),
    ),
    imageSources: fc.array(record({ source: line, url, caption: line }), {
      maxLength: 3,
    }),
    payload: record({
      sourceId: digits(6).map((number) => `alphanode-${number}`),
      generator: line,
      paragraphs: fc.nat(20),
      scenario: line,
      seed: fc.nat(999_999),
    }),
    notes: lines(4, line),
    extra,
  });

/** Tells a text from binary data, which has control characters: so many of them in a source, and it is refused. A field may stand twice. */
const isText = (value: unknown): boolean =>
  2 * (JSON.stringify(value).match(/\\(?:u00[01]|b)|\u007f/g)?.length ?? 0) < MIN_CONTROLS;
const MIN_CONTROLS = 4;

const anyMeta = metaOf({
  line,
  url: fc.webUrl(),
  extra: rarely(
    fc.dictionary(extraLabel, fc.oneof(line, lines(3)), { maxKeys: 2, noNullPrototype: true }),
    {},
  ),
}).filter(isText);

/**
 * Any meta box of the format: all fields, and now and then some that the table does not know.
 *
 * @returns an arbitrary of valid boxes that text can carry
 *
 * @example
 * ```ts
 * import { PostMeta } from "alphanode-post";
 * import { metaBox } from "alphanode-post/testing";
 * import fc from "fast-check";
 *
 * fc.assert(fc.property(metaBox(), (box) => PostMeta.safeParse(box).success));
 * ```
 */
export const metaBox = (): fc.Arbitrary<PostMeta> => anyMeta;

/** A box that agrees with an article on whether there are images, since the parser reports it where they do not. */
export function agreeing({ intro, sections }: Article, meta: PostMeta): PostMeta {
  const images = [intro, ...sections.map(({ blocks }) => blocks)]
    .flat()
    .filter(({ type }) => type === "image");
  const hasImages = images.length > 0;
  const made = [{ source: "unsplash", url: "https://images.example/a.png", caption: "a picture" }];
  const imageSources = !hasImages ? [] : meta.imageSources.length > 0 ? meta.imageSources : made;
  return { ...meta, imageSources, flags: { ...meta.flags, hasImages } };
}

const anyPost = fc
  .tuple(anyArticle, anyMeta)
  .map(([one, meta]): Post => ({ ...one, meta: agreeing(one, meta) }));

/**
 * Any post of the format that text can carry.
 *
 * @returns an arbitrary of valid posts
 *
 * @example
 * ```ts
 * import { parsePost, stringifyPost } from "alphanode-post";
 * import { post } from "alphanode-post/testing";
 * import fc from "fast-check";
 *
 * fc.assert(fc.property(post(), (one) => parsePost(stringifyPost(one)).title === one.title));
 * ```
 */
export const post = (): fc.Arbitrary<Post> => anyPost;
