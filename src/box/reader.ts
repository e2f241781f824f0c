import type { Bit } from "../layout/bits.ts";
import type { Strand } from "../layout/strand.ts";
import { quote } from "../parse/quote.ts";
import type { Notes, Path, Stretch } from "./issues.ts";
import { asLabel, type LabelTable, type Seat } from "./labels.ts";
import { nearLabels, type Region, ROW, regionsOf } from "./regions.ts";
import { joined } from "./rows.ts";
import { type Found, LabelSearch } from "./search.ts";
import { type Context, type Outcome, readList, readOne, valueText } from "./values.ts";

/** What was read of fields. */
export interface ReadFields {
  readonly values: Record<string, unknown>;
  /** Rows that nobody declared. */
  readonly rest: Record<string, string | string[]>;
}

/** How far before the first label a misspelled one is looked for, in bits. */
const NEAR_BEFORE = 2;

/** How far past the last label a misspelled one is looked for, in bits. */
const NEAR_PAST = 3;

/** Reads the fields of a table from bits. */
export class FieldReader {
  private readonly context: Context;
  private readonly labels: readonly Found[];
  /** Fields whose label is doubtful, so that they are told as such and not as missing. */
  private readonly told = new Set<Seat>();
  private readonly values: [string, unknown][] = [];
  private readonly rest: [string, string | string[]][] = [];

  constructor(
    private readonly bits: readonly Bit[],
    private readonly table: LabelTable,
    private readonly notes: Notes,
    labels: readonly Found[],
    private readonly start: number,
    private readonly end: number,
    private readonly path: Path,
    private readonly keepsRest: boolean,
  ) {
    this.labels = this.withNear(labels);
    const width = Math.max(
      0,
      ...this.bits.slice(start, Math.min(end, start + 500)).map(({ row }) => row.text.text.trimEnd().length),
    );
    const colons = this.labels.filter(({ joint }) => joint === "colon").length;
    this.context = {
      hasColons: colons * 2 > this.labels.length || colons >= 3,
      standsApart: false,
      listsApart: false,
      isAfterLost: false,
      absentIn: (text) => this.absentIn(text),
      width,
    };
  }

  /** Reads all fields; `around` is where missing ones are told. */
  read(around: Stretch): ReadFields {
    const { before, regions } = regionsOf(this.bits, this.labels, this.start, this.end);
    this.strays(before, undefined);
    const bySeat = new Map<Seat, Region[]>();
    for (const region of regions) {
      const own = bySeat.get(region.found.seat) ?? [];
      own.push(region);
      bySeat.set(region.found.seat, own);
    }
    for (const region of regions) {
      const own = bySeat.get(region.found.seat) as Region[];
      if (own[0] === region) this.field(own);
      if (region.isRun && region.found.from > 0)
        this.notes.add(
          "run_together",
          [...this.path, region.found.seat.key],
          `"${region.label.text.text}" stands on the line of another field; it was read as a field of its own`,
          region.label.text,
        );
    }
    for (const seat of this.table.seats) this.missing(seat, bySeat, around);
    return { values: Object.fromEntries(this.values), rest: Object.fromEntries(this.rest) };
  }

  /** Finds the label of a missing field in a text, where it is a word of its own or starts with a capital. */
  private absentIn(text: string): string | undefined {
    const present = new Set(this.labels.map(({ seat }) => seat));
    const found = this.table.matches(text).find(({ from, text: label }) => {
      const seat = this.table.of(label);
      const isWord = !/[\p{L}\p{N}]/u.test(text.charAt(from - 1)) || /^\p{Lu}/u.test(label);
      return seat !== undefined && !present.has(seat) && !seat.node.optional && isWord;
    });
    return found?.text;
  }

  /** Adds labels with one edit; tells those that may be either of two. */
  private withNear(labels: readonly Found[]): readonly Found[] {
    const last = labels.at(-1)?.at ?? this.start;
    // Where no heading says where the box starts, its first label may be the one that is misspelled.
    const first = labels[0]?.at === this.start ? Math.max(0, this.start - NEAR_BEFORE) : this.start;
    const near = nearLabels(this.bits, labels, this.table, first, Math.min(this.end, last + 1 + NEAR_PAST));
    const added: Found[] = [];
    for (const { bit, seats, label, found } of near) {
      const [seat] = seats;
      if (seat === undefined || this.told.has(seat)) continue;
      const at = bit.text.slice(0, found?.end ?? Math.min(label.length + 1, bit.text.text.length));
      if (found === undefined) {
        const names = seats.map(({ node }) => `"${node.label}"`).join(" or ");
        for (const one of seats) this.told.add(one);
        this.notes.add(
          "ambiguous_label",
          [...this.path, seat.key],
          `unknown label near ${quote(at.text)}; did you mean ${names}? Which one is not clear`,
          at,
        );
        continue;
      }
      this.told.add(seat);
      added.push(found);
      this.notes.add(
        "misspelled_label",
        [...this.path, seat.key],
        `unknown label ${quote(at.text)}; did you mean "${label}"? It was read as that`,
        at,
      );
    }
    return added.length === 0 ? labels : [...labels, ...added].sort((a, b) => a.at - b.at || a.from - b.from);
  }

  /** Reads a field: of several places, the first whose value is whole, else the first with a value. */
  private field(regions: readonly Region[]): void {
    const { seat } = (regions[0] as Region).found;
    const path = [...this.path, seat.key];
    let best: { outcome: Outcome; region: Region; notes: Notes } | undefined;
    for (const region of regions) {
      const notes = this.notes.branch();
      const outcome = this.outcome(region, path, notes);
      const isWhole = outcome.value !== undefined && notes.issues.length === 0;
      if (best === undefined || isWhole || (best.outcome.value === undefined && outcome.value !== undefined))
        best = { outcome, region, notes };
      if (isWhole) break;
    }
    if (best === undefined) return;
    this.notes.take(best.notes);
    for (const region of regions) {
      if (region === best.region) this.leftover(region, best.outcome, path);
      else {
        const message = `"${seat.node.label}" stands here once more; the first whole one was taken`;
        this.notes.add("duplicate_field", path, message, region.label.text);
        this.leftover(region, { isLost: true, used: region.under }, path);
      }
    }
    this.context.isAfterLost =
      best.outcome.isLost && best.region.found.joint === "alone" && best.region.head === undefined;
    if (best.outcome.value !== undefined) this.values.push([seat.key, best.outcome.value]);
    else if (best.outcome.isLost) this.lost(seat, best.region, path);
  }

  private outcome(region: Region, path: Path, notes: Notes): Outcome {
    const { node, entries } = region.found.seat;
    if (node.rule !== undefined) return readOne(region, this.bits, node.rule, path, notes, this.context);
    if (entries === undefined) return readList(region, this.bits, path, notes, this.context);
    return this.labelled(region, entries, path, notes);
  }

  /** Tells a label without a value, or takes what that means. */
  private lost({ key, node }: Seat, region: Region, path: Path): void {
    const empty = node.rule?.empty;
    if (empty !== undefined) {
      this.values.push([key, empty]);
      this.notes.place(path, region.label.text);
      return;
    }
    const message = `"${region.label.text.text}" stands without a value, which may have been taken away; expected ${node.rule?.expected ?? "items"}`;
    this.notes.add(
      "label_without_value",
      path,
      message,
      region.label.text,
      node.optional ? "warning" : "error",
    );
  }

  private missing(seat: Seat, present: ReadonlyMap<Seat, unknown>, around: Stretch): void {
    if (present.has(seat) || seat.node.optional || this.told.has(seat)) return;
    const { label, rule } = seat.node;
    const message = `there is no "${label}"; expected that label and ${rule?.expected ?? "what belongs to it"}`;
    this.notes.add("missing_field", [...this.path, seat.key], message, around);
    const before = this.table.seats.slice(0, seat.place).findLast((one) => present.has(one));
    if (before === undefined || before.node.kind === "value" || seat.node.kind === "value") return;
    const doubt = `there is no "${label}" after it, so that some of its items may belong there`;
    this.notes.add("uncertain_value", [...this.path, before.key], doubt, around);
  }

  /** Reads entries or records under a label. */
  private labelled(region: Region, table: LabelTable, path: Path, notes: Notes): Outcome {
    const { node } = region.found.seat;
    const bits = [...(region.head === undefined ? [] : [region.head]), ...ownOf(region, table)];
    const rows = node.kind === "records" ? tableRows(bits, table) : undefined;
    if (rows !== undefined) return this.fromTable(rows, bits, path, notes);
    const search = new LabelSearch(bits, table).all();
    const groups = node.kind === "records" ? recordsOf(search) : [search];
    if (search.length === 0) {
      if (bits.length === 0) return { isLost: true, used: [] };
      const strand = valueText(bits.slice(0, 3));
      notes.add(
        "invalid_value",
        path,
        `${quote(strand.text)} is not a valid ${node.label}; expected ${[...table.seats].map((seat) => seat.node.label).join(", ")} with their values`,
        strand,
      );
      return { isLost: false, used: bits };
    }
    const values = groups.map((labels, i) => {
      const own = node.kind === "records" ? [...path, i] : path;
      const start = i === 0 ? 0 : (labels[0]?.at ?? 0);
      const end = groups[i + 1]?.[0]?.at ?? bits.length;
      const reader = new FieldReader(bits, table, notes, labels, start, end, own, false);
      return reader.read((bits[labels[0]?.at ?? 0] as Bit).text).values;
    });
    notes.place(path, joined(bits));
    return { value: node.kind === "records" ? values : values[0], isLost: false, used: bits };
  }

  /** Reads records from a table with their labels above its columns. */
  private fromTable({ seats, rows }: Columns, used: readonly Bit[], path: Path, notes: Notes): Outcome {
    const value = rows.map((cells, i) => {
      const values = seats.flatMap((seat, column): [string, unknown][] => {
        const cell = cells[column];
        const own = [...path, i, seat.key];
        const { rule, label, optional } = seat.node;
        const read = cell === undefined ? undefined : rule?.read(valueText([cell]).text);
        if (cell !== undefined && read !== undefined) {
          notes.place(own, cell.text);
          return [[seat.key, read.value]];
        }
        const at = (cell ?? (cells[0] as Bit)).text;
        if (cell !== undefined)
          notes.add(
            "invalid_value",
            own,
            `${quote(cell.text.text)} is not a valid ${label}; expected ${rule?.expected ?? "a value"}`,
            at,
          );
        else if (!optional) notes.add("missing_field", own, `there is no "${label}" in this row`, at);
        return [];
      });
      return Object.fromEntries(values);
    });
    return { value, isLost: false, used };
  }

  /** Looks at what a field did not take. */
  private leftover({ under, isLast }: Region, { used }: Outcome, path: Path): void {
    const taken = new Set(used.map(({ text }) => text.end));
    const left = under.filter(({ text }) => !taken.has(text.end));
    this.strays(isLast ? this.adjoining(left, under) : left, path);
  }

  /** What follows the last field right away and looks like its rows: past it, the box may be over. */
  private adjoining(left: readonly Bit[], under: readonly Bit[]): Bit[] {
    const rows: Bit[] = [];
    for (const bit of left) {
      const isNext = !bit.apart || (bit.bulleted && rows.length > 0) || under.length === 0;
      const isRow = this.rowOf(bit) !== undefined || bit.after || bit.bulleted || this.path.length > 0;
      if (!isNext || (!isRow && !isTitle(bit, left))) break;
      rows.push(bit);
    }
    return rows;
  }

  /** Keeps rows that nobody declared, and tells them and what is none. */
  private strays(bits: readonly Bit[], near: Path | undefined): void {
    for (let i = 0; i < bits.length; i++) {
      const bit = bits[i] as Bit;
      const row = this.rowOf(bit);
      const cells = bits.slice(i + 1).findIndex((one) => !one.after || one.row !== bit.row);
      const after = bits.slice(i + 1, cells < 0 ? bits.length : i + 1 + cells);
      const items = row === undefined && after.length === 0 && !bit.bulleted ? itemsAfter(bits, i) : [];
      if (row !== undefined) this.unknown(row.label, row.value, bit.text);
      else if (after.length > 0 && !bit.after) this.unknown(bit.text.text, valueText(after).text, bit.text);
      else if (items.length > 0)
        this.unknown(
          bit.text.text,
          items.map((item) => valueText([item]).text),
          bit.text,
        );
      else
        this.notes.add(
          "stray_text",
          near ?? this.path,
          `${quote(bit.text.text)} belongs to no field`,
          bit.text,
        );
      i += row === undefined ? after.length + items.length : 0;
    }
  }

  private rowOf({ text: { text } }: Bit): { label: string; value: string } | undefined {
    if (!this.context.hasColons && this.labels.length > 0) return undefined;
    const [, label, value] = ROW.exec(text) ?? [];
    return label === undefined || value === undefined || value.trim() === ""
      ? undefined
      : { label, value: value.trim() };
  }

  private unknown(label: string, value: string | string[], at: Strand): void {
    if (this.keepsRest && !this.rest.some(([one]) => one === label)) {
      this.rest.push([label, value]);
      return;
    }
    this.notes.add("unknown_field", this.path, `no field has the label ${quote(label)}`, at);
  }
}

/** Tells whether a line alone is the label of bullets below it. */
const isTitle = (bit: Bit, bits: readonly Bit[]): boolean =>
  bits[bits.indexOf(bit) + 1]?.bulleted === true && !bit.bulleted;

function itemsAfter(bits: readonly Bit[], at: number): Bit[] {
  const past = bits.findIndex((bit, i) => i > at && !bit.bulleted);
  return bits.slice(at + 1, past < 0 ? bits.length : past);
}

/** The bits below a label that may be its entries: past the last label, up to what is none. */
function ownOf({ under, isLast }: Region, table: LabelTable): readonly Bit[] {
  if (!isLast) return under;
  const past = under.findIndex(
    (bit, i) =>
      i > 0 && bit.apart && !bit.bulleted && !bit.after && table.startOf(bit.text.text) === undefined,
  );
  return past < 0 ? under : under.slice(0, past);
}

/** Parts labels into records: each starts where a label comes again. */
function recordsOf(labels: readonly Found[]): Found[][] {
  const records: Found[][] = [];
  let seen = new Set<Seat>();
  for (const found of labels) {
    if (records.length === 0 || seen.has(found.seat)) {
      records.push([]);
      seen = new Set();
    }
    records.at(-1)?.push(found);
    seen.add(found.seat);
  }
  return records;
}

/** A table of records. */
interface Columns {
  readonly seats: readonly Seat[];
  readonly rows: readonly (readonly Bit[])[];
}

/** Reads bits as a table: the labels of the entries in one row, and cells below. */
function tableRows(bits: readonly Bit[], table: LabelTable): Columns | undefined {
  const rows: Bit[][] = [];
  for (const bit of bits) {
    if (bit.after && rows.at(-1)?.[0]?.row === bit.row) rows.at(-1)?.push(bit);
    else rows.push([bit]);
  }
  const seats = (rows[0] ?? []).flatMap(({ text }) => table.of(asLabel(text.text)) ?? []);
  if (seats.length < 2 || seats.length !== rows[0]?.length || rows.length < 2) return undefined;
  return { seats, rows: rows.slice(1).filter((row) => row.length > 1) };
}
