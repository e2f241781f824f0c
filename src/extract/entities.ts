import type { ENTITY_TYPES } from "../format/words.ts";
import type { PostEntity } from "../schema/meta.ts";
import type { PostWord } from "../schema/values.ts";
import { allBlocks, proseOf } from "./blocks.ts";
import { fold } from "./fold.ts";
import { type Extractable, type Readable, readPost } from "./input.ts";
import { readTitle } from "./patterns.ts";
import { countPhrases } from "./phrases.ts";

/**
 * A thing a post is about, where it is named, and how often the article speaks of it.
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { type ExtractedEntity, extractEntities } from "alphanode-post";
 *
 * const isNamedTwice = ({ sources }: ExtractedEntity) => sources.length === 2;
 * const entities = extractEntities(readFileSync("post.txt", "utf8"));
 * console.log(entities.filter(isNamedTwice).map(({ name }) => name));
 * ```
 *
 * ```console
 * [ 'linux server operations', 'handling background jobs' ]
 * ```
 */
export interface ExtractedEntity {
  /** What the thing is called. */
  name: string;
  /** What sort of thing it is: stack, area, problem, scenario, or another word of the box. */
  type: PostWord<(typeof ENTITY_TYPES)[number] | "scenario">;
  /** Where it is named: in the meta box, in the title, or in both. */
  sources: ("meta" | "title")[];
  /** How often the whole phrase stands in paragraphs and list items; code, headings and captions are left out. */
  mentions: number;
}

/** The slots of a title, each of which names an entity of that type. */
const TITLE_TYPES = ["problem", "stack", "scenario"] as const;

/**
 * Gives the things a post is about: those of the meta box in their order, then those that only the title names
 * (problem, stack, scenario).
 *
 * Names are the same where they differ in letter case and white space alone. A mention is the whole phrase: `react`
 * is not mentioned by `reactive`, nor `php` by `php-fpm`.
 *
 * @param input - The text of a post or an article, or either of them parsed.
 * @returns The entities; none where neither the box nor the title names any.
 * @throws TypeError where the input is neither a string nor an object.
 *
 * @example
 * ```ts
 * import { extractEntities } from "alphanode-post";
 *
 * const text = "how to handle reducing build time in react\n\nreact is slow to build.";
 * console.log(extractEntities(text));
 * ```
 *
 * ```console
 * [
 *   {
 *     name: 'reducing build time',
 *     type: 'problem',
 *     sources: [ 'title' ],
 *     mentions: 0
 *   },
 *   { name: 'react', type: 'stack', sources: [ 'title' ], mentions: 1 }
 * ]
 * ```
 */
export function extractEntities(input: Extractable): ExtractedEntity[] {
  const post = readPost(input);
  const named = entitiesOf(post);
  const mentions = countPhrases(
    proseOf(allBlocks(post)).map(fold),
    named.map(({ folded }) => folded),
  );
  return named.map(({ entity }, at) => {
    entity.mentions = mentions[at] as number;
    return entity;
  });
}

/** An entity, and its name as names are compared. */
interface Named {
  readonly entity: ExtractedEntity;
  readonly folded: string;
}

/** Gives the entities of a parsed post, whose mentions are not counted yet. */
function entitiesOf({ title = "", meta = {} }: Readable): Named[] {
  const boxed = distinct(meta.entities ?? []);
  const named = [...boxed];
  const { topic } = readTitle(title);
  for (const type of TITLE_TYPES) {
    const name = topic?.[type];
    if (!name) continue;
    const folded = fold(name);
    const same = boxed.filter((one) => one.folded === folded);
    if (same.length === 0) named.push({ entity: { name, type, sources: ["title"], mentions: 0 }, folded });
    for (const { entity } of same) entity.sources = ["meta", "title"];
  }
  return named;
}

/** Drops entities that stand earlier with the same name and type. */
function distinct(entities: readonly PostEntity[]): Named[] {
  const byKey = new Map<string, Named>();
  for (const { name, type } of entities) {
    const folded = fold(name);
    const key = `${fold(type)}\n${folded}`;
    if (!byKey.has(key)) byKey.set(key, { entity: { name, type, sources: ["meta"], mentions: 0 }, folded });
  }
  return [...byKey.values()];
}
