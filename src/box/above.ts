import type { Bit } from "../layout/bits.ts";
import type { Found } from "./found.ts";
import { Stack } from "./stack.ts";

/** Labels that stand between two values, one above and one below: large figures are printed over what they count. */

/** What is read of the first labels, each of which may have its value above or below. */
export interface Above {
  /** The first of these labels, and how many they are. */
  readonly from: number;
  readonly count: number;
  /** The values above them, where these are theirs; none where one is lost. */
  readonly values: readonly (Bit | undefined)[] | undefined;
  /** Whether nothing tells for sure which values are theirs. */
  readonly isDoubtful: boolean;
}

const BELOW: Above = { from: 0, count: 0, values: undefined, isDoubtful: false };

/**
 * Finds labels alone on their lines of which the values may be those above. All of them are read one way: the forms of values tell
 * it, or blank lines, or else what stands above the first label and below the last. Where these tell of a loss, or where they do not
 * agree, all are doubtful: with one line more or less, each label would have the value of the next.
 *
 * @param top - the first bit that may be a value
 */
export function aboveOf(bits: readonly Bit[], labels: readonly Found[], top: number): Above {
  const stack = new Stack(bits, labels, top);
  const above = readStack(stack);
  if (stack.isWhole) return above;
  // A value may have been joined to the label above it: that and those below have the values of the next ones.
  const past = labels.findLastIndex(({ from, joint }) => from > 0 || joint !== "alone") + 1;
  if (!new Stack(bits, labels.slice(past), top).mayBeShifted) return above;
  const from = stack.size > 0 ? 0 : past - 1;
  return { ...above, from, count: labels.length - from, isDoubtful: true };
}

function readStack(stack: Stack): Above {
  if (stack.size < 2) return BELOW;
  const { lean, arePairs, startsAbove } = stack;
  const below: Above = { from: 0, count: stack.size, values: undefined, isDoubtful: true };
  const above: Above = { ...below, values: stack.values };
  // Cells go from left to right, unless their forms tell otherwise.
  if (stack.areCells && lean <= 0) return BELOW;
  if (lean > 0)
    return { ...(startsAbove || !stack.endsBelow ? above : below), isDoubtful: !arePairs || !startsAbove };
  if (stack.areLeading || stack.isSurelyBelow) return BELOW;
  if (arePairs && lean === 0) return startsAbove ? { ...above, isDoubtful: !stack.isBounded } : below;
  const mayBeBelow = stack.endsBelow && !(startsAbove && stack.endsOtherwise);
  const isFramed = stack.isHeaded || stack.isBounded;
  if (startsAbove && !mayBeBelow) return lean < 0 || (stack.areApart && !isFramed) ? below : above;
  const isOpen = startsAbove ? lean === 0 || isFramed : lean === 0 && stack.isWhole && !mayBeBelow;
  return isOpen ? below : BELOW;
}

/** What belongs to a label, as far as values above it matter. */
interface Below {
  readonly found: Found;
  readonly under: readonly Bit[];
  readonly isLast: boolean;
}

/** Gives labels the values above them, and all else that stood around them to nobody: `after` where no label follows. */
export function turned<R extends Below>(
  bits: readonly Bit[],
  before: readonly Bit[],
  regions: readonly R[],
  values: readonly (Bit | undefined)[],
): { before: Bit[]; regions: R[]; after: readonly Bit[] } {
  const count = values.length;
  const taken = new Set(values);
  const last = regions[count - 1];
  const loose = [...before, ...regions.slice(0, count - 1).flatMap(({ under }) => under)];
  return {
    before: [
      ...loose.filter((bit) => !taken.has(bit)),
      ...(last === undefined || last.isLast ? [] : last.under),
    ],
    after: last?.isLast ? last.under : [],
    regions: regions.map((region, i) => {
      const value = values[i];
      if (i >= count) return region;
      // The first cell of a row is one behind its label now.
      const own = value && { ...value, after: value.after || bits[region.found.at]?.after === true };
      return { ...region, under: own === undefined ? [] : [own], isLast: false };
    }),
  };
}
