import { type BoxLine, firstOf, lastOf } from "./box-line.ts";
import type { ArticleNode, BoxNode, FieldNode, List, Piece } from "./nodes.ts";
import { visible } from "./pieces.ts";
import type { Line, Source } from "./scan.ts";

/** The ends of fields, boxes and blocks: where issues about them start and end. */

/** The first piece of a field: its label, or its first item where the label is lost. */
export const firstPiece = ({ head, items }: FieldNode): Piece => firstOf((head ?? items[0]) as BoxLine);

/** The last piece of a field. */
export const lastPiece = ({ head, items }: FieldNode): Piece => lastOf((items.at(-1) ?? head) as BoxLine);

/** The first piece of a box: its heading, or where the heading is lost, what stands first in it. */
export function startOfBox({ heading, children }: BoxNode): Piece {
  if (heading) return visible(heading);
  const [first] = children as [BoxNode["children"][number]];
  return first.type === "field" ? firstPiece(first) : visible(first.lines[0] as Line);
}

/** The last piece of a box. */
export function endOfBox(box: BoxNode): Piece {
  const last = box.children.at(-1);
  if (!last) return startOfBox(box);
  return last.type === "field" ? lastPiece(last) : visible(last.lines.at(-1) as Line);
}

/** The text of a node of the article without the indentation of its first line, as a value carries it, with one kind of line end. */
export const rawText = (source: Source, node: ArticleNode["body"][number]): string =>
  source.slice(firstLine(node).from, lastLine(node).to).replace(OTHER_LINE_ENDS, "\n");
const OTHER_LINE_ENDS = /\r\n?|[\u2028\u2029]/g;

/** The lines of a block of the article, those of a list one after the other. */
export const blockLines = (
  block: Pick<List, "items"> | { readonly lines: readonly Line[] },
): readonly Line[] => ("items" in block ? block.items.flat() : block.lines);

/** The first line of a node of the article. */
export const firstLine = (node: ArticleNode["body"][number]): Line =>
  node.type === "heading" ? node.line : (blockLines(node)[0] as Line);

/** The last line of a node of the article. */
export const lastLine = (node: ArticleNode["body"][number]): Line =>
  node.type === "heading" ? node.line : (blockLines(node).at(-1) as Line);

/** Gives the number of the line at which the sections of an article start; what stands above is its title and its intro. */
export function startOfSections({ body }: ArticleNode): number {
  const first = body.find(({ type }) => type === "heading");
  return first ? firstLine(first).number : Number.POSITIVE_INFINITY;
}
