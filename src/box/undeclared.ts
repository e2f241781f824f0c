import type { Bit } from "../layout/bits.ts";
import { Strand } from "../layout/strand.ts";
import type { Context } from "./context.ts";
import { valueText } from "./lines.ts";
import { ROW } from "./regions.ts";

/** Rows that nobody declared, among what no field took. */

/** A row that nobody declared. */
export interface Undeclared {
  readonly label: string;
  readonly value: Strand | readonly Strand[];
  /** All of it in the text. */
  readonly at: Strand;
  /** How many bits it takes. */
  readonly count: number;
}

/** Reads a row that nobody declared: `label: value`, a label and cells, a label over a value or bullets. */
export function undeclaredAt(bits: readonly Bit[], i: number): Undeclared | undefined {
  const bit = bits[i] as Bit;
  const { text } = bit.text;
  const cells = sameRow(bits, i);
  if (!bit.after && cells.length > 0) return row(bits, i, text, valueText(cells), cells.length);
  const [, label, value = ""] = ROW.exec(text) ?? [];
  if (label !== undefined && value.trim() !== "")
    return row(bits, i, label, bit.text.slice(text.length - value.length).trim(), 0);
  const items = bit.isItem ? [] : itemsBelow(bits, i);
  if (items.length > 0)
    return row(
      bits,
      i,
      label ?? text,
      items.map((item) => valueText([item])),
      items.length,
    );
  const next = bits[i + 1];
  return label !== undefined && next !== undefined && !ROW.test(next.text.text)
    ? row(bits, i, label, valueText([next]), 1)
    : undefined;
}

/**
 * What follows the last field and looks like its rows: past it, the box may be over. Within a field with entries, all that follows
 * without a blank line does.
 */
export function rowsBelow(
  left: readonly Bit[],
  { hasColons }: Context,
  isSpaced: boolean,
  isWithin: boolean,
): Bit[] {
  const rows: Bit[] = [];
  for (let i = 0; i < left.length; i++) {
    const bit = left[i] as Bit;
    const row = undeclaredAt(left, i);
    const isRow = row !== undefined && (hasColons || bit.bold || !bit.apart);
    // Where no sign parts labels from values, any line right below may be a row.
    const isOther = bit.after || bit.isItem || bit.bold || isWithin || !hasColons;
    const isNext =
      !bit.apart || (bit.isItem && (rows.length > 0 || bit.bold)) || ((isRow || bit.bold) && isSpaced);
    const isProse = row === undefined && !bit.isItem && PROSE.test(bit.text.text);
    if (!isNext || !(isRow || isOther) || isProse) break;
    const count = row?.count ?? 1;
    rows.push(...left.slice(i, i + count));
    i += count - 1;
  }
  return rows;
}

/** A long sentence, as follows a box. */
export const PROSE = /^.{60,}[.!?…]$/;

/** How long a row is at most that no sign tells from a text. */
const MAX_ROW = 60;

/** Tells whether a line may be a row of which no sign parts label and value: it is short and no sentence. */
export const mayBeRow = (text: string): boolean => text.length <= MAX_ROW && !/[.!?…,;:]$/.test(text);

const row = (
  bits: readonly Bit[],
  i: number,
  label: string,
  value: Strand | readonly Strand[],
  more: number,
): Undeclared => ({
  label,
  value,
  at: Strand.join(bits.slice(i, i + more + 1).map(({ text }) => text)),
  count: more + 1,
});

/** The cells that follow a bit in its row. */
const sameRow = (bits: readonly Bit[], i: number): readonly Bit[] =>
  runFrom(bits, i + 1, ({ after, row: own }) => after && own === bits[i]?.row);

/** The bullets right below a bit. */
const itemsBelow = (bits: readonly Bit[], i: number): readonly Bit[] =>
  runFrom(bits, i + 1, ({ isItem }) => isItem);

/** The bits from a place on for which something holds, up to the first for which it does not. */
function runFrom(bits: readonly Bit[], from: number, holds: (bit: Bit) => boolean): readonly Bit[] {
  let to = from;
  while (to < bits.length && holds(bits[to] as Bit)) to++;
  return bits.slice(from, to);
}
