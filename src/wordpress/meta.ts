import { type FieldRow, isValueRow } from "../format/fields.ts";
import { BOX_HEADING } from "../format/headings.ts";
import { EXTRA_LABEL } from "../format/text.ts";
import type { MetaDoubt } from "../html/meta-doubts.ts";
import { escapeHtml } from "../stringify/html.ts";
import { isEscaped, isSlashless, unescaped } from "./escaped.ts";
import { unflattened } from "./flat-keys.ts";
import { EXTRA_KEY, entryLabel, fieldsOf } from "./keys.ts";
import { isSerialised, type PhpValue, readPhp } from "./php.ts";

/** A value of meta, and what has to be reported of how it was read. */
interface MetaValue {
  readonly value: PhpValue;
  readonly state: "whole" | "corrected" | "unreadable";
  /** The texts that stand under the same key behind it. */
  readonly more?: readonly string[];
}

/** The meta of a post as a box, and fields about which there is something to tell. */
export interface MetaBox {
  /** The box as HTML; empty where the meta has no field. */
  readonly html: string;
  /** Fields of which there is something to tell. */
  readonly doubts: readonly MetaDoubt[];
}

/** How many fields a single value must have to be the whole box. */
export const MIN_FIELDS = 5;

/** Tells whether a record has as many fields, or one value that holds the whole box. */
export function hasFields(meta: Readonly<Record<string, unknown>>, count = 1): boolean {
  const values = valuesOf(meta);
  return wholeBox(values) !== undefined || fieldsOf(unflattened(values)).fields.size >= count;
}

/** Makes a box of the meta of an export, whose arrays are serialised. */
export function boxOfTexts(meta: ReadonlyMap<string, readonly string[]>): MetaBox {
  const values = new Map<string, MetaValue>();
  for (const [key, [text = "", ...more]] of meta) values.set(key, { ...readText(text), more });
  return boxOf(values);
}

/** Makes a box of the meta of a REST answer. */
export const boxOfJson = (meta: Readonly<Record<string, unknown>>): MetaBox => boxOf(valuesOf(meta), true);

/** Reads meta as JSON has it. Where each key has an array, as WordPress has them unasked, the first value counts. */
function valuesOf(meta: Readonly<Record<string, unknown>>): Map<string, MetaValue> {
  const entries = Object.entries(meta);
  const isRaw = entries.length >= MIN_FIELDS && entries.every(([, value]) => Array.isArray(value));
  return new Map(
    entries.map(([key, given]) => {
      const value: unknown = isRaw ? (given as unknown[])[0] : given;
      return [key, typeof value === "string" ? readText(value) : { value: ofJson(value), state: "whole" }];
    }),
  );
}

function readText(text: string, depth = 0): MetaValue {
  if (!isSerialised(text)) {
    // A serialised array that was cut off or overwritten is no text.
    const isBroken = /^\s*(?:a:\d+:\{|O:\d+:")/.test(text);
    return { value: text, state: isBroken ? "unreadable" : "whole" };
  }
  const read = readPhp(text);
  if (read === undefined) return { value: null, state: "unreadable" };
  // WordPress serialises once more what looks serialised.
  if (typeof read.value === "string" && isSerialised(read.value) && depth === 0)
    return readText(read.value, 1);
  return { value: read.value, state: read.corrected ? "corrected" : "whole" };
}

/** Takes a value of JSON as one of PHP: numbers and flags as text, lists and objects as maps. */
function ofJson(value: unknown, depth = 0): PhpValue {
  if (value === null || value === undefined || depth > 4) return null;
  if (typeof value === "boolean") return value ? "1" : "0";
  if (typeof value !== "object") return String(value);
  return new Map(Object.entries(value).map(([key, item]) => [key, ofJson(item, depth + 1)]));
}

/** Makes a box of meta; where numbers that were never set are 0, that is told. */
function boxOf(meta: ReadonlyMap<string, MetaValue>, isZeroUnset = false): MetaBox {
  const { fields, others } = fieldsOf(wholeBox(meta) ?? unflattened(meta));
  const doubts: MetaDoubt[] = [];
  const rows: string[] = [];
  for (const [row, { value: given, state, more = [] }] of fields) {
    if (state === "unreadable") {
      doubts.push({ row, kind: state });
      continue;
    }
    const value = isEscaped(given) ? unescaped(given) : given;
    const html = fieldHtml(row, isEachItem(row, value, more) ? itemsOf(value, more) : value);
    if (html === "") continue;
    if (state === "corrected") doubts.push({ row, kind: state });
    if (value !== given) doubts.push({ row, kind: "escaped" });
    if (isSlashless(value)) doubts.push({ row, kind: "slashless" });
    if (isZeroUnset && row.kind === "count" && value === "0") doubts.push({ row, kind: "unset" });
    rows.push(rowHtml(row.label, html));
  }
  if (rows.length > 0) {
    for (const [label, { value }] of others) {
      if (label === EXTRA_KEY && value instanceof Map) {
        for (const [name, item] of value) rows.push(...otherRow(name, item));
      } else rows.push(...otherRow(label, value));
    }
  }
  const isNone = rows.length === 0 && doubts.length === 0;
  const html = isNone
    ? ""
    : `<section>\n<h2>${BOX_HEADING}</h2>\n<dl>\n${rows.join("\n")}\n</dl>\n</section>\n`;
  return { html, doubts };
}

/** Tells whether a list has a row of the database for each item. Of arrays, as of other fields, the first counts. */
const isEachItem = (row: FieldRow, value: PhpValue, more: readonly string[]): value is string =>
  row.kind === "list" && typeof value === "string" && [value, ...more].every(isItem);

const isItem = (text: string): boolean => !isSerialised(text) && jsonOf(text) === undefined;

/** Gives the items of such a list: importing a post twice doubles its rows. */
function itemsOf(value: string, more: readonly string[]): PhpValue {
  if (more.length === 0) return value;
  const items = [value, ...more];
  const half = items.slice(0, items.length / 2);
  const isDoubled = half.every((item, i) => item === items[half.length + i]) && items.length % 2 === 0;
  return new Map((isDoubled ? half : items).map((item, i) => [String(i), item]));
}

/** Finds a single array that holds the whole box. */
function wholeBox(meta: ReadonlyMap<string, MetaValue>): Map<string, MetaValue> | undefined {
  for (const { value: given, state } of meta.values()) {
    const value = given instanceof Map ? given : jsonOf(given);
    if (!(value instanceof Map) || value.size < MIN_FIELDS) continue;
    const parts = new Map([...value].map(([key, item]) => [key, { value: item, state }] as const));
    if (fieldsOf(unflattened(parts)).fields.size >= MIN_FIELDS) return unflattened(parts);
  }
  return undefined;
}

const rowHtml = (label: string, value: string): string => `<dt>${escapeHtml(label)}</dt><dd>${value}</dd>`;

/** Writes a field that the table does not know, where it has a value of its own and a label that a box can have. */
function otherRow(label: string, value: PhpValue): string[] {
  if (!EXTRA_LABEL.test(label)) return [];
  const html = value instanceof Map ? listHtml([...value.values()].map(textOf)) : textOf(value);
  return html === "" ? [] : [rowHtml(label, html)];
}

/** Writes the value of a field; nothing where WordPress has none: empty text, an empty array, null. */
function fieldHtml(row: FieldRow, value: PhpValue): string {
  if (!(value instanceof Map)) {
    const parsed = isValueRow(row) ? undefined : jsonOf(value);
    if (parsed !== undefined) return fieldHtml(row, parsed);
    return isValueRow(row) ? textOf(value) : linesHtml(value);
  }
  if (value.size === 0) return "";
  const items = [...value];
  if (row.kind === "list" || isValueRow(row)) return listHtml(items.map(([, item]) => textOf(item)));
  if (items.some(([, item]) => item instanceof Map)) {
    return listHtml(items.map(([, item]) => (item instanceof Map ? entriesHtml(row, item) : textOf(item))));
  }
  return entriesHtml(row, value);
}

const entriesHtml = (row: FieldRow, entries: ReadonlyMap<string, PhpValue>): string =>
  listHtml(
    [...entries].map(
      ([key, value]) => `<strong>${escapeHtml(entryLabel(row, key))}:</strong> ${textOf(value)}`,
    ),
  );

/** Reads arrays that a site keeps as JSON. */
function jsonOf(value: string | null): PhpValue | undefined {
  if (value === null || !/^\s*[[{]/.test(value)) return undefined;
  try {
    const parsed = ofJson(JSON.parse(value));
    return parsed instanceof Map ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a list that a site keeps as lines. */
const linesHtml = (value: string | null): string => {
  const lines = (value ?? "").split(/\r?\n/).filter((line) => line.trim() !== "");
  return lines.length > 1 ? listHtml(lines.map(escapeHtml)) : textOf(value);
};

const listHtml = (items: readonly string[]): string =>
  `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;

/** Writes one value; line ends within are layout. */
const textOf = (value: PhpValue): string =>
  value instanceof Map ? listHtml([...value.values()].map(textOf)) : escapeHtml((value ?? "").trim());
