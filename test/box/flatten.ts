/** What extractors make of the rows of a box, as text. */

/** A row as it is printed. */
export interface Row {
  /** The property of the field; absent for a row that nobody declared, or that stands once more. */
  readonly key?: string;
  readonly label: string;
  readonly value: string;
}

type Form = (heading: string, rows: readonly Row[]) => string;

/** Wraps lines at a width, as extractors for terminals do. */
const wrapped = (text: string, width = 80): string =>
  text.replace(new RegExp(`(?=.{${width + 1}})(.{1,${width}}) `, "g"), "$1\n");

const joinedBy =
  (joint: string, start = "", between = "\n"): Form =>
  (heading, rows) =>
    `${heading}\n\n${rows.map(({ label, value }) => `${start}${label}${value === "" ? joint.trimEnd() : joint}${value}`).join(between)}\n`;

const each =
  (write: (row: Row) => string, between = "\n", write1 = (heading: string) => heading): Form =>
  (heading, rows) =>
    `${write1(heading)}\n\n${rows.map(write).join(between)}\n`;

/** Forms in which each row has lines of its own. */
export const FORMS: Readonly<Record<string, Form>> = {
  "with colons": joinedBy(": "),
  "with spaces": joinedBy(" "),
  "with nothing": joinedBy(""),
  "with tabs": joinedBy("\t\t"),
  "with dashes": joinedBy(" - "),
  "with long dashes": joinedBy(" – "),
  "with bullets": joinedBy(": ", " * "),
  "with bullets and nothing": joinedBy("", " • "),
  "with hyphens and spaces": joinedBy(" ", "- "),
  "with values on the next line": joinedBy("\n"),
  "with values under colons": joinedBy(":\n"),
  "with values apart": joinedBy("\n\n", "", "\n\n"),
  "with spaces and blank lines between": joinedBy(" ", "", "\n\n"),
  "with nothing and blank lines between": joinedBy("", "", "\n\n"),
  "with values on the next line and blank lines between": joinedBy("\n", "", "\n\n"),
  "with values indented": joinedBy("\n    "),
  "with labels and values as bullets": each(({ label, value }) => `- ${label}\n- ${value}`),
  "as a table": each(({ label, value }) => `| ${label} | ${value} |`, "\n|---|---|\n"),
  "with bars": joinedBy(" | "),
  "as Markdown": each(
    ({ label, value }) => `**${label}:** ${value}`,
    "\n\n",
    (heading) => `## ${heading}`,
  ),
  "as bullets of Markdown": each(
    ({ label, value }) => `- **${label}:** ${value}`,
    "\n",
    (heading) => `## ${heading}`,
  ),
  "as a quotation": each(
    ({ label, value }) => `> **${label}:** ${value}`,
    "\n",
    (heading) => `> ${heading}\n>`,
  ),
  "with labels in bold": each(({ label, value }) => `**${label}**${value}`, "\n\n"),
  "with icons": each(({ label, value }) => `📍 ${label}: ${value}`),
  "with icons on lines of their own": each(({ label, value }) => `📍\n${label}\n${value}`.trimEnd()),
  "with signs and dashes": each(({ label, value }) => `» ${label} - ${value}`),
  "with images before bold labels": each(
    ({ label, value }) => `![](a/icon.png) **${label}:** ${value}  `,
    "\n",
    (heading) => `### ${heading}`,
  ),
  "with signs in bold labels": each(({ label, value }) => `**» ${label}** \\- ${value}`, "  \n"),
  "with what is left of an icon in bullets": each(
    ({ label, value }) => `  * __${label} ${value}`,
    "\n",
    (heading) => `## ${heading}`,
  ),
  "with labels that are headings in bullets": each(
    ({ label, value }) => `  * #### ${label}\n\n${value}`,
    "\n\n",
  ),
  "with labels that are headings in bullets, and values below": each(
    ({ label, value }) => `* #### ${label}  \n${value}`,
  ),
  "with labels in the middle of a column": each(
    ({ label, value }) => `${" ".repeat(3 + Math.max(0, 12 - label.length))}${label}\n\n   ${value}`,
  ),
  "with values in italics": each(
    ({ label, value }) => (/[*_]/.test(value) || value === "" ? `${label}${value}` : `${label}*${value}*`),
    "\n\n",
    (heading) => `${heading}\n${"-".repeat(Math.max(3, heading.length))}`,
  ),
  "in capitals": (heading, rows) =>
    joinedBy("\n")(
      heading.toUpperCase(),
      rows.map((row) => ({ ...row, label: row.label.toUpperCase() })),
    ),
};

/** Forms in which nothing but blank lines, or what the first and the last line are, tells which value is whose. */
export const LOOSE: Readonly<Record<string, Form>> = {
  "with values above": each(({ label, value }) => `${value}\n${label}`.trim(), "\n\n"),
  "with values right above": each(({ label, value }) => `${value}\n${label}`.trim()),
  "with values above, all apart": each(({ label, value }) => `${value}\n\n${label}`.trim(), "\n\n"),
  "with values above as bullets": each(({ label, value }) => `- ${value}\n- ${label}`),
};

/** Forms in which several rows stand on one line. */
export const RUNS: Readonly<Record<string, Form>> = {
  "run together with colons": joinedBy(": ", "", " "),
  "run together with bars between": joinedBy(": ", "", " | "),
  "in cells of one line": (heading, rows) =>
    `A page | ${heading} | ${rows.flatMap(({ label, value }) => (value === "" ? [label] : [label, value])).join(" | ")} | and then more text`,
  "run together with spaces": joinedBy(" ", "", "  "),
  "run together": joinedBy("", "", ""),
  "run together with spaces between": joinedBy("", "", " "),
  "run together and wrapped": (heading, rows) => wrapped(joinedBy("", "", " ")(heading, rows)),
  "run together with colons and wrapped": (heading, rows) => wrapped(joinedBy(": ", "", " ")(heading, rows)),
};

const UNDECLARED: Row = { label: "Zebra mark", value: "qux 17" };

/** Damages of the row at an index: the rows that are left of them. */
export const DAMAGES: Readonly<Record<string, (rows: readonly Row[], at: number) => readonly Row[]>> = {
  none: (rows) => rows,
  "a row that is gone": (rows, at) => rows.filter((_, i) => i !== at),
  "a value that is gone": (rows, at) => changed(rows, at, (row) => ({ ...row, value: "" })),
  "a label misspelled": (rows, at) =>
    changed(rows, at, (row) => ({ ...row, label: row.label.slice(0, 2) + row.label.slice(3) })),
  "a value that is none": (rows, at) => changed(rows, at, (row) => ({ ...row, value: "§§§" })),
  "a row that nobody declared": (rows, at) => rows.toSpliced(at, 0, UNDECLARED),
  "a row that nobody declared below all others": (rows) => [...rows, UNDECLARED],
  "a row twice": (rows, at) => {
    const { label, value } = rows[at] as Row;
    return rows.toSpliced(at + 1, 0, { label, value });
  },
  "two rows in another order": (rows, at) => rows.toSpliced(at, 2, ...rows.slice(at, at + 2).reverse()),
};

const changed = (rows: readonly Row[], at: number, change: (row: Row) => Row): readonly Row[] =>
  rows.map((row, i) => (i === at ? change(row) : row));
