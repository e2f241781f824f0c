import { FIELDS, type FieldRow, isValueRow } from "../format/fields.ts";
import { anyCase } from "../format/pattern.ts";
import { withoutEmphasis } from "./bits.ts";
import { withoutBullets } from "./bullets.ts";
import { type Row, rowOf } from "./row.ts";
import { anyLabel, lettersOf } from "./words.ts";

/**
 * Parents: an extractor that writes the text of a list item with all that is nested in it, and then each nested item on a
 * row of its own, says everything twice.
 */

/** The label of a field that has items or entries under it, at the start of a text. */
const LABEL = anyCase`^${anyLabel(FIELDS.filter((row: FieldRow) => !isValueRow(row)))}`;

const FIRST_LETTER = /[\p{L}\p{N}]/u;

/** Takes off rows what the rows under them say once more; the label of a field stays. */
export function withoutNested(rows: readonly Row[]): Row[] {
  const kept: Row[] = [];
  /** What the kept rows say, of the rows under the one that is looked at, letters or not: the next one last. */
  const said: string[] = [];
  for (const row of [...rows].reverse()) {
    const body = withoutBullets(row.body);
    const { text } = withoutEmphasis(body);
    const label = LABEL.exec(text.text)?.[0] ?? "";
    const isParent = repeats(text.text.slice(label.length), said, label === "" ? 2 : 1);
    if (isParent && label === "") continue;
    kept.push(isParent ? rowOf([" ".repeat(row.indent), text.slice(0, label.length)]) : row);
    const own = isParent ? label : body.text;
    if (FIRST_LETTER.test(own)) said.push(own);
  }
  return kept.reverse();
}

/** Tells whether the letters of a text are those of the next rows, so many at least. */
function repeats(text: string, said: readonly string[], least: number): boolean {
  let next = said.length;
  // Few texts start as the row below them, and to take their letters takes long.
  if (next === 0 || FIRST_LETTER.exec(text)?.[0] !== FIRST_LETTER.exec(said[next - 1] as string)?.[0])
    return false;
  const letters = lettersOf(text);
  let past = 0;
  while (past < letters.length && next > 0) {
    const own = lettersOf(said[next - 1] as string);
    if (!letters.startsWith(own, past)) break;
    past += own.length;
    next--;
  }
  return letters !== "" && past === letters.length && said.length - next >= least;
}
