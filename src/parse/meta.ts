import { FIELDS, type FieldRow, isOptional, isValueRow, placeOf } from "../format/fields.ts";
import { fieldOf } from "../layout/labels.ts";
import type { PartialMeta } from "../schema/post.ts";
import { type BoxLine, firstOf, firstOfValue, hasLabel, labelOf, valueText } from "../syntax/box-line.ts";
import { firstPiece, lastPiece, startOfBox } from "../syntax/ends.ts";
import type { BoxNode, FieldNode, Piece, Stray } from "../syntax/nodes.ts";
import { visible } from "../syntax/pieces.ts";
import { LINE_END, spanOf } from "../syntax/position.ts";
import type { Line, Source } from "../syntax/scan.ts";
import type { IssueCode } from "./codes.ts";
import { EntriesComposer } from "./entries.ts";
import { expectedOf } from "./expected.ts";
import { holdsLabel, isFinished, swallowed } from "./finished.ts";
import type { IssueList, ParseIssue } from "./issues.ts";
import { tellParted, twofoldRows } from "./parted.ts";
import { META, type Place } from "./place.ts";
import { quote } from "./quote.ts";
import type { Spot, Spots } from "./spots.ts";
import { ValueComposer } from "./values.ts";

/** What came of one of several fields of a label. */
interface Attempt {
  readonly node: FieldNode;
  readonly value: unknown;
  readonly issues: readonly ParseIssue[];
  readonly spots: readonly Spot[] | undefined;
}

/** Composes the fields of one box: every one that is whole, and an issue for each problem of the others. */
export class MetaComposer {
  private readonly values: Record<string, unknown> = {};
  private readonly extra: Record<string, string | string[]> = {};
  /** The first field of each label, by its place in the table. */
  private readonly fields: (FieldNode | undefined)[] = FIELDS.map(() => undefined);
  /** How many fields of the table the box has. */
  readonly size: number;
  /** Whether a label of the table stands in the box more than once. */
  private readonly isDoubled: boolean;
  /** The field with which the source ends, so that it may be cut. */
  private readonly lastField: FieldNode | undefined;
  private readonly single: ValueComposer;
  private readonly labelled: EntriesComposer;

  /**
   * @param spots - takes notes of where values stand
   */
  constructor(
    private readonly source: Source,
    private readonly box: BoxNode,
    private readonly list: IssueList,
    private readonly spots?: Spots | undefined,
  ) {
    this.single = new ValueComposer(source, list, spots);
    this.labelled = new EntriesComposer(source, list, this.single);
    const last = box.children.at(-1);
    if (last?.type === "field" && lastPiece(last).line === source.lines.at(-1)) this.lastField = last;
    let size = 0;
    let labels = 0;
    for (const node of box.children) {
      if (node.type !== "field" || node.row === undefined) continue;
      const place = placeOf(node.row);
      labels++;
      if (this.fields[place] !== undefined) continue;
      this.fields[place] = node;
      size++;
    }
    this.size = size;
    this.isDoubled = labels > size;
  }

  compose(): PartialMeta {
    for (const row of FIELDS) this.field(row, META.of(row));
    const twofold = twofoldRows(this.source, this.isDoubled ? this.box.children : []);
    let above: FieldRow | undefined;
    for (const node of this.box.children) {
      if (node.type === "stray") {
        this.stray(node, above === undefined ? META : META.of(above));
        continue;
      }
      if (node.row === undefined) this.unknownField(node);
      if (node.row === undefined || twofold.has(node.row)) tellParted(node, above, this.list);
      above = node.row ?? above;
    }
    this.values.extra = this.extra;
    return this.values as PartialMeta;
  }

  /** Composes a field of the table: of several, the best. */
  private field(row: FieldRow, place: Place): void {
    const node = this.fields[placeOf(row)];
    if (node === undefined) {
      this.missing(row, place);
      return;
    }
    const value = this.isDoubled ? this.bestOf(row, place) : this.composeField(node, row, place);
    if (value === undefined) return;
    this.values[row.key] = value;
    this.spots?.keep();
  }

  /** Composes the fields of one label up to the first that is whole; takes that, else the best there is, and tells the others. */
  private bestOf(row: FieldRow, place: Place): unknown {
    const start = this.list.size;
    const nodes = this.box.children.filter(
      (node) => node.type === "field" && node.row === row,
    ) as FieldNode[];
    let best: Attempt | undefined;
    for (const node of nodes) {
      const value = this.composeField(node, row, place);
      const issues = this.list.cut(start);
      const isWhole = value !== undefined && isFinished(row, value);
      if (best === undefined || isWhole || (best.value === undefined && value !== undefined))
        best = { node, value, issues, spots: this.spots?.cut() };
      if (isWhole) break;
    }
    this.list.take(best?.issues ?? []);
    this.spots?.take(best?.spots ?? []);
    for (const node of nodes) if (node !== best?.node) this.duplicate(node, place, `"${row.label}"`);
    return best?.value;
  }

  private duplicate(node: FieldNode, place: Place, label: string): void {
    const message = `${label} stands here once more; the first whole one was taken, take this one out`;
    this.tell("duplicate_field", place, message, node);
  }

  /** Tells a problem of a field as a whole. */
  private tell(
    code: IssueCode,
    place: Place,
    message: string,
    node: FieldNode,
    first = firstPiece(node),
  ): void {
    this.list.add(code, place, message, first, lastPiece(node));
  }

  /** Tells a field within which the source ends. */
  private tellCut(node: FieldNode, place: Place, label: string, first?: Piece): void {
    const message = `the source ends within ${label}, before fields that must follow; its value cannot be trusted`;
    this.tell("cut_short", place, message, node, first);
  }

  /** Tells a field that is missing, where it was expected: after the field before it in the table. */
  private missing(row: FieldRow, place: Place): void {
    if (isOptional(row) && this.mayBeAbsent(row)) {
      this.values[row.key] = [];
      return;
    }
    const neighbour = this.fields.slice(0, placeOf(row)).findLast((node) => node !== undefined);
    const message = `the box has no field "${row.label}"; expected ${expectedOf(row)} after that label`;
    this.list.add("missing_field", place, message, neighbour ? firstPiece(neighbour) : startOfBox(this.box));
    const before = neighbour?.row;
    if (before !== undefined && holdsLabel(this.values[before.key], before, row, this.source))
      this.tell("unusual_value", META.at(before.key), swallowed(row), neighbour as FieldNode);
  }

  /** Tells whether the box goes on after the place of an optional field, so that it was left out, not cut off. */
  private mayBeAbsent(row: FieldRow): boolean {
    return this.fields.slice(placeOf(row)).some((node) => node !== undefined);
  }

  /** Composes one field; undefined where it has an error. */
  private composeField(node: FieldNode, row: FieldRow, place: Place): unknown {
    const start = this.list.size;
    this.spots?.drop();
    if (node.head === undefined) this.lostLabel(node, row, place);
    else this.tellLabel(node.head, row);
    if (this.isUnsure(node)) {
      const message = `what stands here may be one value of "${row.label}" or several, or another field's; expected ${expectedOf(row)}`;
      this.tell("uncertain_value", place, message, node);
      return undefined;
    }
    const value = this.valueOf(node, row, place);
    if (!this.list.failedSince(start) && this.isCut(node, row)) {
      const value = isValueRow(row) && node.head ? firstOfValue(node.head) : undefined;
      this.tellCut(node, place, `"${row.label}"`, value);
    }
    if (node.flat) {
      const message = `the items of "${row.label}" stand on the line of their label; they were separated at their bullets`;
      this.tell("flattened_list", place, message, node);
    }
    if (!this.list.failedSince(start)) return value;
    if (node.items.length > 0) this.leftOut(node, `"${row.label}"`, place, start);
    return undefined;
  }

  /** Tells whether a layout could not tell what stands in a field. */
  private isUnsure({ head, items }: FieldNode): boolean {
    const { source } = this;
    if (source.origin === undefined) return false;
    return [head, ...items].some((one) => one !== undefined && source.roleOf(one.line) === "unsure");
  }

  /** Composes what a field holds, by the kind of its row. */
  private valueOf({ head, items }: FieldNode, row: FieldRow, place: Place): unknown {
    if (isValueRow(row)) {
      const value = this.single.value(head as BoxLine, row, META);
      if (value !== undefined) this.single.note(META, row.key, head as BoxLine);
      return value;
    }
    if (row.kind === "list" && items.length > 0) return this.single.items(items, place);
    if (row.kind === "entries" && items.length > 0)
      return this.labelled.entries(items, row.entries, place, head);
    if (row.kind === "records" && items.some(hasLabel))
      return this.labelled.records(items, row.entries, place);
    return this.single.empty(head as BoxLine, row, META);
  }

  /** Tells which lines go with a field that has an error, unless an error since `since` covers them itself. */
  private leftOut(node: FieldNode, label: string, place: Place, since: number): void {
    const first = firstOf(node.items[0] as BoxLine);
    const last = lastPiece(node);
    const { start, end } = spanOf(this.source, first, last);
    const isCovered = this.list.issues
      .slice(since)
      .some(
        ({ severity, position }) =>
          severity === "error" && position.start.offset <= start.offset && position.end.offset >= end.offset,
      );
    if (isCovered) return;
    const message = `${label} is left out as a whole, since part of it is wrong; what stands here goes with it`;
    this.list.add("field_left_out", place, message, first, last);
  }

  private lostLabel(node: FieldNode, row: FieldRow, place: Place): void {
    const how = row.kind === "list" ? "the place they stand in" : "their own labels";
    const message = `the label "${row.label}" is missing above these items, which were recognized by ${how}; put it back`;
    this.tell("missing_label", place, message, node);
  }

  /** Tells what is odd about the label of a field: its spelling, or a mark between it and its value. */
  private tellLabel(head: BoxLine, row: FieldRow): void {
    this.single.spelling(head, row, META);
    this.single.mark(head, row, META);
  }

  /**
   * Tells whether the source ends in a field though others must follow, so that its last line, or the rest of its
   * list, may be missing.
   */
  private isCut(node: FieldNode, row: FieldRow | undefined): boolean {
    if (node !== this.lastField) return false;
    const at = row === undefined ? -1 : placeOf(row);
    const isWhole = FIELDS.slice(at + 1).every(
      (later) => isOptional(later) || this.fields[placeOf(later)] !== undefined,
    );
    if (isWhole) return false;
    const ended = LINE_END.test(this.source.text.slice(lastPiece(node).to));
    return !ended || row?.kind === "list" || row?.kind === "records";
  }

  /** Carries a field that the table does not know under `extra`, and tells it. */
  private unknownField(node: FieldNode): void {
    const head = node.head as BoxLine;
    const name = this.source.slice(head.body, head.end);
    const known = fieldOf(name);
    const place = known === undefined ? META.at("extra").at(name) : META.of(known);
    if (known !== undefined || name === "__proto__") {
      const message = `what stands with ${quote(name)} is left out: no field of its own can have that name`;
      this.tell("unknown_field", place, message, node);
    } else if (Object.hasOwn(this.extra, name)) {
      this.duplicate(node, place, quote(name));
    } else if (this.isCut(node, undefined)) {
      this.tellCut(node, place, quote(name));
    } else {
      const start = this.list.size;
      this.spots?.drop();
      const value = this.unknownValue(node, head, place);
      const isWhole = !this.list.failedSince(start);
      if (isWhole) {
        this.extra[name] = value;
        this.spots?.keep();
      } else this.leftOut(node, quote(name), place, start);
      const message = `${quote(name)} is not a known field${isWhole ? "; it was kept under extra, as it stands" : ""}`;
      this.list.add("unknown_field", place, message, labelOf(head));
    }
  }

  /** Takes what stands after an unknown label, or under it, as it stands. */
  private unknownValue({ items }: FieldNode, head: BoxLine, place: Place): string | string[] {
    if (items.length > 0) return this.single.items(items, place);
    if (head.rest !== undefined) this.single.wrapped(head, place);
    this.single.note(place.around as Place, place.key as string, head);
    return valueText(this.source, head);
  }

  /** Tells lines that fit nowhere; the field above them may be short of them. */
  private stray({ lines }: Stray, above: Place): void {
    const first = visible(lines[0] as Line);
    const last = visible(lines.at(-1) as Line);
    const text = quote(this.source.text.slice(first.from, last.to));
    const message = `${text} fits no field and was left out; if it belongs to one, put it on that field's line`;
    this.list.add("stray_text", above, message, first, last);
  }
}
