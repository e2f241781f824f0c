import { FIELDS, type FieldRow, isValueRow, ownerOf, placeOf, type ValueRow } from "../format/fields.ts";
import {
  countOf,
  entryAt,
  fieldLabelAt,
  labelsOf,
  nearLabel,
  ownerAt,
  setCount,
  unknownAt,
} from "./box-labels.ts";
import { type BoxLine, bodyOf, changed, isEmpty, stretchOf, unlabelled } from "./box-line.ts";
import { ALL_ENTRY_LABELS, ENTRY_LABELS, entryOf, isLoose, nearEntry } from "./field-labels.ts";
import { splitFlat } from "./flat.ts";
import type { LabelIndex } from "./labels.ts";
import type { BoxLines, BoxNode, FieldNode, Stray } from "./nodes.ts";
import { hasBullet, type Line, type Source } from "./scan.ts";
import { endOfSentence, isOpen, restOf, type Wrapping } from "./wrapping.ts";

/**
 * The box grammar. A line without a bullet starts a field, goes on with a value that was wrapped, or fits nowhere;
 * a line with one is an item of the field it stands under, unless it names itself as an entry of a field whose
 * label is lost, or stands where such a field belongs.
 */

/** Parses the lines of a box. */
export function parseBox(source: Source, box: BoxLines): BoxNode {
  const { text } = source;
  const { lines } = box;
  const labels = labelsOf(source, lines);
  const wrapping: Wrapping = { source, labels, noEndBefore: 0, width: undefined };
  const nodes: (FieldNode | Stray)[] = [];
  let field: FieldNode | undefined;
  /** The entries that the current field can have. */
  let entries: LabelIndex<ValueRow> | undefined;
  /** Which of them it has: a bit for each row. */
  let found = 0;
  /** What has a value that the next line may go on with. */
  let tail: BoxLine | undefined;

  /** Tells whether the bullet of a line is a dash within an open sentence that was wrapped before it. */
  const isDash = (at: number): boolean =>
    tail?.row?.kind === "sentence" &&
    isOpen(source, tail) &&
    entryAt(labels, at) === undefined &&
    endOfSentence(wrapping, at, tail) > 0;

  /** Reads a line without a bullet, and the lines that go on with it. Gives their number. */
  const readLine = (at: number): number => {
    const line = lines[at] as Line;
    const label = fieldLabelAt(labels, at);
    if (label && !readsOn(at, label) && !isOther(at, label)) return startField(label);
    const rest = restOfValue(at);
    if (tail && rest > 0) {
      tail.rest ??= [];
      for (const line of lines.slice(at, at + rest)) tail.rest.push(line);
      return rest;
    }
    const bare = bodyOf(line);
    startLost(lostAbove(bare, at));
    if (startEntry(bare)) return 1;
    const near = nearLabel(labels, line);
    if (near) return startField(near);
    const unknown = unknownAt(labels, at, field?.row);
    const list = isItemAt(at + 1) && goesOn(at + 1) ? field : undefined;
    if (!unknown || (list && isEmpty(unknown))) return addStray(line);
    startUnknown(unknown);
    if (list && list.items.length > 0) field = list;
    return 1;
  };

  /**
   * Tells whether the items from a line on are more of the list that is open, rather than those of a field that is not known:
   * with them, it has as many as the lists of known posts. Of a list that stands twice, nothing tells which is whole.
   */
  const goesOn = (from: number): boolean => {
    const row = field?.row;
    const [least, most] = (row?.kind === "list" && countOf(labels, row) < 2 && row.usual) || [0, 0];
    let count = field?.items.length ?? 0;
    const past = Math.min(lines.length, from + 2 * most);
    for (let at = from; at < past && !fieldLabelAt(labels, at); at++)
      if (hasBullet(lines[at] as Line)) count++;
    return most > 0 && count >= least && count <= most;
  };

  /** Tells whether an item stands at a line that does not name itself as an entry. */
  const isItemAt = (at: number): boolean => {
    const line = lines[at];
    return line !== undefined && hasBullet(line) && !isKeyed(line);
  };

  /** Tells whether a line is the rest of a value though it starts with the word of a label, which stands elsewhere, too. */
  const readsOn = (at: number, label: BoxLine<FieldRow>): boolean =>
    countOf(labels, label.row) > 1 && isLoose(text, label) && restOfValue(at) > 0;

  /** Tells whether a label that stands elsewhere, too, is here but the start of a longer one: `topics: …`. */
  const isOther = (at: number, { row, end }: BoxLine<FieldRow>): boolean => {
    const count = countOf(labels, row);
    if (count < 2) return false;
    const other = unknownAt(labels, at, field?.row);
    if (!other || other.end === end) return false;
    setCount(labels, row, count - 1);
    return true;
  };

  /** Counts the lines from `at` on that go on with the value before. */
  const restOfValue = (at: number): number => (tail ? restOf(wrapping, tail, at, field?.row) : 0);

  const startField = (head: BoxLine<FieldRow>): number => {
    const { row, line, value, to } = head;
    if (head.spelling !== "exact") setCount(labels, row, 1);
    if (isValueRow(row)) {
      open(row, head);
      tail = head;
    } else if (value === to) {
      open(row, head);
    } else {
      open(row, changed(head, { row, to: value }), true);
      addFlat(line, value);
    }
    return 1;
  };

  const open = (row: FieldRow | undefined, head: BoxLine | undefined, flat = false): void => {
    field = { type: "field", row, head, items: [], flat };
    nodes.push(field);
    entries = row && ENTRY_LABELS[placeOf(row)];
    found = 0;
    tail = undefined;
  };

  /** Adds the items that stand on the line of their label. */
  const addFlat = (line: Line, start: number): void => {
    for (const { bullet, from, to } of splitFlat(text.slice(start, line.to))) {
      const first = start + (bullet?.from ?? from);
      addItem(stretchOf(line, first, start + (bullet?.to ?? from), start + from, start + to));
    }
  };

  /** Adds a stretch to the current field as an item: in fields with entries, as the entry that it names. */
  const addItem = (item: BoxLine<undefined>): void => {
    if (!startEntry(item)) add(item);
  };

  const add = (item: BoxLine): void => {
    field?.items.push(item);
    tail = item;
  };

  /** Adds a stretch to the current field if it starts with the label of an entry that the field can have. */
  const startEntry = (item: BoxLine<undefined>): boolean => {
    if (!entries) return false;
    source.touch(item.body, item.to);
    const entry = entryOf(text, item, entries) ?? nearEntry(text, item, entries);
    if (entry) addEntry(entry);
    return entry !== undefined;
  };

  const addEntry = (entry: BoxLine<ValueRow>): void => {
    found |= 1 << placeOf(entry.row);
    add(entry);
  };

  /** Reads a line with a bullet. */
  const readItem = (at: number): number => {
    const reading = labels.readings[at] as BoxLine;
    const named = entryAt(labels, at);
    const owner = named && ownerOf(named.row);
    startLost(lostField(at, owner));
    if (!field || isOneValue(field) || isUnderStray(at)) return addStray(reading.line);
    if (named && owner === field.row) addEntry(named);
    else addItem(reading.row ? unlabelled(reading) : (reading as BoxLine<undefined>));
    return 1;
  };

  /** Starts a field that has lost its label. */
  const startLost = (row: FieldRow | undefined): void => {
    if (!row) return;
    open(row, undefined);
    setCount(labels, row, 1);
  };

  /** Finds the field without a label whose first entry has lost its bullet, too: the item below is one of its entries. */
  const lostAbove = (bare: BoxLine, at: number): FieldRow | undefined => {
    const entry = entryOf(text, bare, ALL_ENTRY_LABELS);
    const owner = entry && ownerOf(entry.row);
    return owner && countOf(labels, owner) === 0 && ownerAt(labels, at + 1) === owner ? owner : undefined;
  };

  const isAfterStray = (): boolean => nodes.at(-1)?.type === "stray";

  /** Tells whether the last line fitted nowhere and the field before it has no names to tell its items by, and goes on with none. */
  const isUnderStray = (at: number): boolean =>
    isAfterStray() && entries === undefined && !(goesOn(at) && field?.items.length !== 0);

  /** Finds the field without a label that an item opens, by the entry the item names or by the place it stands in. */
  const lostField = (at: number, owner: FieldRow | undefined): FieldRow | undefined => {
    const row = field?.row;
    if (owner) {
      if (owner === row) return undefined;
      if (countOf(labels, owner) === 0) {
        if (!row || isValueRow(row) || entries) return owner;
        if (ownerAt(labels, at + 1) === owner) return owner;
      }
    }
    if (!row || isAfterStray()) return undefined;
    const next = FIELDS[placeOf(row) + 1];
    if (next?.kind !== "list" || countOf(labels, next) > 0) return undefined;
    return isFull(row) && !looksLikeEntry(at) ? next : undefined;
  };

  /** Tells whether the current field has all that it can hold, so that a further item belongs to another. */
  const isFull = (row: FieldRow): boolean => {
    if (row.kind === "list") return field?.items.length === row.size;
    return entries === undefined || found === 2 ** entries.rows.length - 1;
  };

  /** Tells whether an item has the form of an entry, so that it stays with the field that has some. */
  const looksLikeEntry = (at: number): boolean => entries !== undefined && isKeyed(lines[at] as Line);

  const isKeyed = (line: Line): boolean => /^[^:]{1,30}:(?:\s|$)/.test(source.raw(line));

  const startUnknown = (head: BoxLine<undefined>): void => {
    open(undefined, head);
    if (!isEmpty(head)) tail = head;
  };

  const addStray = (line: Line): number => {
    const last = nodes.at(-1);
    // Where something has been read since, its field goes on around the stray lines before.
    if (last?.type === "stray" && !tail) last.lines.push(line);
    else nodes.push({ type: "stray", lines: [line] });
    tail = undefined;
    return 1;
  };

  for (let at = 0; at < lines.length; )
    at += hasBullet(lines[at] as Line) && !isDash(at) ? readItem(at) : readLine(at);
  return { ...box, children: nodes };
}

/** Tells whether a field has one value and no items. */
const isOneValue = ({ row, head }: FieldNode): boolean => (row ? isValueRow(row) : !isEmpty(head as BoxLine));
