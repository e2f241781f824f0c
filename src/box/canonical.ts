import { SIGN } from "../layout/bullets.ts";
import { Strand } from "../layout/strand.ts";
import { isLine } from "./codec.ts";
import { type Box, restKey } from "./define.ts";
import { doubtOfCanonical } from "./doubts.ts";
import { tellHidden } from "./hidden.ts";
import type { Notes, Path } from "./issues.ts";
import type { DeclaredField, LabelTable } from "./labels.ts";
import { doubled } from "./list-doubts.ts";
import { LabelsWithin } from "./within.ts";

/**
 * Reads a text that is as `stringifyBox` writes it, where each line says what it is and no value is weighed. Any other text is left
 * to the search for labels.
 *
 * @returns the value, undefined where the text is not canonical
 */
export function readCanonical(
  box: Box,
  table: LabelTable,
  text: string,
  notes: Notes,
): Record<string, unknown> | undefined {
  return new CanonicalReader(box, table, text, notes).read();
}

/** Tells whether a label of the rest stands for itself. */
export const isRestLabel = (label: string, table: LabelTable, joint: string): boolean =>
  isLine(label) &&
  !/[:：]/.test(label) &&
  !label.startsWith(SIGN) &&
  (joint === "" ? table.startOf(label) : table.of(label)) === undefined;

class CanonicalReader {
  private readonly lines: Strand[];
  private at = 0;
  /** What any text may be. */
  private readonly texts: [Path, Strand][] = [];

  constructor(
    private readonly box: Box,
    private readonly table: LabelTable,
    text: string,
    private readonly notes: Notes,
  ) {
    const end = text.endsWith("\n") ? text.length - 1 : text.length;
    const [heading] = box.headings;
    const isOne =
      heading === undefined ? table.startOf(text) !== undefined : text.startsWith(`${heading}\n\n`);
    this.lines = isOne ? Strand.of(text, 0, end).split(/\n/g) : [];
    this.at = heading === undefined ? 0 : 2;
  }

  read(): Record<string, unknown> | undefined {
    if (this.lines.length === 0) return undefined;
    const values: [string, unknown][] = [];
    const present = new Set<DeclaredField>();
    for (const field of this.table.fields) {
      const value = this.field(field);
      if (value === undefined && !field.node.optional) return undefined;
      if (value === undefined) continue;
      values.push([field.key, value]);
      present.add(field);
    }
    const rest = this.rest();
    if (rest === undefined || this.at < this.lines.length) return undefined;
    const within = new LabelsWithin(this.table, present, false, false, undefined);
    for (const [path, text] of this.texts) doubtOfCanonical(this.notes, path, text, within);
    const lacking = this.table.fields.filter((field) => !present.has(field));
    tellHidden(this.table, [], lacking, false, [], this.notes);
    const key = restKey(this.box.rest);
    return Object.fromEntries(key === undefined ? values : [...values, [key, Object.fromEntries(rest)]]);
  }

  private get line(): string {
    return this.lines[this.at]?.text ?? "";
  }

  private field({ key, node, entries }: DeclaredField): unknown {
    if (node.rule !== undefined) return this.value(node.label + this.box.joint, node, [key]);
    if (entries === undefined) return this.list(node.label, node, [key], "");
    if (this.line !== node.label) return undefined;
    this.at++;
    const isMany = node.kind === "records";
    const records: unknown[] = [];
    while (this.line.startsWith(`${isMany ? "    " : "  "}${SIGN} `) && (isMany || records.length === 0)) {
      const record = this.entries(entries, isMany ? [key, records.length] : [key], isMany ? "    " : "  ");
      if (record === undefined) return undefined;
      records.push(record);
    }
    if (records.length === 0) return undefined;
    return isMany ? records : records[0];
  }

  /** Reads the value of a line that starts with a text; undefined where it does not, or where it would be changed. */
  private value(start: string, { rule, label }: DeclaredField["node"], path: Path): unknown {
    const line = this.lines[this.at];
    if (line === undefined || rule === undefined) return undefined;
    if (line.text === start.trimEnd() && rule.empty !== undefined && rule.write(rule.empty) === "") {
      this.notes.place(path, line);
      this.at++;
      return rule.empty;
    }
    if (!line.text.startsWith(start)) return undefined;
    const text = line.slice(start.length);
    if (!isLine(text.text)) return undefined;
    const read = rule.read(text.text);
    if (read === undefined || read.note !== undefined) return undefined;
    this.notes.place(path, text);
    if (!rule.isClosed) this.texts.push([path, text]);
    if (rule.isUnfinished?.(text.text)) this.notes.unfinished(path, text, rule.expected);
    if (read.isUnfamiliar) this.notes.unfamiliar(path, text, label, rule.expected);
    this.at++;
    return read.value;
  }

  private entries(table: LabelTable, path: Path, indent: string): Record<string, unknown> | undefined {
    const values: [string, unknown][] = [];
    for (const { key, node } of table.fields) {
      const [label, own] = [`${indent}${SIGN} ${node.label}`, [...path, key]];
      const value =
        node.rule === undefined ? this.list(label, node, own, indent) : this.value(`${label}: `, node, own);
      if (value === undefined && !node.optional) return undefined;
      if (value !== undefined) values.push([key, value]);
    }
    return values.length === 0 ? undefined : Object.fromEntries(values);
  }

  /** Reads a list whose label is all of a line, with its items further right than that. */
  private list(
    label: string,
    { size }: DeclaredField["node"],
    path: Path,
    indent: string,
  ): string[] | undefined {
    if (this.line !== label) return undefined;
    this.at++;
    const items = this.items(path, indent);
    return size === undefined || items?.length === size ? items : undefined;
  }

  private items(path: Path, indent: string): string[] | undefined {
    const start = `${indent}  ${SIGN} `;
    const items: Strand[] = [];
    while (this.line.startsWith(start)) {
      const item = (this.lines[this.at] as Strand).slice(start.length);
      if (!isLine(item.text)) return undefined;
      this.notes.place([...path, items.length], item);
      items.push(item);
      this.texts.push([path, item]);
      this.at++;
    }
    if (items.length === 0) return undefined;
    const twice = doubled(items);
    if (twice !== undefined) this.notes.doubt(path, Strand.join(items), twice);
    return items.map(({ text }) => text);
  }

  /** Reads rows that nobody declared; undefined where a line is none, or nobody keeps it. */
  private rest(): [string, string | string[]][] | undefined {
    const rest = new Map<string, string | string[]>();
    const key = restKey(this.box.rest);
    while (this.at < this.lines.length) {
      if (key === undefined) return undefined;
      const [label, value] = this.line.split(/: (.*)/s);
      if (label === undefined || !isRestLabel(label, this.table, this.box.joint) || rest.has(label))
        return undefined;
      const line = this.lines[this.at++] as Strand;
      if (value !== undefined) this.notes.place([key, label], line.slice(line.text.length - value.length));
      const one = value ?? this.items([key, label], "");
      if (one === undefined || (typeof one === "string" && !isLine(one))) return undefined;
      rest.set(label, one);
    }
    return [...rest];
  }
}
