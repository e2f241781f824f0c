import { endOfRun, type Row, rowOf } from "./row.ts";

/** A title that runs over several lines, as where a page has it in letters that are larger than those of the text. */

/** The fewest and the most lines of such a title, and how wide the widest is: entries of a menu are narrower, and whole titles wider. */
const MIN_ROWS = 2;
const MAX_ROWS = 5;
const MIN_WIDTH = 20;
const MAX_WIDTH = 60;

/** How many characters a line may have less than its width, where letters are not all as wide. */
const SLACK = 3;

/** Joins the lines of a title: some right below each other, none of which had room for the first word of the next. */
export function joinedTitle(rows: readonly Row[], mayBeTitle: (row: Row) => boolean): readonly Row[] {
  // Where marks or the box tell the title, it needs no joining.
  if (rows.some(({ role }) => role === "title" || role === "heading")) return rows;
  for (let at = 0; at < rows.length; ) {
    const past = endOfRun(rows, at, mayBeTitle);
    const lines = rows.slice(at, past);
    if (lines.length >= MIN_ROWS && lines.length <= MAX_ROWS && areWrapped(lines))
      return [...rows.slice(0, at), joined(lines), ...rows.slice(past)];
    at = Math.max(past, at + 1);
  }
  return rows;
}

const joined = (rows: readonly Row[]): Row =>
  rowOf(rows.flatMap(({ body }, i) => (i === 0 ? [body] : [" ", body])));

/** Tells whether no line had room for the first word of the next. */
function areWrapped(rows: readonly Row[]): boolean {
  const width = Math.max(...rows.map(({ said }) => said.length));
  return (
    width >= MIN_WIDTH &&
    width <= MAX_WIDTH &&
    rows.every(({ said }, i) => {
      const word = rows[i + 1]?.said.split(" ", 1)[0];
      return word === undefined || said.length + 1 + word.length > width - SLACK;
    })
  );
}
