import { kindOf } from "../format/kind-of.ts";
import type { Bit } from "../layout/bits.ts";
import type { Positioned } from "../parse/result.ts";
import { type BoxPlace, boxesOf, headingsOf } from "./boxes.ts";
import { readCanonical } from "./canonical.ts";
import { type Box, type BoxOf, restKey, tableOf } from "./define.ts";
import type { Found } from "./found.ts";
import { tellAboveHeading } from "./hidden.ts";
import { type BoxIssue, BoxParseError, type Notes, notesOn } from "./issues.ts";
import { type BoxOptions, readBoxOptions } from "./options.ts";
import { readFields } from "./reader.ts";
import { BitReader } from "./rows.ts";
import { LabelSearch } from "./search.ts";

/**
 * What {@link safeParseBox} gives: the value where there is no error, else what could be read.
 *
 * @typeParam Value - what the box holds
 *
 * @example
 * ```ts
 * import { type BoxResult, defineBox, field, safeParseBox } from "alphanode-post/box";
 *
 * const box = defineBox({ heading: "Basics", fields: { floors: field.int("Floors"), type: field.word("Type") } });
 * const result: BoxResult<{ floors: number; type: string }> = safeParseBox(box, "Basics\n\nFloors: 3\nType:");
 * console.log(result.success, result.success ? result.data : result.partial);
 * ```
 *
 * ```console
 * false { floors: 3 }
 * ```
 */
export type BoxResult<Value> = (
  | {
      /** The box has no error. */
      success: true;
      /** What the box holds. */
      data: Value;
    }
  | {
      /** The box has errors. */
      success: false;
      /** What could be read. */
      partial: Partial<Value>;
      /** The issues as an error. */
      error: BoxParseError;
    }
) & {
  /** What was found, in the order of the text. */
  issues: BoxIssue[];
};

/** The readers of the lines of each box: built once. */
const READERS = new WeakMap<Box, BitReader>();

function readerOf(box: Box): BitReader {
  const known = READERS.get(box);
  if (known !== undefined) return known;
  const reader = new BitReader(tableOf(box), box.headings);
  READERS.set(box, reader);
  return reader;
}

/**
 * Reads a box from a text, which may be the whole page as any extractor leaves it. Of several boxes, the one with the most
 * fields is read, the first of equals.
 *
 * @param box - the box, as `defineBox` made it
 * @param text - the text
 * @param options - see {@link BoxOptions}
 * @returns what the box holds
 * @throws BoxParseError if there is no box, or a value is missing or wrong
 * @throws TypeError if `text` is not a string, or `box` is none; RangeError if an option is none
 *
 * @example
 * ```ts
 * import { defineBox, field, parseBox } from "alphanode-post/box";
 *
 * const basics = defineBox({
 *   heading: "Basics",
 *   fields: { type: field.word("Type"), area: field.number("Area", { units: ["m²"] }) },
 * });
 * console.log(parseBox(basics, "Quay House\n\nBASICS\n * Type: House\n * Area: 1840 m²\n\nDescription"));
 * ```
 *
 * ```console
 * { type: 'House', area: 1840 }
 * ```
 */
export function parseBox<const B extends Box>(box: B, text: string, options?: BoxOptions): BoxOf<B> {
  const result = safeParseBox(box, text, options);
  if (!result.success) throw result.error;
  return result.data;
}

/**
 * Reads a box as {@link parseBox} does, and never throws for what stands in the text.
 *
 * @param box - the box, as `defineBox` made it
 * @param text - the text
 * @param options - see {@link BoxOptions}
 * @returns the value or what could be read, and all issues
 * @throws TypeError if `text` is not a string, or `box` is none; RangeError if an option is none
 *
 * @example
 * ```ts
 * import { defineBox, field, safeParseBox } from "alphanode-post/box";
 *
 * const recipe = defineBox({
 *   heading: null,
 *   fields: { prep: field.text("Prep Time"), serves: field.int("Servings"), cost: field.text("Cost") },
 * });
 * const { issues } = safeParseBox(recipe, "Prep Tme: 20 minutes\nServings: 4\nCost: $6");
 * console.log(issues.map(({ message }) => message));
 * ```
 *
 * ```console
 * [
 *   'unknown label "Prep Tme"; did you mean "prep time"? It was read as that'
 * ]
 * ```
 */
export function safeParseBox<const B extends Box>(
  box: B,
  text: string,
  options: BoxOptions & { positions: true },
): Positioned<BoxResult<BoxOf<B>>>;
export function safeParseBox<const B extends Box>(
  box: B,
  text: string,
  options?: BoxOptions,
): BoxResult<BoxOf<B>>;
export function safeParseBox<const B extends Box>(
  box: B,
  text: string,
  options: BoxOptions = {},
): BoxResult<BoxOf<B>> {
  const [first, ...others] = resultsOf(box, text, options);
  return others.reduce((best, { size, result }) => (size > best.size ? { size, result } : best), first)
    .result as BoxResult<BoxOf<B>>;
}

/**
 * Reads all boxes of a kind from a text: a page with two recipes has two.
 *
 * @param box - the box, as `defineBox` made it
 * @param text - the text
 * @param options - see {@link BoxOptions}
 * @returns a result for each box, in the order of the text; none where there is no box
 * @throws TypeError if `text` is not a string, or `box` is none; RangeError if an option is none
 *
 * @example
 * ```ts
 * import { defineBox, field, parseBoxes } from "alphanode-post/box";
 *
 * const recipe = defineBox({ heading: null, fields: { course: field.list("Course"), servings: field.int("Servings") } });
 * const page = "Soup\nCourse Soup, Stew\nServings 4\n\nAnd one for the morning.\n\nOats\nCourse Breakfast\nServings 1";
 * console.log(parseBoxes(recipe, page).map((result) => result.success && result.data.servings));
 * ```
 *
 * ```console
 * [ 4, 1 ]
 * ```
 */
export function parseBoxes<const B extends Box>(
  box: B,
  text: string,
  options: BoxOptions & { positions: true },
): Positioned<BoxResult<BoxOf<B>>>[];
export function parseBoxes<const B extends Box>(
  box: B,
  text: string,
  options?: BoxOptions,
): BoxResult<BoxOf<B>>[];
export function parseBoxes<const B extends Box>(
  box: B,
  text: string,
  options: BoxOptions = {},
): BoxResult<BoxOf<B>>[] {
  return resultsOf(box, text, options).flatMap(({ size, result }) =>
    size < 0 ? [] : [result as BoxResult<BoxOf<B>>],
  );
}

/** A result, and how many fields its box has; -1 where there is no box. */
interface Sized {
  readonly size: number;
  readonly result: BoxResult<Record<string, unknown>>;
}

function resultsOf(box: Box, text: string, options: BoxOptions): [Sized, ...Sized[]] {
  if (typeof text !== "string") throw new TypeError(`a box is read from a string, got ${kindOf(text)}`);
  const table = tableOf(box);
  const { positions, maxLength } = readBoxOptions(options);
  const end = { start: text.length, end: text.length };
  if (text.length > maxLength) {
    const notes = notesOn("", positions);
    notes.add(
      "source_too_long",
      [],
      `the text has ${text.length} characters; at most ${maxLength} are read (maxLength)`,
      { start: 0, end: 0 },
    );
    return [{ size: 0, result: resultOf({}, notes, options) }];
  }
  const notes = notesOn(text, positions);
  const canonical = readCanonical(box, table, text, notes);
  if (canonical !== undefined)
    return [{ size: table.fields.length, result: resultOf(canonical, notes, options) }];
  const bits = readerOf(box).bitsOf(text);
  const headings = headingsOf(box, table, bits);
  const labels = new LabelSearch(bits, table, new Set(headings.map(({ at }) => at))).all();
  const places = boxesOf(box, bits, headings, labels);
  const [first, ...others] = places.map((place) => {
    const own = notes.branch();
    return { size: place.size, result: resultOf(readPlace(box, place, bits, labels, own), own, options) };
  });
  if (first !== undefined) return [first, ...others];
  const none = notes.branch();
  const expected =
    box.headings.length > 0 ? `"${box.headings[0]}" and its fields` : `${box.minFields} of its fields`;
  none.add("missing_box", [], `the text has no such box; expected ${expected}`, end);
  return [{ size: -1, result: resultOf({}, none, options) }];
}

/** Reads the box at a place. */
function readPlace(
  box: Box,
  place: BoxPlace,
  bits: readonly Bit[],
  all: readonly Found[],
  notes: Notes,
): Record<string, unknown> {
  const { heading, isNear, labels, start, end } = place;
  const at = (heading ?? bits[labels[0]?.at ?? 0])?.text ?? { start: 0, end: 0 };
  if (heading !== undefined && isNear)
    notes.add(
      "misspelled_heading",
      [],
      `unknown heading "${heading.text.text}"; did you mean "${box.headings[0]}"? It was read as that`,
      at,
    );
  if (heading === undefined && box.headings.length > 0)
    notes.add(
      "missing_heading",
      [],
      `the fields of a box without its heading; expected "${box.headings[0]}" above`,
      at,
    );
  const key = restKey(box.rest);
  const top = heading === undefined ? 0 : start;
  const table = tableOf(box);
  const part = {
    bits,
    table,
    labels,
    top,
    start,
    end,
    path: [],
    restKey: key,
    outer: undefined,
  };
  const { values, rest } = readFields(part, notes, { start: at.start, end: at.end });
  if (heading !== undefined) {
    const lacking = table.fields.filter(({ key: own, node }) => node.optional && !(own in values));
    tellAboveHeading(lacking, all, bits, start - 1, notes);
  }
  return key === undefined ? values : { ...values, [key]: rest };
}

function resultOf(
  value: Record<string, unknown>,
  notes: Notes,
  { strict, positions }: BoxOptions,
): BoxResult<Record<string, unknown>> {
  const issues = [...notes.issues].sort((a, b) => a.position.start.offset - b.position.start.offset);
  if (strict) for (const issue of issues) issue.severity = "error";
  const more = { issues, ...(positions && { positions: notes.positions }) };
  return issues.some(({ severity }) => severity === "error")
    ? { success: false, partial: value, error: new BoxParseError(issues), ...more }
    : { success: true, data: value, ...more };
}
