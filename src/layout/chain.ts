import { FIELDS, isValueRow, placeOf } from "../format/fields.ts";
import type { Bit } from "./bits.ts";
import { type Candidate, isNoValue } from "./labels.ts";

/**
 * Of all places where a label may stand, those that do: the fields of a box stand in the order of the table, so that the
 * best chain of candidates in that order tells labels from words.
 */

interface Chain {
  readonly last: Candidate;
  readonly before: Chain | undefined;
  readonly weight: number;
}

/** What a candidate costs whose field before it would have no value that its kind allows. */
const NO_VALUE = 8;

/** Gives the best chain of candidates, in the order of the text. Linear in their number. */
export function bestChain(bits: readonly Bit[], candidates: readonly Candidate[]): Candidate[] {
  const best: (Chain | undefined)[] = FIELDS.map(() => undefined);
  for (const last of candidates) {
    const place = placeOf(last.row);
    let before: Chain | undefined;
    let most = 0;
    for (let i = 0; i < place; i++) {
      const chain = best[i];
      if (!chain) continue;
      const weight = chain.weight - (fits(bits, chain.last, last) ? 0 : NO_VALUE);
      if (weight > most) {
        most = weight;
        before = chain;
      }
    }
    const weight = most + last.weight;
    if (weight > (best[place]?.weight ?? 0)) best[place] = { last, before, weight };
  }
  let top: Chain | undefined;
  for (const chain of best) if (chain && chain.weight > (top?.weight ?? 0)) top = chain;
  const chain: Candidate[] = [];
  for (let one = top; one; one = one.before) chain.push(one.last);
  return chain.reverse();
}

/** How much of a value is looked at: values of closed kinds are short. */
const MAX_VALUE = 80;

/** Tells whether what stands between two labels of one bit can be the value of the first. */
function fits(bits: readonly Bit[], first: Candidate, next: Candidate): boolean {
  if (first.at === next.at) {
    if (first.to > next.from) return false;
    if (!isValueRow(first.row)) return true;
    const text = (bits[first.at] as Bit).text.text.slice(first.to, Math.min(next.from, first.to + MAX_VALUE));
    return !isNoValue(first.row, text);
  }
  if (next.from === 0 || !isValueRow(first.row) || next.at > first.at + 1) return true;
  const text = (bits[next.at] as Bit).text.text.slice(0, Math.min(next.from, MAX_VALUE));
  const rest = (bits[first.at] as Bit).text.text.slice(first.to);
  return rest !== "" || !isNoValue(first.row, text);
}
