import type { Draft } from "./draft.ts";
import { Row } from "./row.ts";

/** More signs of a kind on one line than any table has: they stand where lines ended. */
const MIN_SIGNS = 40;

/** Bars, dots between texts, and spaces without a width. */
const SIGNS = [/(?<!\s)\s*\|\s*/g, /(?<!\s)\s+[·¦]\s+/g, /(?<!\s)\s*\u200b\s*/g];

/** Cuts a row at its bars or dots, where an extractor joined all texts of a page with them. */
export const linesAtSigns = (rows: readonly Row[], draft: Draft): Row[] =>
  rows.flatMap((row) => {
    const parts = SIGNS.map((sign) => row.text.split(sign)).find(({ length }) => length > MIN_SIGNS);
    if (!parts) return [row];
    const message = "all texts stand on one line with signs between them; each was read as a line";
    draft.tell("run_together", [], message, row);
    return parts.map((part) => new Row(part));
  });
