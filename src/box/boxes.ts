import { folded } from "../format/case.ts";
import type { Bit } from "../layout/bits.ts";
import { bareHeading } from "../layout/markdown.ts";
import { nearLabelEnds } from "../syntax/labels.ts";
import type { Box } from "./define.ts";
import type { Found } from "./found.ts";
import type { DeclaredField, LabelTable } from "./labels.ts";
import { startOfNext } from "./starts.ts";

/** The boxes of a text: which labels belong together, and where each box starts and ends. */

/** A box in the bits of a text. */
export interface BoxPlace {
  /** The bit of the heading; absent where it is lost or there is none. */
  readonly heading: Bit | undefined;
  readonly isNear: boolean;
  readonly labels: readonly Found[];
  /** The first bit of the box, past its heading. */
  readonly start: number;
  /** Past the last bit that may belong to it. */
  readonly end: number;
  /** How many fields it has. */
  readonly size: number;
}

/** How many lines that belong to no label may stand between two labels of one box. */
const MAX_GAP = 12;

/** How long a line of a list or of entries is at most that has no bullet. */
const MAX_ITEM = 80;

/** A bit that is a heading of a box. */
export interface Heading {
  readonly at: number;
  readonly isNear: boolean;
}

/** Finds the boxes of a text, in its order, by their headings and the labels of their fields. */
export function boxesOf(
  box: Box,
  bits: readonly Bit[],
  headings: readonly Heading[],
  labels: readonly Found[],
): BoxPlace[] {
  const under = headings.flatMap((heading, i) => {
    const end = headings[i + 1]?.at ?? bits.length;
    const own = labels.filter(({ at }) => at > heading.at && at < end);
    const groups = groupsOf(own, bits, box).filter((group, k) => k === 0 || sizeOf(group) >= box.minFields);
    return placesOf(groups, bits, heading, end);
  });
  if (
    under.some(({ size }) => size >= Math.min(box.minFields, 2)) ||
    (under.length > 0 && labels.length === 0)
  )
    return under;
  const groups = groupsOf(labels, bits, box).filter((group) => sizeOf(group) >= box.minFields);
  const found = placesOf(groups, bits, undefined, bits.length);
  return found.length > 0 ? found : under;
}

/** The bits that are headings of the box; those one edit away where there is none. */
export function headingsOf({ headings }: Box, table: LabelTable, bits: readonly Bit[]): Heading[] {
  const names = headings.map(asHeading);
  const rows = rowsLike(headings, table, bits);
  const texts = bits.map(({ text, after }, at) => (after || bits[at + 1]?.after ? "" : asHeading(text.text)));
  const exact = texts.flatMap((text, at) =>
    text !== "" && names.includes(text) && !rows.has(at) ? [{ at, isNear: false }] : [],
  );
  if (exact.length > 0) return exact;
  return texts.flatMap((text, at) =>
    names.some((name) => name.length >= 5 && nearLabelEnds(text, name).includes(text.length))
      ? [{ at, isNear: true }]
      : [],
  );
}

/**
 * The bits that are written as a heading and are rows: "Address" may be the heading and the label of a field. A heading stands
 * right above a label, or has a row of that field below it; there, the next one is that row, unless the box starts over with it.
 */
function rowsLike(headings: readonly string[], table: LabelTable, bits: readonly Bit[]): Set<number> {
  const fields = new Set(headings.map((heading) => table.of(heading)));
  fields.delete(undefined);
  const rows = new Set<number>();
  if (fields.size === 0) return rows;
  const at = bits.map(({ text }) => table.of(table.startOf(text.text) ?? ""));
  const isAlone = (i: number): boolean => table.of(bits[i]?.text.text ?? "") === at[i];
  const last = at.findLastIndex((field, i) => fields.has(field) && field !== undefined && !isAlone(i));
  // The next label that is no heading, from each bit on.
  const others: (DeclaredField | undefined)[] = [];
  for (let i = at.length - 1; i >= 0; i--)
    others[i] = at[i] === undefined || fields.has(at[i]) ? others[i + 1] : at[i];
  /** Tells whether the label stands once more in the same box, before a field that the box did not have yet. */
  const hasRow = (from: number): boolean => {
    const row = at.indexOf(at[from], from + 1);
    return row >= 0 && !at.slice(from, row).includes(others[row]);
  };
  let seen: Set<DeclaredField> | undefined;
  for (const [i, field] of at.entries()) {
    if (field === undefined) continue;
    const next = at[i + 1];
    const isOwn = seen !== undefined && !seen.has(field) && next !== field && !(next && seen.has(next));
    if (!fields.has(field) || !isAlone(i)) seen?.add(field);
    else if (isOwn || (next === undefined && last < i && !hasRow(i))) {
      rows.add(i);
      seen?.add(field);
    } else seen = new Set();
  }
  return rows;
}

/** A heading as it is compared: in small letters, accents and letters in one, without marks that keep letters apart. */
const asHeading = (text: string): string =>
  folded(bareHeading(text))
    .normalize("NFC")
    .replace(/\u200c/g, "");

const sizeOf = (labels: readonly Found[]): number => new Set(labels.map(({ field }) => field)).size;

/** Parts labels into those of one box each: far apart, or starting over. */
function groupsOf(labels: readonly Found[], bits: readonly Bit[], { minFields }: Box): Found[][] {
  const groups: Found[][] = [];
  let group: Found[] = [];
  let seen = new Set<DeclaredField>();
  labels.forEach((found, i) => {
    const before = group.at(-1);
    const isFar = before !== undefined && gapOf(bits, before, found.at) > MAX_GAP;
    const isNext =
      before !== undefined &&
      !isTwice(before, found, seen, bits) &&
      mayHaveValue(labels, i, bits) &&
      startsOver(labels, i, seen, minFields);
    if (isFar || isNext) {
      const at = isFar ? group.length : startOfNext(group, found, bits, (groups[0] ?? group)[0]?.field);
      groups.push(group.slice(0, at));
      group = group.slice(at);
      seen = new Set(group.map(({ field }) => field));
    }
    group.push(found);
    seen.add(found.field);
  });
  if (group.length > 0) groups.push(group);
  return groups;
}

/** Counts the lines below a label that are no items or entries of it, nor cells. */
function gapOf(bits: readonly Bit[], { at: from, field: { node, entries } }: Found, to: number): number {
  const isOf = ({ text: { text }, isItem, after, apart }: Bit): boolean =>
    isItem ||
    after ||
    entries?.startOf(text) !== undefined ||
    (node.kind !== "value" && !apart && text.length <= MAX_ITEM);
  let gap = 0;
  for (let at = from + 1; at < to && gap <= MAX_GAP; at++) if (!isOf(bits[at] as Bit)) gap++;
  return gap;
}

/**
 * Tells whether labels that were seen come again, so that a second box starts: one alone is a row that stands twice, and so are
 * several where rows of this box follow them that were not seen yet, unless the box starts with the first.
 */
function startsOver(
  labels: readonly Found[],
  at: number,
  seen: ReadonlySet<DeclaredField>,
  minFields: number,
): boolean {
  const { field: own } = labels[at] as Found;
  if (!seen.has(own) || seen.size < minFields) return false;
  const next = labels.slice(at, at + 4);
  const again = next.filter(({ field }) => seen.has(field));
  const [first] = seen;
  return sizeOf(again) >= Math.min(2, seen.size) && (own === first || again.length === next.length);
}

/** Tells whether a line of labels stands twice, and does not start with the one that starts the box. */
function isTwice(
  before: Found,
  { at, field }: Found,
  seen: ReadonlySet<DeclaredField>,
  bits: readonly Bit[],
): boolean {
  const [first] = seen;
  const [row, above] = [bits[at]?.row, bits[before.at]?.row];
  return row !== above && field !== first && row?.said === above?.said;
}

/** Tells whether what stands behind a label, up to the end of its line, may be its value: an item may start with its words. */
function mayHaveValue(labels: readonly Found[], at: number, bits: readonly Bit[]): boolean {
  const { field, at: own, to } = labels[at] as Found;
  const text = (bits[own] as Bit).text.text.slice(to);
  const { rule } = field.node;
  return text === "" || labels[at + 1]?.at === own || !rule?.isClosed || rule.read(text) !== undefined;
}

function placesOf(
  groups: readonly Found[][],
  bits: readonly Bit[],
  heading: Heading | undefined,
  end: number,
): BoxPlace[] {
  const own = groups.length === 0 && heading !== undefined ? [[]] : groups;
  return own.map((labels, i) => {
    const above = i === 0 ? heading : undefined;
    const first = labels[0]?.at ?? (above?.at ?? 0) + 1;
    return {
      heading: above && bits[above.at],
      isNear: above?.isNear ?? false,
      labels,
      start: above === undefined ? first : above.at + 1,
      end: own[i + 1]?.[0]?.at ?? end,
      size: sizeOf(labels),
    };
  });
}
