import type { Draft } from "./draft.ts";
import { Row } from "./row.ts";

/** The block of keys and values that some tools write over their Markdown. */

/** How long a block may be, in lines. */
const MAX_LINES = 60;

/** Takes the block off; what it calls the title is a title. */
export function withoutFrontMatter(rows: readonly Row[], draft: Draft): readonly Row[] {
  const start = rows.findIndex((row) => !row.isBlank);
  if (start < 0 || rows[start]?.said !== "---") return rows;
  const end = rows.findIndex((row, i) => i > start && /^(?:---|\.\.\.)$/.test(row.said));
  const block = rows.slice(start + 1, end);
  if (
    end < 0 ||
    end > start + MAX_LINES ||
    !block.every(({ text }) => /^$|^[\w:-]+:|^[-\s#]/.test(text.text))
  )
    return rows;
  const line = block.find(({ said }) => /^title:\s*\S/i.test(said));
  const message = "a block of keys and values stands over the text; its title was read, the rest left out";
  draft.tell("stray_text", [], message, rows[start] as Row, rows[end] as Row);
  const rest = rows.slice(end + 1);
  if (!line) return rest;
  const value = line.body.slice("title:".length).trim();
  const isQuoted = /^(["']).*\1$/.test(value.text);
  return [
    new Row(isQuoted ? value.slice(1, value.text.length - 1) : value, "title"),
    new Row(value.slice(0, 0)),
    ...rest,
  ];
}
