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
  let lines = bits;
  for (let size = MIN_LINES; 2 * size <= lines.length; size++) {
    for (let at = 0; at + 2 * size <= lines.length; ) {
      const second = lines.slice(at + size, at + 2 * size);
      if (second.every(({ text }, i) => text.text === lines[at + i]?.text.text)) {
        draft.leaveOut(["meta", key], "stands here once more", (second[0] as Bit).row, second.at(-1)?.row);
        lines = [...lines.slice(0, at + size), ...lines.slice(at + 2 * size)];
      } else at++;
    }
  }
  return lines;
}
