import { isValueRow } from "../format/fields.ts";
import { type FieldPart, type Parts, pick, ROWS } from "./parts.ts";

/**
 * The forms in which extractors and mail programs leave a text. Each changes how a text is laid out, not what it
 * says: whatever comes of it parses to the same post.
 */
export interface Form {
  readonly name: string;
  /** Lays the parts out anew; `n` picks one of several ways. */
  readonly parts?: LayParts;
  /** Lays the whole text out anew. */
  readonly text?: (text: string, n: number) => string;
}

type LayParts = (parts: Parts, n: number) => Parts;

/** Changes the fields of a box. */
const fields =
  (change: (field: FieldPart, n: number) => readonly string[]): LayParts =>
  (parts, n) => ({ ...parts, fields: parts.fields.map((field) => ({ ...field, lines: change(field, n) })) });

/** Changes every line of a box. */
const lines = (change: (line: string, n: number, index: number) => string): LayParts =>
  fields(({ lines: old }, n) => old.map((line, i) => change(line, n, i)));

/** Room for any label: known, or not. */
const LONGEST_LABEL = 40;

/** Tells whether a field stands on the line of its label. */
const isOnOneLine = ({ key }: FieldPart): boolean => {
  const row = ROWS.get(key);
  return row !== undefined && isValueRow(row);
};

/** Wraps a line at a width as mail programs do. */
export function wrap(line: string, width: number): string[] {
  const wrapped: string[] = [];
  let rest = "";
  for (const word of line.split(" ")) {
    if (rest !== "" && rest.length + 1 + word.length > width) {
      wrapped.push(rest);
      rest = word;
    } else {
      rest = rest === "" ? word : `${rest} ${word}`;
    }
  }
  return [...wrapped, rest];
}

/** The forms, by name: those of values before those of lines and of the whole text, so that each finds its place. */
export const FORMS: readonly Form[] = [
  {
    name: "hard wraps",
    parts: (parts, n) => {
      const isSentence = ({ key }: FieldPart): boolean => key === "summary" || key === "aiBrief";
      const others = parts.fields.filter((field) => !isSentence(field)).flatMap((field) => field.lines);
      // Where a line fills the width, what stands under it reads as its rest: no line but a wrapped one does so here.
      const width = Math.max(
        40 + (n % 41),
        LONGEST_LABEL + others.reduce((most, { length }) => Math.max(most, length), 0),
      );
      const wrapped = (field: FieldPart): FieldPart =>
        isSentence(field) ? { ...field, lines: field.lines.flatMap((line) => wrap(line, width)) } : field;
      return { ...parts, fields: parts.fields.map(wrapped) };
    },
  },
  {
    name: "numbers for readers",
    parts: fields(({ key, label, lines: old }, n) => {
      const number = old[0]?.slice(label.length) ?? "";
      if (key === "readingTime") return [`${label}${number}${pick([" min", " minutes", "min"], n)}`];
      if (key === "viewCount") return [`${label}${number.replace(/\B(?=(\d{3})+$)/g, pick([",", " "], n))}`];
      return old;
    }),
  },
  {
    name: "words for flags",
    parts: fields(({ key, lines: old }, n) => {
      const [no, yes] = pick([["false", "true"] as const, ["no", "yes"] as const, ["No", "Yes"] as const], n);
      return key === "flags" ? old.map((line) => line.replace(/0$/, no).replace(/1$/, yes)) : old;
    }),
  },
  {
    name: "lists on one line",
    parts: fields(({ key, lines: old }) => {
      const isPlain =
        key !== "extra" && old.length > 1 && old.every((line) => !/[•◦‣▪●]/.test(line.replace("•", "")));
      return isPlain ? [old.map((line) => line.trim()).join(" ")] : old;
    }),
  },
  {
    name: "letter case of labels",
    parts: fields(({ label, key, lines: [first = "", ...rest] }, n) => {
      if (key === "extra") return [first, ...rest];
      const shown = pick(
        [label.toUpperCase(), label.replace(/\b[a-z]/g, (letter) => letter.toUpperCase())],
        n,
      );
      return [shown + first.slice(label.length), ...rest];
    }),
  },
  {
    name: "mark between label and value",
    parts: fields((field, n) => {
      const [first = "", ...rest] = field.lines;
      const { length } = field.label;
      if (!isOnOneLine(field)) return [first, ...rest];
      return [
        first.slice(0, length) + pick([": ", ":", "\t", " ", "   ", " | ", " : "], n) + first.slice(length),
        ...rest,
      ];
    }),
  },
  {
    name: "bullets",
    text: (text, n) => {
      let count = 0;
      return text.replace(/^([ ]*)• /gm, (_, indent: string) => {
        count++;
        return `${indent}${pick(["-", "*", "–", "·", "◦", "‣", `${(count % 9) + 1}.`, `${(count % 9) + 1})`], n)} `;
      });
    },
  },
  { name: "indentation", parts: lines((line, n) => pick(["", " ", "\t", "        "], n) + line.trimStart()) },
  { name: "spaces at line ends", text: (text) => text.replaceAll("\n", " \t\n") },
  { name: "line ends", text: (text, n) => text.replaceAll("\n", pick(["\r\n", "\r", "\u2028"], n)) },
  { name: "byte-order mark", text: (text) => `\ufeff${text}` },
  {
    name: "no-break spaces",
    text: (text, n) => text.replaceAll(" ", pick(["\u00a0", "\u202f", "\u3000"], n)),
  },
  {
    name: "invisible marks",
    parts: lines((line, n) => pick([`\u200b${line}`, `${line}\u200b`, `\u2060${line}\ufeff`], n)),
  },
  { name: "empty lines", parts: lines((line, n, i) => (n % 2 === 0 || i === 0 ? `\n${line}` : line)) },
  {
    name: "double spacing",
    parts: (parts) => ({ ...parts, heading: `\n\n${parts.heading}\n\n`, tail: `\n\n${parts.tail}` }),
  },
];
