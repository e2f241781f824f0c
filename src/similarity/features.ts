import { partChecklist, proseOf } from "../extract/blocks.ts";
import { fold } from "../extract/fold.ts";
import type { Readable } from "../extract/input.ts";
import { subjectOf } from "../extract/topic.ts";
import type { PostBlock } from "../schema/article.ts";
import { FACETS, type Facet } from "./facets.ts";
import { foldCode, foldProse, phraseFeature, shingle, toSet } from "./shingles.ts";
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

function readProse(text: string, size: number): void {
  shingle(text, foldProse, size, found);
  endPart();
}

function readCode(text: string): void {
  shingle(text, foldCode, CODE_SHINGLE, found);
  endPart();
}

/** A post, and its article in two parts. */
interface Material extends Readable {
  readonly checklist: ReturnType<typeof partChecklist>["checklist"];
  readonly others: readonly PostBlock[];
}

/** How the parts of each facet are read from a post. */
const PARTS: Readonly<Record<Facet, (post: Material) => void>> = {
  topic: (post) => {
    const subject = subjectOf(post);
    if (subject !== null) readPhrases([`problem ${subject.problem}`, `stack ${subject.stack}`]);
  },
  stack: ({ meta }) => readPhrases(meta?.stack),
  tools: ({ meta }) => readPhrases(meta?.tools),
  entities: ({ meta }) => readPhrases(meta?.entities?.map(({ name, type }) => `${fold(type)}: ${name}`)),
  checklist: ({ checklist, meta }) =>
    readPhrases([...checklist.flatMap(({ items }) => items), ...(meta?.checklist ?? [])]),
  title: ({ title = "" }) => readProse(title, TITLE_SHINGLE),
  body: ({ others }) => {
    for (const text of proseOf(others)) readProse(text, BODY_SHINGLE);
  },
  code: ({ others }) => {
    for (const block of others) if (block.type === "code") readCode(block.text);
  },
};

/** Reads the features of a post; those of a part in the order of the text, where some may stand twice. */
export function featuresOf(post: Readable): Features {
  found.length = 0;
  ends = [];
  const material: Material = { ...post, ...partChecklist(post) };
  const facets = FACETS.map(({ name }) => {
    const first = ends.length;
    PARTS[name](material);
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
