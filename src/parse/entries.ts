import { placeOf, type ValueRow } from "../format/fields.ts";
import { missingKinds } from "../format/kinds.ts";
import { type BoxLine, firstOf, hasLabel, labelOf, lastOf, markOf } from "../syntax/box-line.ts";
import { COLON } from "../syntax/labels.ts";
import type { IssueCode } from "./codes.ts";
import { expectedOf } from "./expected.ts";
import type { IssueList, ParseIssue } from "./issues.ts";
import { TWICE } from "./odd.ts";
import type { Place } from "./place.ts";
import { quote } from "./quote.ts";
import { composeValue, noteValue, tellSpelling } from "./values.ts";

/** Fields that are made of labelled entries, once or record by record. */

/**
 * Composes entries by label: of several, the first that is right.
 *
 * @param head - the label over the entries, where missing ones are reported; absent for records and where it is lost
 */
export function composeEntries(
  list: IssueList,
  items: readonly BoxLine[],
  rows: readonly ValueRow[],
  place: Place,
  head?: BoxLine | undefined,
): Record<string, unknown> {
  for (const item of items) if (!hasLabel(item)) tellUnknown(list, item, rows, place);
  const values: Record<string, unknown> = {};
  for (const row of rows) values[row.key] = firstRight(list, items, row, place, head);
  return values;
}

/** Composes records: one starts where an entry comes again, or one that stands before it in the table. */
export function composeRecords(
  list: IssueList,
  items: readonly BoxLine[],
  rows: readonly ValueRow[],
  place: Place,
): unknown[] {
  const groups: BoxLine[][] = [[]];
  let reached = -1;
  for (const item of items) {
    if (!item.row) {
      tellUnknown(list, item, rows, place);
      continue;
    }
    const at = placeOf(item.row);
    if (at <= reached) groups.push([]);
    groups.at(-1)?.push(item);
    reached = at;
  }
  const records = groups.map((group, i) => composeEntries(list, group, rows, place.at(i)));
  const { isLaidOut } = list.source;
  const tell = (code: IssueCode, message: string): void => tellItems(list, code, place, message, items);
  for (const row of rows) {
    const missing = missingKinds(row, records);
    // Whoever writes a post may give it one record; of a text that was laid out, several may be lost.
    if (missing.length === 0 || (missing.length > 1 && !isLaidOut)) continue;
    const kinds = missing.join(" or ");
    const message = `no record with the ${row.label} ${kinds} stands here, but others do; it seems to be lost, put it back`;
    tell("missing_record", message);
  }
  if (isLaidOut && new Set(records.map((record) => JSON.stringify(record))).size < records.length)
    tell("unusual_value", TWICE);
  return records;
}

/** Tells a problem of some items, from the first or what stands over it to the last. */
function tellItems(
  list: IssueList,
  code: IssueCode,
  place: Place,
  message: string,
  items: readonly BoxLine[],
  first = firstOf(items[0] as BoxLine),
): void {
  list.add(code, place, message, first, lastOf(items.at(-1) as BoxLine));
}

/** Composes the entries of one row up to the first that is right, and tells the others; the issues of the first count where none is. */
function firstRight(
  list: IssueList,
  items: readonly BoxLine[],
  row: ValueRow,
  around: Place,
  head: BoxLine | undefined,
): unknown {
  const start = list.size;
  let taken: BoxLine | undefined;
  let issues: readonly ParseIssue[] = [];
  let value: unknown;
  for (const item of items) {
    if (item.row !== row) continue;
    value = composeEntry(list, item, row, around);
    if (value !== undefined) {
      noteValue(list, around, row.key, item);
      taken = item;
      break;
    }
    const found = list.cut(start);
    if (!taken) issues = found;
    taken ??= item;
  }
  if (!taken) {
    const message = `the entry "${row.label}" is missing; expected ${expectedOf(row)}`;
    tellItems(list, "missing_entry", around.of(row), message, items, head && labelOf(head));
  } else if (value === undefined) {
    list.take(issues);
  }
  for (const item of items) {
    if (item.row !== row || item === taken) continue;
    const message = `the entry "${row.label}" stands here once more; the first right one was taken`;
    tellItems(list, "duplicate_entry", around.of(row), message, [item]);
  }
  return value;
}

/** Composes one entry; undefined where it has an error. */
function composeEntry(list: IssueList, one: BoxLine, row: ValueRow, around: Place): unknown {
  const { source, size } = list;
  tellSpelling(list, one, row, around);
  if (one.mark === one.end || source.text.charCodeAt(one.mark - 1) !== COLON) {
    const mark = markOf(one);
    const found = mark ? quote(source.slice(mark.from, mark.to)) : "none";
    const message = `expected a colon between "${row.label}" and its value, found ${found}`;
    list.add("marked_label", around.of(row), message, mark ?? labelOf(one));
    list.offer(":", mark ? "instead" : "after");
  }
  if (one.bullet === one.from) {
    const message = `the entry "${row.label}" has lost its bullet`;
    list.add("missing_bullet", around.of(row), message, labelOf(one));
    list.offer("• ", "before");
  }
  const value = composeValue(list, one, row, around);
  return list.failedSince(size) ? undefined : value;
}

function tellUnknown(list: IssueList, item: BoxLine, rows: readonly ValueRow[], place: Place): void {
  const text = quote(list.source.slice(firstOf(item).from, lastOf(item).to));
  const known = rows.map(({ label }) => label).join(", ");
  const message = `${text} is not an entry of this field and was left out; known are ${known}`;
  tellItems(list, "unknown_entry", place, message, [item]);
}
