import { ARTICLE_HEADINGS, BOX_HEADING, SIMILAR_HEADING } from "../format/headings.ts";
import { Row } from "./row.ts";

/** Headings that lost their line end: the paragraph, the list or the label after one stands on its line. */

const HEADINGS = [...ARTICLE_HEADINGS, BOX_HEADING, SIMILAR_HEADING.toLowerCase()].join("|");

/** A known heading right before a letter or a bullet. A word after a space may go on with a sentence. */
const BEFORE = new RegExp(`^\\W{0,3}(${HEADINGS})(?=[\\p{L}\\p{N}]|\\s*[•◦‣▪●]|\\s+[-*–]\\s|:\\s*\\S)`, "iu");

/** A known heading that ends a line, right after a stop or a small letter before its capital. */
const AFTER = new RegExp(`(?<=[.!?]\\s?|\\p{Ll}(?=\\p{Lu}))(${HEADINGS})$`, "iu");

/** Puts headings on lines of their own. */
export function headingsApart(rows: readonly Row[]): Row[] {
  return rows.flatMap((row) => {
    if (row.role !== undefined || row.isBlank) return [row];
    const { body } = row;
    const blank = new Row(body.slice(0, 0));
    const before = BEFORE.exec(body.text);
    if (before !== null && body.text.length > before[0].length) {
      const rest = new Row(
        body
          .slice(before[0].length)
          .replace(/^\s*:\s*/g, () => "")
          .trim(),
      );
      return [blank, new Row(body.slice(0, before[0].length)), blank, rest];
    }
    const after = AFTER.exec(body.text);
    if (after === null || after.index === 0) return [row];
    return [
      new Row(row.text.slice(0, row.indent + after.index)),
      blank,
      new Row(body.slice(after.index)),
      blank,
    ];
  });
}
