import { type Row, rowOf } from "./row.ts";

/** Bullets that stand as often as a list is deep, as wikis have them (`** item`), or three for each level (`---item`). */

/** Such bullets before an item, with those of the list around it; bold words of Markdown have the same signs behind them. */
const NESTED = /^(?:\*{2,4}\s+)?(\*{2,4})\s+(?=[^\s*])(?!.*\S\*\*(?!\*))/;
const DASHED = /^((?:---)+)(?=[^\s-])/;
const STARRED = /^((?:\*\*\*)+)(?=[^\s*])(?!.*\S\*\*)/;

/** What AsciiDoc writes for an item that has a list alone. */
const BLANK = /^\*{1,4}\s+\{blank\}$/;

/** The fewest rows with such bullets that tell how lists are written. */
const MIN_ROWS = 3;

/** How many signs a level of each kind has. */
const KINDS = [
  { bullets: NESTED, size: 1, bullet: "*" },
  { bullets: DASHED, size: 3, bullet: "-" },
  { bullets: STARRED, size: 3, bullet: "*" },
] as const;

/** Writes such bullets as one, as far in as the list is deep: those of the kind that most rows have. */
export function singleDepths(rows: readonly Row[]): readonly Row[] {
  const kinds = KINDS.map(({ bullets, ...kind }) => {
    const found = rows.map(({ said, role }) => (role === undefined ? bullets.exec(said) : null));
    return { ...kind, found, count: found.filter((one) => one !== null).length };
  });
  const { found, count, size, bullet } = kinds.reduce((best, one) => (one.count > best.count ? one : best));
  if (count < MIN_ROWS) return rows;
  return rows.flatMap((row, i) => {
    const [all, signs = ""] = found[i] ?? [];
    if (BLANK.test(row.said)) return [];
    if (all === undefined) return [row];
    const depth = signs.length / size - 1;
    return [rowOf(["  ".repeat(depth), `${bullet} `, row.body.slice(all.length)])];
  });
}
