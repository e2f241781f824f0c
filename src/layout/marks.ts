import { anyCase } from "../format/pattern.ts";
import { isHeadingText } from "./markdown.ts";
import { Row, rowOf } from "./row.ts";
import { LABEL } from "./words.ts";

/**
 * Marks of Markdown and tags as they are written over several lines: one that is open where its line ends goes on below.
 * The attributes that pandoc writes behind a heading say nothing of it.
 */

/** A tag, an image of Markdown, or a caption or an item in tags, that is open at the end of a line. */
const OPEN =
  /<\/?(?:a|div|figure|figcaption|img|li|p|span|time)\b[^<>]*$|!\[[^\]]*(?:\](?:\([^)\s]*)?)?$|\{\{[^{}]*$|<figcaption\b[^<>]*>(?:(?!<\/figcaption>).)*$|<li>(?=\S)(?:(?!<\/?li|<[uo]l).)*$/i;

/** What opens a list or an item, so that the item above it is at its end. */
const STARTS_LIST = /^<\/?(?:ul|ol|li)\b/i;

/** The longest mark in lines. */
const MAX_LINES = 6;

/** The attributes of a heading: an identifier, or classes; an identifier that a heading of Markdown alone has. */
const ATTRIBUTES = /^\{[#.][^{}]*\}$/;
const OF_MARKDOWN = /^\[[a-z\d-]+\]$/;

/** The sign before a heading, and the rule under one. */
const SIGN = /^#{1,6}\s/;
const RULE = /^(?:-{3,}|={3,})$/;

/** Anchors before a heading, as mammoth writes them. */
const ANCHORS = /^(?:<a (?:id|name)="[^"<>]*"><\/a>)+/;

/** A heading of Textile or Jira: its level, and an identifier. */
const LEVELLED = /^h([1-6])(?:\([^)\s]*\))?\.\s+(?:\{anchor:[^{}]*\})?(?=\S)/;

/** A label in bold or italics with spaces within the marks, which Markdown does not take for either; the item it opens may have a bullet. */
const LOOSE = anyCase`^((?:[-+•◦]\s+)?)(?:\*\*\s+(?<bold>${LABEL})\s+\*\*|\*\s+(?<italic>${LABEL}:?)\*(?!\*))`;

/** Joins the rows of each mark that closes below the line it starts on, and takes attributes off headings. */
export function wholeMarks(rows: readonly Row[]): Row[] {
  const out: Row[] = [];
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as Row;
    const heading = row.role === undefined ? wrappedHeading(rows, at) : undefined;
    if (heading) {
      out.push(heading.row);
      at += heading.length - 1;
      continue;
    }
    const length = row.role === undefined && OPEN.test(row.said) ? linesOfMark(rows, at) : 1;
    const below = rows[at + length]?.said ?? "";
    out.push(withPlainMark(length === 1 ? row : joined(rows.slice(at, at + length)), RULE.test(below)));
    at += length - 1;
  }
  return out;
}

/** A heading between signs that is open at the end of its line, and the end of one. */
const OPEN_HEADING = /^(\*{3,6}|={2,6})\s+(?=\p{L})(?!.*\s\1$)/u;

/** Reads a heading between signs that runs over several rows: none that is known is so long, and so it is the title. */
function wrappedHeading(rows: readonly Row[], at: number): { row: Row; length: number } | undefined {
  const [open, signs] = OPEN_HEADING.exec((rows[at] as Row).said) ?? [];
  if (open === undefined || signs === undefined) return undefined;
  const below = rows.slice(at + 1, at + MAX_LINES);
  const end = below.findIndex(({ said, isBlank }) => isBlank || said.endsWith(` ${signs}`));
  if (end < 0 || below[end]?.isBlank) return undefined;
  const { body } = joined(rows.slice(at, at + end + 2));
  return {
    row: new Row(body.slice(open.length, body.text.length - signs.length).trim(), "title"),
    length: end + 2,
  };
}

/** How many rows a mark runs over; one where it does not close before a blank row. */
function linesOfMark(rows: readonly Row[], at: number): number {
  let text = (rows[at] as Row).said;
  for (let next = at + 1; next < Math.min(rows.length, at + MAX_LINES); next++) {
    const row = rows[next] as Row;
    if (row.isBlank || row.role !== undefined || STARTS_LIST.test(row.said)) return 1;
    text += ` ${row.said}`;
    if (!OPEN.test(text)) return next - at + 1;
  }
  return 1;
}

const joined = ([first, ...others]: readonly Row[]): Row =>
  new Row(others.reduce((text, { body }) => text.joinedWith(" ", body), (first as Row).text));

/** Takes off a heading, which may have a rule under it, or a label what is no part of it, and writes its mark as Markdown does. */
function withPlainMark(row: Row, isRuled: boolean): Row {
  if (row.role !== undefined) return row;
  const { said } = row;
  const loose = LOOSE.exec(said);
  if (loose !== null) {
    const { bold, italic = bold ?? "" } = loose.groups ?? {};
    const from = said.indexOf(italic);
    const [whole, bullet = ""] = loose;
    const label = row.body.slice(from, from + italic.length);
    return rowOf([
      row.text.slice(0, row.indent + bullet.length),
      "**",
      label,
      "**",
      row.body.slice(whole.length),
    ]);
  }
  // Anchors hold no level.
  const [before, level] = ANCHORS.exec(said) ?? LEVELLED.exec(said) ?? [];
  const mark = level === undefined ? "" : `${"#".repeat(Number(level))} `;
  const shown = before === undefined ? row : rowOf([mark, row.body.slice(before.length)]);
  const heading = withoutAttributes(shown.said);
  if (!heading || !(isRuled || SIGN.test(heading) || isHeadingText(heading))) return shown;
  return new Row(shown.body.slice(0, heading.length));
}

/** Takes the attributes off what may be a heading; undefined where it has none. */
function withoutAttributes(said: string): string | undefined {
  if (!/[}\]]$/.test(said)) return undefined;
  const at = Math.max(said.lastIndexOf("{"), said.lastIndexOf("["));
  const last = said.slice(at);
  const isAttributes = ATTRIBUTES.test(last) || (said.startsWith("#") && OF_MARKDOWN.test(last));
  return isAttributes ? said.slice(0, at).trimEnd() : undefined;
}
