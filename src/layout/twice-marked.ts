import { pastBullets } from "./bullets.ts";
import { isFurniture } from "./furniture.ts";
import { Row } from "./row.ts";
import { Strand } from "./strand.ts";

/** Two bullets before a text, of which the first is the list's and the second its marker as text. */
const TWO = /^[-*+•]\s+(?:[-*+•]|\[[ x]\])\s+(?=\S)/i;

/** The fewest rows with bullets that tell how all of them are written. */
const MIN_ROWS = 4;

/** Takes the first of two bullets off, where each row that has one has two; the number of a page may be between dashes. */
export function singleBullets(rows: readonly Row[]): readonly Row[] {
  const bulleted = rows.filter(({ said }) => pastBullets(said) > 0 && !isFurniture(said));
  if (bulleted.length < MIN_ROWS || !bulleted.every(({ said }) => TWO.test(said))) return rows;
  return rows.map((row) => {
    if (!TWO.test(row.said)) return row;
    const past = row.indent + row.said.search(/\s/);
    return new Row(Strand.join([" ".repeat(row.indent), row.text.slice(past).trim()]), row.role);
  });
}
