import type { Bit } from "../layout/bits.ts";
import type { Found } from "./found.ts";
import type { Joint } from "./joints.ts";

/** Labels that stand alone on their lines, or as cells on one, and the lines or cells right before and behind each. */

/** How long a line is at most that is no text of its own. */
const MAX_VALUE = 60;

/** Tells whether a line is a text of its own: it is long, or a sentence. */
const isProse = ({ text: { text } }: Bit): boolean =>
  text.length > MAX_VALUE || /(?:\s\S+){3}[.!?…]$/.test(text);

/** Tells whether a line has signs alone. */
const isDrawn = ({ text }: Bit): boolean => !/[\p{L}\p{N}]/u.test(text.text);

/** Tells whether something holds for more than half. */
const areMost = <T>(those: readonly T[], holds: (one: T) => boolean): boolean =>
  those.filter(holds).length * 2 > those.length;

/** How many labels that ask for a form tell the side of the values. */
const MIN_CLOSED = 2;

/** What stands behind a label that is all of a cell. */
const CELL: readonly Joint[] = ["cell", "alone"];

/** A label, and the lines next to it; none where that is a label, too, or no part of the box. */
interface Stacked {
  readonly found: Found;
  readonly label: Bit;
  readonly over: Bit | undefined;
  readonly below: Bit | undefined;
  /** Whether the line above is the first that may be of the box. */
  readonly isFirst: boolean;
}

/** Tells whether a line is a whole value of a label that not any text can be. */
function fits({ field: { node } }: Found, bit: Bit | undefined): boolean {
  const { rule } = node;
  if (bit === undefined || rule?.isClosed !== true || bit.text.text.length > MAX_VALUE) return false;
  const read = rule.read(bit.text.text);
  return read !== undefined && read.note === undefined;
}

/** Tells whether a line stands in the block of its label, but for one that is further in than the label is. */
const isWithin = ({ label, below }: Stacked): boolean =>
  below !== undefined &&
  (below.column > label.column + 1 || (label.isItem && !below.isItem && below.column >= label.column));

/** Tells whether a label starts a block that goes on below it. */
const startsBlock = ({ label, below }: Stacked): boolean => label.apart && below?.apart === false;

/** Tells whether a label is emphasised as a heading is, over what is not. */
const isTitle = ({ label, below }: Stacked): boolean => label.bold && below?.bold !== true;

/** Tells whether a label ends a block that starts with the line above it. */
const endsPair = ({ label, over, isFirst }: Stacked): boolean =>
  !label.apart && over !== undefined && (over.apart || isFirst);

/** The labels from the first on that stand alone on their lines. */
export class Stack {
  private readonly rows: readonly Stacked[];
  /** The lines above all labels but the first. */
  private readonly between: readonly Bit[];
  /** Whether each of them stands in a cell that is not the first of its row. */
  readonly areCells: boolean;
  /** Whether no other labels follow. */
  readonly isWhole: boolean;
  /** Whether most labels stand below a blank line. */
  readonly areApart: boolean;
  /** Whether the line above the first label stands right below the heading of the box. */
  readonly isHeaded: boolean;

  /** @param top - the first bit that may be a value */
  constructor(bits: readonly Bit[], labels: readonly Found[], top: number) {
    const places = new Set(labels.map(({ at }) => at));
    const lineAt = (at: number): Bit | undefined => (at < top || places.has(at) ? undefined : bits[at]);
    const isCell = ({ at }: Found): boolean => bits[at]?.after === true;
    this.areCells = labels[0] !== undefined && isCell(labels[0]);
    const isStacked = (found: Found): boolean =>
      found.from === 0 &&
      (this.areCells ? isCell(found) && CELL.includes(found.joint) : found.joint === "alone");
    const past = labels.findIndex((found) => !isStacked(found));
    this.isWhole = past < 0;
    this.rows = labels.slice(0, past < 0 ? labels.length : past).map((found) => ({
      found,
      label: bits[found.at] as Bit,
      over: lineAt(found.at - 1),
      below: lineAt(found.at + 1),
      isFirst: found.at === top + 1,
    }));
    this.between = this.rows.slice(1).flatMap(({ over }) => over ?? []);
    this.areApart = areMost(this.rows, ({ label }) => label.apart);
    this.isHeaded = top > 0 && this.rows[0]?.isFirst === true;
  }

  get size(): number {
    return this.rows.length;
  }

  /** The lines above the labels that may be their values: one of another block is none. */
  get values(): (Bit | undefined)[] {
    return this.rows.map(({ label, over }) => (label.apart === this.areApart ? over : undefined));
  }

  /** By how many labels more the line above has the form that they ask for than the line below. */
  get lean(): number {
    const above = this.rows.filter(({ found, over }) => fits(found, over)).length;
    return above - this.rows.filter(({ found, below }) => fits(found, below)).length;
  }

  /** Whether several labels ask for a form that all lines below them have, and none above: with a line more or less, some would not. */
  get isSurelyBelow(): boolean {
    const closed = this.rows.filter(({ found }) => found.field.node.rule?.isClosed === true).length;
    return closed >= MIN_CLOSED && this.lean === -closed;
  }

  /** Whether forms fit above as well as below, but for the last label, below which no value stands. */
  get mayBeShifted(): boolean {
    const { over, below, found } = this.rows.at(-1) ?? {};
    return found !== undefined && this.lean >= 0 && fits(found, over) && !fits(found, below);
  }

  /** Tells whether labels lead what stands below them: it is further in, or of the block that they start, or they are headings. */
  get areLeading(): boolean {
    const areOther =
      areMost(this.between, ({ isItem }) => isItem) !== areMost(this.rows, ({ label }) => label.isItem);
    return areOther || [isWithin, startsBlock, isTitle].some((holds) => areMost(this.rows, holds));
  }

  /** Tells whether blank lines part pairs of a value and its label, of which some may have lost their values. */
  get arePairs(): boolean {
    const isEnd = ({ below }: Stacked): boolean => below === undefined || below.apart;
    return (
      this.rows.every((row) => isEnd(row) && (endsPair(row) || row.label.apart)) &&
      this.rows.filter(endsPair).length * 2 > this.size
    );
  }

  /** Tells whether the line above the first label may be its value. */
  get startsAbove(): boolean {
    const [over] = this.values;
    return over !== undefined && this.isLine(over) && !isProse(over) && !isDrawn(over);
  }

  /** Tells whether something stands below the last label as below the others, or the label means something alone. */
  get endsBelow(): boolean {
    const { found, label, over, below } = this.rows.at(-1) as Stacked;
    const mayStandApart = this.areApart || (label.apart && over?.apart === true) || this.endsInItems;
    const isTaken = found.field.node.rule?.isClosed !== true || fits(found, below);
    const isThere = below !== undefined && isTaken && (!below.apart || mayStandApart);
    return isThere || found.field.node.rule?.empty !== undefined;
  }

  /** Tells whether what stands below the last label is unlike the lines between the others. */
  get endsOtherwise(): boolean {
    const { below } = this.rows.at(-1) as Stacked;
    return below !== undefined && !this.endsInItems && !this.isLine(below);
  }

  private get endsInItems(): boolean {
    const { found, below } = this.rows.at(-1) as Stacked;
    return found.field.node.kind !== "value" && below?.isItem === true;
  }

  /** Tells whether neither the line above the first label nor one below the last may be of another pair than theirs. */
  get isBounded(): boolean {
    return this.rows.at(-1)?.below === undefined || this.endsInProse;
  }

  /** Tells whether the line below the last label is a text of its own, unlike the values. */
  get endsInProse(): boolean {
    const { below } = this.rows.at(-1) as Stacked;
    return below !== undefined && isProse(below) && !this.between.some(isProse);
  }

  /** Tells whether a line is an item and emphasised as some between the labels are. */
  private isLine({ isItem, bold }: Bit): boolean {
    return this.between.some((one) => one.isItem === isItem && one.bold === bold);
  }
}
