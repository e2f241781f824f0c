import { kindOf } from "../format/kind-of.ts";
import { type OptionRule, oddOption } from "../format/options.ts";
import { bareHeading } from "../layout/markdown.ts";
import { type AsOne, type Field, type Fields, type Infer, nodeOf } from "./field.ts";
import { ownJoint } from "./joints.ts";
import { asLabel, LabelTable } from "./labels.ts";

/** How a box is written, and what it keeps besides its fields. */
export interface BoxLayout<Rest extends string | boolean = string | boolean> {
  /** What stands between a label and its value in the text that is written. Default: `": "`. What is read may have anything there. */
  readonly joint?: string | undefined;
  /**
   * The property that keeps rows that nobody declared, as texts and lists of texts by their labels; `true` is `rest`. Without
   * it such rows are reported, and not kept.
   */
  readonly rest?: Rest | undefined;
  /** How many fields tell a box whose heading is lost, or that has none. Default: 2, or 1 where only one is declared. */
  readonly minFields?: number | undefined;
}

/**
 * A declaration of a box, as {@link defineBox} takes it.
 *
 * @typeParam F - the fields
 * @typeParam Rest - the property of rows that nobody declared
 *
 * @example
 * ```ts
 * import { type BoxDeclaration, defineBox, field } from "alphanode-post/box";
 *
 * const declaration = {
 *   heading: ["Details", "Details of the event"],
 *   fields: { cost: field.text("Cost") },
 * } satisfies BoxDeclaration;
 * console.log(defineBox(declaration).headings);
 * ```
 *
 * ```console
 * [ 'Details', 'Details of the event' ]
 * ```
 */
export interface BoxDeclaration<F extends Fields = Fields, Rest extends string | boolean = string | boolean>
  extends BoxLayout<Rest> {
  /** The heading, or several of which any may stand; `null` where a box has none, or another one on each page. */
  readonly heading: string | readonly string[] | null;
  /** The fields by the properties that hold their values, in the order in which they are written. */
  readonly fields: F;
}

/**
 * A box that was declared and checked.
 *
 * @typeParam F - the fields
 * @typeParam Rest - the property of rows that nobody declared; `false` where they are not kept
 *
 * @example
 * ```ts
 * import { type Box, defineBox, field } from "alphanode-post/box";
 *
 * const labelsOf = (box: Box): string[] => Object.values(box.fields).map(({ label }) => label);
 * console.log(labelsOf(defineBox({ heading: null, fields: { a: field.int("Floors"), b: field.text("Area") } })));
 * ```
 *
 * ```console
 * [ 'Floors', 'Area' ]
 * ```
 */
export interface Box<F extends Fields = Fields, Rest extends string | boolean = string | boolean> {
  /** The headings by which the box is found; none where it has none. The first is written. */
  readonly headings: readonly string[];
  /** The fields as declared. */
  readonly fields: F;
  /** What stands between a label and its value in the text that is written. */
  readonly joint: string;
  /** The property that keeps rows that nobody declared, `false` where none does. */
  readonly rest: Rest;
  /** How many fields tell a box without its heading. */
  readonly minFields: number;
}

type RestKey<Rest> = Rest extends true ? "rest" : Rest extends string ? Rest : never;

/**
 * What a box holds: a value for each field, with the comments of the declaration.
 *
 * @typeParam B - the type of the box: `BoxOf<typeof myBox>`
 *
 * @example
 * ```ts
 * import { type BoxOf, defineBox, field } from "alphanode-post/box";
 *
 * const house = defineBox({ heading: "Basics", fields: { floors: field.int("Floors") } });
 * interface House extends BoxOf<typeof house> {}
 * const value: House = { floors: 3 };
 * console.log(value.floors);
 * ```
 *
 * ```console
 * 3
 * ```
 */
export type BoxOf<B> =
  B extends Box<infer F, infer Rest>
    ? AsOne<Infer<F> & { [K in RestKey<Rest>]: Record<string, string | string[]> }>
    : never;

/** The property that keeps rows that nobody declared. */
export const restKey = (rest: string | boolean): string | undefined =>
  rest === true ? "rest" : rest === false ? undefined : rest;

/** The labels of each box: built once. */
const TABLES = new WeakMap<object, LabelTable>();

/** The labels of a box. One that another copy of the package made, for `require` or in another bundle, is declared here anew. */
export function tableOf(box: Box): LabelTable {
  const known = TABLES.get(box);
  if (known !== undefined) return known;
  if (!Array.isArray(box?.headings)) throw new TypeError("this is not a box; defineBox makes one");
  const { headings, ...declared } = box;
  const table = tableOf(defineBox({ ...declared, heading: headings.length > 0 ? headings : null }));
  TABLES.set(box, table);
  return table;
}

/** What a declaration may say; `headings` is what a box has that is declared anew. */
const RULES: Readonly<Record<string, OptionRule>> = {
  heading: [
    (value) =>
      value === null || ([value].flat().every((one) => typeof one === "string") && [value].flat().length > 0),
    "a text, a list of one or more, or null where the box has none",
  ],
  fields: [() => true, "fields"],
  joint: [(value) => typeof value === "string", "a text"],
  rest: [
    (value) => typeof value === "boolean" || typeof value === "string",
    "true, false, or the name of a property",
  ],
  minFields: [() => true, "a number"],
  headings: [() => true, "headings"],
};

/**
 * Declares a box, and checks the declaration.
 *
 * @param declaration - the heading, the fields, and how the box is written
 * @returns the box, for {@link parseBox} and its kind
 * @throws TypeError if the declaration cannot be told apart in a text: no fields, a field that is none, an empty label, two
 * fields of one label, an entry with the label of a field beside values, a list of less than one item, a property that
 * cannot be the name of data
 *
 * @example
 * ```ts
 * import { defineBox, field } from "alphanode-post/box";
 *
 * try {
 *   defineBox({ heading: "Facts", fields: { size: field.text("Size"), area: field.number("SIZE") } });
 * } catch (error) {
 *   console.log(String(error));
 * }
 * ```
 *
 * ```console
 * TypeError: the fields "size" and "area" have one label, "SIZE"; each label tells one field
 * ```
 */
export function defineBox<const F extends Fields, const Rest extends string | boolean = false>(
  declaration: BoxDeclaration<F, Rest>,
): Box<F, Rest> {
  if (typeof declaration !== "object" || declaration === null)
    fail(`a box is declared by an object with heading and fields, got ${kindOf(declaration)}`);
  const { heading, fields, joint = ": ", rest = false as Rest, minFields } = declaration;
  const [found, expected] = oddOption(declaration, RULES) ?? [];
  if (found !== undefined) fail(`found ${found} in the declaration of a box, expected ${expected}`);
  if (heading === undefined)
    fail("a box has no heading; expected a text, several, or `heading: null` where it has none");
  const headings = heading === null ? [] : typeof heading === "string" ? [heading] : [...heading];
  if (headings.some((one) => bareHeading(one) === ""))
    fail("a heading is empty; a box without one has `heading: null`");
  checkFields(fields, "");
  const key = restKey(rest);
  if (key !== undefined && Object.hasOwn(fields, key))
    fail(`"${key}" is a field and cannot keep the rest, too`);
  if (key === "__proto__" || key === "") fail(`"${key}" cannot keep the rest; choose another name`);
  const count = Object.keys(fields).length;
  if (minFields !== undefined && !(Number.isInteger(minFields) && minFields >= 1 && minFields <= count))
    fail(
      `minFields is ${JSON.stringify(minFields)}; expected a whole number from 1 to ${count}, the number of fields`,
    );
  const box: Box<F, Rest> = { headings, fields, joint, rest, minFields: minFields ?? Math.min(2, count) };
  TABLES.set(box, new LabelTable(fields, ownJoint(joint)));
  return Object.freeze(box);
}

function fail(message: string): never {
  throw new TypeError(message);
}

const EXPECTED_FIELDS =
  'expected one or more by the names of their properties, such as { size: field.text("Size") }';

function checkFields(fields: Fields | undefined, path: string): asserts fields is Fields {
  const owner = path === "" ? "a box" : `"${path.slice(0, -1)}"`;
  if (typeof fields !== "object" || fields === null || Array.isArray(fields))
    fail(`${owner} has ${kindOf(fields)} for fields; ${EXPECTED_FIELDS}`);
  const keys = Object.keys(fields);
  if (Object.getPrototypeOf(fields) !== Object.prototype)
    fail(`${owner} has no fields of its own, or one named "__proto__"; ${EXPECTED_FIELDS}`);
  if (keys.length === 0) fail(`${owner} has no fields; ${EXPECTED_FIELDS}`);
  const owners = new Map<string, string>();
  for (const key of keys) {
    const name = `${path}${key}`;
    if (key === "__proto__") fail(`"${name}" cannot be the name of data; choose another`);
    checkField(fields[key], name);
    for (const label of nodeOf(fields[key] as Field<unknown, boolean>).labels) {
      const owner = owners.get(asLabel(label));
      if (owner !== undefined && owner !== key)
        fail(`the fields "${owner}" and "${key}" have one label, "${label}"; each label tells one field`);
      owners.set(asLabel(label), key);
    }
  }
  for (const key of keys) {
    const { kind, fields: entries } = nodeOf(fields[key] as Field<unknown, boolean>);
    if (kind === "entries" || kind === "records") checkEntries(key, entries, owners, `${path}${key}.`);
  }
}

function checkField(field: Field<unknown, boolean> | undefined, name: string): void {
  if (typeof field !== "object" || field === null || !Array.isArray(field.labels))
    fail(`"${name}" is not a field, but ${kindOf(field)}; field.text and its kind make one`);
  if (field.labels.length === 0) fail(`the field "${name}" has no label`);
  for (const label of field.labels) {
    if (typeof label !== "string" || asLabel(label) === "") fail(`a label of the field "${name}" is empty`);
    if (/[\n\r\u2028\u2029\t|]/.test(label))
      fail(`the label "${label}" of the field "${name}" holds a line end, a tab or a bar`);
  }
  const { size } = nodeOf(field);
  if (size !== undefined && !(Number.isInteger(size) && size >= 1))
    fail(`the list "${name}" has a size of ${size}; expected a whole number from 1 on`);
}

/** Entries may have the label of a field, which their bullets tell apart, but not that of the field that holds them. */
function checkEntries(
  key: string,
  entries: Fields | undefined,
  owners: ReadonlyMap<string, string>,
  path: string,
): void {
  checkFields(entries, path);
  for (const [name, entry] of Object.entries(entries)) {
    if (nodeOf(entry).fields !== undefined)
      fail(`the entry "${path}${name}" has entries of its own; boxes are two levels deep`);
    for (const label of nodeOf(entry).labels)
      if (owners.get(asLabel(label)) === key)
        fail(`the entry "${path}${name}" has the label of the field that holds it, "${label}"`);
  }
}
