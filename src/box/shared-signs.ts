import type { Bit } from "../layout/bits.ts";
import type { Strand } from "../layout/strand.ts";
import { jointOf } from "./joints.ts";
import type { LabelTable } from "./labels.ts";

/**
 * Signs that all rows of a box share: a joint of the tool that wrote them, marks around their values or behind them. One
 * that a single row has may be the value's own.
 */

/**
 * A sign behind a label that joins it with its value, or several of the same; those that values start with (sums, brackets,
 * quotations) are none.
 */
const JOINT = /^\s*(?:\(\?\)|([^\p{L}\p{N}\p{Sc}\s"'`“‘«([{<#@+&%°©®✓✔✗✘:：|│┃║-])(?:\s*\1)*)[>:：]?\s*/u;

/** Marks around a value. */
const AROUND = /^(`+|==|"|')(?=\S)(.*\S)\1$/;

/** What stands behind a value that is none of it: a sign between rows, the number of a note, a button. */
const BEHIND = [
  /\s*[;,]$/,
  /\s*(?:\[\^?\d{1,3}\]|[¹²³†])$/,
  /\s*\[edit\]$/i,
  /\s+(?:\(opens in a new tab\)|copy)$/i,
];

/** So many rows share no sign by chance; two do share what joins labels and values, if no other row stands beside them. */
const MIN_ROWS = 3;

/** A row whose label and value stand in one bit. */
interface Row {
  readonly at: number;
  readonly text: Strand;
  /** Past its label. */
  readonly end: number;
}

/** Takes off rows what all of them share: joints become colons, marks around values and behind them go. */
export function withoutSharedSigns(bits: readonly Bit[], table: LabelTable): readonly Bit[] {
  const rows = bits.flatMap(({ text }, at): Row[] => {
    const end = table.startOf(text.text)?.length ?? 0;
    return end === 0 || /^(?:\p{L}|\s*$)/u.test(text.text.slice(end)) ? [] : [{ at, text, end }];
  });
  const plain = withoutAround(BEHIND.reduce(withoutBehind, withColons(rows)));
  const texts = new Map(plain.map(({ at, text }) => [at, text]));
  return bits.map((bit, at) => {
    const text = texts.get(at);
    return text === undefined || text === bit.text ? bit : { ...bit, text, cell: text, whole: false };
  });
}

/** Tells whether a text starts with a joint that any box may have. */
const isKnown = (text: string): boolean => !["space", "fused"].includes(jointOf(text, undefined).joint);

/** Puts a colon in the place of the sign that joins labels and values. */
function withColons(rows: readonly Row[]): readonly Row[] {
  const joints = rows.map(({ text, end }) => {
    const behind = text.text.slice(end);
    return isKnown(behind) ? undefined : JOINT.exec(behind)?.[0];
  });
  const signs = joints.map((joint) => joint?.trim().charAt(0));
  const counts = new Map<string, number>();
  for (const sign of signs) if (sign !== undefined) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  const least = rows.length < MIN_ROWS ? 2 : Math.max(MIN_ROWS, (rows.length * 2) / 3);
  return rows.map((row, i) => {
    if ((counts.get(signs[i] ?? "") ?? 0) < least) return row;
    const { text, end } = row;
    const past = end + (joints[i] as string).length;
    return { ...row, text: text.slice(0, end).joinedWith(": ", text.slice(past)) };
  });
}

/** Where the value of a row starts. */
const startOf = ({ text, end }: Row): number => end + jointOf(text.text.slice(end), undefined).size;

/** Takes the marks off that stand around the values. */
function withoutAround(rows: readonly Row[]): readonly Row[] {
  const marks = rows.map((row) => AROUND.exec(row.text.text.slice(startOf(row)))?.[1]);
  const [mark] = marks;
  if (mark === undefined || rows.length < MIN_ROWS || !marks.every((one) => one === mark)) return rows;
  return rows.map((row) => {
    const { text } = row;
    const from = startOf(row);
    const value = text.slice(from + mark.length, text.text.length - mark.length);
    return { ...row, text: text.slice(0, from).joinedWith("", value) };
  });
}

/** Takes off what stands behind every value. */
function withoutBehind(rows: readonly Row[], behind: RegExp): readonly Row[] {
  const found = rows.map((row) => behind.exec(row.text.text.slice(startOf(row)))?.[0] ?? "");
  if (rows.length < MIN_ROWS || found.includes("")) return rows;
  return rows.map((row, i) => ({
    ...row,
    text: row.text.slice(0, row.text.text.length - (found[i] as string).length),
  }));
}
