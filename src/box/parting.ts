import type { Bit } from "../layout/bits.ts";
import type { LabelTable } from "./labels.ts";

/** Signs between the rows of a box that stand on lines or in cells of their own. */

/** A sign that parts rows. */
const SIGN = /^[/·•|]$/;

/** How many labels have one right before them. */
const MIN_SIGNS = 2;

/** Takes off the signs that stand alone right before labels, where several do. */
export function withoutPartingSigns(bits: readonly Bit[], table: LabelTable): readonly Bit[] {
  const parts = bits.map(({ text: { text } }, i) => {
    const next = SIGN.test(text) ? bits[i + 1] : undefined;
    return next !== undefined && table.of(text) === undefined && table.startOf(next.text.text) !== undefined;
  });
  return parts.filter(Boolean).length < MIN_SIGNS ? bits : bits.filter((_, i) => parts[i] !== true);
}
