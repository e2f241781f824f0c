import type { Bit } from "../layout/bits.ts";
import type { Found } from "./found.ts";

/**
 * Signs that stand before and behind a value on its line: joints, bullets, bars that part rows. Those of several rows are the
 * box's; one that a single row has may be the value's own.
 */

/** Addresses of links and images, their numbers, and tags: these are no signs of the box. */
const ADDRESSES = /\]\([^)\s]*\)|\[\d+\]|<[^<>]*>/g;

/** Signs of joints and bullets. A star with no space around it is a mark of emphasis. */
const SIGNS = /[:：|│┃║•◦‣▪·+–—=~\\-]|(?<=\s)\*(?=\s|$)/g;

/** How many other rows tell what signs a box has. */
const MIN_ROWS = 2;

/** The signs of a text, a second one of a kind as two; undefined where the text has other things, or is none of one line. */
function signsIn(given: string): string[] | undefined {
  const text = given.replace(ADDRESSES, "");
  return /[\p{L}\p{N}\n\r]/u.test(text) ? undefined : signsOf(text.match(SIGNS) ?? []);
}

const signsOf = (found: readonly string[]): string[] =>
  found.map((sign, i) => sign.repeat(found.slice(0, i + 1).filter((one) => one === sign).length));

const isBar = (sign: string): boolean => /^[|│┃║]+$/.test(sign);

/** The signs of the rows of a box. */
export class RowSigns {
  /** How many rows have a sign before and behind their values. */
  private readonly before = new Map<string, number>();
  private readonly behind = new Map<string, number>();
  private count = 0;
  /** How many rows end with their value, and its signs. */
  private ends = 0;
  /** How many rows have nothing between label and value. */
  private fused = 0;

  /**
   * @param source - the text that was given
   * @param bits - its bits
   * @param labels - the labels of the box
   */
  constructor(
    private readonly source: string,
    bits: readonly Bit[],
    labels: readonly Found[],
  ) {
    labels.forEach((found, i) => {
      const bit = bits[found.at] as Bit;
      const next = bits[found.at + 1];
      const isOne = found.to < bit.text.text.length;
      const value = isOne ? bit.text.slice(found.to) : next?.after ? next.text : undefined;
      if (value === undefined || value.isBlank) return;
      const end = bit.text.pastOf(found.end);
      const signs = this.between(end, value.start);
      if (signs === undefined) return;
      this.count++;
      if (end === value.start) this.fused++;
      const row = { isItem: bit.isItem && found.from === 0 };
      add(this.before, signs, row);
      const rest = labels[i + 1]?.at === found.at ? undefined : this.behindOf({ text: value, row: bit.row });
      if (rest === undefined) return;
      this.ends++;
      add(this.behind, rest, row);
    });
  }

  /** A sign between a label and its value that no other row has. */
  strangeBefore(label: Bit, start: number): string | undefined {
    const { end } = label.text;
    // A colon right behind a label is the joint, unless labels are fused with their values here.
    const isJoint = this.fused * 2 <= this.count && /[:：]/.test(this.source.charAt(end));
    return this.count <= MIN_ROWS
      ? undefined
      : this.strange(this.before, label, this.between(isJoint ? end + 1 : end, start));
  }

  /** A sign between a value and the end of its row that no other row has. */
  strangeBehind(label: Bit, last: Bit): string | undefined {
    return this.ends <= MIN_ROWS ? undefined : this.strange(this.behind, label, this.behindOf(last));
  }

  /** The signs behind a value in its row: not the bar at the end of one that starts with a bar. */
  private behindOf({ text, row }: Pick<Bit, "text" | "row">): string[] | undefined {
    const signs = this.between(text.end, row.body.end);
    return isBar(row.said.charAt(0)) ? signs?.filter((sign) => !isBar(sign)) : signs;
  }

  private between(from: number, to: number): string[] | undefined {
    return signsIn(this.source.slice(from, to));
  }

  private strange(
    counts: ReadonlyMap<string, number>,
    label: Bit,
    signs: readonly string[] = [],
  ): string | undefined {
    return signs.find((sign) => (counts.get(keyOf(sign, label)) ?? 0) < 2);
  }
}

/** A sign of rows with a bullet is none of those without: what is left of entries has other signs than fields. */
const keyOf = (sign: string, { isItem }: Pick<Bit, "isItem">): string =>
  isItem ? `${sign} in a bullet` : sign;

const add = (counts: Map<string, number>, signs: readonly string[], row: Pick<Bit, "isItem">): void => {
  for (const sign of signs) counts.set(keyOf(sign, row), (counts.get(keyOf(sign, row)) ?? 0) + 1);
};
