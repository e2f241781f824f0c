import type { Draft } from "./draft.ts";
import type { Row } from "./row.ts";

/** The button over a block of code with which a page has it copied. */
const BUTTON = /^(?:copy(?: code| to clipboard)?|copied!?)$/i;

/** Takes buttons out of an article. */
export const withoutButtons = (rows: readonly Row[], draft: Draft): Row[] =>
  rows.filter((row) => {
    if (row.role !== undefined || !BUTTON.test(row.said)) return true;
    draft.leaveOut(["sections"], "is a button of the page", row);
    return false;
  });
