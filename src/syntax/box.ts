import { FIELDS, type FieldRow, isValueRow, ownerOf, placeOf, type ValueRow } from "../format/fields.ts";
import { readValue } from "../format/values.ts";
import { type BoxLine, changed, isEmpty, lastOfValue, unlabelled, valuePieces } from "./box-line.ts";
import {
  ALL_ENTRY_LABELS,
  canHold,
  ENTRY_LABELS,
  entryOf,
  FIELD_LABELS,
  isLoose,
  isReadable,
  nearEntry,
  readLine,
  unknownLabel,
} from "./field-labels.ts";
import { splitFlat } from "./flat.ts";
import { type LabelIndex, labelAt, nearLabelEnds } from "./labels.ts";
import { endsSentence } from "./look.ts";
import type { BoxLines, BoxNode, FieldNode, Piece, Stray } from "./nodes.ts";
import { textOf } from "./pieces.ts";
import { linesOf } from "./position.ts";
import { hasBullet, type Line, type Source } from "./scan.ts";

/**
 * The box grammar. A line without a bullet starts a field, goes on with a value that was wrapped, or fits nowhere;
 * a line with one is an item of the field it stands under, unless it names itself as an entry of a field whose
 * label is lost, or stands where such a field belongs.
 */

/** A capital at the start: posts are lower-cased, page furniture is not. */
const CAPITAL = /^\p{Lu}/u;

/** Line lengths at which mail programs wrap; a text whose longest line is outside was not wrapped. */
const MIN_WRAP = 40;
const MAX_WRAP = 130;

/** Parses the lines of a box. */
export function parseBox(source: Source, box: BoxLines): BoxNode {
  return { ...box, children: new BoxGrammar(source, box.lines).parse() };
}

class BoxGrammar {
  private readonly nodes: (FieldNode | Stray)[] = [];
  /** The lines taken apart, as far as their labels are spelled right. */
  private readonly readings: readonly BoxLine[];
  /** How often each field is labelled, by its place in the table. */
  private readonly count = FIELDS.map(() => 0);
  private field: FieldNode | undefined;
  /** The entries that the current field can have. */
  private entries: LabelIndex<ValueRow> | undefined;
  /** Which of them it has: a bit for each row. */
  private found = 0;
  /** What has a value that the next line may go on with. */
  private tail: BoxLine | undefined;
  /** Up to here, no line ends the sentence that is open. */
  private noEndBefore = 0;
  private width: number | undefined;
  private capitals: boolean | undefined;

  constructor(
    private readonly source: Source,
    private readonly lines: readonly Line[],
  ) {
    this.readings = lines.map((line) => readLine(source, line));
    for (const { line, row } of this.readings) {
      if (row !== undefined && !hasBullet(line)) this.setCount(row, this.countOf(row) + 1);
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
      this.tail?.row?.kind === "sentence" &&
      this.isOpen(this.tail) &&
      this.named(at) === undefined &&
      this.endOfSentence(at, this.tail) > 0
    );
  }

  private line(at: number): Line {
    return this.lines[at] as Line;
  }

  /** The label of a field that a line starts with. */
  private labelAt(at: number): BoxLine<FieldRow> | undefined {
    const reading = this.readings[at];
    return reading?.row === undefined || hasBullet(reading.line) ? undefined : (reading as BoxLine<FieldRow>);
  }

  /** Reads a line without a bullet, and the lines that go on with it. Gives their number. */
  private unbulleted(at: number): number {
    const line = this.line(at);
    const label = this.labelAt(at);
    if (label !== undefined && !this.readsOn(at) && !this.isOther(at, label)) {
      return this.startField(label);
    }
    const rest = this.restOfValue(at);
    if (rest > 0) {
      this.goOn(this.tail as BoxLine, this.lines.slice(at, at + rest));
      return rest;
    }
    const bare = unlabelled(line, line.body, line.body, line.body, line.to);
    this.startLost(this.lostAbove(bare, at));
    if (this.startEntry(bare)) return 1;
    const near = this.nearLabel(line);
    if (near !== undefined) return this.startField(near);
    const unknown = this.unknownField(at);
    if (unknown !== undefined) return this.startUnknown(unknown);
    return this.stray(line);
  }

  /** Goes on with a value over further lines. */
  private goOn(tail: BoxLine, lines: readonly Line[]): void {
    tail.rest ??= [];
    for (const line of lines) tail.rest.push(line);
  }

  /** Tells whether a line is the rest of a value though it starts with the word of a label, which stands elsewhere, too. */
  private readsOn(at: number): boolean {
    const label = this.labelAt(at);
    if (label === undefined || this.countOf(label.row) < 2) return false;
    return isLoose(this.source.text, label) && this.restOfValue(at) > 0;
  }

  /** Tells whether a label that stands elsewhere, too, is here but the start of a longer one: `topics: …`. */
  private isOther(at: number, { row, end, mark, to }: BoxLine<FieldRow>): boolean {
    const count = this.countOf(row);
    if (mark > end || end === to || count < 2) return false;
    const other = this.unknownField(at);
    if (other === undefined || other.end === end) return false;
    this.setCount(row, count - 1);
    return true;
  }

  private startField(head: BoxLine<FieldRow>): number {
    const { row, line, value, to } = head;
    if (head.spelling !== "exact") this.setCount(row, 1);
    if (isValueRow(row)) {
      this.push(row, head);
      this.tail = head;
    } else if (value === to) {
      this.push(row, head);
    } else {
      this.push(row, changed(head, { row, to: value }), true);
      this.flatItems(line, value);
    }
    return 1;
  }

  private push(row: FieldRow | undefined, head: BoxLine | undefined, flat = false): void {
    const field: FieldNode = { type: "field", row, head, items: [], flat };
    this.nodes.push(field);
    this.field = field;
    this.entries = row && ENTRY_LABELS[placeOf(row)];
    this.found = 0;
    this.tail = undefined;
  }

  /** Adds the items that stand on the line of their label. */
  private flatItems(line: Line, start: number): void {
    for (const { bullet, from, to } of splitFlat(this.source.text.slice(start, line.to))) {
      const first = start + (bullet?.from ?? from);
      this.addItem(unlabelled(line, first, start + (bullet?.to ?? from), start + from, start + to));
    }
  }

  /** Adds a stretch to the current field as an item: in fields with entries, as the entry that it names. */
  private addItem(item: BoxLine<undefined>): void {
    if (!this.startEntry(item)) this.add(item);
  }

  private add(item: BoxLine): void {
    this.field?.items.push(item);
    this.tail = item;
  }

  /** Adds a stretch to the current field if it starts with the label of an entry that the field can have. */
  private startEntry(item: BoxLine<undefined>): boolean {
    const labels = this.entries;
    if (labels === undefined) return false;
    const { text } = this.source;
    this.source.touch(item.body, item.to);
    const entry = entryOf(text, item, labels) ?? nearEntry(text, item, labels);
    if (entry !== undefined) this.addEntry(entry);
    return entry !== undefined;
  }

  private addEntry(entry: BoxLine<ValueRow>): void {
    this.found |= 1 << placeOf(entry.row);
    this.add(entry);
  }

  /** Reads a line with a bullet. */
  private item(at: number): number {
    const reading = this.readings[at] as BoxLine;
    const named = this.named(at);
    const owner = named && ownerOf(named.row);
    this.startLost(this.lostField(at, owner));
    if (this.field === undefined || isOneValue(this.field) || this.isUnderStray())
      return this.stray(reading.line);
    if (named !== undefined && owner === this.field.row) this.addEntry(named);
    else this.addItem(reading.row === undefined ? (reading as BoxLine<undefined>) : withoutLabel(reading));
    return 1;
  }

  /** Starts a field that has lost its label. */
  private startLost(row: FieldRow | undefined): void {
    if (row === undefined) return;
    this.push(row, undefined);
    this.setCount(row, 1);
  }

  /** Finds the field without a label whose first entry has lost its bullet, too: the item below is one of its entries. */
  private lostAbove(bare: BoxLine, at: number): FieldRow | undefined {
    const entry = entryOf(this.source.text, bare, ALL_ENTRY_LABELS);
    const owner = entry && ownerOf(entry.row);
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
  private named(at: number): BoxLine<ValueRow> | undefined {
    const reading = this.readings[at];
    if (reading?.row === undefined || !hasBullet(reading.line) || reading.value === reading.to)
      return undefined;
    return reading as BoxLine<ValueRow>;
  }

  /** The field of which an item names an entry. */
  private ownerAt(at: number): FieldRow | undefined {
    const named = this.named(at);
    return named && ownerOf(named.row);
  }

  /** Tells whether an item has the form of an entry, so that it stays with the field that has some. */
  private looksLikeEntry(at: number): boolean {
    return this.entries !== undefined && /^[^:]{1,30}:(?:\s|$)/.test(this.source.raw(this.line(at)));
  }

  /** Finds a label one edit away, among the fields that are not labelled elsewhere. */
  private nearLabel(line: Line): BoxLine<FieldRow> | undefined {
    const { text } = this.source;
    const { body, to } = line;
    const start = this.source.raw(line);
    const restOf = ({ value }: BoxLine): string => text.slice(value, to);
    for (const row of FIELD_LABELS.rows) {
      if (this.countOf(row) > 0) continue;
      const readings = nearLabelEnds(start, row.label)
        .map((length) => labelAt<FieldRow>(row, text, line, body, body, body, body + length, to))
        .filter((one) => canHold(text, one) && this.isLikely(row, restOf(one)));
      const [first, ...others] = readings;
      if (first === undefined) continue;
      if (others.every(({ value }) => value === first.value))
        return changed(first, { row, spelling: "near" });
      const [settled, ...more] = readings.filter((one) => this.isUsual(row, restOf(one)));
      return settled !== undefined && more.length === 0
        ? changed(settled, { row, spelling: "near" })
        : changed(first, { row, spelling: "unsure" });
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
  private unknownField(at: number): BoxLine<undefined> | undefined {
    const line = this.line(at);
    this.source.touch(line.body, line.to);
    const label = unknownLabel(this.source.text, line);
    if (label === undefined) return undefined;
    const named = this.ownerAt(at + 1);
    if (named !== undefined && named === this.field?.row) return undefined;
    if (label.value < line.to) return label;
    const next = this.lines[at + 1];
    if (next === undefined || !hasBullet(next)) return undefined;
    if (CAPITAL.test(this.source.raw(line)) && !this.hasCapitals()) return undefined;
    return named === undefined || this.countOf(named) > 0 ? label : undefined;
  }

  private startUnknown(head: BoxLine<undefined>): number {
    this.push(undefined, head);
    if (!isEmpty(head)) this.tail = head;
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
  private isOpen(tail: BoxLine): boolean {
    const row = tail.row as ValueRow | undefined;
    if (row?.kind === "sentence") {
      const last = lastOfValue(tail);
      return last === undefined || !endsSentence(textOf(this.source, [last]));
    }
    return row?.joint !== undefined && !textOf(this.source, valuePieces(tail, 2)).includes(row.joint);
  }

  /** Counts the lines from `at` on that go on with the value before. */
  private restOfValue(at: number): number {
    const { tail } = this;
    if (tail === undefined) return 0;
    const row = tail.row as ValueRow | undefined;
    const line = this.line(at);
    const text = this.source.raw(line);
    const ofText = row === undefined || row.kind === "text" || row.kind === "sentence";
    if (isEmpty(tail)) return ofText || this.isValueBelow(row, text, at) ? 1 : 0;
    if (!ofText || this.isForeign(tail, text)) return 0;
    const last = lastOfValue(tail) as Piece;
    if (row?.joint !== undefined && textOf(this.source, [last]).endsWith(row.joint.trimEnd())) return 1;
    const end = this.isOpen(tail) ? this.endOfSentence(at, tail) : 0;
    if (end > 0) return end;
    const field = this.unknownField(at);
    const isField = field !== undefined && field.value < line.to;
    return !isField && this.wouldNotFit(last.line, text) ? 1 : 0;
  }

  /** Tells whether a text is a value of a closed form, a known word, or one word over the next label: enough to trust it on a line of its own. */
  private isValueBelow(row: ValueRow, text: string, at: number): boolean {
    if (row.kind !== "word") return isReadable(row, text);
    return (
      row.words?.includes(text.toLowerCase()) || (/^\S+$/.test(text) && this.labelAt(at + 1) !== undefined)
    );
  }

  /** Tells whether the labels of the box are written with capitals. */
  private hasCapitals(): boolean {
    this.capitals ??= this.lines.some((line, at) => this.labelAt(at) && CAPITAL.test(this.source.raw(line)));
    return this.capitals;
  }

  /** Tells whether a line has a capital where the value has none. */
  private isForeign(tail: BoxLine, text: string): boolean {
    return CAPITAL.test(text) && !/\p{Lu}/u.test(textOf(this.source, valuePieces(tail, 1)));
  }

  /** Counts the lines from `at` on up to the one that ends the open sentence, 0 where none does. */
  private endOfSentence(at: number, tail: BoxLine): number {
    if (at < this.noEndBefore) return 0;
    const joint = (tail.row as ValueRow | undefined)?.joint?.trim();
    let past = at;
    for (; past < this.lines.length; past++) {
      const line = this.line(past);
      const label = this.labelAt(past);
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
    const isWrapped = this.lines.some((line, at) => {
      const next = this.lines[at + 1];
      if (this.labelAt(at)?.row.kind !== "sentence" || next === undefined || hasBullet(next)) return false;
      return this.labelAt(at + 1) === undefined && !endsSentence(this.source.raw(line));
    });
    if (!isWrapped) return 0;
    let width = 0;
    for (const line of this.lines) {
      const length = linesOf(this.source, line.from, line.to) > 1 ? 0 : line.to - line.start;
      if (length > width && /\s/.test(this.source.raw(line))) width = length;
    }
    return width;
  }
}

/** A line of the box without its label: what looks like one is a part of the value. */
const withoutLabel = ({ line, from, bullet, body, to }: BoxLine): BoxLine<undefined> =>
  unlabelled(line, from, bullet, body, to);

/** Tells whether a field has one value and no items. */
const isOneValue = ({ row, head }: FieldNode): boolean =>
  row === undefined ? !isEmpty(head as BoxLine) : isValueRow(row);
