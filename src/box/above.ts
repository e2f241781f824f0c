import type { Bit } from "../layout/bits.ts";
import type { Found } from "./found.ts";

/** Labels that stand between two values, one above and one below: large figures are printed over what they count. */

/** Tells whether a bit is a whole value of a field that not any text can be. */
const fits = (found: Found, bit: Bit | undefined): boolean => {
  const { node } = found.field;
  if (bit === undefined || !isClosed(found) || bit.text.text.length > MAX_VALUE) return false;
  const read = node.rule?.read(bit.text.text);
  return read !== undefined && read.note === undefined;
};

const isClosed = ({ field: { node } }: Found): boolean => node.rule?.isClosed === true;

/** Labels from the first on of which each may have its value above or below. */
export interface Stacked {
  readonly count: number;
  /** Whether the values are those above. */
  readonly isAbove: boolean;
  /** Whether nothing tells for sure which they are. */
  readonly isDoubtful: boolean;
}

const BELOW: Stacked = { count: 0, isAbove: false, isDoubtful: false };

/**
 * Finds labels with one line between any two of them, of which the values may be those above: the forms of values tell it, or else
 * the blank lines.
 *
 * @param top - the first bit that may be a value
 */
export function stackedOf(bits: readonly Bit[], labels: readonly Found[], top: number): Stacked {
  const past = labels.findIndex(
    ({ at, from, joint }, i) =>
      from > 0 || joint !== "alone" || (i > 0 && at - (labels[i - 1] as Found).at !== 2),
  );
  const run = labels.slice(0, past < 0 ? labels.length : past);
  const [first] = labels;
  if (first === undefined || labels.length < 2) return BELOW;
  const areAlone = labels.every(({ from, joint }) => from === 0 && joint === "alone");
  const isWhole = run.length === labels.length;
  const mayTurn = isWhole ? areUnder : mayBeAbove;
  const isBroken = areAlone && (!isWhole || first.at <= top);
  if (isBroken && !areIndented(bits, labels) && mayTurn(bits, labels, top))
    return { count: labels.length, isAbove: false, isDoubtful: true };
  if (run.length < 2) return BELOW;
  const above = run.filter((found) => fits(found, bits[found.at - 1])).length;
  const below = run.filter((found) => fits(found, bits[found.at + 1])).length;
  // Where the value of the last label is lost, all others fit both: then the line above the first tells.
  const mayBe = isClosed(first) ? fits(first, bits[first.at - 1]) && above >= below : above > below;
  const isAbove = above > below;
  const own = run.map(({ at }) => bits[at] as Bit);
  const values = run.map(({ at }) => bits[at - 1] as Bit);
  if (mayBe) return { count: run.length, isAbove, isDoubtful: !isAbove || !arePairs(own, values) };
  if (areIndented(bits, run)) return BELOW;
  const areTheirs = run.every((found) => !isClosed(found) || fits(found, bits[found.at - 1]));
  const next = (run.at(-1) as Found).at + 1;
  if (!areTheirs || first.at <= top || labels[run.length]?.at === next) return BELOW;
  return byLines(own, values, bits[next], top > 0 && first.at === top + 1);
}

/**
 * Tells whether values may stand above labels, some of which have more lines around them than one: most have a line right above
 * and none right below, or the first has a line above that may be a value, and the last has none below.
 */
function mayBeAbove(bits: readonly Bit[], labels: readonly Found[], top: number): boolean {
  if (areUnder(bits, labels, top)) return true;
  const below = bits[(labels.at(-1) as Found).at + 1];
  const isBold = ({ at }: Found): boolean => bits[at - 1]?.bold === true && bits[at]?.bold === false;
  if (areMost(labels, isBold) && below?.bold !== true) return true;
  const [first, second] = labels as [Found, Found];
  const over = bits[first.at - 1];
  if (first.at <= top || over === undefined || isProse(over) || isDrawn(over)) return false;
  if (bits[first.at]?.apart !== bits[second.at]?.apart) return false;
  return (
    below === undefined || below.isItem !== over.isItem || isFigure(over) || (isProse(below) && !over.bold)
  );
}

/** Tells whether most labels have a line right above that is no label, and none right below. */
function areUnder(bits: readonly Bit[], labels: readonly Found[], top: number): boolean {
  const places = new Set(labels.map(({ at }) => at));
  const isUnder = ({ at }: Found): boolean =>
    !bits[at]?.apart && at > top && !places.has(at - 1) && bits[at + 1]?.apart !== false;
  return areMost(labels, isUnder);
}

/**
 * Tells whether what stands below most labels is further in than they are, as the definitions of a list are, or stands in the item
 * that a label starts.
 */
function areIndented(bits: readonly Bit[], labels: readonly Found[]): boolean {
  const isWithin = (label: Bit, below: Bit | undefined): boolean =>
    below !== undefined &&
    (below.column > label.column + 1 || (label.isItem && !below.isItem && below.column >= label.column));
  return areMost(labels, ({ at }) => isWithin(bits[at] as Bit, bits[at + 1]));
}

/** Tells whether something holds for more than half of the labels. */
const areMost = (labels: readonly Found[], holds: (label: Found) => boolean): boolean =>
  labels.filter(holds).length * 2 > labels.length;

/**
 * Tells by blank lines and by what stands below the last label where values stand that any text may be.
 *
 * @param isHeaded - whether the first value stands right below the heading of the box
 */
function byLines(
  labels: readonly Bit[],
  values: readonly Bit[],
  below: Bit | undefined,
  isHeaded: boolean,
): Stacked {
  const [over, ...between] = values as [Bit, ...Bit[]];
  const count = labels.length;
  const { isItem } = over;
  if (isProse(over) || values.some(isDrawn) || [...labels, ...between].some((bit) => bit.isItem !== isItem))
    return BELOW;
  if (isItem && below?.isItem !== true) return { count, isAbove: true, isDoubtful: true };
  const areBold = between.every(({ bold }) => bold) && !labels.some(({ bold }) => bold);
  if (over.bold !== areBold) return BELOW;
  const areLabelsApart = labels.some(({ apart }) => apart);
  const endsInProse = below !== undefined && isProse(below) && !between.some(isProse);
  if (arePairs(labels, values)) {
    const isAbove = below === undefined || endsInProse;
    return { count, isAbove, isDoubtful: !isAbove };
  }
  const areAllApart = labels.every(({ apart }) => apart);
  // Each value stands right below a label.
  if (areAllApart && !between.some(({ apart }) => apart)) return BELOW;
  const areEven = areLabelsApart === areAllApart && between.every(({ apart }) => apart === areLabelsApart);
  const mayBe = (endsInProse && areEven) || (areBold && below?.bold !== true) || isHeaded || isFigure(over);
  const isAbove = areEven && !areLabelsApart ? below === undefined || below.apart : areBold && mayBe;
  return isAbove || mayBe ? { count, isAbove, isDoubtful: true } : BELOW;
}

/** Tells whether a line has signs alone. */
const isDrawn = ({ text }: Bit): boolean => !/[\p{L}\p{N}]/u.test(text.text);

/** Tells whether a line has a number or a price, as values do and few headings of boxes. */
const isFigure = ({ text }: Bit): boolean => /[\d\p{Sc}]/u.test(text.text);

/** How long a line is at most that is no text of its own. */
const MAX_VALUE = 60;

/** Tells whether a line is a text of its own: it is long, or a sentence. */
const isProse = ({ text: { text } }: Bit): boolean =>
  text.length > MAX_VALUE || /(?:\s\S+){3}[.!?…]$/.test(text);

/** Tells whether each label stands right below a value, and a blank line above that, but for the first. */
const arePairs = (labels: readonly Bit[], values: readonly Bit[]): boolean =>
  !labels.some(({ apart }) => apart) && values.slice(1).every(({ apart }) => apart);

/** What belongs to a label, as far as values above it matter. */
interface Below {
  readonly found: Found;
  readonly under: readonly Bit[];
  readonly isLast: boolean;
}

/** Gives labels the values above them, and what stood below the last one to nobody: `after` where no label follows. */
export function turned<R extends Below>(
  bits: readonly Bit[],
  before: readonly Bit[],
  regions: readonly R[],
  count: number,
): { before: Bit[]; regions: R[]; after: readonly Bit[] } {
  const last = regions[count - 1];
  return {
    before: [...before.slice(0, -1), ...(last === undefined || last.isLast ? [] : last.under)],
    after: last?.isLast ? last.under : [],
    regions: regions.map((region, i) =>
      i < count ? { ...region, under: [bits[region.found.at - 1] as Bit], isLast: false } : region,
    ),
  };
}
