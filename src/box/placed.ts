import type { Bit } from "../layout/bits.ts";
import { quote } from "../parse/quote.ts";
import type { Notes, Path } from "./issues.ts";
import type { DeclaredField, LabelTable } from "./labels.ts";
import type { Region } from "./regions.ts";

/** What is told of rows by where they stand. */

/** Tells labels that stand between two values, each of which may be theirs; one without any is told as such. */
export function tellBetween(regions: readonly Region[], isAbove: boolean, path: Path, notes: Notes): void {
  const may = regions.filter(
    ({ head, under, found }) =>
      head !== undefined || under.length > 0 || found.field.node.rule?.empty !== undefined,
  );
  for (const { label, found } of may)
    notes.add(
      "uncertain_value",
      [...path, found.field.key],
      `"${label.text.text}" stands between two values; the one ${isAbove ? "above" : "below"} it was read`,
      label.text,
    );
}

/** Tells a field that shares its line: a label that nobody declared would be part of a value. */
export function tellShared({ label, found, isRun }: Region, path: Path, notes: Notes): void {
  const message = isRun
    ? `"${label.text.text}" stands on one line with other fields; it was read as a field of its own`
    : `rows of this box share lines; "${label.text.text}" may hold one that nobody declared`;
  notes.add("run_together", [...path, found.field.key], message, label.text);
}

/** A figure at the end of a text. */
const FIGURE_AT_END = /\p{Sc}?\d[\d.,]*$/u;

/**
 * Tells labels on one line, with nothing but spaces around the values between them, where each of these may be of the label behind it:
 * the last label has none, or a figure stands before the first.
 */
export function tellTurned(regions: readonly Region[], bits: readonly Bit[], path: Path, notes: Notes): void {
  const lines = new Map<number, Region[]>();
  for (const region of regions)
    if (region.isRun) lines.set(region.found.at, [...(lines.get(region.found.at) ?? []), region]);
  for (const line of lines.values()) {
    if (!mayBeTurned(line, bits)) continue;
    for (const { head, label, found } of line)
      if (head !== undefined)
        notes.doubt(
          [...path, found.field.key],
          label.text,
          `"${label.text.text}" stands between two values, and the one before it may be its own`,
        );
  }
}

function mayBeTurned(line: readonly Region[], bits: readonly Bit[]): boolean {
  const [first, last] = [line[0], line.at(-1)];
  if (first === undefined || last === undefined || line.length < 2) return false;
  const reads = ({ found }: Region, text = ""): boolean =>
    text !== "" && found.field.node.rule?.read(text) !== undefined;
  const isBare = ({ found: { joint } }: Region): boolean =>
    joint === "space" || joint === "fused" || joint === "alone";
  const areOfNext = line.slice(1).every((region, i) => reads(region, line[i]?.head?.text.text));
  if (!line.every(isBare) || !areOfNext) return false;
  const before = bits[first.found.at]?.text.text.slice(0, first.found.from).trimEnd() ?? "";
  return !reads(last, last.head?.text.text) || reads(first, FIGURE_AT_END.exec(before)?.[0]);
}

/** How many rows stand in the order of the declaration where one past them does not. */
const MIN_ORDERED = 4;

/**
 * Tells labels whose values may be of something else: those that stand among rows which stand there once more, and the last one where
 * the order of the declaration starts over with it, past lines that belong to no field.
 */
export function tellOnceMore(all: readonly Region[], path: Path, notes: Notes): void {
  const regions = standsAbove(all) ? all.slice(1) : all;
  const fields = regions.map(({ found: { field } }) => field);
  const places = new Map<DeclaredField, number[]>();
  for (const [i, field] of fields.entries()) places.set(field, [...(places.get(field) ?? []), i].slice(0, 2));
  const again = fields.findIndex((field, i) => places.get(field)?.[0] !== i);
  const isBack = (i: number): boolean => (fields[i]?.place ?? 0) < (fields[i - 1]?.place ?? 0);
  const backs = fields.flatMap((_, i) => (i > 0 && isBack(i) ? [i] : []));
  const last = fields.length - 1;
  const isPastOthers = again < 0 && backs.length === 1 && backs[0] === last && last >= MIN_ORDERED;
  const start = again < 0 ? last : (backs.findLast((i) => i < again) ?? again);
  if (again < 0 && !(isPastOthers && (regions[last - 1]?.under.length ?? 0) > 1)) return;
  const only = regions.slice(start).filter(({ found: { field } }) => places.get(field)?.length === 1);
  for (const { found, label } of only)
    notes.doubt(
      [...path, found.field.key],
      label.text,
      `"${label.text.text}" stands below the rows before it as if these started over, so that its value may be of something else`,
    );
}

/** Tells whether a row stands above the box, whose first row is behind it in the declaration, and once more within. */
function standsAbove([first, second, ...others]: readonly Region[]): boolean {
  const { field } = first?.found ?? {};
  const isBack = field !== undefined && second !== undefined && second.found.field.place < field.place;
  return isBack && others.some(({ found }) => found.field === field);
}

/** Tells a value beside its label, right below one without any, where others stand below theirs: both may be that one's value. */
export function tellBesideLost(
  { found, head, label, isRun }: Region,
  above: Region | undefined,
  path: Path,
  notes: Notes,
): void {
  const mayBeOf = above !== undefined && above.head === undefined && above.found.at === found.at - 1;
  if (head === undefined || isRun || !mayBeOf || above.found.field.node.rule?.isClosed) return;
  const line = quote(label.text.joinedWith(" ", head.text).text);
  notes.doubt(path, head.text, `${line} stands below "${above.label.text.text}", and may be its value`);
}

/** Tells a row without a colon right below the lines of a list that is declared behind it: it may be one of these. */
export function tellAmongLines(
  { found, head, label }: Region,
  { place, node }: DeclaredField,
  path: Path,
  notes: Notes,
): void {
  const isBare = (found.joint === "space" || found.joint === "fused") && !label.isItem && !label.apart;
  if (head === undefined || !isBare || found.field.place > place) return;
  const line = quote(label.text.joinedWith(" ", head.text).text);
  notes.doubt(path, head.text, `${line} stands below the lines of "${node.label}", and may be one of them`);
}

/** Tells entries where a row of theirs stands right above their label, which may be behind them. */
export function tellRowsAbove(
  { label }: Region,
  { text }: Bit,
  table: LabelTable,
  path: Path,
  notes: Notes,
): void {
  if (table.startOf(text.text) === undefined) return;
  notes.doubt(path, label.text, `${quote(text.text)} stands above the label, and may be of it`);
}
