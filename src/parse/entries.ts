import { placeOf, type ValueRow } from "../format/fields.ts";
import { missingKinds } from "../format/kinds.ts";
import { type BoxLine, firstOf, hasLabel, labelOf, lastOf, markOf } from "../syntax/box-line.ts";
import { COLON } from "../syntax/labels.ts";
import type { Source } from "../syntax/scan.ts";
import type { IssueCode } from "./codes.ts";
import { expectedOf } from "./expected.ts";
import type { IssueList, ParseIssue } from "./issues.ts";
import type { Place } from "./place.ts";
import { quote } from "./quote.ts";
import type { ValueComposer } from "./values.ts";

/** Composes fields that are made of labelled entries, once or record by record, and tells their problems. */
export class EntriesComposer {
  constructor(
    private readonly source: Source,
    private readonly list: IssueList,
    private readonly values: ValueComposer,
  ) {}

  /**
   * Composes entries by label: of several, the first that is right.
   *
   * @param head - the label over the entries, where missing ones are reported; absent for records and where it is lost
   */
  entries(
    items: readonly BoxLine[],
    rows: readonly ValueRow[],
    place: Place,
    head: BoxLine | undefined,
  ): Record<string, unknown> {
    for (const item of items) if (!hasLabel(item)) this.unknown(item, rows, place);
    const values: Record<string, unknown> = {};
    for (const row of rows) values[row.key] = this.firstRight(items, row, place, head);
    return values;
  }

  /** Composes records: one starts where an entry comes again, or one that stands before it in the table. */
  records(items: readonly BoxLine[], rows: readonly ValueRow[], place: Place): unknown[] {
    const records: Record<string, unknown>[] = [];
    let record: BoxLine[] = [];
    let reached = -1;
    for (const item of items) {
      if (item.row === undefined) {
        this.unknown(item, rows, place);
        continue;
      }
      const at = placeOf(item.row);
      if (at <= reached) {
        records.push(this.entries(record, rows, place.at(records.length), undefined));
        record = [];
      }
      record.push(item);
      reached = at;
    }
    records.push(this.entries(record, rows, place.at(records.length), undefined));
    for (const row of rows) this.tellMissing(records, row, place, items);
    if (this.source.isLaidOut) this.tellTwice(records, place, items);
    return records;
  }

  /** Tells the kind of record that is missing where the others stand: an extractor has dropped it. */
  private tellMissing(
    records: readonly Record<string, unknown>[],
    row: ValueRow,
    place: Place,
    items: readonly BoxLine[],
  ): void {
    const missing = missingKinds(row, records);
    // Whoever writes a post may give it one record; of a text that was laid out, several may be lost.
    if (missing.length === 0 || (missing.length > 1 && !this.source.isLaidOut)) return;
    const kinds = missing.join(" or ");
    const message = `no record with the ${row.label} ${kinds} stands here, but others do; it seems to be lost, put it back`;
    this.tellRecords("missing_record", message, place, items);
  }

  /** Tells a record that stands twice: an extractor has written it twice, or another in its place. */
  private tellTwice(
    records: readonly Record<string, unknown>[],
    place: Place,
    items: readonly BoxLine[],
  ): void {
    if (new Set(records.map((record) => JSON.stringify(record))).size === records.length) return;
    const message = "a record stands here twice; take one out if it has come twice";
    this.tellRecords("unusual_value", message, place, items);
  }

  private tellRecords(code: IssueCode, message: string, place: Place, items: readonly BoxLine[]): void {
    this.list.add(code, place, message, firstOf(items[0] as BoxLine), lastOf(items.at(-1) as BoxLine));
  }

  /** Composes the entries of one row up to the first that is right, and tells the others; the issues of the first count where none is. */
  private firstRight(
    items: readonly BoxLine[],
    row: ValueRow,
    around: Place,
    head: BoxLine | undefined,
  ): unknown {
    const start = this.list.size;
    let first: BoxLine | undefined;
    let issues: readonly ParseIssue[] = [];
    for (const item of items) {
      if (item.row !== row) continue;
      const value = this.entry(item, row, around);
      if (value !== undefined) {
        this.values.note(around, row.key, item);
        this.tellOthers(items, item, row, around);
        return value;
      }
      const found = this.list.cut(start);
      if (first === undefined) issues = found;
      first ??= item;
    }
    if (first === undefined) {
      this.missing(items, row, around, head);
    } else {
      this.list.take(issues);
      this.tellOthers(items, first, row, around);
    }
    return undefined;
  }

  /** Tells an entry that is missing, where all of them stand. */
  private missing(items: readonly BoxLine[], row: ValueRow, around: Place, head: BoxLine | undefined): void {
    const message = `the entry "${row.label}" is missing; expected ${expectedOf(row)}`;
    const first = head === undefined ? firstOf(items[0] as BoxLine) : labelOf(head);
    this.list.add("missing_entry", around.of(row), message, first, lastOf(items.at(-1) as BoxLine));
  }

  /** Tells the entries of a row that were not taken. */
  private tellOthers(items: readonly BoxLine[], taken: BoxLine, row: ValueRow, around: Place): void {
    for (const item of items) {
      if (item.row !== row || item === taken) continue;
      const message = `the entry "${row.label}" stands here once more; the first right one was taken`;
      this.list.add("duplicate_entry", around.of(row), message, firstOf(item), lastOf(item));
    }
  }

  /** Composes one entry; undefined where it has an error. */
  private entry(one: BoxLine, row: ValueRow, around: Place): unknown {
    const { list, source } = this;
    const start = list.size;
    this.values.spelling(one, row, around);
    if (one.mark === one.end || source.text.charCodeAt(one.mark - 1) !== COLON) {
      const mark = markOf(one);
      const found = mark === undefined ? "none" : quote(source.slice(mark.from, mark.to));
      const message = `expected a colon between "${row.label}" and its value, found ${found}`;
      list.add("marked_label", around.of(row), message, mark ?? labelOf(one));
      list.offer(":", mark === undefined ? "after" : "instead");
    }
    if (one.bullet === one.from) {
      const message = `the entry "${row.label}" has lost its bullet`;
      list.add("missing_bullet", around.of(row), message, labelOf(one));
      list.offer("• ", "before");
    }
    const value = this.values.value(one, row, around);
    return list.failedSince(start) ? undefined : value;
  }

  private unknown(item: BoxLine, rows: readonly ValueRow[], place: Place): void {
    const first = firstOf(item);
    const last = lastOf(item);
    const text = quote(this.source.slice(first.from, last.to));
    const known = rows.map(({ label }) => label).join(", ");
    const message = `${text} is not an entry of this field and was left out; known are ${known}`;
    this.list.add("unknown_entry", place, message, first, last);
  }
}
