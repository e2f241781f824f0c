import { CHECKLIST_HEADING } from "../format/headings.ts";
import { startsAsItem } from "./bullets.ts";
import { bareHeading, isHeadingText, isMarkdown } from "./markdown.ts";
import { append, blankAt, endOfStretch, hasText, Row } from "./row.ts";

/**
 * Code that its extractor marked: fences with or without a language, the dots of AsciiDoc, the quotes of Zim, the braces of
 * wikis, back-ticks, tags of HTML, an indent of four spaces.
 */

const FENCE = /^\s*(`{3,}|~{3,}|\.{4,}$|'{3}$)\s*[\w+#.-]*\s*$/;

/** What opens and closes code: tags of HTML, the braces of Jira and Confluence, of XWiki, of Zim and Trac, back-ticks. */
const MARKS: readonly (readonly [opens: RegExp, closes: RegExp])[] = [
  [/^\s*(?:<(?:pre|code|samp|syntaxhighlight)\b[^>]*>)+/, /(?:<\/(?:code|pre|samp|syntaxhighlight)>)+\s*$/],
  [/^\s*\{(?:code|noformat)(?::[^{}]*)?\}/, /\{(?:code|noformat)\}\s*$/],
  [/^\s*\{\{code\b[^{}]*\}\}/, /\{\{\/code\}\}\s*$/],
  [/^\s*\{\{\{(?:code:.*$)?/, /\}\}\}\s*$/],
  [/^\s*`(?!`)/, /(?<!`)`\s*$/],
  [/^\s*``(?!`)/, /(?<!`)``\s*$/],
];

/** Back-ticks around a word, which is no code. */
const MARKED_WORD = /^\s*`\S+\s*$/;

/** Gives the rows of marked code the role of code, without marks and without the indentation that all of them share. */
export function fencedCode(rows: readonly Row[]): Row[] {
  const out: Row[] = [];
  for (let at = 0; at < rows.length; ) {
    const end = endOfMarked(rows, at);
    if (!end) {
      out.push(rows[at++] as Row);
      continue;
    }
    out.push(blankAt(rows[at] as Row), ...withoutIndent(end.rows), blankAt(rows[at] as Row));
    at = end.past;
  }
  return isMarkdown(rows) ? indentedCode(out) : out;
}

/** Reads code that starts at a row. */
function endOfMarked(rows: readonly Row[], at: number): { rows: Row[]; past: number } | undefined {
  const { text } = (rows[at] as Row).text;
  const fence = FENCE.exec(text)?.[1];
  if (fence !== undefined) {
    const end = rows.findIndex(
      (row, i) => i > at && row.said.startsWith(fence) && /^(?:[`~]+|\.+|'+)$/.test(row.said),
    );
    return end < 0 ? undefined : { rows: withoutTicks(rows.slice(at + 1, end)), past: end + 1 };
  }
  const [opens, closes] = MARKS.find(([mark]) => mark.test(text)) ?? [];
  if (!opens || !closes) return undefined;
  const last = rows
    .slice(at, at + MAX_CODE)
    .findIndex((row, i) => closes.test(i === 0 ? row.text.text.replace(opens, "") : row.text.text));
  if (last < 0 || (last === 0 && MARKED_WORD.test(text))) return undefined;
  const past = at + last + 1;
  const code = between(rows.slice(at, past), opens, closes);
  return { rows: code.filter((row, i) => hasText(row) || (i > 0 && i < last)), past };
}

/** How many lines of code may stand in one pair of back-ticks or tags. */
const MAX_CODE = 400;

/** Takes off marks before the first of some rows, and after the last. */
const between = (rows: readonly Row[], opens: RegExp, closes: RegExp): Row[] =>
  rows.map(({ text }, i) => {
    const end = i === rows.length - 1 ? text.text.search(closes) : text.text.length;
    return new Row(text.slice(i === 0 ? (opens.exec(text.text)?.[0].length ?? 0) : 0, end));
  });

/** Takes off back-ticks around all rows of a fence. */
function withoutTicks(rows: Row[]): Row[] {
  const [first, last] = [rows[0]?.said, rows.at(-1)?.said];
  const isQuoted = first?.startsWith("`") && last?.endsWith("`") && (rows.length > 1 || first.length > 2);
  return isQuoted ? between(rows, /^\s*`/, /`\s*$/) : rows;
}

/** Takes off what all rows are indented by. */
export function withoutIndent(rows: readonly Row[]): Row[] {
  const least = rows.reduce((most, row) => (row.isBlank ? most : Math.min(most, row.indent)), Infinity);
  return rows.map((row) => new Row(row.text.slice(Math.min(least, row.text.text.length)), "code"));
}

/** Tells whether a row is indented as code is in Markdown. */
const isIndented = ({ indent }: Row): boolean => indent >= 4;

/** In Markdown, what stands apart from text and is indented by four spaces is code, unless it belongs to a list. */
function indentedCode(rows: readonly Row[]): Row[] {
  const out: Row[] = [];
  let isChecklist = false;
  for (let at = 0; at < rows.length; ) {
    const row = rows[at] as Row;
    const before = rows[at - 1];
    if (isHeadingText(row.said)) isChecklist = bareHeading(row.said) === CHECKLIST_HEADING;
    const opens =
      row.role === undefined && hasText(row) && isIndented(row) && (before === undefined || before.isBlank);
    if (!opens || (startsAsItem(row.said) && (isChecklist || !goesOnInside(rows, at))) || isWithin(out)) {
      out.push(row);
      at++;
      continue;
    }
    const past = endOfStretch(rows, at, isIndented);
    append(out, withoutIndent(rows.slice(at, past)));
    at = past;
  }
  return out;
}

/** Tells whether the row after an item stands where the item's text starts and is none itself, as a mapping within YAML does. */
function goesOnInside(rows: readonly Row[], at: number): boolean {
  const { text } = (rows[at] as Row).text;
  const next = rows[at + 1];
  return (
    next !== undefined &&
    !next.isBlank &&
    !startsAsItem(next.said) &&
    next.indent === text.search(/(?<=\S\s+)\S/)
  );
}

/** Tells whether the last line that is not blank is an item, or a line of code that nothing marks: what follows belongs to it. */
function isWithin(rows: readonly Row[]): boolean {
  const last = rows.findLast(hasText);
  return last !== undefined && (startsAsItem(last.said) || (last.role === undefined && last.indent > 0));
}
