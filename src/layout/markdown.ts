import { HEADINGS } from "../format/headings.ts";
import { anyCase } from "../format/pattern.ts";
import { headingText } from "../syntax/known-heading.ts";
import { endsSentence, isSentence } from "../syntax/look.ts";
import { isRule } from "./bits.ts";
import type { Draft } from "./draft.ts";
import { ESCAPED, unescaped, unescaper } from "./escapes.ts";
import type { Hints } from "./hints.ts";
import { hasText, Row } from "./row.ts";
import type { Strand } from "./strand.ts";

/** Marks of Markdown and of terminals around headings, links and letters. */

/** Marks around a heading: `## x`, `**x**`, `**** x ****`, `= x =`, `x {#id}`. */
const MARKS = /^(?:#{1,6}\s+|[*_=~]{1,6}\s?)|\s*(?:#{1,6}|[*_=~]{1,6}|¶|\{#[\w-]+\})$/g;

/** What else may stand after a known heading. */
const STOPS = /\s*[.:]+$/g;

/** Small letters at both ends, single spaces and no mark of a heading: such a text is bare as it stands. */
const BARE = /^[a-z](?:[!"$-)+-<>-@[\]^`-}]| (?! ))*[a-z]$/;

/** A text without the marks of a heading around it. */
export const bareHeading = (text: string): string =>
  BARE.test(text)
    ? text
    : headingText(text.trim().replace(MARKS, "").replace(ESCAPED, "$1").replace(STOPS, ""));

/** What a known heading is made of, with its marks: few other lines are. The Kelvin sign is a k in small letters. */
const MAY_HEAD = /^[\sa-zA-Z\u212a#*_=~\\.:¶]+(?:\{#[\w-]+\})?$/;

/** How a known heading starts, marks aside: few texts start with the same two letters. */
const HEAD_START = anyCase`^[\s#*_=~\\]*${[...HEADINGS].map((heading) => heading.slice(0, 2))}`;

/** Tells whether a text is a known heading, marks aside. */
export const isHeadingText = (text: string): boolean =>
  text.length < 80 && HEAD_START.test(text) && MAY_HEAD.test(text) && HEADINGS.has(bareHeading(text));

/** The known headings that stand alone in rows, without their marks. */
export const headingsAlone = (rows: readonly Row[]): ReadonlySet<string> =>
  new Set(rows.filter(({ said }) => isHeadingText(said)).map(({ said }) => bareHeading(said)));

/** Tells whether a row is known to be a heading, by its layout or by what it says. */
export const isHeadingRow = ({ role, said }: Row): boolean =>
  role === "heading" || (role === undefined && isHeadingText(said));

/** Tells whether a text is some known heading, marks aside. */
export const isHeadingOf = (text: string, heading: string): boolean =>
  MAY_HEAD.test(text) && bareHeading(text) === heading;

/** Tells whether a text has marks that are no part of it. */
const isMarked = (text: string): boolean => text.replace(MARKS, "") !== text;

/** Tells whether rows are Markdown: a known heading or a label has its marks. */
export const isMarkdown = (rows: readonly Row[]): boolean =>
  rows.some(
    ({ said: text }, i) =>
      text.length < 120 &&
      (/^\s*!\[[^\]]*\]\(\S+\)/.test(text) ||
        (isHeadingText(text) &&
          (/^#|^\*\*|^={2,6}\s/.test(text) || /^[-=]{3,}$/.test(rows[i + 1]?.said ?? "")))),
  );

/** Reads the headings of an article: marks are taken off, and what was marked so is a heading, or the title. */
export function markedHeadings(rows: readonly Row[]): Row[] {
  const markdown = isMarkdown(rows);
  const hasTitle = rows.some(({ said }) => /^#\s/.test(said));
  // A title may have marks where nothing else has.
  const first = rows.findIndex(hasText);
  const isRuled = rulesOf(rows);
  let titled = false;
  return rows.flatMap((row, i) => {
    if (row.role !== undefined || row.isBlank) return [row];
    const { text } = row.body;
    const next = rows[i + 1];
    if (UNDERLINE.test(text) && (isRuled(i - 1) || isHeadingText(next?.said ?? ""))) return [];
    const level = next && isRuled(i) && /^(?:-+|=+)$/.test(next.said) ? next.said.charAt(0) : undefined;
    const isKnown = isHeadingText(text);
    // A comment of code ends as a sentence does.
    const atx =
      (markdown || i === first) && !endsSentence(text)
        ? /^(?:#{1,6}|={2,6}|=(?=.*\s=$))\s/.exec(text)?.[0].length
        : undefined;
    if (!isKnown && atx === undefined && (level === undefined || !markdown)) return [row];
    const shown = isMarked(text) ? unescaped(row.body.without(MARKS)).trim() : row.text;
    const bare = new Row(isKnown ? shown.without(STOPS) : shown);
    const isTitle = !isKnown && !titled && (atx === 2 || level === "=" || (!hasTitle && i < 12));
    titled ||= isTitle;
    return [isTitle ? bare.as("title") : bare.as(isKnown && !isMarked(text) ? undefined : "heading")];
  });
}

/** A line of one sign under a heading. */
const UNDERLINE = /^[-=_*~─═]{3,}$/;

/**
 * Makes what tells of a row, by its index, whether a rule under it makes a heading of it: a known one, the title, or another that
 * stands apart where known ones have such rules. Code may have lines of dashes.
 */
function rulesOf(rows: readonly Row[]): (at: number) => boolean {
  const isUnder = ({ said, isBlank }: Row, rule = ""): boolean =>
    !isBlank && UNDERLINE.test(rule) && !isRule(said) && said.length < 200;
  const known = rows.flatMap(({ said }, i) => (isHeadingText(said) ? [i] : []));
  const [first = rows.length] = known;
  const signs = known.map((i) => rows[i + 1]?.said ?? "").filter((rule) => UNDERLINE.test(rule));
  const proven = new Set(signs.map((rule) => rule.charAt(0)));
  return (at) => {
    const [row, rule, below] = rows.slice(Math.max(at, 0), at + 3);
    if (!row || !isUnder(row, rule?.said)) return false;
    const isApart = proven.has(rule?.said.charAt(0) ?? "") && (below?.isBlank ?? true);
    return at < first || isApart || isHeadingText(row.said);
  };
}

/** A link, whose text alone is kept. */
const LINK = /(?<!!)\[([^\][]*)\]\([^)\s]*(?:\s"[^"]*")?\)/g;

/** A row that is emphasised as a whole, as captions are. */
const ITALIC_ROW = /^(\s*)(?:\*|_)(?![\s*_])([^*_]{8,})(?:\*|_)\s*$/g;

/** Emphasis within a line. Two underscores are left alone, since names in prose have them. */
const EMPHASIS =
  /(?<![\w*\\])(\*{1,3})(?=[^\s*])([^*]*[^\s*\\])\1(?![\w*])|(?<![\w\\])_(?=[^\s_])([^_]*[^\s_\\])_(?!\w)/g;

/** A link whose address stands elsewhere. */
const NOTED = /(?<![\w\]!])\[([^\][]+)\]\[[\w-]*\]/g;

/** Takes marks off the words of a row that is a paragraph of Markdown. */
function withoutEmphasis(text: Strand): Strand {
  const bare = text
    .replace(EMPHASIS, ([, , starred, underlined]) => starred ?? underlined)
    .replace(NOTED, ([, shown]) => shown)
    .replace(LINK, ([, shown]) => shown);
  return bare !== text && isSentence(bare.text.trim()) ? bare : text;
}

/** Takes links and escapes off the text of rows that are no code. */
export function plainText(rows: readonly Row[], _: Draft, { isEscaped }: Hints): Row[] {
  const without = unescaper(rows, isEscaped);
  return rows.map((row) => {
    if (row.role === "code" || row.isBlank || !/[\\[*_`<]/.test(row.text.text)) return row;
    const marked = isEscaped && row.role === undefined ? new Row(withoutEmphasis(row.text)) : row;
    let text = without(marked).replace(ITALIC_ROW, ([, start = "", shown = ""]) => start + shown);
    text = text.replace(LINK, ([, shown]) => shown);
    return text === row.text ? row : new Row(text, row.role);
  });
}
