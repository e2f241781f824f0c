import { CHECKLIST_HEADING } from "../format/headings.ts";
import { pattern } from "../format/pattern.ts";
import { startsAsItem } from "./bullets.ts";
import { bareHeading, isHeadingText, isMarkdown } from "./markdown.ts";
import { append, blankAt, Row } from "./row.ts";

/**
 * Code that its extractor marked: fences with or without a language, the dots of AsciiDoc, the quotes of Zim, the braces of
 * wikis, back-ticks, tags of HTML, an indent of four spaces.
 */

const FENCE = /^\s*(`{3,}|~{3,}|\.{4,}$|'{3}$)\s*[\w+#.-]*\s*$/;
const OPEN_TAG = /^\s*(?:<(?:pre|code|samp|syntaxhighlight)\b[^>]*>)+/;
const CLOSE_TAG = /(?:<\/(?:code|pre|samp|syntaxhighlight)>)+\s*$/;

/** The braces of wikis around code: Jira and Confluence, XWiki, Zim and Trac. */
const BRACES: readonly (readonly [open: RegExp, close: RegExp])[] = [
  [/^\s*\{(?:code|noformat)(?::[^{}]*)?\}/, /\{(?:code|noformat)\}\s*$/],
  [/^\s*\{\{code\b[^{}]*\}\}/, /\{\{\/code\}\}\s*$/],
  [/^\s*\{\{\{(?:code:.*$)?/, /\}\}\}\s*$/],
];

/** Gives the rows of marked code the role of code, without marks and without the indentation that all of them share. */
export function fencedCode(rows: readonly Row[]): Row[] {
  const out: Row[] = [];
  for (let at = 0; at < rows.length; ) {
    const end = endOfMarked(rows, at);
    if (end === undefined) {
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
    return end < 0 ? undefined : { rows: inner(rows, at + 1, end), past: end + 1 };
  }
  const tag = OPEN_TAG.exec(text);
  const braces = BRACES.find(([open]) => open.test(text));
  const tick = tag === null ? /^\s*(`{1,2})(?!`)/.exec(text) : null;
  const open = tag?.[0] ?? braces?.[0].exec(text)?.[0] ?? tick?.[0];
  if (open === undefined) return undefined;
  const closes = tag !== null ? CLOSE_TAG : (braces?.[1] ?? pattern`(?<!\`)${tick?.[1] ?? ""}\s*$`);
  const last = rows.findIndex(
    (row, i) =>
      i >= at &&
      i < at + MAX_CODE &&
      closes.test(i === at ? row.text.text.slice(open.length) : row.text.text),
  );
  if (last < 0 || (tick !== null && last === at && /\s/.test(text.trim()) === false)) return undefined;
  const code = rows.slice(at, last + 1);
  const tail = code.at(-1) as Row;
  code[code.length - 1] = new Row(
    tail.text.slice(0, closes.exec(tail.text.text)?.index ?? tail.text.text.length),
  );
  const first = code[0] as Row;
  code[0] = new Row(first.text.slice(open.length));
  return { rows: code.filter((row, i) => !row.isBlank || (i > 0 && i < code.length - 1)), past: last + 1 };
}

/** How many lines of code may stand in one pair of back-ticks or tags. */
const MAX_CODE = 400;

/** The rows within marks, without back-ticks around all of them. */
function inner(rows: readonly Row[], from: number, to: number): Row[] {
  const code = rows.slice(from, to);
  const [first, last] = [code[0], code.at(-1)];
  if (first === undefined || last === undefined || !first.said.startsWith("`") || !last.said.endsWith("`"))
    return code;
  if (first === last)
    return first.said.length > 2 ? [new Row(first.body.slice(1, first.said.length - 1))] : code;
  return [
    new Row(first.body.slice(1)),
    ...code.slice(1, -1),
    new Row(last.text.slice(0, last.text.text.trimEnd().length - 1)),
  ];
}

/** Takes off what all rows are indented by. */
export function withoutIndent(rows: readonly Row[]): Row[] {
  const least = rows.reduce(
    (most, row) => (row.isBlank ? most : Math.min(most, row.indent)),
    Number.POSITIVE_INFINITY,
  );
  return rows.map((row) => new Row(row.text.slice(Math.min(least, row.text.text.length)), "code"));
}

/** In Markdown, what stands apart from text and is indented by four spaces is code, unless it belongs to a list. */
function indentedCode(rows: readonly Row[]): Row[] {
  const out: Row[] = [];
  let isChecklist = false;
  for (let at = 0; at < rows.length; ) {
    const row = rows[at] as Row;
    const before = rows[at - 1];
    if (isHeadingText(row.said)) isChecklist = bareHeading(row.said) === CHECKLIST_HEADING;
    const opens =
      row.role === undefined && !row.isBlank && row.indent >= 4 && (before === undefined || before.isBlank);
    if (!opens || (startsAsItem(row.said) && (isChecklist || !goesOnInside(rows, at))) || isWithin(out)) {
      out.push(row);
      at++;
      continue;
    }
    let past = at;
    while (past < rows.length && ((rows[past] as Row).isBlank || (rows[past] as Row).indent >= 4)) past++;
    while ((rows[past - 1] as Row).isBlank) past--;
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
  const last = rows.findLast((row) => !row.isBlank);
  return last !== undefined && (startsAsItem(last.said) || (last.role === undefined && last.indent > 0));
}
