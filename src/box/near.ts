import { lower } from "../format/case.ts";
import type { Bit } from "../layout/bits.ts";
import { quote } from "../parse/quote.ts";
import { nearLabelEnds } from "../syntax/labels.ts";
import { type Found, foundAt } from "./found.ts";
import type { Notes } from "./issues.ts";
import { asLabel, type DeclaredField, type LabelTable } from "./labels.ts";
import { nearWithin, startsWithValue } from "./near-within.ts";
import { type Part, ROW } from "./regions.ts";

/** Labels with one edit: read where they can be those of one field only, else reported. */

/** How far before the first label a misspelled one is looked for, in bits. */
const NEAR_BEFORE = 2;

/** How far past the last label a misspelled one is looked for, in bits without a bullet. */
const NEAR_PAST = 3;

/** The fewest letters of a label with an edit at the start of a line, and of one right before a figure that may be its value. */
const MIN_START = 5;
const MIN_FIGURE = 4;

/** The labels of a part with those of one edit, and the fields whose label is reported as doubtful. */
export interface WithNear {
  readonly labels: readonly Found[];
  readonly reported: ReadonlySet<DeclaredField>;
}

/** Adds labels with one edit; tells those that may be either of two. */
export function withNear({ bits, table, labels, start, end, path }: Part, notes: Notes): WithNear {
  const reported = new Set<DeclaredField>();
  const last = lastOf(labels.at(-1), bits, start, end);
  // Where no heading says where the box starts, its first label may be the one that is misspelled.
  const first = labels[0]?.at === start ? Math.max(0, start - NEAR_BEFORE) : start;
  const added: Found[] = [];
  const ends = new Map<string, boolean>();
  const isAtEnd = (label: string): boolean => {
    const known =
      ends.get(label) ?? bits.slice(start, end).some(({ text }) => endsWithLabel(text.text, label));
    ends.set(label, known);
    return known;
  };
  for (const { bit, from, fields, label, found } of nearLabels(
    bits,
    labels,
    table,
    first,
    pastBits(bits, last + 1, end),
  )) {
    const [field] = fields;
    if (field === undefined || reported.has(field)) continue;
    // At the end of a row, the label as it is declared is more likely to be that of the next one, unless a colon stands here.
    if (found?.joint !== "colon" && isAtEnd(label)) continue;
    const at = bit.text.slice(from, found?.end ?? Math.min(from + label.length + 1, bit.text.text.length));
    const own = [...path, field.key];
    if (found === undefined) {
      const names = fields.map(({ node }) => `"${node.label}"`).join(" or ");
      // The others that may be meant are told as missing, each for itself.
      reported.add(field);
      const message = `unknown label near ${quote(at.text)}; did you mean ${names}? Which one is not clear`;
      notes.add("ambiguous_label", own, message, at);
      continue;
    }
    reported.add(field);
    added.push(found);
    const message = `unknown label ${quote(at.text)}; did you mean "${label}"? It was read as that`;
    notes.add("misspelled_label", own, message, at);
  }
  const all =
    added.length === 0 ? labels : [...labels, ...added].sort((a, b) => a.at - b.at || a.from - b.from);
  return { labels: all, reported };
}

/** Tells whether a text ends with a label, past other words. */
const endsWithLabel = (text: string, label: string): boolean => lower(text).endsWith(` ${label}`);

/** The last label, or the last of the entries below it. */
function lastOf(label: Found | undefined, bits: readonly Bit[], start: number, end: number): number {
  const at = label?.at ?? start;
  const { entries } = label?.field ?? {};
  if (entries === undefined) return at;
  const below = bits.slice(at + 1, end).findLastIndex(({ text }) => entries.startOf(text.text) !== undefined);
  return at + 1 + below;
}

/** Past the bits in which a misspelled label may stand: as many without a bullet as there may be, and all bullets before them. */
function pastBits(bits: readonly Bit[], start: number, end: number): number {
  let at = start;
  for (let left = NEAR_PAST; at < end; at++) if (!bits[at]?.isItem && --left < 0) break;
  return at;
}

/** What looks like the label of a bit: what stands before a colon, or all of a cell or a line. */
const labelText = ({ text: { text } }: Bit): string => ROW.exec(text)?.[1] ?? text;

/** A label that is one edit away from one that is declared. */
interface Near {
  readonly bit: Bit;
  /** Where it starts. */
  readonly from: number;
  readonly fields: readonly DeclaredField[];
  readonly label: string;
  /** Where it stands as the label of a field; absent where several fields are as near, or its end is not clear. */
  readonly found: Found | undefined;
}

/** Finds, among bits without a label, those that start with a label of a missing field but for one edit. */
function nearLabels(
  bits: readonly Bit[],
  labels: readonly Found[],
  table: LabelTable,
  start: number,
  end: number,
): Near[] {
  const present = new Set(labels.map(({ field }) => field));
  const taken = new Set(labels.map(({ at }) => at));
  const missing = table.fields.filter((field) => !present.has(field));
  const isFused = labels.filter(({ joint }) => joint === "fused").length > labels.length / 2;
  // A bullet below a label without one is an item, whatever it says.
  const areBulleted = labels.length < 2 || labels.some(({ at }) => bits[at]?.isItem);
  const near: Near[] = [];
  if (missing.length === 0) return near;
  const hasRuns = labels.some(({ from }) => from > 0);
  for (const [one, ...others] of nearWithin(bits, labels, missing, hasRuns)) {
    if (one === undefined) continue;
    const fields = new Set([one, ...others].map(({ found }) => found.field));
    const found = others.length === 0 ? one.found : undefined;
    near.push({
      bit: bits[one.found.at] as Bit,
      from: one.found.from,
      fields: [...fields],
      label: one.label,
      found,
    });
  }
  for (let at = start; at < Math.min(end, bits.length); at++) {
    const bit = bits[at] as Bit;
    // A cell within a row may be a label where another one follows it.
    const isValue = bit.after && bits[at + 1]?.row !== bit.row;
    if (taken.has(at) || isValue || (bit.isItem && !areBulleted)) continue;
    const given = labelText(bit);
    const whole = table.near(given);
    const open = whole.filter(({ field }) => !present.has(field));
    if (open.length > 0) {
      const found = foundAt(bits, (open[0] as (typeof open)[0]).field, at, 0, given.length);
      near.push({
        bit,
        from: 0,
        // A field that is there already is not the one that is reported.
        fields: [...new Set([...open, ...whole].map(({ field }) => field))],
        label: open[0]?.label ?? "",
        found: whole.length === 1 ? found : undefined,
      });
      continue;
    }
    const found = bit.after ? undefined : startingNear(bits, at, missing, isFused);
    if (found !== undefined) near.push({ bit, from: 0, ...found });
  }
  return near;
}

/** A label with one edit at the start of a text, before a space or, where labels and values are fused, anything. */
function startingNear(
  bits: readonly Bit[],
  at: number,
  missing: readonly DeclaredField[],
  isFused: boolean,
): Omit<Near, "bit" | "from"> | undefined {
  const { text } = (bits[at] as Bit).text;
  const found: { field: DeclaredField; label: string; end: number }[] = [];
  for (const field of missing) {
    for (const label of field.node.labels) {
      const isShort = label.length < MIN_START;
      const ends = nearLabelEnds(text, asLabel(label)).filter((end) => {
        const isBeforeFigure =
          /^[\p{N}\p{Sc}]/u.test(text.slice(end)) && startsWithValue(field, text.slice(end));
        const mayEnd = isFused || /[\s:：]/.test(text.charAt(end));
        return end < text.length && (isBeforeFigure ? label.length >= MIN_FIGURE : !isShort && mayEnd);
      });
      for (const end of ends) found.push({ field, label, end });
    }
  }
  const [first] = found;
  if (first === undefined) return undefined;
  const { field, label, end } = first;
  return {
    fields: found.map((one) => one.field),
    label,
    found: found.length === 1 ? foundAt(bits, field, at, 0, end) : undefined,
  };
}
