import { FIELDS, isEntriesRow, isOptional } from "../format/fields.ts";
import {
  type Damage,
  isBulleted,
  isKnown,
  isLabelled,
  onField,
  splice,
  type Touched,
} from "./damaged-field.ts";
import { LABEL_DAMAGES } from "./label-damage.ts";
import { FURNITURE, withSentences } from "./page.ts";
import { boxText, type FieldPart, mixedWithExtra, pick, ROWS, takersOf } from "./parts.ts";

/** The fields that a box may lack. */
const OPTIONAL = FIELDS.filter(isOptional).map(({ key }) => key);

const hasEntries = ({ key, lines }: FieldPart): boolean =>
  ROWS.get(key)?.kind === "entries" && lines.length > 1;
const isRecords = ({ key, lines }: FieldPart): boolean =>
  ROWS.get(key)?.kind === "records" && lines.length > 1;
const isClosed = ({ key }: FieldPart): boolean =>
  ["readingTime", "viewCount", "reference", "hash"].includes(key);

/** The kinds of damage to a box, by name. */
export const DAMAGES: readonly Damage[] = [
  ...LABEL_DAMAGES,
  { name: "field missing", apply: onField(isKnown, () => ({ lines: [] })) },
  {
    name: "field doubled",
    apply: (parts, n) => {
      const field = pick(parts.fields, n);
      const at = Math.floor(n / 31) % (parts.fields.length + 1);
      const fields = splice(parts.fields, at, 0, field);
      const mixed = mixedWithExtra(fields);
      const isNew = mixed.length > mixedWithExtra(parts.fields).length;
      const takers = takersOf(fields);
      const isOther = takers.length > takersOf(parts.fields).length;
      return { parts: { ...parts, fields }, touches: [...(isNew ? mixed : []), ...(isOther ? takers : [])] };
    },
  },
  {
    name: "fields in another order",
    apply: (parts, n) => {
      const ranked = parts.fields.map((field, i) => ({ field, rank: ((i + 1) * (n + 7919)) % 10_007 }));
      const fields = ranked.sort((a, b) => a.rank - b.rank).map(({ field }) => field);
      return { parts: { ...parts, fields }, touches: [...mixedWithExtra(fields), ...takersOf(fields)] };
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
