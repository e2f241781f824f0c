import { isCodeOnly } from "./code.ts";
import { isGutter } from "./code-furniture.ts";
import { HEADINGS } from "./elements.ts";
import { captionsOf, descendants, imagesOf } from "./find.ts";
import { type HtmlElement, isElement } from "./node.ts";
import { isSmiley, type Walk } from "./segments.ts";
import { wordsOf } from "./words.ts";

/** Tables of an article: rows of short texts, or layouts whose cells hold blocks. */

/** What no cell of a row of texts holds. */
const BLOCK = new Set(["blockquote", "dl", "figure", "img", "ol", "pre", "table", "ul", ...HEADINGS]);

const isRow = ({ name }: HtmlElement): boolean => name === "tr";

export const cellsOf = (row: HtmlElement): HtmlElement[] =>
  row.children.filter(isElement).filter(({ name }) => name === "td" || name === "th");

/** Tells whether a table lays out blocks in its cells, or in one column. */
export function isLayout(table: HtmlElement): boolean {
  const rows = descendants(table, isRow).map(cellsOf);
  return rows.every(({ length }) => length < 2) || rows.flat().some(holdsBlocks);
}

function holdsBlocks(cell: HtmlElement): boolean {
  const isBlock = (element: HtmlElement): boolean => BLOCK.has(element.name) && !isSmiley(element);
  if (descendants(cell, isBlock).length > 0) return true;
  return descendants(cell, ({ name }) => name === "p").length > 1;
}

const NUMBERS = /^\d[\s\d]*$/;

/** Tells whether the first cell of a row holds the numbers of the lines of code beside it. */
export function startsWithNumbers(row: HtmlElement, html: string): boolean {
  const isCode = ({ name }: HtmlElement): boolean => name === "pre" || name === "code";
  const [first, ...others] = cellsOf(row);
  if (first === undefined || !others.some((other) => descendants(other, isCode).length > 0)) return false;
  return NUMBERS.test(wordsOf(first, html)) || isGutter(first, html);
}

/** The longest cell, with its tags, that is looked at as the number of a line. */
const MAX_NUMBER = 300;

/** Code in a row for each line, with a number before it: the cells of the numbers; undefined where a table is something else. */
export function numbersOfCode(table: HtmlElement, walk: Walk): HtmlElement[] | undefined {
  const rows = descendants(table, isRow).map(cellsOf);
  const numbers = rows.map(([first]) => first).filter((cell) => cell !== undefined);
  const isCounted = numbers.every(
    (cell, i) => cell.to - cell.from < MAX_NUMBER && wordsOf(cell, walk.html) === `${i + 1}`,
  );
  if (rows.length < 2 || numbers.length < rows.length || !isCounted) return undefined;
  return isCodeOnly(table, { ...walk, without: new Set([...(walk.without ?? []), ...numbers]) })
    ? numbers
    : undefined;
}

/** Tells whether a table holds an image, its caption, and nothing else. */
export function captionedImage(
  table: HtmlElement,
  html: string,
): { image: HtmlElement; captions: HtmlElement[] } | undefined {
  const [image, ...others] = imagesOf(table).filter((one) => !isSmiley(one));
  const captions = [...captionsOf(table), ...descendants(table, ({ name }) => name === "caption")];
  if (image === undefined || others.length > 0 || captions.length !== 1) return undefined;
  return wordsOf(table, html) === wordsOf(captions[0] as HtmlElement, html) ? { image, captions } : undefined;
}
