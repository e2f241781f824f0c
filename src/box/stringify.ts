import { SIGN } from "../layout/bullets.ts";
import { isLine } from "./codec.ts";
import { type Box, type BoxOf, restKey, tableOf } from "./define.ts";
import type { FieldNode } from "./field.ts";
import type { DeclaredField, LabelTable } from "./labels.ts";

/**
 * Writes a box as canonical text: its heading, and a row for each field in the order of the declaration. What it writes reads back to the same value.
 *
 * @param box - the box, as `defineBox` made it
 * @param value - what the box holds
 * @returns the text, without a line end after its last line
 * @throws TypeError if a value cannot be written: a field is missing, has a wrong value, or holds a line end or white space
 * at its ends
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
  const { headings, joint, rest } = box;
  const values = value as Record<string, unknown>;
  const lines = headings[0] === undefined ? [] : [headings[0], ""];
  for (const field of tableOf(box).fields) lines.push(...fieldLines(field, values[field.key], joint));
  const key = restKey(rest);
  const extra = key === undefined ? {} : (values[key] ?? {});
  for (const [label, one] of Object.entries(extra as Record<string, string | string[]>)) {
    if (!isRestLabel(label, tableOf(box), joint))
      throw new TypeError(`"${label}" cannot be the label of a row that nobody declared`);
    lines.push(
      ...(typeof one === "string" ? [`${label}: ${checked(one, label)}`] : [label, ...items(one, label)]),
    );
  }
  return lines.join("\n");
}

/** Tells whether a label of the rest stands for itself. */
export const isRestLabel = (label: string, table: LabelTable, joint: string): boolean =>
  isLine(label) &&
  !/[:：]/.test(label) &&
  !label.startsWith(SIGN) &&
  (joint === "" ? table.startOf(label) : table.of(label)) === undefined;

function fieldLines({ key, node, entries }: DeclaredField, value: unknown, joint: string): string[] {
  if (value === undefined || (node.optional && Array.isArray(value) && value.length === 0)) {
    if (node.optional) return [];
    throw new TypeError(`"${key}" has no value`);
  }
  if (node.rule !== undefined) {
    const text = written(node, value, key);
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

function entryLines(table: LabelTable, record: unknown, path: string, indent: string): string[] {
  if (typeof record !== "object" || record === null) throw new TypeError(`"${path}" is not an object`);
  const values = record as Record<string, unknown>;
  return table.fields.flatMap(({ key, node }) => {
    const value = values[key];
    if (value === undefined && node.optional) return [];
    if (value === undefined) throw new TypeError(`"${path}.${key}" has no value`);
    if (node.rule === undefined)
      throw new TypeError(`"${path}.${key}" is a list in a field with entries, which cannot be written`);
    const text = written(node, value, `${path}.${key}`);
    return [`${indent}${SIGN} ${node.label}:${text === "" ? "" : ` ${text}`}`];
  });
}

const items = (value: unknown, key: string): string[] => {
  if (!Array.isArray(value) || value.length === 0) throw new TypeError(`"${key}" has no items`);
  return value.map((item) => `  ${SIGN} ${checked(item, key)}`);
};

/** Writes a value, and reads it again: what would not come back is not written. */
function written({ rule }: FieldNode, value: unknown, key: string): string {
  const text = rule?.write(value) ?? "";
  if (text === "" && rule?.empty !== undefined && rule.empty === value) return text;
  const read = rule?.read(checked(text, key));
  if (read === undefined)
    throw new TypeError(`"${key}" is not valid: ${JSON.stringify(value)}; expected ${rule?.expected}`);
  return text;
}

function checked(text: unknown, key: string): string {
  if (typeof text !== "string" || !isLine(text))
    throw new TypeError(
      `"${key}" is not a single line of text without white space at its ends: ${JSON.stringify(text)}`,
    );
  return text;
}
