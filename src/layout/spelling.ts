import { lower } from "../format/case.ts";
import { flagged, pattern } from "../format/pattern.ts";
import { Row } from "./row.ts";
import { ROWS } from "./words.ts";

/** Labels that are spelled as the names of code are: `view_count`, `view-count`, `viewCount`. */

/** The words of the labels of fields and entries that have several. */
const LABELS = ROWS.map(({ label }) => label.split(" ")).filter(({ length }) => length > 1);

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** A word whose first letter may be a capital. */
const eitherCase = (word: string): string =>
  `[${word.charAt(0)}${word.charAt(0).toUpperCase()}]${word.slice(1)}`;

/** How the words of a label are put together: with a sign between them, or each with a capital. */
const formsOf = ([first = "", ...more]: readonly string[]): string[] => [
  [first, ...more].map(eitherCase).join("[_-]"),
  eitherCase(first) + more.map(capital).join(""),
];

/** A label that is spelled so. */
export const SPELLED_LABEL = pattern`(?<![\w-])${LABELS.flatMap(formsOf)}(?![\w-])`;

const SPELLED = flagged("g")`(?<=^\W{0,80})${SPELLED_LABEL}`;

/** Spells the labels at the starts of rows in words. */
export const spelledLabels = (rows: readonly Row[]): readonly Row[] =>
  rows.map((row) => {
    const text = row.text.replace(SPELLED, ([name]) => lower(name.replace(/[_-]|(?<=[a-z])(?=[A-Z])/g, " ")));
    return text === row.text ? row : new Row(text, row.role);
  });
