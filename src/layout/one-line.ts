import type { Draft } from "./draft.ts";
import { Row } from "./row.ts";
import type { Strand } from "./strand.ts";

/** More signs of a kind on one line than any table has: they stand where lines ended. */
const MIN_SIGNS = 40;

/** Bars, dots between texts, and spaces without a width. Few rows have one, which is found out sooner by the sign alone. */
const SIGNS: readonly (readonly [sign: string, ends: RegExp])[] = [
  ["|", /(?<!\s)\s*\|\s*/g],
  ["·", /(?<!\s)\s+·\s+/g],
  ["¦", /(?<!\s)\s+¦\s+/g],
  ["\u200b", /(?<!\s)\s*\u200b\s*/g],
];

/** The parts of a row between many signs of a kind, if it has so many. */
function partsOf({ text }: Row): Strand[] | undefined {
  for (const [sign, ends] of SIGNS) {
    const parts = text.text.includes(sign) ? text.split(ends) : [];
    if (parts.length > MIN_SIGNS) return parts;
  }
  return undefined;
}

/** A tab between texts; code has some before its lines. */
const TABS = /(?<=\S)\s*\t\s*(?=\S)/g;

/** Tells whether a row has so many tabs that they stand between all texts of its page, whose lines of code are their own. */
const hasTabs = ({ text }: Row): boolean => text.text.split(TABS).length > MIN_SIGNS;

/** The most tabs between the texts of a page. */
const MAX_TABS = 5000;

/** Cuts a row at its bars or dots, where an extractor joined all texts of a page with them; at tabs, all rows. */
export function linesAtSigns(rows: readonly Row[], draft: Draft): Row[] {
  const count = rows.reduce((sum, { text }) => sum + text.text.split("\t").length - 1, 0);
  const isTabbed = count >= MIN_SIGNS && count <= MAX_TABS && rows.some(hasTabs);
  return rows.flatMap((row) => {
    const parts = isTabbed ? row.text.split(TABS) : (partsOf(row) ?? []);
    if (parts.length < 2) return [row];
    const message = "all texts stand on one line with signs between them; each was read as a line";
    draft.tell("run_together", [], message, row);
    return parts.map((part) => new Row(part));
  });
}
