import { withoutIndent } from "./fences.ts";
import { append, blankAt, endOfStretch, hasText, Row, rowOf } from "./row.ts";

/**
 * Directives of reStructuredText: code stands indented under one or under two colons, others say how to show what is
 * indented under them.
 */

/** What code stands under. */
const CODE = /^(?:\.\. (?:code|code-block|sourcecode|highlight)::.*|::)$/;

/** What only says how the rows under it are shown, but for a rubric: that is a heading. */
const DIRECTIVE = /^\.\. (rubric(?=::))?[\w-]*::\s*/;

/** A property of a directive. */
const OPTION = /^:[\w-]+:/;

/** A table written as a list of rows, each a list of its cells. */
const TABLE = /^\.\. (?:list|flat)-table::/;

/** What stands before the first cell of a row of such a table, and before the others. */
const CELL = /^(?:\* | {2})-(?:\s+|$)/g;

/** Tells whether a row goes on with what stands behind a directive. */
const isRest = (row: Row | undefined, directive: Row): boolean =>
  row !== undefined && !row.isBlank && !OPTION.test(row.said) && row.indent > directive.indent;

/** By how much a directive indents what stands under it. */
const DEPTH = 3;

/**
 * Takes directives off with the indentation that they give and the bullets of their tables' cells, writes rubrics as headings of Markdown, and gives the rows of
 * code the role of code.
 */
export function withoutDirectives(rows: readonly Row[]): Row[] {
  const out: Row[] = [];
  /** The columns at which rows under open directives start. */
  const columns: number[] = [];
  /** Those under tables. */
  const tables = new Set<number>();
  for (let at = 0; at < rows.length; ) {
    const row = rows[at++] as Row;
    while (!row.isBlank && row.indent < (columns.at(-1) ?? 0)) columns.pop();
    const column = columns.at(-1) ?? 0;
    const isCode = CODE.test(row.said) && row.role === undefined;
    const [found, rubric] = DIRECTIVE.exec(row.said) ?? [];
    if (!isCode && found === undefined) {
      const text = row.text.slice(Math.min(column, row.indent));
      const isCell = tables.has(column);
      out.push(column === 0 ? row : new Row(isCell ? text.without(CELL) : text, row.role));
      continue;
    }
    const first = at;
    // A rubric may run over several lines.
    while (rubric !== undefined && isRest(rows[at], row)) at++;
    const rest = rows.slice(first, at);
    while (OPTION.test(rows[at]?.said ?? "")) at++;
    if (rubric !== undefined) {
      const text = row.body.slice(found?.length ?? 0);
      out.push(blankAt(row), rowOf(["## ", text, ...rest.flatMap(({ body }) => [" ", body])]));
    } else if (isCode) {
      const end = endOfStretch(rows, at, ({ indent }) => indent > row.indent);
      out.push(blankAt(row));
      const block = rows.slice(at, end);
      append(out, withoutIndent(block.slice(block.findIndex(hasText))));
      at = end;
    } else {
      columns.push(row.indent + DEPTH);
      if (TABLE.test(row.said)) tables.add(row.indent + DEPTH);
      else tables.delete(row.indent + DEPTH);
      out.push(blankAt(row));
    }
  }
  return out;
}
