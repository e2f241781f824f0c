import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Post, parsePost, stringifyPost } from "alphanode-post";
import { synthesizePosts } from "alphanode-post/synth";
import { BOX_HEADING, SIMILAR_HEADING } from "../../src/format/headings.ts";

/** A post in all forms that a candidate may take. */
export interface Sample {
  readonly post: Post;
  readonly text: string;
  /** The text with a label misspelled, so that its box has to be read with care. */
  readonly damaged: string;
  readonly bytes: Uint8Array;
  readonly json: string;
  /** The post as `JSON.parse` gives it. */
  readonly value: unknown;
  /** The lines of the article alone, and of the box alone. */
  readonly article: string;
  readonly box: string;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** UTF-8 bytes of a text. */
export const byteLength = (text: string): number => encoder.encode(text).length;

/** Gives a post in all forms. */
export function sampleOf(source: string): Sample {
  const bytes = encoder.encode(source);
  // Decoded, so that the text is one flat string, as from a file.
  const text = decoder.decode(bytes);
  const damaged = decoder.decode(encoder.encode(text.replace("\ndifficulty", "\ndificulty")));
  const post = parsePost(text);
  const json = JSON.stringify(post);
  const boxAt = text.indexOf(`\n\n${BOX_HEADING}\n`);
  const [article, box] = [text.slice(0, boxAt), text.slice(boxAt, text.lastIndexOf(SIMILAR_HEADING))];
  return { post, text, damaged, bytes, json, value: JSON.parse(json), article, box };
}

/** Number of the first made post: the corpus is the same in each run. */
const FIRST = 39_000;

/** Makes posts of consecutive numbers. */
export const madePosts = (count: number): Sample[] =>
  Array.from(synthesizePosts({ first: FIRST, count }), (post) => sampleOf(stringifyPost(post)));

/** The real posts, which are not part of the repository; none where they are not at hand. */
export function seedPosts(): Sample[] {
  // From the root of the repository, where npm runs scripts: the bench is bundled elsewhere.
  const folder = join("..", "shared", "seeds");
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith(".txt"));
  return files.sort().map((file) => sampleOf(readFileSync(join(folder, file), "utf8")));
}
