import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { parsePost, safeParsePost } from "alphanode-post";
import { describe, expect, test } from "vitest";
import { FIELDS, type FieldRow, isEntriesRow, isValueRow, type ValueRow } from "../../src/format/fields.ts";

const source = readFileSync(new URL("../../fixtures/posts/two-images-bash.txt", import.meta.url), "utf8");
const post = parsePost(source);

/** Texts that are one edit away from a label: a letter dropped, doubled, changed, added or swapped, at every place. */
function misspellings(label: string): string[] {
  const at = (place: number) => [label.slice(0, place), label.charAt(place), label.slice(place + 1)] as const;
  const edits = Array.from(label, (_, place) => {
    const [before, letter, after] = at(place);
    return [
      before + after,
      before + letter + letter + after,
      `${before}x${after}`,
      `${before}x${letter}${after}`,
      `${before}${after.charAt(0)}${letter}${after.slice(1)}`,
    ];
  });
  return [...new Set([...edits.flat(), `${label}x`])].filter(
    // White space is layout: `view  count` is the label.
    (text) => text !== label && text.trim() === text && !text.includes("  "),
  );
}

/** The misspellings of a label for which a text with it is not read as the post, or not reported. */
const unmended = (label: string, write: (misspelling: string) => string): string[] =>
  misspellings(label).filter((misspelling) => {
    const result = safeParsePost(write(misspelling));
    const isTold = result.issues.some(({ code }) => code === "misspelled_label");
    return !(result.success && isTold && isDeepStrictEqual(result.data, post));
  });

const rows: readonly FieldRow[] = FIELDS;
const values = rows.filter(isValueRow);
const lists = rows.filter((row) => !isValueRow(row));
const entries = rows.filter(isEntriesRow).flatMap((row) => row.entries.map((entry) => ({ row, entry })));

describe("a label one edit away is corrected, wherever the edit is:", () => {
  test.each(values.map((row) => [row.label, row] as const))("%s, before a colon", (label, row: ValueRow) => {
    const write = (text: string): string => source.replace(`\n${row.label}`, `\n${text}: `);
    // A text may start with a letter and a colon.
    const isText = row.kind === "text" || row.kind === "sentence";
    expect(unmended(label, write)).toEqual(isText ? [label + label.slice(-1), `${label}x`] : []);
  });

  test.each(lists.map(({ label }) => label))("%s, over its items", (label) => {
    expect(unmended(label, (text) => source.replace(`\n${label}\n`, `\n${text}\n`))).toEqual([]);
  });

  test.each(entries.map(({ row, entry }) => [row.label, entry.label] as const))(
    "%s, its entry %s",
    (field, label) => {
      const write = (text: string): string => {
        const start = source.indexOf(`\n${field}\n`);
        return source.slice(0, start) + source.slice(start).replace(`• ${label}: `, `• ${text}: `);
      };
      expect(unmended(label, write)).toEqual([]);
    },
  );
});
