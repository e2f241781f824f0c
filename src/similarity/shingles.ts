/**
 * Features: 32-bit numbers that stand for a word, a phrase or a run of words. Equal content has equal features on
 * every machine; different content has the same feature once in some four billion pairs.
 */

import { fold, foldCase } from "../extract/fold.ts";
import { foldTypography } from "../format/typography.ts";
import { Uint32List } from "./uint32-list.ts";

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * What an ASCII character is in a text: 0 for white space, itself in lower case for part of a word, and less than 0 for a
 * mark that stands for itself.
 */
const ASCII = Int16Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  if (/\s/.test(char)) return 0;
  return /\w/.test(char) ? char.toLowerCase().charCodeAt(0) : -1;
});

const SPACES: ReadonlySet<number> = new Set(
  Array.from("\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff", (char) => char.charCodeAt(0)),
);

/** Gives what a character beyond ASCII is, in the same way: white space, or part of a word. */
function classOf(code: number): number {
  return SPACES.has(code) || (code >= 0x2000 && code <= 0x200a) ? 0 : code;
}

/** Spreads a hash over all 32 bits: the last step of MurmurHash3. It is signed, as the engine's small integers are. */
function mix(hash: number): number {
  let mixed = hash;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** Gives the feature of a whole phrase: FNV-1a over its UTF-16 units, in one letter case, spacing and typography. */
export function phraseFeature(phrase: string): number {
  const text = fold(foldTypography(phrase));
  let hash = FNV_OFFSET;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  return mix(hash);
}

/** How a text is made equal to its copies before it is read: letter case always, typography in prose. */
type Folding = (text: string) => string;

/** Folds prose. */
export const foldProse: Folding = (text) => foldCase(foldTypography(text));

/** Folds code: no site changes its signs, and there they matter. */
export const foldCode: Folding = foldCase;

const HYPHEN = 0x2d;

/** The tokens of the text at hand: one list for all texts, since there are a dozen in a post. */
const tokens = new Uint32List();

/**
 * Notes a hash for each token of a text: words, and marks one by one. White space and letter case of ASCII do not matter.
 * Stops and tells so where there is something to fold, unless that is done.
 */
function readTokens(text: string, isFolded: boolean): boolean {
  tokens.length = 0;
  // No text has more tokens than characters.
  const items = tokens.roomFor(text.length);
  let count = 0;
  let hash = FNV_OFFSET;
  let inWord = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 128 && !isFolded) return false;
    const kind = code < 128 ? (ASCII[code] as number) : classOf(code);
    if (kind > 0) {
      hash = Math.imul(hash ^ kind, FNV_PRIME);
      inWord = true;
      continue;
    }
    if (inWord) items[count++] = hash;
    hash = FNV_OFFSET;
    inWord = false;
    if (kind === 0) continue;
    if (code === HYPHEN && !isFolded && text.charCodeAt(at + 1) === HYPHEN) return false;
    items[count++] = Math.imul(FNV_OFFSET ^ code, FNV_PRIME);
  }
  if (inWord) items[count++] = hash;
  tokens.length = count;
  return true;
}

/**
 * Adds the shingles of a text to a list: every run of `size` tokens, in order. A text with fewer tokens is one shingle; a
 * text without any has none.
 */
export function shingle(text: string, fold: Folding, size: number, shingles: Uint32List): void {
  // Most texts have nothing to fold but the letter case of ASCII.
  if (!readTokens(text, false)) readTokens(fold(text), true);
  const width = Math.min(size, tokens.length);
  if (width === 0) return;
  const count = tokens.length - width + 1;
  const [from, to] = [tokens.roomFor(0), shingles.roomFor(count)];
  const { length } = shingles;
  for (let first = 0; first < count; first++) {
    let hash = FNV_OFFSET;
    for (let at = first; at < first + width; at++) hash = (mix(hash ^ (from[at] as number)) + width) | 0;
    to[length + first] = hash;
  }
  shingles.length += count;
}

/** Puts features into ascending order, each once, in their place; gives what is left of them, as a view. */
export function toSet(features: Uint32Array): Uint32Array {
  features.sort();
  let size = 0;
  for (let at = 0; at < features.length; at++) {
    if (at === 0 || features[at] !== features[size - 1]) features[size++] = features[at] as number;
  }
  return features.subarray(0, size);
}

/** Gives one number for a set of features, signed as the engine's small integers are. */
export function hashSet(features: ArrayLike<number>, salt = 0): number {
  let hash = salt;
  for (let at = 0; at < features.length; at++) hash = hashFeature(features[at] as number, hash);
  return hash | 0;
}

/** Gives a number for a feature, another for each salt, signed as {@link hashSet}. */
export function hashFeature(feature: number, salt: number): number {
  return mix(feature ^ Math.imul(salt, FNV_PRIME));
}
