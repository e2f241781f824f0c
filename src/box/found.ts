import type { Bit } from "../layout/bits.ts";
import { type Joint, jointOf } from "./joints.ts";
import type { DeclaredField } from "./labels.ts";

/** A label in a text, and where the value behind it starts and may end. */

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

/** A label at a place, with what stands behind it. */
export function foundAt(
  bits: readonly Bit[],
  field: DeclaredField,
  at: number,
  from: number,
  end: number,
): Found {
  const { joint, size } = jointOf((bits[at] as Bit).text.text.slice(end), field.joint);
  const isCell = joint === "alone" && bits[at + 1]?.after === true;
  return { field, at, from, end, to: end + size, joint: isCell ? "cell" : joint };
}

/** A value without the sign that parts it from the next label on its line. */
export const beforeNext = (text: string): string => text.replace(/[|│┃║;,•·]$|\s\/$/, "").trimEnd();

/** How many words a value of a closed form may have that stands before other text. */
const MAX_WORDS = 8;

/** The first words of a text, the longest such start first: a word with a capital may stand right behind another one. */
export const firstWords = (text: string): string[] => {
  const words = text.split(/(?<=\S)(?=\s)|(?<=[\p{Ll}\p{N}%)])(?=\p{Lu})/u, MAX_WORDS);
  return words.map((_, i) => words.slice(0, words.length - i).join(""));
};
