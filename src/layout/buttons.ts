import { anyCase, pattern } from "../format/pattern.ts";
import type { Draft } from "./draft.ts";
import type { Row } from "./row.ts";

/** The words on the button with which a page has a block of code copied, and what stands around them where it is shown to be one. */
const WORDS = /(?:copy(?: code| to clipboard)?|copied!?)/;
export const COPY_BUTTON = pattern`(?:${WORDS}|\[ ?${WORDS} ?\]|\(button\) ?${WORDS})`;

const BUTTON = anyCase`^${COPY_BUTTON}$`;

/** Takes buttons out of an article. */
export const withoutButtons = (rows: readonly Row[], draft: Draft): Row[] =>
  rows.filter((row) => {
    if (row.role !== undefined || !BUTTON.test(row.said)) return true;
    draft.leaveOut(["sections"], "is a button of the page", row);
    return false;
  });
