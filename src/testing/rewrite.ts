import { isValueRow } from "../format/fields.ts";
import { ARTICLE_HEADINGS, CHECKLIST_HEADING } from "../format/headings.ts";
import type { Form } from "./forms.ts";
import { type FieldPart, pick, ROWS } from "./parts.ts";

/** How the parts of a text are written anew: the box, and of the article its headings, its checklist, its images. */

/** Tells whether a field stands on the line of its label. */
const isValue = ({ key, lines }: FieldPart): boolean => {
  const row = ROWS.get(key);
  return lines.length === 1 && (row === undefined || isValueRow(row));
};

/** The value on the line of a label. */
const shownValue = ({ label, lines: [first = ""] }: FieldPart): string =>
  first.slice(label.length).replace(/^: /, "");

/** The lines under a label, without bullets. */
const itemsOf = ({ lines }: FieldPart): string[] => lines.slice(1).map((line) => line.replace(/^\s*• /, ""));

/** Writes a label and its value as the site does. */
export const onOneLine = (label: string, value: string): string[] => [label + value];

/** Writes a box anew: its fields of one line, and those of several. */
export const box =
  (
    value: (label: string, value: string, n: number) => string[],
    list: (label: string, items: readonly string[], n: number) => string[],
  ): NonNullable<Form["parts"]> =>
  (parts, n) => ({
    ...parts,
    fields: parts.fields.map((field) => ({
      ...field,
      lines: isValue(field) ? value(field.label, shownValue(field), n) : list(field.label, itemsOf(field), n),
    })),
  });

/** Writes the article anew. */
export const article =
  (change: (text: string, n: number) => string): NonNullable<Form["parts"]> =>
  (parts, n) => ({ ...parts, article: change(parts.article, n) });

export const capitals = (text: string): string => text.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());

/** A line that may be a known heading. */
const HEADING = /^[a-z ]+$/gm;

/** Changes the lines that are known headings. */
export const headings = (change: (heading: string, n: number) => string): NonNullable<Form["parts"]> =>
  article((text, n) =>
    text.replace(HEADING, (line) => (ARTICLE_HEADINGS.has(line) ? change(line, n) : line)),
  );

/** The lines of an article that are known headings. */
export const headingsIn = (text: string): string[] =>
  [...text.matchAll(HEADING)].flatMap(([line]) => (ARTICLE_HEADINGS.has(line) ? [line] : []));

/** Changes the items of the checklist. */
export const checklist = (
  change: (items: readonly string[], n: number) => string,
): NonNullable<Form["parts"]> =>
  article((text, n) =>
    text.replace(
      new RegExp(`(?<=^${CHECKLIST_HEADING}\\n\\n)(?: *• .*\\n?)+`, "m"),
      (list) =>
        `${change(
          list
            .trimEnd()
            .split("\n")
            .map((line) => line.replace(/^\s*• /, "")),
          n,
        )}\n`,
    ),
  );

/** Changes the images: an alt line and the caption line under it. */
export const images = (
  change: (caption: string, source: string, n: number) => string,
): NonNullable<Form["parts"]> =>
  article((text, n) =>
    text.replace(/^(.+)\n\1\. image source: ?(.*)$/gm, (_, caption: string, source: string) =>
      change(caption, source, n),
    ),
  );

export const all =
  (...changes: readonly NonNullable<Form["parts"]>[]): NonNullable<Form["parts"]> =>
  (parts, n) =>
    changes.reduce((old, change) => change(old, n), parts);

/** A text whose letters a typesetter put into one. */
export const joined = (text: string): string =>
  text.replace(/ff?[il]|ff/g, (letters) => LIGATURES.get(letters) ?? letters);

const LIGATURES: ReadonlyMap<string, string> = new Map(
  ["\ufb00", "\ufb01", "\ufb02", "\ufb03", "\ufb04"].map((sign) => [sign.normalize("NFKC"), sign]),
);

/** A text with escapes that stand for what was there. */
export const escaped = (text: string, n: number): string =>
  pick(
    [
      text.replace(/(?<=\w)([_.-])(?=\w)/g, "\\$1"),
      text.replace(/'/g, "&#39;").replace(/-/g, "&#45;"),
      text.replace(/(?<=[a-z])(?=[a-z]{3})/, "\u00ad"),
    ],
    n,
  );
