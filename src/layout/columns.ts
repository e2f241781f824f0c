import { type FieldRow, isEntriesRow, isValueRow, type ValueRow } from "../format/fields.ts";
import { endsSentence } from "../syntax/look.ts";
import { type Bit, joinBits } from "./bits.ts";
import { type ColumnLabel, type ColumnValue, rightColumn, splitAt } from "./column-rows.ts";
import { isNoValue, looksLabelled, startsAnyEntry, startsEntry } from "./labels.ts";
import type { Row } from "./row.ts";
import { divisionAtTop, fullnessOf, wholeEntries } from "./top-columns.ts";
import { type Costs, type UnsureList, unsureLists } from "./unsure-lists.ts";

/**
 * Tables drawn as two columns, where a label stands beside the middle of its value as often as beside its start. Which
 * lines belong to which label is told by the kinds of the fields, and by how far each label stands from the middle of
 * its lines: of all ways to divide the lines among the labels in their order, the one is taken that fits best.
 */

/** More lines than any box has: work on them would grow with their square. */
const MAX_ROWS = 600;

/** What was read of rows as two columns. */
export interface Columns {
  /** The bits of the table, each label before its value. */
  readonly bits: Bit[];
  /** Rows within it that are none of it, each with the field that stands above. */
  readonly strays: readonly (readonly [row: Row, field: FieldRow])[];
  readonly unsure: readonly UnsureList[];
  /** The index of its first row, and the one past its last: what stands around a table is none of it. */
  readonly start: number;
  readonly past: number;
}

/** Reads rows as two columns; undefined where there are none. */
export function inColumns(rows: readonly Row[]): Columns | undefined {
  const column = rightColumn(rows);
  if (column === undefined || rows.length > MAX_ROWS) return undefined;
  const split = splitAt(rows, column);
  if (!split) return undefined;
  const { labels, values, strays, start, past } = split;
  // A table that is cut off at a label has no lines of it.
  const isCut = (values.at(-1)?.at ?? 0) < (labels.at(-1)?.at ?? 0);
  const whole = isCut ? labels.slice(0, -1) : labels;
  const top = divisionAtTop(whole, values);
  const { groups, unsure } = top ? { groups: top, unsure: [] } : divided(whole, values);
  const bits = labels.flatMap(({ row, bit }, i) => {
    const lines = (groups[i] ?? []).map((value, k) => ({ ...value.bit, after: k === 0, apart: false }));
    const [first, ...more] = lines;
    // The value of a label is one, over however many lines.
    const isOne = first !== undefined && isValueRow(row);
    if (isOne) return [bit, more.reduce<Bit>(joinBits, first)];
    return [bit, ...(top && isEntriesRow(row) ? wholeEntries(lines) : lines)];
  });
  const fieldAbove = (at: number): FieldRow => {
    const i = groups.findLastIndex(([first]) => first !== undefined && first.at < at);
    return (labels[Math.max(i, 0)] as ColumnLabel).row;
  };
  return { bits, strays: strays.map(({ row, at }) => [row, fieldAbove(at)]), unsure, start, past };
}

/** How many lines a field can have. */
const MAX_GROUP = 60;

/** What it costs to leave a line above the first label. */
const LEFT_OVER = 9;

function costsOf(label: ColumnLabel, values: readonly ColumnValue[]): Costs {
  const costOfLines = lineCosts(label.row, values);
  const isBare = Number.isInteger(label.at) && values.every(({ at }) => at !== label.at);
  return (from, past) => {
    const place = costOfPlace(label, values[from], values[past - 1], past - from);
    return place + (from === past ? 0 : costOfLines(from, past) + (isBare ? NO_LINES : 0));
  };
}

/** Divides values among labels, and finds the lists that may have lines of others. */
function divided(
  labels: readonly ColumnLabel[],
  values: readonly ColumnValue[],
): { groups: ColumnValue[][]; unsure: readonly UnsureList[] } {
  const costs = labels.map((label) => costsOf(label, values));
  const groups = bestDivision(costs, values);
  return { groups, unsure: unsureLists(labels, groups, costs, values) };
}

/** Divides values among labels, in order, at the least cost. */
function bestDivision(labels: readonly Costs[], values: readonly ColumnValue[]): ColumnValue[][] {
  const m = values.length;
  let costs: number[] = Array.from({ length: m + 1 }, (_, i) => i * LEFT_OVER);
  const choices: number[][] = [];
  for (const costOf of labels) {
    const next: number[] = [];
    const from: number[] = [];
    for (let b = 0; b <= m; b++) {
      let least = Infinity;
      let start = b;
      for (let a = b; a >= Math.max(0, b - MAX_GROUP); a--) {
        const cost = (costs[a] as number) + costOf(a, b);
        if (cost < least) {
          least = cost;
          start = a;
        }
      }
      next.push(least);
      from.push(start);
    }
    costs = next;
    choices.push(from);
  }
  const groups: ColumnValue[][] = [];
  let end = m;
  for (const choice of choices.reverse()) {
    const start = choice[end] as number;
    groups.unshift(values.slice(start, end));
    end = start;
  }
  return groups;
}

/** What it costs that a label has no lines, or has some where nothing stands beside it, as in an empty cell. */
const NO_LINES = 12;

/** What it costs that a label stands where it does beside its lines: at their middle or at their first is best. */
function costOfPlace(
  { at }: ColumnLabel,
  first: ColumnValue | undefined,
  last: ColumnValue | undefined,
  count: number,
): number {
  if (!first || !last || count === 0) return NO_LINES;
  const above = at - first.at;
  const below = last.at - at;
  if (above < 0 || below < 0) return 4 * Math.max(-above, -below);
  const off = Math.max(0, Math.abs(above - below) - 1);
  return above === 0 ? Math.min(off, 2) : off;
}

/** What it costs that a field has the lines from one up to another, one at least. */
type LineCosts = (from: number, past: number) => number;

/** Tells what lines cost a field. Each line is looked at once: what several cost is a difference of sums. */
function lineCosts(row: FieldRow, values: readonly ColumnValue[]): LineCosts {
  const bits = values.map(({ bit }) => bit);
  const gaps = sums(bits, ({ apart }) => (apart ? 1 : 0));
  const costOfKind = kindCosts(row, bits);
  return (from, past) => costOfKind(from, past) + between(gaps, from + 1, past);
}

/** The sums of what each of some bits counts, up to each. */
function sums(bits: readonly Bit[], count: (bit: Bit, at: number) => number): number[] {
  const all = [0];
  for (const [at, bit] of bits.entries()) all.push((all[at] as number) + count(bit, at));
  return all;
}

const between = (all: readonly number[], from: number, past: number): number =>
  (all[past] as number) - (all[from] as number);

/** Tells what lines cost that are what a field of this kind has none of. */
function kindCosts(row: FieldRow, bits: readonly Bit[]): LineCosts {
  if (isEntriesRow(row)) return entryCosts(row, bits);
  if (!isValueRow(row)) return itemCosts(row, bits);
  const costOfText = row.kind === "sentence" ? sentenceCosts(bits) : valueCosts(row, bits);
  const items = sums(bits, ({ isItem, text }) => (isItem || startsAnyEntry(text.text) ? 1 : 0));
  return (from, past) => costOfText(from, past) + (between(items, from, past) > 0 ? 12 : 0);
}

function valueCosts(row: ValueRow, bits: readonly Bit[]): LineCosts {
  if (row.joint !== undefined) return jointCosts(row.joint, bits);
  const firsts = bits.map(({ text }) => (isNoValue(row, text.text) ? 10 : 0));
  return (from, past) => (firsts[from] as number) + 8 * (past - from - 1);
}

/** How many lines a text of two parts may run over. */
const MAX_JOINT_LINES = 4;

/** A text of two parts with a sign between is short of one before the line that ends it. */
function jointCosts(joint: string, bits: readonly Bit[]): LineCosts {
  const isFull = fullnessOf(bits);
  return (from, past) => {
    const lines = bits.slice(from, Math.min(past, from + MAX_JOINT_LINES)).map(({ text }) => text.text);
    return (lines.join(" ").includes(joint) ? 0 : 6) + past - from - 1 + (isFull(past - 1) ? 2 : 0);
  };
}

/** Where sentences start with a capital, the rest of one does not. */
const STARTS_SMALL = /^\p{Ll}/u;

function sentenceCosts(bits: readonly Bit[]): LineCosts {
  const shifts = sums(bits, ({ column }, at) => (at > 0 && column !== bits[at - 1]?.column ? 1 : 0));
  const ends = bits.map(({ text }) => (endsSentence(text.text) ? 0 : 6));
  const starts = bits.map(({ text }) => (STARTS_SMALL.test(text.text) ? 2 : 0));
  return (from, past) =>
    (between(shifts, from + 1, past) > 0 ? 3 : 0) + (ends[past - 1] as number) + (starts[from] as number);
}

function itemCosts(row: FieldRow, bits: readonly Bit[]): LineCosts {
  const size = row.kind === "list" ? row.size : undefined;
  const items = sums(bits, ({ text: { text } }) =>
    text === "" ? 4 : startsAnyEntry(text) && text.includes(":") ? 6 : looksLabelled(text) ? 3 : 0,
  );
  return (from, past) => between(items, from, past) + (size !== undefined && size !== past - from ? 3 : 0);
}

function entryCosts(row: FieldRow, bits: readonly Bit[]): LineCosts {
  const isEntry = bits.map(({ text: { text } }) => text === "" || startsEntry(row, text));
  // The label of an entry may be misspelled.
  const isOther = bits.map(
    ({ isItem, text: { text } }) => (isItem && !looksLabelled(text)) || startsAnyEntry(text),
  );
  const costOf = (at: number, isRest: boolean): number =>
    isEntry[at] ? 0 : isOther[at] ? 6 : isRest ? 0.5 : 2;
  const rests = sums(bits, ({ column }, at) => costOf(at, at > 0 && column >= (bits[at - 1] as Bit).column));
  const isFull = fullnessOf(bits);
  return (from, past) => costOf(from, false) + between(rests, from + 1, past) + (isFull(past - 1) ? 1 : 0);
}
