import { anyCase, pattern } from "../format/pattern.ts";
import { CODE_LANGUAGES } from "../format/words.ts";
import { COPY_BUTTON } from "../layout/buttons.ts";
import { lookOfLine } from "../syntax/look.ts";

/** What code has that none of the site's has: lost line ends, prose, marks of another format around it. */

/** A line of code that has as many characters and several statements has lost its line ends. */
const MAX_CODE_LINE = 70;
const STATEMENTS = pattern`${[
  /[;{}].*[;{}]|:\s.*:\s|\)\s+\w+.*\)|;\s(?:do|then)\s.*\s(?:done|fi)\b|^#[ !]|\\n.*\\n|<br ?\/?>.*<br/,
  // A command again that no sign calls, a word right behind a call, elements with spaces between them or around all within, three clauses of a query.
  /^(\S+)\s.*[^\s|&;(]\s+\1\s|\)[a-z]{3}/,
  /^<.*>\s+<.*>\s+<\/?\w|^<(?<tag>\w+)\b[^<>]*>\s+\w.*\s<\/\k<tag>>$/,
  /^[A-Z]+\s.*\s(?:FROM|INTO|ON|SET)\s.*\s(?:WHERE|VALUES|ORDER|GROUP)\s/,
]}`;

/** Tells whether code stands on one line that must have been several. */
export const isJoinedCode = (text: string): boolean =>
  text.length > MAX_CODE_LINE && !text.includes("\n") && STATEMENTS.test(text) && !/^rule:/i.test(text);

/** Lines of the site's code are shorter. */
const LONG_LINE = 80;

/** The end of one sentence and the start of the next, in a line that is no comment. */
const PROSE = /^(?!rule:|\s*[#/*-]).*\b(?:[a-z]+,? ){4}[a-z]+\. [a-z]+ [a-z]+ /i;

/** Tells whether a long line of code is a sentence of prose, or holds one. */
export const hasProse = (code: string): boolean =>
  hasLongLine(code) &&
  code
    .split("\n")
    .some((line) => line.length > LONG_LINE && (lookOfLine(line.trim()) === "prose" || PROSE.test(line)));

/** Tells whether a line is long: no line end is found for as long, looked for from there back. */
function hasLongLine(text: string): boolean {
  for (let end = -1; text.length - end > LONG_LINE + 1; ) {
    const next = text.lastIndexOf("\n", end + LONG_LINE + 1);
    if (next <= end) return true;
    end = next;
  }
  return false;
}

/** Tells whether an empty line stands between all lines of code, which are several; in most, none stands under the first. */
export const isDoubleSpaced = (code: string): boolean => isApart(code) && DOUBLE_SPACED.test(code);
const DOUBLE_SPACED = /^[^\n]+(?:\n\n+[^\n]+){3,}$/;
const isApart = (code: string): boolean => code.charAt(code.indexOf("\n") + 1) === "\n";

/** Tells whether a line of the page stands over code, an empty line above it: words after a capital, an address, the name of a file. */
export const isUnderPageLine = (code: string): boolean => isApart(code) && PAGE_LINE.test(code);
const PAGE_LINE = /^(?:\p{Lu}\p{Ll}+:?(?:[^\S\n]\S+)*|https?:\S+|[\w/-]+\.\w{1,5})\n\n/u;

/** A line of words alone, and the end of a sentence at the end of one of the next: a paragraph that was wrapped above code; or a rule that was. */
const WRAPPED_PROSE = /^ *(?:[a-z][\w'’,;:-]* ){4}.*\n(?:.*\n){0,8}?.*[a-z]\.\n|^rule: .*\n(?!rule: )/i;
export const startsAsProse = (code: string): boolean => WRAPPED_PROSE.test(code);

/** How code starts that is none, by what left it there. */
const MARKED_CODE = pattern`^${[
  // Images: of Markdown, of its kin, of wikis, of pages.
  /\[?!\[|\{\.|\{alt:|[@#]image\W/,
  /image:{1,2}\S|!https?:|\[https?:|\[\[(?:File|Image|https?):/,
  /<img\s|<!-- ?<|<span(?: class="line")?>|https?:\S+$/,
  /\[(?:image:\s|(?:[\w'’-]+\s+){3,}[\w'’-]+\])/,
  // Headings, quotations, tables, notes, fences and raw text.
  /h[1-6](?:\(|\. )|\[source\b|> |\||:{3,}|~~|\( ?\) /,
  /%%|bc[.(]|\{\{|\{(?:code|noformat)\b|\{% (?:highlight|raw)|<syntaxhighlight\b/,
  // Shortcodes, their ends, and what editors put into a page.
  /\[\/\w+\]$|\[\w+ \w+=|\(adsby|<a id\b|<!--more/,
  // Buttons over code, its name, the count of its lines.
  /\(BUTTON\)|[Ss]hare\n|(?:\w+\n)?[Cc]opy(?: code)?\n|Copy(?!-\w| |\w*\()\S/,
  /code block\n|[\w.-]+ \d+\/\d+$/,
  // Its lines, counted.
  /1[.:|]?\s.*\n\s*2[.:|]?\s/,
]}`;

/** Lines of a page over code and under it: its language, buttons, the ends of shortcodes; a prompt. */
const OVER_CODE = anyCase`^(?:${CODE_LANGUAGES}\n|'''\n|(?:toggle word wrap|plain text view)\n|\$ [\w<]|\w+@[\w-]+:\S*[#$] )`;
const UNDER_CODE = anyCase`\n(?:\[\/\w+\]|'''|(?:${COPY_BUTTON})?\s*advertisement|${COPY_BUTTON}|expand|show (?:more|less)|code language: .*|view raw .*)$`;

/** Tells whether code has the marks of another format, or lines of a page. */
export const isMarkedCode = (text: string): boolean =>
  MARKED_CODE.test(text) ||
  OVER_CODE.test(text) ||
  (text.includes("\n") && (UNDER_CODE.test(text) || text.includes("\n\\\n"))) ||
  (text.includes('""') && QUOTES_TWICE.test(text));

/** Tells whether code has in it what only prose may have. */
export const isTypeset = (text: string): boolean => TYPESET.test(text);

/** Tags of code or lines of code around it, its one line counted; ends of lines of a page, an address right behind a word; marks of typography in the place of plain signs, a backslash before a sign that needs none. */
const TYPESET =
  /^(?:<(?:pre|code)\b|`[^`\n]*`(?:\n|$)|1[.:|]?\s+[a-z].*$)|\S<br ?\/?>\n.*\S<br ?\/?>|`\n`|[a-z]https?:\/\/|“[^”\n]*”|(?<!\S)[–—]\w|\w\\_\w/;

/** Tells whether code ends with a sign behind which more must stand. */
export const isCutCode = (text: string): boolean => CUT.test(text);
const CUT = /(?:[{[(,:\\]|=>|&&|\|\|)$/;

/** Tells whether code stands twice, as where a page shows it with colours and without; a line may come again right below. */
export const isTwiceCode = (text: string): boolean =>
  [1, 2].some((between) => {
    const end = (text.length - between) / 2;
    const once = text.charAt(end) === "\n" ? text.slice(0, end) : "";
    return once !== "" && once === text.slice(end + between) && (between > 1 || once.includes("\n"));
  });

/** Quotation marks that stand twice around a text, as in a cell of CSV. */
const QUOTES_TWICE = /(?<!")""(?!")[^"\n]+""(?!")/;

/**
 * Tells whether code has lost its indentation: a line that is no comment opens a block, and none is indented; or those
 * that are have one space, as where white space was collapsed.
 */
export const isFlatCode = (text: string): boolean =>
  /\n[ \t]/.test(text)
    ? !/\n(?: {2}|\t)/.test(text)
    : FLAT_BLOCK.test(text) || FLAT_ELEMENT.test(text) || (text.includes("- ") && FLAT_ITEM.test(text));

/** The end of a line that opens a block, which is soon found; then the line is looked back to. */
const FLAT_BLOCK = /[{:]\n(?!\})(?<=^(?![#/;*]).*\n)/m;

/** An element around others that stand where it does; a whole page may have no indents. */
const FLAT_ELEMENT = /^<(?!html)(\w[\w-]*)[^<>]*>\n.*\n<\/\1>$/s;

/** The keys of an item of YAML, of which the second stands where its list does. */
const FLAT_ITEM = /^- [\w-]+: .*\n[\w-]+:(?:\s|$)/m;
