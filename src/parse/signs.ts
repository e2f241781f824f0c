import type { ValueRow } from "../format/fields.ts";
import { SIMILAR_HEADING } from "../format/headings.ts";
import { anyCase } from "../format/pattern.ts";
import { ENTRY_LABEL } from "../layout/words.ts";
import { isWordUnit, STOP, startsWithWord } from "../syntax/look.ts";
import { SITE_BULLET } from "../syntax/scan.ts";

/** Signs that extractors leave in values, and the site has in none. */

/**
 * A bar, a backslash, a back-tick or a bullet at an end, a star or dash after a word, a line that is drawn, a tag, the marks around what a wiki shows as it stands, spaces as
 * between columns, the sign between two cells of LaTeX, a line end that was written out, braces of a wiki, attributes, cells and items of pandoc's and roff's.
 */
const SIGNS =
  /^(?:[|│┃║\\`•◦▪●]|-(?=\s)|[*+&]\.?\s|<<|\{\w+\}$)|(?:[|│┃║\\`*•–-]|\s\+|\\(?:n|par))$|(?<=\S)\*(?=\s)|(?<=\w)[-‐](?= \w)|\+[-=]{3,}|<\/?[a-z][\w-]*\s?\/?>|%%|''|(?<=\S) {3,}(?=\S)|\]\{\.|\{class:|t\}@|@t\{|^t[{}]$|\{plus\}|\+\+_|_\(\w|&[a-z]{2,8};|\.ip \(bu/i;

/** Signs, and nothing that they stand around. */
const SIGNS_ALONE = /^[^\p{L}\p{N}]+$/u;

/** Gives the sign of a layout that stands in a value, or is all of it, if there is one. */
export const signOfLayout = (text: string): string | undefined =>
  (SIGNS.exec(text) ?? SIGNS_ALONE.exec(text))?.[0];

/** A backslash before a sign that it keeps from acting, as it stands in front of no other in a text, or within a word; it is soon found, then looked back from. */
const ESCAPED = /\\(?:[\\_*#[\]]|(?<=\w\\)[-.](?=\w))/;

/** Gives the sign with the backslash that keeps it from acting, if one stands in a value. */
export const escapeOf = (text: string): string | undefined => ESCAPED.exec(text)?.[0];

/** A sign with which others than the site join a label and its value, at the start of the value. */
const JOINT = /^(?:[-–—=]*[=→>]|[–—~·»;,_!?)\]]|(?:[-/]|colon)(?=\s)|-(?=\w)|[.…]{2,}|(?:\.\s){2,})/;

/** Gives the sign that joins a label and its value, if it was read as the start of the value. */
export const jointOf = (text: string): string | undefined => JOINT.exec(text)?.[0];

/**
 * What a value hardly starts or ends with: a mark of its label, what parts it from the next, the marks of a link, a note or a
 * tag; a sign for nothing or for more, alone; a code of terminals that has lost its first character.
 */
const AT_ENDS =
  /^(?:[:|;,}]|=(?=\s)|[•◦‣▪●□■▫○☐☆]\s|[>|][-+](?=\s)|\*\*(?=\S)|<!--|<\/?[a-z][^<>]*$|#(?=[a-z])|(?:\^\[)?\[\d[\d;]*m|!?\[.*\]|[-–—~…=]+$|"[^"]*$)|^[^"]*[^\d"]"$|[;,\\]$|\s[-–—/&|]$|[(<]https?:\S*[>)]$|[[⟨]\d{1,3}[\]⟩]$/i;

/** A sign or two apart from the last word. */
const APART = /\s[^\p{L}\p{Nd}\s.…]{1,2}$/u;

/** A value that stands as a whole between quotation marks, brackets, other marks or tags. */
const ENCLOSED =
  /^(?:(["'`])(?:(?!\1).)+\1|(\*+|_|~~|==)[^*_~=]+\2|\([^()]+\)|\[[^[\]]+\]|\{[^{}]+\}|<(\w+)>.*<\/\3>|<[^<>]+>|“[^“”]+”|‘[^‘’]+’|«[^«»]+»|‹[^‹›]+›)$/i;

/** What a value ends with that was cut off to be shown. */
const CUT = /(?:…|\.{3})[\])]?$/;

const signAround = (text: string): string | undefined =>
  (AT_ENDS.exec(text) ?? APART.exec(text))?.[0].trim() ?? (ENCLOSED.test(text) ? text.charAt(0) : undefined);

/** Gives the signs around a value that are none of it, or those of what is cut off, whatever the text it stands in. */
export const signOfValue = (text: string): string | undefined =>
  isBare(text) ? undefined : (signAround(text) ?? CUT.exec(text)?.[0]);

// Stryker disable ArithmeticOperator,BlockStatement,ConditionalExpression,LogicalOperator: a shortcut; what is turned away has no signs.
/** Tells whether a text starts with a letter or digit and ends as words and sentences do: most have no signs around them. */
function isBare(text: string): boolean {
  const { length } = text;
  const last = text.charCodeAt(length - 1);
  const isEnded = isWordUnit(last) || (last === STOP && isWordUnit(text.charCodeAt(length - 2)));
  return isEnded && isWordUnit(text.charCodeAt(0));
}
// Stryker restore all

/** Tells whether a text starts with a sign. Most start with a plain letter, which is found out sooner. */
export const startsWithSign = (text: string): boolean =>
  // Stryker disable next-line ConditionalExpression: a shortcut.
  !isWordUnit(text.charCodeAt(0)) && /^[^\p{L}\p{N}]/u.test(text);

/** Tells whether signs stand around a text of the article. */
export const hasSigns = (text: string): boolean =>
  !isBare(text) && (signAround(text) !== undefined || /\S(?:…|\.{3})$/.test(text));

/** The bullet of the site within an item, so that it is several. */
const WITHIN = /\S\s*•\s/;

/** The key of an entry, of two words. */
const KEY_WITHIN = /(?:recommended action|last reviewed|source id): /i;

/** What stands between a key and its value. */
const COLON = ": ";

/** Two labels of entries with their colons: what stands in a sentence is of another field. */
const ENTRIES = anyCase`\b${ENTRY_LABEL}: .*\b${ENTRY_LABEL}: `;

/** The rest of a longer label, as of `summary of post: …`: up to three words with a colon. */
const REST_OF_LABEL = /^(?:\S{1,12} ){0,2}\S{0,12}:/;
const MAX_REST = 38;

/** A colon apart from the word before it, as some programs write all of them. */
const APART_COLON = " : ";

/** Gives the entries that a sentence holds, the rest of a label that it starts with, or a colon apart. */
function oddSentence(text: string): string | undefined {
  const colon = text.indexOf(COLON);
  if (colon < 0) return undefined;
  if (text.includes(APART_COLON)) return APART_COLON.trim();
  const rest = colon <= MAX_REST ? REST_OF_LABEL.exec(text) : null;
  if (rest) return rest[0];
  // Stryker disable next-line ConditionalExpression: a shortcut.
  return text.includes(COLON, colon + 1) ? ENTRIES.exec(text)?.[0] : undefined;
}

/** What no word of the site holds: a sign, and all behind it; another start or end than a letter; a button. */
const ODD_WORD = /[\s`"()[\]/].*|^[^a-z].*|[^a-z\d+#]$|(?<=.)copy$/i;

/** Gives what a word of a field holds that none of the site does. */
const oddWord = (text: string): string | undefined => ODD_WORD.exec(text)?.[0];

/** What no address has: another start than that of the web, the hyphen of a broken word, a space and all behind it. */
const ODD_ADDRESS = /^(?!https?:\/\/)[^/\s]*\/{0,2}|‐| .*/i;

/** Gives what an address holds that none of the site does. Most start alike, which is found out sooner. */
const oddAddress = (text: string): string | undefined =>
  /^https:\/\/[!-~]*$/.test(text) ? undefined : ODD_ADDRESS.exec(text)?.[0];

/** A date, which is no version, though it may look like one. */
const DATE = /^\d\d?\.\d\d?\.\d{4}$/;

/** Gives what a value holds that none of its kind does on the site. */
export function oddValue({ kind, isAddress }: ValueRow, text: string): string | undefined {
  if (kind === "word") return oddWord(text);
  if (kind === "sentence") return oddSentence(text);
  if (kind === "version") return DATE.exec(text)?.[0];
  return isAddress ? oddAddress(text) : undefined;
}

/** A bullet that ends no text. */
const SHAPE = /^[^\w+*-]+$/;

/** Gives the bullet of a list that stands within an item of it, be it right behind a word, or the number after that of the item. */
function bulletWithin(text: string, bullet: string): string | undefined {
  if (SHAPE.test(bullet) && text.endsWith(bullet)) return bullet;
  const next = bullet.replace(/^\d+/, (number) => String(Number(number) + 1));
  return [bullet, next].find((sign) => {
    const at = text.indexOf(`${sign} `);
    return at > 0 && (text.includes(` ${sign} `) || (sign !== "o" && isWordUnit(text.charCodeAt(at - 1))));
  });
}

/** Gives the bullet by which an item is several, whatever the text it stands in, but for the bullet of its list. */
export function oddItem(text: string, bullet: string): string | undefined {
  // Stryker disable next-line ConditionalExpression: a shortcut.
  if (text.includes(SITE_BULLET) && WITHIN.test(text)) return SITE_BULLET;
  // Stryker disable next-line ConditionalExpression: likewise.
  const key = text.includes(": ") ? KEY_WITHIN.exec(text)?.[0] : undefined;
  if (key !== undefined) return key;
  return bullet === SITE_BULLET ? undefined : bulletWithin(text, bullet);
}

/** What stands for no item, or for more of a list, as a pattern that holds no letters but its words. */
export const NO_ITEMS = "(?:none|n/a|nan|null|undefined|(?:show|and) [0-9]+ more)";

/** Tells whether an item or a value stands for none, or for more of a list. Few start and end as those do, which is found out sooner. */
export const isNoItem = (text: string): boolean =>
  // Stryker disable all: shortcuts.
  text.length <= MAX_NO_ITEM &&
  STARTS.includes(text.charAt(0)) &&
  ENDS.includes(text.charAt(text.length - 1)) &&
  // Stryker restore all
  NO_ITEM.test(text);
const STARTS = "nNuUsSaA";
const ENDS = "eEaAnNlLdD";
const NO_ITEM = anyCase`^${NO_ITEMS}$`;
const MAX_NO_ITEM = "show 1234 more".length;

/** So many items that end alike do so by no chance. */
const MIN_ALIKE = 3;

/** Gives what the items of a list end or start with and none of the site's do: the last with the heading that stands under the box, or all alike. */
export function oddEnd(items: readonly string[]): string | undefined {
  return endOfLast(items) ?? endOfAll(items) ?? countOf(items) ?? startOfAll(items);
}

/** Tells whether a bullet is a dash with which people sign: among other bullets it is none. */
export const isLongDash = (bullet: string): boolean => bullet === "–" || bullet === "—";

/** Gives where the items of a list start once more, if that is half of them: the list stands twice. */
export function secondOf(items: readonly string[]): number | undefined {
  const half = items.length / 2;
  if (half < MIN_TWICE || items[half] !== items[0]) return undefined;
  return items.every((item, i) => i >= half || item === items[half + i]) ? half : undefined;
}

/** The fewest items that stand twice by no chance. */
const MIN_TWICE = 2;

/** Gives the sign or the letter that all items start with, apart from the rest: a bullet that is not known. Few have either. */
export function startOfAll(items: readonly string[]): string | undefined {
  const first = items[0] as string;
  if (items.length < 2 || (startsWithWord(first) && isWordUnit(first.charCodeAt(1)))) return undefined;
  const sign = /^(?:[^\p{L}\p{N}]{1,3} |(?![aA] )\S[.:)-]? |[^\p{L}\p{N}\s])/u.exec(first)?.[0];
  if (sign === undefined || (startsWithWord(sign) && items.length < MIN_ALIKE)) return undefined;
  return items.every((item) => item.startsWith(sign)) ? sign.trim() : undefined;
}

/** Gives what the last item ends with that stands under the box. Most have no capital, which is found out sooner. */
function endOfLast(items: readonly string[]): string | undefined {
  const item = items.at(-1) as string;
  if (!/[A-Z]/.test(item)) return undefined;
  if (item.endsWith(SIMILAR_HEADING)) return SIMILAR_HEADING;
  return BYLINE_BEHIND.exec(item)?.[1] ?? items.slice(-2).find((one) => FOOTER.test(one));
}

/** What a page shows below a post, right behind the last item. */
const BYLINE_BEHIND =
  /[a-z](\s{0,3}(?:Published|Posted|Updated|Written|Categorized|Filed|Tagged) (?:on|by|in|as|under|[A-Z][a-z]+ \d)\b.*|(?:Author|By |This (?:entry|post|article) was)\b.*)/;

/** What a theme shows below all others, in one item or in two. */
const FOOTER = /^(?:Designed|(?:Proudly p|P)owered|Built) (?:with|by|on)\b.{0,40}$/;

/** The first signs of items that are counted by letters, or by numbers with dashes. */
const COUNTED = /^(?:[a-z][.)]\s|[1-9](?:-{2}|[:-]|\s))/;

/** Gives the sign by which all items are counted, as the first has it. */
function countOf(items: readonly string[]): string | undefined {
  const first = items[0] as string;
  if (items.length < 2 || !"a1".includes(first.charAt(0))) return undefined;
  const start = first.charCodeAt(0);
  const isInOrder = items.every((item, i) => COUNTED.test(item) && item.charCodeAt(0) === start + i);
  return isInOrder ? COUNTED.exec(first)?.[0] : undefined;
}

/** Gives what several items all end with, as those of the site do not: a stop or another sign, the same word behind others. */
export function endOfAll(items: readonly string[]): string | undefined {
  if (items.length < 2) return undefined;
  const [first, second] = items as [string, string];
  const last = first.charCodeAt(first.length - 1);
  if (last !== second.charCodeAt(second.length - 1)) return undefined;
  const at = isWordUnit(last) ? first.lastIndexOf(" ") : first.length - 1;
  if (at < 0 || (last !== STOP && items.length < MIN_ALIKE)) return undefined;
  const end = first.slice(at);
  return items.every((item) => item.endsWith(end)) ? end : undefined;
}

/**
 * Gives what a value that starts at an offset of a text starts with and is none of it: the
 * `s` of a label in the plural. It stands alone; or the word there stands nowhere before then, and its rest does elsewhere, or no
 * word starts so.
 */
export function oddStart(text: string, at: number, value: string): string | undefined {
  if (text[at] !== "s") return undefined;
  if (/^s[\s:|]/.test(value)) return "s";
  if (!isWordUnit(text.charCodeAt(at - 1))) return undefined;
  const [word] = value.split(/\W/, 1) as [string];
  const isRest = word.length > MIN_WORD && text.includes(` ${word.slice(1)}`);
  return text.indexOf(word) === at && (isRest || NO_START.test(word)) ? "s" : undefined;
}
const MIN_WORD = 4;
const NO_START = /^s(?:[bdfgjrvxz]|th)/;
