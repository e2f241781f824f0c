import { allBlocks, blocksBesideChecklist, proseOf } from "../extract/blocks.ts";
import { checklistOf } from "../extract/checklist.ts";
import { fold } from "../extract/fold.ts";
import type { Readable } from "../extract/input.ts";
import { topicOf } from "../extract/topic.ts";
import { foldTypography } from "../format/typography.ts";
import { FACETS, type Facet } from "./facets.ts";
import { phraseFeature, shingle, toSet } from "./shingles.ts";

/**
 * The features of a post by facet, in the facets' order. A facet is a list of parts, each a set: text has a part for
 * every paragraph or block of code, all else has one part. A facet without a part is lacking.
 */
export type Features = readonly (readonly Uint32Array[])[];

/** Tokens in a shingle. */
const TITLE_SHINGLE = 2;
const BODY_SHINGLE = 3;
const CODE_SHINGLE = 3;

/** How the parts of each facet are read from a post. */
const PARTS: Readonly<Record<Facet, (post: Readable) => Uint32Array[]>> = {
  topic: (post) => {
    const topic = topicOf(post);
    return topic === null ? [] : [phraseSet([`problem ${topic.problem}`, `stack ${topic.stack}`])];
  },
  stack: ({ meta }) => [phraseSet(meta?.stack)],
  tools: ({ meta }) => [phraseSet(meta?.tools)],
  entities: ({ meta }) => [phraseSet(meta?.entities?.map(({ name, type }) => `${fold(type)}: ${name}`))],
  checklist: (post) => [phraseSet(checklistOf(post).map(({ text }) => text))],
  title: ({ title = "" }) => [shingle(foldTypography(title), TITLE_SHINGLE)],
  body: (post) =>
    proseOf(blocksBesideChecklist(post)).map((text) => shingle(foldTypography(text), BODY_SHINGLE)),
  // No site changes the signs of code, and there they matter.
  code: (post) =>
    allBlocks(post).flatMap((block) => (block.type === "code" ? shingle(block.text, CODE_SHINGLE) : [])),
};

function phraseSet(phrases: readonly string[] = []): Uint32Array {
  return toSet(Uint32Array.from(phrases, phraseFeature));
}

/** Reads the features of a post. */
export function featuresOf(post: Readable): Features {
  return FACETS.map(({ name }) => PARTS[name](post).filter((part) => part.length > 0));
}

/** Gives the union of a facet's parts. */
export function unionOf(parts: readonly Uint32Array[]): Uint32Array {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const all = new Uint32Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return toSet(all);
}

/** Gives the features of a post by facet, each facet as one set. */
export function setsOf(post: Readable): Uint32Array[] {
  return featuresOf(post).map(unionOf);
}
