import type { Cut } from "../syntax/cut.ts";
import { BLOCKS } from "./elements.ts";
import type { HtmlElement } from "./node.ts";
import type { Stretch } from "./stray.ts";

/** Where a page was cut off: elements are open at its end that need an end tag, or half a tag stands there. */

/** What of a source may be cut off: all of a page, the content of a post. */
export interface Extent extends Stretch {
  /** Whether it is known to be. */
  readonly isCut?: boolean;
}

/** Where a source was cut off, and what was open there. */
export interface OpenEnd {
  readonly at: number;
  readonly open: readonly HtmlElement[];
}

/** Elements that end where nothing goes on. */
const ENDLESS: ReadonlySet<string> = new Set(
  "html head body p li dt dd rt rp option optgroup colgroup caption thead tbody tfoot tr td th".split(" "),
);

/** Elements that hold items. */
const LISTS: ReadonlySet<string> = new Set("ul ol menu dl table".split(" "));

const HALF_TAG = /^<(?:[a-z/!?][^>]*)?$/i;

/** Where half a tag stands at the end of a source. */
export function halfTagAt(html: string, end: number): number | undefined {
  const at = html.lastIndexOf("<", end - 1);
  return at >= 0 && HALF_TAG.test(html.slice(at, end)) ? at : undefined;
}

/** Tells where a source was cut off, by the elements that are open at its end; undefined where it was not. */
export function openEndOf(
  elements: readonly HtmlElement[],
  { from, to, isCut = false }: Extent,
  half: number | undefined,
): OpenEnd | undefined {
  const open = elements.filter((element) => element.from >= from && element.from < to);
  if (!isCut && half === undefined && open.every(({ name }) => ENDLESS.has(name))) return undefined;
  return { at: half ?? to, open };
}

const BLOCK_TAG = new RegExp(`</?(?:${[...BLOCKS, "br"].join("|")})(?=[\\s/>])`, "i");
const LIST_END = new RegExp(`</(?:${[...LISTS].join("|")})\\s*>`, "i");

/** A text without comments; one that is open takes all that follows. */
const withoutComments = (html: string): string =>
  html
    .split("<!--")
    .map((part, i) => (i === 0 ? part : part.split("-->").slice(1).join("-->")))
    .join("");

/**
 * Tells where the lines of a page were cut off, by what stands between the last text that was read and the end; undefined
 * where that is something else and nothing of the post may be missing.
 *
 * @param last - the line whose text stands last in the page, and where that text ends
 * @param isWhole - whether all parts of a post were found
 */
export function cutOf(
  html: string,
  { at, open }: OpenEnd,
  last: { readonly line: number; readonly to: number },
  isWhole: boolean,
): Cut | undefined {
  const rest = html.slice(last.to, at).replace(/^[^<>]*>/, "");
  const tags = withoutComments(rest);
  if (/\S/.test(tags.replace(/<[^<>]*>/g, "")))
    return isWhole ? undefined : { at, line: 0, isInLine: false, isInList: false };
  const isInLine = !BLOCK_TAG.test(tags);
  const isListOver = LIST_END.test(tags) && !open.some(({ name }) => LISTS.has(name));
  return { at, line: last.line, isInLine, isInList: !isListOver };
}
