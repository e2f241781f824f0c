import type { Bit } from "../layout/bits.ts";
import { nearLabelEnds } from "../syntax/labels.ts";
import { asLabel, type LabelTable, type Seat } from "./labels.ts";
import { part } from "./rows.ts";
import type { Found, Joint } from "./search.ts";

/** What belongs to each label: the text after it, and the bits below it up to the next. */

export interface Region {
  readonly found: Found;
  /** The text of the label. */
  readonly label: Bit;
  /** What stands after the label in its bit; absent where nothing does. */
  readonly head: Bit | undefined;
  /** What follows up to the next label, cells of the same row included. */
  readonly under: readonly Bit[];
  /** Whether no label follows. */
  readonly isLast: boolean;
  /** Whether other labels stand on the same line. */
  readonly isRun: boolean;
}

/** Cuts bits at labels. `before` is what stands above the first. */
export function regionsOf(
  bits: readonly Bit[],
  labels: readonly Found[],
  start: number,
  end: number,
): { before: Bit[]; regions: Region[] } {
  const first = labels[0];
  const before = bits.slice(start, first?.at ?? start);
  if (first !== undefined && first.from > 0) before.push(part(bits[first.at] as Bit, 0, first.from));
  const regions = labels.map((found, i) => {
    const bit = bits[found.at] as Bit;
    const next = labels[i + 1];
    const isSameBit = next?.at === found.at;
    const head = part(bit, found.to, isSameBit ? next.from : undefined);
    const under = isSameBit ? [] : bits.slice(found.at + 1, next?.at ?? end);
    if (next !== undefined && !isSameBit && next.from > 0)
      under.push({ ...part(bits[next.at] as Bit, 0, next.from), apart: (bits[next.at] as Bit).apart });
    return {
      found,
      label: part(bit, found.from, found.end),
      head: head.text.text === "" ? undefined : head,
      under: under.filter(({ text }) => text.text !== ""),
      isLast: next === undefined,
      isRun: isSameBit || labels[i - 1]?.at === found.at,
    };
  });
  return { before, regions };
}

/** A row that nobody declared: `label: value`, or a label and cells. */
export const ROW = /^([^:：\t]{1,40}?)\s*[:：](?!\/\/)(?:\s+|(?=\S*$))(.*)$/u;

/** What looks like the label of a bit: what stands before a colon, or all of a cell or a line. */
const labelText = ({ text: { text } }: Bit): string => ROW.exec(text)?.[1] ?? text;

/** A label that is one edit away from one that is declared. */
export interface Near {
  readonly bit: Bit;
  readonly seats: readonly Seat[];
  readonly label: string;
  /** Where it stands as the label of a field; absent where several fields are as near, or the end cannot be told. */
  readonly found: Found | undefined;
}

/** Finds, among bits without a label, those that start with a label of a missing field but for one edit. */
export function nearLabels(
  bits: readonly Bit[],
  labels: readonly Found[],
  table: LabelTable,
  start: number,
  end: number,
): Near[] {
  const present = new Set(labels.map(({ seat }) => seat));
  const taken = new Set(labels.map(({ at }) => at));
  const missing = table.seats.filter((seat) => !present.has(seat));
  const isFused = labels.filter(({ joint }) => joint === "fused").length > labels.length / 2;
  const near: Near[] = [];
  if (missing.length === 0) return near;
  for (let at = start; at < Math.min(end, bits.length); at++) {
    const bit = bits[at] as Bit;
    if (taken.has(at) || bit.after) continue;
    const { text } = bit.text;
    const given = labelText(bit);
    const whole = table.near(given);
    const open = whole.filter(({ seat }) => !present.has(seat));
    if (open.length > 0) {
      const to = given === text ? text.length : text.length - (ROW.exec(text)?.[2]?.length ?? 0);
      const joint: Joint = given !== text ? "colon" : bits[at + 1]?.after ? "cell" : "alone";
      const found = { seat: (open[0] as (typeof open)[0]).seat, at, from: 0, end: given.length, to, joint };
      near.push({
        bit,
        seats: whole.map(({ seat }) => seat),
        label: open[0]?.label ?? "",
        found: whole.length === 1 ? found : undefined,
      });
      continue;
    }
    const found = startingNear(text, at, missing, isFused);
    if (found !== undefined) near.push({ bit, ...found });
  }
  return near;
}

/** A label with one edit at the start of a text, before a space or, where labels and values are fused, anything. */
function startingNear(
  text: string,
  at: number,
  missing: readonly Seat[],
  isFused: boolean,
): Omit<Near, "bit"> | undefined {
  const found: { seat: Seat; label: string; end: number }[] = [];
  for (const seat of missing) {
    for (const label of seat.node.labels) {
      if (label.length < 5) continue;
      const ends = nearLabelEnds(text, asLabel(label)).filter(
        (end) => end < text.length && (isFused || /\s/.test(text.charAt(end))),
      );
      for (const end of ends) found.push({ seat, label, end });
    }
  }
  const [first] = found;
  if (first === undefined) return undefined;
  const { seat, label, end } = first;
  const joint: Joint = /\s/.test(text.charAt(end)) ? "space" : "fused";
  const to = end + (text.slice(end).length - text.slice(end).trimStart().length);
  return {
    seats: found.map((one) => one.seat),
    label,
    found: found.length === 1 ? { seat, at, from: 0, end, to, joint } : undefined,
  };
}
