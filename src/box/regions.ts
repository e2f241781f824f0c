import type { Bit } from "../layout/bits.ts";
import { aboveOf, turned } from "./above.ts";
import { beforeNext, type Found } from "./found.ts";
import type { Path } from "./issues.ts";
import type { LabelTable } from "./labels.ts";
import { part } from "./rows.ts";
import type { LabelsWithin } from "./within.ts";

/** What belongs to each label: the text after it, and the bits below it up to the next. */

/** What fields are read from: the bits of a box, or of entries in it, and the labels among them. */
export interface Part {
  readonly bits: readonly Bit[];
  readonly table: LabelTable;
  readonly labels: readonly Found[];
  /** The first bit that may be of it, the first that is, and past the last. */
  readonly top: number;
  readonly start: number;
  readonly end: number;
  /** The property that the fields belong to. */
  readonly path: Path;
  /** Under which key rows that nobody declared are kept; absent where they are not. */
  readonly restKey: string | undefined;
  /** The labels of the box around entries. */
  readonly outer: LabelsWithin | undefined;
}

export interface Region {
  readonly found: Found;
  /** The text of the label. */
  readonly label: Bit;
  /** What stands after the label in its bit; absent where nothing does. */
  readonly head: Bit | undefined;
  /** What follows up to the next label, cells of the same row included. */
  readonly under: readonly Bit[];
  /** Whether no label follows. */
  readonly isLast: boolean;
  /** Whether bullets stand before it and before the next label. */
  readonly isBetweenBullets: boolean;
  /** Whether other labels stand on the same line. */
  readonly isRun: boolean;
}

/** Cuts bits at labels. `before` is what stands above the first, `after` what is none of the last, `doubtful` are those that may have another's value. */
export function regionsOf(
  { bits, top, start, end }: Part,
  labels: readonly Found[],
): {
  before: Bit[];
  regions: Region[];
  after: readonly Bit[];
  doubtful: readonly Region[];
  isAbove: boolean;
} {
  const first = labels[0];
  const before = bits.slice(start, first?.at ?? start);
  if (first !== undefined && first.from > 0) before.push(part(bits[first.at] as Bit, 0, first.from));
  const regions = labels.map((found, i) => {
    const bit = bits[found.at] as Bit;
    const next = labels[i + 1];
    const isSameBit = next?.at === found.at;
    const head = isSameBit ? beforeLabel(part(bit, found.to, next.from)) : part(bit, found.to);
    const under = isSameBit ? [] : bits.slice(found.at + 1, next?.at ?? end);
    if (next !== undefined && !isSameBit && next.from > 0)
      under.push(beforeLabel(part(bits[next.at] as Bit, 0, next.from)));
    return {
      found,
      label: part(bit, found.from, found.end),
      head: head.text.text === "" ? undefined : head,
      under: under.filter(({ text }) => text.text !== ""),
      isLast: next === undefined,
      isBetweenBullets: bit.isItem && next?.from === 0 && bits[next.at]?.isItem === true,
      isRun: isSameBit || found.from > 0,
    };
  });
  withCentred(regions, before);
  const { from, count, values, isDoubtful } = aboveOf(bits, labels, top);
  const cut = values === undefined ? { before, regions, after: [] } : turned(bits, before, regions, values);
  return {
    ...cut,
    doubtful: isDoubtful ? cut.regions.slice(from, from + count) : [],
    isAbove: values !== undefined,
  };
}

/**
 * Moves a line above a label to its value, where that has as many lines above as below: a label in the middle of its row of a
 * table that is drawn with spaces.
 */
function withCentred(regions: Region[], before: Bit[]): void {
  for (const [i, region] of regions.entries()) {
    const above = regions[i - 1];
    const lines = above?.under ?? before;
    const over = lines.at(-1);
    // A value beside its label above is whole.
    if (over === undefined || (above !== undefined && above.head === undefined) || !isAround(over, region))
      continue;
    regions[i] = { ...region, under: [{ ...over, apart: false }, ...region.under] };
    if (above === undefined) before.pop();
    else regions[i - 1] = { ...above, under: lines.slice(0, -1) };
  }
}

/** Tells whether a line above a label and the one below it stand in a column of their own, and the three in a block. */
function isAround(over: Bit, { label, head, under: [below] }: Region): boolean {
  if (
    below === undefined ||
    head !== undefined ||
    [over, label, below].some(({ isItem, after }) => isItem || after)
  )
    return false;
  const areBlock = over.apart && !label.apart && !below.apart;
  return areBlock && over.column === below.column && over.column > label.column + 1;
}

/** A value without the sign that parts it from the next label on its line. */
const beforeLabel = (head: Bit): Bit => ({
  ...head,
  text: head.text.slice(0, beforeNext(head.text.text).length),
});

/** A row that nobody declared: `label: value`, where the label has a letter and the colon is none of a time or an address. */
export const ROW = /^(?=[^:：]*\p{L})([^:：\t]{1,40}?)\s*[:：](?!\/\/)(?!(?<=\d:)\d)(?:\s+|(?=\S*$))(.*)$/u;
