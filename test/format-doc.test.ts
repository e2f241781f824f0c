import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { FIELDS, type FieldRow, isEntriesRow } from "../src/format/fields.ts";
import { aboutOf } from "../src/schema/values.ts";

const doc = readFileSync(new URL("../docs/format.md", import.meta.url), "utf8");

/** The row of the document for a field of the table. */
function rowOf(row: FieldRow): string {
  const entries = isEntriesRow(row)
    ? ` Entries: ${row.entries.map(({ label, kind }) => `\`${label}\` (${kind})`).join(", ")}.`
    : "";
  return `| \`${row.label}\` | \`${row.key}\` | ${row.kind} | ${aboutOf(row)}${entries} |`;
}

describe("docs/format.md", () => {
  test("has the fields of the table, in order, as they are", () => {
    const table = doc.slice(doc.indexOf("<!-- fields:")).replace(/ +/g, " ");
    const rows = table.split("\n").filter((line) => line.startsWith("| `"));
    expect(rows).toEqual(FIELDS.map(rowOf));
  });
});
