import type { Remark } from "../layout/draft.ts";
import type { Code } from "./block.ts";
import { codeLines, isBlankCode } from "./code.ts";
import { codeDoubts } from "./code-doubts.ts";
import { isShownWithCode } from "./code-furniture.ts";
import { BLOCKS } from "./elements.ts";
import { descendants } from "./find.ts";
import { type HtmlElement, isElement, textOf } from "./node.ts";
import { type Segment, segmentsOf, type Walk } from "./segments.ts";
import { strayRemark } from "./stray.ts";
import { wordsOf } from "./words.ts";

/** A block of code, and what is told of what stands in it or around it. */
interface CodeRead {
  readonly block: Omit<Code, "at"> | undefined;
  readonly remarks: readonly Remark[];
}

/** Reads code, without elements that are none of it. */
export function readCode(element: HtmlElement, given: Walk, without: readonly HtmlElement[] = []): CodeRead {
  const { html } = given;
  const walk = { ...given, without: new Set([...(given.without ?? []), ...without]) };
  const { lines, strays, notes } = codeLines(walk, element);
  const start = lines.findIndex((line) => !line.every((part) => isBlankCode(html, part)));
  const told = strays.filter((stray) => !isShownWithCode(wordsOf(stray, html))).map((stray) => [stray]);
  if (notes.length > 0) told.push(notes.slice(0, 1));
  const { from, to } = element;
  return {
    block: start < 0 ? undefined : { type: "code", from, to, lines: lines.slice(start) },
    remarks: [
      ...told.map((stretch) => strayRemark(stretch, ["sections"], IN_CODE)),
      ...codeDoubts(lines, html),
    ],
  };
}

const IN_CODE =
  "what stands in code or beside it and is none of it, such as controls, or numbers of lines; it was left out";

/** Tells whether an element holds one piece of code, and a line at most that says what it is. */
export const isCodeFrame = (element: HtmlElement, walk: Walk): boolean =>
  framed(element, walk)?.others.length === 1;

/** Tells whether an element around one piece of code holds nothing else, and that is more than the numbers of its lines. */
export function holdsCodeAlone(element: HtmlElement, html: string): boolean {
  if (!BLOCKS.has(element.name)) return false;
  const [code, ...others] = descendants(element, ({ name }) => name === "pre");
  if (code === undefined || others.length > 0) return false;
  const words = wordsOf(code, html);
  return /\p{L}/u.test(words) && words === wordsOf(element, html);
}

function framed(
  element: HtmlElement,
  walk: Walk,
): { code: HtmlElement; others: readonly Segment[] } | undefined {
  if (element.name !== "div" && element.name !== "figure") return undefined;
  const [code, ...codes] = element.children.filter(isElement).filter(({ name }) => name === "pre");
  if (code === undefined || codes.length > 0) return undefined;
  return { code, others: segmentsOf(element, { ...walk, without: new Set([code]) }) };
}

/** Reads code without the name of its language above; the name of a file is reported. */
export function readFramedCode(element: HtmlElement, walk: Walk): CodeRead {
  const { code, others } = framed(element, walk) as { code: HtmlElement; others: readonly Segment[] };
  const { block, remarks } = readCode(code, walk);
  const names = others.filter(({ text }) => !/^[\w+#]+$/.test(textOf(walk.html, text).trim()));
  const message = "a line at a piece of code, which is not part of it; it was left out";
  return { block, remarks: [...names.map((name) => strayRemark([name], [], message)), ...remarks] };
}
