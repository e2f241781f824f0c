import type { IssueCode } from "./codes.ts";

/** Why a source is not read at all. */
export type Refusal = readonly [code: IssueCode, message: string, path?: readonly string[]];

/** A form that is no text of a post: what it is, how its start looks, and what to do with it. */
type Form = readonly [name: string, start: RegExp, advice: string];

const BINARY: Form = [
  "binary data",
  // Files of PDF, and of ZIP, as offices write them.
  /^(?:%PDF-|PK(?=\p{Cc}))|^[^\n]?PNG\r?\n/u,
  "take the text out of it first",
];

/** How many control characters no text has. */
const MIN_CONTROLS = 4;

/** What codes of terminals start and end with, and what strikes a letter over another. */
const OF_TERMINALS = "\u001b\u0007\b";

/** Tells whether a control character is one of texts: white space, what a terminal is told, a misread byte of Windows. */
const isOfTexts = (unit: string): boolean =>
  /\s/.test(unit) || OF_TERMINALS.includes(unit) || unit >= "\u0080";

/** Tells whether a text has control characters that only binary data have. */
const isBinary = (text: string): boolean =>
  (text.match(/\p{Cc}/gu)?.filter((unit) => !isOfTexts(unit)).length ?? 0) >= MIN_CONTROLS;

/** What is no text at all, and so none of any form. */
const NO_TEXTS: readonly Form[] = [
  [
    "UTF-16 that was decoded as something else",

    /^(?:\ufffe|\u00ff\u00fe|\u00fe\u00ff|\ufffd{0,2}(?:(?:[^\p{Cc}]\p{Cc}){8}|(?:\p{Cc}[^\p{Cc}]){8}))/u,
    "decode it as UTF-16",
  ],
  BINARY,
];

const PAGE_READER = "parseHtml of alphanode-post/html reads it";

/** What is no text of a post. */
const FORMS: readonly Form[] = [
  ...NO_TEXTS,
  [
    "a WordPress export or a feed (XML)",
    /^\s*<\?xml\b|^\s*<(?:rss|feed|TEI)\b/i,
    "readExport and readFeed of alphanode-post/wordpress read it",
  ],
  [
    "a web page (HTML)",
    /^\s*(?:<!--[^>]{0,400}-->\s*)?(?:<!doctype\b[^>]{0,300}>\s*)?<(?:html|head|body)\b/i,
    PAGE_READER,
  ],
  [
    // Where a page has lines, much of its text can be read all the same.
    "the content of a web page (HTML) on one line",
    /^\s*<(?:article|main|section|header|div|h1|p)\b(?:(?:[^\n<]|<(?!\/))*<\/\w+>){8}/i,
    PAGE_READER,
  ],
  [
    "roff (a page of man or ms)",
    /^\.(?:TH|SH|SS|LP|PP)\b[\s\S]*^\.(?:SH|SS|LP|PP|IP)\b/m,
    "have groff print it",
  ],
  [
    "JSON",
    /^\s*(?:\{\s*"(?:[^"\\\n]|\\.){0,200}"\s*:|\[\s*\{\s*")/,

    "Post.parse takes a post as an object, readRest of alphanode-post/wordpress an answer of a REST interface",
  ],
];

/** How much of a source is looked at. */
const START = 1200;

const refusalsOf = ([name, , advice]: Form): readonly [Refusal, ...Refusal[]] => [
  ["foreign_form", `the source is ${name}, not the text of a post; ${advice}`],
  ["missing_meta_box", `${name} has no meta box that is read here; ${advice}`, ["meta"]],
];

/** Tells why a source is not read that is no text: web pages, exports, JSON and binary data have readers of their own. */
export function foreignForm(source: string): readonly [Refusal, ...Refusal[]] | undefined {
  // Most texts start with two letters, or a bar and a space, and are looked at no further.
  if (/^[a-z|][a-z ]/.test(source)) return undefined;
  const start = source.slice(0, START);
  const form = FORMS.find(([, form]) => form.test(start)) ?? (isBinary(start) ? BINARY : undefined);
  return form && refusalsOf(form);
}

/** Tells why a source of another form is not read: it is no text at all. In words, and as refusals. */
export function noText(
  source: string,
): { readonly told: string; readonly refusals: readonly Refusal[] } | undefined {
  const start = source.slice(0, START);
  const form = NO_TEXTS.find(([, own]) => own.test(start));
  return form && { told: `${form[0]}; ${form[2]}`, refusals: refusalsOf(form) };
}
