import { type FieldRow, isEntriesRow } from "../format/fields.ts";
import { textOf } from "./node.ts";
import type { Segment } from "./segments.ts";

/** Values that stand on one line, with signs between them. */

/** Signs between items, the surest first: an item may well hold a comma, but hardly a bar. */
const SIGNS: readonly RegExp[] = [
  /\s*\|\s*/g,
  /\s*;(?:\s+|$)/g,
  /\s*[·•▪●]\s*/g,
  /(?:^|\s+)\/(?:\s+|$)/g,
  /\s*,(?:\s+|$)/g,
];

/** Cuts a line into items by the surest sign that stands in it; one item where none does. */
export function itemsOnLine(html: string, line: readonly Segment[]): Segment[][] {
  for (const sign of SIGNS) {
    const items = cut(html, line, sign);
    if (items.length > 1) return items;
  }
  return [[...line]];
}

/** Cuts segments wherever a pattern matches, which itself is left out. */
function cut(html: string, segments: readonly Segment[], pattern: RegExp): Segment[][] {
  const pieces: Segment[][] = [[]];
  for (const segment of segments) {
    const { text } = segment;
    let { from } = text;
    for (const found of textOf(html, text).matchAll(pattern)) {
      const end = text.character === undefined ? text.from + found.index : text.from;
      add(pieces, segment, from, end);
      pieces.push([]);
      from = text.character === undefined ? end + found[0].length : text.to;
    }
    add(pieces, segment, from, text.to);
  }
  return pieces.filter((piece) => piece.length > 0);
}

/** Adds a stretch of a segment to the last piece. */
function add(pieces: readonly Segment[][], segment: Segment, from: number, to: number): void {
  if (from >= to) return;
  const { text } = segment;
  const isWhole = from === text.from && to === text.to;
  pieces[pieces.length - 1]?.push(isWhole ? segment : { ...segment, text: { ...text, from, to } });
}

/** What leads from one entry to the next on a line: a sign, and where no value is free text a space, too. */
const entryStart = (row: FieldRow): RegExp | undefined => {
  if (!isEntriesRow(row)) return undefined;
  const labels = row.entries.map(({ label }) => label.replaceAll(" ", "\\s+")).join("|");
  const sign = row.entries.some(({ kind }) => kind === "text") ? "\\s*[,;|·•/]\\s*" : "\\s*[,;|·•/]?\\s*";
  return new RegExp(`(?<!^\\s*)${sign}(?=\\b(?:${labels})\\s*[:：])`, "gi");
};

const ENTRY_STARTS = new WeakMap<FieldRow, RegExp | undefined>();

/** Tells whether more than a label can stand in a segment: a colon that is not its end, nor part of an address. */
function mayHoldEntries(html: string, { text: { character, from, to } }: Segment): boolean {
  if (character !== undefined) return false;
  for (let at = from; at < to - 1; at++)
    if (html[at] === "：" || (html[at] === ":" && html[at + 1] !== "/")) return true;
  return false;
}

/** Has each entry that follows another on its line start a line of its own. */
export function entriesApart(html: string, segments: readonly Segment[], row: FieldRow): readonly Segment[] {
  if (!ENTRY_STARTS.has(row)) ENTRY_STARTS.set(row, entryStart(row));
  const pattern = ENTRY_STARTS.get(row);
  if (pattern === undefined) return segments;
  if (!segments.some((segment) => mayHoldEntries(html, segment))) return segments;
  return segments.flatMap((segment) => {
    if (segment.text.character !== undefined) return segment;
    const pieces = cut(html, [segment], pattern).flat();
    return pieces.map((piece, i) => (i === 0 ? piece : { ...piece, starts: true }));
  });
}
