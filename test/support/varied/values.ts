import type { FieldRow } from "../../../src/format/fields.ts";
import { isEntriesRow, isValueRow } from "../../../src/format/fields.ts";
import { writeValue } from "../../../src/format/values.ts";

/** How sites print values: one, several, several with a name each, several of those. */

export const escapeText = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

export const titleCase = (label: string): string =>
  label.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());

type Entry = readonly [label: string, value: string];

const ul = (items: readonly string[]): string =>
  `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;
const bold = ([label, value]: Entry): string => `<strong>${titleCase(label)}:</strong> ${value}`;
const cells = (tag: string, items: readonly string[]): string =>
  items.map((item) => `<${tag}>${item}</${tag}>`).join("");

/** Several values. */
export const LISTS: Readonly<Record<string, (items: readonly string[]) => string>> = {
  ul,
  ol: (items) => `\n<ol class="v">\n${items.map((item) => `\t<li>${item}</li>\n`).join("")}</ol>\n`,
  breaks: (items) => items.join("<br />\n"),
  chips: (items) => items.map((item) => `<span class="chip">${item}</span>`).join(" "),
  "chips without space": (items) => items.map((item) => `<span class="chip">${item}</span>`).join(""),
  links: (items) => items.map((item) => `<a href="/t/x" rel="tag">${item}</a>`).join(", "),
  commas: (items) => items.join(", "),
  bars: (items) => items.join(" | "),
  semicolons: (items) => items.join("; "),
  dots: (items) => items.join(" · "),
  slashes: (items) => items.join(" / "),
  paragraphs: (items) => cells("p", items),
  divs: (items) => cells("div", items),
  codes: (items) => items.map((item) => `<code>${item}</code>`).join(", "),
  bullets: (items) => items.map((item) => `• ${item}`).join("<br>"),
  hyphens: (items) => items.map((item) => `- ${item}`).join("<br>"),
  "ul of paragraphs": (items) => ul(items.map((item) => `<p>${item}</p>`)),
  table: (items) => `<table>${items.map((item) => `<tr><td>${item}</td></tr>`).join("")}</table>`,
};

/** Lists whose items may not hold the sign that stands between them. */
const JOINTS: Readonly<Record<string, string>> = {
  links: ",",
  commas: ",",
  bars: "|",
  semicolons: ";",
  dots: "·",
  slashes: "/",
  codes: ",",
};

/** Several values with a name each. */
export const ENTRIES: Readonly<Record<string, (entries: readonly Entry[]) => string>> = {
  ul: (entries) => ul(entries.map(bold)),
  "ul of spans": (entries) =>
    ul(entries.map(([label, value]) => `<span class="k">${label}</span> <span class="v">${value}</span>`)),
  "ul, plain": (entries) => ul(entries.map(([label, value]) => `${label}: ${value}`)),
  "ul, colon behind": (entries) =>
    ul(entries.map(([label, value]) => `<b>${titleCase(label)}</b>: ${value}`)),
  table: (entries) =>
    `<table><tbody>${entries.map(([label, value]) => `<tr><th>${titleCase(label)}</th><td>${value}</td></tr>`).join("")}</tbody></table>`,
  "table of columns": (entries) =>
    `<table><thead><tr>${cells(
      "th",
      entries.map(([label]) => label),
    )}</tr></thead><tbody><tr>${cells(
      "td",
      entries.map(([, value]) => value),
    )}</tr></tbody></table>`,
  dl: (entries) =>
    `<dl>${entries.map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`).join("")}</dl>`,
  breaks: (entries) => entries.map(bold).join("<br>"),
  "breaks, plain": (entries) =>
    entries.map(([label, value]) => `${titleCase(label)}: ${value}`).join("<br/>\n"),
  divs: (entries) => cells("div", entries.map(bold)),
  "divs of spans": (entries) =>
    entries
      .map(([label, value]) => `<div><span>${titleCase(label)}</span><span>${value}</span></div>`)
      .join("\n"),
  paragraphs: (entries) => cells("p", entries.map(bold)),
  commas: (entries) => entries.map(([label, value]) => `${label}: ${value}`).join(", "),
  bars: (entries) => entries.map(([label, value]) => `${titleCase(label)}: ${value}`).join(" | "),
  semicolons: (entries) => entries.map(bold).join("; "),
  "spans on one line": (entries) =>
    entries.map(([label, value]) => `<span><b>${titleCase(label)}</b> ${value}</span>`).join(" · "),
};

/** Records of two values without their names; of more, with them. */
const named =
  (write: (name: string, type: string) => string) =>
  (records: readonly (readonly Entry[])[]): string =>
    ul(
      records.map((record) => {
        const [[, name], [, type], ...others] = record as [Entry, Entry, ...Entry[]];
        return others.length === 0 ? write(name, type) : record.map(bold).join("<br>");
      }),
    );

/** Several records. */
export const RECORDS: Readonly<Record<string, (records: readonly (readonly Entry[])[]) => string>> = {
  "lists in a list": (records) => ul(records.map((record) => ul(record.map(bold)))),
  "a list each": (records) => records.map((record) => ul(record.map(bold))).join("\n"),
  "lines in items": (records) => ul(records.map((record) => record.map(bold).join("<br>"))),
  "one line an item": (records) =>
    ul(records.map((record) => record.map(([label, value]) => `${label}: ${value}`).join(", "))),
  "bold on one line": (records) => ul(records.map((record) => record.map(bold).join(" | "))),
  table: (records) =>
    `<table><tr>${cells(
      "th",
      (records[0] ?? []).map(([label]) => titleCase(label)),
    )}</tr>${records
      .map(
        (record) =>
          `<tr>${cells(
            "td",
            record.map(([, value]) => value),
          )}</tr>`,
      )
      .join("")}</table>`,
  "table of rows": (records) =>
    records
      .map(
        (record) =>
          `<table>${record.map(([label, value]) => `<tr><th>${label}</th><td>${value}</td></tr>`).join("")}</table>`,
      )
      .join(""),
  "definition lists": (records) =>
    records
      .map(
        (record) =>
          `<dl>${record.map(([label, value]) => `<dt>${titleCase(label)}</dt><dd>${value}</dd>`).join("")}</dl>`,
      )
      .join(""),
  divs: (records) =>
    records.map((record) => `<div class="record">${cells("div", record.map(bold))}</div>`).join("\n"),
  paragraphs: (records) => records.map((record) => `<p>${record.map(bold).join("<br>")}</p>`).join(""),
  "name (type)": named((name, type) => `${name} (${type})`),
  "name – type": named((name, type) => `${name} – ${type}`),
  "name and type in elements": named((name, type) => `<strong>${name}</strong> <em>(${type})</em>`),
  "type: name": named((name, type) => `${type}: ${name}`),
};

/** How values are printed. */
export interface Printing {
  readonly list: string;
  readonly entries: string;
  readonly records: string;
}

/** Prints the value of a field. */
export function printValue(row: FieldRow, value: unknown, { list, entries, records }: Printing): string {
  if (isValueRow(row)) return escapeText(writeValue(value as string));
  if (!isEntriesRow(row)) {
    const items = value as readonly string[];
    const joint = JOINTS[list];
    const way = joint !== undefined && items.some((item) => item.includes(joint)) ? "ul" : list;
    return (LISTS[way] as (typeof LISTS)[string])(items.map(escapeText));
  }
  const entriesOf = (record: Readonly<Record<string, unknown>>): Entry[] =>
    row.entries.map(({ label, key }) => [label, escapeText(writeValue(record[key] as string))]);
  if (row.kind === "entries") {
    const own = entriesOf(value as Record<string, unknown>);
    // Sites put numbers and flags on one line, not sentences.
    const isLong = own.some(([, text]) => /[,;|·]|\s.*\s/.test(text));
    const way = isLong && /commas|bars|semicolons|one line/.test(entries) ? "ul" : entries;
    return (ENTRIES[way] as (typeof ENTRIES)[string])(own);
  }
  return (RECORDS[records] as (typeof RECORDS)[string])(
    (value as readonly Record<string, unknown>[]).map(entriesOf),
  );
}
