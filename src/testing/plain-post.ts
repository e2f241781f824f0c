import fc from "fast-check";
import { CHECKLIST_HEADING } from "../format/headings.ts";
import type { Article } from "../schema/article.ts";
import type { PostMeta } from "../schema/meta.ts";
import type { Post } from "../schema/post.ts";
import { code } from "./code.ts";
import { agreeing, articleOf, items, knownHeading, metaOf, section } from "./post.ts";
import { few, letters, phrase, sentence } from "./words.ts";

/** Code without tags, which a text that kept the tags of its page has no way to tell from them. */
const plainCode = code.filter((text) => !text.startsWith("<div"));

/** An address without signs that may be marks of a layout. */
const plainUrl = fc
  .tuple(letters(2, 9), letters(2, 9), fc.constantFrom(".png", "?w=1200&q=80", "/1200x630"))
  .map(([host, name, end]) => `https://${host}.example/${name}${end}`);

/**
 * A value that starts as a bullet of browsers does or as the line of who wrote a post, or that ends with such a bullet:
 * before the next label on its line, it would be that of an entry.
 */
const AMBIGUOUS = /"(?:o|by) | o"/;

/** A text that no line holds more than this of may be wrapped: on the site, paragraphs are longer. */
const WIDEST = 130;
const longProse = fc
  .array(sentence, { minLength: 2, maxLength: 3 })
  .map((list) => list.join(" "))
  .filter(({ length }) => length > WIDEST);

/** The items under the heading of the checklist, which the box repeats. */
const checklistOf = ({ sections }: Article): string[] =>
  sections
    .filter(({ heading: text }) => text === CHECKLIST_HEADING)
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.type === "list" ? block.items : []));

/** Tells whether no list has an item twice: beside its label and below it, the two may be one that a page shows twice. */
const haveItemsOnce = ({ stack, tools, checklist, notes }: PostMeta): boolean =>
  [stack, tools, checklist, notes].every((items) => new Set(items).size === items.length);

/** Any post whose values are words and whose headings are the site's: an extractor may lay it out in any way. */
export const plainPost = (): fc.Arbitrary<Post> =>
  fc
    .tuple(
      articleOf({
        opening: longProse,
        body: few(section(knownHeading, plainCode), 3),
        checklist: items(2, 2),
      }),
      metaOf({
        line: phrase(2, 6),
        url: plainUrl,
        extra: fc.constant({}),
      }),
    )
    .map(([one, meta]) => ({ ...one, meta: { ...agreeing(one, meta), checklist: checklistOf(one) } }))
    .filter((one) => haveItemsOnce(one.meta) && !AMBIGUOUS.test(JSON.stringify(one)));
