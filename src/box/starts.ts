import type { Bit } from "../layout/bits.ts";
import type { Found } from "./found.ts";
import type { DeclaredField } from "./labels.ts";

/** Where one of several boxes or records starts whose first field may be absent. */

/**
 * Gives the index from which the labels of a box belong to the next one, of which a label was found that the box has already: those
 * right before it that are declared before it, below a blank line that parts the two, or of the field with which the first box
 * starts.
 *
 * @param first - the field with which the first box starts
 */
export function startOfNext(
  group: readonly Found[],
  next: Found,
  bits: readonly Bit[],
  first: DeclaredField | undefined,
): number {
  const isApart = ({ at }: Found): boolean => bits[at]?.apart === true;
  const isBefore = ({ field }: Found): boolean => field.place < next.field.place;
  const parted = isApart(next) ? -1 : group.findLastIndex(isApart);
  if (parted > 0 && group.slice(parted).every(isBefore)) return parted;
  const last = group.at(-1);
  const isLed = last !== undefined && last.field === first && isBefore(last) && group.length > 1;
  return group.length - (isLed ? 1 : 0);
}
