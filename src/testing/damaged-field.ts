import { FIELDS, isValueRow } from "../format/fields.ts";
import type { Article } from "../schema/article.ts";
import type { PostMeta } from "../schema/meta.ts";
import { type FieldPart, type Parts, pick, ROWS } from "./parts.ts";

/** What a damage is, and what one of a field may touch besides. */

/**
 * A field of `meta`, or a part of the article: its title, intro, sections or similar posts.
 *
 * @example
 * ```ts
 * import { damagedSource, type Touched } from "alphanode-post/testing";
 * import fc from "fast-check";
 *
 * const seen = new Set<Touched>();
 * for (const { touches } of fc.sample(damagedSource(), { numRuns: 50, seed: 1 })) {
 *   for (const field of touches) seen.add(field);
 * }
 * console.log(seen.size > 0);
 * ```
 *
 * ```console
 * true
 * ```
 */
export type Touched = keyof PostMeta | keyof Article;

/** What a damage made of a text. */
export interface Damaged {
  readonly parts: Parts;
  /** What may differ from what the undamaged text has; nothing else does. */
  readonly touches: readonly Touched[];
  /** Of these, what the text still has all words of: where it is not as it was, that is told. */
  readonly told?: readonly Touched[];
}

/** A kind of damage to a box. */
export interface Damage {
  readonly name: string;
  /** Damages a text; `n` picks where and how. */
  readonly apply: (parts: Parts, n: number) => Damaged;
}

/** Puts lines in the place of some of an array. */
export const splice = <T>(list: readonly T[], at: number, remove: number, ...added: T[]): T[] => [
  ...list.slice(0, at),
  ...added,
  ...list.slice(at + remove),
];

/** Puts fields in the place of one. */
export const replaced = (parts: Parts, at: number, ...others: readonly FieldPart[]): Parts => ({
  ...parts,
  fields: splice(parts.fields, at, 1, ...others),
});

/** Damages one field among those that fit, picked by `n`; a text without one is left as it is. */
export const onOne =
  (
    fits: (field: FieldPart) => boolean,
    damage: (field: FieldPart, n: number, parts: Parts, at: number) => Damaged,
  ): Damage["apply"] =>
  (parts, n) => {
    const at = pick(
      [...parts.fields.keys()].filter((i) => fits(parts.fields[i] as FieldPart)),
      n,
    );
    const field = parts.fields[at];
    return field === undefined ? { parts, touches: [] } : damage(field, Math.floor(n / 31), parts, at);
  };

/** Puts other lines in the place of those of one field among those that fit; it touches that, and what it may be mixed with. */
export const onField = (
  fits: (field: FieldPart) => boolean,
  change: (field: FieldPart, n: number) => { lines: readonly string[]; touches?: boolean },
): Damage["apply"] =>
  onOne(fits, (field, n, parts, at) => {
    const { lines, touches = true } = change(field, n);
    return {
      parts: replaced(parts, at, { ...field, lines }),
      touches: touches ? [field.key, ...mixedWith(parts.fields, at, lines)] : [],
    };
  });

/**
 * What else a field may be read into, or may take in, where two damages meet and the text has become ambiguous:
 *
 * - items without a label join the list above, be it above fields of one line, unless their place tells them: the box is in
 *   its usual order, their field is there once, and more is left of it than the first half of one record;
 * - under the second of two values of a label, they make it the start of a longer label that is not known;
 * - an entry without label and bullet above reads as a field that is not known;
 * - a field that is not known reads as the text that is missing above it.
 */
function mixedWith(fields: readonly FieldPart[], at: number, lines: readonly string[]): Touched[] {
  const field = fields[at] as FieldPart;
  const [before, after] = [fields[at - 1], fields[at + 1]];
  const [first = ""] = lines;
  const row = ROWS.get(field.key);
  const isText = row?.kind === "text" || row?.kind === "sentence";
  if (first === field.label) return after?.key === "extra" && isText ? ["extra"] : [];
  if (first.startsWith(field.label) || lines.length === 0 || isOnOneLine(field)) return [];
  if (!isBulleted(first)) return first.includes(": ") ? ["extra"] : [];
  if (before === undefined) return [];
  const isDoubled = ({ key }: FieldPart): boolean => fields.filter((other) => other.key === key).length > 1;
  const isUsual = FIELDS.indexOf(row as never) - FIELDS.indexOf(ROWS.get(before.key) as never) === 1;
  if (isOnOneLine(before)) {
    const above = isUsual ? undefined : fields.slice(0, at).findLast((other) => !isOnOneLine(other));
    return [...(isDoubled(before) ? ["extra" as const] : []), ...(above ? [above.key] : [])];
  }
  const isSure = isUsual && !isDoubled(field) && (row?.kind !== "records" || lines.length > 1);
  return isSure || ROWS.get(before.key)?.kind === "entries" ? [] : [before.key];
}

export const isBulleted = (line = ""): boolean => /^\s*\S\S?\s/.test(line);
export const isLabelled = ({ label, lines }: FieldPart): boolean => lines[0]?.startsWith(label) === true;
export const isKnown = ({ key }: FieldPart): boolean => key !== "extra";
export const isOnOneLine = ({ key, lines }: FieldPart): boolean => {
  const row = ROWS.get(key);
  return lines.length === 1 && row !== undefined && isValueRow(row);
};

/** Damage to some fields, which is told where it shows. */
export const told = (parts: Parts, touches: readonly Touched[]): Damaged => ({
  parts,
  touches,
  told: touches,
});
