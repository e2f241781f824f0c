import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

/** `src/schema/about.ts` has what the comments of the table say. To write it anew: `npx vitest run test/schema --update`. */

const at = (path: string): string => fileURLToPath(new URL(`../../src/${path}`, import.meta.url));

const table = ts.createSourceFile(
  "table.ts",
  readFileSync(at("format/table.ts"), "utf8"),
  ts.ScriptTarget.ES2022,
  true,
);

/** The rows right within a node of the table: properties that hold an object. */
function rowsIn(node: ts.Node): ts.PropertyAssignment[] {
  const rows: ts.PropertyAssignment[] = [];
  const visit = (child: ts.Node): void => {
    if (ts.isPropertyAssignment(child) && ts.isObjectLiteralExpression(child.initializer)) rows.push(child);
    else ts.forEachChild(child, visit);
  };
  ts.forEachChild(node, visit);
  return rows;
}

/** The comment above a row. */
const commentOf = (row: ts.PropertyAssignment): string =>
  ts.getJSDocCommentsAndTags(row).flatMap(({ comment }) => ts.getTextOfJSDocComment(comment) ?? [])[0] ?? "";

/** A property as the formatter writes it. */
function lineOf(path: string, about: string): string {
  const key = /^\w+$/.test(path) ? path : JSON.stringify(path);
  const line = `  ${key}: ${JSON.stringify(about)},`;
  return line.length <= 110 ? line : `  ${key}:\n    ${JSON.stringify(about)},`;
}

const abouts = rowsIn(table).flatMap((field) => {
  const entries = rowsIn(field).flatMap(rowsIn);
  return [field, ...entries].map((row): [path: string, about: string] => {
    const path = row === field ? "" : `${field.name.getText()}.`;
    return [path + row.name.getText(), commentOf(row)];
  });
});

test("each row of the table has a comment", () => {
  expect(abouts.filter(([, about]) => about === "")).toEqual([]);
});

test("src/schema/about.ts has the comments", async () => {
  const lines = abouts.map(([path, about]) => lineOf(path, about));
  await expect(
    `/** What the fields of the box and their entries say: the comments of the table, which a test puts here. */
export const ABOUT: Readonly<Record<string, string>> = {
${lines.join("\n")}
};
`,
  ).toMatchFileSnapshot(at("schema/about.ts"));
});
