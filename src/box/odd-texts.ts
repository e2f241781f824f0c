import { quote } from "../parse/quote.ts";

/** What is odd about a text, whatever it is of: marks of pages and of Markdown, and two texts as one. */

/** The end of a value, a sentence that starts right after it, and more. */
const GLUED = /^.{0,60}?[\p{Ll}\p{N}.!?%)\p{Sc}](?=\p{Lu}\p{Ll}*\s).{60,}[.!?]/u;

/** The end of a sentence, and a word right behind it. */
const SENTENCES = /\p{Ll}{2}[.!?]\p{Lu}\p{Ll}/u;

/** Two words with nothing between them, and another one. */
const GLUED_WORDS = /\p{L}*\p{Ll}{2}\p{Lu}\p{Ll}+(?=\s)/u;

/** Names that are known to have a capital within. */
const NAMES: ReadonlySet<string> = new Set(
  "WordPress WooCommerce PrestaShop JavaScript TypeScript CoffeeScript PowerShell PowerPoint PostScript GitHub YouTube LinkedIn PayPal FedEx MasterCard OpenStreetMap PlayStation".split(
    " ",
  ),
);

/** What nothing but two texts that ran together has: the end of one, and a word with a capital right behind it. */
const RUN_TOGETHER = /\p{Ll}{2}[.!?]\p{Lu}\p{Ll}+\s|[)%]\p{Lu}\p{Ll}{2}|(?<!\d)\d{4}\p{Lu}\p{Ll}/u;

/** A tag of a page, which some extractors leave in what they take for text. */
const TAG = /<\/?(?:a|b|br|dd|div|dl|dt|em|h[1-6]|i|img|li|ol|p|span|strong|t[dhr]|ul)\b[^<>]*>/i;

/** The start of a link, or of its address, without the end; marks of emphasis with nothing behind them, or without the second. */
const HALF_LINK =
  /\[[^\]]*\]\([^)\s]*$|\[[^\]]*$|(?:^|, )\[[^\][]+\]$|^\[\]$|<(?:https?:|mailto:|www\.)[^\s<>]*$|^<[a-z][^\s<>]*$|(?<=\s)(?:__|\*\*)$|^[*_]{1,3}$|^(?:\*\*|__)(?!.*(?:\*\*|__)).*$/;

/** A text that is crossed out or was put in, as Markdown and browsers for terminals mark it. */
const CHANGED = /(?<=^|\s)(~{1,2})(?=[^\s~])[^~]*[^\s~]\1(?=\s|$)|\[(?:DEL|INS):/;

/** A sign that Markdown has escaped. */
const ESCAPED = /\\[*_~[\]#]/;

/** What draws a rule, behind a text. */
const RULE_BEHIND = /(?:-{3,}|\*{3,}|_{3,})$/;

/** Several spaces within a text, as between the cells of a table that is drawn. */
const GAP = /\S\s{3,}(?=\S)/;

/** The border of a cell behind a text. */
const BORDER = /[^\s|]\|$/;

/** A link, an image or emphasis as Markdown writes it. */
const MARKED =
  /!\[[^\][]*\]\([^()\s]*\)|\[[^\][]*\]\((?:https?:|mailto:|\/)[^()\s]*\)|^([*_]{1,2})(?=\S)[^*_]+\1$/;

/** What pages print over advertisements. */
const ADVERTISEMENT =
  /^(?:advertisements?|sponsored|promoted|anzeige|werbung|publicité|publicidad|annonce)$/i;

/** Tells whether a text that is the last of the box goes on in what follows the box, with nothing between. */
export function runsOn(text: string, source: string): boolean {
  return GLUED.test(text) || SENTENCES.test(text) || holdsGluedWords(text, source);
}

/** Tells whether two words of a text have nothing between them. */
export function holdsGluedWords(text: string, source: string): boolean {
  const [word] = GLUED_WORDS.exec(text) ?? [];
  // A word with a capital within it may be a name, which is likely to stand elsewhere, too.
  return word !== undefined && !NAMES.has(word) && source.indexOf(word) === source.lastIndexOf(word);
}

const MARKS = [MARKED, HALF_LINK, CHANGED, RULE_BEHIND, ESCAPED];

/** Tells what mark of Markdown a text holds, in words. */
export function oddMark(text: string): string | undefined {
  const [mark] = MARKS.map((one) => one.exec(text)).find((found) => found !== null) ?? [];
  return mark && `holds ${quote(mark)}, which may be a mark of Markdown or a part of one`;
}

/** Tells what is odd about a text, as the rest of a sentence that starts with it; undefined where nothing is. */
export const ODD_TEXTS: readonly ((text: string) => string | undefined)[] = [
  (text) => {
    const [tag] = TAG.exec(text) ?? [];
    return tag && `holds ${quote(tag)}, which may be a tag of the page`;
  },
  oddMark,
  (text) => (BORDER.test(text) ? 'ends with "|", which may be the border of a cell' : undefined),
  (text) => (GAP.test(text) ? "holds a gap, so that it may be two cells" : undefined),
  (text) => (ADVERTISEMENT.test(text) ? "is a line of the page" : undefined),
  (text) => (RUN_TOGETHER.test(text) ? "may be two texts with nothing between them" : undefined),
];
