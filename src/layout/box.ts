import { type FieldRow, isEntriesRow, isValueRow, type ValueRow } from "../format/fields.ts";
import { isFlat } from "../syntax/flat.ts";
import { endsSentence } from "../syntax/look.ts";
import { readAbove } from "./above.ts";
import { tellBelowLists } from "./below-lists.ts";
import { AROUND, type Bit, bitsOfRows, withoutEmphasis } from "./bits.ts";
import { pastBullets, withoutBullets } from "./bullets.ts";
import { bestChain } from "./chain.ts";
import { inColumns } from "./columns.ts";
import type { Draft } from "./draft.ts";
import { entryRows } from "./entries.ts";
import { withFirstItems } from "./first-items.ts";
import { isFurniture } from "./furniture.ts";
import { columnOfLabels, withoutNestedLabels } from "./item-labels.ts";
import { type Candidate, candidatesOf, isBetween, LIKELY, looksLabelled, SURE } from "./labels.ts";
import { listRows, withoutCommas } from "./lists.ts";
import { joinCell, type Region, standOneALine } from "./region.ts";
import { append, type Row, rowOf } from "./row.ts";
import { withoutSignsAround } from "./signs-around.ts";
import { Strand } from "./strand.ts";
import { withoutSecond } from "./twice.ts";
import { widthOf } from "./wrapped.ts";

/**
 * Lays out the rows of a box: a row for each label with its value, and one for each item under it. Labels are found
 * wherever they stand, by the order of the table; what stands between two of them is laid out by the kind of the field.
 */
export function layOutBox(rows: readonly Row[], draft: Draft): Row[] {
  const columns = inColumns(rows);
  for (const [stray, { key }] of columns?.strays ?? [])
    draft.leaveOut(["meta", key], "stands between the rows of the box", stray);
  for (const [row, { key }] of columns?.unsure ?? [])
    draft.tell("unusual_value", ["meta", key], UNSURE_LIST, row);
  const bits = withoutSignsAround(
    columns
      ? [
          ...bitsOfRows(rows.slice(0, columns.start)),
          ...columns.bits,
          ...bitsOfRows(rows.slice(columns.past)),
        ]
      : bitsOfRows(rows),
  );
  const candidates = candidatesOf(bits);
  const column = columnOfLabels(
    bits,
    candidates.filter(({ weight }) => weight >= LIKELY),
  );
  return layOutBits(bits, withFirstItems(bits, withoutNestedLabels(bits, candidates, column)), column, draft);
}

/** What is told of a list in a column beside the labels, where lines from one on may be those of another. */
const UNSURE_LIST =
  "the items beside labels were divided among them from here on; one may belong to another list";

/**
 * Lays out bits, of which some may be labels, and some of these stand in the order of the table.
 *
 * @param column - where the labels stand of a box whose rows are items
 */
function layOutBits(
  bits: readonly Bit[],
  candidates: readonly Candidate[],
  column: number | undefined,
  draft: Draft,
): Row[] {
  const chain = bestChain(bits, candidates);
  const ordered = new Set(chain);
  const inChain = new Set(chain.map(({ row }) => row));
  const isSure = ({ row, weight }: Candidate): boolean =>
    weight >= (column !== undefined || (inChain.has(row) && isValueRow(row)) ? LIKELY : SURE);
  /** Tells whether a label may stand at a place: where rows are items, those alone have some, each once; else no item has. */
  const mayStand = ({ at, row }: Candidate): boolean =>
    column === undefined ? !bits[at]?.isItem : bits[at]?.column === column && !inChain.has(row);
  let open: FieldRow | undefined;
  const labels = candidates.filter((one) => {
    const isLabel =
      ordered.has(one) || (one.from === 0 && isSure(one) && mayStand(one) && !isEntry(one, open, inChain));
    if (isLabel) open = one.row;
    return isLabel;
  });
  const rows: Row[] = [];

  /** Divides the bits by labels. A field that stands within another's list takes its own bit alone. */
  const divide = (): { regions: Region[]; head: Bit[] } => {
    const head: Bit[] = [];
    const regions: Region[] = [];
    let open: Region | undefined;
    /** The label of another field within the open one, above the bit that comes next. */
    let other: Candidate | undefined;
    let next = 0;
    bits.forEach((bit, at) => {
      const within: Candidate[] = [];
      while (labels[next]?.at === at) within.push(labels[next++] as Candidate);
      const [first] = within;
      const { under } = open ?? { under: head };
      if (!first) {
        if (open && other) tellWithin(open.label, other, bit);
        other = undefined;
        under.push(bit);
      } else if (first.from > 0) {
        under.push(part(bit, 0, first.from));
      }
      within.forEach((label, i) => {
        const end = within[i + 1]?.from ?? bit.text.text.length;
        const rest = part(bit, label.to, end);
        const region = {
          label,
          head: bit,
          rest: rest.text.text === "" ? undefined : rest,
          under: [],
          whole: bit.whole && within.length === 1 && label.from === 0 && isPlainMark(bit, label),
        };
        regions.push(region);
        const isWithin = !ordered.has(label) && isValueRow(label.row) && region.rest !== undefined;
        if (label.from > 0) tellGlued(label, bit);
        other = isWithin && open && !isValueRow(open.label.row) ? label : undefined;
        if (!other) open = region;
      });
    });
    return { regions, head };
  };

  const tellGlued = ({ row }: Candidate, bit: Bit): void => {
    const message = `the label "${row.label}" stands within a line; put it on a line of its own`;
    draft.tell("run_together", ["meta", row.key], message, bit.row);
  };

  /** Tells that a field goes on below another, whose items may be those of a third that has lost its label. */
  const tellWithin = ({ row }: Candidate, other: Candidate, bit: Bit): void => {
    const message = `this was read as more of "${row.label}" below "${other.row.label}"; another label may be lost`;
    draft.tell("unusual_value", ["meta", row.key], message, bit.row);
  };

  const layOut = (region: Region): void => {
    const { row } = region.label;
    if (isValueRow(row)) layOutValue(region, row);
    else {
      const lines = withoutSecond(row, withoutCommas(region.under), draft);
      const { head, rest, under, whole } = joinFlat({ ...region, under: [...lines] });
      const isOneLine = !isEntriesRow(row) || under.length === 0;
      if (whole && rest && isOneLine && isFlat(rest.cell.text) && !head.isItem && !region.unsure) {
        push([head.row], head);
        for (const bit of under) pass(bit);
        return;
      }
      const label = labelRow(region);
      if (isEntriesRow(row)) push(entryRows(row, label, rest, under, draft, width), head);
      else {
        const list = listRows(row, label, rest, withoutTail(row, under), draft, isOne);
        const { end, to } = region.label;
        const [count] = /\d+/.exec(head.text.text.slice(end, to)) ?? [list.length - 1];
        if (Number(count) !== list.length - 1)
          draft.tell("unusual_value", ["meta", row.key], `the label counts ${count} items`, head.row);
        push(list, head);
      }
    }
  };

  /** The row of a label without what stands after it. */
  const labelRow = ({ label, head, rest, whole, unsure }: Region): Row =>
    whole && !rest && !head.isItem && !unsure
      ? head.row
      : rowOf([nameOf(head, label).trim()], unsure ? "unsure" : undefined);

  /** Lays out a field of one value: it stands after the label, or in the bit below. */
  const layOutValue = ({ label, head, rest, under, above, unsure, whole }: Region, row: ValueRow): void => {
    const [first] = rest ? [] : withoutStray(row, under);
    const isBelow = first !== undefined && !isForeign(row, first, head);
    if (whole && !head.isItem && !isBelow && !above && !unsure) push([head.row], head);
    else {
      const name = nameOf(head, label);
      const below = isBelow ? withoutColon(first.text) : rest?.text;
      const text = !above || !below ? below : above.text.joinedWith(" ", below);
      const role = text && (unsure || isOther(row, text.text)) ? "unsure" : undefined;
      push([rowOf(text ? [name, text] : [name], role)], head);
    }
    for (const bit of isBelow ? under.slice(under.indexOf(first) + 1) : under) pass(bit);
  };

  /** Takes a line of the page off what stands under the label of a value. */
  const withoutStray = (row: ValueRow, under: readonly Bit[]): readonly Bit[] => {
    const [first, next] = under;
    if (!first || !isBetween(row, first, next)) return under;
    draft.leaveOut(["meta", row.key], `stands between "${row.label}" and its value`, first.row);
    return under.slice(1);
  };

  /** Takes page furniture off the end of the last list. */
  const withoutTail = (row: FieldRow, bits: readonly Bit[]): readonly Bit[] => {
    if (row.key !== "notes") return bits;
    const isListed = bits[0]?.isItem ?? false;
    const end = bits.findIndex(({ text, apart, isItem }, i) => {
      // The first item may begin as furniture does.
      if (isFurniture(text.text)) return (i > 0 || !isItem) && !isNumberAlone(bits, i);
      // A gap ends a list, unless gaps stand between all of its items.
      if (i === 0 || !apart) return false;
      return isListed ? !isItem : i > 1 && !bits[1]?.apart;
    });
    if (end < 0) return bits;
    for (const bit of bits.slice(end))
      draft.leaveOut(["meta", row.key], "fits no field", bit.row, bit.row, bit.text);
    return bits.slice(0, end);
  };

  /** Leaves a bit as it stands. */
  const pass = (bit: Bit): void => {
    push([bit.whole ? bit.row : rowOf([bit.isItem && isFlat(bit.cell.text) ? bit.cell : bit.text])], bit);
  };

  const push = (own: readonly Row[], { apart, after }: Bit): void => {
    if (apart && !after) rows.push(rowOf([""]));
    append(rows, own);
  };

  const { regions, head } = divide();
  for (const region of regions) joinCell(region);
  readAbove(regions, head, draft);
  tellBelowLists(regions, draft);
  const isOne = standOneALine(regions);
  const width = widthOf([...new Set(bits.map(({ row }) => row))], 0);
  for (const bit of head) pass(bit);
  for (const region of regions) layOut(region);
  return rows;
}

/** Tells whether what may be a label is an entry of the field above, since the label stands elsewhere. */
const isEntry = ({ row }: Candidate, open: FieldRow | undefined, known: ReadonlySet<FieldRow>): boolean =>
  known.has(row) &&
  open !== undefined &&
  isEntriesRow(open) &&
  open.entries.some(({ label }) => label === row.label);

/** A bullet within a row, or at its end: several items stand on it. */
const INNER_BULLET = /\S\s+([*•])\s+\S|\s([*•])$/;

/** Joins the rows of a list that stood on one line, which was wrapped. */
function joinFlat(region: Region): Region {
  const bits = region.rest ? [region.rest, ...region.under] : region.under;
  const [first] = bits;
  const isApart = ({ apart, column }: Bit): boolean => apart || column <= region.head.column;
  if (!first || bits.length === 1 || bits.slice(1).some(isApart)) return region;
  const inner = bits.map(({ text }) => INNER_BULLET.exec(text.text)).find((found) => found !== null);
  if (!inner?.some((sign, i) => i > 0 && sign === first.cell.text[0])) return region;
  const cell = Strand.join(bits.flatMap((bit, i) => (i === 0 ? [bit.cell] : [" ", bit.cell])));
  const text = withoutEmphasis(withoutBullets(cell)).text;
  return { ...region, rest: { ...first, text, cell, whole: false }, under: [], whole: false };
}

/** Tells whether an item is a number, and not one of several, as the pages of a text are. */
const isNumberAlone = (bits: readonly Bit[], at: number): boolean =>
  [at, at - 1, at + 1].every((one) => {
    const bit = bits[one];
    return (bit?.isItem === true && !bit.apart && /^\d+$/.test(bit.text.text)) === (one === at);
  });

/** Tells whether what stands below a label is no value of its field: an item of another, or a field that is not known. */
const isForeign = ({ kind }: FieldRow, { isItem, text }: Bit, head: Bit): boolean =>
  (isItem && !head.isItem) || (kind !== "sentence" && looksLabelled(text.text));

/** Tells whether a text must be the value of another field: a sentence, where the field has parts with a sign between. */
const isOther = (row: FieldRow, text: string): boolean =>
  "joint" in row && row.joint !== undefined && !text.includes(row.joint) && endsSentence(text);

/** Tells whether what stands after a label is what the grammar knows: a colon, a bar, or nothing. */
const isPlainMark = ({ text }: Bit, { end, to }: Candidate): boolean =>
  /^\s*[:|]?$/.test(text.text.slice(end, to));

/** A label as its bit has it, with a mark behind it that the grammar knows. */
const nameOf = (head: Bit, label: Candidate): Strand =>
  head.text.slice(label.from, isPlainMark(head, label) ? label.to : label.end);

/** What stands between two offsets of a bit, without the bullet that may stand after a label. */
function part(bit: Bit, from: number, to: number): Bit {
  const cell = bit.text.slice(from, to).trim().without(AROUND);
  const past = from > 0 ? pastBullets(cell.text) : 0;
  return {
    ...bit,
    text: withoutEmphasis(cell.slice(past)).text,
    cell,
    whole: false,
    isItem: from === 0 ? bit.isItem : past > 0,
    column: bit.column + from,
    apart: from === 0 && bit.apart,
    after: from > 0 || bit.after,
  };
}

/** The text of a bit without a colon before it, as definition lists of Markdown have. */
const withoutColon = (text: Strand): Strand => text.without(/^:\s+/g);
