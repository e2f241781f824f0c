import { hasOwnReferences } from "../format/references.ts";
import { lookOfLine } from "../syntax/look.ts";
import { plainRows } from "./characters.ts";
import type { Row } from "./row.ts";
import { keepsTags } from "./tags.ts";

/** What starts no line of code that is looked for here: items, cells, fences and what else marks code. */
const NO_CODE = /^(?:[•*+|-]\s|\||`|<\/?(?:pre|code|samp|br|a|img)\b)/;

/** Tells whether a row looks like code, and is no address. */
const isCode = ({ said }: Row): boolean =>
  !NO_CODE.test(said) && !said.includes("://") && lookOfLine(said) === "code";

/** Writes the characters of a text as they are meant; of code that has such signs as they are, references are its own. */
export function plainCharacters(rows: readonly Row[]): Row[] {
  const isOwn = rows.some((row) => hasOwnReferences(row.said) && isCode(row)) && !keepsTags(rows);
  return plainRows(rows, (row) => isOwn && isCode(row));
}
