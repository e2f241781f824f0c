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

/** By how much a directive indents what stands under it. */
const DEPTH = 3;

/**
 * Takes directives off with the indentation that they give, writes rubrics as headings of Markdown, and gives the rows of
 * code the role of code.
 */
export function withoutDirectives(rows: readonly Row[]): Row[] {
  const out: Row[] = [];
  /** The columns at which rows under open directives start. */
  const columns: number[] = [];
  for (let at = 0; at < rows.length; ) {
    const row = rows[at++] as Row;
    while (!row.isBlank && row.indent < (columns.at(-1) ?? 0)) columns.pop();
    const column = columns.at(-1) ?? 0;
    const isCode = CODE.test(row.said) && row.role === undefined;
    const [found, rubric] = DIRECTIVE.exec(row.said) ?? [];
    if (!isCode && found === undefined) {
      out.push(column === 0 ? row : new Row(row.text.slice(Math.min(column, row.indent)), row.role));
      continue;
    }
    while (OPTION.test(rows[at]?.said ?? "")) at++;
    if (rubric !== undefined) {
      out.push(blankAt(row), rowOf(["## ", row.body.slice(found?.length ?? 0)]));
    } else if (isCode) {
      const end = endOfStretch(rows, at, ({ indent }) => indent > row.indent);
      out.push(blankAt(row));
      const block = rows.slice(at, end);
      append(out, withoutIndent(block.slice(block.findIndex(hasText))));
      at = end;
    } else {
      columns.push(row.indent + DEPTH);
      out.push(blankAt(row));
    }
  }
  return out;
}
