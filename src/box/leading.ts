import type { Bit } from "../layout/bits.ts";
import type { DeclaredField, LabelTable } from "./labels.ts";

/** Figures that stand before what they count, each pair on a line of its own: `4 Bedrooms`, `$18,250Raised`. */

/** How many lines have this form at least: one alone may be words. */
const MIN_LINES = 2;

/** How long a figure of a field is at most that any text may be, and how it starts. */
const MAX_FIGURE = 20;
const FIGURE = /^[\p{Sc}\p{N}]/u;

/** A figure that is read as such whatever sign parts its thousands, which is told where it is not declared. */
const GROUPED = /^\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3})+$/;

/** A label at the end of a line, and where it starts. */
interface Leading {
  readonly field: DeclaredField;
  readonly from: number;
}

/** Puts labels that stand behind their values on their lines before them, as cells. */
export function withLeading(bits: readonly Bit[], table: LabelTable): readonly Bit[] {
  const lines = bits.map((bit, i) => (bits[i + 1]?.after ? undefined : leadingOf(bit, table)));
  const texts = new Map<DeclaredField, Set<string>>();
  for (const [i, { text }] of bits.entries()) {
    const field = lines[i]?.field;
    if (field !== undefined) texts.set(field, (texts.get(field) ?? new Set()).add(text.text));
  }
  if (texts.size < MIN_LINES) return bits;
  // A label that starts a line, or stands behind two values, is written in another way.
  const others = new Set(bits.map(({ text }) => table.of(table.startOf(text.text) ?? "")));
  const isOne = ({ field }: Leading): boolean => !others.has(field) && texts.get(field)?.size === 1;
  const own = lines.map((line) => (line !== undefined && isOne(line) ? line : undefined));
  if (new Set(own.flatMap((line) => line?.field ?? [])).size < MIN_LINES) return bits;
  return bits.flatMap((bit, i) => {
    const line = own[i];
    if (line === undefined) return [bit];
    const value = { ...bit, text: bit.text.slice(0, line.from).trim(), after: true, apart: false };
    return [{ ...bit, text: bit.text.slice(line.from) }, value];
  });
}

/** Finds the label of a line that is but a value and a label. */
function leadingOf({ text: { text }, after }: Bit, table: LabelTable): Leading | undefined {
  if (after || !FIGURE.test(text)) return undefined;
  const label = table.matches(text).find(({ from, text: one }) => from + one.length === text.length);
  const field = label && table.of(label.text);
  const { rule } = field?.node ?? {};
  if (label === undefined || field === undefined || rule === undefined) return undefined;
  const value = text.slice(0, label.from).trim();
  const read = rule.read(value);
  const isWhole = read !== undefined && (read.note === undefined || GROUPED.test(value));
  return isWhole && (rule.isClosed || value.length <= MAX_FIGURE) ? { field, from: label.from } : undefined;
}
