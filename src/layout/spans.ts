import { blankAt, Row } from "./row.ts";
import type { Strand } from "./strand.ts";

/**
 * Parts of a page in Markdown that keeps their classes, as pandoc and djot write it: divisions between fences (`::: row`), and
 * spans in brackets (`[Topic:]{.label}`), which may run over several lines.
 */

/** A fence of a division, or its classes on a line of their own. */
const FENCE = /^(?::{3,}(?:\s*(?:\{[^{}]*\}|[\w-]+))?(?:\s*:+)?|\{[.#][^{}]*\})$/;

/** A span; a link may stand within. */
const SPAN = /\[((?:[^[\]]|\[[^[\]]*\])*)\]\{(?:[.#][^{}]*)?\}/g;

/** How many fences or spans show that a text has some: one may be its own. */
const MIN_MARKS = 3;

/** The longest span in lines. */
const MAX_LINES = 8;

/** Takes fences off, and the brackets and classes of spans. */
export function withoutSpans(rows: readonly Row[]): readonly Row[] {
  const isText = ({ role }: Row): boolean => role === undefined;
  const marks = rows.filter((row) => isText(row) && (FENCE.test(row.said) || row.said.includes("]{")));
  if (marks.length < MIN_MARKS) return rows;
  const out: Row[] = [];
  for (let at = 0; at < rows.length; ) {
    const row = rows[at] as Row;
    const length = isText(row) ? linesOf(rows, at) : 1;
    const whole = rows
      .slice(at + 1, at + length)
      .reduce<Strand>((text, { body }) => text.joinedWith(" ", body), row.text);
    at += length;
    if (!isText(row)) out.push(row);
    else if (FENCE.test(row.said)) out.push(blankAt(row));
    else out.push(new Row(whole.replace(SPAN, ([, shown]) => shown)));
  }
  return out;
}

/** How many rows the spans run over that are open where a row ends; one where they do not close before a blank row. */
function linesOf(rows: readonly Row[], at: number): number {
  let open = 0;
  for (const [i, { said, isBlank }] of rows.slice(at, at + MAX_LINES).entries()) {
    if (isBlank) break;
    open += (said.match(/\[/g)?.length ?? 0) - (said.match(/\]/g)?.length ?? 0);
    if (open <= 0) return said.includes("]{") ? i + 1 : 1;
  }
  return 1;
}
