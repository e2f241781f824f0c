import { flagged } from "../format/pattern.ts";
import { pastBullets } from "./bullets.ts";
import { type Row, rowOf } from "./row.ts";
import { LABEL } from "./words.ts";

/** What people and programs put around labels, and between a label and its value, where the site has nothing. */

/** Signs before a label: a bracket, a quotation mark, a picture. */
const OPENING = /[^\p{L}\p{N}\s•|*#+\\_:.-]{1,3}/u;

/** Signs right behind one, and what joins it to its value: an arrow, a dash, a sign of equality, dots that lead there. */
const CLOSING = /["'`\])}>”»’~=/]{0,3}/;
const JOINT = /\s*(?:[-–—=]*[=→>]|:{2,}|[–—~·»;,_]|[-/](?=\s|$)|[.…_]{2,}|(?:\s?\.){3,})/;

const LABELLED = flagged("iu")`^((?:${OPENING}\s?)?)(${LABEL})((?:${CLOSING}${JOINT}|${CLOSING})[:：]?\s*)`;

/** The fewest rows with the same signs that tell how labels are written. */
const MIN_ROWS = 3;

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
  const signs = (before + behind).replace(/\s+|[:：]$/g, "");
  return { parts: [start, from, to, to + behind.length], signs };
}

/** Writes the labels of rows as the site does, and a colon behind them, where several have the same signs around them. */
export function plainLabels(rows: readonly Row[]): readonly Row[] {
  const all = rows.map(labelledOf);
  const counts = new Map<string, number>();
  for (const { signs } of all.filter((one) => one !== undefined))
    if (signs !== "") counts.set(signs, (counts.get(signs) ?? 0) + 1);
  return rows.map((row, i) => {
    const one = all[i];
    if (one === undefined || (counts.get(one.signs) ?? 0) < MIN_ROWS) return row;
    const [start, from, to, past] = one.parts;
    const { text } = row;
    return rowOf([text.slice(0, start), text.slice(from, to), ": ", text.slice(past)], row.role);
  });
}
