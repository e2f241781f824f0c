import type { Bit } from "../layout/bits.ts";
import { quote } from "../parse/quote.ts";
import { rowsOfLines } from "./cell-lines.ts";
import { type Context, contextOf } from "./context.ts";
import type { Found } from "./found.ts";
import { tellHidden } from "./hidden.ts";
import type { Notes, Path, Stretch } from "./issues.ts";
import type { DeclaredField, LabelTable } from "./labels.ts";
import { LeftLines } from "./left-lines.ts";
import { holdsCells, valueText } from "./lines.ts";
import { hasLooseItems, readList } from "./lists.ts";
import { type WithNear, withNear } from "./near.ts";
import {
  tellAmongLines,
  tellBesideLost,
  tellBetween,
  tellOnceMore,
  tellRowsAbove,
  tellShared,
  tellTurned,
} from "./placed.ts";
import type { Outcome } from "./reading.ts";
import { entriesBelow, recordsOf, recordsOfTable, tableRows } from "./records.ts";
import { type Part, type Region, regionsOf } from "./regions.ts";
import { LabelSearch } from "./search.ts";
import { readOne } from "./values.ts";
import { labelsWithin } from "./within.ts";

/** What was read of fields. */
export interface ReadFields {
  readonly values: Record<string, unknown>;
  /** Rows that nobody declared. */
  readonly rest: Record<string, string | string[]>;
}

/** Reads the fields of a part; `around` is where missing ones are reported. */
export const readFields = (part: Part, notes: Notes, around: Stretch): ReadFields =>
  new FieldReader(part, notes).read(around);

class FieldReader {
  private readonly near: WithNear;
  private readonly context: Context;
  /** What no field takes. */
  private readonly left: LeftLines;
  /** Whether fields share lines. */
  private readonly hasRuns: boolean;
  /** The field of the row above, where it is a list with items below its label. */
  private linesAbove: DeclaredField | undefined;
  /** What stands right above a label: the label before it, with what belongs to that. */
  private readonly above = new Map<Region, Region>();
  private readonly values: [string, unknown][] = [];

  constructor(
    private readonly part: Part,
    private readonly notes: Notes,
  ) {
    this.near = withNear(part, notes);
    const { bits } = part;
    const { labels } = this.near;
    this.hasRuns = labels.some(({ from }) => from > 0);
    this.context = contextOf(part, labels, notes.source, labelsWithin(part.table, labels, part.outer));
    const own = labels.slice(1).map(({ at }) => bits[at] as Bit);
    const isSpaced = own.filter(({ apart }) => apart).length > own.length / 2;
    this.left = new LeftLines(part, notes, this.context, isSpaced);
  }

  read(around: Stretch): ReadFields {
    const { bits, table, start, end, path } = this.part;
    const { before, regions, after, doubtful, isAbove } = regionsOf(this.part, this.near.labels);
    if (regions.length > 0) this.left.strays(before, undefined);
    else this.left.withoutLabels(bits.slice(start, end));
    tellBetween(doubtful, isAbove, path, this.notes);
    tellTurned(regions, bits, path, this.notes);
    tellOnceMore(regions, path, this.notes);
    const byField = new Map<DeclaredField, Region[]>();
    for (const [i, region] of regions.entries()) {
      if (i > 0) this.above.set(region, regions[i - 1] as Region);
      const own = byField.get(region.found.field) ?? [];
      own.push(region);
      byField.set(region.found.field, own);
    }
    for (const region of regions) {
      const own = byField.get(region.found.field) as Region[];
      if (own[0] === region) this.field(own);
      const mayHoldRow = isOpen(region) && (this.hasRuns || holdsCells(region, bits));
      if (region.isRun || mayHoldRow) tellShared(region, path, this.notes);
    }
    this.left.past(after, path);
    for (const field of table.fields) this.missing(field, byField, around);
    const lacking = table.fields.filter((field) => !byField.has(field) && !this.near.reported.has(field));
    // The first row may have been joined to the line above it.
    const from = path.length === 0 ? Math.max(0, start - 1) : start;
    tellHidden(table, bits.slice(from, end), lacking, this.context.areAlone, path, this.notes);
    return { values: Object.fromEntries(this.values), rest: Object.fromEntries(this.left.rest) };
  }

  /** Reads a field: of several places, the first whose value is whole, else the first with a value. */
  private field(regions: readonly Region[]): void {
    const { field } = (regions[0] as Region).found;
    const path = [...this.part.path, field.key];
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
      else this.again(region, path);
    }
    if (this.context.isAfterLost && this.context.hasValuesBelow)
      tellBesideLost(best.region, this.above.get(best.region), path, this.notes);
    if (this.linesAbove !== undefined) tellAmongLines(best.region, this.linesAbove, path, this.notes);
    this.context.isAfterLost = best.outcome.isLost && best.region.head === undefined;
    if (best.outcome.value !== undefined) this.values.push([field.key, best.outcome.value]);
    else if (best.outcome.isLost) this.lost(field, best.region, path);
    this.linesAbove = hasLooseItems(best.region, best.outcome) ? field : undefined;
  }

  private outcome(region: Region, path: Path, notes: Notes): Outcome {
    const { node, entries } = region.found.field;
    const { bits } = this.part;
    const reading = { region, bits, path, notes, context: this.context };
    if (node.rule !== undefined) return readOne(reading, node.rule);
    if (entries === undefined) return readList(reading);
    return this.labelled(region, entries, path, notes);
  }

  /** Tells a field that stands once more, with what stands there. */
  private again(region: Region, path: Path): void {
    const { found, label, head, under } = region;
    const own = head === undefined ? label.text : label.text.joinedWith(" ", head.text);
    const message = `"${found.field.node.label}" stands here once more; the first whole one was taken`;
    this.notes.add("duplicate_field", path, message, own);
    if (region.isLast) this.left.past(under, path);
    else this.left.strays(under, path);
    const above = this.above.get(region);
    if (above?.head === undefined && found.joint === "space")
      this.itemOf(above, label, "stands below; it may be an item, too");
  }

  /** Tells a label without a value, or takes what that means. */
  private lost({ key, node }: DeclaredField, region: Region, path: Path): void {
    const { linesAbove } = this;
    if (linesAbove !== undefined && region.head === undefined) {
      const doubt = `"${region.label.text.text}" below has no value, so that the last item may be its own`;
      this.notes.doubt([...this.part.path, linesAbove.key], region.label.text, doubt);
    }
    const empty = node.rule?.empty;
    if (empty !== undefined) {
      this.values.push([key, empty]);
      this.notes.place(path, region.label.text);
      const { strayAbove } = this.context;
      const above = strayAbove === this.part.bits[region.found.at - 1] ? strayAbove : undefined;
      const other = [above, ...region.under].find((bit) => bit && node.rule?.read(bit.text.text));
      if (region.isLast && this.context.isBeforeMissing(region.found.field))
        this.notes.doubt(
          path,
          region.label.text,
          "the box ends here, before all its fields; the value may have been cut off",
        );
      if (other !== undefined)
        this.notes.doubt(path, region.label.text, `${quote(other.text.text)} beside it may be its value`);
      return;
    }
    const message = `"${region.label.text.text}" stands without a value, which may have been taken away; expected ${node.rule?.expected ?? "items"}`;
    const severity = node.optional ? "warning" : "error";
    this.notes.add("label_without_value", path, message, region.label.text, severity);
  }

  private missing(
    field: DeclaredField,
    present: ReadonlyMap<DeclaredField, readonly Region[]>,
    around: Stretch,
  ): void {
    if (present.has(field) || field.node.optional || this.near.reported.has(field)) return;
    const { path, table } = this.part;
    const { label, rule } = field.node;
    const message = `there is no "${label}"; expected that label and ${rule?.expected ?? "what belongs to it"}`;
    this.notes.add("missing_field", [...path, field.key], message, around);
    const before = table.fields.slice(0, field.place).findLast((one) => present.has(one));
    if (before === undefined || before.node.kind === "value") return;
    const isOnLine = present.get(before)?.[0]?.head !== undefined;
    if (isOnLine && field.node.kind === "value") return;
    const doubt = `there is no "${label}" after it, so that some of its items may belong there`;
    this.notes.doubt([...path, before.key], around, doubt);
  }

  /** Reads entries or records under a label. */
  private labelled(region: Region, table: LabelTable, path: Path, notes: Notes): Outcome {
    const { node } = region.found.field;
    const isMany = node.kind === "records";
    const bits = entriesBelow(region, table);
    const { isLast } = region;
    const columns = isMany ? (tableRows(bits, table, isLast) ?? rowsOfLines(bits, table, isLast)) : undefined;
    if (columns !== undefined)
      return { value: recordsOfTable(columns, path, notes, this.context.within), isLost: false, used: bits };
    const { strayAbove } = this.context;
    if (strayAbove !== undefined && strayAbove === this.part.bits[region.found.at - 1])
      tellRowsAbove(region, strayAbove, table, path, notes);
    const search = new LabelSearch(bits, table).all();
    const groups = isMany ? recordsOf(search, bits) : [search];
    if (search.length === 0) {
      if (bits.length === 0) return { isLost: true, used: [] };
      const strand = valueText(bits.slice(0, 3));
      const labels = table.fields.map((field) => field.node.label).join(", ");
      const message = `${quote(strand.text)} is not a valid ${node.label}; expected ${labels} with their values`;
      notes.add("invalid_value", path, message, strand);
      return { isLost: false, used: bits };
    }
    const values = groups.map((labels: readonly Found[], i) => {
      const start = i === 0 ? 0 : (labels[0]?.at ?? 0);
      const end = groups[i + 1]?.[0]?.at ?? bits.length;
      const own = isMany ? [...path, i] : path;
      const part: Part = {
        bits,
        table,
        labels,
        top: start,
        start,
        end,
        path: own,
        restKey: undefined,
        outer: this.context.within,
      };
      return readFields(part, notes, (bits[labels[0]?.at ?? 0] as Bit).text).values;
    });
    return { value: isMany ? values : values[0], isLost: false, used: bits };
  }

  /** Looks at what a field did not take. */
  private leftover(region: Region, { used }: Outcome, path: Path): void {
    const { under, isLast } = region;
    const taken = new Set(used.map(({ text }) => text.end));
    const left = under.filter(({ text }) => !taken.has(text.end));
    if (isLast) this.left.past(left, path);
    else this.left.strays(left, path);
    this.itemAbove(region, left[0]);
    if (isLast) this.cutOff(region, used, path);
  }

  /** Tells the list above a row where a bullet stands right below that row, which may be an item of it. */
  private itemAbove(region: Region, below: Bit | undefined): void {
    const { label } = region;
    if (!below?.isItem || (label.isItem && below.column <= label.column)) return;
    this.itemOf(this.above.get(region), below, "stands below the row that follows; it may be an item, too");
  }

  /** Doubts a list, of which something may be an item. */
  private itemOf(above: Region | undefined, { text }: Bit, why: string): void {
    const field = above?.found.field;
    if (field?.node.kind === "list")
      this.notes.doubt([...this.part.path, field.key], text, `${quote(text.text)} ${why}`);
  }

  /** Tells the last value where fields are missing behind it: a text may have been cut there, any value where the source ends. */
  private cutOff({ found: { field } }: Region, used: readonly Bit[], path: Path): void {
    const end = used.at(-1)?.text.end;
    if (end === undefined || !this.context.isBeforeMissing(field)) return;
    const mayGoOn = field.node.rule?.isClosed !== true || field.node.rule.kind === "of";
    if (mayGoOn || /^[\s|*_]*$/.test(this.notes.source.slice(end)))
      this.notes.doubt(
        path,
        valueText(used),
        "the box ends here, before all its fields; the rest of the value may have been cut off",
      );
  }
}

/** Tells whether any text may be the value of a field. */
const isOpen = ({ found: { field } }: Region): boolean => field.node.rule?.isClosed !== true;
