import { type FieldRow, isValueRow } from "../format/fields.ts";
import { endsSentence } from "../syntax/look.ts";
import { type Bit, joinBits } from "./bits.ts";
import { startsAnyEntry } from "./labels.ts";

/** A line of a column, by the index of its row. */
interface Placed {
  readonly bit: Bit;
  readonly at: number;
}

/**
 * Divides the lines of a table's values among labels that stand beside the first of their lines; undefined where nothing
 * shows that all do: each label has a line beside it, each sentence ends with its lines, and a short value has one, or more of which each has no room for the next word.
 */
export function divisionAtTop<Value extends Placed>(
  labels: readonly { readonly row: FieldRow; readonly at: number }[],
  values: readonly Value[],
): Value[][] | undefined {
  const groups: Value[][] = labels.map(() => []);
  let open = -1;
  for (const value of values) {
    while ((labels[open + 1]?.at ?? Infinity) <= value.at) open++;
    groups[open]?.push(value);
  }
  const isFull = fullnessOf(values.map(({ bit }) => bit));
  const isTop = groups.every((lines, i) => {
    const { row, at } = labels[i] as { row: FieldRow; at: number };
    const last = lines.at(-1)?.bit.text.text ?? "";
    if (lines[0]?.at !== at) return false;
    if (row.kind === "sentence") return endsSentence(last);
    const start = values.indexOf(lines[0] as Value);
    return !isValueRow(row) || lines.every((_, k) => k === lines.length - 1 || isFull(start + k));
  });
  const isWrapped = groups.some((lines, i) => labels[i]?.row.kind === "sentence" && lines.length > 1);
  return isTop && isWrapped && values[0]?.at === labels[0]?.at ? groups : undefined;
}

/** Makes what tells, by its index, whether a line has no room for the first word of the next, which starts small. */
export function fullnessOf(bits: readonly Bit[]): (at: number) => boolean {
  const ends = bits.map(({ column, text }) => column + text.text.length);
  const width = ends.reduce((most, end) => Math.max(most, end), 0);
  return (at) => {
    const [word = ""] = bits[at + 1]?.text.text.split(" ", 1) ?? [];
    return /^\p{Ll}/u.test(word) && (ends[at] as number) + 1 + word.length > width;
  };
}

/** Joins the lines of entries that were wrapped within their cell: each starts with no entry, and has no bullet. */
export function wholeEntries(lines: readonly Bit[]): Bit[] {
  const whole: Bit[][] = [];
  for (const line of lines) {
    const open = whole.at(-1);
    if (open && !line.isItem && !startsAnyEntry(line.text.text)) open.push(line);
    else whole.push([line]);
  }
  return whole.map(([first, ...more]) => more.reduce(joinBits, first as Bit));
}
