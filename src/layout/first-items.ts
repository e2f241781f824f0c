import { FIELDS } from "../format/fields.ts";
import { anyCase } from "../format/pattern.ts";
import { endsSentence } from "../syntax/look.ts";
import type { Bit } from "./bits.ts";
import { type Candidate, fieldOf, LIKELY, looksLabelled } from "./labels.ts";

/**
 * Lists with their first item behind the label, and a line for each other: `stack Docker`, `containers`, `yaml`. The list that
 * always has as many items tells it, where the label of another stands right below its last.
 */

const LISTS = FIELDS.filter(({ kind }) => kind === "list");

const LABEL_AND_ITEM = anyCase`^(${LISTS.map(({ label }) => label)})[:\s]?\s*(?=\S)`;

/** Adds the labels of such lists to candidates. */
export function withFirstItems(bits: readonly Bit[], candidates: readonly Candidate[]): readonly Candidate[] {
  // Where sentences were wrapped, a line may be the rest of an item.
  const isWrapped = candidates.some(
    ({ at, from, row }) => from === 0 && row.kind === "sentence" && !endsSentence(bits[at]?.text.text ?? ""),
  );
  if (isWrapped) return candidates;
  const found: Candidate[] = [];
  const starts = new Set(
    candidates.flatMap(({ at, from, weight }) => (from === 0 && weight >= LIKELY ? [at] : [])),
  );
  for (const [at, { text, isItem, bold }] of bits.entries()) {
    const [label, name = ""] = isItem || bold ? [] : (LABEL_AND_ITEM.exec(text.text) ?? []);
    const row = label === undefined ? undefined : fieldOf(name);
    if (label === undefined || !row || looksLabelled(text.text)) continue;
    found.push({ row, at, from: 0, end: name.length, to: label.trimEnd().length, weight: LIKELY });
    starts.add(at);
  }
  const isProven = found.some(({ row, at }) => {
    const size = row.kind === "list" ? row.size : undefined;
    const items = bits.slice(at, at + (size ?? 0));
    const isBulleted = items[1]?.isItem === true;
    return (
      size !== undefined &&
      starts.has(at + size) &&
      items.every(
        ({ text, isItem, after }, i) =>
          isItem === (i > 0 && isBulleted) &&
          !after &&
          !endsSentence(text.text) &&
          (i === 0 || !starts.has(at + i)),
      )
    );
  });
  return isProven ? [...candidates, ...found].sort((a, b) => a.at - b.at || a.from - b.from) : candidates;
}
