import { lower } from "../format/case.ts";
import type { FieldRow } from "../format/fields.ts";
import { isFlat, splitFlat } from "../syntax/flat.ts";
import { endsSentence } from "../syntax/look.ts";
import { afterBullet } from "../syntax/scan.ts";
import { type Bit, isRestOfCell } from "./bits.ts";
import { beforeBullet } from "./bullets.ts";
import { countedItems } from "./counted.ts";
import { type Draft, flattened } from "./draft.ts";
import { isFurniture } from "./furniture.ts";
import { looksLabelled } from "./labels.ts";
import { itemRow, type Row, rowOf } from "./row.ts";
import { Strand } from "./strand.ts";

/** Lists of the box: their items are told by bullets where there are any, else each line is one. */

/** Gives the offset past the bullet that the grammar finds at the start of a text, 0 where it finds none. */
export const pastPlainBullet = (text: string): number => afterBullet(text, 0, text.length);

/** Tells whether a bit is a row that the grammar takes for an item as it stands. */
export const isPlainItem = ({ whole, isItem, row, text }: Bit): boolean =>
  whole && isItem && row.said.slice(pastPlainBullet(row.said)) === text.text;

/**
 * Lays out a list: its label, and a row for each item.
 *
 * @param isOne - whether a line without a bullet is one item, as in the other lists of the box, whose first may have theirs; undefined
 *   where its lines end anywhere
 */
export function listRows(
  field: FieldRow & { readonly kind: "list"; readonly size?: number },
  label: Row,
  rest: Bit | undefined,
  under: readonly Bit[],
  draft: Draft,
  isOne: boolean | undefined,
): Row[] {
  const bits = rest ? [rest, ...under] : under;
  const [first] = bits;
  if (!first) return [label];
  const counted = bits.length === 1 ? countedItems(first.cell) : undefined;
  if (counted) {
    draft.tell("flattened_list", ["meta", field.key], flattened(`"${field.label}"`), first.row);
    return [label, ...counted.map((item) => itemRow(item))];
  }
  if (rest && under.length === 0) return oneLine(field, label, rest, draft, isOne);
  if (bits.length === 1 && first.isItem && isFlat(first.cell.text) && splitFlat(first.cell.text).length > 1)
    return [rowOf([label.body, " ", first.cell])];
  const bulleted = bits.filter((bit) => bit.isItem).length;
  // Under the last list of a box, lines with labels are fields that are not known.
  if (bulleted === 0 && field.key === "notes" && bits.every(({ text }) => looksLabelled(text.text)))
    return [label, ...bits.map((bit) => (bit.whole ? bit.row : rowOf([bit.text])))];
  if (bulleted === 0) return bareItems(field, label, bits, draft, isOne);
  if (
    isFirstAlone(field, bits, bulleted, isOne) &&
    first.isItem &&
    !bits.some((bit, i) => i > 0 && (isHanging(bit, first) || isRestOfCell(bit, bits[i - 1] as Bit)))
  )
    return bareItems(field, label, bits, draft, isOne);
  if (isOne && !rest && !first.isItem && !first.after)
    draft.tellBare(["meta", field.key], `"${field.label}"`, first.row, first.row);
  return [label, ...bulletedItems(field, label, bits, draft, isOne)];
}

/** Takes off the comma that ends every item, or the flattened list of one line. */
export function withoutCommas(bits: readonly Bit[]): readonly Bit[] {
  const isListed = bits.length > 0 && bits.every(({ text, isItem }) => isItem && /[^,],$/.test(text.text));
  if (!isListed) return bits;
  const cut = (text: Strand): Strand => text.without(/,(?=\s+[-*•]\s)|,$/g);
  return bits.map((bit) => ({ ...bit, text: cut(bit.text), cell: cut(bit.cell), whole: false }));
}

/**
 * Tells whether the first of three items or more alone kept its bullet, or of two, where other lists have them so; a line of
 * the page is none. Fields that are not known may stand under the last list.
 */
const isFirstAlone = (
  { key }: FieldRow,
  bits: readonly Bit[],
  bulleted: number,
  isOne: boolean | undefined,
): boolean =>
  bulleted === 1 &&
  bits.filter(({ text }) => !isFurniture(text.text)).length > (isOne ? 1 : 2) &&
  (key !== "notes" || isOne === true) &&
  !bits.some(({ text }) => /:\s/.test(text.text));

/** Tells whether a bit is the wrapped rest of an item: it starts where the item's text starts, or further in. */
const isHanging = (bit: Bit, item: Bit): boolean =>
  bit.column >= item.column && item.column > 1 && !bit.apart;

/** Tells whether a bit goes on with a long line that was wrapped: it is further in than the label of its field. */
const isRest = ({ text, whole, apart, row }: Bit, before: Bit, label: Row): boolean =>
  whole &&
  !apart &&
  row.indent > label.indent &&
  before.row.text.text.length >= MIN_WRAPPED &&
  /^[\p{Ll}\d]/u.test(text.text) &&
  !looksLabelled(text.text);

/** The shortest line that was wrapped. */
const MIN_WRAPPED = 55;

/** What stands between items where each tag is a space: the end of one and the start of the next. */
const GAP = /\s{2,}/;

/** What stands between items on one line; a reference to a character ends with such a sign, too. */
const COMMA = /\s*(?:,|(?<!&\w{2,8});)\s+/;

/** A list on the line of its label: parted by bullets, gaps, commas or cells; else it is not clear where its items end. */
function oneLine(field: FieldRow, label: Row, rest: Bit, draft: Draft, isOne: boolean | undefined): Row[] {
  if (isFlat(rest.cell.text)) return [rowOf([label.body, " ", rest.cell])];
  const hasGaps = GAP.test(rest.text.text);
  if (isOne && !hasGaps) return bareItems(field, label, [rest], draft, isOne);
  // YAML puts brackets around.
  const inner = /^\[.*\]$/.test(rest.text.text) ? rest.text.slice(1, rest.text.text.length - 1) : rest.text;
  const items = inner.split(new RegExp(hasGaps ? GAP : COMMA, "g")).filter((item) => !item.isBlank);
  const isSentence = (item: Strand): boolean => endsSentence(item.text);
  // A sentence has commas and semicolons of its own.
  const isParted = !items.some(isSentence) || items.every(isSentence) || !isSentence(rest.text);
  if (items.length > 1 && isParted) {
    draft.tell("flattened_list", ["meta", field.key], flattened(`"${field.label}"`), rest.row);
    return [label, ...items.map((item) => itemRow(item.trim()))];
  }
  return [label, rowOf(["  • ", rest.text], "unsure")];
}

/** Takes each line for an item, which is reported. A list that always has as many items is refused if it has not. */
function bareItems(
  field: FieldRow & { readonly size?: number },
  label: Row,
  bits: readonly Bit[],
  draft: Draft,
  isOne: boolean | undefined,
): Row[] {
  const items = bits.filter((bit) => bit.text.text !== "" && !strayed(bit, field, draft));
  const isSure =
    isOne !== undefined &&
    (items.length !== 1 || (isOne && ONE_ITEM.test(items[0]?.text.text ?? ""))) &&
    (field.size === undefined || items.length === field.size);
  const role = isSure ? undefined : "unsure";
  const [first, last] = [items[0], items.at(-1)];
  if (first && last && role === undefined) {
    draft.tellBare(["meta", field.key], `"${field.label}"`, first.row, last.row);
    if (areWrapped(items) || (isOfSentences(field) && startVariously(items)))
      draft.tell("unusual_value", ["meta", field.key], WRAPPED, first.row, last.row);
  }
  return [label, ...items.map(({ text }) => rowOf(["  • ", text], role))];
}

/** Starts with a letter or a digit, and has no gap. */
const ONE_ITEM = /^[\p{L}\p{N}](?!.*\s{2})/u;

const WRAPPED = "some of these lines seem to be the rest of the item above; expected an item on each";

/** Words that end no item. */
const GOES_ON = new Set(
  "a an the and or of in on to for with be is are as by at from that than should its".split(" "),
);

/** Tells whether an item ends with a word that ends none. */
export const goesOn = (item: string): boolean => wordOfMore(item) !== undefined;

/** Gives the last word of a text of several, if it ends none. */
export function wordOfMore(text: string): string | undefined {
  const word = text.slice(text.lastIndexOf(" ") + 1);
  return word !== text && GOES_ON.has(lower(word)) ? word : undefined;
}

/** A word that starts none. */
const GOES_BACK = /^(?:and|or|of|in|to|with|by|than|that|from|is|are|was|were|be)\b/i;

/** Tells whether lines without bullets end or start as no item does. */
const areWrapped = (items: readonly Bit[]): boolean =>
  items.some(
    ({ text: { text } }, i) => (i < items.length - 1 && goesOn(text)) || (i > 0 && GOES_BACK.test(text)),
  );

const isOfSentences = ({ key }: FieldRow): boolean => key === "checklist" || key === "notes";

/** Tells whether some items start with a capital, and some with a small letter. */
const startVariously = (items: readonly Bit[]): boolean =>
  items.some(({ text }) => /^\p{Lu}/u.test(text.text)) &&
  items.some(({ text }) => /^\p{Ll}/u.test(text.text));

/** Takes page furniture among items out, and tells it. */
function strayed({ text, row }: Bit, field: FieldRow, draft: Draft): boolean {
  if (!isFurniture(text.text)) return false;
  draft.leaveOut(["meta", field.key], `stands among the items of "${field.label}"`, row, row, text);
  return true;
}

/** Tells whether an item stands further left than the one above it; one of nothing ends where its text would start. */
const isFurtherLeft = (bit: Bit, above: Bit): boolean =>
  isPlainItem(bit) && isPlainItem(above) && bit.text.text !== "" && bit.column < above.column;

const FURTHER_LEFT = "this item starts further left than the one above; it may be of another field";

/** Lays out items with bullets: what has none is the rest of the item above, or fits nowhere. */
function bulletedItems(
  field: FieldRow,
  label: Row,
  bits: readonly Bit[],
  draft: Draft,
  isOne: boolean | undefined,
): Row[] {
  const rows: Row[] = [];
  const last = bits.findLastIndex(({ isItem }) => isItem);
  let item: Bit | undefined;
  /** Whether the last row is that of the item, so that it may go on. */
  let isOpen = false;
  bits.forEach((bit, i) => {
    const after = beforeBullet(bit.text);
    if (item && isFurtherLeft(bit, item))
      draft.tell("unusual_value", ["meta", field.key], FURTHER_LEFT, bit.row);
    if (bit.isItem || (!item && (isOne || bit.after || bit.column > label.indent))) {
      item = bit;
      isOpen = true;
      rows.push(isPlainItem(bit) ? bit.row : itemRow(after ?? bit.text));
    } else if (
      item &&
      isOpen &&
      (isHanging(bit, item) ||
        isRest(bit, bits[i - 1] as Bit, label) ||
        isRestOfCell(bit, bits[i - 1] as Bit))
    ) {
      const { body } = rows.pop() as Row;
      const own = body.slice(pastPlainBullet(body.text));
      rows.push(itemRow(Strand.join([body.slice(0, 0), own, " ", bit.text])));
    } else if (i >= last || !strayed(bit, field, draft)) {
      isOpen = false;
      rows.push(bit.whole ? bit.row : rowOf([bit.text]));
    }
  });
  return rows;
}
