import type { Bit } from "../layout/bits.ts";
import { nearLabelEnds } from "../syntax/labels.ts";
import { type Found, firstWords, foundAt } from "./found.ts";
import { asLabel, type DeclaredField } from "./labels.ts";
import { STARTS_VALUE } from "./weights.ts";

/** Labels with one edit within lines: behind the value of another field, or before its label. */

/** A label as it is declared, and what stands in the place of it. */
export interface NearLabel {
  readonly label: string;
  readonly found: Found;
}

/** The fewest letters of a label with an edit, and where a space alone tells where it ends. */
const MIN_LETTERS = 4;
const MIN_BEFORE_SPACE = 5;

/** How far behind a label others are looked for: what a page has on one line goes on past its box. */
const REACH = 300;

/** Where a label may start: at a word, or with a capital right behind the end of a value. */
const STARTS = /(?<=^|\s)\S|(?<=[^\s\p{Lu}])\p{Lu}|(?<=\p{Lu})\p{Lu}(?=\p{Ll})/gu;

/** What a value starts with right behind its label. */
const STARTS_FUSED = new RegExp(`${STARTS_VALUE.source}|^["'“«„(<>~≈±]`, "u");

/**
 * Finds such labels of fields that are missing in lines that hold others: for each place, those that may be meant.
 *
 * @param hasRuns - whether fields share lines; where they do not, a colon has to tell the label
 */
export function nearWithin(
  bits: readonly Bit[],
  labels: readonly Found[],
  missing: readonly DeclaredField[],
  hasRuns: boolean,
): NearLabel[][] {
  return labels.flatMap(({ at, from, to, joint }, i) => {
    const { text } = (bits[at] as Bit).text;
    const next = labels[i + 1];
    const end = next?.at === at ? next.from : text.length;
    const isFirst = labels[i - 1]?.at !== at;
    // A value right behind its label may have the next label right behind itself.
    const mayBeRun = hasRuns || joint === "fused";
    const stretches = [[to, Math.min(end, to + REACH)] as const];
    if (isFirst && from > 0) stretches.unshift([Math.max(0, from - REACH), from]);
    return stretches.flatMap(([start, past]) => {
      const near: NearLabel[][] = [];
      for (const { index } of text.slice(start, past).matchAll(STARTS)) {
        if (start + index < (near.at(-1)?.[0]?.found.to ?? 0)) continue;
        const own = missing.flatMap((field) => labelsAt(bits, field, at, start + index, past, mayBeRun));
        if (own.length > 0) near.push(own);
      }
      return near;
    });
  });
}

/** The labels of a field that a place in a line may be, but for one edit. */
function labelsAt(
  bits: readonly Bit[],
  field: DeclaredField,
  at: number,
  from: number,
  past: number,
  hasRuns: boolean,
): NearLabel[] {
  const stretch = (bits[at] as Bit).text.text.slice(from, past);
  const labels = field.node.labels.map(asLabel).filter((label) => label.length >= MIN_LETTERS);
  return labels.flatMap((label) =>
    nearLabelEnds(stretch, label)
      .map((size) => ({ label, found: foundAt(bits, field, at, from, from + size) }))
      .filter(({ found }) => (hasRuns ? isLabel(found, label, bits) : found.joint === "colon")),
  );
}

/** Tells whether a text is written as a label among others: with a colon, or with a capital before a value. */
function isLabel({ joint, from, end, to, field, at }: Found, label: string, bits: readonly Bit[]): boolean {
  if (joint === "colon") return true;
  const { text } = (bits[at] as Bit).text;
  if (/^\p{Ll}/u.test(text.slice(from))) return false;
  if (joint === "alone") return bits[at + 1] !== undefined;
  if (joint !== "space") return joint === "fused" && STARTS_FUSED.test(text.slice(end));
  const hasGap = /\s{2}/.test(text.slice(end, to)) || /\s{2}$/.test(text.slice(0, from));
  return label.length >= MIN_BEFORE_SPACE || hasGap || startsWithValue(field, text.slice(to));
}

/** Tells whether a text starts with a value of the closed form that a field asks for. */
export const startsWithValue = ({ node: { rule } }: DeclaredField, text: string): boolean =>
  rule?.isClosed === true && firstWords(text).some((words) => rule.read(words) !== undefined);
