import { type FieldRow, isEntriesRow, isValueRow, type ValueRow } from "../format/fields.ts";
import type { Remark } from "../layout/draft.ts";
import type { Role } from "../syntax/scan.ts";
import { withoutBullets } from "./bullets.ts";
import { chipsOf, chipsOfKind } from "./chips.ts";
import { columnsOf } from "./columns.ts";
import { flagOf, withinItem, withoutJoint } from "./entry.ts";
import { gluedRemarks, plainLine, secondSentence, severalLines, withoutLabelAgain } from "./glued.ts";
import { type ItemPlace, ownItems } from "./items.ts";
import { entriesApart, itemsOnLine } from "./joints.ts";
import type { Label } from "./label.ts";
import { entryLabels, fieldLabels } from "./labels.ts";
import { textOf } from "./node.ts";
import { pairsOf } from "./pairs.ts";
import type { Part } from "./parts.ts";
import { cutAtRow, rowAround } from "./rows.ts";
import { folded, lineOf, linesOf, type Segment } from "./segments.ts";
import type { Sheet } from "./sheet.ts";
import { remarkOn, strayRemark } from "./stray.ts";

/** Lays out the rows of a box, whatever their markup, as the site's text has them: a line a value, a bullet an item. */

/** Writes the rows of a box; gives what is to be reported of how they were read. */
export function layOutBox(html: string, part: Pick<Part, "segments" | "labels">, sheet: Sheet): Remark[] {
  const { segments } = part;
  const labels = part.labels ?? fieldLabels(html, segments);
  const writer = new BoxWriter(html, sheet);
  writer.strays(segments.slice(0, labels[0]?.at ?? segments.length).filter((segment) => !isInHead(segment)));
  labels.forEach((label, i) => {
    const end = labels[i + 1]?.at ?? segments.length;
    const row = label.row?.kind === "list" ? undefined : rowAround(segments, labels, i);
    const { value, behind } = cutAtRow(html, valueBehind(html, segments, label, end), row);
    writer.field(label, withinRow(segments[label.at] as Segment, value));
    writer.leaveOut(behind);
  });
  return writer.remarks;
}

/** Tells whether a name is that of a row, in letters of any case, with plain spaces. */
const isPlainly = (name: string, { label }: FieldRow | ValueRow): boolean =>
  /^[ -~]*$/.test(name) && folded(name) === label;

/** A value whose row is an item of a list itself: what stands in that item alone is no item of the value. */
const withinRow = ({ item: row }: Segment, value: readonly Segment[]): readonly Segment[] =>
  row === undefined
    ? value
    : value.map((segment) => (segment.item === row ? { ...segment, item: undefined } : segment));

/** The segments of a value: what follows a label, without the colon. */
export function valueBehind(
  html: string,
  segments: readonly Segment[],
  label: Label<unknown>,
  end: number,
): Segment[] {
  let start = label.past;
  // A space that does not break is layout between a label and its value.
  while (start < end && /^[\s\u00a0]*$/.test(textOf(html, (segments[start] as Segment).text))) start++;
  const value = segments.slice(start, end);
  if (label.rest !== undefined) {
    const own = segments[label.past - 1] as Segment;
    if (value.length > 0 && JOINTS.test(html.slice(label.rest, own.text.to))) return value;
    return [{ ...own, text: { ...own.text, from: label.rest }, spaced: true }, ...value];
  }
  const [first, ...others] = value;
  if (first === undefined || first.starts || first.text.character !== undefined) return value;
  if (others.length > 0 && JOINTS.test(textOf(html, first.text))) return others;
  // A dash before several lines is a bullet.
  const isOneLine = others.every(({ starts }) => !starts);
  const mark = (isOneLine ? /^\s*(?:[:：|=]|[-–—](?=\s))\s*/ : /^\s*[:：|=]\s*/).exec(
    textOf(html, first.text),
  );
  if (mark === null) return value;
  const from = first.text.from + mark[0].length;
  return from < first.text.to ? [{ ...first, text: { ...first.text, from } }, ...others] : others;
}

/** Signs between a label and its value, with nothing else in their element. */
const JOINTS = /^\s*[-–—=→>»›|:：*•][-–—=→>»›|:：*•\s]*$/;

/** Tells whether a segment stands in the head of a table, which says what its columns are. */
const isInHead = ({ cell }: Segment): boolean => cell?.parent?.parent?.name === "thead";

/** Cuts segments into items, as lists have them, and gives what stands in none. */
function itemsOf(segments: readonly Segment[], lists: number): { items: Segment[][]; others: Segment[] } {
  const items: Segment[][] = [];
  const others: Segment[] = [];
  let item: unknown;
  for (const segment of segments) {
    if (segment.item === undefined || segment.lists <= lists) {
      others.push(segment);
      item = undefined;
    } else if (segment.item === item) {
      items[items.length - 1]?.push(segment);
    } else {
      items.push([segment]);
      item = segment.item;
    }
  }
  return { items, others };
}

/** Puts lines in the order of the page. */
const inOrder = (lines: readonly Segment[][]): Segment[][] =>
  [...lines].sort(([a], [b]) => (a as Segment).text.from - (b as Segment).text.from);

/** In how many lists a value as a whole stands. */
function levelOf(value: readonly Segment[]): number {
  const levels = value.map(({ item, lists }) => (item === undefined ? 0 : lists - 1));
  return levels.reduce((least, level) => Math.min(least, level), Number.POSITIVE_INFINITY);
}

/** Signs that part items on one line, and stand in few. */
const JOINED = /\s[·•|/]\s|;\s|^[^,.]{1,30}(?:, [^,.]{1,30}){2,}$/;
const SEVERAL = "several elements on one of the lines of a list; each was read as an item";
const AS_ONE = "one of the lines of a list holds signs that part items; it was read as one";

class BoxWriter {
  readonly remarks: Remark[] = [];
  /** Where what is written stands in a post. */
  private path: readonly string[] = ["meta"];

  constructor(
    private readonly html: string,
    private readonly sheet: Sheet,
  ) {}

  /** Writes text that belongs to no field, line by line. */
  strays(segments: readonly Segment[]): void {
    for (const line of linesOf(segments)) this.line(line);
  }

  /** Tells what follows the row of the field that was written last. */
  leaveOut(behind: readonly Segment[]): void {
    const message = "text between the rows of the box, which is none; it was left out";
    if (behind.length > 0) this.remarks.push(strayRemark(behind, this.path, message));
  }

  /** Writes a field: its label, and its value on the same line or its items below. */
  field(label: Label<FieldRow | undefined>, behind: readonly Segment[]): void {
    const { sheet, html } = this;
    const { row } = label;
    const name = row?.label ?? html.slice(label.from, label.to);
    this.path = row === undefined ? ["meta", "extra", name] : ["meta", row.key];
    const value = withoutLabelAgain(html, folded(name), behind);
    this.label(label);
    if (row === undefined) {
      const items = value.every(({ item }) => item !== undefined) ? itemsOf(value, levelOf(value)).items : [];
      if (items.length > 0) {
        sheet.end();
        this.items(items, { path: ["meta"] });
      } else this.value(": ", value);
    } else if (isValueRow(row)) {
      if (row.kind === "sentence") this.remarks.push(...secondSentence(html, value, this.path));
      this.value(" ", value);
    } else {
      this.list(row, value);
    }
  }

  /** Writes a label as it stands, but for what is none of it, as references to spaces. */
  private label({ row, from, to }: Label<FieldRow | ValueRow | undefined>): void {
    const name = this.html.slice(from, to);
    this.sheet.put(row !== undefined && !isPlainly(name, row) ? row.label : name, from, to);
  }

  /** Writes a value behind its label. */
  private value(between: string, value: readonly Segment[]): void {
    if (value.length > 0) this.sheet.write(between);
    this.remarks.push(...severalLines(value, this.path));
    this.line(value);
  }

  /** Writes what a field holds that has more than one value. */
  private list(row: FieldRow, behind: readonly Segment[]): void {
    const first = behind.map((segment, i) => (i === 0 ? { ...segment, starts: true } : segment));
    const value = entriesApart(this.html, first, row);
    this.sheet.end();
    const entries = entryLabels(this.html, value, row);
    if (entries.length > 0) {
      this.entries(entries, value, row.kind === "records" ? "    • " : "  • ");
      return;
    }
    const { items, others } = itemsOf(value, levelOf(value));
    const lines = linesOf(value);
    if (this.pairs(row, items.length > 0 ? inOrder([...items, ...linesOf(others)]) : lines)) return;
    const place = { path: ["meta", row.key] };
    if (items.length > 0) {
      this.items(items, place);
      this.strays(others);
      return;
    }
    if (lines.length === 1) this.oneLine(row, lines[0] as Segment[]);
    else this.items(this.chipsOf(lines), place);
  }

  /** Writes records of a name and a type that stand without labels, if they are that. */
  private pairs(row: FieldRow, lines: readonly (readonly Segment[])[]): boolean {
    const [line] = lines;
    const items = lines.length === 1 && line !== undefined ? itemsOnLine(this.html, line) : lines;
    const pairs = pairsOf(this.html, row, items) ?? pairsOf(this.html, row, lines);
    if (pairs === undefined || !isEntriesRow(row)) return false;
    for (const pair of pairs) {
      pair.forEach((value, i) => {
        this.sheet.write(`    • ${row.entries[i]?.label}:`);
        this.value(" ", value);
      });
    }
    return true;
  }

  /** Writes a list whose items stand on one line: elements that each hold one, or text with signs between them. */
  private oneLine(row: FieldRow, line: Segment[]): void {
    const chips = chipsOf(this.html, line);
    const items = chips.length > 1 ? chips : itemsOnLine(this.html, line);
    const { size } = row as { readonly size?: number };
    const isSure =
      size === undefined
        ? items.length > 1 || !/\S\s+\S/.test(lineOf(this.html, line))
        : items.length === size;
    if (isSure && chips.length === 1 && items.length > 1) {
      const message = `the items of "${row.label}" stand on one line; they were separated at the signs between them`;
      const [{ text: first }, { text: last }] = [line[0], line[line.length - 1]] as [Segment, Segment];
      this.remarks.push({
        code: "flattened_list",
        path: ["meta", row.key],
        message,
        from: first.from,
        to: last.to,
      });
    }
    this.items(items, { path: ["meta", row.key] }, isSure ? undefined : "unsure");
  }

  /** Takes the lines of a list, and of lines of elements of one kind, each of those; and tells them. */
  private chipsOf(lines: readonly Segment[][]): Segment[][] {
    return lines.flatMap((line) => {
      const chips = chipsOfKind(this.html, line);
      const doubt = chips.length > 1 ? SEVERAL : JOINED.test(lineOf(this.html, line)) ? AS_ONE : undefined;
      if (doubt !== undefined) this.remarks.push(remarkOn("unusual_value", line, this.path, doubt));
      return chips;
    });
  }

  private items(given: readonly (readonly Segment[])[], place: Pick<ItemPlace, "path">, role?: Role): void {
    const typed = withoutBullets(this.html, given);
    const { items, remarks } = ownItems(this.html, typed, { ...place, code: "unusual_value" });
    this.remarks.push(...remarks);
    for (const item of items) {
      this.sheet.write("  • ");
      this.line(item, role);
    }
  }

  /** Writes entries, each from its label to the next; where all labels stand first, they head the columns of a table. */
  private entries(labels: readonly Label<ValueRow>[], value: readonly Segment[], bullet: string): void {
    const columns = columnsOf(labels, value);
    if (columns !== undefined) {
      columns.forEach((cell, i) => {
        this.entry(labels[i % labels.length] as Label<ValueRow>, cell, bullet);
      });
      return;
    }
    this.strays(value.slice(0, labels[0]?.at));
    labels.forEach((label, i) => {
      const next = labels[i + 1]?.at ?? value.length;
      const { own: behind, others } = withinItem(value[label.at], valueBehind(this.html, value, label, next));
      this.leaveOut(others);
      const own = withoutLabelAgain(this.html, label.row.label, behind);
      this.entry(label, value[next]?.starts === false ? withoutJoint(this.html, own) : own, bullet);
    });
  }

  private entry(label: Label<ValueRow>, value: readonly Segment[], bullet: string): void {
    this.sheet.write(bullet);
    this.label(label);
    this.sheet.write(":");
    this.value(" ", label.row.kind === "flag" ? flagOf(this.html, value) : value);
  }

  /** Writes segments as one line. */
  private line(given: readonly Segment[], role?: Role): void {
    const { sheet } = this;
    const plain = plainLine(this.html, given);
    this.remarks.push(...gluedRemarks(plain, "unusual_value", this.path));
    sheet.line(plain.segments);
    sheet.end(role);
  }
}
