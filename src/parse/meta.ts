import { FIELDS, type FieldRow, isOptional, isValueRow, placeOf } from "../format/fields.ts";
import { flattened } from "../layout/draft.ts";
import { fieldOf } from "../layout/labels.ts";
import type { PartialMeta } from "../schema/post.ts";
import { type BoxLine, firstOf, hasLabel, labelOf, valueText } from "../syntax/box-line.ts";
import { firstPiece, lastPiece, startOfBox } from "../syntax/ends.ts";
import type { BoxNode, FieldNode } from "../syntax/nodes.ts";
import { spanOf } from "../syntax/position.ts";
import type { IssueCode } from "./codes.ts";
import { isCut, tellCutField, tellLast } from "./cut.ts";
import { composeEntries, composeRecords } from "./entries.ts";
import { expectedOf } from "./expected.ts";
import { tellGlued } from "./glued.ts";
import type { IssueList, ParseIssue } from "./issues.ts";
import { areBeside, doubledRows, partingOf, tellParted } from "./parted.ts";
import { META, type Place } from "./place.ts";
import { quote } from "./quote.ts";
import { tellShortLines } from "./short-lines.ts";
import type { Spot } from "./spots.ts";
import { tellEntry, tellFirstItem, tellItemAbove, tellLabelItem, tellStart, tellStray } from "./stray.ts";
import { holdsLabel, isUsual, swallowed, UNUSUAL } from "./usual.ts";
import {
  composeItems,
  composeValue,
  noteValue,
  tellEmpty,
  tellMark,
  tellSpelling,
  tellWrapped,
} from "./values.ts";

/** What came of one of several fields of a label. */
interface Attempt {
  readonly node: FieldNode;
  readonly value: unknown;
  readonly issues: readonly ParseIssue[];
  readonly spots: readonly Spot[] | undefined;
}

/** The fields of the table that a box has. */
export interface BoxFields {
  readonly box: BoxNode;
  /** The first field of each label, by its place in the table. */
  readonly fields: readonly (FieldNode | undefined)[];
  /** How many there are. */
  readonly size: number;
  /** Whether a label of the table stands in the box more than once. */
  readonly isDoubled: boolean;
  /** Whether labels stand beside the middle of their items. */
  readonly isBeside: boolean;
}

/** Gives the fields of the table that a box has. */
export function fieldsOf(box: BoxNode): BoxFields {
  const fields: (FieldNode | undefined)[] = FIELDS.map(() => undefined);
  let size = 0;
  let isDoubled = false;
  for (const node of box.children) {
    if (node.type !== "field" || !node.row) continue;
    const place = placeOf(node.row);
    if (!fields[place]) size++;
    else isDoubled = true;
    fields[place] ??= node;
  }
  return { box, fields, size, isDoubled, isBeside: areBeside(box) };
}

/** Composes the fields of one box: every one that is whole, and an issue for each problem of the others. */
export function composeMeta(list: IssueList, found: BoxFields): PartialMeta {
  const { source, spots } = list;
  const { box, fields, isDoubled } = found;
  const values: Record<string, unknown> = {};
  const extra: Record<string, string | string[]> = {};
  for (const row of FIELDS) {
    const node = fields[placeOf(row)];
    let value: unknown;
    if (!node) value = absent(list, found, row, values);
    else if (isDoubled) value = bestOf(list, found, row, values);
    else value = composeField(list, found, row, node, values);
    if (value === undefined) continue;
    values[row.key] = value;
    if (node) spots?.keep();
  }
  const lost = FIELDS.filter((row) => !fields[placeOf(row)]?.head);
  const doubled = doubledRows(source, isDoubled ? box.children : []);
  let above: FieldRow | undefined;
  let lastList: FieldRow | undefined;
  /** The field above that may go on: one line of a label that stands twice ends no list. */
  let open: FieldRow | undefined;
  let before: FieldNode | undefined;
  for (const [i, node] of box.children.entries()) {
    const next = box.children[i + 1];
    tellFirstItem(list, node, next?.type === "field" ? next.row : undefined);
    if (node.type === "stray") {
      tellStray(list, node, above, lastList);
      continue;
    }
    const over = box.children[i - 1];
    if (over?.type === "stray" && node.row) tellStart(list, over, node.row);
    if (before?.row) tellGlued(list, found.fields, before, before.row, node);
    if (before) tellItemAbove(list, before, node);
    tellEntry(list, node);
    tellLabelItem(list, node, lost);
    before = node;
    if (!node.row) composeUnknown(list, found, node, extra);
    const parting = partingOf(node, open, next, doubled);
    if (parting) tellParted(parting, node, next, open, list);
    above = node.row ?? above;
    if (node.row?.kind === "list") lastList = node.row;
    if (node.row && (!isValueRow(node.row) || !doubled.has(node.row))) open = node.row;
  }
  values.extra = extra;
  tellShortLines(list, box, fields);
  return values as PartialMeta;
}

/** Composes the fields of one label up to the first that is whole; takes that, else the best there is, and tells the others. */
function bestOf(list: IssueList, found: BoxFields, row: FieldRow, values: PartialMeta): unknown {
  const { spots, size } = list;
  const place = META.of(row);
  const nodes = found.box.children.filter((node) => node.type === "field" && node.row === row) as FieldNode[];
  let best: Attempt | undefined;
  for (const node of nodes) {
    const value = composeField(list, found, row, node, values);
    const issues = list.cut(size);
    const noted = spots?.cut();
    const isWhole = value !== undefined && isUsual(row, value, values);
    if (!best || isWhole || (best.value === undefined && value !== undefined))
      best = { node, value, issues, spots: noted };
    if (isWhole) break;
  }
  const { node: taken, value, issues, spots: kept } = best as Attempt;
  list.take(issues);
  if (kept) spots?.take(kept);
  for (const node of nodes) if (node !== taken) tellDouble(list, node, place, `"${row.label}"`);
  return value;
}

function tellDouble(list: IssueList, node: FieldNode, place: Place, label: string): void {
  const message = `${label} stands here once more; the first whole one was taken, take this one out`;
  tell(list, "duplicate_field", place, message, node);
}

/** Tells a problem of a field as a whole. */
function tell(
  list: IssueList,
  code: IssueCode,
  place: Place,
  message: string,
  node: FieldNode,
  first = firstPiece(node),
): void {
  list.add(code, place, message, first, lastPiece(node));
}

/** Gives the value of a field that is left out; tells one that is missing, where it was expected: after the field before it in the table. */
function absent(
  list: IssueList,
  { box, fields }: BoxFields,
  row: FieldRow,
  values: Readonly<Record<string, unknown>>,
): [] | undefined {
  const at = placeOf(row);
  // Where the box goes on after the place of an optional field, that was left out, not cut off.
  if (isOptional(row) && fields.slice(at).some((node) => node !== undefined)) return [];
  const neighbour = fields.slice(0, at).findLast((node) => node !== undefined);
  const message = `the box has no field "${row.label}"; expected ${expectedOf(row)} after that label`;
  list.add("missing_field", META.of(row), message, neighbour ? firstPiece(neighbour) : startOfBox(box));
  const before = neighbour?.row;
  if (before && holdsLabel(values[before.key], before, row, list.source))
    tell(list, "unusual_value", META.of(before), swallowed(row), neighbour as FieldNode);
  return undefined;
}

/** Composes one field, after others whose values are known; undefined where it has an error. */
function composeField(
  list: IssueList,
  found: BoxFields,
  row: FieldRow,
  node: FieldNode,
  values: PartialMeta,
): unknown {
  const { source, spots, size } = list;
  const { head, items } = node;
  const place = META.of(row);
  spots?.drop();
  if (!head) {
    const how = row.kind === "list" ? "the place they stand in" : "their own labels";
    const message = `the label "${row.label}" is missing above these items, which were recognized by ${how}; put it back`;
    tell(list, "missing_label", place, message, node);
  } else {
    tellSpelling(list, head, row, META);
    tellMark(list, head, row, META);
  }
  // A layout could not tell what stands there, or nothing tells which items are of which label.
  const isUnsure = (one: BoxLine | undefined): boolean =>
    one !== undefined && source.roleOf(one.line) === "unsure";
  if (
    (source.origin && [head, ...items].some(isUnsure)) ||
    (node.flat && row.kind === "list" && found.isBeside)
  ) {
    const message = `what stands here may be one value of "${row.label}" or several, or another field's; expected ${expectedOf(row)}`;
    tell(list, "uncertain_value", place, message, node);
    return undefined;
  }
  const value = contentOf(list, node, row, place);
  if (!list.failedSince(size)) {
    if (isCut(source, found, node)) tellCutField(list, node, place, `"${row.label}"`);
    else tellLast(list, found, node, place);
  }
  if (node.flat) {
    tell(list, "flattened_list", place, flattened(`"${row.label}"`), node);
  }
  const isTold = list.issues.slice(size).some(({ code }) => code === "unusual_value");
  if (value !== undefined && !isTold && !list.failedSince(size) && !isUsual(row, value, values)) {
    tell(list, "unusual_value", place, UNUSUAL, node);
    // What a list has too many, or too few, the next may be without, or have.
    const next: FieldRow | undefined = FIELDS[placeOf(row) + 1];
    if (row.kind === "list" && next?.kind === "list")
      tell(list, "unusual_value", META.of(next), UNUSUAL, node);
  }
  if (!list.failedSince(size)) return value;
  if (items.length > 0) tellLeftOut(list, node, `"${row.label}"`, place, size);
  return undefined;
}

/** Composes what a field holds, by the kind of its row. */
function contentOf(list: IssueList, { head, items }: FieldNode, row: FieldRow, place: Place): unknown {
  if (isValueRow(row)) {
    const value = composeValue(list, head as BoxLine, row, META);
    if (value !== undefined) noteValue(list, META, row.key, head as BoxLine);
    return value;
  }
  if (items.length === 0) return tellEmpty(list, head as BoxLine, row, META);
  if (row.kind === "list") return composeItems(list, items, place, row.size);
  if (row.kind === "entries") return composeEntries(list, items, row.entries, place, head);
  return items.some(hasLabel)
    ? composeRecords(list, items, row.entries, place)
    : tellEmpty(list, head as BoxLine, row, META);
}

/** Tells which lines go with a field that has an error, unless an error since `since` covers them itself. */
function tellLeftOut(list: IssueList, node: FieldNode, label: string, place: Place, since: number): void {
  const first = firstOf(node.items[0] as BoxLine);
  const last = lastPiece(node);
  const { start, end } = spanOf(list.source, first, last);
  const isCovered = list.issues
    // Stryker disable next-line MethodExpression: of many fields, each would look through what is told of all.
    .slice(since)
    .some(
      ({ severity, position }) =>
        severity === "error" && position.start.offset <= start.offset && position.end.offset >= end.offset,
    );
  if (isCovered) return;
  const message = `${label} is left out as a whole, since part of it is wrong; what stands here goes with it`;
  list.add("field_left_out", place, message, first, last);
}

/** Carries a field that the table does not know under `extra`, and tells it. */
function composeUnknown(
  list: IssueList,
  found: BoxFields,
  node: FieldNode,
  extra: Record<string, string | string[]>,
): void {
  const { source, spots, size } = list;
  const head = node.head as BoxLine;
  const name = source.slice(head.body, head.end);
  const label = quote(name);
  const known = fieldOf(name);
  const place = known ? META.of(known) : META.at("extra").at(name);
  if (known || name === "__proto__") {
    const message = `what stands with ${label} is left out: no field of its own can have that name`;
    tell(list, "unknown_field", place, message, node);
  } else if (Object.hasOwn(extra, name)) {
    tellDouble(list, node, place, label);
  } else if (isCut(source, found, node)) {
    tellCutField(list, node, place, label);
  } else {
    spots?.drop();
    const value = unknownValue(list, node, head, place);
    const isWhole = !list.failedSince(size);
    if (isWhole) {
      extra[name] = value;
      spots?.keep();
    } else tellLeftOut(list, node, label, place, size);
    const message = `${label} is not a known field${isWhole ? "; it was kept under extra, as it stands" : ""}`;
    list.add("unknown_field", place, message, labelOf(head));
  }
}

/** Takes what stands after an unknown label, or under it, as it stands. */
function unknownValue(list: IssueList, { items }: FieldNode, head: BoxLine, place: Place): string | string[] {
  if (items.length > 0) return composeItems(list, items, place);
  if (head.rest) tellWrapped(list, head, place);
  noteValue(list, place.around as Place, place.key as string, head);
  return valueText(list.source, head);
}
