import { HEADINGS } from "../format/headings.ts";
import { flagged } from "../format/pattern.ts";
import { pastBullets } from "./bullets.ts";
import { headingsAlone } from "./markdown.ts";
import { Row, rowOf } from "./row.ts";
import { LABEL } from "./words.ts";

/** What people and programs put around headings and labels, and between a label and its value, where the site has nothing. */

/** Signs before a label: a bracket, a quotation mark, a picture. */
const OPENING = /[^\p{L}\p{N}\s•|*#+\\_:.-]{1,3}/u;

/** Signs right behind one, and what joins it to its value: an arrow, a dash, a sign of equality, dots that lead there. */
const CLOSING = /["'`\])}>”»’~=/]{0,3}/;
const JOINT = /\s*(?:[-–—=]*[=→>]|:{2,}|[–—~·»;,_]|[-/](?=\s|$)|[.…_]{2,}|(?:\s?\.){3,})/;

const LABELLED = flagged("iu")`^((?:${OPENING}\s?)?)(${LABEL})((?:${CLOSING}${JOINT}|${CLOSING})[:：]?\s*)`;

/** A number, a letter, or the level of a heading before it; a link behind it. */
const COUNTED = /(?:\d{1,2}|[a-z]|[ivx]{1,4}|h[1-6]|section|heading level [1-6])[.:)]?\s/;
const LINK = /\s?(?:[^\p{L}\p{N}\s]{1,3}|[[(](?:edit|link)[\])])/u;
const HEADED = flagged("iu")`^((?:${OPENING}\s?|${COUNTED})?)(${HEADINGS})((?:${LINK})?)$`;

/** The fewest rows with the same signs that tell how headings or labels are written. */
const MIN_ROWS = 3;

/** Tells which of some signs several rows have; those of no row are undefined. */
function provenOf(all: readonly (string | undefined)[]): ReadonlySet<string | undefined> {
  const counts = new Map<string, number>();
  for (const signs of all) if (signs) counts.set(signs, (counts.get(signs) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= MIN_ROWS).map(([signs]) => signs));
}

/** Takes the signs around headings off, where several have the same; where one stands alone, others are a table of contents. */
export function plainHeadings(rows: readonly Row[]): readonly Row[] {
  const found = rows.map(({ said, role }) => (role === undefined ? HEADED.exec(said) : null));
  const signs = found
    .map((one) => one && (one[1] as string) + one[3])
    .map((one) => one?.replace(/^\w+/, "1"));
  const proven = provenOf(signs);
  if (proven.size === 0) return rows;
  const alone = headingsAlone(rows);
  if (found.some((one, i) => proven.has(signs[i]) && alone.has(one?.[2]?.toLowerCase() ?? ""))) return rows;
  return rows.map((row, i) => {
    if (!proven.has(signs[i])) return row;
    const [, before = "", heading = ""] = found[i] as RegExpExecArray;
    return new Row(row.body.slice(before.length, before.length + heading.length));
  });
}

/** A label that is a heading, between as many stars or other signs before and behind it. */
const FRAMED = flagged("i")`^([*=~_]{2,6})\s+(${LABEL})\s*:?\s+\1$`;

/** Takes the signs off labels that are headings, where several stand so. */
export function labelsWithoutFrames(rows: readonly Row[]): readonly Row[] {
  const found = rows.map(({ said, role }) => (role === "code" ? null : FRAMED.exec(said)));
  if (found.filter((one) => one !== null).length < MIN_ROWS) return rows;
  return rows.map((row, i) => {
    const [, signs, label] = found[i] ?? [];
    if (signs === undefined || label === undefined) return row;
    const at = row.said.indexOf(label, signs.length);
    return new Row(row.body.slice(at, at + label.length));
  });
}

/** A row with a label, taken apart. */
interface Labelled {
  /** Where the signs before the label start, the label, the signs behind it, and what follows. */
  readonly parts: readonly [number, number, number, number];
  /** The signs around the label; empty where there are none but a colon. */
  readonly signs: string;
}

function labelledOf({ text: { text }, indent, said }: Row): Labelled | undefined {
  const start = indent + pastBullets(said);
  const [, before, label, behind] = LABELLED.exec(text.slice(start)) ?? [];
  if (before === undefined || label === undefined || behind === undefined) return undefined;
  const from = start + before.length;
  const to = from + label.length;
  const signs = (before + behind).replace(/\s+/g, "").replace(/[:：]$/, "");
  return { parts: [start, from, to, to + behind.length], signs };
}

/** Writes the labels of rows as the site does, and a colon behind them, where several have the same signs around them. */
export function plainLabels(rows: readonly Row[]): readonly Row[] {
  const all = rows.map(labelledOf);
  const proven = provenOf(all.map((one) => one?.signs));
  return rows.map((row, i) => {
    const one = all[i];
    if (!one || !proven.has(one.signs)) return row;
    const [start, from, to, past] = one.parts;
    const { text } = row;
    const joint = past === to ? ": " : text.slice(to, past).replace(/.+/g, () => ": ");
    return rowOf([text.slice(0, start), text.slice(from, to), joint, text.slice(past)], row.role);
  });
}
