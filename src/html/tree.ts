import { Tokenizer } from "htmlparser2";
import type { Extent } from "./open-end.ts";
import type { Tree } from "./page-tree.ts";
import { TreeBuilder } from "./tree-builder.ts";

/**
 * The tree of a page: elements, and stretches of text that know where they stand. It is built on htmlparser2's tokenizer
 * rather than on its parser, whose time grows with the square of the depth, and it keeps no text before it is asked for.
 */

/** Start tags of what nobody reads, and half of what many pages are: scripts, styles, menus. */
const UNREAD_START = /<(script|style|nav)\b[^<>]*>/gi;

/** Their ends, or that of the page. Of a menu it is looked for as far as something may hide it or have one of its own. */
const UNREAD_ENDS: Readonly<Record<string, RegExp>> = {
  script: /<\/script(?=[\s/>])|$/gi,
  style: /<\/style(?=[\s/>])|$/gi,
  nav: /<(?:\/nav(?=[\s/>])|(?:nav|script|style|textarea|title)\b|!)/gi,
};

/** Builds the tree of a page. The tokenizer is not given what nobody reads, which it would go through unit by unit. */
export function parseTreeOf(html: string, extent?: Extent): Tree {
  const builder = new TreeBuilder(html, extent);
  const tokenizer = new Tokenizer({}, builder);
  let from = 0;
  for (const { 0: tag, 1: name = "", index } of html.matchAll(UNREAD_START)) {
    const to = index + tag.length;
    if (index < from) continue;
    tokenizer.write(html.slice(from, to));
    from = to;
    // What looks like a tag within a comment or an attribute starts nothing.
    if (!builder.endsTagAt(to)) continue;
    const ends = UNREAD_ENDS[name.toLowerCase()] as RegExp;
    ends.lastIndex = to;
    const end = ends.exec(html);
    if (end === null || /^<[^/]/.test(end[0])) continue;
    from = end.index;
    builder.skip(from - to);
  }
  tokenizer.write(html.slice(from));
  tokenizer.end();
  return builder;
}
