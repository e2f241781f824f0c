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
import { nearLabelEnds } from "../syntax/labels.ts";
import { endsSentence } from "../syntax/look.ts";
import type { BoxNode, FieldNode, Item, Label, Piece, Stray } from "../syntax/nodes.ts";
import {
  endOfBox,
  firstOfItem,
  firstPiece,
  lastOfItem,
  lastPiece,
  markOf,
  startOfBox,
  textOf,
  visible,
} from "../syntax/pieces.ts";
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

/** A field or an entry as composed: its value, if it is whole, and what is to be told. */
interface Composed<Node> {
  readonly node: Node;
  readonly value: unknown;
  readonly issues: readonly ParseIssue[];
}

/** Tells whether a value has all that its field has in known posts: an end, a second part. */
function isFinished(row: FieldRow, value: unknown): boolean {
  if (row.kind === "sentence") return endsSentence(String(value));
  return !isValueRow(row) || row.joint === undefined || String(value).includes(row.joint);
}

/** Composes the fields of one box: every one that is whole, and an issue for each problem of the others. */
export class MetaComposer {
  private readonly values: Record<string, unknown> = {};
  private readonly extra: Record<string, string | string[]> = {};
  /** The fields of the box by their place in the table. */
  private readonly fields: (FieldNode[] | undefined)[] = FIELDS.map(() => undefined);

  /** Whether the source ends with the box, so that its last field may be cut. */
  private readonly isLast: boolean;

  constructor(
    private readonly source: Source,
    private readonly box: BoxNode,
    private readonly list: IssueList,
  ) {
    this.isLast = endOfBox(box).line === source.lines.at(-1);
    for (const node of box.children) {
      if (node.type !== "field" || node.row === undefined) continue;
      const place = placeOf(node.row);
      const nodes = this.fields[place];
      if (nodes === undefined) this.fields[place] = [node];
      else nodes.push(node);
    }
  }

  /** How many fields of the table the box has. */
  get size(): number {
    return this.fields.filter((nodes) => nodes !== undefined).length;
  }

  compose(): PartialMeta {
    for (const row of FIELDS) this.field(row);
    for (const node of this.box.children) {
      if (node.type === "stray") this.stray(node);
      else if (node.row === undefined) this.unknownField(node);
    }
    this.values.extra = this.extra;
    return this.values as PartialMeta;
  }

  /** Composes a field of the table: of several, the first that is whole. */
  private field(row: FieldRow): void {
    const place = META.at(row.key);
    const nodes = this.fields[placeOf(row)];
    if (nodes === undefined) {
      this.missing(row, place);
      return;
    }
    const { node: taken, value, issues } = this.bestOf(nodes, row, place);
    this.list.take(issues);
    if (value !== undefined) this.values[row.key] = value;
    for (const node of nodes) if (node !== taken) this.duplicate(node, place, `"${row.label}"`);
  }

  /** Composes the fields of one label up to the first that is whole; gives that, else the best there is. */
  private bestOf(nodes: readonly FieldNode[], row: FieldRow, place: Place): Composed<FieldNode> {
    const start = this.list.size;
    let best: Composed<FieldNode> | undefined;
    for (const node of nodes) {
      const value = this.composeField(node, row, place);
      const issues = this.list.cut(start);
      const isWhole = value !== undefined && isFinished(row, value);
      if (best === undefined || isWhole || (best.value === undefined && value !== undefined))
        best = { node, value, issues };
      if (isWhole) break;
    }
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
    const neighbour = before.find((nodes) => nodes !== undefined)?.[0];
    const message = `the box has no field "${row.label}"; expected ${expectedOf(row)} after that label`;
    this.list.add("missing_field", place, message, neighbour ? firstPiece(neighbour) : startOfBox(this.box));
  }

  /** Tells whether the box goes on after the place of an optional field, so that it was left out, not cut off. */
  private mayBeAbsent(row: FieldRow): boolean {
    return this.fields.slice(placeOf(row)).some((nodes) => nodes !== undefined);
  }

  /** Composes one field; undefined where it has an error. */
  private composeField(node: FieldNode, row: FieldRow, place: Place): unknown {
    const start = this.list.size;
    if (node.label === undefined) this.lostLabel(node, row, place);
    else this.label(node.label, row, place);
    let value: unknown;
    if (isValueRow(row)) value = this.value(node.value, row, place, node.label as Label);
    else if (node.items.length === 0) this.empty(node.label as Label, row, place);
    else if (row.kind === "list") value = this.items(node.items, place);
    else if (row.kind === "entries") value = this.entries(node.items, row.entries, place, node.label);
    else if (!node.items.some(({ label }) => label !== undefined))
      this.empty(node.label as Label, row, place);
    else value = this.records(node.items, row.entries, place);
    if (!this.list.failedSince(start) && this.isCut(node, row)) {
      const message = `the source ends within "${row.label}", before fields that must follow; its value cannot be trusted`;
      const first = isValueRow(row) ? (node.value[0] ?? firstPiece(node)) : firstPiece(node);
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

  /** Tells which lines go with a field that has an error, unless an error since `start` covers them itself. */
  private leftOut(node: FieldNode, label: string, place: Place, start: number): void {
    const first = firstOfItem(node.items[0] as Item);
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
  private label(label: Label, row: FieldRow | ValueRow, place: Place): void {
    this.spelling(label, row, place);
    const mark = markOf(label);
    if (mark === undefined) return;
    const sign = this.source.slice(mark.from, mark.to);
    const message = `"${sign}" stands between "${row.label}" and its value; canonical text has nothing there`;
    this.list.add("marked_label", place, message, mark);
  }

  /** Tells a label that is one edit away from that of its row. */
  private spelling(label: Label, row: FieldRow | ValueRow, place: Place): void {
    if (label.spelling === "exact") return;
    const text = quote(this.source.slice(label.from, label.to));
    if (label.spelling === "near") {
      const message = `unknown label ${text}; did you mean "${row.label}"? It was read so`;
      this.list.add("misspelled_label", place, message, label);
    } else {
      const message = `unknown label near ${text}; did you mean "${row.label}"? Where its value starts cannot be told`;
      this.list.add("ambiguous_label", place, message, label);
    }
  }

  private empty(label: Label, row: FieldRow | ValueRow, place: Place): undefined {
    const message = `"${row.label}" has no value; expected ${expectedOf(row)}`;
    this.list.add("empty_value", place, message, label);
  }

  /** Composes one value from its pieces. */
  private value(pieces: readonly Piece[], row: ValueRow, place: Place, label: Label): unknown {
    const text = this.text(pieces, place, label.line);
    if (text === "") return this.empty(label, row, place);
    const first = pieces[0] as Piece;
    const last = pieces.at(-1) as Piece;
    const read = readValue(row, text);
    if (read === undefined) {
      const message = `${quote(text)} is no ${row.label}; expected ${VALUE_RULES[row.kind].expected}`;
      this.list.add(INVALID[row.kind], place, message, first, last);
      return undefined;
    }
    if (read.mended) {
      const message = `${quote(text)} was read as ${read.value}; expected ${VALUE_RULES[row.kind].expected}`;
      this.list.add("rewritten_value", place, message, first, last);
    }
    if (row.vouched) this.vouch(text, row, place, first, last);
    return read.value;
  }

  /** Warns of a word that is none of those known. */
  private vouch(text: string, row: ValueRow, place: Place, first: Piece, last: Piece): void {
    const { words = [] } = row;
    const word = text.toLowerCase();
    if (words.includes(word)) return;
    const near = words.find((known) => nearLabelEnds(word, known).includes(word.length));
    const hint = near === undefined ? `known are ${words.join(", ")}` : `did you mean "${near}"?`;
    this.list.add("unfamiliar_word", place, `${quote(text)} is no known ${row.label}; ${hint}`, first, last);
  }

  /** Joins the pieces of a text; a text over several lines, or under its label, is told as wrapped. */
  private text(pieces: readonly Piece[], place: Place, labelLine: Line | undefined): string {
    const first = pieces[0];
    const last = pieces.at(-1);
    if (first === undefined || last === undefined) return "";
    if (last.line !== (labelLine ?? first.line)) {
      const message = "the value runs over several lines; it was read as one, joined with spaces";
      this.list.add("wrapped_text", place, message, first, last);
    }
    return textOf(this.source, pieces);
  }

  private items(items: readonly Item[], place: Place): string[] {
    return items.map((item, i) => {
      const own = place.at(i);
      const text = this.text(item.value, own, undefined);
      if (text === "") {
        this.list.add("empty_value", own, "a bullet without a text; expected an item", item.bullet as Piece);
      }
      return text;
    });
  }

  /** Composes entries by label: of several, the first that is right. Missing ones are told where all of them stand. */
  private entries(
    items: readonly Item[],
    rows: readonly ValueRow[],
    place: Place,
    label?: Label,
  ): Record<string, unknown> {
    for (const item of items) if (item.label === undefined) this.unknownEntry(item, place, rows);
    const values: Record<string, unknown> = {};
    for (const row of rows) {
      const own = place.at(row.key);
      const best = this.bestEntry(items, row, own);
      if (best === undefined) {
        const message = `the entry "${row.label}" is missing; expected ${expectedOf(row)}`;
        const first = label ?? firstOfItem(items[0] as Item);
        this.list.add("missing_entry", own, message, first, lastOfItem(items.at(-1) as Item));
        continue;
      }
      this.list.take(best.issues);
      values[row.key] = best.value;
      for (const item of items) {
        if (item.label?.row !== row || item === best.node) continue;
        const message = `the entry "${row.label}" stands here once more; the first right one was taken`;
        this.list.add("duplicate_entry", own, message, firstOfItem(item), lastOfItem(item));
      }
    }
    return values;
  }

  /** Composes the entries of one row up to the first that is right; gives that, else the first. */
  private bestEntry(items: readonly Item[], row: ValueRow, place: Place): Composed<Item> | undefined {
    const start = this.list.size;
    let first: Composed<Item> | undefined;
    for (const node of items) {
      if (node.label?.row !== row) continue;
      const value = this.entry(node, row, place);
      const issues = this.list.cut(start);
      if (value !== undefined) return { node, value, issues };
      first ??= { node, value, issues };
    }
    return first;
  }

  /** Composes one entry; undefined where it has an error. */
  private entry(item: Item, row: ValueRow, place: Place): unknown {
    const { source } = this;
    const start = this.list.size;
    const label = item.label as Label;
    this.spelling(label, row, place);
    if (label.mark === label.to || source.text.charCodeAt(label.mark - 1) !== COLON) {
      const mark = markOf(label);
      const found = mark === undefined ? "none" : quote(source.slice(mark.from, mark.to));
      const message = `expected a colon between "${row.label}" and its value, found ${found}`;
      this.list.add("marked_label", place, message, mark ?? label);
    }
    if (item.bullet === undefined) {
      this.list.add("missing_bullet", place, `the entry "${row.label}" has lost its bullet`, label);
    }
    const value = this.value(item.value, row, place, label);
    return this.list.failedSince(start) ? undefined : value;
  }

  private unknownEntry(item: Item, place: Place, rows: readonly ValueRow[]): void {
    const first = firstOfItem(item);
    const last = lastOfItem(item);
    const text = quote(this.source.slice(first.from, last.to));
    const known = rows.map(({ label }) => label).join(", ");
    const message = `${text} is no entry of this field and was left out; known are ${known}`;
    this.list.add("unknown_entry", place, message, first, last);
  }

  /** Composes records: one starts where an entry comes again, or one that stands before it in the table. */
  private records(items: readonly Item[], rows: readonly ValueRow[], place: Place): unknown[] {
    const records: Item[][] = [];
    let reached = rows.length;
    for (const item of items) {
      const at = rows.indexOf(item.label?.row as ValueRow);
      if (at < 0) {
        this.unknownEntry(item, place, rows);
        continue;
      }
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
    const label = node.label as Label;
    const name = this.source.slice(label.from, label.to);
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
      const value =
        node.items.length > 0 ? this.items(node.items, place) : this.text(node.value, place, label.line);
      const isWhole = !this.list.failedSince(start);
      if (isWhole) this.extra[name] = value;
      else this.leftOut(node, quote(name), place, start);
      const message = isWhole
        ? `${quote(name)} is no field that is known; it was kept under extra, as it stands`
        : `${quote(name)} is no field that is known`;
      this.list.add("unknown_field", place, message, label);
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
