import { FIELDS, type FieldKey } from "../format/fields.ts";
import { BOX_HEADING } from "../format/headings.ts";
import type { Post } from "../schema/post.ts";
import { extraLines, fieldLines } from "../stringify/box.ts";
import { similarList, spacedArticle } from "../stringify/stringify.ts";

/** The table's rows by key. */
export const ROWS = new Map(FIELDS.map((row) => [row.key as string, row]));

/** Picks one of several ways by a number. */
export const pick = <T>(ways: readonly T[], n: number): T => ways[n % ways.length] as T;

/** The lines of one field of a box. */
export interface FieldPart {
  /** The property of `meta` that carries the field. */
  readonly key: FieldKey | "extra";
  /** Its label, lower case. */
  readonly label: string;
  /** Its lines, that of the label first. */
  readonly lines: readonly string[];
}

/** The canonical text of a post in parts, for changes to one of them. */
export interface Parts {
  readonly article: string;
  readonly heading: string;
  readonly fields: readonly FieldPart[];
  readonly tail: string;
}

/** Writes the canonical text of a post in parts. */
export function partsOf(post: Post): Parts {
  const cut = (lines: string): string[] => lines.split("\n").slice(1);
  const known = FIELDS.map((row) => ({
    key: row.key,
    label: row.label,
    lines: cut(fieldLines(row, post.meta)),
  }));
  const extra = Object.entries(post.meta.extra).map(([label, value]) => ({
    key: "extra" as const,
    label,
    lines: cut(extraLines(label, value)),
  }));
  return {
    article: spacedArticle(post),
    heading: BOX_HEADING,
    fields: [...known, ...extra].filter(({ lines }) => lines.length > 0),
    tail: similarList(post),
  };
}

/** The lines of a box's fields. */
export const boxText = (fields: readonly FieldPart[]): string =>
  fields.flatMap(({ lines }) => lines).join("\n");

/** Puts the parts of a text together. */
export function joinParts({ article, heading, fields, tail }: Parts): string {
  return [article, heading, boxText(fields), tail].filter((part) => part !== "").join("\n\n");
}

/** The lists over a field that is not known, be it with fields on one line between, and with them that field: its items may be more of them. */
export function mixedWithExtra(fields: readonly FieldPart[]): FieldPart["key"][] {
  const lists = fields.filter(({ key }, i) => {
    const next = fields.slice(i + 1).find((field) => field.key === "extra" || field.lines.length > 1);
    return next?.key === "extra" && ROWS.get(key)?.kind === "list";
  });
  return lists.length > 0 ? [...lists.map(({ key }) => key), "extra"] : [];
}

/**
 * The fields that may take what has lost its label or has another: that above it, the last list above, and one of the other
 * name.
 */
export function takersOf(fields: readonly FieldPart[]): FieldPart["key"][] {
  return fields.flatMap(({ label, lines }, i) => {
    if (lines[0]?.startsWith(label)) return [];
    const above = fields.slice(0, i);
    const owners = [above.at(-1), above.findLast(({ key }) => ROWS.get(key)?.kind === "list")];
    return ["extra" as const, ...owners.flatMap((owner) => owner?.key ?? [])];
  });
}
