import { Strand } from "./strand.ts";

/** The text of a post within JSON, as extractors give it: one of its strings, with the line ends written as `\n`. */

/** A string of JSON, without its quotes; one that was cut off runs to the end. */
const STRING = /"((?:[^"\\]|\\.)*)(?:"|\\?$)/gs;

/** An escape within a string. */
const ESCAPE = /\\(?:u([\da-f]{4})|(.))/gi;

/** What the letters of escapes stand for; other signs stand for themselves. */
const LETTERS: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "", f: "" };

/** The fewest lines of a text that may be a post, and the most characters that are laid out. */
const MIN_LINES = 5;
const MAX_LENGTH = 200_000;

/** Finds the longest text of several lines among the strings of JSON; one with the tags of a page is none. */
export function textInJson(source: string): Strand | undefined {
  if (!/^\s*[[{]/.test(source)) return undefined;
  let best: RegExpMatchArray | undefined;
  for (const found of source.matchAll(STRING))
    if (found[0].length > (best?.[0].length ?? 0) && isText(found[1] as string)) best = found;
  if (!best) return undefined;
  const from = (best.index ?? 0) + 1;
  return Strand.of(source, from, from + (best[1] as string).length).replace(ESCAPE, ([, hex, letter = ""]) =>
    hex === undefined ? (LETTERS[letter] ?? letter) : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

const isText = (text: string): boolean =>
  text.length <= MAX_LENGTH &&
  text.split("\\n").length >= MIN_LINES &&
  !/<(?:p|div|h\d|ul|table)\b/i.test(text);
