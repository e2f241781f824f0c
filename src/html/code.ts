import { LINE_ENDS } from "../syntax/position.ts";
import { besideCode, isNoCode } from "./code-furniture.ts";
import { notesOf, type Piece, withoutNotes } from "./code-notes.ts";
import { type HtmlElement, type HtmlNode, type HtmlText, isElement, textOf } from "./node.ts";
import { isBlankText, isSmiley, type Segment, segmentsOf, type Walk } from "./segments.ts";

/** Code of a page, line by line. */

/** Elements that may hold code without being called so. */
const FRAMES = new Set(["div", "p", "table", "td"]);

/** Names of what highlighters make of code. */
const HIGHLIGHTED =
  /(?:^|\s)(?:syntaxhighlighter|crayon-(?:syntax|pre)|enlighter-default|codecolorer|blob-wrapper|CodeMirror|geshi|dean_ch)(?:\s|$)/;

/** Tells whether an element is called what a highlighter makes of code. */
export const isHighlighted = (element: HtmlElement): boolean => HIGHLIGHTED.test(element.attribute("class"));

/** Tells whether all that a block holds is code, though no `pre` says so. */
export function isCodeOnly(element: HtmlElement, walk: Walk): boolean {
  if (!FRAMES.has(element.name) || !startsWithCode(element, walk)) return false;
  const segments = segmentsOf(element, walk);
  return segments.length > 0 && segments.every((segment) => isInCode(segment, walk.html));
}

/** Tells whether the first text of an element stands in code. */
function startsWithCode(element: HtmlElement, { html, without }: Walk): boolean {
  for (let at: HtmlNode | undefined = element; at !== undefined; ) {
    if (!isElement(at) || at.name === "pre") return false;
    if (at.name === "code") return true;
    at = at.children.find((child) => (isElement(child) ? !without?.has(child) : !isBlankText(html, child)));
  }
  return false;
}

/** Tells whether a text stands in code, or is the space that stands for an empty line of it. */
function isInCode({ parent, text }: Segment, html: string): boolean {
  for (let at: HtmlElement | undefined = parent, i = 0; at !== undefined && i < 6; at = at.parent, i++)
    if (at.name === "code") return true;
  return /^[\s\u00a0]*$/.test(textOf(html, text));
}

export const isBlankCode = (html: string, part: HtmlText): boolean => textOf(html, part).trim() === "";

/** Elements that stand on a line of their own within code. */
const CODE_LINES = new Set(["div", "li", "p", "pre", "tr"]);

const isLine = (node: HtmlNode): boolean => isElement(node) && CODE_LINES.has(node.name);

/** Code line by line, and what stands in it or beside it that is none: controls and the like, numbers of lines and notes. */
export interface CodeLines {
  readonly lines: (readonly HtmlText[])[];
  readonly strays: readonly HtmlElement[];
  readonly notes: readonly HtmlElement[];
}

/** Cuts code into lines. */
export function codeLines(walk: Walk, element: HtmlElement): CodeLines {
  const { html } = walk;
  const lines: Piece[][] = [[]];
  const strays = besideCode(element, html);
  const beside = new Set(strays);
  const line = (): Piece[] => lines[lines.length - 1] as Piece[];
  const isAtStart = (): boolean => line().every(({ text }) => isBlankCode(html, text));
  const visit = (parent: HtmlElement, isPre: boolean): void => {
    parent.children.forEach((child, i) => {
      if (walk.without?.has(child)) return;
      const before = parent.children[i - 1];
      const isBroken = before !== undefined && isElement(before) && before.name === "br";
      const isEdge = isLine(parent) && (i === 0 || i === parent.children.length - 1);
      if (!isElement(child))
        addCode(html, isPre ? child : asLaidOut(html, child, isBroken, isEdge), parent, lines);
      else if (beside.has(child)) return;
      else if (child.name === "br") lines.push([]);
      else if (isSmiley(child)) line().push(...child.alt.map((text) => ({ text, parent: child })));
      else if (isNoCode(child, html, isAtStart())) strays.push(child);
      else if (CODE_LINES.has(child.name) && !child.children.some(isLine)) {
        if (line().length > 0) lines.push([]);
        visit(child, isPre || child.name === "pre");
        lines.push([]);
      } else visit(child, isPre || child.name === "pre");
    });
  };
  visit(element, element.name === "pre");
  const notes = notesOf(lines, element, html);
  const isNote = new Set(notes);
  return { lines: lines.map((line) => withoutNotes(line, isNote, html)), strays, notes };
}

/**
 * Where no `pre` keeps them, spaces are written as such that do not break, and a line end is layout after a break and at the
 * edges of an element that is a line.
 */
function asLaidOut(html: string, text: HtmlText, isBroken: boolean, isEdge: boolean): HtmlText {
  if (text.character !== undefined) return text.character === "\u00a0" ? { ...text, character: " " } : text;
  const given = textOf(html, text);
  if (/^\s*\n\s*$/.test(given)) return { ...text, from: text.to };
  const before = isBroken ? /^[ \t]*\r?\n/ : isEdge ? /^[ \t]*\r?\n\s*/ : undefined;
  const from = text.from + (before?.exec(given)?.[0].length ?? 0);
  const after = isEdge ? /\s*\n\s*$/.exec(given)?.[0].length : undefined;
  return { ...text, from, to: text.to - (after ?? 0) };
}

function addCode(html: string, text: HtmlText, parent: HtmlElement, lines: Piece[][]): void {
  const add = (text: HtmlText): void => {
    (lines[lines.length - 1] as Piece[]).push({ text, parent });
  };
  if (text.character !== undefined) {
    if (text.character === "\n") lines.push([]);
    else add(text);
    return;
  }
  let { from } = text;
  for (const found of textOf(html, text).matchAll(LINE_ENDS)) {
    const to = text.from + found.index;
    if (to > from) add({ character: undefined, from, to });
    lines.push([]);
    from = to + found[0].length;
  }
  if (from < text.to) add({ character: undefined, from, to: text.to });
}
