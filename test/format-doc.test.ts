import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { FIELDS, type FieldRow, isEntriesRow } from "../src/format/fields.ts";
import { aboutOf } from "../src/schema/values.ts";

const PATH = fileURLToPath(new URL("../docs/format.md", import.meta.url));

/** The row of the document for a field of the table. */
function rowOf(row: FieldRow): string[] {
  const entries = isEntriesRow(row)
    ? ` Entries: ${row.entries.map(({ label, kind }) => `\`${label}\` (${kind})`).join(", ")}.`
    : "";
  return [`\`${row.label}\``, `\`${row.key}\``, row.kind, aboutOf(row) + entries];
}

/** A table of Markdown whose columns are as wide as what they hold. */
function tableOf([head = [], ...rows]: readonly (readonly string[])[]): string {
  const widths = head.map((cell, i) => Math.max(cell.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[], fill: string): string =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] as number, fill)).join(" | ")} |`;
  const rule = line(
    head.map(() => ""),
    "-",
  );
  return [line(head, " "), rule, ...rows.map((row) => line(row, " "))].join("\n");
}

test("docs/format.md has the fields of the table, in order, as they are", async () => {
  const doc = readFileSync(PATH, "utf8");
  const from = doc.indexOf("| label  ");
  const table = tableOf([["label", "property", "kind", "holds"], ...FIELDS.map(rowOf)]);
  const whole = doc.slice(0, from) + table + doc.slice(doc.indexOf("\n\n", from));
  await expect(whole).toMatchFileSnapshot(PATH);
});
