import { FIELDS, type FieldRow, isOptional, isValueRow, type ValueRow } from "../format/fields.ts";
import { missingKinds } from "../format/kinds.ts";
import { readValue } from "../format/values.ts";
import type { PostMeta } from "../schema/meta.ts";
import type { PartialMeta } from "../schema/post.ts";
import { namesOptional } from "../syntax/field-labels.ts";
import { COLON } from "../syntax/labels.ts";
import { isWordUnit } from "../syntax/look.ts";
import { hasBullet, type Line, type Source, skipBlank } from "../syntax/scan.ts";
import { isFinished } from "./finished.ts";
import { META, type Place } from "./place.ts";
import { endOfAll, isNoItem, oddItem, oddStart, oddWord, signOfValue } from "./signs.ts";
import type { Spots } from "./spots.ts";

/**
 * Reads a box that is as the site writes it: every field of the table in its order, every entry in its place, every
 * value in canonical form. Most boxes are, and for those it spares the tree of the grammar and the search for problems.
 *
 * @returns what the grammar and {@link composeMeta} would give without an issue; undefined at the first line that is
 *   otherwise, so that the box is left to them
 */
export function readCleanBox(
  source: Source,
  lines: readonly Line[],
  spots?: Spots | undefined,
): PostMeta | undefined {
  return new CleanBox(source, lines, spots).read();
}

/** Tells whether a word needs no warning, and is so plain that the grammar cannot read it otherwise. */
const isPlainWord = ({ words = [], listed }: ValueRow, text: string): boolean =>
  words.includes(text) || (!listed && /^\w+$/.test(text) && oddWord(text) === undefined && !isNoItem(text));

/** Tells whether a value may be any text. */
const isFree = ({ kind }: ValueRow): boolean => kind === "text" || kind === "sentence";

/** A box of no values yet: engines copy it sooner than they make room for one property after the other. */
const BLANK: Readonly<Record<string, unknown>> = Object.fromEntries(
  [...FIELDS.map(({ key }) => key), "extra"].map((key) => [key, FIELDS]),
);

class CleanBox {
  /** The next line to read. */
  private at = 0;
  /** Whether a tab stands in the source from the box on, so that one may stand in a value. */
  private readonly hasTab: boolean;

  constructor(
    private readonly source: Source,
    private readonly lines: readonly Line[],
    private readonly spots: Spots | undefined,
  ) {
    this.hasTab = source.text.includes("\t", lines[0]?.start);
  }

  read(): PostMeta | undefined {
    const values = { ...BLANK };
    for (const row of FIELDS) {
      const value = this.field(row);
      if (value === undefined || !isFinished(row, value)) return undefined;
      values[row.key] = value;
    }
    values.extra = {};
    if (this.at < this.lines.length) return undefined;
    this.spots?.keep();
    return values as PartialMeta as PostMeta;
  }

  /** Reads a field: its label, and what it holds on the same line or below. */
  private field(row: FieldRow): unknown {
    const line = this.lines[this.at];
    const end = line === undefined || hasBullet(line) ? 0 : this.pastLabel(line, row.label);
    if (end === 0) return isOptional(row) ? [] : undefined;
    const { to } = line as Line;
    this.at++;
    if (isValueRow(row)) {
      const from = skipBlank(this.source.text, end, to);
      // A sign may stand between label and value, as others than the site write it.
      return isWordUnit(this.source.text.charCodeAt(from))
        ? this.value(row, line as Line, from, META)
        : undefined;
    }
    if (end < to) return undefined;
    const place = META.of(row);
    if (row.kind === "list") return this.items(place);
    return row.kind === "entries" ? this.entries(row.entries, place) : this.records(row.entries, place);
  }

  /** Gives the offset past a label that starts the text of a line, 0 where it does not. */
  private pastLabel({ body }: Line, label: string): number {
    const end = body + label.length;
    // Engines compare a copy sooner than they tell whether a text starts with another.
    return this.source.text.slice(body, end) === label ? end : 0;
  }

  /** Reads a value in canonical form; a word must be one that nobody is warned of. */
  private value(row: ValueRow, line: Line, from: number, around: Place): unknown {
    const text = this.source.slice(from, line.to);
    if (this.hasTab && text.includes("\t")) return undefined;
    if (row.kind === "word" && !isPlainWord(row, text)) return undefined;
    const read = readValue(row, text);
    if (read === undefined || read.corrected) return undefined;
    if (isFree(row) && (signOfValue(text) !== undefined || isNoItem(text))) return undefined;
    if (around === META && oddStart(this.source.text, from, text) !== undefined) return undefined;
    if (row.isAddress && text.includes(" ")) return undefined;
    this.spots?.note(around.of(row), line, from, line.to);
    return read.value;
  }

  /** The next line, if it has a bullet, and no layout has its doubts about it. */
  private bulleted(): Line | undefined {
    const line = this.lines[this.at];
    return line !== undefined && hasBullet(line) && this.source.roleOf(line) === undefined ? line : undefined;
  }

  /** Reads the items of a list, one at least; none may name itself as an entry of a field that can be absent. */
  private items(place: Place): string[] | undefined {
    const items: string[] = [];
    for (let line = this.bulleted(); line !== undefined; line = this.bulleted()) {
      if (line.body === line.to || namesOptional(this.source, line)) return undefined;
      const item = this.source.body(line);
      if (signOfValue(item) !== undefined || oddItem(item, this.source.bulletOf(line)) !== undefined)
        return undefined;
      if (isNoItem(item) || (this.hasTab && item.includes("\t"))) return undefined;
      this.spots?.note(place.at(items.length), line, line.body, line.to);
      items.push(item);
      this.at++;
    }
    return items.length === 0 || endOfAll(items) !== undefined ? undefined : items;
  }

  /** Reads records, one at least. */
  private records(rows: readonly ValueRow[], place: Place): unknown[] | undefined {
    const records: Record<string, unknown>[] = [];
    do {
      const record = this.entries(rows, place.at(records.length));
      if (record === undefined) return undefined;
      records.push(record);
    } while (this.bulleted() !== undefined);
    return rows.some((row) => missingKinds(row, records).length === 1) ? undefined : records;
  }

  /** Reads the entries of a field or of a record. */
  private entries(rows: readonly ValueRow[], place: Place): Record<string, unknown> | undefined {
    const values: Record<string, unknown> = {};
    for (const row of rows) {
      const value = this.entry(row, place);
      if (value === undefined) return undefined;
      values[row.key] = value;
    }
    return values;
  }

  private entry(row: ValueRow, around: Place): unknown {
    const line = this.bulleted();
    if (line === undefined) return undefined;
    this.at++;
    const { text } = this.source;
    const end = this.pastLabel(line, row.label);
    return end > 0 && text.charCodeAt(end) === COLON
      ? this.value(row, line, skipBlank(text, end + 1, line.to), around)
      : undefined;
  }
}
