import { type FieldRow, isEntriesRow, isValueRow } from "../format/fields.ts";
import { isFlat } from "../syntax/flat.ts";
import { endsSentence } from "../syntax/look.ts";
import { AROUND, type Bit, bitsOfRows, withoutEmphasis } from "./bits.ts";
import { pastBullets, withoutBullets } from "./bullets.ts";
import { bestChain } from "./chain.ts";
import { inColumns } from "./columns.ts";
import type { Draft } from "./draft.ts";
import { entryRows } from "./entries.ts";
import { isFurniture } from "./furniture.ts";
import { type Candidate, candidatesOf, LIKELY, looksLabelled, SURE } from "./labels.ts";
import { listRows, withoutCommas } from "./lists.ts";
import { append, type Row, rowOf } from "./row.ts";
import { Strand } from "./strand.ts";

/**
 * Lays out the rows of a box: a row for each label with its value, and one for each item under it. Labels are found
 * wherever they stand, by the order of the table; what stands between two of them is laid out by the kind of the field.
 */
export function layOutBox(rows: readonly Row[], draft: Draft): Row[] {
  const columns = inColumns(rows);
  for (const stray of columns?.strays ?? [])
    draft.leaveOut(["meta"], "stands between the rows of the box", stray);
  const bits =
    columns === undefined
      ? bitsOfRows(rows)
      : [
          ...bitsOfRows(rows.slice(0, columns.start)),
          ...columns.bits,
          ...bitsOfRows(rows.slice(columns.past)),
        ];
  const candidates = candidatesOf(bits);
  return new BoxLayout(bits, bestChain(bits, candidates), candidates, draft).layOut();
}

/** A field: where its label stands, and the bits under it. */
interface Region {
  readonly label: Candidate;
  /** What stands after the label, up to the end of its bit or the next label. */
  readonly head: Bit;
  readonly rest: Bit | undefined;
  readonly under: Bit[];
  /** The start of a sentence, where its label stands beside a later line of it. */
  above?: Bit | undefined;
  /** Whether a line above may be the start of its value, and nothing tells. */
  unsure?: boolean;
  /** Whether the label and all after it are a row as it stands. */
  readonly whole: boolean;
}

class BoxLayout {
  private readonly labels: Candidate[];
  private readonly ordered: Set<Candidate>;
  private readonly rows: Row[] = [];

  constructor(
    private readonly bits: readonly Bit[],
    chain: readonly Candidate[],
    candidates: readonly Candidate[],
    private readonly draft: Draft,
  ) {
    this.ordered = new Set(chain);
    const inChain = new Set(chain.map(({ row }) => row));
    const isSure = ({ row, weight }: Candidate): boolean =>
      weight >= (inChain.has(row) && isValueRow(row) ? LIKELY : SURE);
    this.labels = candidates.filter(
      (one) => this.ordered.has(one) || (one.from === 0 && isSure(one) && !(bits[one.at] as Bit).bulleted),
    );
  }

  layOut(): Row[] {
    const { regions, head } = this.regions();
    regions.forEach((region, i) => {
      const before = regions[i - 1];
      region.unsure = mayStartAbove(region, before);
      region.above = region.unsure ? undefined : startAbove(region, before);
    });
    for (const bit of head) this.pass(bit);
    for (const region of regions) this.region(region);
    return this.rows;
  }

  /** Divides the bits by labels. A field that stands within another's list takes its own bit alone. */
  private regions(): { regions: Region[]; head: Bit[] } {
    const head: Bit[] = [];
    const regions: Region[] = [];
    let open: Region | undefined;
    /** The label of another field within the open one, above the bit that comes next. */
    let other: Candidate | undefined;
    let next = 0;
    this.bits.forEach((bit, at) => {
      const within: Candidate[] = [];
      while (this.labels[next]?.at === at) within.push(this.labels[next++] as Candidate);
      const first = within[0];
      if (first === undefined) {
        if (open !== undefined && other !== undefined) this.tellWithin(open.label, other, bit);
        other = undefined;
        (open?.under ?? head).push(bit);
        return;
      }
      if (first.from > 0) {
        const before = part(bit, 0, first.from);
        (open?.under ?? head).push(before);
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
        const isWithin = !this.ordered.has(label) && isValueRow(label.row) && region.rest !== undefined;
        if (label.from > 0) this.tellGlued(label, bit);
        other = isWithin && open !== undefined ? label : undefined;
        if (other === undefined) open = region;
      });
    });
    return { regions, head };
  }

  private tellGlued({ row }: Candidate, bit: Bit): void {
    const message = `the label "${row.label}" stands within a line; it was read as the start of its field, put it on a line of its own`;
    this.draft.tell("run_together", ["meta", row.key], message, bit.row);
  }

  /** Tells that a field goes on below another, whose items may be those of a third that has lost its label. */
  private tellWithin({ row }: Candidate, other: Candidate, bit: Bit): void {
    if (isValueRow(row)) return;
    const message = `this was read as more of "${row.label}" below "${other.row.label}"; another label may be lost`;
    this.draft.tell("unusual_value", ["meta", row.key], message, bit.row);
  }

  private region(region: Region): void {
    const { row } = region.label;
    if (isValueRow(row)) this.value(region);
    else {
      const { head, rest, under, whole } = joinFlat({ ...region, under: [...withoutCommas(region.under)] });
      if (whole && rest !== undefined && isFlat(rest.cell.text) && !head.bulleted) {
        this.push([head.row], head);
        for (const bit of under) this.pass(bit);
        return;
      }
      const label = this.labelRow(region);
      if (isEntriesRow(row)) this.push(entryRows(row, label, rest, under), head);
      else this.push(listRows(row, label, rest, this.withoutTail(row, under), this.draft), head);
    }
  }

  /** The row of a label without what stands after it. */
  private labelRow({ label, head, rest, whole }: Region): Row {
    return whole && rest === undefined && !head.bulleted ? head.row : rowOf([nameOf(head, label).trim()]);
  }

  /** Lays out a field of one value: it stands after the label, or in the bit below. */
  private value({ label, head, rest, under, above, unsure, whole }: Region): void {
    const [first] = under;
    const isBelow = rest === undefined && first !== undefined && !isForeign(label.row, first, head);
    if (whole && !head.bulleted && !isBelow && above === undefined && !unsure) this.push([head.row], head);
    else {
      const name = nameOf(head, label);
      const below = isBelow ? withoutColon(first.text) : rest?.text;
      const text = above === undefined || below === undefined ? below : above.text.joinedWith(" ", below);
      const role = text !== undefined && (unsure || isOther(label.row, text.text)) ? "unsure" : undefined;
      this.push([rowOf(text === undefined ? [name] : [name, text], role)], head);
    }
    for (const bit of isBelow ? under.slice(1) : under) this.pass(bit);
  }

  /** Takes page furniture off the end of the last list. */
  private withoutTail(row: FieldRow, bits: readonly Bit[]): readonly Bit[] {
    if (row.key !== "notes") return bits;
    const isListed = bits[0]?.bulleted ?? false;
    const end = bits.findIndex(({ text, apart, bulleted }, i) => {
      // The first item may begin as furniture does.
      if (isFurniture(text.text)) return i > 0 || !bulleted;
      // A gap ends a list, unless gaps stand between all of its items.
      if (i === 0 || !apart) return false;
      return isListed ? !bulleted : i > 1 && !bits[1]?.apart;
    });
    if (end < 0) return bits;
    for (const bit of bits.slice(end))
      this.draft.leaveOut(["meta", row.key], "fits no field", bit.row, bit.row, bit.text);
    return bits.slice(0, end);
  }

  /** Leaves a bit as it stands. */
  private pass(bit: Bit): void {
    this.push(
      [bit.whole ? bit.row : rowOf([bit.bulleted && isFlat(bit.cell.text) ? bit.cell : bit.text])],
      bit,
    );
  }

  private push(rows: readonly Row[], { apart, after }: Bit): void {
    if (apart && !after) this.rows.push(rowOf([""]));
    append(this.rows, rows);
  }
}

/** A bullet within a row, or at its end: several items stand on it. */
const INNER_BULLET = /\S\s+([*•])\s+\S|\s([*•])$/;

/** Joins the rows of a list that stood on one line, which was wrapped. */
function joinFlat(region: Region): Region {
  const bits = region.rest === undefined ? region.under : [region.rest, ...region.under];
  const [first] = bits;
  const isApart = ({ apart, column }: Bit): boolean => apart || column <= region.head.column;
  if (first === undefined || bits.length === 1 || bits.slice(1).some(isApart)) return region;
  const inner = bits.map(({ cell }) => INNER_BULLET.exec(cell.text)).find((found) => found !== null);
  if (!inner?.some((sign, i) => i > 0 && sign === first.cell.text[0])) return region;
  const cell = Strand.join(bits.flatMap((bit, i) => (i === 0 ? [bit.cell] : [" ", bit.cell])));
  const text = withoutEmphasis(withoutBullets(cell)).text;
  return { ...region, rest: { ...first, text, cell, whole: false }, under: [], whole: false };
}

/** The shortest line that may be the start of a sentence that was wrapped. */
const MIN_START = 60;

/** Tells whether a long line above a label may be the start of its sentence where all is in small letters, so that nothing tells. */
function mayStartAbove({ label, rest, under }: Region, before: Region | undefined): boolean {
  if (label.row.kind !== "sentence" || before === undefined || !isValueRow(before.label.row)) return false;
  // The first bit below a label may be the value of its own field.
  const left = before.rest === undefined ? before.under.slice(1).at(-1) : before.under.at(-1);
  const value = (rest ?? under[0])?.text.text;
  return (
    left !== undefined &&
    value !== undefined &&
    !left.bulleted &&
    left.text.text.length >= MIN_START &&
    /^\p{Ll}/u.test(left.text.text) &&
    /^\p{Ll}/u.test(value) &&
    !endsSentence(left.text.text)
  );
}

/**
 * Takes the start of a sentence off the field above, where it stands over its own label: the value of the one above is
 * there, and what follows the label goes on in small letters.
 */
function startAbove({ label, rest, under }: Region, before: Region | undefined): Bit | undefined {
  if (label.row.kind !== "sentence" || before === undefined || !isValueRow(before.label.row))
    return undefined;
  const left = before.under.at(-1);
  if (left === undefined || left.bulleted || (before.rest === undefined && before.under.length < 2))
    return undefined;
  const value = before.rest ?? before.under[0];
  // In small letters throughout, nothing tells where a sentence starts.
  if (value === undefined || !STARTS_LARGE.test(value.text.text)) return undefined;
  const isStart =
    STARTS_LARGE.test(left.text.text) && !endsSentence(left.text.text) && !looksLabelled(left.text.text);
  return isStart && /^\p{Ll}/u.test((rest ?? under[0])?.text.text ?? "") ? before.under.pop() : undefined;
}

const STARTS_LARGE = /^\p{Lu}/u;

/** Tells whether what stands below a label is no value of its field: an item of another, or a field that is not known. */
const isForeign = ({ kind }: FieldRow, { bulleted, text }: Bit, head: Bit): boolean =>
  (bulleted && !head.bulleted) || (kind !== "sentence" && looksLabelled(text.text));

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
  const cell = bit.text
    .slice(from, to)
    .trim()
    .replace(AROUND, () => "");
  const past = from > 0 ? pastBullets(cell.text) : 0;
  return {
    ...bit,
    text: withoutEmphasis(cell.slice(past)).text,
    cell,
    whole: false,
    bulleted: from === 0 ? bit.bulleted : past > 0,
    column: bit.column + from,
    apart: from === 0 && bit.apart,
    after: from > 0 || bit.after,
  };
}

/** The text of a bit without a colon before it, as definition lists of Markdown have. */
const withoutColon = (text: Strand): Strand => text.replace(/^:\s+/g, () => "");
