/**
 * What a text looks like: prose, code, or neither. Code has no fence and no language tag, so its look is all there
 * is to go by; the rules name signs that programming languages share, no snippet.
 */

/** How a stretch of text looks. `plain` is a few words without an end: a heading, a command, a cut sentence. */
export type Look = "prose" | "code" | "plain";

/** How comments, tags, blocks and the site's own pseudo-code (`rule:`) start, and no sentence. */
const CODE_START = /^(?:[#@{}<>;\\\]|=~]|--|\/\/|\/\*|"""|'''|rule:|\* \*|\*\/\d)/i;

/** How a line of code may start, and a sentence, too, that names a path, a variable or a key first. */
const SIGN_START = /^[$/[&+.`]/;

/** A command and its quoted argument: a line of code though the argument may be a sentence. */
const QUOTED_ARGUMENT = /^[\w.-]+ (["']).*\1$/;

/** The signs with which a line of code ends. */
const CODE_END = /[{}[(;\\=|]$|=>$|&&$/;

/** Signs that stand within code: brackets of calls, operators, options, paths, variables, identifiers. */
const CODE_SIGN =
  /[{}<>=`$\\|;]|\(\)|\w\(|->|::|&&|(?:^|\s)--?\w|(?:^|\s)[~.]*\/\w|[a-z][A-Z]|\w_\w|\b[A-Z]{2,}\b|\w\[|@\w|\w:\w|\* \*|"\w+"|'\w+'/;

/** A key and a colon at the start of a line, as configuration has them. */
export const KEY_START = /^["'\w.-]+:(?:\s|$)/;

/** The end of a sentence: a stop after a word, with quotes or brackets around. */
const SENTENCE_END = /[\p{L}\p{M}\p{N}%)\]"'”’»](?:\.|\.{3}|[!?…]+|[。！？।۔؟])[)\]"'”’»]*$/u;

/** A word of prose: letters, with marks of punctuation around and hyphens, dots, slashes or apostrophes within. */
const WORD = /^["'“‘([]*[\p{L}\p{M}]+(?:['’./-][\p{L}\p{N}]+)*[)"'”’\],.;:!?…]*$/u;

/** A plain word, as most are: engines are slow to tell letters of all scripts. */
const PLAIN_WORD = /^[a-z]+[,.]?$/i;

/** A number of prose, with its unit or sign. No sign can be read in two ways, which would take time on long runs of them. */
const NUMBER = /^[("']*[\p{N}.,:/-]+(?:(?:%|\p{L}{1,2})[)"'.,;:!?]*|[)"';!?][)"'.,;:!?]*)?$/u;

/** How a sentence mostly starts: some plain words. It spares long paragraphs the count of their words. */
const PLAIN_START = /^[a-z][a-z'’,-]*\.?(?: [a-z][a-z'’,-]*\.?){3} [a-z]/i;

/** Tells whether a text ends as a sentence does. A stop after a space (`docker build .`) or two stops end none. */
export function endsSentence(text: string): boolean {
  // Stryker disable next-line ConditionalExpression: a shortcut; what ends with a letter or digit is not found to end below either.
  if (endsWithWord(text)) return false;
  const last = text.charCodeAt(text.length - 1);
  return (last === STOP && isWordUnit(text.charCodeAt(text.length - 2))) || SENTENCE_END.test(text.slice(-8));
}

/** Tells whether a text starts with a plain letter or digit. */
export const startsWithWord = (text: string): boolean => isWordUnit(text.charCodeAt(0));

/** Tells whether a text ends with a plain letter or digit. */
export const endsWithWord = (text: string): boolean => isWordUnit(text.charCodeAt(text.length - 1));

/** The UTF-16 unit of a full stop. */
export const STOP = 0x2e;

/** Tells whether a UTF-16 unit is a plain letter or digit. */
export const isWordUnit = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a);

/** Tells whether most of a text's tokens are words or numbers, and counts the words. */
function countWords(text: string): { words: number; share: number } {
  const tokens = text.split(/\s+/);
  let words = 0;
  let numbers = 0;
  for (const token of tokens) {
    if (PLAIN_WORD.test(token) || WORD.test(token)) words++;
    else if (NUMBER.test(token)) numbers++;
  }
  return { words, share: (words + numbers) / tokens.length };
}

/** From so many words on, a line with an end is a sentence though it starts with a sign. */
const SENTENCE = 6;

/** From so many words on, a line without an end is a sentence that was cut rather than a command. */
const LONG = 14;

/** Tells how one line of text looks on its own. */
export function lookOfLine(text: string): Look {
  const ended = endsSentence(text);
  if (ended && PLAIN_START.test(text)) return "prose";
  if (CODE_START.test(text) || QUOTED_ARGUMENT.test(text)) return "code";
  const signed = SIGN_START.test(text);
  if (ended || text.endsWith(":")) {
    const { words, share } = countWords(text);
    if (ended && share >= 0.7 && words >= (signed ? SENTENCE : 2)) return "prose";
    if (!ended && words >= 3 && share === 1) return "prose";
  }
  if (signed || CODE_END.test(text) || CODE_SIGN.test(text) || KEY_START.test(text)) return "code";
  return isLongText(text) ? "prose" : "plain";
}

/** Tells whether a text is prose that ends as a sentence does. */
export const isSentence = (text: string): boolean => endsSentence(text) && lookOfLine(text) === "prose";

/** Tells whether a text without an end is as long as only sentences are. */
function isLongText(text: string): boolean {
  if (text.length < 2 * LONG - 1) return false;
  const { words, share } = countWords(text);
  return words >= LONG && share >= 0.8;
}

/** The narrowest width at which mail programs wrap is 40; the longest line of a few may be a word shorter. */
const MIN_WIDTH = 32;

/** A line of a chunk: its text, and how far it reaches with its indentation. */
export interface ChunkLine {
  readonly text: string;
  readonly width: number;
}

/** Tells whether lines were wrapped: no line had room for the first word of the next. */
export function isWrapped(lines: readonly ChunkLine[]): boolean {
  const most = lines.reduce((max, { width }) => Math.max(max, width), 0);
  return (
    most >= MIN_WIDTH &&
    lines.every(({ width }, i) => {
      const next = lines[i + 1]?.text.split(" ", 1)[0];
      return next === undefined || width + 1 + next.length > most;
    })
  );
}

/** Tells how the lines of one chunk, two or more, look together: a wrapped paragraph is prose though its lines are not. */
export function lookOfChunk(lines: readonly ChunkLine[]): Look {
  const texts = lines.map(({ text }) => text);
  if (texts.some((text) => CODE_START.test(text) || CODE_END.test(text))) return "code";
  const isProse = lookOfLine(texts.join(" ")) === "prose";
  return isProse && (isWrapped(lines) || texts.every((text) => lookOfLine(text) === "prose"))
    ? "prose"
    : "code";
}

/** How long a heading that is not known may be, in characters and in words. */
const HEADING_LENGTH = 80;
const HEADING_WORDS = 10;

/** Tells whether a line that stands alone could be a heading: short, of words, without an end. */
export function looksLikeHeading(text: string): boolean {
  if (text.length > HEADING_LENGTH || lookOfLine(text) !== "plain") return false;
  const { words, share } = countWords(text);
  return words >= 1 && words <= HEADING_WORDS && share === 1 && !/[.,;:!?…]$/.test(text);
}
