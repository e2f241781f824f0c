import { FIELDS, isEntriesRow, isOptional, isValueRow } from "../format/fields.ts";
import type { Article } from "../schema/article.ts";
import type { PostMeta } from "../schema/meta.ts";
import { FURNITURE, withSentences } from "./page.ts";
import { boxText, type FieldPart, mixedWithExtra, type Parts, pick, ROWS } from "./parts.ts";

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

/** The fields that a box may lack. */
const OPTIONAL = FIELDS.filter(isOptional).map(({ key }) => key);

/** Puts lines in the place of some of an array. */
const splice = <T>(list: readonly T[], at: number, remove: number, ...added: T[]): T[] => [
  ...list.slice(0, at),
  ...added,
  ...list.slice(at + remove),
];

/** Damages one field among those that fit, picked by `n`; a text without one is left as it is. */
const onField =
  (
    fits: (field: FieldPart) => boolean,
    change: (field: FieldPart, n: number) => { lines: readonly string[]; touches?: boolean },
  ): Damage["apply"] =>
  (parts, n) => {
    const at = pick(
      [...parts.fields.keys()].filter((i) => fits(parts.fields[i] as FieldPart)),
      n,
    );
    const field = parts.fields[at];
    if (field === undefined) return { parts, touches: [] };
    const { lines, touches = true } = change(field, Math.floor(n / 31));
    const fields = splice(parts.fields, at, 1, { ...field, lines });
    return {
      parts: { ...parts, fields },
      touches: touches ? [field.key, ...mixedWith(parts.fields, at, lines)] : [],
    };
  };

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

const isBulleted = (line = ""): boolean => /^\s*\S\S?\s/.test(line);
const isLabelled = ({ label, lines }: FieldPart): boolean => lines[0]?.startsWith(label) === true;
const isKnown = ({ key }: FieldPart): boolean => key !== "extra";
const isOnOneLine = ({ key, lines }: FieldPart): boolean => {
  const row = ROWS.get(key);
  return lines.length === 1 && row !== undefined && isValueRow(row);
};
const hasEntries = ({ key, lines }: FieldPart): boolean =>
  ROWS.get(key)?.kind === "entries" && lines.length > 1;
const isRecords = ({ key, lines }: FieldPart): boolean =>
  ROWS.get(key)?.kind === "records" && lines.length > 1;
const isClosed = ({ key }: FieldPart): boolean =>
  ["readingTime", "viewCount", "reference", "hash"].includes(key);

/** One edit to a label: a letter dropped, added, changed, or swapped with the next. */
function misspell(label: string, n: number): string {
  const at = Math.floor(n / 4) % label.length;
  const edits = [
    splice([...label], at, 1),
    splice([...label], at, 0, "q"),
    splice([...label], at, 1, "q"),
    splice([...label], at, 2, ...[...label.slice(at, at + 2)].reverse()),
  ];
  return pick(edits, n).join("");
}

/** The kinds of damage to a box, by name. */
export const DAMAGES: readonly Damage[] = [
  { name: "field missing", apply: onField(isKnown, () => ({ lines: [] })) },
  {
    name: "field doubled",
    apply: (parts, n) => {
      const field = pick(parts.fields, n);
      const at = Math.floor(n / 31) % (parts.fields.length + 1);
      const fields = splice(parts.fields, at, 0, field);
      const mixed = mixedWithExtra(fields);
      const isNew = mixed.length > mixedWithExtra(parts.fields).length;
      return { parts: { ...parts, fields }, touches: isNew ? mixed : [] };
    },
  },
  {
    name: "fields in another order",
    apply: (parts, n) => {
      const ranked = parts.fields.map((field, i) => ({ field, rank: ((i + 1) * (n + 7919)) % 10_007 }));
      const fields = ranked.sort((a, b) => a.rank - b.rank).map(({ field }) => field);
      return { parts: { ...parts, fields }, touches: mixedWithExtra(fields) };
    },
  },
  {
    name: "field unknown",
    apply: (parts, n) => {
      const lines = pick([["sponsor: nobody at all"], ["sponsors", "  • one", "  • two"]], n);
      const at = Math.floor(n / 2) % (parts.fields.length + 1);
      const field: FieldPart = { key: "extra", label: "sponsor", lines };
      const fields = splice(parts.fields, at, 0, field);
      return { parts: { ...parts, fields }, touches: ["extra", ...mixedWithExtra(fields)] };
    },
  },
  {
    name: "entry missing",
    apply: onField(hasEntries, ({ lines }, n) => ({ lines: splice(lines, 1 + (n % (lines.length - 1)), 1) })),
  },
  {
    name: "entry doubled",
    apply: onField(hasEntries, ({ lines }, n) => ({
      lines: [...lines, pick(lines.slice(1), n)],
      touches: false,
    })),
  },
  {
    name: "entry unknown",
    apply: onField(hasEntries, ({ lines }, n) => ({
      lines: splice(lines, 1 + (n % lines.length), 0, "  • mood: sunny"),
      touches: false,
    })),
  },
  {
    name: "entry misspelled",
    apply: onField(hasEntries, ({ lines }, n) => {
      const at = 1 + (n % (lines.length - 1));
      const line = (lines[at] ?? "").replace(/[a-z]/, "");
      return { lines: splice(lines, at, 1, line) };
    }),
  },
  {
    name: "bullet of an entry lost",
    apply: onField(hasEntries, ({ key, lines }, n) => {
      const row = ROWS.get(key);
      const entries = row !== undefined && isEntriesRow(row) ? row.entries : [];
      const known = [...lines.keys()].filter((i) =>
        entries.some(({ label }) => lines[i]?.includes(`• ${label}: `)),
      );
      const at = pick(known, n);
      return { lines: at === undefined ? lines : splice(lines, at, 1, (lines[at] ?? "").replace("• ", "")) };
    }),
  },
  {
    name: "half a record",
    apply: onField(isRecords, ({ lines }, n) => ({ lines: splice(lines, 1 + (n % (lines.length - 1)), 1) })),
  },
  {
    name: "record lost",
    apply: onField(isRecords, ({ key, lines }, n) => {
      const row = ROWS.get(key);
      const size = row !== undefined && isEntriesRow(row) ? row.entries.length : 1;
      return { lines: splice(lines, 1 + size * (n % Math.floor((lines.length - 1) / size)), size) };
    }),
  },
  {
    name: "label misspelled",
    apply: (parts, n) => {
      const damaged = onField(isKnown, ({ label, lines: [first = "", ...rest] }, m) => ({
        lines: [misspell(label, m) + first.slice(label.length), ...rest],
      }))(parts, n);
      // Of a field that stands twice, the misspelled one reads as a field of another name.
      const isDoubled = parts.fields.filter(({ key }) => key === damaged.touches[0]).length > 1;
      return { ...damaged, touches: isDoubled ? [...damaged.touches, "extra"] : damaged.touches };
    },
  },
  {
    name: "label lost",
    apply: onField(isKnown, (field) => {
      const [first = "", ...rest] = field.lines;
      return { lines: isOnOneLine(field) ? [first.slice(field.label.length)] : rest };
    }),
  },
  { name: "value wrong", apply: onField(isClosed, ({ label }) => ({ lines: [`${label}not available`] })) },
  { name: "value empty", apply: onField(isKnown, ({ label }) => ({ lines: [label] })) },
  {
    name: "page furniture",
    apply: (parts, n) => {
      const at = Math.floor(n / 13) % (parts.fields.length + 1);
      const field: FieldPart = { key: "extra", label: "", lines: pick(FURNITURE, n) };
      // Over items without a label, it reads as theirs.
      const touches: Touched[] = isBulleted(parts.fields[at]?.lines[0]) ? ["extra"] : [];
      return { parts: { ...parts, fields: splice(parts.fields, at, 0, field) }, touches };
    },
  },
  {
    name: "heading changed",
    apply: (parts, n) => {
      const heading = pick(
        ["ALPHANODE POST META", "Alphanode Post Meta:", "alphanode post meta :", "alphanode pst meta"],
        n,
      );
      return { parts: { ...parts, heading }, touches: [] };
    },
  },
  {
    name: "second box",
    apply: (parts, n) => {
      const fields = parts.fields.slice(0, n % 12);
      const tail = `alphanode post meta\n\n${boxText(fields)}\n\n${parts.tail}`;
      return { parts: { ...parts, tail }, touches: [] };
    },
  },
  {
    name: "box cut off",
    apply: (parts, n) => {
      const at = n % boxText(parts.fields).length;
      const fields: FieldPart[] = [];
      const touches: Touched[] = [...OPTIONAL, "extra", "similarPosts"];
      let above: Touched[] = [];
      let start = 0;
      for (const field of parts.fields) {
        const text = field.lines.join("\n");
        if (start <= at) fields.push({ ...field, lines: text.slice(0, at - start).split("\n") });
        // A list that is whole where the source ends may have had more items: it cannot be trusted. Neither can the one
        // above a field that has lost its label.
        if (start + text.length + 1 >= at) touches.push(field.key, ...(isLabelled(field) ? [] : above));
        above = [field.key];
        start += text.length + 1;
      }
      return { parts: { ...parts, fields, tail: "" }, touches };
    },
  },
  {
    // A box that has lost both its heading and most of its labels is no box any more: there the heading stays.
    name: "heading lost",
    apply: (parts) => {
      const labelled = parts.fields.filter((field) => field.key !== "extra" && isLabelled(field));
      return { parts: labelled.length < 4 ? parts : { ...parts, heading: "" }, touches: [] };
    },
  },
  {
    name: "sentence of the page",
    apply: (parts, n) => {
      const told: Touched[] = ["intro", "sections"];
      return { parts: { ...parts, article: withSentences(parts.article, n) }, touches: told, told };
    },
  },
];
