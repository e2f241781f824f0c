import { type Box, safeParseBox } from "../../src/box/index.ts";

/** What is read of a text, and what is told of it: each issue by its code and its path. */
export function read(box: Box, text: string) {
  const result = safeParseBox(box, text);
  return {
    held: result.success ? result.data : result.partial,
    told: result.issues.map(({ code, path }) => `${code} ${path.join(".")}`.trim()),
  };
}

/** The same of a text that goes on below its box, as on a page. */
export const readOnPage = (box: Box, text: string) =>
  read(box, `${text}\n\nThanks for reading to the end of this page.`);
