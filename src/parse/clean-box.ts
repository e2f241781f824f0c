import {
  type EntriesRow,
  FIELDS,
  type FieldRow,
  isOptional,
  isValueRow,
  type ValueRow,
} from "../format/fields.ts";
import { BOX_HEADING, SIMILAR_HEADING } from "../format/headings.ts";
import { missingKinds } from "../format/kinds.ts";
import { eitherCase } from "../format/pattern.ts";
import { formOf, takeValue } from "../format/values.ts";
import type { PostMeta } from "../schema/meta.ts";
import { startsWithWord } from "../syntax/look.ts";
import { SITE_BULLET } from "../syntax/scan.ts";
import { NO_ITEMS, oddEnd, oddItem, oddStart, oddValue, secondOf, signOfValue } from "./signs.ts";
import { isCutList, isTitleOfPost, isUsual } from "./usual.ts";

/**
 * Boxes that are as the site writes them: every field of the table in its order, every entry in its place, every value
 * in canonical form, and nothing under them but the heading of similar posts. Most are, and one pattern made of the table
 * reads them, so that their lines are not even looked for. All others are left to the grammar.
 */

/** A box as the site writes it. */
export interface CleanBox {
  /** The offset of its heading. */
  readonly start: number;
  readonly meta: PostMeta;
}

/** How the site starts an item or an entry, and an entry of one of several records. */
export const ITEM = `\n  ${SITE_BULLET} `;
export const OF_RECORD = `\n    ${SITE_BULLET} `;

/**
 * Writes the pattern of a text of plain characters, as all of the site's boxes are: no bullet, by which an item may be several, no
 * tab, nothing invisible. It starts and ends as words do, or sentences, so that no sign stands around it, and stands for something.
 */
const lineOf = (characters: string): string =>
  `(?!${eitherCase(NO_ITEMS)}\n)[\\dA-Za-z]${characters}(?<=[\\dA-Za-z](?:[.!?%#]|\\+\\+?)?)`;

/** The pattern of a sentence. */
const SENTENCE = lineOf("[ -~]*");

/** The pattern of another text, which has no colon behind a word as the key of an entry has. */
const TEXT = lineOf("[ -9;-~]*(?::(?! )[ -9;-~]*)*");

/** The pattern of an item, which names itself as no entry of a field that a box may lack, has no sign of several, and not the heading under the box behind it. */
const ITEM_LINE = `(?!${eitherCase(
  FIELDS.flatMap((row) => (isOptional(row) ? row.entries.map(({ label }) => label) : [])).join("|"),
)})${lineOf("[ -)+-9;-~]*")}(?<!${SIMILAR_HEADING})`;

/** The pattern of an address, which may end otherwise; of plain characters, none needs to be mended. */
const ADDRESS = "https?://[!-~]+";

/** The pattern of a value. */
const linePattern = ({ kind, isAddress }: ValueRow): string =>
  isAddress ? ADDRESS : (formOf(kind) ?? (kind === "sentence" ? SENTENCE : TEXT));

/** The pattern of a field, from its label to the end of its last line. */
function fieldPattern(row: FieldRow): string {
  const { label } = row;
  if (isValueRow(row)) return `\n${label}(${linePattern(row)})`;
  if (row.kind === "list") return `\n${label}((?:${ITEM}${ITEM_LINE})+)`;
  if (row.kind === "entries")
    return `\n${label}${row.entries.map((entry) => `${ITEM}${entry.label}: (${linePattern(entry)})`).join("")}`;
  const record = row.entries.map((entry) => `${OF_RECORD}${entry.label}: ${linePattern(entry)}`).join("");
  return `(?:\n${label}((?:${record})+))${isOptional(row) ? "?" : ""}`;
}

const BOX = new RegExp(`\n${FIELDS.map(fieldPattern).join("")}\n+(?:(${SIMILAR_HEADING})\\n*)?$`, "y");

/** The heading on a line of its own. */
const HEADING = `\n\n${BOX_HEADING}\n`;
const HEADING_FIRST = `${BOX_HEADING}\n`;

/**
 * Reads the box of a text that ends with it.
 *
 * @returns what the grammar would give without an issue; undefined where anything is otherwise
 */
export function readCleanBox(text: string): CleanBox | undefined {
  const start = text.startsWith(HEADING_FIRST) ? 0 : text.indexOf(HEADING) + 2;
  BOX.lastIndex = start + BOX_HEADING.length;
  // A backslash may keep a sign from acting.
  const found = text.includes("\\", start) ? null : BOX.exec(text);
  if (found === null) return undefined;
  const meta = metaOf(found);
  if (meta === undefined || meta.notes.some(isTitleOfPost)) return undefined;
  // The last group is the heading below.
  return found.at(-1) === undefined && isCutList(meta.notes) ? undefined : { start, meta };
}

/** A box of no values yet: engines copy it sooner than they make room for one property after the other. */
const BLANK: Readonly<Record<string, unknown>> = Object.fromEntries(
  [...FIELDS.map(({ key }) => key), "extra"].map((key) => [key, FIELDS]),
);

/** Makes values of what was found, group by group, unless one may not be what it seems. */
function metaOf(found: RegExpExecArray): PostMeta | undefined {
  const meta = { ...BLANK };
  let at = 1;
  for (const row of FIELDS) {
    const value = fieldOf(row, found, at);
    if (value === undefined || !isUsual(row, value, meta)) return undefined;
    meta[row.key] = value;
    at += row.kind === "entries" ? row.entries.length : 1;
  }
  meta.extra = {};
  return meta as unknown as PostMeta;
}

/** Makes the value of a field, whose first group is at a place. */
function fieldOf(row: FieldRow, found: RegExpExecArray, at: number): unknown {
  if (row.kind === "entries") return recordOf(row, found, at);
  const text = found[at];
  if (text === undefined) return [];
  if (row.kind === "list") return itemsOf(text);
  if (!isValueRow(row)) return recordsOf(row, linesOf(text, OF_RECORD.length, row.entries));
  // A sign may stand between label and value, as others than the site write it.
  return startsWithWord(text) && !startsOddly(row, text, found) ? cleanValue(row, text) : undefined;
}

/** Tells whether a value starts with an `s` that is the end of its label. */
const startsOddly = ({ label }: ValueRow, text: string, { input, index }: RegExpExecArray): boolean =>
  text.charAt(0) === "s" &&
  oddStart(input, input.indexOf(`\n${label}${text}\n`, index) + label.length + 1, text) !== undefined;

/** Makes a value of which the form is known; a word must be one that nobody is warned of. */
function cleanValue(row: ValueRow, text: string): unknown {
  const { kind } = row;
  if (kind === "word") return isPlainWord(row, text) ? text : undefined;
  if (row.isAddress) return signOfValue(text) === undefined ? text : undefined;
  if (kind === "text") return text;
  if (oddValue(row, text) !== undefined) return undefined;
  if (kind === "sentence") return oddItem(text, SITE_BULLET) === undefined ? text : undefined;
  return takeValue(kind, text);
}

/** Tells whether a word needs no warning, and is so plain that the grammar cannot read it otherwise. */
const isPlainWord = (row: ValueRow, text: string): boolean =>
  row.words?.includes(text) || (!row.listed && PLAIN_WORD.test(text));
const PLAIN_WORD = /^(?!.+copy$)[a-z][a-z\d]*$/;

/** Makes the values of entries, the first of which is at a place of some texts. */
function recordOf(
  { entries }: EntriesRow,
  texts: readonly string[],
  at: number,
): Record<string, unknown> | undefined {
  const values: Record<string, unknown> = {};
  for (let i = 0; i < entries.length; i++) {
    const row = entries[i] as ValueRow;
    const value = cleanValue(row, texts[at + i] as string);
    if (value === undefined) return undefined;
    values[row.key] = value;
  }
  return values;
}

/** Makes records of their lines. */
function recordsOf(row: EntriesRow, lines: readonly string[]): unknown[] | undefined {
  const { entries } = row;
  const records: Record<string, unknown>[] = [];
  for (let at = 0; at < lines.length; at += entries.length) {
    const record = recordOf(row, lines, at);
    if (record === undefined) return undefined;
    records.push(record);
  }
  return entries.some((entry) => missingKinds(entry, records).length === 1) ? undefined : records;
}

/** Gives the lines of a text without what each starts with: so many units, and the label of an entry, if they are of entries. */
function linesOf(text: string, start: number, entries?: readonly ValueRow[]): string[] {
  const lines: string[] = [];
  for (let end = 0; end < text.length; ) {
    const label = entries?.[lines.length % entries.length]?.label;
    const from = end + start + (label === undefined ? 0 : label.length + 2);
    const next = text.indexOf("\n", from);
    end = next < 0 ? text.length : next;
    lines.push(text.slice(from, end));
  }
  return lines;
}

/** Takes the items of a list. */
function itemsOf(text: string): string[] | undefined {
  const items = linesOf(text, ITEM.length);
  return oddEnd(items) === undefined && secondOf(items) === undefined ? items : undefined;
}
