import type { FieldRow, ValueKind, ValueRow } from "../format/fields.ts";
import { readValue, VALUE_RULES, writeValue } from "../format/values.ts";
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
import { isNear } from "../syntax/labels.ts";
import type { Piece } from "../syntax/nodes.ts";
import { linesOf } from "../syntax/position.ts";
import type { Source } from "../syntax/scan.ts";
import type { IssueCode } from "./codes.ts";
import { expectedOf } from "./expected.ts";
import type { IssueList } from "./issues.ts";
import type { Place } from "./place.ts";
import { quote } from "./quote.ts";
import { isNoItem, jointOf, oddItem, signOfLayout, signOfValue } from "./signs.ts";
import type { Spots } from "./spots.ts";

/** What no word holds, and all behind it. */
const NO_WORD = /[\s`"()[\]].*/;

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

/**
 * Composes single values of the box and items of its lists, and tells what is odd about them and their labels. `around`
 * is the place that holds the value: its own place, by the key of its row, is made where there is an issue alone.
 */
export class ValueComposer {
  constructor(
    private readonly source: Source,
    private readonly list: IssueList,
    private readonly spots: Spots | undefined,
  ) {}

  /** Notes that a value was taken from a line. */
  note(around: Place, key: string | number, one: BoxLine): void {
    this.spots?.notePieces(around.at(key), [firstOfValue(one) as Piece, lastOfValue(one) as Piece]);
  }

  /** Tells a problem of a value. */
  private tell(code: IssueCode, place: Place, message: string, one: BoxLine): void {
    this.list.add(code, place, message, firstOfValue(one) as Piece, lastOfValue(one) as Piece);
  }

  /** Composes the value of a line with a label; undefined where it has an error. */
  value(one: BoxLine, row: ValueRow, around: Place): unknown {
    if (one.rest !== undefined || linesOf(this.source, one.value, one.to) > 1)
      this.wrapped(one, around.of(row));
    const text = valueText(this.source, one);
    if (text === "") return this.empty(one, row, around);
    const read = readValue(row, text);
    if (read === undefined) {
      const message = `${quote(text)} is not a valid ${row.label}; expected ${VALUE_RULES[row.kind].expected}`;
      this.tell(INVALID[row.kind], around.of(row), message, one);
      return undefined;
    }
    if (read.corrected) {
      const message = `${quote(text)} was read as ${read.value}; expected ${VALUE_RULES[row.kind].expected}`;
      this.tell("rewritten_value", around.of(row), message, one);
      this.list.offer(writeValue(read.value));
    }
    if (row.reportsUnfamiliar && !row.words?.includes(text.toLowerCase()))
      this.unfamiliar(text, row, around, one);
    else {
      const more = row.kind === "word" ? NO_WORD.exec(text)?.[0] : undefined;
      this.signs(String(read.value), one, around, row.key, more);
    }
    return read.value;
  }

  /** Composes the items of a list. */
  items(items: readonly BoxLine[], place: Place): string[] {
    let before: string | undefined;
    return items.map((item, i) => {
      const isWrapped = item.rest !== undefined && valuePieces(item, 2).length > 1;
      if (isWrapped || linesOf(this.source, item.value, item.to) > 1) this.wrapped(item, place.at(i));
      const text = valueText(this.source, item);
      if (text === "") {
        const message = "a bullet without a text; expected an item";
        this.list.add("empty_value", place.at(i), message, bulletOf(item) as Piece);
      } else {
        this.note(place, i, item);
        const isNone = i === items.length - 1 && isNoItem(text);
        this.signs(text, item, place, i, isNone ? text : undefined);
        if (this.source.isLaidOut && [before, place.key].includes(text.toLowerCase()))
          this.twice(text, item, place.at(i));
      }
      before = text.toLowerCase();
      return text;
    });
  }

  /** Warns of an item that stands twice in a row, or is the label above it: a line may have come twice. */
  private twice(text: string, item: BoxLine, place: Place): void {
    const message = `${quote(text)} stands right above, too, or is the label; take it out if a line has come twice`;
    this.tell("unusual_value", place, message, item);
  }

  /** Tells a value over several lines, or under its label. */
  wrapped(one: BoxLine, place: Place): void {
    const message = "the value runs over several lines; it was read as one, joined with spaces";
    this.tell("wrapped_text", place, message, one);
    this.list.offer(valueText(this.source, one));
  }

  /** Tells a label without a value. */
  empty(one: BoxLine, row: FieldRow, around: Place): undefined {
    const message = `"${row.label}" has no value; expected ${expectedOf(row)}`;
    this.list.add("empty_value", around.of(row), message, labelOf(one));
  }

  /** Tells a label that is one edit away from that of its row. */
  spelling(one: BoxLine, row: FieldRow, around: Place): void {
    if (one.spelling === "exact") return;
    const text = quote(this.source.slice(one.body, one.end));
    if (one.spelling === "near") {
      const message = `unknown label ${text}; did you mean "${row.label}"? It was read as "${row.label}"`;
      this.list.add("misspelled_label", around.of(row), message, labelOf(one));
      this.list.offer(row.label);
    } else {
      const message = `unknown label near ${text}; did you mean "${row.label}"? Where its value starts is not clear`;
      this.list.add("ambiguous_label", around.of(row), message, labelOf(one));
    }
  }

  /** Tells a colon or bar where canonical text has nothing. */
  mark(one: BoxLine, row: FieldRow, around: Place): void {
    const mark = markOf(one);
    if (mark === undefined) return;
    const sign = this.source.givenAt(mark.from, mark.to).trim();
    const message = `"${sign}" stands between "${row.label}" and its value; canonical text has nothing there`;
    this.list.add("marked_label", around.of(row), message, mark);
    this.list.offer("");
  }

  /** Warns of signs that are none of the value: those of layouts in a text that was laid out, since in another they are its own, and others. */
  private signs(text: string, one: BoxLine, around: Place, key: string | number, more?: string): void {
    const sign =
      oddItem(text, this.source.bulletOf(one.line)) ??
      (this.source.isLaidOut ? signOfLayout(text) : undefined) ??
      signOfValue(text) ??
      (hasLabel(one) && one.mark === one.end ? jointOf(text) : undefined) ??
      more;
    if (sign === undefined) return;
    const message = `${quote(text)} holds ${quote(sign)}, which seems to be a sign of a layout; expected the value alone`;
    this.tell("unusual_value", around.at(key), message, one);
  }

  /** Warns of a word that is none of those known. */
  private unfamiliar(text: string, row: ValueRow, around: Place, one: BoxLine): void {
    const { words = [] } = row;
    const near = words.find((known) => isNear(text.toLowerCase(), known));
    const hint = near === undefined ? `known are ${words.join(", ")}` : `did you mean "${near}"?`;
    const message = `${quote(text)} is not a known ${row.label}; ${hint}`;
    this.tell("unfamiliar_word", around.of(row), message, one);
  }
}
