import { FIELDS, type FieldRow, isValueRow, type ValueRow } from "../format/fields.ts";
import { readValue } from "../format/values.ts";
import {
  ALL_ENTRY_LABELS,
  canHold,
  ENTRY_LABELS,
  FIELD_LABELS,
  fieldLabelAt,
  isEntry,
  isLoose,
  isReadable,
  labelOf,
  nearEntry,
  OWNERS,
  type Reading,
  unknownLabel,
} from "./field-labels.ts";
import { splitFlat } from "./flat.ts";
import { type LabelIndex, type Match, nearLabelEnds, valueStart } from "./labels.ts";
import { endsSentence } from "./look.ts";
import type { FieldNode, Label, Piece, Stray } from "./nodes.ts";
import { bulletOf, visible } from "./pieces.ts";
import { hasBullet, type Line, type Source } from "./scan.ts";

/**
 * The box grammar. A line without a bullet starts a field, goes on with a value that was wrapped, or fits nowhere;
 * a line with one is an item of the field it stands under, unless it names itself as an entry of a field whose
 * label is lost, or stands where such a field belongs.
 */

/** The row after each row of the table. */
const NEXT_ROW = new Map<FieldRow, FieldRow | undefined>(FIELDS.map((row, i) => [row, FIELDS[i + 1]]));

/** A value that the next line may go on with. */
interface Tail {
  /** Absent for values of fields that the table does not know, and for items of lists. */
  readonly row: ValueRow | undefined;
  readonly value: Piece[];
}

/** A capital at the start: posts are lower-cased, page furniture is not. */
const CAPITAL = /^\p{Lu}/u;

/** Line lengths at which mail programs wrap; a text whose longest line is outside was not wrapped. */
const MIN_WRAP = 40;
const MAX_WRAP = 130;

/** Parses the lines of a box, its heading left out. */
export function parseBoxLines(source: Source, lines: readonly Line[]): (FieldNode | Stray)[] {
  return new BoxGrammar(source, lines).parse();
}

class BoxGrammar {
  private readonly nodes: (FieldNode | Stray)[] = [];
  /** The label that each line starts with, as far as it is spelled right. */
  private readonly labels: readonly (Match<FieldRow> | undefined)[];
  /** How often each field is labelled. */
  private readonly count = new Map<FieldRow, number>();
  private field: FieldNode | undefined;
  /** The entries that the current field has. */
  private entries = new Set<ValueRow>();
  private tail: Tail | undefined;
  /** Up to here, no line ends the sentence that is open. */
  private noEndBefore = 0;
  private width: number | undefined;
  private capitals: boolean | undefined;

  constructor(
    private readonly source: Source,
    private readonly lines: readonly Line[],
  ) {
    this.labels = lines.map((line) => fieldLabelAt(source, line));
    for (const label of this.labels) {
      if (label !== undefined) this.count.set(label.row, (this.count.get(label.row) ?? 0) + 1);
    }
  }

  parse(): (FieldNode | Stray)[] {
    let at = 0;
    while (at < this.lines.length) {
      at += hasBullet(this.line(at)) && !this.isDash(at) ? this.item(at) : this.unbulleted(at);
    }
    return this.nodes;
  }

  /** Tells whether the bullet of a line is a dash within an open sentence that was wrapped before it. */
  private isDash(at: number): boolean {
    return (
      this.tail?.row?.kind === "sentence" &&
      this.isOpen(this.tail) &&
      !this.namedField(at) &&
      this.endOfSentence(at, this.tail) > 0
    );
  }

  private line(at: number): Line {
    return this.lines[at] as Line;
  }

  /** Reads a line without a bullet, and the lines that go on with it. Gives their number. */
  private unbulleted(at: number): number {
    const line = this.line(at);
    const label = this.labels[at];
    if (label !== undefined && !this.readsOn(at) && !this.isOther(at, label)) {
      return this.startField(line, { ...label, spelling: "exact" });
    }
    const rest = this.restOfValue(at);
    if (rest > 0) {
      for (const wrapped of this.lines.slice(at, at + rest)) this.tail?.value.push(visible(wrapped));
      return rest;
    }
    const text = this.source.raw(line);
    if (this.field?.row !== undefined && this.startEntry(line, text, this.field.row, undefined)) return 1;
    const near = this.nearLabel(text);
    if (near !== undefined) return this.startField(line, near);
    if (this.isUnknownField(at, text)) return this.startUnknown(line, text);
    return this.stray(line);
  }

  /** Tells whether a line is the rest of a value though it starts with the word of a label. */
  private readsOn(at: number): boolean {
    const label = this.labels[at];
    return label !== undefined && isLoose(label) && this.restOfValue(at) > 0;
  }

  /** Tells whether a label that stands elsewhere, too, is here but the start of a longer one: `topics: …`. */
  private isOther(at: number, label: Match<FieldRow>): boolean {
    const text = this.source.raw(this.line(at));
    const count = this.count.get(label.row) ?? 0;
    if (label.mark > label.end || label.end === text.length || count < 2) return false;
    const other = this.isUnknownField(at, text);
    if (other) this.count.set(label.row, count - 1);
    return other;
  }

  private startField(line: Line, reading: Reading<FieldRow>): number {
    const { row, value, spelling } = reading;
    if (spelling !== "exact") this.count.set(row, 1);
    const from = line.body + value;
    const field = this.push(row, labelOf(line, line.body, reading));
    if (from === line.to) {
      this.tail = isValueRow(row) ? { row, value: field.value } : undefined;
    } else if (isValueRow(row)) {
      field.value.push({ line, from, to: line.to });
      this.tail = { row, value: field.value };
    } else {
      this.flatItems(line, from, row);
    }
    return 1;
  }

  private push(row: FieldRow | undefined, label: Label | undefined): FieldNode {
    const field: FieldNode = { type: "field", row, label, value: [], items: [], flat: false };
    this.nodes.push(field);
    this.field = field;
    this.entries = new Set();
    this.tail = undefined;
    return field;
  }

  /** Adds the items that stand on the line of their label. */
  private flatItems(line: Line, start: number, row: FieldRow): void {
    (this.field as FieldNode).flat = true;
    for (const { bullet, from, to } of splitFlat(this.source.text.slice(start, line.to))) {
      const mark = bullet && { line, from: start + bullet.from, to: start + bullet.to };
      this.addItem(row, { line, from: start + from, to: start + to }, mark);
    }
  }

  /** Adds an item to the current field; in fields with entries, by the entry it names. */
  private addItem(row: FieldRow, piece: Piece, bullet: Piece | undefined): void {
    const text = this.source.text.slice(piece.from, piece.to);
    if (isValueRow(row) || row.kind === "list" || !this.startEntry(piece.line, text, row, bullet, piece)) {
      this.addValue(undefined, undefined, piece, bullet);
    }
  }

  private addValue(
    label: Label | undefined,
    row: ValueRow | undefined,
    piece: Piece,
    bullet: Piece | undefined,
  ): void {
    const value = piece.from < piece.to ? [piece] : [];
    this.field?.items.push({ bullet, label, value });
    this.tail = { row, value };
  }

  /** Adds an entry to the current field if a text starts with the label of one. */
  private startEntry(
    line: Line,
    text: string,
    field: FieldRow,
    bullet: Piece | undefined,
    { from, to } = { from: line.body, to: line.to },
  ): boolean {
    const labels = ENTRY_LABELS.get(field);
    if (labels === undefined) return false;
    const exact = labels.match(text);
    const reading: Reading<ValueRow> | undefined =
      exact !== undefined && isEntry(text, exact) ? { ...exact, spelling: "exact" } : nearEntry(text, labels);
    if (reading === undefined) return false;
    const label = labelOf(line, from, reading);
    this.entries.add(reading.row);
    this.addValue(label, reading.row, { line, from: from + reading.value, to }, bullet);
    return true;
  }

  /** Reads a line with a bullet. */
  private item(at: number): number {
    const line = this.line(at);
    const piece = { line, from: line.body, to: line.to };
    const bullet = bulletOf(this.source, line);
    const lost = this.lostField(at);
    if (lost !== undefined) {
      this.push(lost, undefined);
      this.count.set(lost, 1);
    }
    if (this.field === undefined || isOneValue(this.field) || this.isUnderStray()) return this.stray(line);
    if (this.field.row === undefined) this.addValue(undefined, undefined, piece, bullet);
    else this.addItem(this.field.row, piece, bullet);
    return 1;
  }

  /** Tells whether the last line fitted nowhere and the field before it has no names to tell its items by. */
  private isUnderStray(): boolean {
    return this.nodes.at(-1)?.type === "stray" && !ENTRY_LABELS.has(this.field?.row as FieldRow);
  }

  /** Finds the field without a label that an item opens, by the entry the item names or by the place it stands in. */
  private lostField(at: number): FieldRow | undefined {
    const row = this.field?.row;
    const named = this.namedField(at);
    const entries = row === undefined ? undefined : ENTRY_LABELS.get(row);
    if (named !== undefined && named !== row && !this.count.has(named)) {
      if (entries !== undefined) return named;
      const next = this.namedField(at + 1);
      if (row === undefined || isValueRow(row) || next === named) return named;
    }
    if (row === undefined || named === row || this.nodes.at(-1)?.type === "stray") return undefined;
    const next = NEXT_ROW.get(row);
    if (next?.kind !== "list" || this.count.has(next)) return undefined;
    return this.isFull(row) && !this.looksLikeEntryOf(at, entries) ? next : undefined;
  }

  /** Tells whether the current field has all that it can hold, so that a further item belongs to another. */
  private isFull(row: FieldRow): boolean {
    if (row.kind === "list") return this.field?.items.length === row.size;
    return !("entries" in row) || this.entries.size === row.entries.length;
  }

  /** The field of which an item names an entry. */
  private namedField(at: number): FieldRow | undefined {
    const line = this.lines[at];
    if (line === undefined || !hasBullet(line)) return undefined;
    const text = this.source.raw(line);
    const match = ALL_ENTRY_LABELS.match(text);
    const isNamed = match !== undefined && match.value < text.length && isEntry(text, match);
    return isNamed ? OWNERS.get(match.row) : undefined;
  }

  /** Tells whether an item has the form of an entry, so that it stays with the field that has some. */
  private looksLikeEntryOf(at: number, entries: LabelIndex<ValueRow> | undefined): boolean {
    return entries !== undefined && /^[^:]{1,30}:(?:\s|$)/.test(this.source.raw(this.line(at)));
  }

  /** Finds a label one edit away, among the fields that are not labelled elsewhere. */
  private nearLabel(text: string): Reading<FieldRow> | undefined {
    for (const row of FIELD_LABELS.rows) {
      if (this.count.has(row)) continue;
      const readings = nearLabelEnds(text, row.label)
        .map((end) => ({ row, end, ...valueStart(text, end) }))
        .filter((match) => canHold(row, text, match) && this.isLikely(row, text.slice(match.value)));
      const [first, ...others] = readings;
      if (first === undefined) continue;
      if (others.length === 0) return { ...first, spelling: "near" };
      const settled = readings.filter((match) => this.isUsual(row, text.slice(match.value)));
      return settled.length === 1
        ? { ...(settled[0] as Match<FieldRow>), spelling: "near" }
        : { ...first, spelling: "unsure" };
    }
    return undefined;
  }

  /** Tells whether a value after a misspelled label is one that the field can have. */
  private isLikely(row: FieldRow, value: string): boolean {
    return (
      !isValueRow(row) || (row.kind === "word" ? /^\S+$/.test(value) : readValue(row, value) !== undefined)
    );
  }

  /** Tells whether a value starts with a word that is known of the field or stands elsewhere in the source. */
  private isUsual(row: FieldRow, value: string): boolean {
    if (!isValueRow(row)) return true;
    if (row.words !== undefined) return row.words.includes(value.toLowerCase());
    const word = /^[\p{L}\p{N}]+/u.exec(value)?.[0] ?? "";
    return word !== "" && this.source.hasWord(word);
  }

  /** Tells whether a line labels a field that the table does not know: a label over a list, or `label: value`. */
  private isUnknownField(at: number, text: string): boolean {
    const { label, value } = unknownLabel(text);
    if (label === "") return false;
    const named = this.namedField(at + 1);
    if (named !== undefined && named === this.field?.row) return false;
    if (value < text.length) return true;
    const next = this.lines[at + 1];
    if (next === undefined || !hasBullet(next) || (CAPITAL.test(label) && !this.hasCapitals())) return false;
    return named === undefined || this.count.has(named);
  }

  private startUnknown(line: Line, text: string): number {
    const { label, mark, value } = unknownLabel(text);
    const reading = { row: undefined, end: label.length, mark, value, spelling: "exact" as const };
    const field = this.push(undefined, labelOf(line, line.body, reading));
    if (value < text.length) {
      field.value.push({ line, from: line.body + value, to: line.to });
      this.tail = { row: undefined, value: field.value };
    }
    return 1;
  }

  private stray(line: Line): number {
    const last = this.nodes.at(-1);
    if (last?.type === "stray") last.lines.push(line);
    else this.nodes.push({ type: "stray", lines: [line] });
    this.tail = undefined;
    return 1;
  }

  /** Tells whether the value so far is a sentence without an end, or a text without its second part. */
  private isOpen({ row, value }: Tail): boolean {
    if (row?.kind === "sentence") return !endsSentence(this.textOf(value.slice(-1)));
    const joint = row?.joint;
    return joint !== undefined && !this.textOf(value.slice(0, 2)).includes(joint);
  }

  private textOf(value: readonly Piece[]): string {
    return value.map(({ from, to }) => this.source.slice(from, to)).join(" ");
  }

  /** Counts the lines from `at` on that go on with the value before. */
  private restOfValue(at: number): number {
    if (this.tail === undefined) return 0;
    const { row, value } = this.tail;
    const line = this.line(at);
    const text = this.source.raw(line);
    const ofText = row === undefined || row.kind === "text" || row.kind === "sentence";
    if (value.length === 0) return ofText || this.isKnownValue(row, text) ? 1 : 0;
    if (!ofText || this.isForeign(value, text)) return 0;
    const end = this.isOpen(this.tail) ? this.endOfSentence(at, this.tail) : 0;
    if (end > 0) return end;
    const isField = unknownLabel(text).value < text.length && this.isUnknownField(at, text);
    return !isField && this.wouldNotFit((value.at(-1) as Piece).line, text) ? 1 : 0;
  }

  /** Tells whether a text is a value of a closed form, or a known word: enough to trust it on a line of its own. */
  private isKnownValue(row: ValueRow, text: string): boolean {
    return row.words === undefined ? isReadable(row, text) : row.words.includes(text.toLowerCase());
  }

  /** Tells whether the labels of the box are written with capitals. */
  private hasCapitals(): boolean {
    this.capitals ??= this.lines.some((line, at) => this.labels[at] && CAPITAL.test(this.source.raw(line)));
    return this.capitals;
  }

  /** Tells whether a line has a capital where the value has none. */
  private isForeign(value: readonly Piece[], text: string): boolean {
    return CAPITAL.test(text) && !/\p{Lu}/u.test(this.textOf(value.slice(0, 1)));
  }

  /** Counts the lines from `at` on up to the one that ends the open sentence, 0 where none does. */
  private endOfSentence(at: number, { row }: Tail): number {
    if (at < this.noEndBefore) return 0;
    const joint = row?.joint?.trim();
    let past = at;
    for (; past < this.lines.length; past++) {
      const line = this.line(past);
      const label = this.labels[past];
      if ((past > at && hasBullet(line)) || (label !== undefined && !isLoose(label))) break;
      const text = this.source.raw(line);
      if (joint === undefined ? endsSentence(text) : text.includes(joint)) return past - at + 1;
    }
    this.noEndBefore = past;
    return 0;
  }

  /** Tells whether a line's first word would not have fitted on the line before: the sign of wrapped text. */
  private wouldNotFit(before: Line, text: string): boolean {
    this.width ??= this.wrapWidth();
    if (this.width < MIN_WRAP || this.width > MAX_WRAP) return false;
    return before.to - before.start + 1 + (/^\S+/.exec(text)?.[0].length ?? 0) > this.width;
  }

  /**
   * The longest line of a box that was wrapped, lines of a single word aside, which no program can wrap; 0 where
   * nothing shows that it was wrapped: its long sentences stand on one line each.
   */
  private wrapWidth(): number {
    const isWrapped = this.labels.some((label, at) => {
      const next = this.lines[at + 1];
      if (label?.row.kind !== "sentence" || next === undefined || hasBullet(next)) return false;
      return this.labels[at + 1] === undefined && !endsSentence(this.source.raw(this.line(at)));
    });
    if (!isWrapped) return 0;
    let width = 0;
    for (const line of this.lines) {
      const length = line.to - line.start;
      if (length > width && /\s/.test(this.source.raw(line))) width = length;
    }
    return width;
  }
}

/** Tells whether a field has one value and no items. */
const isOneValue = ({ row, value }: FieldNode): boolean =>
  row === undefined ? value.length > 0 : isValueRow(row);
