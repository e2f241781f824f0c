import {
  FIELDS,
  type FieldRow,
  isValueRow,
  placeOf,
  type ValueKind,
  type ValueRow,
} from "../format/fields.ts";
import { readValue, VALUE_RULES } from "../format/values.ts";
import type { PartialMeta } from "../schema/post.ts";
import {
  type BoxLine,
  bulletOf,
  firstOf,
  hasLabel,
  isEmpty,
  labelOf,
  lastOf,
  lastOfValue,
  markOf,
  valuePieces,
  valueText,
} from "../syntax/box-line.ts";
import { endOfBox, firstPiece, lastPiece, startOfBox } from "../syntax/ends.ts";
import { nearLabelEnds } from "../syntax/labels.ts";
import { endsSentence } from "../syntax/look.ts";
import type { BoxNode, FieldNode, Piece, Stray } from "../syntax/nodes.ts";
import { visible } from "../syntax/pieces.ts";
import { LINE_END, type Line, type Source } from "../syntax/scan.ts";
import type { IssueCode } from "./codes.ts";
import type { IssueList, ParseIssue } from "./issues.ts";
import { META, type Place } from "./place.ts";
import { quote } from "./quote.ts";

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

/** A field or an entry as composed: its value, if it is whole. */
interface Composed<Node> {
  readonly node: Node;
  readonly value: unknown;
}

/** Tells whether a value has all that its field has in known posts: an end, a second part. */
function isFinished(row: FieldRow, value: unknown): boolean {
  if (row.kind === "sentence") return endsSentence(String(value));
  return !isValueRow(row) || row.joint === undefined || String(value).includes(row.joint);
}

/** Where the fields of the table are, by their place in it. */
const PLACES = FIELDS.map(({ key }) => META.at(key));

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
  /** Whether the source ends with the box, so that its last field may be cut. */
  private readonly isLast: boolean;

  constructor(
    private readonly source: Source,
    private readonly box: BoxNode,
    private readonly list: IssueList,
  ) {
    this.isLast = endOfBox(box).line === source.lines.at(-1);
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
    for (const row of FIELDS) this.field(row, PLACES[placeOf(row)] as Place);
    for (const node of this.box.children) {
      if (node.type === "stray") this.stray(node);
      else if (node.row === undefined) this.unknownField(node);
    }
    this.values.extra = this.extra;
    return this.values as PartialMeta;
  }

  /** Composes a field of the table: of several, the first that is whole. */
  private field(row: FieldRow, place: Place): void {
    const first = this.fields[placeOf(row)];
    if (first === undefined) {
      this.missing(row, place);
      return;
    }
    const nodes = this.isDoubled ? this.fieldsOf(row) : [first];
    const { node: taken, value } = this.bestOf(nodes, row, place);
    if (value !== undefined) this.values[row.key] = value;
    for (const node of nodes) if (node !== taken) this.duplicate(node, place, `"${row.label}"`);
  }

  /** All fields of a row. */
  private fieldsOf(row: FieldRow): FieldNode[] {
    return this.box.children.filter((node) => node.type === "field" && node.row === row) as FieldNode[];
  }

  /** Composes the fields of one label up to the first that is whole; gives that, else the best there is, and keeps its issues. */
  private bestOf(nodes: readonly FieldNode[], row: FieldRow, place: Place): Composed<FieldNode> {
    const start = this.list.size;
    let best: (Composed<FieldNode> & { readonly issues: readonly ParseIssue[] }) | undefined;
    for (const node of nodes) {
      const value = this.composeField(node, row, place);
      if (value !== undefined && isFinished(row, value)) return { node, value };
      const issues = this.list.cut(start);
      if (best === undefined || (best.value === undefined && value !== undefined))
        best = { node, value, issues };
    }
    this.list.take(best?.issues ?? []);
    return best as Composed<FieldNode>;
  }

  private duplicate(node: FieldNode, place: Place, label: string): void {
    const message = `${label} stands here once more; the first whole one was taken, take this one out`;
    this.list.add("duplicate_field", place, message, firstPiece(node), lastPiece(node));
  }

  /** Tells a field that is missing, where it was expected: after the field before it in the table. */
  private missing(row: FieldRow, place: Place): void {
    if (isOptional(row)) {
      if (this.mayBeAbsent(row)) this.values[row.key] = [];
      return;
    }
    const before = this.fields.slice(0, placeOf(row)).reverse();
    const neighbour = before.find((node) => node !== undefined);
    const message = `the box has no field "${row.label}"; expected ${expectedOf(row)} after that label`;
    this.list.add("missing_field", place, message, neighbour ? firstPiece(neighbour) : startOfBox(this.box));
  }

  /** Tells whether the box goes on after the place of an optional field, so that it was left out, not cut off. */
  private mayBeAbsent(row: FieldRow): boolean {
    return this.fields.slice(placeOf(row)).some((node) => node !== undefined);
  }

  /** Composes one field; undefined where it has an error. */
  private composeField(node: FieldNode, row: FieldRow, place: Place): unknown {
    const start = this.list.size;
    if (node.head === undefined) this.lostLabel(node, row, place);
    else this.label(node.head, row, place);
    const value = this.valueOf(node, row, place);
    if (!this.list.failedSince(start) && this.isCut(node, row)) {
      const message = `the source ends within "${row.label}", before fields that must follow; its value cannot be trusted`;
      const first = (isValueRow(row) && node.head && valuePieces(node.head, 1)[0]) || firstPiece(node);
      this.list.add("cut_short", place, message, first, lastPiece(node));
    }
    if (node.flat) {
      const message = `the items of "${row.label}" stand on the line of their label; they were told by their bullets`;
      this.list.add("flattened_list", place, message, firstPiece(node), lastPiece(node));
    }
    if (!this.list.failedSince(start)) return value;
    if (node.items.length > 0) this.leftOut(node, `"${row.label}"`, place, start);
    return undefined;
  }

  /** Composes what a field holds, by the kind of its row. */
  private valueOf({ head, items }: FieldNode, row: FieldRow, place: Place): unknown {
    if (isValueRow(row)) return this.value(head as BoxLine, row, place);
    if (row.kind === "list" && items.length > 0) return this.items(items, place);
    if (row.kind === "entries" && items.length > 0) return this.entries(items, row.entries, place, head);
    if (row.kind === "records" && items.some(hasLabel)) return this.records(items, row.entries, place);
    return this.empty(head as BoxLine, row, place);
  }

  /** Tells which lines go with a field that has an error, unless an error since `start` covers them itself. */
  private leftOut(node: FieldNode, label: string, place: Place, start: number): void {
    const first = firstOf(node.items[0] as BoxLine);
    const last = lastPiece(node);
    const isCovered = this.list.issues
      .slice(start)
      .some(
        ({ severity, position }) =>
          severity === "error" && position.start.offset <= first.from && position.end.offset >= last.to,
      );
    if (isCovered) return;
    const message = `${label} is left out as a whole, since part of it is wrong; what stands here goes with it`;
    this.list.add("field_left_out", place, message, first, last);
  }

  private lostLabel(node: FieldNode, row: FieldRow, place: Place): void {
    const how = row.kind === "list" ? "the place they stand in" : "their own labels";
    const message = `the label "${row.label}" is missing above these items, which were told by ${how}; put it back`;
    this.list.add("missing_label", place, message, firstPiece(node), lastPiece(node));
  }

  /** Tells what is odd about a label: its spelling, or a mark between it and its value. */
  private label(one: BoxLine, row: FieldRow, place: Place): void {
    this.spelling(one, row, place);
    const mark = markOf(one);
    if (mark === undefined) return;
    const sign = this.source.slice(mark.from, mark.to);
    const message = `"${sign}" stands between "${row.label}" and its value; canonical text has nothing there`;
    this.list.add("marked_label", place, message, mark);
  }

  /** Tells a label that is one edit away from that of its row. */
  private spelling(one: BoxLine, row: FieldRow, place: Place): void {
    if (one.spelling === "exact") return;
    const text = quote(this.source.slice(one.body, one.end));
    if (one.spelling === "near") {
      const message = `unknown label ${text}; did you mean "${row.label}"? It was read so`;
      this.list.add("misspelled_label", place, message, labelOf(one));
    } else {
      const message = `unknown label near ${text}; did you mean "${row.label}"? Where its value starts cannot be told`;
      this.list.add("ambiguous_label", place, message, labelOf(one));
    }
  }

  private empty(one: BoxLine, row: FieldRow, place: Place): undefined {
    const message = `"${row.label}" has no value; expected ${expectedOf(row)}`;
    this.list.add("empty_value", place, message, labelOf(one));
  }

  /** Composes the value of a line with a label. */
  private value(one: BoxLine, row: ValueRow, place: Place): unknown {
    if (isEmpty(one)) return this.empty(one, row, place);
    if (one.rest !== undefined) this.wrapped(one, place);
    const text = valueText(this.source, one);
    if (text === "") return this.empty(one, row, place);
    const read = readValue(row, text);
    if (read === undefined) {
      const message = `${quote(text)} is no ${row.label}; expected ${VALUE_RULES[row.kind].expected}`;
      this.list.add(INVALID[row.kind], place, message, ...endsOfValue(one));
      return undefined;
    }
    if (read.mended) {
      const message = `${quote(text)} was read as ${read.value}; expected ${VALUE_RULES[row.kind].expected}`;
      this.list.add("rewritten_value", place, message, ...endsOfValue(one));
    }
    if (row.vouched) this.vouch(text, row, place, one);
    return read.value;
  }

  /** Warns of a word that is none of those known. */
  private vouch(text: string, row: ValueRow, place: Place, one: BoxLine): void {
    const { words = [] } = row;
    if (words.includes(text)) return;
    const word = text.toLowerCase();
    if (words.includes(word)) return;
    const near = words.find((known) => nearLabelEnds(word, known).includes(word.length));
    const hint = near === undefined ? `known are ${words.join(", ")}` : `did you mean "${near}"?`;
    this.list.add(
      "unfamiliar_word",
      place,
      `${quote(text)} is no known ${row.label}; ${hint}`,
      ...endsOfValue(one),
    );
  }

  /** Tells a value over several lines, or under its label. */
  private wrapped(one: BoxLine, place: Place): void {
    const message = "the value runs over several lines; it was read as one, joined with spaces";
    this.list.add("wrapped_text", place, message, ...endsOfValue(one));
  }

  private items(items: readonly BoxLine[], place: Place): string[] {
    return items.map((item, i) => {
      if (item.rest !== undefined && valuePieces(item, 2).length > 1) this.wrapped(item, place.at(i));
      const text = valueText(this.source, item);
      if (text === "") {
        const message = "a bullet without a text; expected an item";
        this.list.add("empty_value", place.at(i), message, bulletOf(item) as Piece);
      }
      return text;
    });
  }

  /** Composes entries by label: of several, the first that is right. Missing ones are told where all of them stand. */
  private entries(
    items: readonly BoxLine[],
    rows: readonly ValueRow[],
    place: Place,
    head?: BoxLine,
  ): Record<string, unknown> {
    for (const item of items) if (!hasLabel(item)) this.unknownEntry(item, place, rows);
    const values: Record<string, unknown> = {};
    for (const row of rows) {
      const own = place.at(row.key);
      const best = this.bestEntry(items, row, own);
      if (best === undefined) {
        const message = `the entry "${row.label}" is missing; expected ${expectedOf(row)}`;
        const first = head === undefined ? firstOf(items[0] as BoxLine) : labelOf(head);
        this.list.add("missing_entry", own, message, first, lastOf(items.at(-1) as BoxLine));
        continue;
      }
      values[row.key] = best.value;
      for (const item of items) {
        if (item.row !== row || item === best.node) continue;
        const message = `the entry "${row.label}" stands here once more; the first right one was taken`;
        this.list.add("duplicate_entry", own, message, firstOf(item), lastOf(item));
      }
    }
    return values;
  }

  /** Composes the entries of one row up to the first that is right; gives that, else the first, and keeps its issues. */
  private bestEntry(items: readonly BoxLine[], row: ValueRow, place: Place): Composed<BoxLine> | undefined {
    const start = this.list.size;
    let first: (Composed<BoxLine> & { readonly issues: readonly ParseIssue[] }) | undefined;
    for (const node of items) {
      if (node.row !== row) continue;
      const value = this.entry(node, row, place);
      if (value !== undefined) return { node, value };
      const issues = this.list.cut(start);
      first ??= { node, value, issues };
    }
    this.list.take(first?.issues ?? []);
    return first;
  }

  /** Composes one entry; undefined where it has an error. */
  private entry(one: BoxLine, row: ValueRow, place: Place): unknown {
    const { source } = this;
    const start = this.list.size;
    this.spelling(one, row, place);
    if (one.mark === one.end || source.text.charCodeAt(one.mark - 1) !== COLON) {
      const mark = markOf(one);
      const found = mark === undefined ? "none" : quote(source.slice(mark.from, mark.to));
      const message = `expected a colon between "${row.label}" and its value, found ${found}`;
      this.list.add("marked_label", place, message, mark ?? labelOf(one));
    }
    if (one.bullet === one.from) {
      this.list.add("missing_bullet", place, `the entry "${row.label}" has lost its bullet`, labelOf(one));
    }
    const value = this.value(one, row, place);
    return this.list.failedSince(start) ? undefined : value;
  }

  private unknownEntry(item: BoxLine, place: Place, rows: readonly ValueRow[]): void {
    const first = firstOf(item);
    const last = lastOf(item);
    const text = quote(this.source.slice(first.from, last.to));
    const known = rows.map(({ label }) => label).join(", ");
    const message = `${text} is no entry of this field and was left out; known are ${known}`;
    this.list.add("unknown_entry", place, message, first, last);
  }

  /** Composes records: one starts where an entry comes again, or one that stands before it in the table. */
  private records(items: readonly BoxLine[], rows: readonly ValueRow[], place: Place): unknown[] {
    const records: BoxLine[][] = [];
    let reached = rows.length;
    for (const item of items) {
      if (item.row === undefined) {
        this.unknownEntry(item, place, rows);
        continue;
      }
      const at = placeOf(item.row);
      if (at <= reached) records.push([]);
      records.at(-1)?.push(item);
      reached = at;
    }
    return records.map((record, i) => this.entries(record, rows, place.at(i)));
  }

  /**
   * Tells whether the source ends in a field though others must follow, so that its last line, or the rest of its
   * list, may be missing.
   */
  private isCut(node: FieldNode, row: FieldRow | undefined): boolean {
    if (!this.isLast) return false;
    const { lines, text } = this.source;
    const last = lastPiece(node);
    if (last.line !== lines.at(-1)) return false;
    const at = row === undefined ? -1 : placeOf(row);
    const isWhole = FIELDS.slice(at + 1).every(
      (later) => isOptional(later) || this.fields[placeOf(later)] !== undefined,
    );
    if (isWhole) return false;
    const ended = LINE_END.test(text.slice(last.line.to));
    return !ended || row?.kind === "list" || row?.kind === "records";
  }

  /** Carries a field that the table does not know under `extra`, and tells it. */
  private unknownField(node: FieldNode): void {
    const head = node.head as BoxLine;
    const name = this.source.slice(head.body, head.end);
    const place = META.at("extra").at(name);
    if (name === "__proto__") {
      const message = 'a field named "__proto__" is not carried: as a key it would change the object itself';
      this.list.add("unknown_field", place, message, firstPiece(node), lastPiece(node));
    } else if (Object.hasOwn(this.extra, name)) {
      this.duplicate(node, place, quote(name));
    } else if (this.isCut(node, undefined)) {
      const message = `the source ends within ${quote(name)}, before fields that must follow; its value cannot be trusted`;
      this.list.add("cut_short", place, message, firstPiece(node), lastPiece(node));
    } else {
      const start = this.list.size;
      if (node.items.length === 0 && head.rest !== undefined) this.wrapped(head, place);
      const value = node.items.length > 0 ? this.items(node.items, place) : valueText(this.source, head);
      const isWhole = !this.list.failedSince(start);
      if (isWhole) this.extra[name] = value;
      else this.leftOut(node, quote(name), place, start);
      const message = isWhole
        ? `${quote(name)} is no field that is known; it was kept under extra, as it stands`
        : `${quote(name)} is no field that is known`;
      this.list.add("unknown_field", place, message, labelOf(head));
    }
  }

  private stray({ lines }: Stray): void {
    const first = visible(lines[0] as Line);
    const last = visible(lines.at(-1) as Line);
    const text = quote(this.source.text.slice(first.from, last.to));
    const message = `${text} fits no field and was left out; if it belongs to one, put it on that field's line`;
    this.list.add("stray_text", META, message, first, last);
  }
}

/** The first and the last piece of a value. */
const endsOfValue = (one: BoxLine): [Piece, Piece] => [
  valuePieces(one, 1)[0] as Piece,
  lastOfValue(one) as Piece,
];

/** What stands between an entry's label and its value. */
const COLON = 0x3a;

/** Tells whether the box leaves a field out where it has nothing to say. */
const isOptional = (row: FieldRow): boolean => row.kind === "records" && row.optional === true;

/** What a field or an entry is expected to hold, for messages. */
function expectedOf(row: FieldRow | ValueRow): string {
  if (isValueRow(row)) return VALUE_RULES[row.kind].expected;
  if (row.kind === "list") return "a list";
  return `a list of ${row.entries.map(({ label }) => label).join(", ")}`;
}
