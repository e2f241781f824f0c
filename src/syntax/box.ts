import { FIELDS, type FieldRow, isValueRow, ownerOf, placeOf, type ValueRow } from "../format/fields.ts";
import { BoxLabels } from "./box-labels.ts";
import { type BoxLine, bodyOf, changed, isEmpty, stretchOf, unlabelled } from "./box-line.ts";
import { ALL_ENTRY_LABELS, ENTRY_LABELS, entryOf, isLoose, nearEntry } from "./field-labels.ts";
import { splitFlat } from "./flat.ts";
import type { LabelIndex } from "./labels.ts";
import type { BoxLines, BoxNode, FieldNode, Stray } from "./nodes.ts";
import { hasBullet, type Line, type Source } from "./scan.ts";
import { Wrapping } from "./wrapping.ts";

/**
 * The box grammar. A line without a bullet starts a field, goes on with a value that was wrapped, or fits nowhere;
 * a line with one is an item of the field it stands under, unless it names itself as an entry of a field whose
 * label is lost, or stands where such a field belongs.
 */

/** Parses the lines of a box. */
export function parseBox(source: Source, box: BoxLines): BoxNode {
  return { ...box, children: new BoxGrammar(source, box.lines).parse() };
}

class BoxGrammar {
  private readonly nodes: (FieldNode | Stray)[] = [];
  private readonly labels: BoxLabels;
  private readonly wrapping: Wrapping;
  private field: FieldNode | undefined;
  /** The entries that the current field can have. */
  private entries: LabelIndex<ValueRow> | undefined;
  /** Which of them it has: a bit for each row. */
  private found = 0;
  /** What has a value that the next line may go on with. */
  private tail: BoxLine | undefined;

  constructor(
    private readonly source: Source,
    private readonly lines: readonly Line[],
  ) {
    this.labels = new BoxLabels(source, lines);
    this.wrapping = new Wrapping(source, this.labels);
  }

  parse(): (FieldNode | Stray)[] {
    let at = 0;
    while (at < this.lines.length) {
      at += hasBullet(this.labels.line(at)) && !this.isDash(at) ? this.item(at) : this.unbulleted(at);
    }
    return this.nodes;
  }

  /** Tells whether the bullet of a line is a dash within an open sentence that was wrapped before it. */
  private isDash(at: number): boolean {
    return (
      this.tail?.row?.kind === "sentence" &&
      this.wrapping.isOpen(this.tail) &&
      this.labels.named(at) === undefined &&
      this.wrapping.endOfSentence(at, this.tail) > 0
    );
  }

  /** Reads a line without a bullet, and the lines that go on with it. Gives their number. */
  private unbulleted(at: number): number {
    const line = this.labels.line(at);
    const label = this.labels.labelAt(at);
    if (label !== undefined && !this.readsOn(at) && !this.isOther(at, label)) {
      return this.startField(label);
    }
    const rest = this.restOfValue(at);
    if (rest > 0) {
      this.goOn(this.tail as BoxLine, this.lines.slice(at, at + rest));
      return rest;
    }
    const bare = bodyOf(line);
    this.startLost(this.lostAbove(bare, at));
    if (this.startEntry(bare)) return 1;
    const near = this.labels.near(line);
    if (near !== undefined) return this.startField(near);
    const unknown = this.labels.unknown(at, this.field?.row);
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
    const label = this.labels.labelAt(at);
    if (label === undefined || this.labels.countOf(label.row) < 2) return false;
    return isLoose(this.source.text, label) && this.restOfValue(at) > 0;
  }

  /** Tells whether a label that stands elsewhere, too, is here but the start of a longer one: `topics: …`. */
  private isOther(at: number, { row, end, mark, to }: BoxLine<FieldRow>): boolean {
    const count = this.labels.countOf(row);
    if (mark > end || end === to || count < 2) return false;
    const other = this.labels.unknown(at, this.field?.row);
    if (other === undefined || other.end === end) return false;
    this.labels.setCount(row, count - 1);
    return true;
  }

  /** Counts the lines from `at` on that go on with the value before. */
  private restOfValue(at: number): number {
    return this.tail === undefined ? 0 : this.wrapping.restOf(this.tail, at, this.field?.row);
  }

  private startField(head: BoxLine<FieldRow>): number {
    const { row, line, value, to } = head;
    if (head.spelling !== "exact") this.labels.setCount(row, 1);
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
      this.addItem(stretchOf(line, first, start + (bullet?.to ?? from), start + from, start + to));
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
    const reading = this.labels.reading(at);
    const named = this.labels.named(at);
    const owner = named && ownerOf(named.row);
    this.startLost(this.lostField(at, owner));
    if (this.field === undefined || isOneValue(this.field) || this.isUnderStray())
      return this.stray(reading.line);
    if (named !== undefined && owner === this.field.row) this.addEntry(named);
    else this.addItem(reading.row === undefined ? (reading as BoxLine<undefined>) : unlabelled(reading));
    return 1;
  }

  /** Starts a field that has lost its label. */
  private startLost(row: FieldRow | undefined): void {
    if (row === undefined) return;
    this.push(row, undefined);
    this.labels.setCount(row, 1);
  }

  /** Finds the field without a label whose first entry has lost its bullet, too: the item below is one of its entries. */
  private lostAbove(bare: BoxLine, at: number): FieldRow | undefined {
    const entry = entryOf(this.source.text, bare, ALL_ENTRY_LABELS);
    const owner = entry && ownerOf(entry.row);
    return owner && this.labels.countOf(owner) === 0 && this.labels.ownerAt(at + 1) === owner
      ? owner
      : undefined;
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
      if (this.labels.countOf(owner) === 0) {
        if (row === undefined || isValueRow(row) || this.entries !== undefined) return owner;
        if (this.labels.ownerAt(at + 1) === owner) return owner;
      }
    }
    if (row === undefined || this.nodes.at(-1)?.type === "stray") return undefined;
    const next = FIELDS[placeOf(row) + 1];
    if (next?.kind !== "list" || this.labels.countOf(next) > 0) return undefined;
    return this.isFull(row) && !this.looksLikeEntry(at) ? next : undefined;
  }

  /** Tells whether the current field has all that it can hold, so that a further item belongs to another. */
  private isFull(row: FieldRow): boolean {
    if (row.kind === "list") return this.field?.items.length === row.size;
    return this.entries === undefined || this.found === 2 ** this.entries.rows.length - 1;
  }

  /** Tells whether an item has the form of an entry, so that it stays with the field that has some. */
  private looksLikeEntry(at: number): boolean {
    return this.entries !== undefined && /^[^:]{1,30}:(?:\s|$)/.test(this.source.raw(this.labels.line(at)));
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
}

/** Tells whether a field has one value and no items. */
const isOneValue = ({ row, head }: FieldNode): boolean =>
  row === undefined ? !isEmpty(head as BoxLine) : isValueRow(row);
