import type { Bit } from "../layout/bits.ts";
import type { Found } from "./found.ts";
import type { DeclaredField } from "./labels.ts";
import type { Part } from "./regions.ts";
import { RowSigns } from "./signs.ts";
import type { LabelsWithin } from "./within.ts";

/** What all rows of a box tell of how one of them is written. */

/** What is known of the box around a value. */
export interface Context {
  /** Whether rows of this box have a colon after the label. */
  readonly hasColons: boolean;
  /** Whether no row of this box has one. */
  readonly hasNoColon: boolean;
  /** Whether values of this box stand below their labels. */
  readonly hasValuesBelow: boolean;
  /** Tells whether two in three labels that stand alone, in bullets or not, have something below, so that they are headings. */
  readonly areHeadings: (bulleted: boolean) => boolean;
  /** Whether nearly all labels of this box stand alone on their lines. */
  readonly areAlone: boolean;
  /** Whether a label alone on its line has lost its value, as extractors take them away. */
  readonly hasLost: boolean;
  /** Whether something stands below one label alone on its line, and the values of all others beside theirs. */
  readonly isLoneBelow: boolean;
  /** Whether one label stands behind a bullet, and no other. */
  readonly hasLoneBullet: boolean;
  /** Whether values of this box stand left of the labels above them. */
  readonly areOutdented: boolean;
  /** Whether other values of this box stand below a blank line under their labels. */
  standsApart: boolean;
  /** Whether lists of this box do, without bullets. */
  listsApart: boolean;
  /** Whether the label before stands without a value. */
  isAfterLost: boolean;
  /**
   * Tells whether the field that is declared next is missing, so that a line below may be what is left of it; `orOptional` counts
   * those that a box may be without.
   */
  readonly isBeforeMissing: (field: DeclaredField, orOptional?: boolean) => boolean;
  /** The last line above that belongs to no field. */
  strayAbove: Bit | undefined;
  /** Finds labels of other fields in values. */
  readonly within: LabelsWithin;
  /** Whether blank lines stand in the box or below it. */
  readonly hasBlankLines: boolean;
  /** The signs around the values of this box. */
  readonly signs: RowSigns;
  /** The width at which lines are wrapped: that of the longest. */
  readonly width: number;
}

/** How many labels stand alone where one beside its value is doubted, and how many values stand left of labels where others do. */
const MIN_ALONE = 3;
const MIN_OUTDENTED = 2;

/** How many values stand beside their labels where one below its own is doubted. */
const MIN_BESIDE = 3;

/** How many lines tell how wide lines are. */
const MAX_MEASURED = 500;

/** Looks at the rows of a box. */
export function contextOf(
  { bits, table, start, end }: Part,
  labels: readonly Found[],
  source: string,
  within: LabelsWithin,
): Context {
  const colons = labels.filter(({ joint }) => joint === "colon").length;
  const present = new Set(labels.map(({ field }) => field));
  const places = new Set(labels.map(({ at }) => at));
  const alone = labels.filter((label) => isAlone(label, bits));
  const [plain, bulleted] = [false, true].map((kind) => {
    const own = alone.filter(({ at }) => (bits[at] as Bit).isItem === kind);
    return own.filter(({ at }) => !places.has(at + 1)).length * 3 >= own.length * 2;
  }) as [boolean, boolean];
  // A label right above another one has lost its value, wherever that stood.
  const overLines = alone.filter(({ at }) => at + 1 < end && !places.has(at + 1)).length;
  const beside = labels.length - alone.length;
  const hasValuesBelow = overLines > beside;
  const below = alone.flatMap(({ at }) => {
    const next = places.has(at + 1) ? undefined : bits[at + 1];
    return next === undefined ? [] : [next.column < (bits[at] as Bit).column];
  });
  const outdented = below.filter(Boolean).length;
  return {
    hasColons: colons * 2 > labels.length || colons >= 3,
    hasNoColon: colons === 0,
    hasValuesBelow,
    areHeadings: (inBullets) => hasValuesBelow && (inBullets ? bulleted : plain),
    hasLost: alone.some(({ at }) => places.has(at + 1)),
    isLoneBelow: overLines === 1 && beside >= MIN_BESIDE,
    areAlone: alone.length >= MIN_ALONE && alone.length * 4 >= labels.length * 3,
    hasLoneBullet: labels.length > 2 && labels.filter(({ at }) => (bits[at] as Bit).isItem).length === 1,
    areOutdented: outdented >= MIN_OUTDENTED && outdented * 3 >= below.length * 2,
    standsApart: false,
    listsApart: false,
    isAfterLost: false,
    isBeforeMissing: ({ place }, orOptional = false) => {
      const next = table.fields.slice(place + 1);
      const past = next.findIndex((field) => present.has(field));
      return next.slice(0, past < 0 ? next.length : past).some(({ node }) => orOptional || !node.optional);
    },
    within,
    hasBlankLines: bits.slice(start, Math.min(end, start + MAX_MEASURED)).some(({ apart }) => apart),
    strayAbove: undefined,
    signs: new RowSigns(source, bits, labels),
    width: widest(bits.slice(start, Math.min(end, start + MAX_MEASURED)), source),
  };
}

const isAlone = ({ at, to }: Found, bits: readonly Bit[]): boolean =>
  (bits[at] as Bit).text.text.length <= to && bits[at + 1]?.after !== true;

/** The width of the widest line; lines that were put together are none. */
const widest = (bits: readonly Bit[], source: string): number =>
  bits.reduce((width, { row: { text } }) => {
    const length = text.text.trimEnd().length;
    return length > width && !source.slice(text.start, text.end).includes("\n") ? length : width;
  }, 0);
