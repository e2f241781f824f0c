import { isValueRow } from "../format/fields.ts";
import { type Bit, isRestOfCell, joinBits } from "./bits.ts";
import type { Candidate } from "./labels.ts";

/** A field: where its label stands, and the bits under it. */
export interface Region {
  readonly label: Candidate;
  /** What stands after the label, up to the end of its bit or the next label. */
  readonly head: Bit;
  rest: Bit | undefined;
  readonly under: Bit[];
  /** The start of a sentence, where its label stands beside a later line of it. */
  above?: Bit | undefined;
  /** Whether a line above may be the start of its value, and nothing tells. */
  unsure?: boolean;
  /** Whether the label and all after it are a row as it stands. */
  whole: boolean;
}

/**
 * Tells whether lists have an item a line though bullets are lost: all, those of first items or of all but these. The list does tell it
 * that always has as many items. Undefined where no line ends for an item, since the labels stand within them.
 */
export function standOneALine(regions: readonly Region[]): boolean | undefined {
  const lists = regions.filter(({ label: { row } }) => row.kind === "list");
  const bits = lists.map(({ rest, under }) => (rest ? [rest, ...under] : under));
  const isFirst = bits[0]?.[0]?.isItem ?? false;
  const isOther = bits.some((own) => own[1]?.isItem);
  // Below items with bullets, lines of the page may stand.
  const isAlike = ({ isItem }: Bit, i: number): boolean =>
    i === 0 ? isItem === isFirst : isItem === isOther || (isOther && i > 1);
  const isOne =
    !(isFirst && isOther) &&
    bits.every((own) => own.every(isAlike)) &&
    lists.some(({ label: { row } }, i) => row.kind === "list" && row.size === bits[i]?.length);
  // Another value ends right before such a label.
  const within = regions.filter(({ label: { from }, head }) =>
    /[\p{L}\p{N}.] ?$/u.test(head.text.text.slice(Math.max(from - 2, 0), from)),
  );
  return isOne || 2 * within.length <= regions.length ? isOne : undefined;
}

/** Joins the lines over which the value of a field runs in the cell of a table. */
export function joinCell({ label: { row }, rest, under }: Region): void {
  const [value] = under;
  if (rest || !value || !isValueRow(row)) return;
  let past = 1;
  while (past < under.length && isRestOfCell(under[past] as Bit, under[past - 1] as Bit)) past++;
  if (past > 1) under.splice(0, past, under.slice(1, past).reduce(joinBits, value));
}
