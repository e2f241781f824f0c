import { lower } from "../format/case.ts";
import { FIELDS, type FieldRow, isEntriesRow, isValueRow, placeOf, type ValueRow } from "../format/fields.ts";
import { pattern } from "../format/pattern.ts";
import { madeOf } from "../format/text.ts";
import { isFurniture } from "../layout/furniture.ts";
import { SPELLED_LABEL } from "../layout/spelling.ts";
import { LABEL } from "../layout/words.ts";
import { ALL_ENTRY_LABELS, FIELD_LABELS } from "../syntax/field-labels.ts";
import { COLON } from "../syntax/labels.ts";
import type { BoxLines } from "../syntax/nodes.ts";
import { hasBullet, type Line, SITE_BULLET, type Source } from "../syntax/scan.ts";

/**
 * Tells whether all lines of a box are such as the site writes, whatever is missing, doubled or wrong in them: labels
 * right before their values, items and entries under the bullet of the site, no label within a line, nothing that may be
 * a mark of a layout, and other lines only where they part no list. No layout reads such a box otherwise than it stands.
 */
export function hasSiteLines(source: Source, boxes: readonly BoxLines[]): boolean {
  const rows = new Set<FieldRow>();
  const entries = new Set<ValueRow>();
  let text = "";
  for (const { lines, spelling } of boxes) {
    const first = lines[0];
    if (spelling !== "exact" || (!first && rows.size === 0)) return false;
    if (!first) continue;
    const box = siteLines(source, lines, entries);
    // A box without a field of the one before goes on with that one.
    if (rows.size > 0 && !box.labels.some((row) => row !== undefined && rows.has(row))) return false;
    const own = `${source.text.slice(first.start, lines.at(-1)?.to)}\n`;
    if (hasMarks(own) || !box.hold()) return false;
    for (const row of box.labels) if (row) rows.add(row);
    text += own;
  }
  return text !== "" && namesAll(text, rows, entries);
}

/** Tells whether no label that a field or an entry lacks stands within a line of a text. */
function namesAll(text: string, rows: ReadonlySet<FieldRow>, entries: ReadonlySet<ValueRow>): boolean {
  const missing = SIGNS.filter(({ row, entry }) => !(entry ? entries.has(entry) : rows.has(row)));
  const folded = missing.length === 0 ? "" : lower(text);
  return !missing.some(({ sign }) => sign.test(folded));
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

/** A label that has lost the line end before it: behind a number, or one of several words behind a letter. */
const GLUED = pattern`\d ?${LABEL}|[a-z]${FIELDS.flatMap(({ label }) => (label.includes(" ") ? label : []))}`;

/** Tells whether a text has what a layout may take for a mark of its own, for a sign between items, or for a label. */
const hasMarks = (text: string): boolean =>
  MARKS.some((mark) => text.includes(mark)) ||
  MARKS_AROUND.some(({ sign, mark }) => text.includes(sign) && mark.test(text)) ||
  GLUED.test(text) ||
  SPELLED_LABEL.test(text) ||
  !isPlain(text);

const LETTER = /[\p{L}\p{N}]/u;

/**
 * What a line is by its start: the label of a field with its value, the label alone of one that has its value or its
 * items to come, an item or an entry, something else; or nothing that the site writes.
 */
type Kind = "value" | "empty" | "group" | "item" | "other" | "foreign";

/** The fields whose labels start lines of a box, by line, and whether all lines are such as the site writes. */
interface SiteLines {
  readonly labels: readonly (FieldRow | undefined)[];
  /** Tells whether each line stands where the site has one of its kind, and others part nothing. */
  readonly hold: () => boolean;
}

/**
 * Tells the lines of a box by their starts.
 *
 * @param entries - takes the entries that stand under their fields
 */
function siteLines({ text }: Source, lines: readonly Line[], entries: Set<ValueRow>): SiteLines {
  /** Gives the field whose label starts a line. */
  const labelOf = ({ start, from }: Line): FieldRow | undefined => {
    if (start !== from) return undefined;
    return FIELD_LABELS.startingWith(text.charCodeAt(from))?.find(({ label }) =>
      text.startsWith(label, from),
    );
  };

  const kindOf = (line: Line, at: number): Kind => {
    const { from, body, to } = line;
    const row = labels[at];
    // What stands under an entry without a value may be the value.
    if (text.charCodeAt(to - 1) === COLON || isSeveral(line)) return "foreign";
    if (hasBullet(line)) {
      const isSite = text.startsWith(SITE_BULLET, from) && body === from + SITE_BULLET.length + 1;
      return isSite && body < to ? "item" : "foreign";
    }
    if (!row) return "other";
    const end = from + row.label.length;
    // No word has a space: another label may stand behind it.
    if (row.kind === "word" && text.slice(end, to).includes(" ")) return "foreign";
    if (end === to) return isValueRow(row) ? "empty" : "group";
    // A sign between label and value may stand there in all rows.
    return isValueRow(row) && LETTER.test(text.charAt(end)) ? "value" : "foreign";
  };

  /** Tells whether a line has a bullet within it, or an entry after its first colon. */
  const isSeveral = ({ body, to }: Line): boolean => {
    const own = text.slice(body, to);
    return own.includes(SITE_BULLET) || ANY_ENTRY.test(own.slice(own.indexOf(":") + 1));
  };

  const labels = lines.map(labelOf);
  const kinds = lines.map(kindOf);
  /** The fields whose labels are not there. */
  const lost: readonly FieldRow[] = FIELDS.filter((row: FieldRow) => !labels.includes(row));
  /** The line within which the source ends, if it does. */
  const cut = lines.at(-1)?.to === text.length ? lines.length - 1 : lines.length;
  /** Up to here, lines are known to be others. */
  let others = 0;

  const hold = (): boolean => {
    let open: FieldRow | undefined;
    // Above the first line is nothing that another could be the rest of.
    let last: Kind = "value";
    for (let at = 0; at < lines.length; at++) {
      const kind = kinds[at] as Kind;
      if (kind === "foreign") return false;
      if (kind === "other") {
        const { from } = lines[at] as Line;
        if (!entryAt(from, open) && !isApart(at, last)) return false;
        continue;
      }
      const before = open;
      open = kind === "item" ? ownerOf(at, open) : labels[at];
      if (!open) return false;
      // Under a label without items, one that is not due may be the first of them.
      if (last === "group" && kind !== "item" && placeOf(open) < placeOf(before as FieldRow)) return false;
      // What stands under the label of a value may be the value.
      if (kind === "empty" && !opensField(at + 1)) return false;
      last = kind;
    }
    return last !== "group";
  };

  /** Tells whether the label of a field stands at a line, or the box ends there. */
  const opensField = (at: number): boolean => at === lines.length || labels[at] !== undefined;

  /** Tells whether a line that is none of the site's stands between two fields and is no item, be it one that lost its bullet. */
  const isApart = (at: number, last: Kind): boolean => {
    // The first line that is none of others is found but once for all lines before it.
    if (others <= at) others = at + 1;
    while (kinds[others] === "other") others++;
    if (last === "group" || !opensField(others)) return false;
    const { from, to } = lines[at] as Line;
    const own = text.slice(from, to);
    // The start of a label is one that was cut short, or wrapped.
    if (lost.some(({ label }) => label.startsWith(own))) return at === cut;
    return last === "value" || KEYED.test(own) || isFurniture(own);
  };

  /** The field that an item stands under: the open one, or one that has lost its label. */
  const ownerOf = (at: number, open: FieldRow | undefined): FieldRow | undefined => {
    const { body, to } = lines[at] as Line;
    if (entryAt(body, open)) return open;
    const owner = lost.find((row) => entryAt(body, row) !== undefined);
    if (owner || !open || open.kind === "list") return owner ?? open;
    const next: FieldRow | undefined = FIELDS[placeOf(open) + 1];
    if (next?.kind === "list" && lost.includes(next)) return next;
    const isOfEntries = isEntriesRow(open) && (at === cut || KEYED.test(text.slice(body, to)));
    return isOfEntries ? open : undefined;
  };

  /** Gives the entry of a field whose label and colon stand at an offset. */
  const entryAt = (at: number, field: FieldRow | undefined): ValueRow | undefined => {
    if (!field || !isEntriesRow(field)) return undefined;
    const entry = field.entries.find(
      ({ label }) => text.startsWith(label, at) && text.charCodeAt(at + label.length) === COLON,
    );
    if (entry) entries.add(entry);
    return entry;
  };

  return { labels, hold };
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
