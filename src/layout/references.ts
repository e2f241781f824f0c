import { hasOwnReferences } from "../format/references.ts";
import { lookOfLine } from "../syntax/look.ts";
import { plainRows, withoutReferences } from "./characters.ts";
import type { Row } from "./row.ts";
import { keepsTags } from "./tags.ts";

/** What starts no line of code that is looked for here: items, cells, fences and what else marks code. */
const NO_CODE = /^(?:[•*+|-]\s|\||`|<\/?(?:pre|code|samp|br|a|img)\b)/;

/** Tells whether a row looks like code, and is no address. */
const isCode = ({ said }: Row): boolean =>
  !NO_CODE.test(said) && !said.includes("://") && lookOfLine(said) === "code";

/** References to quotation marks, and those by numbers. */
const OFTEN_LEFT = /^&(?:quot|apos|#)/;

/**
 * Writes the characters of a text as they are meant; of code that has such signs as they are, references are its own. Some extractors
 * leave quotation marks and numbers alone: such a character stands nowhere else in the code.
 */
export function plainCharacters(rows: readonly Row[]): Row[] {
  const hasOwn = rows.some((row) => hasOwnReferences(row.said) && isCode(row)) && !keepsTags(rows);
  const code = hasOwn ? rows.filter(isCode).map(({ said }) => said) : [];
  const text = code.join("\n");
  const isOwn = (found: string): boolean =>
    !OFTEN_LEFT.test(found) || text.includes(withoutReferences(found));
  return plainRows(rows, (row, found) => text !== "" && isCode(row) && isOwn(found));
}
