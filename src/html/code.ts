import { isFurniture } from "./furniture.ts";
import { isBlankText, type Walk } from "./segments.ts";
import { type HtmlElement, type HtmlText, isElement, textOf } from "./tree.ts";

/** Code of a page, line by line. */

/** Tells whether all that a block holds is one element of code over several lines. */
export function isCodeAlone(html: string, element: HtmlElement): boolean {
  if (element.name !== "p" && element.name !== "div") return false;
  const shown = element.children.filter((child) => isElement(child) || !isBlankText(html, child));
  const [only] = shown;
  if (shown.length !== 1 || only === undefined || !isElement(only) || only.name !== "code") return false;
  return /\n|<br/i.test(html.slice(only.from, only.to).trim());
}

export const isBlankCode = (html: string, part: HtmlText): boolean => textOf(html, part).trim() === "";

/** Elements that stand on a line of their own within code. */
const CODE_LINES = new Set(["div", "li", "p", "tr"]);

/** Cuts code into lines. */
export function codeLines(walk: Walk, element: HtmlElement): HtmlText[][] {
  const lines: HtmlText[][] = [[]];
  const newLine = (): void => {
    lines.push([]);
  };
  const visit = (parent: HtmlElement): void => {
    for (const child of parent.children) {
      if (!isElement(child)) addCode(walk.html, child, lines);
      else if (child.name === "br") newLine();
      else if (isFurniture(child)) continue;
      else if (CODE_LINES.has(child.name)) {
        if ((lines[lines.length - 1] as HtmlText[]).length > 0) newLine();
        visit(child);
        newLine();
      } else visit(child);
    }
  };
  visit(element);
  return lines;
}

function addCode(html: string, text: HtmlText, lines: HtmlText[][]): void {
  if (text.character !== undefined) {
    if (text.character === "\n") lines.push([]);
    else (lines[lines.length - 1] as HtmlText[]).push(text);
    return;
  }
  let { from } = text;
  for (const found of textOf(html, text).matchAll(/\r\n|[\n\r\u2028\u2029]/g)) {
    const to = text.from + found.index;
    if (to > from) (lines[lines.length - 1] as HtmlText[]).push({ character: undefined, from, to });
    lines.push([]);
    from = to + found[0].length;
  }
  if (from < text.to)
    (lines[lines.length - 1] as HtmlText[]).push({ character: undefined, from, to: text.to });
}
