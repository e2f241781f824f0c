import {
  auditPost,
  extractChecklist,
  extractEntities,
  extractTopic,
  Post,
  parseArticle,
  parseMetaBox,
  parsePost,
  parseTree,
  SimilarityIndex,
  safeParsePost,
  similarity,
  stringifyPost,
} from "alphanode-post";
import { synthesizePost } from "alphanode-post/synth";
import { fromMarkdown } from "mdast-util-from-markdown";
import { byteLength, type Sample } from "./corpus.ts";
import { parseWithGrammar } from "./peers/grammar.ts";
import { readPost } from "./peers/regexes.ts";

/** Something that is done to one post after another. */
export interface Candidate {
  readonly name: string;
  readonly group: "floor" | "peer" | "ours";
  /** Bytes that are read of a sample, where it is bytes that are read. */
  readonly bytes?: (sample: Sample) => number;
  /** Does the work for each sample, and gives what came of it last. */
  readonly run: (samples: readonly Sample[]) => unknown;
}

/** Names that the targets speak of. */
export const SPLIT = 'text.split("\\n")';
export const PARSE_POST = "parsePost";
export const SAFE = "safeParsePost";
export const LOCATED = "safeParsePost, with positions";
export const REGEXES = "twenty regular expressions";
export const GRAMMAR = "peggy grammar";
export const MARKDOWN = "mdast-util-from-markdown";

const textBytes = (sample: Sample): number => sample.bytes.length;

/** Makes a candidate of what is done to one sample. */
const each = (
  group: Candidate["group"],
  name: string,
  work: (sample: Sample) => unknown,
  bytes?: Candidate["bytes"],
): Candidate => ({
  name,
  group,
  ...(bytes && { bytes }),
  run(samples) {
    let last: unknown;
    for (const sample of samples) last = work(sample);
    return last;
  },
});

const decoder = new TextDecoder();

/** Lists all that is measured. Queries are made to an index of the posts given here. */
export function candidates(indexed: readonly Sample[]): Candidate[] {
  const indexOf = (samples: readonly Sample[]): SimilarityIndex => {
    const index = new SimilarityIndex();
    for (const [id, { post }] of samples.entries()) index.add(String(id), post);
    return index;
  };
  const index = indexOf(indexed);
  const [other] = indexed as [Sample];
  return [
    each("floor", SPLIT, ({ text }) => text.split("\n"), textBytes),
    each("floor", "TextDecoder.decode", ({ bytes }) => decoder.decode(bytes), textBytes),
    each(
      "floor",
      "JSON.parse",
      ({ json }) => JSON.parse(json),
      ({ json }) => byteLength(json),
    ),
    each("peer", REGEXES, ({ text }) => readPost(text), textBytes),
    each("peer", GRAMMAR, ({ text }) => parseWithGrammar(text), textBytes),
    each("peer", MARKDOWN, ({ text }) => fromMarkdown(text), textBytes),
    each("ours", PARSE_POST, ({ text }) => parsePost(text), textBytes),
    each("ours", SAFE, ({ text }) => safeParsePost(text), textBytes),
    each("ours", LOCATED, ({ text }) => safeParsePost(text, { positions: true }), textBytes),
    each("ours", "parsePost, a label misspelled", ({ damaged }) => parsePost(damaged), textBytes),
    each(
      "ours",
      "parseArticle",
      ({ article }) => parseArticle(article),
      ({ article }) => byteLength(article),
    ),
    each(
      "ours",
      "parseMetaBox",
      ({ box }) => parseMetaBox(box),
      ({ box }) => byteLength(box),
    ),
    each("ours", "parseTree", ({ text }) => parseTree(text), textBytes),
    each("ours", "Post.parse, of an object", ({ value }) => Post.parse(value)),
    each("ours", "stringifyPost", ({ post }) => stringifyPost(post)),
    each("ours", "extractChecklist, of a text", ({ text }) => extractChecklist(text), textBytes),
    each("ours", "extractEntities, of a text", ({ text }) => extractEntities(text), textBytes),
    each("ours", "extractTopic, of a text", ({ text }) => extractTopic(text), textBytes),
    each("ours", "extractChecklist, of a post", ({ post }) => extractChecklist(post)),
    each("ours", "extractEntities, of a post", ({ post }) => extractEntities(post)),
    each("ours", "extractTopic, of a post", ({ post }) => extractTopic(post)),
    each("ours", "auditPost", ({ post }) => auditPost(post)),
    each("ours", "similarity of two posts", ({ post }) => similarity(post, other.post)),
    { group: "ours", name: "SimilarityIndex: build", run: indexOf },
    each("ours", `SimilarityIndex: query, ${indexed.length} posts`, ({ post }) => index.query(post)),
    each("ours", "synthesizePost", ({ post }) => synthesizePost(post.meta.payload.seed)),
  ];
}
