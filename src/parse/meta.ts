import { FIELDS, type FieldRow, isValueRow, type ValueKind, type ValueRow } from "../format/fields.ts";
import { readValue, VALUE_RULES } from "../format/values.ts";
import type { PartialMeta } from "../schema/post.ts";
import { nearLabelEnds } from "../syntax/labels.ts";
import { endsSentence } from "../syntax/look.ts";
import type { BoxNode, FieldNode, Item, Label, Piece, Stray } from "../syntax/nodes.ts";
import { firstPiece, itemPieces, lastPiece, startOfBox, visible } from "../syntax/pieces.ts";
import { LINE_END, type Line, type Source } from "../syntax/scan.ts";
import type { IssueCode } from "./codes.ts";
import { IssueList } from "./issues.ts";
import { quote } from "./quote.ts";

type Path = (string | number)[];

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

/** A field as composed: its value, if it is whole, and what is to be told. */
interface Composed {
  readonly value: unknown;
  readonly list: IssueList;
}

/** Tells whether a value has all that its field has in known posts: an end, a second part. */
function isFinished(row: FieldRow, value: unknown): boolean {
  if (row.kind === "sentence") return endsSentence(String(value));
  return !("joint" in row) || row.joint === undefined || String(value).includes(row.joint);
}

/** Composes the fields of one box: every one that is whole, and an issue for each problem of the others. */
export class MetaComposer {
  private readonly values: Record<string, unknown> = {};
  private readonly extra: Record<string, string | string[]> = {};
  private readonly fields = new Map<FieldRow, FieldNode[]>();

  constructor(
    private readonly source: Source,
    private readonly box: BoxNode,
    private readonly list: IssueList,
  ) {
    for (const node of box.children) {
      if (node.type !== "field" || node.row === undefined) continue;
      const nodes = this.fields.get(node.row);
      if (nodes === undefined) this.fields.set(node.row, [node]);
      else nodes.push(node);
    }
  }

  /** How many fields of the table the box has. */
  get size(): number {
    return this.fields.size;
  }

  compose(): PartialMeta {
    for (const row of FIELDS) this.field(row);
    for (const node of this.box.children) {
      if (node.type === "stray") this.stray(node);
      else if (node.row === undefined) this.unknownField(node);
    }
    return { ...this.values, extra: this.extra } as PartialMeta;
  }

  /** Composes a field of the table: of several, the first that is whole. */
  private field(row: FieldRow): void {
    const path = ["meta", row.key];
    const nodes = this.fields.get(row);
    if (nodes === undefined) {
      this.missing(row, path);
      return;
    }
    const { node: taken, value, list } = this.bestOf(nodes, row, path);
    this.list.take(list);
    if (value !== undefined) this.values[row.key] = value;
    for (const node of nodes) if (node !== taken) this.duplicate(node, path, `"${row.label}"`);
  }

  /** Composes the fields of one label up to the first that is whole; gives that, else the best there is. */
  private bestOf(nodes: readonly FieldNode[], row: FieldRow, path: Path): Composed & { node: FieldNode } {
    let best: (Composed & { node: FieldNode }) | undefined;
    for (const node of nodes) {
      const composed = { ...this.composeField(node, row, path), node };
      const isWhole = composed.value !== undefined && isFinished(row, composed.value);
      if (best === undefined || isWhole || (best.value === undefined && composed.value !== undefined))
        best = composed;
      if (isWhole) break;
    }
    return best as Composed & { node: FieldNode };
  }

  private duplicate(node: FieldNode, path: Path, label: string): void {
    const message = `${label} stands here once more; the first whole one was taken, take this one out`;
    this.list.add("duplicate_field", path, message, firstPiece(node), lastPiece(node));
  }

  /** Tells a field that is missing, where it was expected: after the field before it in the table. */
  private missing(row: FieldRow, path: Path): void {
    if ("optional" in row && row.optional) {
      if (this.mayBeAbsent(row)) this.values[row.key] = [];
      return;
    }
    const before = FIELDS.slice(0, placeOf(row)).reverse();
    const neighbour = before.map((other) => this.fields.get(other)?.[0]).find((node) => node !== undefined);
    const message = `the box has no field "${row.label}"; expected ${expectedOf(row)} after that label`;
    this.list.add("missing_field", path, message, neighbour ? firstPiece(neighbour) : startOfBox(this.box));
  }

  /** Tells whether the box goes on after the place of an optional field, so that it was left out, not cut off. */
  private mayBeAbsent(row: FieldRow): boolean {
    return FIELDS.slice(placeOf(row)).some((later) => this.fields.has(later));
  }

  private composeField(node: FieldNode, row: FieldRow, path: Path): Composed {
    const list = new IssueList();
    if (node.label === undefined) this.lostLabel(node, row, path, list);
    else this.label(node.label, row, path, list);
    let value: unknown;
    if (isValueRow(row)) value = this.value(node.value, row, path, node.label as Label, list);
    else if (node.items.length === 0) this.empty(node.label as Label, row, path, list);
    else if (row.kind === "list") value = this.items(node.items, path, list);
    else if (row.kind === "entries")
      value = this.entries(node.items, row.entries, path, [firstPiece(node), lastPiece(node)], list);
    else if (!node.items.some(({ label }) => label !== undefined))
      this.empty(node.label as Label, row, path, list);
    else value = this.records(node.items, row.entries, path, list);
    if (this.isCut(node, row, list)) {
      const message = `the source ends within "${row.label}", before fields that must follow; its value cannot be trusted`;
      const first = isValueRow(row) ? (node.value[0] ?? firstPiece(node)) : firstPiece(node);
      list.add("cut_short", path, message, first, lastPiece(node));
    }
    if (node.flat) {
      const message = `the items of "${row.label}" stand on the line of their label; they were told by their bullets`;
      list.add("flattened_list", path, message, firstPiece(node), lastPiece(node));
    }
    if (!list.failed) return { value, list };
    if (node.items.length > 0) this.leftOut(node, row, path, list);
    return { value: undefined, list };
  }

  /** Tells which lines go with a field that has an error, unless the error covers them itself. */
  private leftOut(node: FieldNode, row: FieldRow, path: Path, list: IssueList): void {
    const [first, last] = [itemPieces(node.items[0] as Item)[0] as Piece, lastPiece(node)];
    const isCovered = list.issues.some(
      ({ severity, position: { start, end } }) =>
        severity === "error" && start.offset <= first.from && end.offset >= last.to,
    );
    if (isCovered) return;
    const message = `"${row.label}" is left out as a whole, since part of it is wrong; what stands here goes with it`;
    list.add("field_left_out", path, message, first, last);
  }

  private lostLabel(node: FieldNode, row: FieldRow, path: Path, list: IssueList): void {
    const how = row.kind === "list" ? "the place they stand in" : "their own labels";
    const message = `the label "${row.label}" is missing above these items, which were told by ${how}; put it back`;
    list.add("missing_label", path, message, firstPiece(node), lastPiece(node));
  }

  /** Tells what is odd about a label: its spelling, or a mark between it and its value. */
  private label(label: Label, row: FieldRow | ValueRow, path: Path, list: IssueList): void {
    const { piece, mark, spelling } = label;
    const text = quote(this.source.slice(piece.from, piece.to));
    if (spelling === "near") {
      list.add(
        "misspelled_label",
        path,
        `unknown label ${text}; did you mean "${row.label}"? It was read so`,
        piece,
      );
    } else if (spelling === "unsure") {
      const message = `unknown label near ${text}; did you mean "${row.label}"? Where its value starts cannot be told`;
      list.add("ambiguous_label", path, message, piece);
    }
    if (mark !== undefined) {
      const sign = this.source.slice(mark.from, mark.to);
      const message = `"${sign}" stands between "${row.label}" and its value; canonical text has nothing there`;
      list.add("marked_label", path, message, mark);
    }
  }

  private empty(label: Label, row: FieldRow | ValueRow, path: Path, list: IssueList): undefined {
    const message = `"${row.label}" has no value; expected ${expectedOf(row)}`;
    list.add("empty_value", path, message, label.piece);
  }

  /** Composes one value from its pieces. */
  private value(pieces: readonly Piece[], row: ValueRow, path: Path, label: Label, list: IssueList): unknown {
    const text = this.text(pieces, path, list, label.piece.line);
    if (text === "") return this.empty(label, row, path, list);
    const [first, last] = [pieces[0] as Piece, pieces.at(-1) as Piece];
    const read = readValue(row, text);
    if (read === undefined) {
      const message = `${quote(text)} is no ${row.label}; expected ${VALUE_RULES[row.kind].expected}`;
      list.add(INVALID[row.kind], path, message, first, last);
      return undefined;
    }
    if (read.mended) {
      const message = `${quote(text)} was read as ${read.value}; expected ${VALUE_RULES[row.kind].expected}`;
      list.add("rewritten_value", path, message, first, last);
    }
    if (row.vouched) this.vouch(text, row, path, first, last, list);
    return read.value;
  }

  /** Warns of a word that is none of those known. */
  private vouch(text: string, row: ValueRow, path: Path, first: Piece, last: Piece, list: IssueList): void {
    const { words = [] } = row;
    const word = text.toLowerCase();
    if (words.includes(word)) return;
    const near = words.find((known) => nearLabelEnds(word, known).includes(word.length));
    const hint = near === undefined ? `known are ${words.join(", ")}` : `did you mean "${near}"?`;
    list.add("unfamiliar_word", path, `${quote(text)} is no known ${row.label}; ${hint}`, first, last);
  }

  /** Joins the pieces of a text; a text over several lines, or under its label, is told as wrapped. */
  private text(pieces: readonly Piece[], path: Path, list: IssueList, labelLine: Line | undefined): string {
    const [first, last] = [pieces[0], pieces.at(-1)];
    if (first === undefined || last === undefined) return "";
    if (last.line !== (labelLine ?? first.line)) {
      const message = "the value runs over several lines; it was read as one, joined with spaces";
      list.add("wrapped_text", path, message, first, last);
    }
    return pieces.map(({ from, to }) => this.source.slice(from, to)).join(" ");
  }

  private items(items: readonly Item[], path: Path, list: IssueList): string[] {
    return items.map((item, i) => {
      const text = this.text(item.value, [...path, i], list, undefined);
      if (text === "") {
        list.add(
          "empty_value",
          [...path, i],
          "a bullet without a text; expected an item",
          item.bullet as Piece,
        );
      }
      return text;
    });
  }

  /** Composes entries by label: of several, the first that is right. `place` is where missing ones are told: all of them. */
  private entries(
    items: readonly Item[],
    rows: readonly ValueRow[],
    path: Path,
    place: readonly [Piece, Piece],
    list: IssueList,
  ): Record<string, unknown> {
    const byRow = new Map<ValueRow, Item[]>();
    for (const item of items) {
      const row = item.label?.row as ValueRow | undefined;
      if (row === undefined) this.unknownEntry(item, path, list, rows);
      else if (byRow.has(row)) byRow.get(row)?.push(item);
      else byRow.set(row, [item]);
    }
    const values: Record<string, unknown> = {};
    for (const row of rows) {
      const results = (byRow.get(row) ?? []).map((item) => this.entry(item, row, [...path, row.key]));
      const taken = Math.max(
        0,
        results.findIndex(({ value }) => value !== undefined),
      );
      const result = results[taken];
      if (result === undefined) {
        const message = `the entry "${row.label}" is missing; expected ${expectedOf(row)}`;
        list.add("missing_entry", [...path, row.key], message, ...place);
        continue;
      }
      list.take(result.list);
      values[row.key] = result.value;
      (byRow.get(row) as Item[]).forEach((item, i) => {
        if (i === taken) return;
        const pieces = itemPieces(item);
        const message = `the entry "${row.label}" stands here once more; the first right one was taken`;
        list.add("duplicate_entry", [...path, row.key], message, pieces[0] as Piece, pieces.at(-1));
      });
    }
    return values;
  }

  private entry(item: Item, row: ValueRow, path: Path): Composed {
    const list = new IssueList();
    const label = item.label as Label;
    if (label.spelling !== "exact") this.label({ ...label, mark: undefined }, row, path, list);
    const sign = label.mark === undefined ? "" : this.source.slice(label.mark.from, label.mark.to);
    if (sign !== ":") {
      const message = `expected a colon between "${row.label}" and its value, found ${sign === "" ? "none" : quote(sign)}`;
      list.add("marked_label", path, message, label.mark ?? label.piece);
    }
    if (item.bullet === undefined && item.label !== undefined) {
      list.add("missing_bullet", path, `the entry "${row.label}" has lost its bullet`, label.piece);
    }
    const value = this.value(item.value, row, path, label, list);
    return { value: list.failed ? undefined : value, list };
  }

  private unknownEntry(item: Item, path: Path, list: IssueList, rows: readonly ValueRow[]): void {
    const pieces = itemPieces(item);
    const text = quote(this.source.slice((pieces[0] as Piece).from, (pieces.at(-1) as Piece).to));
    const known = rows.map(({ label }) => label).join(", ");
    const message = `${text} is no entry of this field and was left out; known are ${known}`;
    list.add("unknown_entry", path, message, pieces[0] as Piece, pieces.at(-1));
  }

  /** Composes records: one starts where an entry comes again, or one that stands before it in the table. */
  private records(items: readonly Item[], rows: readonly ValueRow[], path: Path, list: IssueList): unknown[] {
    const records: Item[][] = [];
    let reached = rows.length;
    for (const item of items) {
      const at = rows.indexOf(item.label?.row as ValueRow);
      if (at < 0) {
        this.unknownEntry(item, path, list, rows);
        continue;
      }
      if (at <= reached) records.push([]);
      records.at(-1)?.push(item);
      reached = at;
    }
    return records.map((record, i) => {
      const pieces = record.flatMap(itemPieces);
      const place = [pieces[0] as Piece, pieces.at(-1) as Piece] as const;
      return this.entries(record, rows, [...path, i], place, list);
    });
  }

  /**
   * Tells whether the source ends in a field though others must follow, so that its last line, or the rest of its
   * list, may be missing.
   */
  private isCut(node: FieldNode, row: FieldRow | undefined, list: IssueList): boolean {
    const { lines, text } = this.source;
    const last = lastPiece(node);
    if (list.failed || last.line !== lines.at(-1)) return false;
    const at = row === undefined ? -1 : placeOf(row);
    const isWhole = FIELDS.slice(at + 1).every((later) => "optional" in later || this.fields.has(later));
    if (isWhole) return false;
    const ended = LINE_END.test(text.slice(last.line.to));
    return !ended || row?.kind === "list" || row?.kind === "records";
  }

  /** Carries a field that the table does not know under `extra`, and tells it. */
  private unknownField(node: FieldNode): void {
    const label = node.label as Label;
    const name = this.source.slice(label.piece.from, label.piece.to);
    const path = ["meta", "extra", name];
    if (name === "__proto__") {
      const message = 'a field named "__proto__" is not carried: as a key it would change the object itself';
      this.list.add("unknown_field", path, message, firstPiece(node), lastPiece(node));
    } else if (Object.hasOwn(this.extra, name)) {
      this.duplicate(node, path, quote(name));
    } else if (this.isCut(node, undefined, new IssueList())) {
      const message = `the source ends within ${quote(name)}, before fields that must follow; its value cannot be trusted`;
      this.list.add("cut_short", path, message, firstPiece(node), lastPiece(node));
    } else {
      const list = new IssueList();
      const value =
        node.items.length > 0
          ? this.items(node.items, path, list)
          : this.text(node.value, path, list, label.piece.line);
      this.list.take(list);
      if (!list.failed) this.extra[name] = value;
      const message = `${quote(name)} is no field that is known; it was kept under extra, as it stands`;
      this.list.add("unknown_field", path, message, label.piece);
    }
  }

  private stray({ lines }: Stray): void {
    const [first, last] = [visible(lines[0] as Line), visible(lines.at(-1) as Line)];
    const text = quote(this.source.text.slice(first.from, last.to));
    const message = `${text} fits no field and was left out; if it belongs to one, put it on that field's line`;
    this.list.add("stray_text", ["meta"], message, first, last);
  }
}

/** The place of a row in the table. */
const placeOf = (row: FieldRow): number => FIELDS.findIndex(({ key }) => key === row.key);

/** What a field or an entry is expected to hold, for messages. */
function expectedOf(row: FieldRow | ValueRow): string {
  if (isValueRow(row)) return VALUE_RULES[row.kind].expected;
  if (row.kind === "list") return "a list";
  return `a list of ${row.entries.map(({ label }) => label).join(", ")}`;
}
