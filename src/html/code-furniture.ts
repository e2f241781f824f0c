import type { Code } from "./block.ts";
import { BLOCKS } from "./elements.ts";
import { isHiddenAnywhere } from "./hidden.ts";
import { type HtmlElement, isElement } from "./node.ts";
import { wordsOf } from "./words.ts";

/**
 * What stands in code and is none of it. Highlighters give the words of code any class (`comment`, `nums`, `menu`), so that
 * no class alone says so, but an element does, or a class together with what it holds.
 */

/** Elements that are no code, whatever they say. */
const CONTROLS: ReadonlySet<string> = new Set(
  "audio button canvas dialog iframe input nav noscript object script select style svg template textarea video".split(
    " ",
  ),
);

/** Names of what holds the numbers of lines, and the style of what is not to be copied. */
const GUTTER =
  /(?:^|[\s_-])(?:gutter|nums?|ln|lnt|linenos?|linenodiv|line[-_]?numbers?(?:-rows)?|blob-num)(?:$|[\s_-])/i;
const NOT_COPIED = /user-select\s*:\s*none/i;
const NUMBERS = /^[\s\d.:|]*$/;

/** Names of what stands over code or in a corner of it. */
const BAR = /(?:^|[\s_-])(?:toolbar|tools|clipboard|copy|btn|buttons?)(?:$|[\s_-])/i;

/** Names of what is shown of a word of code when it is pointed at, and of lines that say what a tool thinks of it. */
const POPUP =
  /(?:^|[\s_-])(?:popup|tooltip|popover|twoslash-(?:meta|error|query|completion)-(?:line|list))(?:$|[\s_-])/i;

/** What the controls of code say. */
const CONTROL =
  /^(?:copy(?: (?:code|snippet|link|to clipboard))?|copied!?|(?:show|view|hide) (?:code|more|less|raw|all)|raw|expand(?: code)?|collapse(?: code)?|run(?: code)?|download|print|wrap(?: lines)?|toggle (?:line numbers|wrap)|edit)$/i;

/** The name of a language, as it stands over code. */
const LANGUAGE = /^[\w+#.-]{1,20}$/;

/** Tells whether a text is what a control says. */
export const isControl = (text: string): boolean => CONTROL.test(text);

/** Tells whether a text is what pages show with code, which nobody misses: a control, the name of a language, numbers of lines. */
export const isShownWithCode = (text: string): boolean =>
  NUMBERS.test(text) || CONTROL.test(text) || LANGUAGE.test(text);

/** Tells whether an element within code is none of it. Numbers within a line are code, whatever they are called. */
export function isNoCode(element: HtmlElement, html: string, startsLine: boolean): boolean {
  if (CONTROLS.has(element.name)) return true;
  if (element.attributes.size === 0) return false;
  if (isHiddenAnywhere(element) || POPUP.test(element.attribute("class"))) return true;
  if (isGutter(element, html) && (startsLine || BLOCKS.has(element.name))) return true;
  const isBar = BAR.test(element.attribute("class")) || element.attribute("role") === "button";
  if (isBar && BLOCKS.has(element.name)) return true;
  return (isBar || element.name === "a") && CONTROL.test(wordsOf(element, html));
}

/** Names of what code prints, as it stands under it. */
const PRINTED = /(?:^|[\s_-])(?:outputs?|stdout|results?)(?:$|[\s_-])/i;

/** Tells whether a block is called what code prints. */
export const isPrinted = ({ at }: Pick<Code, "at">): boolean => PRINTED.test(at.attribute("class"));

/** Tells whether an element holds the numbers of lines, and nothing else. */
export const isGutter = (element: HtmlElement, html: string): boolean =>
  (GUTTER.test(element.attribute("class")) || NOT_COPIED.test(element.attribute("style"))) &&
  NUMBERS.test(wordsOf(element, html));

/** Of code with an element that is called so, what stands in others beside it: the line of its language, a link to copy it. */
export function besideCode(pre: HtmlElement, html: string): HtmlElement[] {
  const isCode = ({ name }: HtmlElement): boolean => name === "code";
  const elements = pre.children.filter(isElement);
  const isMixed = pre.children.some((child) => !isElement(child) && html.slice(child.from, child.to).trim());
  if (isMixed || !elements.some(isCode)) return [];
  return elements.filter((element) => !isCode(element) && element.name !== "br");
}
