import type { Bit } from "../layout/bits.ts";
import type { DeclaredField } from "./labels.ts";

/** A label in a text, and where the value behind it starts and may end. */

/** What stands between a label and its value. */
export type Joint = "colon" | "cell" | "dash" | "alone" | "space" | "fused";

/** A place that may be a label. */
export interface Found {
  readonly field: DeclaredField;
  /** The index of its bit. */
  readonly at: number;
  /** Where the label starts and ends in the bit's text. */
  readonly from: number;
  readonly end: number;
  /** Where the value starts. */
  readonly to: number;
  readonly joint: Joint;
}

/** A dash, as it is and as text of another encoding. */
const DASH = "[-–—]|â€[“”]|â\\u0080[\\u0093\\u0094]";

const JOINTS: readonly (readonly [Joint, RegExp])[] = [
  ["colon", /^\s*(?:::|[:：])\s*/],
  ["alone", /^\s*$/],
  ["cell", /^\s*[|│┃║]\s*/],
  ["dash", new RegExp(`^\\s+(?:${DASH})(?:\\s+|$)`)],
  ["space", /^\s+/],
];

/** A label at a place, with what stands behind it. */
export function foundAt(
  bits: readonly Bit[],
  field: DeclaredField,
  at: number,
  from: number,
  end: number,
): Found {
  const rest = (bits[at] as Bit).text.text.slice(end);
  for (const [joint, form] of JOINTS) {
    const found = form.exec(rest)?.[0];
    if (found === undefined) continue;
    const isCell = joint === "alone" && bits[at + 1]?.after === true;
    return { field, at, from, end, to: end + found.length, joint: isCell ? "cell" : joint };
  }
  return { field, at, from, end, to: end, joint: "fused" };
}

/** A value without the sign that parts it from the next label on its line. */
export const beforeNext = (text: string): string => text.replace(/[|│┃║;,•·]$|\s\/$/, "").trimEnd();

/** How many words a value of a closed form may have that stands before other text. */
const MAX_WORDS = 8;

/** The first words of a text, the longest such start first. */
export const firstWords = (text: string): string[] => {
  const words = text.split(/(?<=\S)(?=\s)/, MAX_WORDS);
  return words.map((_, i) => words.slice(0, words.length - i).join(""));
};
