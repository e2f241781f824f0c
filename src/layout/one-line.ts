import type { Draft } from "./draft.ts";
import { Row } from "./row.ts";

/** More bars on one line than any table has: they stand where lines ended. */
const MIN_BARS = 40;

const BAR = /\s*\|\s*/g;

/** Cuts a row at its bars, where an extractor joined all texts of a page with them. */
export const linesAtBars = (rows: readonly Row[], draft: Draft): Row[] =>
  rows.flatMap((row) => {
    const parts = row.text.split(BAR);
    if (parts.length <= MIN_BARS) return [row];
    const message = "all texts stand on one line with bars between them; each was read as a line";
    draft.tell("run_together", [], message, row);
    return parts.map((part) => new Row(part));
  });
