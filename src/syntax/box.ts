import { FIELDS, type FieldRow, isValueRow, placeOf, type ValueRow } from "../format/fields.ts";
import { readValue } from "../format/values.ts";
import {
  ALL_ENTRY_LABELS,
  canHold,
  ENTRY_LABELS,
  entryAt,
  FIELD_LABELS,
  fieldLabelAt,
  isLoose,
  isReadable,
  nearEntry,
  OWNERS,
  unknownLabel,
} from "./field-labels.ts";
import { splitFlat } from "./flat.ts";
import { type LabelIndex, labelAt, nearLabelEnds } from "./labels.ts";
import { endsSentence } from "./look.ts";
import type { FieldNode, Item, Label, Piece, Stray } from "./nodes.ts";
import { bulletOf, textOf, visible } from "./pieces.ts";
import { hasBullet, type Line, type Source } from "./scan.ts";

/**
 * The box grammar. A line without a bullet starts a field, goes on with a value that was wrapped, or fits nowhere;
 * a line with one is an item of the field it stands under, unless it names itself as an entry of a field whose
 * label is lost, or stands where such a field belongs.
 */

/** What has a value that the next line may go on with. */
type Tail = Pick<FieldNode | Item, "label" | "value">;

/** The row of a value; none for values of fields that the table does not know, and for items of lists. */
const rowOf = ({ label }: Tail): ValueRow | undefined => label?.row as ValueRow | undefined;

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
  private readonly labels: readonly (Label<FieldRow> | undefined)[];
  /** How often each field is labelled, by its place in the table. */
  private readonly count = FIELDS.map(() => 0);
  private field: FieldNode | undefined;
  /** The entries that the current field can have. */
  private entries: LabelIndex<ValueRow> | undefined;
  /** Which of them it has: a bit for each row. */
  private found = 0;
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
      if (label !== undefined) this.setCount(label.row, this.countOf(label.row) + 1);
    }
  }

  parse(): (FieldNode | Stray)[] {
    let at = 0;
    while (at < this.lines.length) {
      at += hasBullet(this.line(at)) && !this.isDash(at) ? this.item(at) : this.unbulleted(at);
    }
    return this.nodes;
  }

  /** How often a field is labelled. */
  private countOf(row: FieldRow): number {
    return this.count[placeOf(row)] as number;
  }

  private setCount(row: FieldRow, count: number): void {
    this.count[placeOf(row)] = count;
  }

  /** Tells whether the bullet of a line is a dash within an open sentence that was wrapped before it. */
  private isDash(at: number): boolean {
    return (
      this.tail !== undefined &&
      rowOf(this.tail)?.kind === "sentence" &&
      this.isOpen(this.tail) &&
      this.named(at) === undefined &&
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
      return this.startField(label);
    }
    const rest = this.restOfValue(at);
    if (rest > 0) {
      for (const wrapped of this.lines.slice(at, at + rest)) this.tail?.value.push(visible(wrapped));
      return rest;
    }
    this.startLost(this.lostAbove(line, at));
    if (this.startEntry(line, line.body, line.to, undefined)) return 1;
    const near = this.nearLabel(line);
    if (near !== undefined) return this.startField(near);
    const unknown = this.unknownField(at);
    if (unknown !== undefined) return this.startUnknown(unknown);
    return this.stray(line);
  }

  /** Tells whether a line is the rest of a value though it starts with the word of a label. */
  private readsOn(at: number): boolean {
    const label = this.labels[at];
    return label !== undefined && isLoose(this.source.text, label) && this.restOfValue(at) > 0;
  }

  /** Tells whether a label that stands elsewhere, too, is here but the start of a longer one: `topics: …`. */
  private isOther(at: number, label: Label<FieldRow>): boolean {
    const count = this.countOf(label.row);
    if (label.mark > label.to || label.to === label.line.to || count < 2) return false;
    const other = this.unknownField(at) !== undefined;
    if (other) this.setCount(label.row, count - 1);
    return other;
  }

  private startField(label: Label<FieldRow>): number {
    const { row, line, value } = label;
    if (label.spelling !== "exact") this.setCount(row, 1);
    if (isValueRow(row)) {
      this.tail = this.push(row, label, pieceOf(line, value, line.to));
    } else {
      this.push(row, label, []);
      if (value < line.to) this.flatItems(line, value);
    }
    return 1;
  }

  private push(row: FieldRow | undefined, label: Label | undefined, value: Piece[]): FieldNode {
    const field: FieldNode = { type: "field", row, label, value, items: [], flat: false };
    this.nodes.push(field);
    this.field = field;
    this.entries = row && ENTRY_LABELS.get(row);
    this.found = 0;
    this.tail = undefined;
    return field;
  }

  /** Adds the items that stand on the line of their label. */
  private flatItems(line: Line, start: number): void {
    (this.field as FieldNode).flat = true;
    for (const { bullet, from, to } of splitFlat(this.source.text.slice(start, line.to))) {
      const mark = bullet && { line, from: start + bullet.from, to: start + bullet.to };
      this.addItem(line, start + from, start + to, mark);
    }
  }

  /** Adds an item to the current field; in fields with entries, by the entry it names: `named`, where that is known. */
  private addItem(
    line: Line,
    from: number,
    to: number,
    bullet: Piece | undefined,
    named?: Label<ValueRow>,
  ): void {
    if (this.startEntry(line, from, to, bullet, named)) return;
    this.addValue({ bullet, label: undefined, value: pieceOf(line, from, to) });
  }

  private addValue(item: Item): void {
    this.field?.items.push(item);
    this.tail = item;
  }

  /** Adds an entry to the current field if a stretch of a line starts with the label of one. */
  private startEntry(
    line: Line,
    from: number,
    to: number,
    bullet: Piece | undefined,
    named?: Label<ValueRow>,
  ): boolean {
    const labels = this.entries;
    if (labels === undefined) return false;
    const { text } = this.source;
    this.source.touch(from, to);
    const label = named ?? entryAt(text, line, from, to, labels) ?? nearEntry(text, line, from, to, labels);
    if (label === undefined) return false;
    this.found |= 1 << labels.rows.indexOf(label.row);
    this.addValue({ bullet, label, value: pieceOf(line, label.value, to) });
    return true;
  }

  /** Reads a line with a bullet. */
  private item(at: number): number {
    const line = this.line(at);
    const named = this.named(at);
    const owner = named && OWNERS.get(named.row);
    this.startLost(this.lostField(at, owner));
    if (this.field === undefined || isOneValue(this.field) || this.isUnderStray()) return this.stray(line);
    const ofField = owner === this.field.row ? named : undefined;
    this.addItem(line, line.body, line.to, bulletOf(this.source, line), ofField);
    return 1;
  }

  /** Starts a field that has lost its label. */
  private startLost(row: FieldRow | undefined): void {
    if (row === undefined) return;
    this.push(row, undefined, []);
    this.setCount(row, 1);
  }

  /** Finds the field without a label whose first entry has lost its bullet, too: the item below is one of its entries. */
  private lostAbove(line: Line, at: number): FieldRow | undefined {
    const entry = entryAt(this.source.text, line, line.body, line.to, ALL_ENTRY_LABELS);
    const owner = entry && OWNERS.get(entry.row);
    return owner && this.countOf(owner) === 0 && this.ownerAt(at + 1) === owner ? owner : undefined;
  }

  /** Tells whether the last line fitted nowhere and the field before it has no names to tell its items by. */
  private isUnderStray(): boolean {
    return this.nodes.at(-1)?.type === "stray" && this.entries === undefined;
  }

  /** Finds the field without a label that an item opens, by the entry the item names or by the place it stands in. */
  private lostField(at: number, owner: FieldRow | undefined): FieldRow | undefined {
    const row = this.field?.row;
    if (owner !== undefined) {
      if (owner === row) return undefined;
      if (this.countOf(owner) === 0) {
        if (row === undefined || isValueRow(row) || this.entries !== undefined) return owner;
        if (this.ownerAt(at + 1) === owner) return owner;
      }
    }
    if (row === undefined || this.nodes.at(-1)?.type === "stray") return undefined;
    const next = FIELDS[placeOf(row) + 1];
    if (next?.kind !== "list" || this.countOf(next) > 0) return undefined;
    return this.isFull(row) && !this.looksLikeEntry(at) ? next : undefined;
  }

  /** Tells whether the current field has all that it can hold, so that a further item belongs to another. */
  private isFull(row: FieldRow): boolean {
    if (row.kind === "list") return this.field?.items.length === row.size;
    return this.entries === undefined || this.found === 2 ** this.entries.rows.length - 1;
  }

  /** The entry that an item names, of whatever field. */
  private named(at: number): Label<ValueRow> | undefined {
    const line = this.lines[at];
    if (line === undefined || !hasBullet(line)) return undefined;
    this.source.touch(line.body, line.to);
    const entry = entryAt(this.source.text, line, line.body, line.to, ALL_ENTRY_LABELS);
    return entry !== undefined && entry.value < line.to ? entry : undefined;
  }

  /** The field of which an item names an entry. */
  private ownerAt(at: number): FieldRow | undefined {
    const named = this.named(at);
    return named && OWNERS.get(named.row);
  }

  /** Tells whether an item has the form of an entry, so that it stays with the field that has some. */
  private looksLikeEntry(at: number): boolean {
    return this.entries !== undefined && /^[^:]{1,30}:(?:\s|$)/.test(this.source.raw(this.line(at)));
  }

  /** Finds a label one edit away, among the fields that are not labelled elsewhere. */
  private nearLabel(line: Line): Label<FieldRow> | undefined {
    const { text } = this.source;
    const start = this.source.raw(line);
    const restOf = ({ value }: Label): string => text.slice(value, line.to);
    for (const row of FIELD_LABELS.rows) {
      if (this.countOf(row) > 0) continue;
      const readings = nearLabelEnds(start, row.label)
        .map((length) => labelAt<FieldRow>(row, text, line, line.body, line.body + length, line.to))
        .filter((label) => canHold(text, label) && this.isLikely(row, restOf(label)));
      const [first, ...others] = readings;
      if (first === undefined) continue;
      if (others.length === 0) return { ...first, spelling: "near" };
      const settled = readings.filter((label) => this.isUsual(row, restOf(label)));
      return settled.length === 1
        ? { ...(settled[0] as Label<FieldRow>), spelling: "near" }
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

  /** Reads a line as a field that the table does not know: a label over a list, or `label: value`. */
  private unknownField(at: number): Label<string> | undefined {
    const line = this.line(at);
    this.source.touch(line.body, line.to);
    const label = unknownLabel(this.source.text, line);
    if (label === undefined) return undefined;
    const named = this.ownerAt(at + 1);
    if (named !== undefined && named === this.field?.row) return undefined;
    if (label.value < line.to) return label;
    const next = this.lines[at + 1];
    if (next === undefined || !hasBullet(next) || (CAPITAL.test(label.row) && !this.hasCapitals()))
      return undefined;
    return named === undefined || this.countOf(named) > 0 ? label : undefined;
  }

  private startUnknown(label: Label<string>): number {
    const { line, value } = label;
    const field = this.push(undefined, { ...label, row: undefined }, pieceOf(line, value, line.to));
    if (field.value.length > 0) this.tail = field;
    return 1;
  }

  private stray(line: Line): number {
    const last = this.nodes.at(-1);
    // Where something has been read since, its field goes on around the stray lines before.
    if (last?.type === "stray" && this.tail === undefined) last.lines.push(line);
    else this.nodes.push({ type: "stray", lines: [line] });
    this.tail = undefined;
    return 1;
  }

  /** Tells whether the value so far is a sentence without an end, or a text without its second part. */
  private isOpen(tail: Tail): boolean {
    const row = rowOf(tail);
    const { value } = tail;
    if (row?.kind === "sentence") return !endsSentence(textOf(this.source, value.slice(-1)));
    const joint = row?.joint;
    return joint !== undefined && !textOf(this.source, value.slice(0, 2)).includes(joint);
  }

  /** Counts the lines from `at` on that go on with the value before. */
  private restOfValue(at: number): number {
    if (this.tail === undefined) return 0;
    const row = rowOf(this.tail);
    const { value } = this.tail;
    const line = this.line(at);
    const text = this.source.raw(line);
    const ofText = row === undefined || row.kind === "text" || row.kind === "sentence";
    if (value.length === 0) return ofText || this.isKnownValue(row, text) ? 1 : 0;
    if (!ofText || this.isForeign(value, text)) return 0;
    if (row?.joint !== undefined && textOf(this.source, value.slice(-1)).endsWith(row.joint.trimEnd()))
      return 1;
    const end = this.isOpen(this.tail) ? this.endOfSentence(at, this.tail) : 0;
    if (end > 0) return end;
    const field = this.unknownField(at);
    const isField = field !== undefined && field.value < line.to;
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
    return CAPITAL.test(text) && !/\p{Lu}/u.test(textOf(this.source, value.slice(0, 1)));
  }

  /** Counts the lines from `at` on up to the one that ends the open sentence, 0 where none does. */
  private endOfSentence(at: number, tail: Tail): number {
    if (at < this.noEndBefore) return 0;
    const joint = rowOf(tail)?.joint?.trim();
    let past = at;
    for (; past < this.lines.length; past++) {
      const line = this.line(past);
      const label = this.labels[past];
      if ((past > at && hasBullet(line)) || (label !== undefined && !isLoose(this.source.text, label))) break;
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

/** The pieces of a value on one line; none where it is empty. */
const pieceOf = (line: Line, from: number, to: number): Piece[] => (from < to ? [{ line, from, to }] : []);

/** Tells whether a field has one value and no items. */
const isOneValue = ({ row, value }: FieldNode): boolean =>
  row === undefined ? value.length > 0 : isValueRow(row);
