import { blankAt, type Row } from "./row.ts";

/** Drawers of Org under headings: their properties say nothing of the text. */

const OPEN = /^:PROPERTIES:$/i;
const PROPERTY = /^:[\w-]+:(?:\s|$)/;
const END = /^:END:$/i;

/** The most rows of a drawer. */
const MAX_ROWS = 20;

/** Puts a blank row in the place of each drawer that is closed. */
export function withoutDrawers(rows: readonly Row[]): Row[] {
  const out: Row[] = [];
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as Row;
    const last = OPEN.test(row.said) ? lastOfDrawer(rows, at) : undefined;
    out.push(last === undefined ? row : blankAt(row));
    at = last ?? at;
  }
  return out;
}

/** The index of the row that closes a drawer; undefined where another row than a property stands above it. */
function lastOfDrawer(rows: readonly Row[], open: number): number | undefined {
  const below = rows.slice(open + 1, open + MAX_ROWS);
  const end = below.findIndex(({ said }) => END.test(said) || !PROPERTY.test(said));
  return END.test(below[end]?.said ?? "") ? open + 1 + end : undefined;
}
