import { isValueRow } from "../format/fields.ts";
import { type Form, wrap } from "./forms.ts";
import { type FieldPart, type Parts, pick, ROWS } from "./parts.ts";
import { all, box, onOneLine } from "./rewrite.ts";

/** The layouts that change the order of rows, which of them share a line, and what stands around each value. */

/** Tells whether the fields of some kinds alone are written anew by a form. */
const ofKinds =
  (kinds: readonly string[], lay: NonNullable<Form["parts"]>): NonNullable<Form["parts"]> =>
  (parts, n) => ({
    ...parts,
    fields: parts.fields.map((field) =>
      kinds.includes(ROWS.get(field.key)?.kind ?? "")
        ? (lay({ ...parts, fields: [field] }, n).fields[0] as FieldPart)
        : field,
    ),
  });

/** The fields in another order: the last first, or by their labels. */
const reordered = (parts: Parts, n: number): Parts => ({
  ...parts,
  fields:
    n % 2 === 0 ? parts.fields.toReversed() : parts.fields.toSorted((a, b) => a.label.localeCompare(b.label)),
});

/** Fields of one value and the next label on one line, as where line ends of rows are lost. */
function joinedRows(parts: Parts): Parts {
  const fields: FieldPart[] = [];
  for (const field of parts.fields) {
    const last = fields.at(-1);
    const row = last && ROWS.get(last.key);
    if (!last || !row || !isValueRow(row)) fields.push(field);
    else
      fields[fields.length - 1] = {
        ...field,
        lines: [`${last.lines[0]} ${field.lines[0]}`, ...field.lines.slice(1)],
      };
  }
  return { ...parts, fields };
}

/** All fields that are known on the line of the first, as where every line end of a box became a space, or nothing. */
function onOneRow({ fields, ...parts }: Parts, n: number): Parts {
  const known = fields.filter(({ key }) => key !== "extra");
  const [first] = known as [FieldPart, ...FieldPart[]];
  const lines = known.flatMap((field) => field.lines.map((line) => line.trim()));
  return {
    ...parts,
    fields: [
      { ...first, lines: [lines.join(pick([" ", ""], n))] },
      ...fields.filter(({ key }) => key === "extra"),
    ],
  };
}

/** An entry whose key has the marks of bold text around it. */
const withBoldKey = (entry: string, n: number): string =>
  entry.replace(/^([a-z ]+:)(?= )/, (key) => pick(["**#**", "__#__"], n).replace("#", key));

/** The marks around code in Markdown and reStructuredText, and in wikis. */
const CODE_MARKS = [
  ["`", "`"],
  ["``", "``"],
  ["''%%", "%%''"],
  ["{{", "}}"],
  ["@", "@"],
] as const;

/** A text as code, if it holds no such mark. */
const asCode = (text: string, n: number): string => {
  const [open, close] = pick(CODE_MARKS, n);
  return /[`%{}@]/.test(text) ? text : open + text + close;
};

/** The width of the cells of a drawn table. */
const WIDTH = 44;

/** The lines of a text in its cell; one on its own where one of several would start as a bullet does. */
function wrapped(text: string): string[] {
  const lines = wrap(text, WIDTH);
  return lines.slice(1).some((line) => line.startsWith("o ")) ? [text] : lines;
}

/** The rows of a table that is drawn, with a line under them: a label, and texts that are wrapped in their cell. */
const drawnCells = (label: string, texts: readonly string[]): string[] => [
  ...texts
    .flatMap(wrapped)
    .map((line, i) => `│ ${(i === 0 ? label : "").padEnd(18)} │ ${line.padEnd(WIDTH)} │`),
  `├${"─".repeat(20)}┼${"─".repeat(WIDTH + 2)}┤`,
];

/** A label between as many signs before and behind it. */
const framed = (label: string, n: number): string => {
  const signs = pick(["***", "===", "**"], n);
  return `${signs} ${label} ${signs}`;
};

/** Items on one line, each behind its number; those of records behind the number of the record, too. */
const numbered = (label: string, items: readonly string[]): string => {
  const row = [...ROWS.values()].find((one) => one.label === label);
  const size = row?.kind === "records" ? row.entries.length : items.length;
  const numberOf = (i: number): string =>
    `${row?.kind === "records" && i % size === 0 ? `${i / size + 1}. ` : ""}${(i % size) + 1}. `;
  return items.map((item, i) => numberOf(i) + item).join("");
};

export const ROW_LAYOUTS: readonly Form[] = [
  {
    name: "bullets behind items",
    parts: box(onOneLine, (label, items) => [
      label,
      ...items.map((item) => (items.length > 1 ? `  ${item} •` : `  • ${item}`)),
    ]),
  },
  {
    name: "bullets together above their items",
    parts: box(onOneLine, (label, items) => [
      label,
      ...(items.length > 1
        ? [...items.map(() => "•"), "", ...items, ""]
        : items.map((item) => `  • ${item}`)),
    ]),
  },
  {
    name: "numbered lists in cells",
    parts: box(
      (label, value) => [`|${label}|${value}|`],
      (label, items) => [`|${label}|${numbered(label, items)}|`],
    ),
  },
  {
    name: "labels that are headings between signs",
    parts: box(
      (label, value, n) => [framed(label, n), "", value, ""],
      (label, items, n) => [framed(label, n), "", ...items.map((item) => `--\t${item}`), ""],
    ),
  },
  {
    name: "items without bullets that stand twice",
    parts: box(onOneLine, (label, items) => [
      label,
      ...(items.length > 1 ? [...items, ...items] : items.map((item) => `  • ${item}`)),
    ]),
  },
  {
    name: "bullets before first items alone",
    parts: box(onOneLine, (label, items) => [
      label,
      ...items.map((item, i) => (i === 0 ? `  • ${item}` : `  ${item}`)),
    ]),
  },
  {
    name: "first items beside their labels",
    parts: ofKinds(
      ["list"],
      box(onOneLine, (label, [first = "", ...others], n) => [
        `${label}${pick(["", " ", "\t"], n)}${first}`,
        ...others.map((item) => `  • ${item}`),
      ]),
    ),
  },
  {
    name: "bullets that stand as often as a list is deep",
    parts: box(
      (label, value, n) => [
        pick([`* ${label}: ${value}`, `---${label}: ${value}`, `***${label}: ${value}`], n),
      ],
      (label, items, n) => [
        pick([`* ${label}:`, `---${label}:`, `***${label}:`], n),
        ...items.map((item) => pick([`** ${item}`, `------${item}`, `******${item}`], n)),
      ],
    ),
  },
  {
    name: "marks of XWiki",
    parts: box(
      (label, value) => [`**${label}**\\\\${value}`, ""],
      (label, items) => [
        `**${label}**`,
        "",
        ...items.map((item) => `*. ${item.replaceAll("//", "~/~/")}`),
        "",
      ],
    ),
  },
  {
    name: "a space in the place of each tag",
    parts: box(
      (label, value) => [`  ${label}  ${value}  `],
      (label, items) =>
        items.length > 1
          ? [`  ${label}    ${items.join("  ")}    `]
          : [label, ...items.map((item) => `• ${item}`)],
    ),
  },
  {
    name: "first entries beside their labels",
    parts: ofKinds(
      ["entries", "records"],
      box(onOneLine, (label, [first = "", ...others], n) => {
        const bullet = pick(["* ", "* * ", "• • ", "- - ", "* + "], n);
        return [`${label}${bullet}${first}`, ...others.map((item) => `${bullet}${item}`)];
      }),
    ),
  },
  {
    name: "bold keys of entries",
    parts: ofKinds(
      ["entries", "records"],
      box(onOneLine, (label, items, n) => [
        label,
        ...items.map(
          (item) => pick(["* ", "* * ", "- - ", "+ * "], n) + withBoldKey(item, Math.floor(n / 7)),
        ),
      ]),
    ),
  },
  {
    name: "first items without bullets",
    parts: ofKinds(
      ["list"],
      box(onOneLine, (label, [first = "", ...others]) => [
        label,
        first,
        ...others.map((item) => `  • ${item}`),
      ]),
    ),
  },
  {
    name: "values that are code",
    parts: box(
      (label, value, n) => [`**${label}** ${asCode(value, n)}`, ""],
      (label, items, n) => [
        `**${label}**`,
        "",
        ...items.map((item) => {
          const [key = ""] = /^[a-z ]+: /.exec(item) ?? [];
          return `- ${key}${asCode(item.slice(key.length), n)}`;
        }),
        "",
      ],
    ),
  },
  {
    name: "entries run together",
    parts: ofKinds(
      ["entries"],
      box(onOneLine, (label, items) => [label + items.join("")]),
    ),
  },
  {
    name: "cells of drawn tables that are wrapped",
    parts: box(
      (label, value) => drawnCells(label, [value]),
      (label, items) =>
        drawnCells(
          label,
          items.map((item) => `* ${item}`),
        ),
    ),
  },
  {
    name: "flags that are empty where they are not set",
    parts: (parts) => ({
      ...parts,
      fields: parts.fields.map((field) =>
        field.key === "flags" && field.lines.some((line) => line.endsWith("1"))
          ? { ...field, lines: field.lines.map((line) => line.replace(/0$/, "")) }
          : field,
      ),
    }),
  },
  { name: "rows run together", parts: joinedRows },
  { name: "a box on one line", parts: onOneRow },
  {
    name: "values under their labels, in another order",
    parts: all(
      box(
        (label, value) => [label, value],
        (label, items) => [label, ...items.map((item) => `  • ${item}`)],
      ),
      reordered,
    ),
  },
  {
    name: "rows that are items, in another order",
    parts: all(
      box(
        (label, value) => [`  • ${label}: ${value}`],
        (label, items) => [`  • ${label}:`, ...items.map((item) => `    • ${item}`)],
      ),
      reordered,
    ),
  },
];
