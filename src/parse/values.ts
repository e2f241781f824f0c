import { lower } from "../format/case.ts";
import { FIELDS, type FieldRow, type ValueKind, type ValueRow } from "../format/fields.ts";
import { SIMILAR_HEADING } from "../format/headings.ts";
import { BROKEN } from "../format/text.ts";
import { readValue, writeValue } from "../format/values.ts";
import { namesSource } from "../layout/images.ts";
import { wordOfMore } from "../layout/lists.ts";
import {
  type BoxLine,
  bulletOf,
  firstOfValue,
  hasLabel,
  labelOf,
  lastOfValue,
  markOf,
  valuePieces,
  valueText,
} from "../syntax/box-line.ts";
import { isNear, nearLabelEnds } from "../syntax/labels.ts";
import type { Piece } from "../syntax/nodes.ts";
import { linesOf } from "../syntax/position.ts";
import type { Source } from "../syntax/scan.ts";
import type { IssueCode } from "./codes.ts";
import { expectedOf } from "./expected.ts";
import type { IssueList } from "./issues.ts";
import { LABEL_WITHIN, OTHER_POST, TWICE, WRAPPED } from "./odd.ts";
import { META, NOTES, type Place } from "./place.ts";
import { quote } from "./quote.ts";
import {
  escapeOf,
  isLongDash,
  isNoItem,
  jointOf,
  oddEnd,
  oddItem,
  oddStart,
  oddValue,
  secondOf,
  signOfLayout,
  signOfValue,
} from "./signs.ts";
import { isTitleOfPost } from "./usual.ts";

/** What a value of each kind is called when it is wrong. */
const INVALID: Readonly<Record<ValueKind, IssueCode>> = {
  text: "empty_value",
  sentence: "empty_value",
  word: "empty_value",
  count: "invalid_number",
  percent: "invalid_number",
  flag: "invalid_flag",
  date: "invalid_date",
  version: "invalid_version",
  reference: "invalid_id",
  hash: "invalid_id",
  sourceId: "invalid_id",
};

/*
 * Single values of the box and items of its lists, and what is odd about them and their labels. `around` is the place that
 * holds the value: its own place, by the key of its row, is made where there is an issue alone.
 */

/** Notes that a value was taken from a line. */
export function noteValue({ spots }: IssueList, around: Place, key: string | number, one: BoxLine): void {
  spots?.notePieces(around.at(key), [firstOfValue(one) as Piece, lastOfValue(one) as Piece]);
}

/** Tells a problem of a value. */
function tell(list: IssueList, code: IssueCode, place: Place, message: string, one: BoxLine): void {
  list.add(code, place, message, firstOfValue(one) as Piece, lastOfValue(one) as Piece);
}

/** Composes the value of a line with a label; undefined where it has an error. */
export function composeValue(list: IssueList, one: BoxLine, row: ValueRow, around: Place): unknown {
  const { source } = list;
  if (one.rest || linesOf(source, one.value, one.to) > 1) tellWrapped(list, one, around.of(row));
  const text = valueText(source, one);
  if (text === "") return tellEmpty(list, one, row, around);
  const read = readValue(row, text);
  if (!read) {
    const message = `${quote(text)} is not a valid ${row.label}; expected ${expectedOf(row)}`;
    tell(list, INVALID[row.kind], around.of(row), message, one);
    return undefined;
  }
  const { value } = read;
  if (read.corrected) {
    const message = `${quote(text)} was read as ${value}; expected ${expectedOf(row)}`;
    tell(list, "rewritten_value", around.of(row), message, one);
    list.offer(writeValue(value));
  }
  if (row.listed && !(row.words as readonly string[]).includes(lower(text))) {
    tellUnfamiliar(list, text, row, around, one);
  } else {
    tellSigns(list, String(value), one, around, row.key, oddValue(row, text));
  }
  return value;
}

/** Composes the items of a list; of a stack, whose `size` is known, the last may be the first again. */
export function composeItems(
  list: IssueList,
  items: readonly BoxLine[],
  place: Place,
  size?: number,
): string[] {
  const { source } = list;
  const before = new Set([String(place.key)]);
  const texts = items.map((item) => valueText(source, item));
  const end = oddEnd(texts);
  const second = secondOf(texts);
  items.forEach((item, i) => {
    // Stryker disable next-line ConditionalExpression: a shortcut; what has no rest is of one piece.
    const isWrapped = item.rest !== undefined && valuePieces(item, 2).length > 1;
    if (isWrapped || linesOf(source, item.value, item.to) > 1) tellWrapped(list, item, place.at(i));
    const text = texts[i] as string;
    const folded = lower(text);
    if (text === "") {
      const message = "a bullet without a text; expected an item";
      list.add("empty_value", place.at(i), message, bulletOf(item) as Piece);
    } else {
      noteValue(list, place, i, item);
      tellSigns(list, text, item, place, i, end ?? oddLine(source, item, items[0] as BoxLine, text));
      // An item that stands twice, or is the label above it: a line may have come twice. Whoever writes a post gives no list twice.
      if (i === second || (source.isLaidOut && before.has(folded) && i + 1 !== size))
        tell(list, "unusual_value", place.at(i), TWICE, item);
      else if (place === NOTES && isTitleOfPost(text))
        tell(list, "unusual_value", place.at(i), OTHER_POST, item);
      else if (source.isLaidOut && isLabel(folded))
        tell(list, "unusual_value", place.at(i), LABEL_WITHIN, item);
    }
    before.add(folded);
  });
  return texts;
}

/** Tells whether a text is the label of a field, by its colon or, misspelled or not, by its words, whatever follows then: a single word may be an item. */
const isLabel = (text: string): boolean =>
  FIELDS.some(({ label }) =>
    label.includes(" ")
      ? text.replace(/\s*:$/, "") === label ||
        nearLabelEnds(text, label).some((end) => !/[\p{L}\p{N}]/u.test(text.charAt(end)))
      : text === `${label}:`,
  );

/** Gives what shows that a line of the page stands among items: a dash before it, the heading under the box behind it, the source of an image. */
function oddLine(source: Source, item: BoxLine, first: BoxLine, text: string): string | undefined {
  if (text.endsWith(SIMILAR_HEADING)) return SIMILAR_HEADING;
  if (namesSource(text)) return text;
  const bullet = source.bulletOf(item.line);
  return isLongDash(bullet) && bullet !== source.bulletOf(first.line) ? bullet : undefined;
}

/** Tells a value over several lines, or under its label. */
export function tellWrapped(list: IssueList, one: BoxLine, place: Place): void {
  tell(list, "wrapped_text", place, WRAPPED, one);
  list.offer(valueText(list.source, one));
}

/** Tells a label without a value. */
export function tellEmpty(list: IssueList, one: BoxLine, row: FieldRow, around: Place): undefined {
  const message = `"${row.label}" has no value; expected ${expectedOf(row)}`;
  list.add("empty_value", around.of(row), message, labelOf(one));
}

/** Tells a label that is one edit away from that of its row. */
export function tellSpelling(list: IssueList, one: BoxLine, row: FieldRow, around: Place): void {
  if (one.spelling === "exact") return;
  const text = quote(list.source.slice(one.body, one.end));
  const meant = `did you mean "${row.label}"?`;
  if (one.spelling === "near") {
    const message = `unknown label ${text}; ${meant} It was read as "${row.label}"`;
    list.add("misspelled_label", around.of(row), message, labelOf(one));
    list.offer(row.label);
  } else {
    const message = `unknown label near ${text}; ${meant} Where its value starts is not clear`;
    list.add("ambiguous_label", around.of(row), message, labelOf(one));
  }
}

/** Tells a colon or bar where canonical text has nothing. */
export function tellMark(list: IssueList, one: BoxLine, row: FieldRow, around: Place): void {
  const mark = markOf(one);
  if (!mark) return;
  const sign = list.source.givenAt(mark.from, mark.to).trim();
  const message = `"${sign}" stands between "${row.label}" and its value; canonical text has nothing there`;
  list.add("marked_label", around.of(row), message, mark);
  list.offer("");
}

/** Warns of signs that are none of the value: those of layouts in a text that was laid out, since in another they are its own, and others. */
function tellSigns(
  list: IssueList,
  text: string,
  one: BoxLine,
  around: Place,
  key: string | number,
  more?: string,
): void {
  const { source } = list;
  const sign =
    oddItem(text, source.bulletOf(one.line)) ??
    (source.isLaidOut ? (signOfLayout(text) ?? wordOfMore(text)) : undefined) ??
    signOfValue(text) ??
    (hasLabel(one) && one.mark === one.end ? jointOf(text) : undefined) ??
    (isNoItem(text) ? text : undefined) ??
    (around === META ? oddStart(source.text, one.value, text) : undefined) ??
    escapeOf(text) ??
    (text.includes("\t") ? "\t" : undefined) ??
    (source.isBroken ? BROKEN.exec(text)?.[0] : undefined) ??
    more;
  if (sign === undefined) return;
  const message = `${quote(text)} holds ${quote(sign)}, which seems to be a sign of a layout; expected the value alone`;
  tell(list, "unusual_value", around.at(key), message, one);
}

/** Warns of a word that is none of those known. */
function tellUnfamiliar(list: IssueList, text: string, row: ValueRow, around: Place, one: BoxLine): void {
  const words = row.words as readonly string[];
  const near = words.find((known) => isNear(lower(text), known));
  const hint = near === undefined ? `known are ${words.join(", ")}` : `did you mean "${near}"?`;
  const message = `${quote(text)} is not a known ${row.label}; ${hint}`;
  tell(list, "unfamiliar_word", around.of(row), message, one);
}
