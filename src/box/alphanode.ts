import type { FieldKey, Table, ValueKind } from "../format/fields.ts";
import { BOX_HEADING } from "../format/headings.ts";
import { type FieldDeclaration, labelOf, TABLE, type ValueDeclaration } from "../format/table.ts";
import { FLAG_WORDS, VALUE_RULES } from "../format/values.ts";
import { ABOUT } from "../schema/about.ts";
import type { PostMeta } from "../schema/meta.ts";
import { type Box, defineBox } from "./define.ts";
import { type Field, type Fields, field } from "./field.ts";

/** The fields of the table as a declaration, under their comments. */
type TableFields = {
  readonly [Key in keyof Table]: Field<
    PostMeta[Key & FieldKey],
    Table[Key] extends { readonly optional: true } ? true : false
  >;
};

/** A row of one value, with its label. */
type LabelledValue = ValueDeclaration & { readonly label: string };

const formed =
  (kind: "reference" | "hash" | "sourceId" | "version") =>
  ({ label }: LabelledValue, about: string): Field<string> =>
    field.pattern(label, VALUE_RULES[kind].pattern, { about, expected: VALUE_RULES[kind].expected });

/** Declares a value, by the kind of its row. */
const VALUES: Readonly<Record<ValueKind, (row: LabelledValue, about: string) => Field<unknown, boolean>>> = {
  text: ({ label, joint }, about) => field.text(label, { about, joint }),
  sentence: ({ label }, about) => field.sentence(label, { about }),
  word: ({ label, words, listed }, about) => field.word(label, { about, words: listed ? words : undefined }),
  count: ({ label, units }, about) => field.int(label, { about, min: 0, units }),
  percent: ({ label }, about) => field.int(label, { about, min: 0, max: 100 }),
  flag: ({ label }, about) => field.flag(label, { about, ...FLAG_WORDS }),
  date: ({ label }, about) => field.date(label, { about }),
  version: formed("version"),
  reference: formed("reference"),
  hash: formed("hash"),
  sourceId: formed("sourceId"),
};

/** Declares the fields of rows, which stand at a path. */
const fieldsOf = (rows: Readonly<Record<string, FieldDeclaration>>, path = ""): Fields =>
  Object.fromEntries(Object.entries(rows).map(([key, row]) => [key, fieldOf(labelOf(key), row, path + key)]));

function fieldOf(label: string, row: FieldDeclaration, path: string): Field<unknown, boolean> {
  const about = ABOUT[path] as string;
  if (row.kind === "list") return field.list(label, { about, size: row.size });
  if (!("entries" in row)) return VALUES[row.kind]({ ...row, label }, about);
  const entries = fieldsOf(row.entries, `${path}.`);
  return row.kind === "records"
    ? field.records(label, entries, { about, optional: row.optional === true })
    : field.entries(label, entries, { about });
}

/**
 * AlphaNode's own box as a declaration. On canonical boxes it gives what `parseMetaBox` gives, but for image sources where there are
 * none: an optional field is absent, where `parseMetaBox` has an empty list. That knows more of the site: use `parsePost` and
 * `parseMetaBox` for its posts.
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { alphanodeBox, parseBox } from "alphanode-post/box";
 *
 * const { score, readingTime } = parseBox(alphanodeBox, readFileSync("post.txt", "utf8"));
 * console.log(score, readingTime);
 * ```
 *
 * ```console
 * { quality: 36, freshness: 83, depth: 82, clarity: 46 } 5
 * ```
 */
export const alphanodeBox: Box<TableFields, "extra"> = defineBox({
  heading: BOX_HEADING,
  joint: "",
  rest: "extra",
  minFields: 3,
  fields: fieldsOf(TABLE) as TableFields,
});
