import { FIELDS, type FieldRow, isEntriesRow, isValueRow } from "../format/fields.ts";
import { endsSentence } from "../syntax/look.ts";
import { type Bit, bitsOf, isRule } from "./bits.ts";
import type { Draft } from "./draft.ts";
import { isNoValue, startsAnyEntry, startsEntry } from "./labels.ts";
import { Row } from "./row.ts";

/**
 * Tables drawn as two columns, where a label stands beside the middle of its value as often as beside its start. Which
 * lines belong to which label is told by the kinds of the fields, and by how far each label stands from the middle of
 * its lines: of all ways to divide the lines among the labels in their order, the one is taken that fits best.
 */

/** A label of the left column, and where it stands. */
interface ColumnLabel {
  readonly row: FieldRow;
  readonly bit: Bit;
  /** The index of its row; half-way where it runs over two. */
  readonly at: number;
}

/** A line of the right column. */
interface ColumnValue {
  readonly bit: Bit;
  readonly at: number;
}

const BY_LABEL: ReadonlyMap<string, FieldRow> = new Map(FIELDS.map((row: FieldRow) => [row.label, row]));
const fieldOf = (text: string): FieldRow | undefined => BY_LABEL.get(text.toLowerCase().replace(/\s+/g, " "));

/** How many lines tell where the right column starts. */
const MIN_ROWS = 3;
/** More lines than any box has: work on them would grow with their square. */
const MAX_ROWS = 600;

/** Gives the bits of rows in two columns, each label before its value; undefined where there are none. */
export function inColumns(rows: readonly Row[], draft: Draft): Bit[] | undefined {
  const column = rightColumn(rows);
  if (column === undefined || rows.length > MAX_ROWS) return undefined;
  const split = splitAt(rows, column);
  if (split === undefined || split.labels.every(({ at }, i) => startsGroup(split.values, at, i)))
    return undefined;
  const groups = bestDivision(split.labels, split.values);
  void draft;
  return split.labels.flatMap(({ bit }, i) => [
    bit,
    ...(groups[i] ?? []).map((value, k) => ({ ...value.bit, after: k === 0, apart: false })),
  ]);
}

/** Tells whether no line stands above a label's row that could be its own. */
const startsGroup = (values: readonly ColumnValue[], at: number, i: number): boolean =>
  i === 0 && !values.some((value) => value.at < at);

/** A label, a gap, and a value. */
const LABELLED = /^(\s*)(\S+(?: \S+){0,2}?)(\s{2,})(?=\S)/;

/** Finds the column at which most values start that stand on the line of their label. */
function rightColumn(rows: readonly Row[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { text } of rows) {
    const found = LABELLED.exec(text.text);
    if (found === null || fieldOf(found[2] as string) === undefined) continue;
    const column = found[0].length;
    counts.set(column, (counts.get(column) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] >= MIN_ROWS ? best[0] : undefined;
}

/** Splits rows at a column; undefined where what stands left of it is no label. */
function splitAt(
  rows: readonly Row[],
  column: number,
): { labels: ColumnLabel[]; values: ColumnValue[] } | undefined {
  const labels: ColumnLabel[] = [];
  const values: ColumnValue[] = [];
  let open: { bit: Bit; at: number } | undefined;
  for (const [at, row] of rows.entries()) {
    if (row.isBlank || isRule(row.body.text)) continue;
    const isRight = row.indent >= Math.min(column, 12) && row.indent >= column - 4;
    const edge = isRight ? 0 : leftEdge(row, column);
    if (edge === undefined) return undefined;
    const left = bitsOf(new Row(row.text.slice(0, edge)), false)[0];
    const right = bitsOf(new Row(row.text.slice(edge)), false)[0];
    if (right !== undefined)
      values.push({ at, bit: { ...right, row, whole: false, column: right.column + edge } });
    if (left === undefined) continue;
    const whole = open === undefined ? undefined : fieldOf(`${open.bit.text.text} ${left.text.text}`);
    const field = whole ?? fieldOf(left.text.text);
    if (field === undefined) {
      if (open !== undefined) return undefined;
      open = { bit: { ...left, row, whole: false }, at };
      continue;
    }
    const bit =
      whole === undefined ? { ...left, row, whole: false } : twoLines(open as { bit: Bit }, left, field);
    labels.push({ row: field, bit, at: whole === undefined ? at : (at + (open as { at: number }).at) / 2 });
    open = undefined;
  }
  const isOrdered = labels.every(
    ({ row }, i) =>
      i === 0 || FIELDS.indexOf(row as never) > FIELDS.indexOf((labels[i - 1] as ColumnLabel).row as never),
  );
  return open === undefined && isOrdered && labels.length >= MIN_ROWS ? { labels, values } : undefined;
}

/** A label that runs over two lines, as one. */
function twoLines({ bit }: { bit: Bit }, rest: Bit, _field: FieldRow): Bit {
  const text = bit.text.joinedWith(" ", rest.text);
  return { ...bit, text, cell: text };
}

/** Finds where the left column of a row ends: at the last gap before the right one. */
function leftEdge(row: Row, column: number): number | undefined {
  const { text } = row.text;
  for (let at = Math.min(column, text.length); at > row.indent; at--) {
    if (at === text.length || (/\s/.test(text.charAt(at - 1)) && /\S/.test(text.charAt(at)))) return at;
  }
  const gap = /^\s*\S+(?: \S+){0,2}?(?:\s{2,}|$)/.exec(text);
  return gap?.[0].length;
}

/** How many lines a field can have. */
const MAX_GROUP = 60;

/** Divides values among labels, in order, at the least cost. */
function bestDivision(labels: readonly ColumnLabel[], values: readonly ColumnValue[]): ColumnValue[][] {
  const m = values.length;
  let costs: number[] = Array.from({ length: m + 1 }, (_, i) => (i === 0 ? 0 : i * 9));
  const choices: number[][] = [];
  for (const label of labels) {
    const next: number[] = [];
    const from: number[] = [];
    for (let b = 0; b <= m; b++) {
      let least = Number.POSITIVE_INFINITY;
      let start = b;
      for (let a = b; a >= Math.max(0, b - MAX_GROUP); a--) {
        const cost = (costs[a] as number) + costOf(label, values.slice(a, b));
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
  for (let i = labels.length - 1; i >= 0; i--) {
    const start = (choices[i] as number[])[end] as number;
    // What stands under the last label is its own, and whatever is left over goes with it.
    groups.unshift(values.slice(start, end));
    end = start;
  }
  return groups;
}

/** What it costs that a label has just these lines. */
function costOf({ row, at }: ColumnLabel, group: readonly ColumnValue[]): number {
  const [first, last] = [group[0], group.at(-1)];
  if (first === undefined || last === undefined) return 12;
  const above = at - first.at;
  const below = last.at - at;
  let cost = above < 0 || below < 0 ? 4 * Math.max(-above, -below) : Math.max(0, Math.abs(above - below) - 1);
  if (above === 0) cost = Math.min(cost, 2);
  if (isValueRow(row)) {
    if (row.kind === "sentence") {
      if (group.some(({ bit }) => bit.bulleted || startsAnyEntry(bit.text.text))) cost += 12;
      return cost + (endsSentence(last.bit.text.text) ? 0 : 6);
    }
    if (isNoValue(row, first.bit.text.text)) cost += 10;
    return cost + 8 * (group.length - 1);
  }
  if (isEntriesRow(row)) {
    for (const { bit } of group) {
      if (bit.text.text === "" || startsEntry(row, bit.text.text)) continue;
      cost += bit.bulleted || startsAnyEntry(bit.text.text) ? 6 : 2;
    }
    return cost;
  }
  for (const { bit } of group) if (startsAnyEntry(bit.text.text) && /:/.test(bit.text.text)) cost += 6;
  if ("size" in row && row.size !== undefined && row.size !== group.length) cost += 3;
  return cost;
}
