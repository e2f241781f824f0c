import type { FieldRow } from "../format/fields.ts";
import type { Bit } from "./bits.ts";
import type { Draft } from "./draft.ts";

/** The fewest lines that stand twice by no chance, and the most that any field has. */
const MIN_LINES = 2;
const MAX_LINES = 200;

/**
 * Takes off lines under a label that stand there once more right behind themselves: a program wrote an element, and once more what
 * it holds. Items that kept their bullets are left to the list.
 */
export function withoutSecond({ key }: FieldRow, bits: readonly Bit[], draft: Draft): readonly Bit[] {
  if (bits.length > MAX_LINES || bits.some(({ isItem }) => isItem)) return bits;
  const lines = [...bits];
  for (let size = MIN_LINES; 2 * size <= lines.length; size++) {
    for (let at = 0; at + 2 * size <= lines.length; ) {
      if (!isTwice(lines, at, size)) {
        at++;
        continue;
      }
      const [first, ...others] = lines.splice(at + size, size) as [Bit, ...Bit[]];
      draft.leaveOut(["meta", key], "stands here once more", first.row, others.at(-1)?.row);
    }
  }
  return lines;
}

/** Tells whether so many lines stand once more right behind themselves. */
function isTwice(lines: readonly Bit[], at: number, size: number): boolean {
  for (let i = at; i < at + size; i++) if (lines[i]?.text.text !== lines[i + size]?.text.text) return false;
  return true;
}
