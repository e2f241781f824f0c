import { blankAt, Row, rowOf } from "./row.ts";
import type { Strand } from "./strand.ts";

/** What XWiki writes otherwise than other wikis: anchors in headings, groups, a stop behind bullets, images as links. */

const ANCHOR = /\s*\{\{id name="[^"{}]*"\s*\/\}\}/g;
const IMAGE = /\[\[image:([^\][|]+)\|\|(?:[^\][]*\s)?alt="([^"]*)"[^\][]*\]\]/g;

/** Bullets, the last of which says how deep an item is, with the sign of a definition around them. */
const BULLETS = /^(?::\s+)?;?(?:\*{1,6}\.\s+)*(\*{1,6})\.\s+(?=\S)/;

/** What keeps a sign from acting. */
const ESCAPE = /~(?=[^\w\s])/g;

/** What ends a line within a paragraph, and what stands around a group, as in a cell. */
const LINE_END = /\\\\|\({3}|\){3}/g;

/** How many such bullets and anchors show that a text is of that wiki. */
const MIN_MARKS = 3;

const isMarked = ({ said, role }: Row): boolean =>
  role === undefined && (BULLETS.test(said) || said.includes("{{id name="));

/** Writes the marks of XWiki as those of others. */
export function withoutXWiki(rows: readonly Row[]): readonly Row[] {
  if (rows.filter(isMarked).length < MIN_MARKS) return rows;
  return rows.flatMap((row) => {
    if (row.role !== undefined || row.isBlank) return [row];
    const plain = row.text
      .replace(ANCHOR, () => "")
      .replace(IMAGE, ([, url = "", alt = ""]) => `![${alt}](${url})`)
      .without(ESCAPE);
    const lines = plain.split(LINE_END).filter((line) => !line.isBlank);
    return lines.length === 0 ? [blankAt(row)] : lines.map(withItem);
  });
}

/** The row of a text, with one bullet as far in as the item is deep. */
function withItem(text: Strand): Row {
  const item = text.trim();
  const [all = "", stars = ""] = BULLETS.exec(item.text) ?? [];
  return all === "" ? new Row(text) : rowOf([`${"  ".repeat(stars.length - 1)}* `, item.slice(all.length)]);
}
