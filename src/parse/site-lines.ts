import { FIELDS, type FieldRow, isEntriesRow, isValueRow, placeOf, type ValueRow } from "../format/fields.ts";
import { isBlank } from "../format/text.ts";
import { COLON, isMark } from "../syntax/labels.ts";
import type { BoxLines } from "../syntax/nodes.ts";
import { hasBullet, type Line, type Source } from "../syntax/scan.ts";

/**
 * Tells whether all lines of a box are such as the site writes, whatever is missing or wrong in them: labels in their
 * order, items and entries under the bullet of the site, nothing that may be a mark of a layout, and no label within a
 * line that has none of its own. No layout reads such a box otherwise than it stands.
 */
export function hasSiteLines(source: Source, boxes: readonly BoxLines[]): boolean {
  const [box, second] = boxes;
  if (second !== undefined || box?.heading === undefined || box.headingSpelling !== "exact") return false;
  const first = box.lines[0];
  if (first === undefined) return false;
  const text = source.text.slice(first.start, box.lines.at(-1)?.to);
  return !MARKS.test(text) && new SiteLines(source, box.lines).hold(text);
}

/** What a layout may take for a mark of its own, or for a sign between items. */
const MARKS = /[*`|<>\\\t\r]|&#?\w+;|(?<!\w)_|_(?!\w)|,$|\s\+$|\S[ \t]*•|[^\n -~•‘’“”–—…]/m;

/** The bullet of the site. */
const BULLET = "• ";

class SiteLines {
  /** The labels that the box has, of fields and of entries. */
  private readonly seen = new Set<string>();
  private open: FieldRow | undefined;

  constructor(
    private readonly source: Source,
    private readonly lines: readonly Line[],
  ) {}

  hold(text: string): boolean {
    if (!this.lines.every((line) => (hasBullet(line) ? this.item(line) : this.label(line)))) return false;
    const lower = text.toLowerCase();
    return SIGNS.every(({ name, sign }) => this.seen.has(name) || !sign.test(lower));
  }

  /** Reads the label of a field that comes after the one before it in the table, with its value or nothing. */
  private label({ start, from, to }: Line): boolean {
    const { text } = this.source;
    const past = this.open === undefined ? 0 : placeOf(this.open) + 1;
    const row = FIELDS.slice(past).find(({ label }: FieldRow) => text.startsWith(label, from));
    if (row === undefined || start !== from) return false;
    const end = from + row.label.length;
    this.open = row;
    this.seen.add(row.label);
    if (!isValueRow(row)) return end === to;
    const unit = text.charCodeAt(end);
    return end < to && !isBlank(unit) && !isMark(unit);
  }

  /** Reads an item of a list, or an entry of the field it stands under. */
  private item({ from, body, to }: Line): boolean {
    const { text } = this.source;
    if (this.open === undefined || isValueRow(this.open)) return false;
    if (body === to || !text.startsWith(BULLET, from) || body !== from + BULLET.length) return false;
    if (!isEntriesRow(this.open)) return true;
    const row = this.open.entries.find(
      ({ label }) => text.startsWith(label, body) && text.charCodeAt(body + label.length) === COLON,
    );
    if (row === undefined) return false;
    this.seen.add(ofEntry(row));
    return true;
  }
}

/** A label of a field that may be one within a line: a single word between others is a word of the text. */
const signOf = ({ label, kind }: FieldRow): RegExp =>
  kind === "entries" || kind === "records" || label.includes(" ")
    ? new RegExp(label)
    : new RegExp(`(?<!\\w )${label}|${label}(?=[^\\s.,])`);

/** Names the label of an entry: a field may have the same. */
const ofEntry = ({ label }: ValueRow): string => `${label}:`;

/** The labels of fields and entries, and by what each is known within a line: an entry's by its colon. */
const SIGNS = FIELDS.flatMap((row: FieldRow) => [
  { name: row.label, sign: signOf(row) },
  ...(isEntriesRow(row) ? row.entries : []).map((entry) => ({
    name: ofEntry(entry),
    sign: new RegExp(`${entry.label}\\s*:`),
  })),
]);
