import type { Bit } from "../layout/bits.ts";
import type { Found } from "./found.ts";

/** Labels that stand between two values, one above and one below: large figures are printed over what they count. */

/** Tells whether a bit is a whole value of a field that not any text can be. */
const fits = ({ field: { node } }: Found, bit: Bit | undefined): boolean => {
  if (bit === undefined || node.rule?.isClosed !== true || bit.text.text.length > 60) return false;
  const read = node.rule.read(bit.text.text);
  return read !== undefined && read.note === undefined;
};

/** Labels from the first on of which each may have its value above or below. */
export interface Stacked {
  readonly count: number;
  /** Whether the values are those above. */
  readonly isAbove: boolean;
}

/** Finds labels with one line between any two of them, which fit the lines above at least as well as those below. */
export function stackedOf(bits: readonly Bit[], labels: readonly Found[]): Stacked {
  const past = labels.findIndex(
    ({ at, from, joint }, i) =>
      from > 0 || joint !== "alone" || (i > 0 && at - (labels[i - 1] as Found).at !== 2),
  );
  const run = labels.slice(0, past < 0 ? labels.length : past);
  const [first] = run;
  const none = { count: 0, isAbove: false };
  if (first === undefined || run.length < 2) return none;
  const above = run.filter((found) => fits(found, bits[found.at - 1])).length;
  const below = run.filter((found) => fits(found, bits[found.at + 1])).length;
  const isClosed = first.field.node.rule?.isClosed === true;
  // Where the value of the last label is lost, all others fit both: then the line above the first tells.
  const isDoubtful = isClosed ? fits(first, bits[first.at - 1]) && above >= below : above > below;
  return isDoubtful ? { count: run.length, isAbove: isClosed && above > below } : none;
}

/** What belongs to a label, as far as values above it matter. */
interface Below {
  readonly found: Found;
  readonly under: readonly Bit[];
  readonly isLast: boolean;
}

/** Gives labels the values above them, and what stood below the last one to nobody. */
export function turned<R extends Below>(
  bits: readonly Bit[],
  before: readonly Bit[],
  regions: readonly R[],
  count: number,
): { before: Bit[]; regions: R[] } {
  const last = regions[count - 1];
  return {
    before: [...before.slice(0, -1), ...(last === undefined || last.isLast ? [] : last.under)],
    regions: regions.map((region, i) =>
      i < count ? { ...region, under: [bits[region.found.at - 1] as Bit] } : region,
    ),
  };
}
