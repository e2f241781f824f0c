import fc from "fast-check";
import { FIELDS } from "../format/fields.ts";
import type { Post } from "../schema/post.ts";
import { DAMAGES } from "./damage.ts";
import type { Damage, Touched } from "./damaged-field.ts";
import { FORMS, type Form } from "./forms.ts";
import { LAID_OUT_DAMAGES } from "./laid-out-damage.ts";
import { LAYOUTS } from "./layouts.ts";
import { LOSSES } from "./losses.ts";
import { joinParts, partsOf } from "./parts.ts";
import { plainPost } from "./plain-post.ts";
import { post } from "./post.ts";

/**
 * A post and a text of it.
 *
 * @example
 * ```ts
 * import { parsePost } from "alphanode-post";
 * import { type SourceText, sourceText } from "alphanode-post/testing";
 * import fc from "fast-check";
 *
 * const isRead = ({ post, text }: SourceText) => parsePost(text).meta.hash === post.meta.hash;
 * fc.assert(fc.property(sourceText(), isRead));
 * ```
 */
export interface SourceText {
  /** The post. */
  post: Post;
  /** Text that parses to the post. */
  text: string;
  /** How the text differs from the canonical one. */
  forms: string[];
}

/**
 * A damaged text of a post.
 *
 * @example
 * ```ts
 * import { safeParsePost } from "alphanode-post";
 * import { type DamagedSource, damagedSource } from "alphanode-post/testing";
 * import fc from "fast-check";
 *
 * const isSpared = ({ post, text, touches }: DamagedSource) => {
 *   const result = safeParsePost(text);
 *   const { meta } = result.value;
 *   return touches.includes("topic") || meta.topic === post.meta.topic;
 * };
 * fc.assert(fc.property(damagedSource(), isSpared));
 * ```
 */
export interface DamagedSource {
  /** The post before the damage. */
  post: Post;
  /** Its text after the damage. */
  text: string;
  /** The layout that the text is in, if any, and the kinds of damage done, in order. */
  damages: string[];
  /** The fields of `meta` and parts of the article that may differ from the post's or be missing; every other one parses as it was. */
  touches: Touched[];
  /** Those among them of which no word is lost: where one is not as it was, an issue says so. */
  told: Touched[];
}

/** The forms of whole texts, which leave every layout as it is but for its bullets. */
const TEXT_FORMS = FORMS.filter(({ name, text }) => text !== undefined && name !== "bullets");

/**
 * The layouts that damage is done to. Signs that Markdown escapes may be a value's own: fields that are read without
 * them alone tell, and those may be what is damaged. A box on one line has no lines to damage.
 */
const DAMAGED_LAYOUTS = LAYOUTS.filter(({ name }) => name !== "escapes" && name !== "a box on one line");

/** All that damage may touch. What is left of a layout after it may be too little to tell it by: then all of it is told. */
const ALL: readonly Touched[] = [
  ...FIELDS.map(({ key }) => key),
  "extra",
  "title",
  "intro",
  "sections",
  "similarPosts",
];

/** Rows of a table, each with a number that it makes its own choices by. */
type Picked<T> = readonly (readonly [T, number])[];

/** Picks of some rows of a table, each with a number that the row makes its own choices by. */
const picks = <T>(table: readonly T[], minLength: number, maxLength: number): fc.Arbitrary<Picked<T>> =>
  fc
    .uniqueArray(fc.tuple(fc.nat(table.length - 1), fc.nat(1_000_000)), {
      minLength,
      maxLength,
      selector: ([at]) => at,
    })
    .map((list) => list.sort((a, b) => a[0] - b[0]).map(([at, n]) => [table[at] as T, n] as const));

/**
 * A post and a text of it in any accepted form: other label case, marks, bullets, line ends, spaces, hard wraps and
 * so on, several at once; or in one of the layouts of extractors: bullets that are lost or doubled, tables, columns, tags,
 * Markdown, furniture around the article.
 *
 * @returns an arbitrary of posts with a text that parses to them
 *
 * @example
 * ```ts
 * import { parsePost } from "alphanode-post";
 * import { sourceText } from "alphanode-post/testing";
 * import fc from "fast-check";
 *
 * fc.assert(fc.property(sourceText(), ({ post, text }) => parsePost(text).title === post.title));
 * ```
 */
export const sourceText = (): fc.Arbitrary<SourceText> =>
  fc
    .oneof(
      { weight: 3, arbitrary: fc.tuple(post(), picks(FORMS, 0, 4)) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(plainPost(), picks(LAYOUTS, 1, 1), picks(TEXT_FORMS, 0, 1))
          .map(([one, layout, forms]): [Post, Picked<Form>] => [one, [...layout, ...forms]]),
      },
    )
    .map(([one, forms]) => {
      const parts = forms.reduce((old, [form, n]) => form.parts?.(old, n) ?? old, partsOf(one));
      const text = forms.reduce((old, [form, n]) => form.text?.(old, n) ?? old, joinParts(parts));
      return { post: one, text, forms: forms.map(([{ name }]) => name) };
    });

/**
 * A post and a text of it that was damaged in one way or in two, with the fields that the damage may touch: a text as
 * the site writes it, one that lost bullets, ends of lines or indentation, or one in the layout of an extractor.
 *
 * @returns an arbitrary of damaged texts
 *
 * @example
 * ```ts
 * import { safeParsePost } from "alphanode-post";
 * import { damagedSource } from "alphanode-post/testing";
 * import fc from "fast-check";
 *
 * fc.assert(
 *   fc.property(damagedSource(), ({ text }) => {
 *     const result = safeParsePost(text);
 *     return result.success || result.issues.some(({ severity }) => severity === "error");
 *   }),
 * );
 * ```
 */
export const damagedSource = (): fc.Arbitrary<DamagedSource> =>
  fc
    .oneof(
      { weight: 2, arbitrary: fc.tuple(post(), fc.constant([]), picks(DAMAGES, 1, 2)) },
      {
        weight: 1,
        arbitrary: fc.tuple(plainPost(), picks(DAMAGED_LAYOUTS, 1, 1), picks(LAID_OUT_DAMAGES, 1, 1)),
      },
      { weight: 1, arbitrary: fc.tuple(plainPost(), fc.constant([]), picks(LOSSES, 1, 1)) },
    )
    .map(([one, layouts, damages]: [Post, Picked<Form>, Picked<Damage>]) => damagedBy(one, layouts, damages));

/** Lays out the text of a post and damages it. */
function damagedBy(one: Post, layouts: Picked<Form>, damages: Picked<Damage>): DamagedSource {
  const touches = new Set<Touched>();
  const told = new Set<Touched>();
  let parts = layouts.reduce((old, [layout, n]) => layout.parts?.(old, n) ?? old, partsOf(one));
  for (const [damage, n] of damages) {
    const damaged = damage.apply(parts, n);
    parts = damaged.parts;
    for (const key of damaged.touches) touches.add(key);
    for (const key of damaged.told ?? []) told.add(key);
  }
  // Where no field is left after the image sources, nothing tells a box without them from one cut off before them.
  if (touches.has("payload") && touches.has("notes")) touches.add("imageSources");
  if (layouts.length > 0) {
    for (const key of ALL) if (!touches.has(key)) told.add(key);
    for (const key of ALL) touches.add(key);
  }
  return {
    post: one,
    text: joinParts(parts),
    damages: [...layouts, ...damages].map(([{ name }]) => name),
    touches: [...touches],
    told: [...told],
  };
}
