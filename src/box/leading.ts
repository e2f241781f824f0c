import type { Bit } from "../layout/bits.ts";
import type { DeclaredField, LabelTable } from "./labels.ts";

/** Figures that stand before what they count, a pair a line or all of a line: `4 Bedrooms`, `$18,250Raised`. */

/** How many fields are written so at least: one alone may be words. */
const MIN_PAIRS = 2;

/** How long a figure of a field is at most that any text may be, and how it starts. */
const MAX_FIGURE = 20;
const FIGURE = /^[\p{Sc}\p{N}]/u;

/** A figure that is read as such whatever sign parts its thousands, which is told where it is not declared. */
const GROUPED = /^\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3})+$/;

/** A picture before a figure, as its text alone. */
const PICTURE = /^\[[^\][]{0,80}\]\s*(?=[\p{Sc}\p{N}])/u;

/** What parts one pair from the next on a line. */
const BETWEEN = /^\s*[·•|,;/]?\s*/;

/** A label behind its value: where the value starts, and where the label starts and ends. */
interface Leading {
  readonly field: DeclaredField;
  readonly value: number;
  readonly from: number;
  readonly end: number;
}

/** Puts labels that stand behind their values on their lines before them, as cells. */
export function withLeading(bits: readonly Bit[], table: LabelTable): readonly Bit[] {
  const lines = bits.map((bit, i) => (bits[i + 1]?.after ? [] : leadingsOf(bit, table)));
  const texts = new Map<DeclaredField, Set<string>>();
  for (const [i, { text }] of bits.entries())
    for (const { field } of lines[i] ?? []) texts.set(field, (texts.get(field) ?? new Set()).add(text.text));
  if (texts.size < MIN_PAIRS) return bits;
  // A label that starts a line, or stands behind two values, is written in another way.
  const others = new Set(bits.map(({ text }) => table.of(table.startOf(text.text) ?? "")));
  const isOne = ({ field }: Leading): boolean => !others.has(field) && texts.get(field)?.size === 1;
  const own = lines.map((line) => (line.every(isOne) ? line : []));
  if (new Set(own.flat().map(({ field }) => field)).size < MIN_PAIRS) return bits;
  // Below a label at the end of a line, each figure may be of the label above it.
  if (endsWithLabel(bits[own.findIndex(({ length }) => length > 0) - 1], table)) return bits;
  return bits.flatMap((bit, i) => {
    const line = own[i] ?? [];
    return line.length === 0 ? [bit] : line.flatMap((pair, k) => cellsOf(bit, pair, k > 0));
  });
}

/** A label and its value as cells. */
function cellsOf(bit: Bit, { value, from, end }: Leading, after: boolean): Bit[] {
  const apart = bit.apart && !after;
  return [
    { ...bit, text: bit.text.slice(from, end), after: bit.after || after, apart },
    { ...bit, text: bit.text.slice(value, from).trim(), after: true, apart: false },
  ];
}

/** Tells whether a label, and no figure before it, stands at the end of a line. */
function endsWithLabel(bit: Bit | undefined, table: LabelTable): boolean {
  const { text = "" } = bit?.text ?? {};
  return table
    .matches(text)
    .some(
      ({ from, text: label }) =>
        from + label.length === text.length && !/\p{N}\s*$/u.test(text.slice(0, from)),
    );
}

/** Finds the labels of a line that is but values, each with its label behind it. */
function leadingsOf({ text: { text }, after }: Bit, table: LabelTable): readonly Leading[] {
  const start = PICTURE.exec(text)?.[0].length ?? 0;
  if (after || !FIGURE.test(text.slice(start))) return [];
  const pairs: Leading[] = [];
  let value = start;
  for (const { from, text: label } of table.matches(text)) {
    const [end, field] = [from + label.length, table.of(label)];
    if (from < value || field === undefined || !isFigureOf(field, text.slice(value, from).trim())) return [];
    pairs.push({ field, value, from, end });
    value = end + (BETWEEN.exec(text.slice(end))?.[0].length ?? 0);
  }
  return value === text.length ? pairs : [];
}

/** Tells whether a text is a figure that a field may have. */
function isFigureOf({ node: { rule } }: DeclaredField, value: string): boolean {
  const read = FIGURE.test(value) ? rule?.read(value) : undefined;
  const isWhole = read !== undefined && (read.note === undefined || GROUPED.test(value));
  return isWhole && (rule?.isClosed === true || value.length <= MAX_FIGURE);
}
