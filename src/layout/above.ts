import { isEntriesRow, isValueRow } from "../format/fields.ts";
import { endsSentence } from "../syntax/look.ts";
import type { Bit } from "./bits.ts";
import type { Draft } from "./draft.ts";
import { isSureValue, looksLabelled, startsEntry } from "./labels.ts";
import type { Region } from "./region.ts";

/** What stands above a label and may be its own: the start of a sentence, items of a table's cell, or its value. */

/**
 * Gives fields what stands above their labels, and says of which nothing tells what is theirs.
 *
 * @param head - what stands above the first label
 */
export function readAbove(regions: readonly Region[], head: readonly Bit[], draft: Draft): void {
  const isUnder = !areAbove(regions, head);
  readItemsAbove(regions, draft);
  regions.forEach((region, i) => {
    readLineAbove(region, regions[i - 1]);
    region.unsure ||= !isUnder && region.rest === undefined && !region.under.some(({ isItem }) => isItem);
  });
}

/** So many values that can stand nowhere but above their labels tell that all may. */
const MIN_ABOVE = 2;

/** Tells whether values stand above their labels, each below the label of the field before. */
function areAbove(regions: readonly Region[], head: readonly Bit[]): boolean {
  const found = regions.filter(({ label: { row }, rest, under }, i) => {
    if (!isValueRow(row) || rest !== undefined) return false;
    const above = (i === 0 ? head : (regions[i - 1] as Region).under).at(-1)?.text.text ?? "";
    return isSureValue(row, above) && !isSureValue(row, under[0]?.text.text ?? "");
  });
  return found.length >= MIN_ABOVE;
}

/** Tells whether a label has an item behind it. */
const hasItem = ({ label, rest }: Region): boolean => rest?.isItem === true && !isValueRow(label.row);

/** Counts the items right above a label, down from a blank row or from what is none; undefined where nothing tells where they start. */
function itemsAbove({ head }: Region, { label: { row }, rest, under }: Region): number | undefined {
  if (head.apart) return 0;
  let count = 0;
  for (const { isItem, apart, text } of [...under].reverse()) {
    if (!isItem || (isEntriesRow(row) && startsEntry(row, text.text))) return count;
    count++;
    if (apart) return count;
  }
  return isValueRow(row) && rest !== undefined ? count : undefined;
}

const CENTRED = "items stand above this label, too; they were put with those beside and below it";

/**
 * Puts items above labels with those beside and below, as where a table is shown whose labels stand beside the middle of their
 * cells: items below a field that has none tell of it.
 */
function readItemsAbove(regions: readonly Region[], draft: Draft): void {
  const isCentred = regions.some((region, i) => {
    const before = regions[i - 1];
    return before && hasItem(region) && isValueRow(before.label.row) && (itemsAbove(region, before) ?? 0) > 0;
  });
  if (!isCentred) return;
  regions.forEach((region, i) => {
    const before = regions[i - 1];
    const { label, head, rest, under } = region;
    if (!before || !rest || !hasItem(region)) return;
    const count = itemsAbove(region, before);
    if (count === undefined) {
      before.unsure = true;
      region.unsure = true;
    } else if (count > 0) {
      under.unshift(...before.under.splice(-count), rest);
      region.rest = undefined;
      region.whole = false;
      draft.tell("run_together", ["meta", label.row.key], CENTRED, head.row);
    }
  });
}

/** The shortest line that may be the start of a sentence that was wrapped. */
const MIN_START = 60;

const STARTS_SMALL = /^\p{Ll}/u;
const STARTS_LARGE = /^\p{Lu}/u;

/** The last line under a field. The first bit below a label may be the value of its own field. */
const lastUnder = ({ rest, under }: Region): Bit | undefined => under.slice(rest ? 0 : 1).at(-1);

/**
 * The line above the label of a sentence that may be its start: the value of the field above stands there, too, and what
 * follows the label goes on in small letters.
 */
function lineAbove({ label, rest, under }: Region, before: Region | undefined): Bit | undefined {
  if (label.row.kind !== "sentence" || !before || !isValueRow(before.label.row)) return undefined;
  const line = lastUnder(before);
  const goesOn = STARTS_SMALL.test((rest ?? under[0])?.text.text ?? "");
  return goesOn && !line?.isItem && !endsSentence(line?.text.text ?? "") ? line : undefined;
}

/** Takes the start of a sentence off the field above; of a long line in small letters throughout, nothing tells whether it is one. */
function readLineAbove(region: Region, before: Region | undefined): void {
  const { row } = region.label;
  const above = (before && lastUnder(before))?.text.text ?? "";
  // A number may stand above its label, and another's below it.
  if (row.kind === "count" && !region.rest && isSureValue(row, above)) region.unsure = true;
  const line = lineAbove(region, before);
  const text = line?.text.text ?? "";
  const value = (before?.rest ?? before?.under[0])?.text.text ?? "";
  if (STARTS_LARGE.test(text) && !looksLabelled(text) && STARTS_LARGE.test(value))
    region.above = before?.under.pop();
  // The second part of a topic is none of the summary.
  const joint = before && isValueRow(before.label.row) ? before.label.row.joint : undefined;
  const isRest = joint !== undefined && text.includes(joint);
  const isStart = text.length >= MIN_START && STARTS_SMALL.test(text) && !looksLabelled(text);
  region.unsure ||= isStart && !isRest;
}
