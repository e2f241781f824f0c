import { isSame } from "../format/same.ts";
import { SIGN } from "../layout/bullets.ts";
import { isRestLabel } from "./canonical.ts";
import { carried, isLine, type ValueRule } from "./codec.ts";
import { type Box, type BoxOf, restKey, tableOf } from "./define.ts";
import type { DeclaredField, LabelTable } from "./labels.ts";
import { safeParseBox } from "./parse.ts";

/**
 * Writes a box as canonical text: its heading, and a row for each field in the order of the declaration. What it writes reads back to the same value.
 *
 * @param box - the box, as `defineBox` made it
 * @param value - what the box holds
 * @returns the text, without a line end after its last line
 * @throws TypeError if a value cannot be written: a field is missing, has a wrong value, or holds a line end or white space
 * at its ends, or a property is that of no field
 *
 * @example
 * ```ts
 * import { defineBox, field, stringifyBox } from "alphanode-post/box";
 *
 * const basics = defineBox({
 *   heading: "Basics",
 *   fields: { type: field.word("Type"), rooms: field.list("Rooms"), lift: field.flag("Lift") },
 * });
 * console.log(stringifyBox(basics, { type: "House", rooms: ["kitchen", "hall, small"], lift: false }));
 * ```
 *
 * ```console
 * Basics
 *
 * Type: House
 * Rooms
 *   • kitchen
 *   • hall, small
 * Lift: no
 * ```
 */
export function stringifyBox<const B extends Box>(box: B, value: BoxOf<B>): string {
  const table = tableOf(box);
  const { headings, joint, rest } = box;
  if (typeof value !== "object" || value === null)
    throw new TypeError(`the value of a box is ${String(value)}; expected an object of its fields`);
  const values = value as Record<string, unknown>;
  const lines = headings[0] === undefined ? [] : [headings[0], ""];
  for (const field of table.fields) lines.push(...fieldLines(field, values[field.key], joint));
  const key = restKey(rest);
  const known = new Set([key, ...table.fields.map((field) => field.key)]);
  const other = Object.keys(values).find((one) => !known.has(one) && values[one] !== undefined);
  if (other !== undefined)
    throw new TypeError(
      `"${other}" is the property of no field of this box, so that it would not be written`,
    );
  const extra = key === undefined ? {} : (values[key] ?? {});
  for (const [label, one] of Object.entries(extra as Record<string, string | string[]>)) {
    if (!isRestLabel(label, table, joint))
      throw new TypeError(`"${label}" cannot be the label of a row that nobody declared`);
    lines.push(
      ...(typeof one === "string" ? [`${label}: ${checked(one, label)}`] : [label, ...items(one, label)]),
    );
  }
  const text = lines.join("\n");
  expectBack(box, values, text);
  return text;
}

/** Throws where a text is not read back to the values that it was written of: absent entries may leave nothing to tell records by. */
function expectBack(box: Box, values: Record<string, unknown>, text: string): void {
  const result = safeParseBox(box, text, { maxLength: Number.POSITIVE_INFINITY });
  if (!result.success) throw new TypeError(`the box would not be read back: ${result.error.message}`);
  // What a text has not, an optional field, was not to be written.
  for (const [key, read] of Object.entries(result.data))
    if (!isSame(values[key] ?? {}, read))
      throw new TypeError(`"${key}" is ${shown(values[key])}, which would be read back as ${shown(read)}`);
}

function fieldLines({ key, node, entries }: DeclaredField, value: unknown, joint: string): string[] {
  if (isAbsent(node, value, key)) return [];
  if (node.rule !== undefined) {
    const text = written(node.rule, value, key);
    return [text === "" ? `${node.label}${joint.trimEnd()}` : `${node.label}${joint}${text}`];
  }
  if (entries === undefined) return [node.label, ...items(value, key)];
  const records = node.kind === "records" ? value : [value];
  if (!Array.isArray(records) || (node.kind === "records" && records.length === 0))
    throw new TypeError(`"${key}" has no records`);
  return [
    node.label,
    ...records.flatMap((record) => entryLines(entries, record, key, node.kind === "records" ? "    " : "  ")),
  ];
}

/** Tells whether nothing is to be written of a field; throws where it must have a value. */
function isAbsent({ optional }: DeclaredField["node"], value: unknown, key: string): boolean {
  if (value === undefined && !optional) throw new TypeError(`"${key}" has no value`);
  return value === undefined || (optional && Array.isArray(value) && value.length === 0);
}

function entryLines(table: LabelTable, record: unknown, path: string, indent: string): string[] {
  if (typeof record !== "object" || record === null) throw new TypeError(`"${path}" is not an object`);
  const values = record as Record<string, unknown>;
  return table.fields.flatMap(({ key, node }) => {
    const [value, name, label] = [values[key], `${path}.${key}`, `${indent}${SIGN} ${node.label}`];
    if (isAbsent(node, value, name)) return [];
    if (node.rule === undefined) return [label, ...items(value, name, `${indent}  `)];
    const text = written(node.rule, value, name);
    return [`${label}:${text === "" ? "" : ` ${text}`}`];
  });
}

const items = (value: unknown, key: string, indent = "  "): string[] => {
  if (!Array.isArray(value) || value.length === 0) throw new TypeError(`"${key}" has no items`);
  return value.map((item) => `${indent}${SIGN} ${checked(item, key)}`);
};

/** Writes a value that comes back when it is read. */
function written(rule: ValueRule, value: unknown, key: string): string {
  const text = carried(rule, value);
  if (text !== undefined) return text;
  if (typeof value === "string") checked(value, key);
  throw new TypeError(`"${key}" is not valid: ${shown(value)}; expected ${rule.expected}`);
}

function checked(text: unknown, key: string): string {
  if (typeof text !== "string" || !isLine(text))
    throw new TypeError(
      `"${key}" is not a single line of text without white space at its ends: ${shown(text)}`,
    );
  return text;
}

/** Shows a value in a message; JSON has no form of some. */
function shown(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}
