import { FIELDS, type FieldRow, isEntriesRow, type ValueRow } from "../format/fields.ts";
import { EXTRA_LABEL, EXTRA_LABEL_LENGTH, isBlank } from "../format/text.ts";
import { isIconName } from "./hidden.ts";
import type { Label, LabelTable } from "./label.ts";
import { labelInPieces } from "./label-pieces.ts";
import { type HtmlElement, textOf } from "./node.ts";
import { folded, type Segment } from "./segments.ts";

/**
 * The labels of a box in a page. A label is all the text of an element, or what stands before a colon at the start of a
 * line. Of all places where the word of a label stands, those are labels that look alike: most of a box's labels share
 * the name of their element, their depth, and the lists they stand in.
 */

const tableOf = <Row extends { readonly label: string }>(rows: readonly Row[]): LabelTable<Row> =>
  new Map(rows.map((row) => [row.label, row]));

const FIELD_TABLE: LabelTable<FieldRow> = tableOf<FieldRow>(FIELDS);

/** Tells whether a text, folded, is the label of a field. */
export const isFieldLabel = (text: string): boolean => FIELD_TABLE.has(text);

/** The labels of entries, by the field they are entries of. */
const ENTRY_TABLES: ReadonlyMap<FieldRow, LabelTable<ValueRow>> = new Map(
  (FIELDS as readonly FieldRow[]).filter(isEntriesRow).map((row) => [row, tableOf<ValueRow>(row.entries)]),
);

/** The longest text that is looked up as a label. */
const MAX_LABEL = 32;

/** How far the white space after a label and its colon is looked for. */
const MAX_PREFIX = 80;

/** What stands between a label and its value on one line; a theme may add a colon to a label that has one. */
const COLON = /^(.{1,60}?)(?:\s*(?:[:：]{1,2}|[|=])|\s+[-–—](?=\s|$))\s*/s;

/** Reads a label of a table that starts at a segment. */
const labelAt = <Row>(
  html: string,
  segments: readonly Segment[],
  at: number,
  table: LabelTable<Row>,
): Label<Row> | undefined =>
  wholeLabelAt(html, segments, at, table) ?? labelInPieces(html, segments, at, table);

/** Reads a segment as a label of a table. */
function wholeLabelAt<Row>(
  html: string,
  segments: readonly Segment[],
  word: number,
  table: LabelTable<Row>,
): Label<Row> | undefined {
  const { text, parent } = segments[word] as Segment;
  if (text.character !== undefined) return undefined;
  const { from, to } = trimmed(html, text.from, text.to);
  const past = pastWords(segments, word);
  let at = word;
  while (isSign(html, segments[at - 1], parent)) at--;
  if (past > word + 1) return labelOfWords(html, segments, { from, at, past }, word, table);
  if (to - from <= MAX_LABEL) {
    const row = table.get(folded(html.slice(from, to)));
    if (row !== undefined && isAlone(html, segments, at, past))
      return { row, from, to, at, past, rest: undefined };
  }
  const { starts } = segments[at] as Segment;
  if (!starts || !hasSign(html, from + 1, Math.min(text.to, from + MAX_LABEL + 1))) return undefined;
  const prefix = COLON.exec(html.slice(from, Math.min(text.to, from + MAX_PREFIX)));
  const row = prefix === null ? undefined : table.get(folded(prefix[1] as string));
  if (prefix === null || row === undefined) return undefined;
  const rest = from + prefix[0].length;
  return {
    row,
    from,
    to: from + (prefix[1] as string).length,
    at,
    past,
    rest: rest < text.to ? rest : undefined,
  };
}

/** Tells whether a segment is a reference to a space, or to a sign within a word that nobody sees. */
const isGap = ({ text: { character } }: Segment): boolean =>
  character === "\u00a0" || character === "\u00ad" || character === "\u200b";

/** The most words of a label. */
const MAX_WORDS = 8;

/** Where words end that have references to spaces between them, or comments, as React has: they are segments of their own. */
function pastWords(segments: readonly Segment[], at: number): number {
  const { parent } = segments[at] as Segment;
  const isNext = (segment: Segment | undefined): segment is Segment =>
    segment !== undefined && segment.parent === parent && !segment.starts;
  let past = at + 1;
  while (past < at + 2 * MAX_WORDS) {
    const [space, word] = [segments[past], segments[past + 1]];
    if (!isNext(space)) return past;
    if (space.text.character === undefined) past++;
    else if (isGap(space) && isNext(word) && word.text.character === undefined) past += 2;
    else return past;
  }
  return past;
}

/** Reads words with references to spaces between them as a label of a table. */
function labelOfWords<Row>(
  html: string,
  segments: readonly Segment[],
  { from, at, past }: Pick<Label<Row>, "from" | "at" | "past">,
  first: number,
  table: LabelTable<Row>,
): Label<Row> | undefined {
  const { starts } = segments[at] as Segment;
  let words = "";
  for (let i = first; i < past && words.length <= MAX_LABEL; i++) {
    const { text, spaced } = segments[i] as Segment;
    const gap = spaced ? " " : "";
    words +=
      i === first ? html.slice(from, text.to) : gap + textOf(html, text).replace(/^[\u00ad\u200b]$/, "");
    const row = table.get(folded(words));
    if (row !== undefined && i === past - 1 && isAlone(html, segments, at, past))
      return { row, from, to: text.to, at, past, rest: undefined };
    const prefix = COLON.exec(words);
    const named = prefix === null ? undefined : table.get(folded(prefix[1] as string));
    const rest = text.to - words.length + (prefix?.[0].length ?? 0);
    if (named !== undefined && starts)
      return { row: named, from, to: text.to, at, past: i + 1, rest: rest < text.to ? rest : undefined };
  }
  return undefined;
}

/** The signs of which one stands after a label: colons, a bar, an equals sign, dashes. */
const SIGNS: ReadonlySet<number> = new Set([...":：|=-–—"].map((sign) => sign.charCodeAt(0)));

function hasSign(html: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const unit = html.charCodeAt(at);
    if (SIGNS.has(unit)) return true;
  }
  return false;
}

/** Tells whether segments are all the text of their element, but for a colon. */
function isAlone(html: string, segments: readonly Segment[], at: number, past: number): boolean {
  const { parent, starts } = segments[at] as Segment;
  const before = segments[at - 1]?.parent;
  const next = segments[past];
  // What goes on after an element of its own line is no text by itself: `<b>type:</b> stack`.
  if (before === parent || (!starts && before?.parent === parent)) return false;
  return next?.parent !== parent || isColon(html, next);
}

/** Tells whether segments have the labels of so many different fields. */
export function hasLabels(html: string, segments: readonly Segment[], count: number): boolean {
  const rows = new Set<FieldRow>();
  for (let at = 0; at < segments.length && rows.size < count; at++) {
    const label = labelAt(html, segments, at, FIELD_TABLE);
    if (label !== undefined) rows.add(label.row);
  }
  return rows.size >= count;
}

/** Tells whether a segment is a sign in an element, or the name of a picture there. */
const isSign = (html: string, segment: Segment | undefined, parent: HtmlElement): boolean =>
  segment?.parent === parent
    ? !SAYS.test(textOf(html, segment.text))
    : segment?.parent.parent === parent && isIconName(segment.parent);

/** A sign before a label, such as a small picture; none that leads to a value or an item. */
const SIGN_BEFORE = /^[^\p{L}\p{N}\s\p{P}=|]{1,12}\s*(?=[\p{L}\p{N}])/u;
const SAYS = /[\p{L}\p{N}]/u;

/** A stretch without the white space at its ends, a sign before it and a colon. */
function trimmed(html: string, from: number, to: number): { from: number; to: number } {
  let start = from;
  let end = to;
  while (start < end && isBlank(html.charCodeAt(start))) start++;
  if (start < end && !/[a-z]/i.test(html[start] as string))
    start += SIGN_BEFORE.exec(html.slice(start, Math.min(end, start + MAX_PREFIX)))?.[0].length ?? 0;
  while (end > start && isBlank(html.charCodeAt(end - 1))) end--;
  if (end > start && (html[end - 1] === ":" || html[end - 1] === "：")) {
    end--;
    while (end > start && isBlank(html.charCodeAt(end - 1))) end--;
  }
  return { from: start, to: end };
}

const isColon = (html: string, segment: Segment | undefined): boolean =>
  segment !== undefined && /^\s*[:：]/.test(textOf(html, segment.text));

/** What labels of one box have in common. */
const lookOf = ({ parent, depth, lists }: Segment): string => `${parent.name} ${depth} ${lists}`;

/** Finds the labels of a table: those that look like most, and of the others those of rows that have no label yet. */
function labelsOf<Row>(
  html: string,
  segments: readonly Segment[],
  table: LabelTable<Row>,
): { like: Label<Row>[]; others: Label<Row>[] } {
  const found: Label<Row>[] = [];
  const looks = new Map<string, Set<Row>>();
  for (let at = 0; at < segments.length; at++) {
    const label = labelAt(html, segments, at, table);
    if (label === undefined) continue;
    found.push(label);
    const look = lookOf(segments[label.at] as Segment);
    const rows = looks.get(look) ?? new Set();
    looks.set(look, rows.add(label.row));
    at = label.past - 1;
  }
  const [[look, rows] = []] = [...looks].sort(([, a], [, b]) => b.size - a.size);
  if (look === undefined || rows === undefined) return { like: [], others: [] };
  const like = found.filter((label) => lookOf(segments[label.at] as Segment) === look);
  const first = segments[like[0]?.at as number] as Segment;
  const others = found.filter(({ row, at }) => {
    const { lists, depth } = segments[at] as Segment;
    return !rows.has(row) && lists <= first.lists && depth <= first.depth + 1;
  });
  const isNamed = ({ at }: Label<Row>): boolean => segments[at]?.parent.name === first.parent.name;
  const named = new Set(others.filter(isNamed).map(({ row }) => row));
  return { like, others: others.filter((label) => !named.has(label.row) || isNamed(label)) };
}

/** Finds the labels of fields in the segments of a box. */
export function fieldLabels(html: string, segments: readonly Segment[]): Label<FieldRow | undefined>[] {
  const { like, others } = labelsOf(html, segments, FIELD_TABLE);
  if (like.length === 0) return [];
  const known = withoutEntries([...like, ...others].sort((a, b) => a.at - b.at));
  return [...known, ...unknownLabels(html, segments, known)].sort((a, b) => a.at - b.at);
}

/** Takes out what looks like the label of a field that stands once more, but is an entry of the field above. */
function withoutEntries(labels: readonly Label<FieldRow>[]): Label<FieldRow>[] {
  let field: FieldRow | undefined;
  return labels.filter(({ row, at }) => {
    const isEntry = field !== undefined && ENTRY_TABLES.get(field)?.has(row.label) === true;
    if (isEntry && labels.some((other) => other.row === row && other.at > at)) return false;
    field = row;
    return true;
  });
}

/** Finds the labels of entries in the segments of a field. */
export function entryLabels(html: string, segments: readonly Segment[], field: FieldRow): Label<ValueRow>[] {
  const table = ENTRY_TABLES.get(field);
  if (table === undefined) return [];
  const { like, others } = labelsOf(html, segments, table);
  return [...like, ...others].sort((a, b) => a.at - b.at);
}

/** Finds labels that the table does not know, by what they share with those that it knows. */
function unknownLabels(
  html: string,
  segments: readonly Segment[],
  like: readonly Label<FieldRow>[],
): Label<undefined>[] {
  const first = like[0] as Label<FieldRow>;
  const { parent, depth, lists } = segments[first.at] as Segment;
  if (first.rest !== undefined) return [];
  const known = new Map(like.map(({ at, row }) => [at, row]));
  let field: FieldRow | undefined;
  const className = parent.attribute("class");
  // Cells and blocks that follow each other look like their labels, unless these are called otherwise.
  const isTold = className !== "" || !["td", "div", "p", "li"].includes(parent.name);
  return segments.flatMap((segment, at) => {
    field = known.get(at) ?? field;
    if (known.has(at) || at < first.at || segment.depth !== depth || segment.lists !== lists) return [];
    if (
      segment.parent.name !== parent.name ||
      segment.text.character !== undefined ||
      !segment.starts ||
      !isAlone(html, segments, at, at + 1)
    )
      return [];
    if (isTold ? segment.parent.attribute("class") !== className : !isFirstCell(segment)) return [];
    const { from, to } = trimmed(html, segment.text.from, segment.text.to);
    const name = html.slice(from, to);
    if (name.length > EXTRA_LABEL_LENGTH || !EXTRA_LABEL.test(name)) return [];
    if (field !== undefined && ENTRY_TABLES.get(field)?.has(folded(name))) return [];
    return [{ row: undefined, from, to, at, past: at + 1, rest: undefined }];
  });
}

/** Tells whether a segment stands in the first cell of a row. */
const isFirstCell = ({ parent }: Segment): boolean =>
  parent.name === "td" && parent.parent?.children.find((node) => "name" in node) === parent;
