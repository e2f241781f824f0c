import fc from "fast-check";
import { isRestLabel } from "../box/canonical.ts";
import { isLine, type ValueRule } from "../box/codec.ts";
import { type Box, type BoxOf, restKey, tableOf } from "../box/define.ts";
import type { DeclaredField, LabelTable } from "../box/labels.ts";
import { extraLabel, line as plainLine, sentence } from "./words.ts";

/** Signs that may be of a value or part it from its label, or from the row behind it. */
const EDGE = fc.constantFrom(":", ": ", "| ", "│", "- ", "– ", "• ", "* ", "=");

/** Texts with marks that keep letters apart where their script joins them. */
const JOINED_SCRIPTS = ["کتاب\u200cخانه", "سه سانتی\u200cمتر", "क्\u200cष"];

/** Any line that a value can carry, now and then with a sign of the box at one of its ends. */
const line = fc.oneof(
  { weight: 12, arbitrary: plainLine },
  { weight: 1, arbitrary: fc.tuple(EDGE, plainLine).map(([sign, text]) => sign + text) },
  { weight: 1, arbitrary: fc.tuple(plainLine, EDGE).map(([text, sign]) => `${text} ${sign.trim()}`) },
  { weight: 1, arbitrary: fc.constantFrom(...JOINED_SCRIPTS) },
);

/** Some value of each kind. */
const BY_KIND: Readonly<Record<ValueRule["kind"], (rule: ValueRule) => fc.Arbitrary<unknown>>> = {
  text: ({ words, isUnfinished }) =>
    words !== undefined ? fc.constantFrom(...words) : isUnfinished?.("a.") ? line : sentence,
  number: ({ min = -1_000_000, max = 1_000_000 }) =>
    fc.integer({ min: Math.ceil(min * 100), max: Math.floor(max * 100) }).map((cents) => cents / 100),
  int: ({ min = 0, max = 999_999_999_999_999 }) => fc.integer({ min, max }),
  flag: () => fc.boolean(),
  date: () =>
    fc
      .date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10)),
  pattern: ({ pattern }) => fc.stringMatching(withoutCase(pattern as RegExp)).filter(isLine),
  of: ({ examples }) => {
    if (examples === undefined || examples.length === 0)
      throw new TypeError("a codec without examples; arbitraryOf makes values of a codec from them");
    return fc.constantFrom(...examples);
  },
};

/** A pattern of fewer texts: fast-check knows none in any letter case. */
const withoutCase = ({ source, flags }: RegExp): RegExp => new RegExp(source, flags.replace("i", ""));

/** Any value of a field that text can carry. */
function valuesOf({ node: { rule, kind, size }, entries }: DeclaredField): fc.Arbitrary<unknown> {
  if (rule !== undefined)
    return BY_KIND[rule.kind](rule).filter((value) => rule.isUnfinished?.(String(value)) !== true);
  if (entries === undefined) return fc.array(line, { minLength: size ?? 1, maxLength: size ?? 6 });
  return kind === "records" ? fc.array(objectOf(entries), { minLength: 1, maxLength: 4 }) : objectOf(entries);
}

const objectOf = ({ fields }: LabelTable): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(Object.fromEntries(fields.map((field) => [field.key, valuesOf(field)])), {
    requiredKeys: fields.filter(({ node }) => !node.optional).map(({ key }) => key),
    noNullPrototype: true,
  });

/**
 * Any value that a declared box can hold and that text can carry.
 *
 * @param box - the box, as `defineBox` made it
 * @returns an arbitrary of values that `boxSchema` accepts and that `stringifyBox` writes
 * @throws TypeError if `box` is none, or if a codec of your own has no examples
 *
 * @example
 * ```ts
 * import { defineBox, field, parseBox, stringifyBox } from "alphanode-post/box";
 * import { arbitraryOf } from "alphanode-post/testing";
 * import { deepEqual } from "node:assert/strict";
 * import fc from "fast-check";
 *
 * const box = defineBox({ heading: "Basics", fields: { floors: field.int("Floors"), rooms: field.list("Rooms") } });
 * fc.assert(fc.property(arbitraryOf(box), (value) => deepEqual(parseBox(box, stringifyBox(box, value)), value)));
 * ```
 */
export function arbitraryOf<const B extends Box>(box: B): fc.Arbitrary<BoxOf<B>> {
  const table = tableOf(box);
  const key = restKey(box.rest);
  const values = objectOf(table);
  const label = extraLabel.filter((text) => isRestLabel(text, table, box.joint));
  const rest = fc.dictionary(label, fc.oneof(line, fc.array(line, { minLength: 1, maxLength: 3 })), {
    maxKeys: 2,
    noNullPrototype: true,
  });
  const all =
    key === undefined ? values : fc.tuple(values, rest).map(([value, more]) => ({ ...value, [key]: more }));
  return all as fc.Arbitrary<BoxOf<B>>;
}
