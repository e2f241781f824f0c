import { FIELDS, type FieldRow, isEntriesRow, isValueRow, placeOf, type ValueRow } from "../format/fields.ts";
import { pattern } from "../format/pattern.ts";
import { madeOf } from "../format/text.ts";
import { isFurniture } from "../layout/furniture.ts";
import { LABEL } from "../layout/words.ts";
import { ALL_ENTRY_LABELS, FIELD_LABELS } from "../syntax/field-labels.ts";
import { COLON } from "../syntax/labels.ts";
import type { BoxLines } from "../syntax/nodes.ts";
import { hasBullet, type Line, type Source } from "../syntax/scan.ts";

/**
 * Tells whether all lines of a box are such as the site writes, whatever is missing, doubled or wrong in them: labels
 * right before their values, items and entries under the bullet of the site, no label within a line, nothing that may be
 * a mark of a layout, and other lines only where they part no list. No layout reads such a box otherwise than it stands.
 */
export function hasSiteLines(source: Source, boxes: readonly BoxLines[]): boolean {
  const rows = new Set<FieldRow>();
  const entries = new Set<ValueRow>();
  let text = "";
  for (const { lines, headingSpelling } of boxes) {
    const first = lines[0];
    if (headingSpelling !== "exact" || (first === undefined && rows.size === 0)) return false;
    if (first === undefined) continue;
    const box = new SiteLines(source, lines, entries);
    // A box without a field of the one before goes on with that one.
    if (rows.size > 0 && !box.labels.some((row) => row !== undefined && rows.has(row))) return false;
    const own = `${source.text.slice(first.start, lines.at(-1)?.to)}\n`;
    if (hasMarks(own) || !box.hold()) return false;
    for (const row of box.labels) if (row !== undefined) rows.add(row);
    text += own;
  }
  return text !== "" && namesAll(text, rows, entries);
}

/** Tells whether no label that a field or an entry lacks stands within a line of a text. */
function namesAll(text: string, rows: ReadonlySet<FieldRow>, entries: ReadonlySet<ValueRow>): boolean {
  const missing = SIGNS.filter(
    ({ row, entry }) => !(entry === undefined ? rows.has(row) : entries.has(entry)),
  );
  const lower = missing.length === 0 ? "" : text.toLowerCase();
  return !missing.some(({ sign }) => sign.test(lower));
}

/** What a layout may take for a mark of its own. */
const MARKS = ["*", "`", "|", "<", ">", "\\"];

/** Tells whether a text has plain signs and those of typography alone. */
const isPlain = madeOf("[\\n -~•‘’“”–—…]");

/** Marks that are none where they stand otherwise, by a sign without which none of them is there. */
const MARKS_AROUND: readonly { readonly sign: string; readonly mark: RegExp }[] = [
  { sign: ";", mark: /&#?\w+;/ },
  { sign: "_", mark: /(?<!\w)_|_(?!\w)/ },
  { sign: ",\n", mark: /,$/m },
  { sign: "+\n", mark: /\s\+$/m },
];

/** A label that has lost the line end before it, behind a number. */
const GLUED = pattern`\d ?${LABEL}`;

/** Tells whether a text has what a layout may take for a mark of its own, for a sign between items, or for a label. */
const hasMarks = (text: string): boolean =>
  MARKS.some((mark) => text.includes(mark)) ||
  MARKS_AROUND.some(({ sign, mark }) => text.includes(sign) && mark.test(text)) ||
  GLUED.test(text) ||
  !isPlain(text);

const LETTER = /[\p{L}\p{N}]/u;

/** The bullet of the site, which a space follows. */
const BULLET = "•";

/**
 * What a line is by its start: the label of a field with its value, the label alone of one that has its value or its
 * items to come, an item or an entry, something else; or nothing that the site writes.
 */
type Kind = "value" | "empty" | "group" | "item" | "other" | "foreign";

class SiteLines {
  /** The fields whose labels start lines, by line. */
  readonly labels: (FieldRow | undefined)[] = [];
  private readonly kinds: Kind[] = [];
  /** The fields whose labels are not there. */
  private readonly lost: readonly FieldRow[];
  /** Up to here, lines are known to be others. */
  private others = 0;
  /** The line within which the source ends, if it does. */
  private readonly cut: number;

  /**
   * @param entries - takes the entries that stand under their fields
   */
  constructor(
    private readonly source: Source,
    private readonly lines: readonly Line[],
    private readonly entries: Set<ValueRow>,
  ) {
    const { text } = source;
    for (const line of lines) {
      const row = this.labelOf(line);
      this.labels.push(row);
      this.kinds.push(this.kindOf(line, row));
    }
    this.lost = FIELDS.filter((row: FieldRow) => !this.labels.includes(row));
    this.cut = lines.at(-1)?.to === text.length ? lines.length - 1 : lines.length;
  }

  /** Gives the field whose label starts a line. */
  private labelOf({ start, from, body }: Line): FieldRow | undefined {
    const { text } = this.source;
    if (start !== from || body > from) return undefined;
    return FIELD_LABELS.startingWith(text.charCodeAt(from))?.find(({ label }) =>
      text.startsWith(label, from),
    );
  }

  private kindOf(line: Line, row: FieldRow | undefined): Kind {
    const { text } = this.source;
    const { from, body, to } = line;
    // What stands under an entry without a value may be the value.
    if (text.charCodeAt(to - 1) === COLON || this.isSeveral(line)) return "foreign";
    if (hasBullet(line)) {
      const isSite = text.startsWith(BULLET, from) && body === from + BULLET.length + 1;
      return isSite && body < to ? "item" : "foreign";
    }
    if (row === undefined) return "other";
    const end = from + row.label.length;
    if (end === to) return isValueRow(row) ? "empty" : "group";
    // A sign between label and value may stand there in all rows.
    return isValueRow(row) && LETTER.test(text.charAt(end)) ? "value" : "foreign";
  }

  /** Tells whether a line has a bullet within it, or an entry after its first colon. */
  private isSeveral({ body, to }: Line): boolean {
    const own = this.source.text.slice(body, to);
    const past = own.indexOf(":") + 1;
    return own.includes(BULLET) || (past > 0 && own.includes(":", past) && ANY_ENTRY.test(own.slice(past)));
  }

  /** Tells whether each line stands where the site has one of its kind, and others part nothing. */
  hold(): boolean {
    let open: FieldRow | undefined;
    // Above the first line is nothing that another could be the rest of.
    let last: Kind = "value";
    for (let at = 0; at < this.lines.length; at++) {
      const kind = this.kinds[at] as Kind;
      if (kind === "foreign") return false;
      if (kind === "other") {
        const { from } = this.lines[at] as Line;
        if (this.entryAt(from, open) === undefined && !this.isApart(at, last)) return false;
        continue;
      }
      const before = open;
      open = kind === "item" ? this.ownerOf(at, open) : this.labels[at];
      if (open === undefined) return false;
      // Under a label without items, one that is not due may be the first of them.
      if (last === "group" && kind !== "item" && placeOf(open) < placeOf(before as FieldRow)) return false;
      // What stands under the label of a value may be the value.
      if (kind === "empty" && !this.opensField(at + 1)) return false;
      last = kind;
    }
    return last !== "group";
  }

  /** Tells whether the label of a field stands at a line, or the box ends there. */
  private opensField(at: number): boolean {
    return at === this.lines.length || this.labels[at] !== undefined;
  }

  /** Gives the first line from one on that is none of others; found but once for all lines before it. */
  private pastOthers(at: number): number {
    if (this.others <= at) this.others = at + 1;
    while (this.kinds[this.others] === "other") this.others++;
    return this.others;
  }

  /** Tells whether a line that is none of the site's stands between two fields and is no item, be it one that lost its bullet. */
  private isApart(at: number, last: Kind): boolean {
    if (last === "group" || !this.opensField(this.pastOthers(at))) return false;
    const { from, to } = this.lines[at] as Line;
    const text = this.source.text.slice(from, to);
    // The start of a label is one that was cut short, or wrapped.
    if (this.lost.some(({ label }) => label.startsWith(text))) return at === this.cut;
    return last === "value" || KEYED.test(text) || isFurniture(text);
  }

  /** The field that an item stands under: the open one, or one that has lost its label. */
  private ownerOf(at: number, open: FieldRow | undefined): FieldRow | undefined {
    const { body, to } = this.lines[at] as Line;
    if (this.entryAt(body, open) !== undefined) return open;
    const owner = this.lost.find((row) => this.entryAt(body, row) !== undefined);
    if (owner !== undefined || open === undefined || open.kind === "list") return owner ?? open;
    const next: FieldRow | undefined = FIELDS[placeOf(open) + 1];
    if (next?.kind === "list" && this.lost.includes(next)) return next;
    const isOfEntries =
      isEntriesRow(open) && (at === this.cut || KEYED.test(this.source.text.slice(body, to)));
    return isOfEntries ? open : undefined;
  }

  /** Gives the entry of a field whose label and colon stand at an offset. */
  private entryAt(at: number, field: FieldRow | undefined): ValueRow | undefined {
    if (field === undefined || !isEntriesRow(field)) return undefined;
    const { text } = this.source;
    const entry = field.entries.find(
      ({ label }) => text.startsWith(label, at) && text.charCodeAt(at + label.length) === COLON,
    );
    if (entry !== undefined) this.entries.add(entry);
    return entry;
  }
}

/** An entry of any field. */
const ANY_ENTRY = pattern`${ALL_ENTRY_LABELS.rows.map(({ label }) => label)}:`;

/** A field or an entry that is not known. */
const KEYED = /^[a-z][\w -]{0,40}: \S/;

/** A label of a field that may be one within a line: a single word between others is a word of the text. */
const signOf = ({ label, kind }: FieldRow): RegExp =>
  kind === "entries" || kind === "records" || label.includes(" ")
    ? pattern`${label}`
    : pattern`(?<!\w )${label}|${label}(?=[^\s.,])`;

/** The labels of fields and entries, and by what each is known within a line: an entry's by its colon. */
const SIGNS: readonly { readonly row: FieldRow; readonly entry?: ValueRow; readonly sign: RegExp }[] =
  FIELDS.flatMap((row: FieldRow) => [
    { row, sign: signOf(row) },
    ...(isEntriesRow(row) ? row.entries : []).map((entry) => ({
      row,
      entry,
      sign: pattern`${entry.label}\s*:`,
    })),
  ]);
