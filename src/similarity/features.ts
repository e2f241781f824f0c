import { allBlocks, blocksBesideChecklist, proseOf } from "../extract/blocks.ts";
import { checklistOf } from "../extract/checklist.ts";
import { fold } from "../extract/fold.ts";
import type { Readable } from "../extract/input.ts";
import { subjectOf } from "../extract/topic.ts";
import { foldTypography } from "../format/typography.ts";
import { FACETS, type Facet } from "./facets.ts";
import { phraseFeature, shingle, toSet } from "./shingles.ts";
import { Uint32List } from "./uint32-list.ts";

/**
 * The features of a post by facet, in the facets' order. A facet is a list of parts, each a set: text has a part for
 * every paragraph or block of code, all else has one part. A facet without a part is lacking.
 */
export type Features = readonly (readonly Uint32Array[])[];

/** Tokens in a shingle. */
const TITLE_SHINGLE = 2;
const BODY_SHINGLE = 3;
const CODE_SHINGLE = 3;

/** The features of the post at hand, part by part: one list for all posts, of which each gets a copy. */
const found = new Uint32List();

/** Where the parts of the facet at hand end in {@link found}; those of an empty part are left out. */
let ends: number[] = [];

function endPart(): void {
  if (found.length > (ends.at(-1) ?? 0)) ends.push(found.length);
}

function readPhrases(phrases: readonly string[] = []): void {
  for (const phrase of phrases) found.push(phraseFeature(phrase));
  endPart();
}

function readText(text: string, size: number): void {
  shingle(text, size, found);
  endPart();
}

/** How the parts of each facet are read from a post. */
const PARTS: Readonly<Record<Facet, (post: Readable) => void>> = {
  topic: (post) => {
    const subject = subjectOf(post);
    if (subject !== null) readPhrases([`problem ${subject.problem}`, `stack ${subject.stack}`]);
  },
  stack: ({ meta }) => readPhrases(meta?.stack),
  tools: ({ meta }) => readPhrases(meta?.tools),
  entities: ({ meta }) => readPhrases(meta?.entities?.map(({ name, type }) => `${fold(type)}: ${name}`)),
  checklist: (post) => readPhrases(checklistOf(post).map(({ text }) => text)),
  title: ({ title = "" }) => readText(foldTypography(title), TITLE_SHINGLE),
  body: (post) => {
    for (const text of proseOf(blocksBesideChecklist(post))) readText(foldTypography(text), BODY_SHINGLE);
  },
  // No site changes the signs of code, and there they matter.
  code: (post) => {
    for (const block of allBlocks(post)) if (block.type === "code") readText(block.text, CODE_SHINGLE);
  },
};

/** Reads the features of a post; those of a part in the order of the text, where some may stand twice. */
export function featuresOf(post: Readable): Features {
  found.length = 0;
  ends = [];
  const facets = FACETS.map(({ name }) => {
    const first = ends.length;
    PARTS[name](post);
    return [first, ends.length] as const;
  });
  const features = found.copy();
  return facets.map(([first, last]) => {
    return ends.slice(first, last).map((end, at) => features.subarray(ends[first + at - 1] ?? 0, end));
  });
}

/** Makes sets of parts, in their place: distinct features, in ascending order. */
export function toSets(features: Features): Features {
  return features.map((parts) => parts.map(toSet));
}

/** Gives the union of a facet's parts, which are sets. */
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
